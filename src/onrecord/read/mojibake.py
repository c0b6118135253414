"""Letters that were decoded once in the wrong way (``â€œ`` for ``“``): read right, while the page's text stays as it is.

What the page says is found in a view of its text with those letters repaired, and then moved to where it stands in the
text itself. The table is that of UTF-8 taken for Windows-1252, the one such fault that English pages show. ftfy knows more
of them, but gives no offsets, and leaves closing quotation marks whose last byte was lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from onrecord.schema import Document, Findings

T = TypeVar("T")
Move = Callable[[int], int]


def _wrongly_read(byte: int) -> str:
    """The letter that Windows-1252 makes of a byte; a control character where it has none, as web browsers do."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


_BYTE_OF = {_wrongly_read(byte): byte for byte in range(0x80, 0x100)}
_AFTER = "[" + re.escape("".join(_wrongly_read(byte) for byte in range(0x80, 0xC0))) + "]"
_LOST_END = "â€"
_FAULT = re.compile(rf"[ÂÃÄÅ]{_AFTER}|â{_AFTER}{_AFTER}|{_LOST_END}(?!{_AFTER})")
"""Two bytes of a Latin letter or sign, three of a punctuation mark or currency sign; or the three of a closing quotation
mark, whose last is a control character in Windows-1252 and often lost."""


@dataclass(frozen=True, slots=True)
class Repair:
    """``text[start:end]`` of the page is ``letter``."""

    start: int
    end: int
    letter: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """A page's text with its repairs made: ``document`` is that of the view, and each repair one letter in it."""

    document: Document
    original: Document
    places: tuple[int, ...]
    shifts: tuple[int, ...]

    def back(self, found: Findings) -> Findings:
        """What was found in the view, as spans of the page's own text. Names that it led to stay repaired."""
        moved = _moved(found, self._to_page, self.document.text, self.original.text)
        return replace(moved, document=self.original)

    def _to_page(self, position: int) -> int:
        return position + self.shifts[bisect_left(self.places, position)]


def cleared(document: Document) -> Cleared | None:
    """The view of a page whose text holds letters that were decoded wrongly; None for any other page."""
    made = tuple(repairs(document.text))
    if not made:
        return None
    parts, end = [], 0
    for one in made:
        parts += [document.text[end : one.start], one.letter]
        end = one.end
    text = "".join((*parts, document.text[end:]))
    shifts = [0]
    for one in made:
        shifts.append(shifts[-1] + one.end - one.start - 1)
    starts = tuple(one.start for one in made)
    places = tuple(start - shift for start, shift in zip(starts, shifts, strict=False))

    def to_view(position: int) -> int:
        return position - shifts[bisect_left(starts, position)]

    view = replace(_moved(document, to_view, document.text, text), text=text)
    return Cleared(view, document, places, tuple(shifts))


def repairs(text: str) -> Iterator[Repair]:
    """The letters of ``text`` that were decoded wrongly, in its order; what makes no letter is left alone."""
    for match in _FAULT.finditer(text):
        if match[0] == _LOST_END:
            yield Repair(match.start(), match.end(), "”")
            continue
        try:
            letter = bytes(_BYTE_OF[one] for one in match[0]).decode("utf-8")
        except (UnicodeDecodeError, KeyError):
            continue
        if letter.isprintable() or letter == "\xa0":
            yield Repair(match.start(), match.end(), letter)


def _moved(value: T, move: Move, source: str, target: str) -> T:
    """``value`` with every range in it moved, and the words of those that are words of ``source`` taken from ``target``."""
    if isinstance(value, tuple):
        return cast(T, tuple(_moved(item, move, source, target) for item in value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for one in fields(value):
        old = getattr(value, one.name)
        new = _moved(old, move, source, target)
        if new is not old:
            changed[one.name] = new
    start, end = getattr(value, "start", None), getattr(value, "end", None)
    if isinstance(start, int) and isinstance(end, int):
        changed |= {"start": move(start), "end": move(end)}
        if getattr(value, "text", None) == source[start:end]:
            changed["text"] = target[changed["start"] : changed["end"]]
    return cast(T, replace(value, **changed)) if changed else value
