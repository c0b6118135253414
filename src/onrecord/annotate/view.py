"""What the parser is given of a sentence: the same words, laid out as the text it was trained on.

A view changes no word that is recorded: for each of its characters it knows the one it stands for, so that every
token is a span of the document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphen, zero-width characters, byte-order mark: pages hold them inside words, and they would cut the word."""

HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which a broken page may hold, and which the parser cannot be given."""

ODD = re.compile(f"[^\\S ]|  |{HALVES.pattern}|[{''.join(sorted(INVISIBLE))}]")
"""What a text is not shown with as it stands."""

NO_CHANGES: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class View:
    """``text`` for the parser; character ``i`` of it stands at ``offsets[i]`` of the document."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The document's range for ``text[start:end]``, which must not be empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


def view_of(text: str, start: int, end: int, changes: Mapping[int, str] = NO_CHANGES) -> View:
    """The view of ``text[start:end]``: invisible characters left out, each run of white space one space.

    ``changes`` gives what is to be seen at a position of the document, several characters included, or "" for nothing.
    """
    plain = not text.startswith(" ", start, end) and not ODD.search(text, start, end)
    if plain and changes.keys().isdisjoint(range(start, end)):
        return View(text[start:end], range(start, end))
    letters: list[str] = []
    offsets: list[int] = []
    for position in range(start, end):
        letter = text[position]
        if position in changes:
            letter = changes[position]
        if not letter or letter in INVISIBLE:
            continue
        if letter.isspace():
            if not letters or letters[-1] == " ":
                continue
            letter = " "
        letters.extend(letter)
        offsets.extend([position] * len(letter))
    return View(HALVES.sub("\ufffd", "".join(letters)), tuple(offsets))
