"""People of the place of an act: of where it happens, before they are of where the page is set.

So are those who undergo an act of force and are told by no word that a table knows: "six boys", "a livestock market", "14".
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.resolve.capacity import is_of_state
from onrecord.resolve.home import is_abroad, is_at_home
from onrecord.resolve.page import Page
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.scene import Placed, Scene
from onrecord.resolve.unrest import UNREST, takes_part
from onrecord.schema import Event, Party

FORCE = frozenset({"ASSAULT", "COERCE"})
"""Types of acts done to people where they are."""

LOCAL_ACTS = FORCE | {"PROTEST"}
"""Types of acts whose place is where those who take part in them are: nobody protests from afar."""
REBELS = frozenset({"CVL", "OPP"})
"""Sectors of those whom a state fights at home."""
REGIONS = frozenset(
    "Europe Asia Africa America Americas Oceania Balkans Caucasus Sahel Maghreb Levant Caribbean West".split()
)
"""Names of parts of the world, which are of no country."""
_TITLED = re.compile(r"^\w+ (?:of (?:the )?)?[A-Z]")
"""How the title of a work begins: *Children of Abraham*."""
_PLACED = frozenset({"city", "region", "country"})


def of_the_place(event: Event, page: Page) -> Event:
    """The event with its nameless people of the country where it takes place, where the page says where and not whose they are."""
    place = event.place
    if event.type not in LOCAL_ACTS:
        return event
    if place is None or place.country is None or place.precision not in _PLACED:
        return _of_others(_of_unrest(event, page), page)
    source, target = (
        tuple(_moved(party, place.country, page) for party in side) for side in (event.source, event.target)
    )
    return replace(event, source=source, target=target)


def _of_unrest(event: Event, page: Page) -> Event:
    """The event with its nameless people of the country whose unrest the page tells of: where its own state uses force on them,
    or the page is set nowhere in particular."""
    rulers = {party.country for party in event.source if is_of_state(party) and not party.is_assumed}
    ruler = rulers.pop() if len(rulers) == 1 and event.type in FORCE else None

    def known(party: Party) -> Party:
        named = party.how == "page:place" and not party.text.startswith("the ")  # "the Gulf"
        place = named and REGIONS.isdisjoint(party.text.split())
        fought = page.unrest.tells_of(ruler) or takes_part(page.phrase(party.start, party.end))
        if ruler is not None and fought and (party.sector in REBELS or place):
            country: str | None = ruler
        elif party.country is None and (place or (party.sector == "CVL" and page.home is None)):
            country = page.unrest.alone(party.start)
        else:
            return party
        moved = _moved(party, country, page) if country is not None else party
        return party if moved is party else replace(moved, how=f"{party.how}; {UNREST}")

    source = tuple(map(known, event.source)) if event.type == "PROTEST" else event.source
    return replace(event, source=source, target=tuple(map(known, event.target)))


def _of_others(event: Event, page: Page) -> Event:
    """The event with the country left open of nameless people whom a state's forces strike, where only the setting told that
    they are its own, and the page tells of other countries, too: *an Israeli strike on a hundred people*."""
    told = [party for party in event.source if party.sector != "COP" and not party.is_assumed]
    states = {party.country for party in told if is_of_state(party) or party.how == "table:demonym"}
    ruler = states.pop() if len(states) == 1 and event.type == "ASSAULT" else None
    if ruler is None or ruler != page.home or page.unrest.tells_of(ruler) or len(page.around) < 2:
        return event

    def known(party: Party) -> Party:
        open_ = party.country == ruler and _is_untold(party, page)
        return (
            replace(party, country=None, how=f"{party.how}; none:struck by the state of the setting")
            if open_
            else party
        )

    return replace(event, target=tuple(map(known, event.target)))


def _is_untold(party: Party, page: Page) -> bool:
    """True for people without a name of whom no word tells the country."""
    if party.actor_kind not in ("group", "unnamed") or party.name is not None or party.members or party.sector != "CVL":
        return False
    phrase = page.phrase(party.start, party.end)
    return not (phrase.countries or phrase.bodies or phrase.place or phrase.pronoun or phrase.name)


def _moved(party: Party, country: str, page: Page) -> Party:
    """People whose country only the setting of the page tells, and towns that no table knows, as those of ``country``."""
    if party.how == "page:place" and party.country is None:
        return replace(party, country=country, how=f"{party.how}; page:where it takes place")
    nameless = party.actor_kind in ("group", "unnamed") and party.name is None and not party.members
    assumed = (None, page.home, page.unrest.country(party.start))
    if not nameless or party.country not in assumed or party.country == country:
        return party
    phrase = page.phrase(party.start, party.end)
    told = phrase.countries or phrase.bodies or phrase.place or phrase.pronoun or phrase.name or phrase.definite
    if told or party.sector == "MIL" or not is_at_home(phrase) or _TITLED.search(party.text):
        return party  # troops may be far from home
    return replace(party, country=country, how=f"{party.how}; page:where it takes place")


def by_people(event: Event) -> Event:
    """The event by the people of the place that stands in their stead: *protests in Kenya* are Kenyans', not Kenya's."""
    if THERE not in event.rule:
        return event
    return replace(event, source=tuple(_people_of(party) for party in event.source if party.country))


THERE = ".noun-there."
"""In the rules of frames whose doers are told by the place alone."""


def _people_of(party: Party) -> Party:
    return replace(
        party, name=None, actor=None, actor_kind="group", sector="CVL", sectors=("CVL",), principal=None, capacity="other",
        how=f"{party.how}; page:where it takes place",
    )  # fmt: skip


def with_people(event: Event, scene: Scene) -> Event:
    """The event, its nameless targets read as people of the place that the page is set in, where it is an act of force."""
    if event.type == "PROTEST":
        return replace(event, source=tuple(_counted(party, scene) for party in event.source))
    if event.type not in FORCE:
        return event
    return replace(event, target=tuple(_person_of_the_place(party, scene) for party in event.target))


_NUMBERS = re.compile(r"(?:[\w-]+ ){0,3}(?:thousands|hundreds|dozens|scores)", re.IGNORECASE)


def _counted(party: Party, scene: Scene) -> Party:
    """*Thousands* who march are people of the place, though nothing says of what."""
    if _NUMBERS.fullmatch(party.text) is None:
        return party
    made = _person_of_the_place(party, scene)
    return replace(made, how=made.how.replace("page:who undergoes it", "page:how many they are"))


def _troubled(at: int, scene: Scene) -> Placed | None:
    country = scene.unrest.alone(at)
    return Placed(country, UNREST) if country is not None else None


def _person_of_the_place(party: Party, scene: Scene) -> Party:
    silent = party.name is None and party.sector is None and party.country is None and not party.members
    if not silent or not party.how.startswith("none:no known actor"):
        return party
    wide = not REGIONS.isdisjoint(party.text.split()) or is_abroad(Phrase(party.text))
    placed = None if wide else scene.setting(party.start) or _troubled(party.start, scene)
    return replace(
        party, actor_kind="group", country=placed.country if placed else None, sector="CVL", sectors=("CVL",),
        capacity="other", how="page:who undergoes it" + (f"; {placed.how}" if placed else ""),
    )  # fmt: skip
