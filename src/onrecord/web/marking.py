"""A page's text cut up for display: which words belong to which entries, and which to what was searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.schema import Block, Document, Entry, Event
from onrecord.store.words import fold, sought

PART = 40_000
"""Characters of a page's text on one screen page: longer ones are shown in parts."""
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that play a part: ``text[start:end]`` is ``label`` of the entry ``id``."""

    start: int
    end: int
    label: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with the labels that hold for all of it; ``begins`` are the entries whose first word it holds."""

    text: str
    labels: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A block of a page, or a part of a very long one, with the ids of the entries that begin in it."""

    kind: str
    why: str
    pieces: tuple[Piece, ...]
    begins: tuple[str, ...]


def pieces(text: str, start: int, end: int, marks: Iterable[Mark], first: dict[str, int]) -> tuple[Piece, ...]:
    """``text[start:end]`` cut wherever a mark begins or ends; ``first`` is where each entry begins."""
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    cuts = {start, end}
    for mark in inside:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    ordered = sorted(cuts)
    found = []
    for left, right in zip(ordered, ordered[1:], strict=False):
        over = [mark for mark in inside if mark.start <= left and right <= mark.end]
        labels = tuple(dict.fromkeys(mark.label for mark in over))
        begins = tuple(dict.fromkeys(mark.id for mark in over if mark.id and first.get(mark.id) == left))
        found.append(Piece(text[left:right], labels, begins))
    return tuple(found)


def marks_of(entry: Entry) -> Iterator[Mark]:
    """The words that show an entry on its page: cue and contents of a statement, trigger of an event."""
    if isinstance(entry, Event):
        yield Mark(entry.trigger.start, entry.trigger.end, "trigger", entry.id)
        return
    if entry.cue is not None:
        yield Mark(entry.cue.start, entry.cue.end, "cue", entry.id)
    for span in entry.content:
        yield Mark(span.start, span.end, "content", entry.id)


def parts(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks in parts that a browser shows at once; a block that is longer than that is cut."""
    found: list[list[Block]] = [[]]
    held = 0
    for block in _cut(blocks):
        size = block.end - block.start
        if held and held + size > PART:
            found.append([])
            held = 0
        found[-1].append(block)
        held += size
    return found


def part_at(cut: Sequence[Sequence[Block]], place: int) -> int:
    """The number, from 1 on, of the part that holds a place in the text."""
    for number, blocks in enumerate(cut, 1):
        if blocks and place < blocks[-1].end:
            return number
    return len(cut)


def lines(document: Document, blocks: Sequence[Block], entries: Sequence[Entry]) -> list[Line]:
    """The blocks with the words of the entries marked."""
    if not blocks:
        return []
    marks = [mark for entry in entries for mark in marks_of(entry)]
    first: dict[str, int] = {}
    for mark in marks:
        first[mark.id] = min(mark.start, first.get(mark.id, mark.start))
    low, high = blocks[0].start, blocks[-1].end
    here = [mark for mark in marks if mark.start < high and low < mark.end]
    found = []
    for block in blocks:
        cut = pieces(document.text, block.start, block.end, here, first)
        begins = tuple(id for piece in cut for id in piece.begins)
        found.append(Line(block.kind, block.why, cut, begins))
    return found


def hits(text: str, query: str) -> tuple[Piece, ...]:
    """``text`` with the words that ``query`` asks for labelled ``hit``."""
    there = [(found.start(), found.end(), fold(found[0])) for found in WORD.finditer(text)]
    folded = [word for _, _, word in there]
    marks = []
    for one in sought(query):
        length = len(one.words)
        for at in range(len(folded) - length + 1):
            if one.fits(folded[at : at + length]):
                marks.append(Mark(there[at][0], there[at + length - 1][1], "hit"))
    return pieces(text, 0, len(text), marks, {}) if text else ()


def _cut(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        for start in range(block.start, block.end, PART):
            yield Block(block.kind, start, min(block.end, start + PART), block.why)
