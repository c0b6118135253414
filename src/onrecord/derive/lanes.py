"""Lanes: an actor's commitments by issue, told apart by no more than a mark of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.derive.changes import Held
from onrecord.derive.issues import Issue
from onrecord.derive.sameness import Weights, likeness

LEAST = 0.55
"""How like two issues must be to be one."""
LAST = 8
"""Commitments of a lane, the latest, that a further one is held against."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells the lane of a commitment, the ``number``-th of its page: ``holder`` and ``counterpart`` are keys."""

    doc: str
    number: int
    id: str
    start: int
    holder: str
    name: str
    counterpart: str | None
    issue: Issue
    is_deed: bool
    first: date | None
    last: date | None


def mark_of(held: Held, number: int) -> Mark:
    """The mark of a commitment."""
    made = held.commitment
    against = made.counterpart.key if made.counterpart else None
    return Mark(
        made.doc, number, made.id, made.start, made.holder.key, made.holder.name, against, made.issue, made.is_deed,
        held.first, held.last,
    )  # fmt: skip


@dataclass
class _Lane:
    """The commitments of one actor on one issue."""

    marks: list[Mark] = field(default_factory=list)
    counterparts: set[str] = field(default_factory=set)

    def add(self, mark: Mark) -> None:
        """Takes a commitment in."""
        self.marks.append(mark)
        if mark.counterpart is not None:
            self.counterparts.add(mark.counterpart)

    def takes(self, one: Mark, weights: Weights) -> float:
        """How well ``one`` fits in, 0 where it does not."""
        against, known = one.counterpart, self.counterparts
        if (
            against is not None
            and known
            and against not in known
            and not any(_may_be_one(against, key) for key in known)
        ):
            return 0.0
        return max(likeness(one.issue, mark.issue, weights) for mark in self.marks[-LAST:])


class _Index:
    """Which lanes hold an issue that may be like another: each has a stem of what the other names first, if it names that."""

    def __init__(self) -> None:
        """No lanes yet."""
        self._all: dict[str, set[int]] = defaultdict(set)
        self._heads: dict[str, set[int]] = defaultdict(set)
        self._headless: dict[str, set[int]] = defaultdict(set)

    def add(self, issue: Issue, lane: int) -> None:
        """An issue of a lane."""
        for stems, index in (
            (issue.stems, self._all),
            (issue.head, self._heads),
            (() if issue.head else issue.telling, self._headless),
        ):
            for stem in stems:
                index[stem].add(lane)

    def near(self, issue: Issue) -> list[int]:
        """The lanes to be looked at, in their order."""
        if not issue.head:
            return sorted(_any(self._all, issue.telling))
        found = _any(self._all, issue.head) & _any(self._heads, issue.stems)
        return sorted(found | _any(self._headless, issue.telling))


def _any(index: Mapping[str, set[int]], stems: Iterable[str]) -> set[int]:
    return set().union(*(index[stem] for stem in stems if stem in index))


def lanes(marks: Iterable[Mark], weights: Weights) -> Iterator[Sequence[Mark]]:
    """The lanes of one actor, by their first commitments."""
    found: list[_Lane] = []
    index = _Index()
    for one in sorted(marks, key=lambda mark: order(mark.first, mark.last, mark.start, mark.id)):
        scored = [(found[at].takes(one, weights), -at) for at in index.near(one.issue)]
        best, place = max(scored, default=(0.0, 0))
        if best >= LEAST:
            at = -place
        else:
            at = len(found)
            found.append(_Lane())
        found[at].add(one)
        index.add(one.issue, at)
    for lane in found:
        yield lane.marks


def order(first: date | None, last: date | None, start: int, id: str) -> tuple[date, date, int, str]:
    """The key by which commitments are put in order; those without a day come last."""
    unknown = first is None and last is None
    return (date.max if unknown else first or last or date.max, last or first or date.max, start, id)


def _may_be_one(first: str, second: str) -> bool:
    """True for two actors that pages alone know, of names with a word in common: "Front", "Front for the Lake"."""
    if not (first.startswith("doc:") and second.startswith("doc:")):
        return False
    return not set(first[4:].split("-")).isdisjoint(second[4:].split("-"))
