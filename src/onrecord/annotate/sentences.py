"""Cuts a block of text into sentences.

Each full stop, question mark, exclamation mark or ellipsis is looked at once, with the word before it and the first
letters after it, so the cost grows with the text and what is found never hangs on other blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.abbreviations import (
    AFTER_DAY_TIME,
    BEFORE_NUMBER,
    DAY_TIME,
    LETTERED,
    NEVER,
    OFTEN_INSIDE,
    STARTERS,
    TITLES,
)

LONGEST = 2000
"""Characters after which a stretch without any sentence end is cut at a space: a parser's memory grows with length,
and no sentence of prose is that long. Tables and lists that lost their line breaks are."""

CLOSERS = "\"'”’»›)]}"
OPENERS = "\"'“‘„«‹([{"
BULLETS = "•▪●■◆◦‣∙·►▶➤✓"
CLOSE = rf"(?:[{re.escape(CLOSERS)}]|“(?=\s)|[ \u00a0](?=[”»]|''(?:\s|\Z)))*"
"""Marks that go with the sentence before them; a closing mark may stand off by a space, or be an opening one by
mistake."""
LINE_BULLET = rf"(?:[{BULLETS}]|[-–—*][ \t]|\d{{1,2}}[.)][ \t])"
END = re.compile(
    rf"(?P<mark>\.(?:[ \u00a0]\.){{2,}}|[.!?…。！？]+)(?P<close>{CLOSE})"
    rf"|(?P<line>\n[^\S\n]*(?=\n)|\n(?=[^\S\n]*{LINE_BULLET}))"
    rf"|(?P<bullet>(?<=\s)(?=[{BULLETS.replace('·', '')}]\s))"
)
WORD_BEFORE = re.compile(r"[^\s\"“”‘«»()\[\]{}—…]*\Z")
LINK = re.compile(r"www\.|://|@|\.(?:com|org|net|gov|co|edu|info|html?)\b", re.IGNORECASE)
ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
INITIALS = re.compile(r"(?:[A-Z]\.-?)*[A-Z]\Z")
LIST_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\Z")
LOWER_NAME = re.compile(r"(?:al|el|an|as|ash|ad)-[A-Z]|[a-z]{1,4}[A-Z]")
"""A small first letter that may open a sentence all the same: al-Qaida, iPhone."""
ASKED = re.compile(
    r"(?:(?:(?:[A-Z][\w.’'-]*|the|a|an|of|one)\s){1,6}"
    r"(?:asked|exclaimed|wondered|shouted|cried|inquired|quipped|demanded|"
    r"(?:said|added|wrote|replied|tweeted)(?=[.,;:])))\b"
)
"""After a question in quotation marks: who asked it, which belongs to the same sentence."""
BACK = 48
AHEAD = 80


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]``, in order: half-open ranges that do not overlap, without white space at
    their ends, that together hold every character which is not white space. A sentence is at most LONGEST long.
    """
    spans: list[tuple[int, int]] = []
    opened = start
    for cut in _cuts(text, start, end):
        spans += _pieces(text, opened, cut)
        opened = cut
    return spans + _pieces(text, opened, end)


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Positions at which a sentence ends, in order."""
    opened = start
    for match in END.finditer(text, start, end):
        if match.end() >= end:
            break
        if match["mark"] is None or _ends(text, match, opened, start, end):
            opened = match.end()
            yield opened


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """``text[start:end]`` without white space at its ends, cut at spaces where it is too long."""
    pieces: list[tuple[int, int]] = []
    while True:
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if end - start <= LONGEST:
            return [*pieces, (start, end)] if start < end else pieces
        cut = next((at for at in range(start + LONGEST, start, -1) if text[at].isspace()), start + LONGEST)
        last = cut
        while text[last - 1].isspace():
            last -= 1
        pieces.append((start, last))
        start = cut


def _ends(text: str, match: re.Match[str], opened: int, start: int, end: int) -> bool:
    """True where the mark ends the sentence that began at ``opened``."""
    first = match.end()
    while first < end and text[first].isspace():
        first += 1
    if first >= end:
        return False
    word = WORD_BEFORE.search(text, max(opened, match.start() - BACK), match.start())
    before = word.group() if word else ""
    closed = match["close"]
    if first == match.end():
        return _ends_without_space(text, match, before, end)
    letter = first
    while letter < end and (text[letter] in OPENERS or text[letter].isspace()) and letter - first < 4:
        letter += 1
    after = text[letter : min(end, letter + AHEAD)]
    if not after:
        return True
    if after[0].islower() and not LOWER_NAME.match(after):
        return False
    if after[0] in ",;:)]}%":
        return False
    if match["mark"] != ".":
        return not (closed and letter == first and ASKED.match(after))
    quoted = letter > first or any(mark in closed for mark in "\"”’»'")
    return _full_stop_ends(text, before, after, opened, match, quoted)


def _ends_without_space(text: str, match: re.Match[str], before: str, end: int) -> bool:
    """True for a full stop that lost its space: "with India.The commanders"."""
    after = text[match.end() : min(end, match.end() + AHEAD)]
    inner = after.lstrip(OPENERS)
    if not inner or not inner[0].isupper() or len(inner) < 2:
        return False
    if match["mark"][-1] in "!?…" or match["close"]:
        return bool(inner[1].islower() or inner[1].isspace())
    if before in TITLES or before in OFTEN_INSIDE or LINK.search(before + "." + inner[:8]):
        return False
    if not (inner[1].islower() or inner[:2] in ("A ", "I ")):
        return False
    return (
        len(before) > 1 and (before[-1].islower() or before[-1].isdigit() or before[-1] in "%’'") and before.isascii()
    )


def _full_stop_ends(text: str, before: str, after: str, opened: int, match: re.Match[str], quoted: bool) -> bool:
    """True where a single full stop, followed by a space and then by no small letter, ends the sentence."""
    word = before.rsplit("-", 1)[-1] if before not in TITLES else before
    nextword = re.split(r"[^\w-]", after, maxsplit=1)[0].split("’")[0]
    starter = nextword in STARTERS
    if match.start() - opened < BACK and LIST_NUMBER.match(text[opened : match.start()].strip()):
        return False
    if word.lower() in DAY_TIME:
        return nextword not in AFTER_DAY_TIME and not after[0].isdigit()
    if word in NEVER or before in NEVER:
        return starter and word not in ("e.g", "i.e", "vs", "v")
    if word in TITLES:
        return starter and word in ("St", "Ft", "Mt", "Fr", "Hr", "Sh")
    if word in BEFORE_NUMBER:
        return not after[0].isdigit()
    if INITIALS.match(word):
        return _initial_ends(text, word, after, starter or quoted, match.start() - len(before), opened)
    if word in OFTEN_INSIDE or ACRONYM.match(word):
        return starter or (quoted and not match["close"].startswith(")"))
    return True


def _initial_ends(text: str, word: str, after: str, starter: bool, at: int, opened: int) -> bool:
    """True where "U.S." or "J." ends the sentence: not before a name, unless what stands before it is no name."""
    if starter:
        return True
    if len(word) > 1:
        return False
    previous = text[max(opened, at - BACK) : at].split()
    if not previous:
        return False
    last = previous[-1].strip(OPENERS)
    return last.lower() in LETTERED or (word == "I" and last[:1].islower())
