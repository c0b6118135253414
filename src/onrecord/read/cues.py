"""What one line, taken alone, shows itself to be: furniture, date line, byline, caption, link to another story."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.read.datelabels import last_label, without_labels
from onrecord.read.dates import find_dates, has_time, without_dates
from onrecord.read.lines import PLAIN_LIMIT, Line
from onrecord.read.phrases import CueKind, is_phrase, phrases
from onrecord.read.scripts import word_count

SeenKind = CueKind | Literal["date", "time"]

_ONLY_SHORT: frozenset[str] = frozenset({"tail", "comments", "link", "mark", "byline", "soft"})
_ONLY_SHORT_WHY = frozenset({"navigation", "share buttons", "tags", "player or picture control"})
_LABEL_ALONE = re.compile(
    r"(?:first |last |originally |date |time )?(?:published|posted|updated|modified|issued|released|release date|"
    r"publication date|date)(?: (?:on|at|date))? ?:?"
)
_DAY_OF_MONTH = re.compile(
    r"\b(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?(?: \d{1,2}\b)?", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"[\s/|.,:;()\[\]•·–—-]+")
_NAME_WORD = re.compile(
    r"(?:[A-Z][\w'’.-]*|al|bin|bint|ben|ibn|de|del|della|der|den|van|von|da|dos|di|la|le|el|ul|ur|and|&|,|y|e)$"
)
_NAME_MARKS = re.compile(r"\s?[,|•·]\s?")
_NOT_NAMES = frozenset(
    "the a an our of in on at for to is are was new more read news latest world politics business home top all this "
    "what why how who when where "
    "advertisement related video photos gallery summary analysis opinion".split()
)
TODAYS = "today's paper"
MAX_STAMP_WORDS = 12
FEW_WORDS = 7
"""Words beside a date, and its label or time, that can be a name, an agency and a place."""
_BY_AFTER = re.compile(
    r"[\s\d:.,|–-]{0,12}(?:by|por|par|von|di|da|door|av|af|od|przez|oleh|tarafından|от|автор|بقلم|कृत)\b", re.IGNORECASE
)
_TIME_AFTER = re.compile(r"[\s,|T–-]{1,4}\d{1,2}[:.h時]\d\d")
_BARS = re.compile(r"[|•·｜].*[|•·｜]")
_PARTED_BEFORE = re.compile(r"[/|•·–—／｜][^/|•·–—／｜]{1,40}$")
_BEFORE_STAMP = re.compile(
    r"(?:[|/•·–—]|\s-|\b(?:published|posted|updated|modified|uploaded)(?: on| at)?:?)[\s(]{0,3}"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}[.,]?\s{0,2})?(?:at\s)?"
    r"(?:\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?,?\s?(?:[A-Z]{2,4},?\s)?)?$|[a-z]$",
    re.IGNORECASE,
)
_AFTER_STAMP = re.compile(r"[\s\d:.,()apmAPMGTUCESI+-]{0,24}(?:[|/•·–—]|$)")
_RUNS_ON = re.compile(r"[\s\d:.,]{0,12}(?:[a-z]{2,}\s[a-z]{2,}\s[a-z]{2,})")
MAX_DATE_WORDS = 22
"""A date line is no longer: two labelled dates with weekday, time and zone have 18 words."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a line shows itself to be, and why."""

    kind: SeenKind
    why: str


def cue_of(line: Line) -> Cue | None:
    """The cue that ``line`` shows when nothing around it is known, or None. Looks at 600 code points at most."""
    if line.too_long:
        return Cue("furniture", f"line of {line.end - line.start} characters: over the limit, left unread")
    return None if line.end - line.start > PLAIN_LIMIT else _cue_of(line)


@lru_cache(maxsize=2048)
def _cue_of(line: Line) -> Cue | None:
    """Remembered, because several look at the same lines of a page."""
    if is_date_line(line):
        return Cue("furniture", TODAYS) if _is_todays(line) else Cue("date", "date line")
    if not any(character.isalnum() for character in line.plain):
        return Cue("furniture", "no letters or digits")
    sentence = line.closed and line.words >= 6 and line.share >= 0.2
    bare = line.plain.rstrip(" :") if line.words <= 4 else line.plain
    for phrase in phrases() if is_phrase(line.plain) or is_phrase(bare) else ():
        if sentence and (phrase.kind in _ONLY_SHORT or phrase.why in _ONLY_SHORT_WHY):
            continue
        if (phrase.pattern.fullmatch(line.plain) or bare is not line.plain and phrase.pattern.fullmatch(bare)) and (
            phrase.kind != "byline" or _byline_fits(line)
        ):
            return Cue(phrase.kind, phrase.why)
    if is_stamp(line):
        return Cue("date", "date beside names or a section")
    return Cue("time", "time of day") if _is_time(line) else None


