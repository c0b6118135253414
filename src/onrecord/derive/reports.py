"""An event as one report has it, cut down to what decides whether two reports tell of one happening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.derive.words import stem, terms
from onrecord.schema import Document, Event, Party
from onrecord.store.rows import published_days, with_members


@dataclass(frozen=True, slots=True)
class Act:
    """What a report says was done: the type, the stems of its trigger, and who, to whom, where and when.

    ``who`` and ``whom`` are ids of actors, or the head words of phrases that name nobody. ``first`` and ``last`` bound its
    day; where the report dates nothing, its page's day bounds it from above. ``around`` are the terms of its sentence.
    """

    type: str
    trigger: frozenset[str]
    who: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    place: str | None = None
    first: date | None = None
    last: date | None = None
    dated: bool = False
    around: frozenset[str] = frozenset()
    doc: str = ""
    keys: tuple[str, ...] = ()


def act_of(event: Event, document: Document) -> Act:
    """The act of an event on a page."""
    trigger = frozenset(stem(word) for word in terms(event.trigger.text)) or frozenset({event.trigger.text.lower()})
    when = event.when
    dated = when.earliest is not None or when.latest is not None
    published = published_days(document)
    first, last = (when.earliest, when.latest) if dated else (None, published[1] if published else None)
    return Act(
        type=event.type,
        trigger=trigger,
        who=_named(event.source),
        whom=_named((*event.target, *event.against)),
        place=event.place.name.casefold() if event.place else None,
        first=first,
        last=last,
        dated=dated,
        around=frozenset(terms(event.sentence.text)),
        doc=event.doc,
        keys=(event.type, *sorted(trigger)),
    )


def _named(parties: tuple[Party, ...]) -> frozenset[str]:
    """Whom the parties are: ids where they are known, else the last word of the phrase."""
    found = set()
    for party in with_members(parties):
        if party.actor is not None and not party.actor.startswith("doc:"):
            found.add(party.actor)
        else:
            found.update(list(terms(party.name or party.text))[-1:])
    return frozenset(found)
