"""Countries by the words of a page that they alone use: *zloty*, *barangay*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from onrecord.lexicon.actors import NameHit

_SEAT = re.compile(
    r"[(,] ?(?:[RDI]|Rep|Dem)\.?(?:-|, )(?:[A-Z][a-z]+\.?(?: [A-Z][a-z]+\.?)?|[A-Z]{2}|[A-Z]\.[A-Z]\.)(?=[),])"
)
"""Party and state behind a lawmaker of the United States: *(D-Mich.)*, *, R-Ky.,*."""


def points_of(hits: Iterable[NameHit], text: str, stated: set[str], is_read: Callable[[int], bool]) -> dict[str, float]:
    """A point for each word that one country alone uses, and one for the country whose all shared words can be.

    ``stated`` are the countries that the page names; ``is_read`` tells what of it is read.
    """
    found = {text[hit.start : hit.end]: hit.actor.split(",") for hit in hits if is_read(hit.start)}
    found |= {match.group(): ["USA"] for match in _SEAT.finditer(text) if is_read(match.start())}
    points: dict[str, float] = {}
    for codes in found.values():
        if len(codes) == 1:
            points[codes[0]] = points.get(codes[0], 0.0) + 1.0
    shared = [set(codes) for codes in found.values() if len(codes) > 1]
    named = stated | set(points)
    possible = set.intersection(*shared) if shared else set()
    possible = possible & named if possible & named else possible
    if len(possible) == 1 and len(shared) + len(named) > 1:
        code = possible.pop()
        points[code] = points.get(code, 0.0) + 1.0
    return points
