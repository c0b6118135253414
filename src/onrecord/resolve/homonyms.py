"""Names of the table that mean something else on a page: the state of Georgia, a state's own General Assembly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lexicon.actors import ActorTable, NameHit

_CAUCASUS = re.compile(
    r"\b(?:Caucas\w+|Abkhaz\w*|\w* ?Ossetia\w*|Saakashvili|Shevardnadze|Ivanishvili|Zourabichvili|Georgian Dream|"
    r"Garibashvili|Kobakhidze|Kavelashvili|Black Sea)\b"
)
"""Words of pages about the country that has the name of a state of the United States."""
_NEIGHBOURS = frozenset({"RUS", "UKR", "ARM", "AZE", "TUR", "MDA"})
_UNITED_NATIONS = frozenset({"UNO"})
_ASSEMBLY = "General Assembly"


def without_homonyms(text: str, hits: Sequence[NameHit], actors: ActorTable) -> list[NameHit]:
    """The hits, a state where one of them is taken for a country of its name, without what the page tells nothing else of."""
    own = _with_state(text, hits, actors)
    worldly = any(_serves_world(hit, actors) and text[hit.start : hit.end] != _ASSEMBLY for hit in own)
    return [hit for hit in own if worldly or text[hit.start : hit.end] != _ASSEMBLY]


def _with_state(text: str, hits: Sequence[NameHit], actors: ActorTable) -> list[NameHit]:
    """The hits with *Georgia* as the American state, on a page that names the United States and nothing of the Caucasus."""
    named = [hit for hit in hits if hit.actor == "GEO"]
    american = any(hit.actor == "USA" for hit in hits) or any(
        hit.actor == "USA" for hit in actors.country_words.find(text)
    )
    abroad = any(hit.kind in ("capital", "city") for hit in named) or _CAUCASUS.search(text) is not None
    near = any(hit.actor in _NEIGHBOURS for hit in hits)
    if not named or abroad or near or not american:
        return list(hits)
    return [replace(hit, actor="USA", kind="city") if hit.actor == "GEO" else hit for hit in hits]


def _serves_world(hit: NameHit, actors: ActorTable) -> bool:
    actor = actors.actors.get(hit.actor) if hit.kind == "organisation" else None
    return actor is not None and not _UNITED_NATIONS.isdisjoint(actor.sectors)
