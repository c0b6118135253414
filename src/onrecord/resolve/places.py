"""Which place a name means: the gazetteer, read with the countries that sentence, act and page speak of.

A name that several places share stays open unless something tells them apart, and says why. What the page knows as a person or a
body is no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import cos, hypot, radians

from onrecord.lexicon.places import Gazetteer, Spot, place_key
from onrecord.resolve.page import Page
from onrecord.schema import Event, Party, Place

DOMINANT = 8.0
"""How many times likelier than the next a place must be where nothing else tells: Paris, but not Cordoba."""
KNOWN_ABROAD = 100_000
"""People a city needs to be meant where neither sentence nor page speaks of its country."""
TOWN = 15_000
"""People that the only place of a name needs to be meant on a page that speaks of no country."""
CAPITAL = 5
"""How many times its people a capital counts as."""
MINOR = 50.0
"""How many times smaller a namesake may be than the largest and still be meant because its country is spoken of."""
ONE_PLACE = 60.0
"""Kilometres within which two rows of one country are one place."""
ANY_OF_THE_PAGE = "countries of the page"
"""The weakest reason: of several countries that a page speaks of, only a place that is known abroad is taken to be meant."""

_KIND = re.compile(r" (?:Province|Region|State|Oblast|Governorate|District|County|City|Prefecture|Department)$")
_REGION = re.compile(
    r"\s+(?:[Pp]rovince|[Rr]egion|[Ss]tate|[Oo]blast|[Gg]overnorate|[Dd]istrict|[Cc]ounty|[Tt]erritory|[Dd]epartment)\b"
)
_REGION_OF = re.compile(
    r"\b(?:province|region|state|oblast|governorate|district|county|department|north|south|east|west) of (?:the )?$"
)
_NEXT = re.compile(
    r",? (?:in )?(?:the )?(?:(?:north|south|east|west|central)\w* )?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)

Contexts = Sequence[tuple[str, frozenset[str]]]


def settle_place(event: Event, page: Page, gazetteer: Gazetteer) -> Place | None:
    """The event's place resolved; None where the words name none after all."""
    stub = event.place
    if stub is None or _is_somebody(stub, page):
        return None
    found = _settled(event, replace(stub, why=""), page, gazetteer)
    struck = bool(stub.why) and found.precision not in ("city", "region")
    return None if struck else found


def held_abroad(event: Event) -> bool:
    """True for a meeting in a country that is none of the parties', all of whose countries are known: a third party hosts it."""
    parties = [leaf for party in (*event.source, *event.target) for leaf in (party.members or (party,))]
    countries = {party.country for party in parties}
    where = event.place.country if event.place else None
    return event.type == "CONSULT" and len(parties) > 1 and where is not None and not countries & {where, None}


def _settled(event: Event, stub: Place, page: Page, gazetteer: Gazetteer) -> Place:
    country = _country(stub, page, gazetteer)
    spots = gazetteer.named(stub.text) or gazetteer.named(_KIND.sub("", stub.text))
    if country is not None and not _is_within(country, spots, page):
        return country
    if _is_region(stub, page.text):
        spots = tuple(one for one in spots if one.kind == "region") or spots
    region = _region_behind(stub, page, gazetteer)
    if region is not None:
        spots = tuple(one for one in spots if (one.country, one.region) == region) or spots
    contexts = tuple(_contexts(event, stub, page, region))
    chosen = _choose(stub, _with_capital(stub, spots, page), contexts)
    spoken = {country for _, countries in contexts for country in countries}
    return chosen if chosen.country in spoken else _longer(stub, chosen, spoken, gazetteer)


def _longer(stub: Place, chosen: Place, spoken: Iterable[str], gazetteer: Gazetteer) -> Place:
    """What a name may be short for: where nothing else has it, that; where a place abroad has it, neither."""
    longer = gazetteer.longer(stub.text, spoken)
    if longer is None or longer.people < KNOWN_ABROAD:
        return chosen
    if chosen.precision == "unknown":
        return _placed(stub, longer, f"short for {longer.name}")
    return replace(stub, why=f"may be short for {longer.name}")


def _with_capital(stub: Place, spots: Sequence[Spot], page: Page) -> Sequence[Spot]:
    """The places, of which a capital is by far the likeliest and comes first."""
    alias = page.actors.exactly(stub.text)
    if alias is None or alias.kind != "capital":
        return spots
    raised = [replace(one, people=CAPITAL * one.people) if _is_city_of(one, alias.actor) else one for one in spots]
    return sorted(raised, key=lambda one: -one.weight)


def _is_city_of(spot: Spot, country: str) -> bool:
    return spot.kind == "city" and spot.country == country


def _is_somebody(stub: Place, page: Page) -> bool:
    hits = page.hits_in(stub.start, stub.end)
    if any(hit.kind in ("organisation", "armed_group", "person", "demonym") for hit in hits):
        return True
    return any(hit.kind == "person" for hit in hits) or (not hits and _is_person(stub, page))


def _is_person(stub: Place, page: Page) -> bool:
    """True for a name that the page gives to a person."""
    return any(
        mention.start <= stub.start < mention.end
        for one in page.clusters
        for mention in one.mentions
        if one.phrase.titles
    )


def _country(stub: Place, page: Page, gazetteer: Gazetteer) -> Place | None:
    alias = page.actors.exactly(stub.text)
    if alias is None or alias.kind != "country":
        return None
    actor = page.actors.actor(alias.actor)
    code = None if alias.actor.startswith("doc:") else alias.actor
    lat, lon = gazetteer.country(alias.actor) or (None, None)
    name = actor.name if actor else stub.text
    return replace(stub, name=name, country=code, lat=lat, lon=lon, precision="country", why="name of a country")


