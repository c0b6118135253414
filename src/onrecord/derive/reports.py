"""An event as one report has it, cut down to what decides whether two reports tell of one happening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.derive.kinship import families, is_general, roots
from onrecord.derive.words import terms
from onrecord.schema import Document, Event, Figure, Party, Status
from onrecord.store.rows import published_days, with_members


@dataclass(frozen=True, slots=True)
class Side:
    """The known parties of one side, and their countries. A body or an office stands for its country, too."""

    ids: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()

    def meets(self, other: Side) -> bool:
        """True where both may be one party: the same, or somebody and the country for which they act."""
        mine, theirs = self.ids | self.lands, other.ids | other.lands
        return not self.ids.isdisjoint(theirs) or not other.ids.isdisjoint(mine)


UNNAMED = "~"
"""Stands before the head of a phrase that names nobody: *protesters*."""
NOBODY = Side()


@dataclass(frozen=True, slots=True)
class Act:
    """What a report says was done: in which words, who, to whom, where and when.

    ``roots`` and ``families`` are of the trigger; ``general`` where its words fit most stories (*take*, *say*).
    ``who`` and ``whom`` are the parties that are known beyond the page, ``persons`` the last words of all their names
    and phrases, ``suffering`` those of whom it was done to. ``place`` is a town, ``area`` what is named that is none. ``first`` and
    ``last`` bound the day.
    """

    page: int
    sentence: int
    roots: frozenset[str]
    families: frozenset[str]
    general: bool = False
    type: str = ""
    who: Side = NOBODY
    whom: Side = NOBODY
    persons: frozenset[str] = frozenset()
    suffering: frozenset[str] = frozenset()
    place: str | None = None
    area: str | None = None
    first: date | None = None
    last: date | None = None
    dated: bool = False
    day: date | None = None
    status: Status = "actual"
    around: frozenset[str] = frozenset()
    figures: tuple[tuple[str, float], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Acts that share none of these are not compared: word, family, or type with a country on both sides."""
        both = [f"{self.type} {who} {whom}" for who in self.who.lands for whom in self.whom.lands]
        return (*sorted(self.roots), *(f"family {name}" for name in sorted(self.families)), *sorted(both))


def act_of(event: Event, document: Document, page: int) -> Act:
    """The act of an event on a page, whose place in the archive is ``page``."""
    stems = roots(event.trigger.text)
    when = event.when
    dated = when.earliest is not None or when.latest is not None
    published = published_days(document)
    happened = event.status == "actual" and published is not None and published[1] < date.max
    first, last = (when.earliest, when.latest) if dated else (None, published[1] if published and happened else None)
    whom = (*event.target, *event.against)
    around = frozenset(terms(event.sentence.text)) - frozenset(terms(event.trigger.text))
    return Act(
        page=page,
        sentence=event.sentence.start,
        roots=stems,
        families=families(event.trigger.text),
        general=is_general(stems),
        type=event.type,
        who=known(event.source),
        whom=known(whom),
        persons=heads(event.source) | heads(whom),
        suffering=heads(whom),
        place=event.place.name.casefold() if event.place and event.place.precision == "city" else None,
        area=event.place.name.casefold() if event.place and event.place.precision != "city" else None,
        first=first,
        last=last,
        dated=dated,
        day=published[0] if published and published[0] > date.min else None,
        status=event.status,
        around=around,
        figures=tuple((one.unit, number) for one in event.figures if (number := _number(one)) is not None),
    )


def _number(figure: Figure) -> float | None:
    """The number of a figure, of a range the lower end that is known."""
    return next((one for one in (figure.value, figure.low, figure.high) if one is not None), None)


def known(parties: tuple[Party, ...]) -> Side:
    """The parties that are known beyond their page."""
    ids: set[str] = set()
    lands: set[str] = set()
    for party in with_members(parties):
        if party.country is not None:
            lands.add(party.country)
            if party.actor_kind in ("country", "organisation", "office"):
                ids.add(party.country)
        if party.actor is not None and not party.actor.startswith("doc:"):
            ids.add(party.actor)
    return Side(frozenset(ids), frozenset(lands))


def heads(parties: tuple[Party, ...]) -> frozenset[str]:
    """The last word of each phrase or name, so that surnames meet full names; that of a phrase that names nobody is marked."""
    return frozenset(
        word if party.name else f"{UNNAMED}{word}"
        for party in with_members(parties)
        for word in list(terms(party.name or party.text))[-1:]
    )
