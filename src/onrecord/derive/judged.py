"""A person's word on whether two entries tell of one thing: it goes before every score, and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from onrecord.derive.likeness import Likeness
from onrecord.derive.linkage import Pair
from onrecord.schema import Judgement

TOGETHER = "with"
APART = "apart"
FREE = "free"
"""Keys of the ``fields`` of a judgement ``merge``: the other entry, and what is said of the two. The last one counts."""
OVERRULES = 1e6
"""A score that no mean of others outweighs."""


class Joined:
    """What judgements say of pairs of entries."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        """Takes all judgements in the order they were made; those that are no merge say nothing here."""
        self._said: dict[frozenset[str], tuple[str, str]] = {}
        for one in judgements:
            if one.verdict == "merge":
                for key, other in _fields(one).items():
                    self._said[frozenset((one.entry, other))] = (key, one.by)

    def over(self, ids: Sequence[str], likes: Mapping[Pair, Likeness]) -> dict[Pair, Likeness]:
        """``likes`` with judged pairs in the place of scored ones; ``ids`` are those of the things compared, in order."""
        found = dict(likes)
        place = {id: at for at, id in enumerate(ids)}
        for pair, (key, by) in self._said.items():
            places = sorted(place[id] for id in pair if id in place)
            if len(places) == 2 and key != FREE:
                sign = 1 if key == TOGETHER else -1
                found[places[0], places[1]] = Likeness(sign * OVERRULES, f"judged by {by}")
        return found


def fields_of(key: str, other: str) -> str:
    """The ``fields`` of a judgement that says ``key`` of an entry and another."""
    return json.dumps({key: other})


def _fields(one: Judgement) -> dict[str, str]:
    given = json.loads(one.fields)
    return {key: str(given[key]) for key in (TOGETHER, APART, FREE) if key in given} if isinstance(given, dict) else {}
