"""Stories: pages that tell of one matter, and within them episodes, which lie close in time and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.derive.archive import Archive, Card
from onrecord.derive.copies import Sources
from onrecord.derive.ids import id_of
from onrecord.derive.linkage import Pair, average_link
from onrecord.derive.vectors import Vectors
from onrecord.schema import Passage, Story

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
COMPARED = 20
"""Pages that each headline's page is held against; more do not change which one is most like all."""
FAR = 1.0
"""What it counts at least, however long after: a quarrel of months may be told on few pages, as likeness alone tells."""


def stories(archive: Archive) -> Iterator[Story]:
    """A row for each story, each followed by its episodes; a page that stands alone is a story of its own."""
    vectors = archive.vectors
    scores = near_in_time(vectors.scores(), archive.cards)
    sources = Sources(archive)
    for story in average_link(len(archive.cards), scores, LEAST_STORY):
        first = id_of("story", archive.cards[story[0]].doc)
        yield _row(archive, vectors, sources, story, "story", first, first)
        inside = {
            (at, at + 1 + behind): scores[one, other]
            for at, one in enumerate(story)
            for behind, other in enumerate(story[at + 1 :])
            if (one, other) in scores
        }
        for episode in average_link(len(story), inside, LEAST_EPISODE):
            pages = [story[place] for place in episode]
            yield _row(
                archive, vectors, sources, pages, "episode", id_of("episode", archive.cards[pages[0]].doc), first
            )


def near_in_time(scores: dict[Pair, float], cards: Sequence[Card]) -> dict[Pair, float]:
    """The scores, more for pages close in time; for undated ones likeness alone counts."""
    return {pair: score * _nearness(cards[pair[0]].first, cards[pair[1]].first) for pair, score in scores.items()}


def _nearness(one: date | None, other: date | None) -> float:
    if one is None or other is None:
        return 1.0
    return float(max(FAR, TOGETHER * 0.5 ** (abs((one - other).days) / HALF)))


def _row(
    archive: Archive, vectors: Vectors, sources: Sources, pages: Sequence[int], level: str, id: str, story: str
) -> Story:
    cards = [archive.cards[page] for page in pages]
    days = [card.first for card in cards if card.first is not None]
    last = [card.last for card in cards if card.last is not None]
    docs = tuple(card.doc for card in cards)
    title = _title(vectors, cards, pages)
    return Story(
        id=id,
        docs=docs,
        passages=tuple(Passage(doc, *place) for doc in docs if (place := archive.outline(doc).headline) is not None),
        level="story" if level == "story" else "episode",
        story=story,
        title=title,
        earliest=min(days, default=None),
        latest=max(last, default=None),
        pages=len(docs),
        sources=sources.independent(docs),
        outlets=len({card.outlet for card in cards if card.outlet}),
    )


def _title(vectors: Vectors, cards: Sequence[Card], pages: Sequence[int]) -> str:
    """The headline of the page that is most like the others; the first of equals."""
    titled = [(page, card) for page, card in zip(pages, cards, strict=True) if card.title]
    if not titled:
        return ""
    if len(titled) > 2:
        compared = [page for page, _ in titled[:COMPARED]]
        likest = max(titled, key=lambda one: (sum(vectors.cosine(one[0], page) for page in compared), -one[0]))
        return likest[1].title or ""
    return titled[0][1].title or ""
