"""Stories: pages that tell of one matter, and within them episodes, which lie close in time and in words.

Average link over pages gives strands: a quarrel of months falls into several, for its pages share few words beside its names. By
these strands become stories.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

import numpy as np

from onrecord.derive.archive import Archive, Card
from onrecord.derive.copies import Sources
from onrecord.derive.ids import id_of
from onrecord.derive.linkage import Scores, average_link
from onrecord.derive.strands import joined
from onrecord.derive.vectors import Vectors
from onrecord.schema import Level, Passage, Story

LEAST_STORY = 0.2
"""Mean cosine of pages from which on they tell one story; B-cubed on ECB+ (``python -m evals.stories ecb FOLDER``) is
within two points of its best from 0.18 to 0.24."""
LEAST_EPISODE = 0.35
"""The same for an episode."""
TOGETHER = 1.8
"""What likeness counts of two pages of one day: of 1,200 dated articles about nine long crises (T17) 22 % then stand alone, and
32 % with 1.0; 98 % and 97 % of them stand in a group of their crisis."""
HALF = 30.0
"""Days between two pages after which that is halved."""
FAR = 1.0
"""What it counts at least, however long after: a quarrel of months may be told on few pages, as likeness alone tells."""


def stories(archive: Archive) -> Iterator[Story]:
    """A row for each story, each followed by its episodes; a page that stands alone is a story of its own."""
    vectors = archive.vectors
    scores = near_in_time(vectors.scores(), archive.cards)
    sources = Sources(archive)
    strands = average_link(len(archive.cards), scores, LEAST_STORY)
    for parts in joined(strands, archive.cards, [archive.names(card.doc) for card in archive.cards], vectors):
        pages = sorted(page for part in parts for page in strands[part])
        story = id_of("story", archive.cards[pages[0]].doc)
        yield _row(archive, vectors, sources, pages, id=story, level="story", story=story)
        for part in parts:
            strand = id_of("strand", archive.cards[strands[part][0]].doc)
            for episode in _episodes(strands[part], scores):
                id = id_of("episode", archive.cards[episode[0]].doc)
                yield _row(archive, vectors, sources, episode, id=id, level="episode", story=story, strand=strand)


def _episodes(strand: Sequence[int], scores: Scores) -> Iterator[list[int]]:
    """The pages of a strand by episodes."""
    inside = {
        (at, at + 1 + behind): scores[one, other]
        for at, one in enumerate(strand)
        for behind, other in enumerate(strand[at + 1 :])
        if (one, other) in scores
    }
    for episode in average_link(len(strand), inside, LEAST_EPISODE):
        yield [strand[place] for place in episode]


def near_in_time(scores: Scores, cards: Sequence[Card]) -> Scores:
    """The scores, more for pages close in time; for undated ones likeness alone counts."""
    nearness = lru_cache(maxsize=1 << 16)(_nearness)
    near = (nearness(cards[one].first, cards[other].first) for one, other in scores)
    return Scores(scores.ones, scores.others, scores.values_of * np.fromiter(near, np.float64, len(scores)))


def _nearness(one: date | None, other: date | None) -> float:
    if one is None or other is None:
        return 1.0
    return float(max(FAR, TOGETHER * 0.5 ** (abs((one - other).days) / HALF)))


def _row(
    archive: Archive, vectors: Vectors, sources: Sources, pages: Sequence[int], *, id: str, level: Level, story: str,
    strand: str = "",
) -> Story:  # fmt: skip
    cards = [archive.cards[page] for page in pages]
    days = [card.first for card in cards if card.first is not None]
    last = [card.last for card in cards if card.last is not None]
    docs = tuple(card.doc for card in cards)
    title = _title(vectors, cards, pages)
    return Story(
        id=id,
        docs=docs,
        passages=tuple(Passage(doc, *place) for doc in docs if (place := archive.outline(doc).headline) is not None),
        level=level,
        story=story,
        strand=strand,
        title=title,
        earliest=min(days, default=None),
        latest=max(last, default=None),
        pages=len(docs),
        sources=sources.independent(docs),
        outlets=len({card.outlet for card in cards if card.outlet}),
    )


def _title(vectors: Vectors, cards: Sequence[Card], pages: Sequence[int]) -> str:
    """The headline of the page that is most like the others; the first of equals."""
    titled = {page: card.title for page, card in zip(pages, cards, strict=True) if card.title}
    if not titled:
        return ""
    return titled[vectors.likest(list(titled)) if len(titled) > 2 else min(titled)]
