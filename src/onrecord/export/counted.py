"""Events as event data sets hold them: those that PLOVER counts, one row for each pair of sides, with a day or without."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.export.codes import CAMEO_TYPES, GROUPS, Country, country
from onrecord.export.exporter import Options, Source
from onrecord.lexicon.codebook import Codebook, load_cameo, load_codebook
from onrecord.projection import ANNOUNCED, project
from onrecord.schema import Document, Event, Findings, Party, When
from onrecord.store.rows import with_members

NO_DAY = "without a day: the page does not tell it, and --undated drop was asked for"


@dataclass(frozen=True, slots=True)
class ActorCode:
    """What CAMEO's code of an actor is put together from; empty where nothing is known."""

    country: str
    group: str
    types: tuple[str, ...]

    @property
    def whole(self) -> str:
        """The code in one: *USAGOV*, *IGOUNO*."""
        parts = (self.country, *self.types, self.group) if self.country else (*self.types, self.group)
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Row:
    """One event between two sides. ``number`` counts the pairs of the event from 1; ``day`` is None where it is not told."""

    event: Event
    findings: Findings
    source: Party | None
    target: Party | None
    number: int
    day: date | None

    @property
    def document(self) -> Document:
        """The page that it stands on."""
        return self.findings.document

    @property
    def id(self) -> str:
        """The event's id, with the number of the pair from the second on."""
        return self.event.id if self.number == 1 else f"{self.event.id}-{self.number}"


def counted(
    source: Source, options: Options, left: Counter[str], announced: Mapping[str, str] = ANNOUNCED
) -> Iterator[Row]:
    """The rows of every page; ``left`` gets what was left out, by reason."""
    book = load_codebook()
    for page in source.sure():
        projection = project(page, book, vouched=not options.everything, announced=announced)
        left.update(projection.counts)
        for event in projection.events:
            day = day_of(event, page.document, options)
            if day is None and options.undated == "drop":
                left[NO_DAY] += 1
                continue
            for number, (one, other) in enumerate(pairs(event), 1):
                yield Row(event, page, one, other, number, day)


def pairs(event: Event) -> list[tuple[Party | None, Party | None]]:
    """Every source with every target, joint ones as their members; a side that nobody is on is None."""
    sources: list[Party | None] = [*with_members(event.source)] or [None]
    targets: list[Party | None] = [*with_members(event.target)] or [None]
    return [(one, other) for one in sources for other in targets]


def day_of(event: Event, document: Document, options: Options) -> date | None:
    """The day of an event where it is told; else, where that was asked for, the day of publication."""
    told = single_day(event.when)
    return told or (single_day(document.published) if options.undated == "published" else None)


def single_day(when: When | None) -> date | None:
    """The day, where one is known; None for an interval."""
    return when.earliest if when is not None and when.earliest == when.latest else None


def cameo_code(event: Event, book: Codebook) -> str:
    """The CAMEO code of an event: its mode's or type's own where there is one, else the root's code for "not specified"."""
    known = book.code(event.type, event.mode)
    return known or f"{event.cameo or book.types[event.type].cameo}0"


def goldstein(code: str, publisher: str) -> float | None:
    """The intensity that ``icews`` or ``gdelt`` gives a CAMEO code; None where it gives none."""
    found = load_cameo().get(code)
    value: float | None = getattr(found, publisher) if found is not None else None
    return value


def name_of(party: Party | None) -> str:
    """Whom a party is resolved to, or the phrase where nobody is named; empty for none."""
    return one_line(party.name or party.text) if party is not None else ""


def country_of(party: Party | None) -> Country:
    """The codes of the country of allegiance."""
    return country(party.country if party is not None else None)


def sectors_of(party: Party | None) -> tuple[str, ...]:
    """The PLOVER sectors, the first one first, each once."""
    if party is None:
        return ()
    return tuple(dict.fromkeys((*((party.sector,) if party.sector else ()), *party.sectors)))


def one_line(words: str) -> str:
    """``words`` without tabs and line breaks, which would end a cell."""
    return " ".join(words.split())


def number_of(id: str) -> int:
    """A whole number from an id, for formats that want one: 52 bits of its hash, which a double holds exactly."""
    return int(hashlib.sha256(id.encode()).hexdigest()[:13], 16)


def office_of(party: Party | None, findings: Findings) -> str:
    """The office that the page itself gives an actor, empty where it gives none."""
    if party is None or party.actor is None:
        return ""
    return next((one.office for one in findings.learned if one.actor == party.actor and one.office), "")


def actor_code(party: Party | None) -> ActorCode:
    """A party as CAMEO codes actors: country, known group, and up to three types."""
    sectors = sectors_of(party)
    types = tuple(dict.fromkeys(CAMEO_TYPES[one] for one in sectors if one in CAMEO_TYPES))
    group = next((GROUPS[one] for one in sectors if one in GROUPS), "")
    return ActorCode(country_of(party).cameo, group, types[:3])


def url_of(document: Document) -> str:
    """The page's address, empty where it is not known."""
    return one_line(document.url.text) if document.url else ""


def outlet_of(document: Document) -> str:
    """Who published the page, empty where it is not known."""
    return one_line(document.outlet.text) if document.outlet else ""


def address_of(document: Document) -> str:
    """The address, or what the page would be cited by: outlet and title."""
    title = one_line(document.title.text) if document.title else ""
    return url_of(document) or ": ".join(one for one in (outlet_of(document), title) if one)
