"""Average-link grouping of things of which only the likely pairs were compared."""

from __future__ import annotations

import heapq
from collections.abc import ItemsView, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Pair = tuple[int, int]
Places = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]

FEW = 200
"""Things of which it is not worth while to look for blocks."""


class Scores(Mapping[Pair, float]):
    """Scores of pairs (lower, higher) as arrays in their order: 24 bytes a pair, where a dictionary takes 230."""

    def __init__(self, ones: Places, others: Places, values: Doubles) -> None:
        """The pairs by their first and second place, with what they score."""
        self.ones, self.others, self.values_of = ones, others, values
        self._row: tuple[int, dict[int, float]] = (-1, {})

    @classmethod
    def of(cls, scores: Mapping[Pair, float]) -> Scores:
        """The same as arrays."""
        if isinstance(scores, Scores):
            return scores
        pairs = sorted(scores)
        ends = np.array(pairs, np.int64).reshape(len(pairs), 2)
        return cls(ends[:, 0], ends[:, 1], np.array([scores[pair] for pair in pairs], np.float64))

    def __len__(self) -> int:
        """How many pairs."""
        return len(self.ones)

    def __iter__(self) -> Iterator[Pair]:
        """The pairs in order."""
        return (pair for pair, _ in self.items())

    def __getitem__(self, pair: Pair) -> float:
        """The score of a pair. Raises KeyError where there is none."""
        one, other = pair
        if self._row[0] != one:  # pairs of one thing are asked for one after the other
            begin, end = np.searchsorted(self.ones, (one, one + 1))
            row = zip(self.others[begin:end].tolist(), self.values_of[begin:end].tolist(), strict=True)
            self._row = one, dict(row)
        return self._row[1][other]

    def items(self) -> ItemsView[Pair, float]:
        """The pairs with their scores."""
        return _Items(self)


class _Items(ItemsView[Pair, float]):
    def __init__(self, scores: Scores) -> None:
        super().__init__(scores)
        self._scores = scores

    def __iter__(self) -> Iterator[tuple[Pair, float]]:
        held = self._scores
        for begin in range(0, len(held), 100_000):
            some = slice(begin, begin + 100_000)
            pairs = zip(held.ones[some].tolist(), held.others[some].tolist(), strict=True)
            yield from zip(pairs, held.values_of[some].tolist(), strict=True)


def average_link(many: int, scores: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Groups of ``range(many)``: the two groups with the highest mean score are joined for as long as it is ``least``.

    ``scores`` are of pairs (lower, higher); a pair that is not there scores 0. Among equals the lowest places go first, so
    that the result hangs on nothing but the scores. Groups come by their lowest place, each in order.

    Block after block is grouped by itself, so that memory goes by the largest and not by all; the groups are the same.
    """
    if many <= FEW:
        return _linked(many, scores, least)
    groups = []
    for places, inside in blocks(many, Scores.of(scores), least):
        groups += [[places[at] for at in group] for group in _linked(len(places), inside, least)]
    return sorted(groups)


def blocks(many: int, scores: Scores, least: float) -> Iterator[tuple[Sequence[int], Mapping[Pair, float]]]:
    """``range(many)`` in blocks between which no pair scores ``least``, each with its scores by places in the block.

    A mean is never above the highest score, so that no two groups of different blocks are ever joined.
    """
    block = _block_of(many, scores, least)
    order = np.argsort(block, kind="stable")
    firsts, begins = np.unique(block[order], return_index=True)
    inside = np.flatnonzero(block[scores.ones] == block[scores.others])
    inside = inside[np.argsort(block[scores.ones[inside]], kind="stable")]
    bounds = np.searchsorted(block[scores.ones[inside]], np.append(firsts, many))
    for number, places in enumerate(np.split(order, begins[1:])):
        pairs = inside[bounds[number] : bounds[number + 1]]
        one, other = (np.searchsorted(places, ends[pairs]).tolist() for ends in (scores.ones, scores.others))
        values = scores.values_of[pairs].tolist()
        yield places.tolist(), dict(zip(zip(one, other, strict=True), values, strict=True))


def _block_of(many: int, scores: Scores, least: float) -> Places:
    """The lowest place of the block of each place."""
    above = list(range(many))

    def lowest(place: int) -> int:
        while above[place] != place:
            above[place] = place = above[above[place]]
        return place

    close = np.flatnonzero(scores.values_of >= least)
    for one, other in zip(scores.ones[close].tolist(), scores.others[close].tolist(), strict=True):
        one, other = lowest(one), lowest(other)
        above[max(one, other)] = min(one, other)
    return np.array([lowest(place) for place in range(many)], np.int64)


def _linked(many: int, scores: Mapping[Pair, float], least: float) -> list[list[int]]:
    """The groups of one block. The update of mean scores is that of Lance and Williams (1967)."""
    size = dict.fromkeys(range(many), 1)
    near: dict[int, dict[int, float]] = {place: {} for place in range(many)}
    for (one, other), score in scores.items():
        near[one][other] = near[other][one] = score
    heap = [(-score, one, other) for (one, other), score in scores.items() if score >= least]
    heapq.heapify(heap)
    members = {place: [place] for place in range(many)}
    while heap:
        score, one, other = heapq.heappop(heap)
        if one not in near or other not in near or near[one].get(other) != -score:
            continue
        gone = near.pop(other)
        kept = near[one]
        kept.pop(other)
        gone.pop(one)
        mine, theirs = size[one], size.pop(other)
        both = mine + theirs
        for place in kept.keys() | gone.keys():
            mean = (kept.get(place, 0.0) * mine + gone.get(place, 0.0) * theirs) / both
            beside = near[place]
            beside.pop(other, None)
            beside[one] = kept[place] = mean
            if mean >= least:
                heapq.heappush(heap, (-mean, one, place) if one < place else (-mean, place, one))
        size[one] = both
        members[one] += members.pop(other)
    return [sorted(members[place]) for place in sorted(members)]


def mean_score(group: list[int], scores: Mapping[Pair, float]) -> float:
    """The mean score of the pairs in a group, a judged pair counting 1; 1 for a single thing."""
    pairs = [(one, other) for at, one in enumerate(group) for other in group[at + 1 :]]
    return sum(min(1.0, scores.get(pair, 0.0)) for pair in pairs) / len(pairs) if pairs else 1.0
