"""Where a page was written: the place at the head of an article, as agencies write it."""

from __future__ import annotations

import re

from onrecord.lexicon.actors import ActorTable
from onrecord.lexicon.places import load_places
from onrecord.schema import Document

SEATS = frozenset({"BEL", "CHE", "LUX", "AUT", "NLD"})
"""Countries that agencies report from because international bodies sit there: their datelines tell little."""
_SEAT_TOWNS = re.compile(r"\b(?:brussels|geneva|the hague|vienna|luxembourg|strasbourg)\b", re.IGNORECASE)
"""The towns where those bodies sit: a dateline of another town of these countries tells as much as any."""
_STATES = frozenset(
    "Ala Alaska Ariz Ark Calif Colo Conn Del Fla Ga Hawaii Idaho Ill Ind Iowa Kan Ky La Maine Md Mass Mich Minn Miss Mo Mont "
    "Neb Nev N.H N.J N.M N.Y N.C N.D Ohio Okla Ore Pa R.I S.C S.D Tenn Texas Utah Vt Va Wash W.Va Wis Wyo".split()
)
"""American states as agencies shorten them in datelines."""
TOWN = 15_000
"""People that a town of the gazetteer needs to be a dateline."""
DOMINANT = 8.0
"""How many times likelier it must be than its namesakes abroad."""
_TOWN_WORD = re.compile(r"[^\W\d_][\w'’]*")
_HEAD = re.compile(
    r"[A-ZÀ-ÞŁŞŚŽ][\w’'‘.\- ]{2,30}(?:, ?[A-Z][\w’'. ]{2,24}){0,2}(?: ?\([^)\n]{2,40}\))?"
    r"(?:, ?[A-Z][a-z]+\.? \d{1,2}| ?,? \d{1,2} [A-Z][a-z]+\.?)?(?:,? (?:19|20)\d\d)?"
    r"(?: ?\([^)\n]{2,40}\))? ?[—–:\-/.]{1,2} ?(?=[“\"‘«„A-ZÀ-Þ])"
)
"""The head of an article as agencies write it: place, day, agency, a dash or colon."""


def country_of_dateline(document: Document, actors: ActorTable) -> tuple[str | None, bool]:
    """The country of the dateline, None where no table knows the place; and whether international bodies sit there."""
    sources = [document.dateline.text] if document.dateline else []
    sources += [document.text[block.start : block.end] for block in document.blocks if block.kind == "dateline"]
    if not sources:
        first = next((block for block in document.blocks if block.kind == "paragraph"), None)
        head = _HEAD.match(document.text, first.start, first.end) if first else None
        sources = [head.group()] if head else []
    for source in sources:
        town = source.split("(")[0].replace("‘", "'")
        country = _place_of(town, actors)
        if country is not None:
            return country, country in SEATS | {"FRA"} and _SEAT_TOWNS.search(town) is not None
    return None, False


def _place_of(source: str, actors: ActorTable) -> str | None:
    """The country that a dateline names: "ZITACUARO, Mexico" is in Mexico, whatever else has the city's name."""
    parts = [part.strip(" .") for part in re.split(r"[,:—–\-/]", source) if part.strip(" .")]
    if any(part.rstrip(".") in _STATES for part in parts[1:]):
        return "USA"
    places = [
        hit
        for part in parts
        for hit in actors.find_names(_TOWN_WORD.sub(_capitalized, part) if part.isupper() else part)
        if hit.kind in ("capital", "city", "country") and hit.end - hit.start >= len(part) - 1
    ]
    country = next((hit.actor for hit in places if hit.kind == "country"), None)
    return country or (places[0].actor if places else _of_gazetteer(source))


def _of_gazetteer(source: str) -> str | None:
    """The country of a town in capitals that no actor is known by, where it is far larger than others of its name."""
    town = re.split(r"[,:—–/.]| -", source)[0].strip()
    found = [spot for spot in load_places().named(town) if spot.kind == "city"] if town.isupper() else []
    if not found or found[0].people < TOWN:
        return None
    abroad = max((spot.weight for spot in found if spot.country != found[0].country), default=0.0)
    return found[0].country if found[0].weight >= DOMINANT * abroad else None


def _capitalized(word: re.Match[str]) -> str:
    return word.group().capitalize()
