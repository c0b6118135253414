"""What PLOVER counts of each happening, worked out once: counting by period then reads no page again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, partial

from onrecord.derive.archive import Archive
from onrecord.derive.copies import Sources
from onrecord.derive.happenings import made_of
from onrecord.derive.ids import id_of
from onrecord.derive.kept import digest_of
from onrecord.derive.strands import Strand, strands
from onrecord.lexicon.codebook import load_codebook
from onrecord.projection import project
from onrecord.schema import Derived, Event, Happening, Party, Uncounted, Weighed
from onrecord.store.derivations import Standing
from onrecord.store.rows import with_members


def counts(archive: Archive) -> Iterator[Derived | Standing]:
    """The happenings that count, each by the first of its reports that does, and how many events were left out, and why."""
    left: Counter[str] = Counter()
    sources = Sources(archive)
    kept, uncounted = archive.kept("counts"), archive.kept("uncounted")
    for strand in strands(archive):
        counted = cache(partial(_in_strand, archive, strand))
        digest = digest_of(*made_of(archive, strand, sources))
        yield from kept.rows(strand.id, (digest,), lambda: counted()[0])  # noqa: B023
        left.update(uncounted.value(strand.id, (digest,), lambda: counted()[1]))  # noqa: B023
    for why, many in sorted(left.items(), key=lambda one: (-one[1], one[0])):
        yield Uncounted(id=id_of("uncounted", why), why=why, many=many)


def _in_strand(archive: Archive, strand: Strand) -> tuple[list[Weighed], dict[str, int]]:
    """The happenings of one strand that count, and how many of its events were left out, by why."""
    left: Counter[str] = Counter()
    events: dict[str, Event] = {}
    for doc in strand.docs:
        projection = project(archive.findings(doc), load_codebook())
        events.update({event.id: event for event in projection.events})
        left.update(projection.counts)
    rows = []
    for row in archive.rows_on(Happening, strand.docs):
        counted = next((events[entry] for entry in row.entries if entry in events), None)
        if counted is None:
            continue
        pairs = tuple(sorted(set(pairs_of(counted))))
        if pairs:
            rows.append(_weighed(archive, row, counted, pairs))
        else:
            left["no two sides are known"] += 1
    return rows, dict(left)


def pairs_of(event: Event) -> Iterator[tuple[str, str]]:
    """The ordered pairs of different sides of an event."""
    for source in _sides(event.source):
        for target in _sides(event.target):
            if source != target:
                yield source, target


def _weighed(archive: Archive, row: Happening, event: Event, pairs: tuple[tuple[str, str], ...]) -> Weighed:
    cards = map(archive.by_doc.__getitem__, row.docs)
    dated = [card.first for card in cards if card.first and card.first == card.last]
    return Weighed(
        id=id_of("weighed", row.id),
        entries=row.entries,
        docs=row.docs,
        passages=row.passages[:1],
        type=event.type,
        mode=event.mode,
        pairs=pairs,
        reports=row.reports,
        reported=min(dated, default=None),
        earliest=row.earliest,
        latest=row.latest,
    )


def _sides(parties: Iterable[Party]) -> list[str]:
    found = []
    for party in with_members(tuple(parties)):
        armed = party.actor_kind == "armed_group"
        side = party.actor if armed or party.country is None else party.country
        if side:
            found.append(side)
    return list(dict.fromkeys(found))
