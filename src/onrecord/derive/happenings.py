"""Happenings: reports of one event brought together, inside a story, where act, actors, date and place are compatible."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import combinations

from onrecord.derive.archive import Archive, passage
from onrecord.derive.copies import Sources
from onrecord.derive.ids import id_of
from onrecord.derive.likeness import LEAST, Likeness, compare
from onrecord.derive.linkage import Pair, average_link, mean_score
from onrecord.derive.reports import Act, act_of
from onrecord.derive.strands import Strand, strands
from onrecord.derive.telling import happening
from onrecord.derive.vectors import Vectors
from onrecord.schema import Derived, Happening
from onrecord.store.derivations import Standing

Alike = Callable[[int, int], float]
"""How alike two pages are, from 0 to 1."""


POWER = 0.5
"""Of the inverse frequency within a story, by which its pages are compared: what all of them tell must not count for nothing.
CoNLL on the dev topics of ECB+ is 79.9 with it, 79.0 with 0 and 77.8 with 1.5, and 79.5 with words weighed by all pages of the
record, where any new page would change every score."""


def happenings(archive: Archive) -> Iterator[Derived | Standing]:
    """A row for each happening, by story and first report; an event that one page reports alone is one of its own."""
    sources = Sources(archive)
    kept = archive.kept("happenings")
    for strand in strands(archive):
        yield from kept.rows(strand.id, made_of(archive, strand, sources), partial(in_strand, archive, strand, sources))


def made_of(archive: Archive, strand: Strand, sources: Sources) -> Iterator[str]:
    """All that what its pages tell is made of: their findings in order, and where they come from."""
    yield strand.story
    for doc in strand.docs:
        yield archive.state_of(doc)
        yield sources.state(doc)


def in_strand(archive: Archive, strand: Strand, sources: Sources) -> Iterator[Happening]:
    """The happenings of one strand."""
    events = [event for doc in strand.docs for event in archive.findings(doc).events]
    events.sort(key=archive.order_of)
    acts = [act_of(event, archive.document(event.doc), archive.by_doc[event.doc].place) for event in events]
    places = [archive.by_doc[doc].place for doc in strand.docs]
    alike = alike_in([archive.terms(doc) for doc in strand.docs], places)
    likes = archive.judged.over([event.id for event in events], compared(acts, alike))
    for group, score in grouped(acts, likes):
        reports = [events[place] for place in group]
        docs = archive.in_order([event.doc for event in reports])
        yield happening(
            archive, strand.story, reports,
            id=id_of("happening", reports[0].id),
            docs=docs,
            passages=tuple(passage(event) for event in reports),
            score=score,
            fits=[_best(place, group, likes) for place in group],
            sources=sources.independent(docs),
        )  # fmt: skip


def alike_in(terms: Sequence[Mapping[str, float]], places: Sequence[int]) -> Alike:
    """How alike two pages of a story are, by their places in the archive."""
    vectors = Vectors(terms, POWER)
    number = {place: at for at, place in enumerate(places)}
    return lru_cache(maxsize=1 << 16)(lambda one, other: vectors.cosine(number[one], number[other]))


def grouped(acts: Sequence[Act], likes: dict[Pair, Likeness]) -> list[tuple[list[int], float]]:
    """The acts that are one happening, with the mean score of each group."""
    scores = {pair: like.score for pair, like in likes.items()}
    return [(group, round(mean_score(group, scores), 3)) for group in average_link(len(acts), scores, LEAST)]


def compared(acts: Sequence[Act], alike: Alike) -> dict[Pair, Likeness]:
    """The pairs of acts that may be one, the lower place first: only acts with a word or a family in common are compared."""
    blocks: dict[str, list[int]] = {}
    for place, act in enumerate(acts):
        for key in act.keys:
            blocks.setdefault(key, []).append(place)
    found: dict[Pair, Likeness] = {}
    met: set[Pair] = set()
    for key in sorted(blocks):
        for pair in combinations(blocks[key], 2):
            if pair in met:
                continue
            met.add(pair)
            one, other = acts[pair[0]], acts[pair[1]]
            pages = 1.0 if one.page == other.page else alike(min(one.page, other.page), max(one.page, other.page))
            like = compare(one, other, pages)
            if like is not None and like.score > 0:
                found[pair] = like
    return found


def _best(place: int, group: Sequence[int], likes: dict[Pair, Likeness]) -> Likeness:
    """How a report fits the one in its group that it is most like; the first one of a group fits itself."""
    pairs = [(min(place, other), max(place, other)) for other in group if other != place]
    found = [likes[pair] for pair in pairs if pair in likes]
    best = max(found, key=lambda like: like.score, default=Likeness(1.0, "reported once"))
    return replace(best, score=min(1.0, best.score))
