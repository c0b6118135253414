"""Whom each page names: every person and body once a page, with what that page by itself knows of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from onrecord.derive.allegiance import at_odds, spoken_for
from onrecord.lexicon.names import name_tokens
from onrecord.schema import Entry, Findings, Learned, Party, Passage
from onrecord.store.rows import with_members

DATELINE = "context:dateline"
"""Of all surroundings that which tells most."""
KINDS = ("person", "organisation", "armed_group")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One actor on one page: ``place`` is the page's place in the archive, ``day`` that of its publication if it is known.

    ``country`` is what the page gives, None for nothing or for several; ``placed`` marks one that hangs on the page's
    surroundings, ``weak`` one that is only the country that the page is about, or its outlet's, and ``whole`` one that all its
    mentions bear. ``offices`` are the page's own words on what the actor is. ``official`` is a party that the page knows as an
    official. ``entries`` name the actor; ``at`` is where it is named first.
    """

    place: int
    doc: str
    day: date | None
    actor: str
    name: str
    kind: str
    country: str | None
    placed: bool
    weak: bool
    whole: bool
    offices: tuple[Learned, ...]
    official: Party | None
    former: bool
    entries: tuple[str, ...]
    at: Passage

    @property
    def tokens(self) -> tuple[str, ...]:
        """The folded words of the name."""
        return name_tokens(self.name)


def sightings(findings: Findings, place: int, day: date | None) -> Iterator[Sighting]:
    """The people and bodies that a page names, in the order of their ids."""
    parties: dict[str, list[Party]] = {}
    entries: dict[str, list[str]] = {}
    for entry in findings.entries:
        for party in parties_of(entry):
            if party.actor is not None and party.name and party.actor_kind in KINDS:
                parties.setdefault(party.actor, []).append(party)
                entries.setdefault(party.actor, []).append(entry.id)
    facts: dict[str, list[Learned]] = {}
    for fact in findings.learned:
        facts.setdefault(fact.actor, []).append(fact)
    doc = findings.document.doc
    words, odds = set(spoken_for(findings)), set(at_odds(findings))
    for actor in sorted(parties.keys() | facts.keys()):
        seen, told = parties.get(actor, []), facts.get(actor, [])
        country, placed = _country(seen, told)
        if country is None or placed:
            country, placed = _by_words(actor, country, words, odds)
        first = min([(one.start, one.end) for one in seen] + [(one.start, one.end) for one in told])
        yield Sighting(
            place=place,
            doc=doc,
            day=day,
            actor=actor,
            name=seen[0].name or "" if seen else told[0].name,
            kind=seen[0].actor_kind if seen else told[0].actor_kind,
            country=country,
            placed=placed,
            weak=placed and not any(DATELINE in one.how for one in seen),
            whole=all(one.country == country for one in seen),
            offices=tuple(one for one in told if one.office is not None),
            official=next((one for one in seen if one.capacity == "official"), None),
            former=any(one.capacity == "former" for one in seen),
            entries=tuple(dict.fromkeys(entries.get(actor, ()))),
            at=Passage(doc, *first),
        )


def parties_of(entry: Entry) -> Iterator[Party]:
    """All parties of an entry, members of joint ones included."""
    for _, parties in entry.sides:
        yield from with_members(parties)


def held(one: Sighting) -> list[str]:
    """The offices that a page says are held, not those that are over."""
    return sorted({fact.office for fact in one.offices if fact.office and fact.standing in ("holds", "acting")})


def _country(parties: Sequence[Party], facts: Sequence[Learned]) -> tuple[str | None, bool]:
    """The country that a page gives an actor, and whether by its surroundings alone. A pronoun says no more than its name."""
    stated = {one.country for one in facts if one.country is not None}
    if len(stated) == 1:
        return stated.pop(), False
    given = Counter(one.country for one in parties if one.country is not None)
    around = {one.country for one in parties if one.is_assumed}
    named = [country for country in given if country not in around]
    if len(named) == 1:
        return named[0], False
    return (next(iter(given)), True) if len(given) == 1 else (None, True)


def _by_words(
    actor: str, country: str | None, words: Set[tuple[str, str]], odds: Set[tuple[str, str]]
) -> tuple[str | None, bool]:
    """The country by what somebody says and does, where the page gives it by its surroundings or not at all."""
    own = {land for one, land in words if one == actor}
    if len(own) == 1:
        return own.pop(), False
    return (None, False) if (actor, country) in odds else (country, True)


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An office of a country in an entry, with nobody named: *Norland's foreign minister*, *the president* of it."""

    doc: str
    day: date
    party: Party
    entry: str


def unnamed(findings: Findings, day: date | None) -> Iterator[Unnamed]:
    """The offices on a dated page that nobody is known to hold, of countries that its words name."""
    if day is None:
        return
    for entry in findings.entries:
        for party in parties_of(entry):
            if party.actor is None and party.actor_kind == "office" and party.country and not party.is_assumed:
                yield Unnamed(entry.doc, day, party, entry.id)


def is_office(party: Party, office: str, country: str) -> bool:
    """True for an unnamed holder of this office of a country."""
    text = " ".join(party.text.casefold().split())
    unnamed = party.actor is None and party.actor_kind == "office" and party.country == country
    return unnamed and (text == office or text.endswith(f" {office}"))
