""" "The two sides", "both countries", "each party": the two that a page is about, where it is about two."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.lexicon.actors import NameHit
from onrecord.resolve import bodies
from onrecord.resolve.page import Page
from onrecord.resolve.phrases import parse_phrase
from onrecord.resolve.settle import settle
from onrecord.schema import Party

_PAIR = re.compile(
    r"(?:both|the two|each|either|these two|those two) "
    r"(?:sides?|parties|part(?:y|ies)|countries|country|nations?|governments?|neighbou?rs|capitals|armies|delegations)",
    re.IGNORECASE,
)
_PEOPLE_OF = re.compile(
    r"(?P<who>(?:\w+ ){0,3}\w+) (?:from|of|on) (?:both|the two|either|each) (?:sides?|parties|countries|nations|governments)",
    re.IGNORECASE,
)
_OFFICERS = re.compile(
    r"(?:both|the two|the two countries['’]|these two) (?P<who>(?:[a-z]+ ){0,2}(?:ministers|presidents|premiers|chiefs of staff|"
    r"army chiefs|coastguards|navies|foreign ministries))",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"(?<=[a-z])s(?= of staff$|$)")
_STATES = re.compile(r"countr|nation|governm|neighbo|capital|armies", re.IGNORECASE)
_BAND = frozenset({"REB", "UAF", "PRM"})
CLEARLY_TWO = 1.5
"""How many times more often than a third the second of the two must be named."""


def two_sides(party: Party, page: Page) -> Party | None:
    """The phrase with its two members, or None where it is no such phrase or the page does not tell which two."""
    people = _PEOPLE_OF.fullmatch(party.text.strip())
    if people is not None:
        return _people_of_both(party, people, page)
    officers = _OFFICERS.fullmatch(party.text.strip())
    if officers is not None:
        return _officers_of_both(party, officers["who"], page)
    if _PAIR.fullmatch(party.text.strip()) is None:
        return None
    pair = the_two(page, _STATES.search(party.text) is not None)
    if pair is None:  # of several nobody can tell which two, and they are not all the page's own
        phrase = page.phrase(party.start, party.end)
        made = bodies.group(party, phrase, None, "none:which two the page does not tell")
        return replace(made, capacity="official")
    members = tuple(_member(actor, hit, page) for actor, hit in pair)
    return replace(
        party, actor_kind="group", members=members, capacity="official", how="page:the two that the page is about"
    )


def _officers_of_both(party: Party, who: str, page: Page) -> Party | None:
    """ "The two finance ministers": the one of each; None where the page does not tell which two."""
    pair = the_two(page, states_only=True)
    if pair is None:
        return None
    noun = _ONE_OF.sub("", who)
    how = "page:the two that the page is about"
    members = tuple(
        replace(
            settle(
                Party(page.text[hit.start : hit.end], hit.start, hit.end),
                parse_phrase(f"the {noun} of {page.text[hit.start : hit.end]}", page.actors),
                page,
            ),
            country=actor,
            how=how,
        )
        for actor, hit in pair
    )
    return replace(party, actor_kind="group", members=members, capacity="official", how=how)


def _people_of_both(party: Party, people: re.Match[str], page: Page) -> Party | None:
    """ "Officials from both sides": some of the one and some of the other."""
    pair = the_two(page, _STATES.search(party.text) is not None)
    phrase = page.phrase(party.start, party.start + people.end("who"))
    if pair is None or not phrase.agents:
        return None
    one = bodies.unnamed if phrase.unnamed else bodies.group
    members = tuple(
        one(
            Party(page.text[hit.start : hit.end], hit.start, hit.end),
            phrase,
            code,
            "page:the two that the page is about",
        )
        for actor, hit in pair
        if (code := _country_of(actor, page)) is not None
    )
    if len(members) != 2:
        return None
    made = one(party, phrase, None, "page:the two that the page is about")
    return replace(made, members=members)


def _country_of(actor_id: str, page: Page) -> str | None:
    actor = page.actors.actor(actor_id)
    return actor.country if actor else None


def the_two(page: Page, states_only: bool) -> list[tuple[str, NameHit]] | None:
    """The two that a page is about, each with where it is first named; None where it is not about two."""
    counts: dict[str, list[NameHit]] = {}
    for hit in page.hits:
        if _can_be_side(hit, states_only, page):
            counts.setdefault(hit.actor, []).append(hit)
    ranked = sorted(counts.items(), key=lambda one: (-len(one[1]), one[1][0].start))
    if len(ranked) < 2 or (len(ranked) > 2 and len(ranked[1][1]) < CLEARLY_TWO * len(ranked[2][1])):
        return None
    first = [(actor, hits[0]) for actor, hits in ranked[:2]]
    return sorted(first, key=lambda one: one[1].start)


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
