""" "The two sides", "both countries", "each party": the two that a page is about, where it is about two."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.lexicon.actors import NameHit
from onrecord.resolve import bodies
from onrecord.resolve.page import Page
from onrecord.schema import Party

_PAIR = re.compile(
    r"(?:both|the two|each|either|these two|those two) "
    r"(?:sides?|parties|part(?:y|ies)|countries|country|nations?|governments?|neighbou?rs|capitals|armies|delegations)",
    re.IGNORECASE,
)
_STATES = re.compile(r"countr|nation|governm|neighbo|capital|armies", re.IGNORECASE)
_BAND = frozenset({"REB", "UAF", "PRM"})
CLEARLY_TWO = 1.5
"""How many times more often than a third the second of the two must be named."""


def two_sides(party: Party, page: Page) -> Party | None:
    """The phrase with its two members, or None where it is no such phrase or the page does not tell which two."""
    if _PAIR.fullmatch(party.text.strip()) is None:
        return None
    counts: dict[str, list[NameHit]] = {}
    states_only = _STATES.search(party.text) is not None
    for hit in page.hits:
        if _can_be_side(hit, states_only, page):
            counts.setdefault(hit.actor, []).append(hit)
    ranked = sorted(counts.items(), key=lambda one: (-len(one[1]), one[1][0].start))
    if len(ranked) < 2 or (len(ranked) > 2 and len(ranked[1][1]) < CLEARLY_TWO * len(ranked[2][1])):
        return None
    pair = sorted(ranked[:2], key=lambda one: one[1][0].start)
    members = tuple(_member(actor, hits[0], page) for actor, hits in pair)
    return replace(
        party, actor_kind="group", members=members, capacity="official", how="page:the two that the page is about"
    )


def _can_be_side(hit: NameHit, states_only: bool, page: Page) -> bool:
    if hit.kind in ("country", "demonym", "capital"):
        return True
    actor = page.actors.actor(hit.actor) if hit.kind in ("armed_group", "organisation") else None
    return (
        not states_only and actor is not None and (actor.kind == "armed_group" or bool(_BAND & set(actor.sectors[:1])))
    )


def _member(actor_id: str, hit: NameHit, page: Page) -> Party:
    stub = Party(page.text[hit.start : hit.end], hit.start, hit.end)
    actor = page.actors.actor(actor_id)
    how = "page:the two that the page is about"
    if actor is not None and actor.kind != "country":
        return bodies.organisation(stub, actor, actor.country, how, page.actors)
    return replace(bodies.government(stub, actor_id, page.actors, how), sector="GOV", sectors=("GOV",))
