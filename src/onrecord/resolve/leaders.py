"""Who is meant by one name alone: whoever leads the country that a page is from or about, or speaks for it abroad."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onrecord.lexicon.actor_people import leaders
from onrecord.lexicon.actor_seats import RANKS, is_called
from onrecord.lexicon.actors import ActorTable, Tenure
from onrecord.lexicon.names import name_tokens

AT_THE_TOP = 2
"""The rank from which on a seat is that of a head of state or government."""
SUPREME = 3
"""The rank of the seat that goes before all others."""
_RIVALS = frozenset({"defence", "interior", "finance"})
"""Portfolios whose ministers are named almost as often as the foreign minister: a name that both share tells nobody."""


def leaders_called(
    tokens: tuple[str, ...], countries: Iterable[str], day: date, actors: ActorTable, given: bool = False
) -> tuple[Tenure, ...]:
    """The leaders on ``day`` whom ``tokens`` call, in the first of ``countries`` that has one; several tell nobody.

    Tokens are folded and hold no given name unless ``given``: "lopez obrador", "moon". A supreme leader goes first; of a
    head of state and a foreign minister of one name, or of two ministers, nobody can tell which is meant.
    """
    for country in countries:
        named = [
            one for one in leaders(actors.people, country, day) if _is(one[1].person, tokens, country, actors, given)
        ]
        best = max((rank for rank, _ in named), default=0)
        people = {tenure.person: tenure for rank, tenure in named if rank == best or best < SUPREME}
        if best == 1:
            people |= _rivals(tokens, country, day, actors)
        if people:
            return tuple(people.values())
    return ()


OWN_NAME = 0.8
"""The share of office-holders of one surname who are of the leader's country, from which on the name alone tells the leader
where the day is not known: *Erdogan*, not *Brown*."""


FEW = 5
"""Office-holders of one surname from which on it is a common one."""


def leader_of_all_times(token: str, actors: ActorTable) -> Tenure | None:
    """The one head of state or government ever whom a surname calls, where hardly anybody of another country has the name."""
    people = actors.people
    alike = [(one, name_tokens(people.rows[one][0])) for one in people.named((token,))]
    called = [(one, name) for one, name in alike if is_called((token,), name, people.rows[one][1])]
    bearers = [one for one, name in called if token in name] or [one for one, _ in called]
    terms = [
        [one for one in people.tenures(person) if RANKS.get(one.office.seat, 0) >= AT_THE_TOP] for person in bearers
    ]
    led = [held[-1] for held in terms if held]
    if len(led) != 1 or len(bearers) > FEW:
        return None
    same = sum(people.rows[one][1] == led[0].office.country for one in bearers)
    return led[0] if same >= OWN_NAME * len(bearers) else None


def is_rulers(tenure: Tenure | None) -> bool:
    """True for the tenure of somebody who leads a state, or led one."""
    return tenure is not None and RANKS.get(tenure.office.seat, 0) >= AT_THE_TOP


def is_rare(tokens: tuple[str, ...], country: str, actors: ActorTable) -> bool:
    """True for a surname that hardly any office-holder of another country has."""
    people = actors.people
    bearers = list(people.named(tokens))
    return sum(people.rows[one][1] == country for one in bearers) >= OWN_NAME * len(bearers) > 0


def heads_called(tokens: tuple[str, ...], bodies: Iterable[str], day: date, actors: ActorTable) -> tuple[Tenure, ...]:
    """The heads on ``day`` of the given international bodies whom ``tokens`` call; of the Union all who lead one of its bodies."""
    people = actors.people
    named = set(bodies)
    if any((actor := actors.actors.get(body)) and "EUR" in actor.sectors for body in named):
        named |= {body for body in people.by_body if (actor := actors.actors.get(body)) and "EUR" in actor.sectors}
    offices = [
        office
        for body in sorted(named)
        for office in people.by_body.get(body, ())
        if not people.office_rows[office].country
    ]
    held = {one.person: one for one in people.holders_of(offices, day)}
    return tuple(one for one in held.values() if name_tokens(people.rows[one.person][0])[-len(tokens) :] == tokens)


def _is(person: str, tokens: tuple[str, ...], country: str, actors: ActorTable, given: bool = False) -> bool:
    names = (actors.people.rows[person][0], *actors.people.called.get(person, ()))
    return is_called(tokens, name_tokens(names[0]), country, given) or any(
        name_tokens(one) == tokens for one in names[1:]
    )


def _rivals(tokens: tuple[str, ...], country: str, day: date, actors: ActorTable) -> dict[str, Tenure]:
    people = actors.people
    offices = [
        one for one in people.by_office.get((country, "minister"), ()) if people.office_rows[one].domains & _RIVALS
    ]
    held = people.holders_of(offices, day)
    return {tenure.person: tenure for tenure in held if _is(tenure.person, tokens, country, actors)}
