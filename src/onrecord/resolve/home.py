"""Whose people are of the place that a page is set in, where nothing tells of which country they are."""

from __future__ import annotations

import re

from onrecord.resolve import bodies
from onrecord.resolve.phrases import Phrase

_WORLDLY = frozenset({"EDU", "JRN", "NGO", "IGO", "UNO", "EUR", "MNC", "UAF", "REF"})
"""Sectors whose people are as likely from anywhere as from the country that a page is set in: scholars, gunmen, refugees."""
_SCHOOLED = ("student", "pupil", "teacher", "school")
"""People of schools who are of the place, unlike the scholars of their sector."""
_ABROAD = tuple(
    "diplomat western european foreign arab regional gulf envoy ambassador delegat international negotiat mediat world "
    "global tourist peacekeep observer ally allies investor neighbo bloc donor creditor partner exile mercenar "
    "external outside occupying occupation invading multinational coalition".split()
) + ("aid ",)
"""Beginnings of words for people who come from elsewhere, or from several countries."""


_WEST = re.compile(r"\bwestern (?=(?:rebel|protester|fighter|insurgent|resident|villager)s?\b)")
"""The west of a country, where the West has a capital letter or states."""
_CAUSES = ("islamist", "jihadist", "jihadi ")
_DESCRIBED = frozenset({"nation", "country", "state", "kingdom", "republic", "island"})
_JOINED = frozenset({"alliance", "bloc", "mission", "missions"})
BANDS = frozenset({"REB", "OPP"})
"""Sectors whose people are of the country that a page tells most of, which is not always the one it was written in."""


HELD = frozenset({"prisoner", "prisoners", "detainee", "detainees", "captive", "captives", "hostage", "hostages"})
"""People whom somebody holds: on a page about several countries they may be of any."""


def is_at_home(phrase: Phrase) -> bool:
    """True for people who are of the place that the page is set in, if nothing tells otherwise: residents, officials."""
    sectors = bodies.sectors_of_phrase(phrase)[:1]
    lowered = phrase.text.lower()
    known = sectors == ("UAF",) and phrase.definite  # "the kidnappers": of whom the page has told more
    if any(word in lowered for word in _CAUSES):
        return False  # they are of any country
    if phrase.head in _JOINED or (phrase.head in _DESCRIBED and len(phrase.text.split()) > 2):
        return False  # "the oil-exporting nation", "the military alliance": another way to name what was named
    worldly = set(sectors) & _WORLDLY and not known and not any(word in lowered for word in _SCHOOLED)
    return bool(sectors) and not worldly and not is_abroad(phrase)


MEETING = frozenset({"ministers", "leaders"})
"""Nouns for those of several states who meet: of *Arab foreign ministers*, then *the ministers*."""
STATES = frozenset(
    "nations states countries governments powers presidents premiers monarchs".split()
    + ["prime ministers", "foreign ministers"]
)
"""What there is one of in a country, when there are several."""
_SINGLE = frozenset({"president", "prime_minister", "monarch", "army_chief", "defence_chief"})
_OF_STATES = re.compile(
    r"(?:[\w-]+ ){0,3}heads of (?:state|government)\b|"
    r".*\b(?:of|from|in) (?:[\w-]+ ){0,3}(?:nations|countries|states)\b|.*\bof the region\b",
    re.IGNORECASE,
)
_SERVANTS_ABROAD = ("diplomat", "delegat", "representative", "envoy", "negotiat", "judges", "lobbyist")


def is_of_several(phrase: Phrase) -> bool:
    """True for states and those who head them, of whom a country has one, and people of several countries that go unnamed."""
    if phrase.countries or phrase.bodies or phrase.former:
        return False
    return phrase.head in STATES or _is_one_a_country(phrase) or _OF_STATES.match(phrase.text) is not None


def _is_one_a_country(phrase: Phrase) -> bool:
    """True for several holders of an office that each country has one of: "the two finance ministers"."""
    title = phrase.title
    if title is None or not phrase.plural or phrase.head_kind != "title" or title.form != "office":
        return False
    return title.role in _SINGLE or (title.role == "minister" and bool(title.domains))


def is_abroad(phrase: Phrase) -> bool:
    """True for people whom a word says to be from elsewhere."""
    lowered = _WEST.sub("", phrase.text).lower()
    return any(word in lowered for word in _ABROAD)


def serves_abroad(phrase: Phrase) -> bool:
    """True for those who are where they are sent: "diplomats in New York" are no Americans."""
    lowered = phrase.text.lower()
    return any(word in lowered for word in _SERVANTS_ABROAD)
