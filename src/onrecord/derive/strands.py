"""Strands: the pages of a story within which reports are compared with each other, and how strands make up a story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.derive.archive import Archive, Card
from onrecord.derive.linkage import average_link
from onrecord.derive.vectors import Vectors
from onrecord.schema import Story

LEAST = 0.12
"""Mean cosine of the names on two strands from which on they are parts of one story. B-cubed of stories is then 100 on
the project's own (59 without), and 45 on 1,200 articles about nine long crises (T17; 11 without); with 0.1 it is 55 there, but
then pages of one day about other things are joined."""
ALIKE = 0.035
"""Mean cosine of all words of their pages below which two strands that name the same tell of different matters. On invented
dispatches, where few people act in hundreds of matters, it parts some of what names alone put together (precision of B-cubed .32
to .39, ``python evals/scale.py --pages 1000``); the project's own stories lose pages from 0.05 on."""
LOOKED_AT = 6
"""Pages of a strand, spread over it, of which that is taken."""
PAUSE = 183
"""Days that may lie between two strands of one story: a quarrel rests, but what comes back after years is another one."""


@dataclass(frozen=True, slots=True)
class Strand:
    """Some pages of a story, by publication."""

    id: str
    story: str
    docs: tuple[str, ...]


def strands(archive: Archive) -> list[Strand]:
    """The strands of all stories, as an earlier step found them, in the order of their episodes."""
    docs: dict[tuple[str, str], list[str]] = {}
    for row in archive.rows(Story):
        if row.level == "episode":
            docs.setdefault((row.strand, row.story), []).extend(row.docs)
    return [Strand(id, story, archive.in_order(pages)) for (id, story), pages in docs.items()]


def joined(
    groups: Sequence[Sequence[int]], cards: Sequence[Card], names: Sequence[Mapping[str, float]], words: Vectors
) -> list[list[int]]:
    """Groups of pages as stories, as places in ``groups``: those join that name the same, follow each other in time and are not
    quite without words in common.

    A group without dated pages joins none: nothing tells two floods apart but their days.
    """
    vectors = Vectors([_sum(names[page] for page in group) for group in groups])
    spans = [_span([cards[page] for page in group]) for group in groups]
    scores = {
        (one, other): score
        for (one, other), score in vectors.scores().items()
        if _follow(spans[one], spans[other]) and _likeness(words, groups[one], groups[other]) >= ALIKE
    }
    return average_link(len(groups), scores, LEAST)


def _likeness(words: Vectors, one: Sequence[int], other: Sequence[int]) -> float:
    """The mean cosine of some pages of two groups, spread over each."""
    pairs = [(first, second) for first in _some(one) for second in _some(other)]
    return sum(words.cosine(first, second) for first, second in pairs) / len(pairs)


def _some(group: Sequence[int]) -> Sequence[int]:
    return group[:: max(1, -(-len(group) // LOOKED_AT))]


def _sum(counts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    total: defaultdict[str, float] = defaultdict(float)
    for one in counts:
        for name, count in one.items():
            total[name] += count
    return dict(total)


def _span(cards: Sequence[Card]) -> tuple[date, date] | None:
    days = [card.first for card in cards if card.first is not None]
    return (min(days), max(days)) if days else None


def _follow(one: tuple[date, date] | None, other: tuple[date, date] | None) -> bool:
    if one is None or other is None:
        return False
    return (max(one[0], other[0]) - min(one[1], other[1])).days <= PAUSE
