"""Average-link grouping of things of which only the likely pairs were compared."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence

Pair = tuple[int, int]


def average_link(many: int, scores: Mapping[Pair, float], least: float) -> list[list[int]]:
    """Groups of ``range(many)``: the two groups with the highest mean score are joined for as long as it is ``least``.

    ``scores`` are of pairs (lower, higher); a pair that is not there scores 0. Among equals the lowest places go first, so
    that the result hangs on nothing but the scores. Groups come by their lowest place, each in order.

    Block after block is grouped by itself, so that memory goes by the largest and not by all; the groups are the same.
    """
    groups = []
    for places, inside in blocks(many, scores, least):
        groups += [[places[at] for at in group] for group in _linked(len(places), inside, least)]
    return sorted(groups)


def blocks(
    many: int, scores: Mapping[Pair, float], least: float
) -> Iterator[tuple[Sequence[int], Mapping[Pair, float]]]:
    """``range(many)`` in blocks between which no pair scores ``least``, each with its scores by places in the block.

    A mean is never above the highest score, so that no two groups of different blocks are ever joined.
    """
    block = _block_of(many, scores, least)
    places: dict[int, list[int]] = {}
    for place, first in enumerate(block):
        places.setdefault(first, []).append(place)
    pairs: dict[int, list[Pair]] = {}
    for pair in scores:
        if block[pair[0]] == block[pair[1]]:
            pairs.setdefault(block[pair[0]], []).append(pair)
    for first, inside in places.items():
        at = {place: number for number, place in enumerate(inside)}
        yield inside, {(at[one], at[other]): scores[one, other] for one, other in pairs.pop(first, ())}


def _block_of(many: int, scores: Mapping[Pair, float], least: float) -> list[int]:
    """The lowest place of the block of each place."""
    above = list(range(many))

    def lowest(place: int) -> int:
        while above[place] != place:
            above[place] = place = above[above[place]]
        return place

    for (one, other), score in scores.items():
        if score >= least:
            one, other = lowest(one), lowest(other)
            above[max(one, other)] = min(one, other)
    return [lowest(place) for place in range(many)]


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
