"""Lines of a text with what can be seen of each alone: length, ending, share of function words, bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.read.language import short_words
from onrecord.read.scripts import supposed_share, word_count

LINE_LIMIT = 200_000
"""Code points. A longer line (a data dump, a page with its breaks lost many times over) is labelled but not read: the
longest single article in everyday archives has about a quarter of that."""

PLAIN_LIMIT = 600
"""Code points of a line that cue patterns look at; no cue line is longer."""

_BREAKS = re.compile(r"[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_BLANK = (
    " \t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\u200b\u200c\u200d\ufeff\x1f"
)
_BULLET = re.compile(r"(?:[•·∙▪■◦●○‣►▶➤✓*]|[-–—](?=\s))\s*")
_FOLD = str.maketrans("‘’‚‛′“”„‟″–—−\xa0\u202f", "'''''\"\"\"\"\"---  ")
_SPACES = re.compile(r"\s+")
_CLOSED = re.compile(r"[.!?…。！？｡।॥۔؟։።][\"'”’“»«)\]*」』）】]{0,3}\s{0,2}(?:\[\d{1,3}\]|[♦■●□◆])?$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
FOREIGN = 0.14
"""Part of English function words below which those of other languages are counted."""
INFLECTED = 1.5
"""What a share of other languages' function words counts for: those with many endings need fewer (Czech, Turkish)."""
FUNCTION_WORDS = frozenset(
    "the of and to in a an is was for that it with as on be at by he she his her they their this from are were has "
    "have had not but or "
    "which who its been will would after said we our you your i my me us them than into about when "
    "if there more also can could "
    "all over out up no what so one where while before during under against between because".split()
)


@lru_cache(maxsize=1)
def other_short_words() -> frozenset[str]:
    """The commonest short words of other languages, without those that English has too."""
    other = frozenset().union(*(words for code, words in short_words().items() if code != "en"))
    return other - FUNCTION_WORDS - short_words()["en"]


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line, without the white space around it.

    ``start`` and ``end`` are code points of the text. ``plain`` is its first 600 code points in lower case, with plain
    quotes and dashes, single spaces and no bullet. ``share`` is the part of its first 60 words that are function
    words, English ones or, where there are few, another language's. ``gap``: blank lines stand before it. ``indent``:
    white space before it.
    """

    start: int
    end: int
    text: str
    plain: str
    words: int
    share: float
    closed: bool
    bullet: bool
    gap: bool
    indent: int

    @property
    def too_long(self) -> bool:
        """True where the line is over the limit and left unread."""
        return self.end - self.start > LINE_LIMIT


def fold(text: str) -> str:
    """``text`` in lower case with plain quotes and dashes and single spaces (not of the same length)."""
    return _SPACES.sub(" ", text.translate(_FOLD)).strip().lower()


def split_lines(text: str) -> Iterator[tuple[int, int]]:
    """The non-blank lines of ``text``, trimmed, as half-open ranges in text order. Linear in the length of the text."""
    for match in _BREAKS.finditer(text):
        start, end = trim(text, match.start(), match.end())
        if start < end:
            yield start, end


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space and zero-width characters at its ends."""
    while start < end and text[start] in _BLANK:
        start += 1
    while start < end and text[end - 1] in _BLANK:
        end -= 1
    return start, end


def make_line(text: str, start: int, end: int, gap: bool = True, indent: int = 0) -> Line:
    """What can be seen of ``text[start:end]`` alone."""
    if end - start > LINE_LIMIT:
        return Line(start, end, text[start : start + PLAIN_LIMIT], "", 0, 0.0, False, False, gap, indent)
    own = text[start:end]
    bullet = _BULLET.match(own)
    plain = fold(own[bullet.end() if bullet else 0 :][:PLAIN_LIMIT])
    sample = [word.group().lower() for word in _WORD.finditer(own[:PLAIN_LIMIT])][:60]
    share = sum(word in FUNCTION_WORDS for word in sample) / len(sample) if sample else 0.0
    if share < FOREIGN and len(sample) >= 6:
        other = sum(word in other_short_words() for word in sample) / len(sample)
        share = max(share, INFLECTED * other)
    share = max(share, supposed_share(own[:PLAIN_LIMIT]))
    return Line(
        start, end, own, plain, word_count(own), share, bool(_CLOSED.search(own[-12:])), bool(bullet), gap, indent
    )


def lines_of(text: str) -> list[Line]:
    """All non-blank lines of ``text``, seen one by one."""
    found: list[Line] = []
    before = 0
    for start, end in split_lines(text):
        head = text[before:start]
        newlines = head.count("\n") or head.count("\r")
        indent = len(head) - 1 - max(head.rfind("\n"), head.rfind("\r"))
        found.append(make_line(text, start, end, gap=newlines > 1 or before == 0, indent=indent))
        before = end
    return found
