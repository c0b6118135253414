"""Happenings: reports of one event brought together, inside a story, where act, actors, date and place are compatible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.derive.archive import Archive, passage
from onrecord.derive.copies import Sources
from onrecord.derive.ids import id_of
from onrecord.derive.likeness import Likeness, compare
from onrecord.derive.linkage import Pair, average_link, mean_score
from onrecord.derive.reports import Act, act_of
from onrecord.derive.telling import happening
from onrecord.schema import Event, Happening, Story

LEAST = 0.5
"""Mean score of reports from which on they tell of one happening."""


def happenings(archive: Archive) -> Iterator[Happening]:
    """A row for each happening, by story and first report; an event that one page reports alone is one of its own."""
    sources = Sources(archive)
    for story in archive.rows(Story):
        if story.level == "story":
            yield from in_story(archive, story, sources)


def in_story(archive: Archive, story: Story, sources: Sources) -> Iterator[Happening]:
    """The happenings of one story."""
    events = [(event, archive.document(doc)) for doc in story.docs for event in archive.findings(doc).events]
    events.sort(key=lambda one: archive.order_of(one[0]))
    acts = [act_of(event, document) for event, document in events]
    likes = compared(acts)
    scores = {pair: like.score for pair, like in likes.items()}
    for group in average_link(len(acts), scores, LEAST):
        reports = [events[place][0] for place in group]
        reasons = [likes[pair].why for pair in combinations(group, 2) if pair in likes]
        docs = archive.in_order([event.doc for event in reports])
        yield happening(
            archive, story, reports,
            id=id_of("happening", reports[0].id),
            docs=docs,
            passages=tuple(passage(event) for event in reports),
            score=round(mean_score(group, scores), 3),
            why=reasons[0] if reasons else "reported once",
            sources=sources.independent(docs),
        )  # fmt: skip


def compared(acts: Sequence[Act]) -> dict[Pair, Likeness]:
    """The pairs of acts that may be one, the lower place first: only acts of one type or one word are compared."""
    blocks: dict[str, list[int]] = {}
    for place, act in enumerate(acts):
        for key in act.keys:
            blocks.setdefault(key, []).append(place)
    found: dict[Pair, Likeness] = {}
    for places in blocks.values():
        for pair in combinations(places, 2):
            if pair not in found:
                like = compare(acts[pair[0]], acts[pair[1]])
                if like is not None:
                    found[pair] = like
    return found


__all__ = ["Event", "compared", "happenings", "in_story"]
