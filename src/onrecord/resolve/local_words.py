"""Words that tell of which country a page speaks without naming it: those that one country alone uses, or few."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from onrecord.lexicon.actors import ActorTable

_SEAT = re.compile(
    r"[(,] ?(?:[RDI]|Rep|Dem)\.?(?:-|, )(?:[A-Z][a-z]+\.?(?: [A-Z][a-z]+\.?)?|[A-Z]{2}|[A-Z]\.[A-Z]\.)(?=[),])"
)
"""Party and state behind a lawmaker of the United States: *(D-Mich.)*, *, R-Ky.,*."""


def local_words(
    text: str, is_read: Callable[[int], bool], named: Collection[str], actors: ActorTable
) -> dict[str, float]:
    """Countries by the words of the page that they alone use, a point for each; of shared words, whose all of them can be.

    ``is_read`` tells whether a position is; ``named`` are the countries that the page names.
    """
    found = {
        text[hit.start : hit.end]: hit.actor.split(",") for hit in actors.country_words.find(text) if is_read(hit.start)
    }
    found |= {match.group(): ["USA"] for match in _SEAT.finditer(text) if is_read(match.start())}
    points: dict[str, float] = {}
    for codes in found.values():
        if len(codes) == 1:
            points[codes[0]] = points.get(codes[0], 0.0) + 1.0
    shared = [set(codes) for codes in found.values() if len(codes) > 1]
    known = set(named) | set(points)
    possible = set.intersection(*shared) if shared else set()
    possible = possible & known if possible & known else possible
    if len(possible) == 1 and len(shared) + len(known) > 1:
        code = possible.pop()
        points[code] = points.get(code, 0.0) + 1.0
    return points