def _is_todays(line: Line) -> bool:
    """True for the day of the visit with words that say so: "Today's paper | 4 March 2019", "Heute ist …"."""
    return any(phrase.why == TODAYS and phrase.pattern.fullmatch(line.plain) for phrase in phrases())


def _is_time(line: Line) -> bool:
    """True for a time of day alone on its line, as over each entry of a live blog."""
    if line.words > 5 or line.bullet or not has_time(line.text):
        return False
    return not _LETTERS.search(without_labels(_DAY_OF_MONTH.sub(" ", without_dates(line.text))))


def is_date_line(line: Line) -> bool:
    """True where the line holds a full date and little else but labels, times and a section's name."""
    if line.words > MAX_DATE_WORDS or line.end - line.start > PLAIN_LIMIT or not any(c.isdigit() for c in line.text):
        return False
    if not find_dates(line.text):
        return False
    left = _words_left(line)
    return left <= 2 or left == 3 and line.text.isupper()


def is_stamp(line: Line) -> bool:
    """True for a date that a bar, dash or label parts from names, sections and counters: no sentence, no headline."""
    if line.bullet or line.end - line.start > PLAIN_LIMIT or line.words > MAX_DATE_WORDS:
        return False
    hits = find_dates(line.text)
    if not hits:
        return False
    left = _words_left(line)
    few = left <= FEW_WORDS
    if line.closed and not (few and _BARS.search(line.text)) or left > MAX_STAMP_WORDS:
        return False
    for hit in hits:
        before, after = line.text[: hit.start], line.text[hit.end :]
        bare = without_dates(before)
        opens = not _LETTERS.search(bare) and (_AFTER_STAMP.match(after) or _BY_AFTER.match(after))
        labelled = last_label(before) in ("published", "updated") and not _LETTERS.search(without_labels(bare))
        timed = few and not _LETTERS.search(bare) and _TIME_AFTER.match(after)
        closes = few and _PARTED_BEFORE.search(before) and not _LETTERS.search(without_dates(after))
        parted = _BEFORE_STAMP.search(before) and (not _RUNS_ON.match(after) or line.words <= 12)
        if opens or timed or closes or labelled and few or parted:
            return True
    return False


def _words_left(line: Line) -> int:
    """The words of a line beside its dates, times and labels."""
    left = without_labels(without_dates(line.text))
    return sum(max(1, word_count(word)) for word in _SIGNS.split(left) if _LETTERS.search(word))


def is_date_label(line: Line) -> bool:
    """True for "Published:" and its like, alone on the line."""
    if _LABEL_ALONE.fullmatch(line.plain):
        return True
    return line.words <= 4 and last_label(line.plain) is not None and not _LETTERS.search(without_labels(line.plain))


def is_name_line(text: str) -> bool:
    """True where ``text`` can be one or several people's names, an outlet's after them: words with capitals.

    Up to eight words; more where commas and bars part them.
    """
    parts = [part.split() for part in _NAME_MARKS.split(text)]
    words = [word for part in parts for word in part]
    if (
        not 2 <= len(words) <= (8 if len(parts) < 3 else 14)
        or any(c.isdigit() for c in text)
        or text.isupper()
        and len(words) > 4
    ):
        return False
    lower = {word.lower() for part in parts for word in part[len(part) > 1 and part is not parts[0] :]}
    lower |= {part[0].lower() for part in parts[1:] if part} - {"the"}
    return all(_NAME_WORD.match(word) for word in words) and words[0][0].isupper() and not lower & _NOT_NAMES


def _byline_fits(line: Line) -> bool:
    """Bylines name people: the word after "by" has a capital, unless the whole is one of the fixed phrases."""
    if line.words > 40:
        return False
    match = re.match(r"(?:[\w ]{2,14} )?by:?\s+(\S)", line.text, re.IGNORECASE)
    if match is None:
        return True
    return match.group(1).isupper() and line.words <= 20