def _is_within(country: Place, spots: Sequence[Spot], page: Page) -> bool:
    """True for a region that goes by its country's name in other ways, and for Georgia on a page about America."""
    regions = [one for one in spots if one.kind == "region"]
    part = any(one.country == country.country for one in regions) and place_key(country.text) != place_key(country.name)
    return part or any(one.country == page.home != country.country for one in regions)


def _is_region(stub: Place, text: str) -> bool:
    before = text[max(0, stub.start - 24) : stub.start]
    named = _KIND.search(stub.text) is not None and not stub.text.endswith(" City")
    return named or _REGION.match(text, stub.end) is not None or _REGION_OF.search(before) is not None


def _region_behind(stub: Place, page: Page, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """The region that stands right behind the name (*Paris, Texas*), as country and name."""
    found = _NEXT.match(page.text, stub.end)
    if found is None:
        return None
    rows = [one for one in gazetteer.named(found[1]) if one.kind == "region"]
    countries = {one.country for one in gazetteer.named(stub.text)}
    return next(((one.country, one.name) for one in rows if one.country in countries), None)


def _contexts(
    event: Event, stub: Place, page: Page, region: tuple[str, str] | None
) -> Iterator[tuple[str, frozenset[str]]]:
    """The countries that may tell which place is meant, what tells most first."""
    if region is not None:
        yield "region behind the name", frozenset({region[0]})
    beside = [
        hit.actor
        for hit in page.hits_in(stub.end, stub.end + 60)
        if hit.kind == "country" and _joins(page.text[stub.end : hit.start])
    ]
    yield "country behind the name", frozenset(beside[:1])
    hits = page.hits_in(event.sentence.start, event.sentence.end)
    told = (hit for hit in hits if hit.end <= stub.start or stub.end <= hit.start)
    yield (
        "country of the sentence",
        frozenset(hit.actor for hit in told if hit.kind in ("country", "demonym", "capital")),
    )
    yield "country of a party", frozenset(_countries((*event.source, *event.target), stub))
    if page.home is not None and page.home in _spoken_of(stub, page):
        yield "country of the page", frozenset({page.home})
    yield ANY_OF_THE_PAGE, frozenset(_spoken_of(stub, page))


def _spoken_of(stub: Place, page: Page) -> set[str]:
    """The countries that the page speaks of, or is told from, apart from what this name itself may stand for."""
    hits = (hit for hit in page.hits if page.text[hit.start : hit.end] != stub.text)
    found = {hit.actor for hit in hits if hit.kind in ("country", "demonym", "capital")}
    placed = page.countries.home()
    if placed is not None and placed.how in ("context:dateline", "context:the outlet's country"):
        found.add(placed.country)
    return found


def _joins(between: str) -> bool:
    return (
        re.fullmatch(r",? ?(?:in |a \w+ in )?(?:the )?(?:(?:north|south|east|west|central)\w* )?", between) is not None
    )


def _countries(parties: Sequence[Party], stub: Place) -> Iterator[str]:
    """The countries of the parties whom the table knows; of others it may have been taken from the place."""
    for party in parties:
        apart = party.end <= stub.start or stub.end <= party.start
        known = party.actor is not None and not party.actor.startswith("doc:")
        if party.country is not None and apart and known and party.actor_kind in ("person", "country", "armed_group"):
            yield party.country
        yield from _countries(party.members, stub)


def _choose(stub: Place, spots: Sequence[Spot], contexts: Contexts) -> Place:
    if not spots:
        return replace(stub, why="no place of this name in the gazetteer")
    for name, countries in contexts:
        inside = [one for one in spots if one.country in countries]
        if name == ANY_OF_THE_PAGE and len(countries) > 1:
            inside = [one for one in inside if one.people >= KNOWN_ABROAD or one.kind == "region"]
        if not inside or (not name.endswith("behind the name") and inside[0].weight * MINOR < spots[0].weight):
            continue
        rival = _rival(inside)
        if rival is None or name.startswith("region"):
            return _placed(stub, inside[0], name)
        if rival.country == inside[0].country:
            return replace(stub, country=rival.country, why=f"several places of this name in {rival.country}")
    best, rival = spots[0], _rival(spots)
    if rival is None and (best.people >= KNOWN_ABROAD or best.kind == "region") and best.main:
        return _placed(stub, best, "no other place of this name is as large")
    spoken = any(countries for _, countries in contexts)
    if len(spots) == 1 and best.main and best.people >= TOWN and not spoken:
        return _placed(stub, best, "the only place of this name")
    if len({one.country for one in spots}) == 1:
        return replace(stub, why=f"known only in {best.country}, of which the page does not speak")
    return replace(stub, why=f"{len(spots)} places of this name, and nothing tells which")


def _rival(spots: Sequence[Spot]) -> Spot | None:
    """The next place that the name could as well mean; a region around a city, or a row close by, is none."""
    best = spots[0]
    others = (
        one for one in spots[1:] if not (one.country == best.country and (one.kind != best.kind or _close(one, best)))
    )
    return next((one for one in others if one.weight * DOMINANT > best.weight), None)


def _close(one: Spot, other: Spot) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return 111.0 * hypot(one.lat - other.lat, east) < ONE_PLACE


def _placed(stub: Place, spot: Spot, why: str) -> Place:
    return replace(
        stub,
        name=spot.name,
        country=spot.country,
        lat=spot.lat,
        lon=spot.lon,
        precision=spot.kind,
        why=f"gazetteer; {why}",
    )
