"""How far two issues name one thing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from onrecord.derive.issues import Issue
from onrecord.derive.matters import matter, telling_of


class Weights:
    """How much a stem tells, by how many of the issues it stands in."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        """Counts the stems of ``issues``."""
        counted: Counter[str] = Counter()
        total = 0
        for issue in issues:
            counted.update(issue.stems)
            total += 1
        self._weights: Mapping[str, float] = {
            name: math.log((total + 2) / (count + 0.5)) * (1.0 if telling_of(frozenset((name,))) else 0.3)
            for name, count in counted.items()
        }
        self._whole: dict[frozenset[str], float] = {}

    def of(self, stems: Iterable[str]) -> float:
        """The sum over ``stems``."""
        return sum(max(self._weights.get(name, 1.0), 0.1) for name in stems)

    def whole(self, issue: Issue) -> float:
        """The sum over all stems of an issue, which is held against many."""
        if issue.stems not in self._whole:
            self._whole[issue.stems] = self.of(issue.stems)
        return self._whole[issue.stems]


def likeness(first: Issue, second: Issue, weights: Weights) -> float:
    """How far two issues are one, 0 to 1: the weight of the words they share, by that of the one with fewer words.

    What both name first must be among these words. One shared word is too little unless it is all that one of them names first.
    """
    shared = first.stems & second.stems
    if not shared & first.telling or not shared & second.telling:
        return 0.0
    if first.head and second.head and not (shared & first.head and shared & second.head):
        return 0.0
    score = weights.of(shared) / max(min(weights.whole(first), weights.whole(second)), 0.1)
    score = score if len(shared) > 1 else score * 0.6
    return max(score, ALONE) if is_named_alone(first, second) and not _kinds_apart(first, second) else score


def _kinds_apart(first: Issue, second: Issue) -> bool:
    """True where both tell more than what they name, and nothing that is the same: a ban on maize, a ban on milk."""
    more = first.telling - first.head, second.telling - second.head
    return bool(more[0] and more[1]) and not more[0] & more[1]


ALONE = 0.7
"""How like two issues are that have what they name first in common, and nothing that speaks against it."""


def is_named_alone(first: Issue, second: Issue) -> bool:
    """True where one of two issues names a single thing and the other names the same: "mediation", "mediation by the league".

    A thing that is named often counts where verbs tell of both whether it goes on: "closed the border", "reopen its border"; and
    where both are to be with the same: "talks with Norland".
    """
    one = min(first.head, second.head, key=lambda head: (len(head), sorted(head)))
    told = first.moved and second.moved or bool(first.withs & second.withs) or not one & _COMMON
    return len(one) == 1 and one <= first.head & second.head and told


_COMMON = frozenset(
    matter(word)
    for word in """talks meeting visit agreement support help work border people law report use implement hand act move respond
    discuss decide consider ensure begin start end call demand request appeal answer reply accept seek try change decision word
    condition violence power state force war peace security rights attack action country side order role fight kill""".split()
)
"""Stems of what is named so often that it alone makes no issue."""
