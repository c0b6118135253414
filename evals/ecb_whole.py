"""ECB+ from end to end: happenings of events that the package finds itself, scored against the gold groups.

An event and a gold mention are one where the trigger shares a code point with the mention; each is matched once, in the order of
the text. What nobody marked stays in the prediction, and a mention that was not found in the gold, so that both cost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from common import text_page
from coref_score import Groups, groups_of
from ecb import Text

from onrecord.api import default_pipeline
from onrecord.derive import derive
from onrecord.read import read
from onrecord.schema import Done, Event, Happening
from onrecord.store import MemoryStore, Store


def whole(texts: Sequence[Text], floor: float) -> tuple[Groups, Groups, str]:
    """Gold groups, predicted groups, and how many mentions were found, in words."""
    store = _record(texts)
    derive(store, floor)
    happening = {entry: row.id for row in store.derivations.rows(Happening) for entry in row.entries}
    gold = {(one.doc, one.id): one.gold for text in texts for one in text.mentions}
    made: dict[object, str] = {}
    found = 0
    for text, events in zip(texts, _events(store, texts), strict=True):
        free = list(text.mentions)
        for event in sorted((one for one in events if one.id in happening), key=lambda one: one.trigger.start):
            here = next((m for m in free if m.start < event.trigger.end and event.trigger.start < m.end), None)
            if here is not None:
                free.remove(here)
                found += 1
            made[(here.doc, here.id) if here is not None else event.id] = happening[event.id]
    told = f"{found} of {len(gold)} gold mentions found, {len(made) - found} events that nobody marked"
    return groups_of(dict(gold)), groups_of(dict(made)), told


def _record(texts: Sequence[Text]) -> Store:
    pipeline, store = default_pipeline(), MemoryStore()
    for text in texts:
        found = pipeline.process(read(text_page(text.doc, text.text)))
        store.put(found, [Done(found.document.doc, "page", "ecb", "found")])
    return store


def _events(store: Store, texts: Sequence[Text]) -> Iterator[tuple[Event, ...]]:
    by_name = {found.document.source_id: found.events for found in store.all_findings()}
    return (by_name.get(text.doc, ()) for text in texts)
