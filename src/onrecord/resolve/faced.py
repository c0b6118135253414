"""Officials of nowhere in particular are not of the countries that they deal with: what is left may be theirs."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from onrecord.lexicon.actor_seats import is_used_in
from onrecord.resolve.capacity import GOVERNING
from onrecord.resolve.countries import CLEAR_MAJORITY
from onrecord.resolve.page import Page
from onrecord.resolve.persons import ENVOYS, main_title
from onrecord.resolve.scene import Placed
from onrecord.resolve.selves import HOSTILE, with_known
from onrecord.schema import Event, Findings, Party

DEALT = HOSTILE | {"CONSULT", "REQUEST", "AID", "AGREE", "REJECT", "COOPERATE"}
"""Types of what officials do with other states, as a rule."""
LEFT = "context:the country the page is about, of those not dealt with"
STATES = frozenset({"country", "organisation", "office", "person"})
NAMED = 2.0
"""How often the country that is left must be named."""


def with_faced(findings: Findings, page: Page) -> Findings:
    """``findings`` with the country of officials whose page is about two, one of which they deal with as with others."""
    faced: dict[tuple[str, str], set[str]] = {}
    for mine, country in _dealings(findings.events, page.home):
        if mine.actor and mine.name and _is_open(mine):
            faced.setdefault((mine.actor, mine.name), set()).add(country)
    placed = {actor: left for (actor, name), others in faced.items() if (left := _left(name, others, page))}
    if not placed:
        return findings

    def known(party: Party) -> Party:
        country = placed.get(party.actor or "")
        if country is None or party.country:
            return party
        return replace(party, country=country, how=f"{party.how}; {LEFT}")

    return with_known(findings, known)


def _is_open(party: Party) -> bool:
    return party.actor_kind == "person" and not party.country and party.sector in GOVERNING


def _dealings(events: tuple[Event, ...], home: str | None) -> Iterator[tuple[Party, str]]:
    """Who deals with which country: by its name, its government or one of its officials. People ask their own country, too."""
    for event in events:
        if event.type not in DEALT:
            continue
        others = {one.country for one in event.target if one.country and _is_state(one)}
        if event.type not in HOSTILE:
            others.discard(home or "")
        yield from itertools.product(event.source, others)


def _is_state(party: Party) -> bool:
    known = party.actor_kind in STATES and not party.is_assumed
    return known and (party.actor_kind == "country" or party.sector in GOVERNING)


def _left(name: str, others: set[str], page: Page) -> str | None:
    """The country that the page is about besides those dealt with; None where two are, or the office is another's there."""
    person = page.person(name)
    title = main_title(person.phrase) if person is not None else None
    if title is None or title.role in ENVOYS or page.home in others:
        return None
    rest = [(code, count) for code, count in page.countries.counts if code not in others]
    (country, first), (_, second) = (*rest, ("", 0.0), ("", 0.0))[:2]
    if first < max(NAMED, CLEAR_MAJORITY * second) or country not in page.around[:2] or not is_used_in(title, country):
        return None
    return None if page.is_taken(title, Placed(country, LEFT), name) else country
