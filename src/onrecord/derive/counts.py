"""What PLOVER counts of each happening, worked out once: counting by period then reads no page again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.derive.archive import Archive
from onrecord.derive.ids import id_of
from onrecord.lexicon.codebook import load_codebook
from onrecord.projection import project
from onrecord.schema import Derived, Event, Happening, Party, Uncounted, Weighed
from onrecord.store.rows import with_members


def counts(archive: Archive) -> Iterator[Derived]:
    """The happenings that count, each by the first of its reports that does, and how many events were left out, and why."""
    left: Counter[str] = Counter()
    events: dict[str, Event] = {}
    for card in archive.cards:
        projection = project(archive.findings(card.doc), load_codebook())
        events.update({event.id: event for event in projection.events})
        left.update(projection.counts)
    for row in archive.rows(Happening):
        counted = next((events[entry] for entry in row.entries if entry in events), None)
        if counted is None:
            continue
        pairs = tuple(sorted(set(pairs_of(counted))))
        if pairs:
            yield _weighed(archive, row, counted, pairs)
        else:
            left["no two sides are known"] += 1
    for why, many in left.most_common():
        yield Uncounted(id=id_of("uncounted", why), why=why, many=many)


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
