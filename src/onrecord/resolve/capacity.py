"""In what capacity somebody speaks: for an office or body, as an expert, formerly in office, or for themselves."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.lexicon.actors import Title
from onrecord.schema.party import Capacity, Party

GOVERNING = frozenset("GOV MIL COP JUD LEG SPY".split())
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR"})
STATE = GOVERNING | INTERNATIONAL
CIVIC = frozenset({"BUS", "MNC", "NGO", "LAB", "PTY", "OPP", "SOC"})
"""Sectors of organisations that have a voice of their own: what they say, they say officially."""
_VOICES = frozenset(
    "spokesperson chief director chair head leader president secretary_general general_secretary executive "
    "union_leader party_leader opposition_leader manager secretary".split()
)
"""Roles that speak for the body they are named with."""
EXPERTS = frozenset({"expert", "economist"})
_SOURCES = frozenset(
    "official source diplomat officer insider aide adviser advisor representative authority somebody someone person".split()
)


def of_person(title: Title | None, sectors: Sequence[str], has_body: bool) -> Capacity:
    """The capacity of a named person who is in office or has none; ``has_body``: a body is named with the title."""
    if title is not None and title.role in EXPERTS:
        return "expert"
    if not sectors:
        speaks = title is not None and title.role in _VOICES and (has_body or title.form == "office")
        return "official" if speaks else "other"
    if sectors[0] in STATE:
        return "official"
    if title is None or title.role not in _VOICES:
        return "other"
    spokes = title.role == "spokesperson"
    return (
        "official"
        if spokes or (sectors[0] in CIVIC | {"EDU"} and (has_body or title.form == "office" or bool(title.sectors)))
        else "other"
    )


def is_nobody_named(party: Party) -> bool:
    """People and office-holders without a name: *locals*, *his critics*, *the minister*. Bodies speak for themselves, and
    whom a pronoun means is not known."""
    if party.name is not None or party.members or party.how.startswith("none:pronoun"):
        return False
    return party.actor_kind == "office" or (
        party.actor_kind in {"group", "unnamed"} and party.capacity in {"other", None}
    )


def of_body(sectors: Sequence[str]) -> Capacity:
    """The capacity of an organisation that speaks itself."""
    return "official" if sectors and sectors[0] in STATE | CIVIC else "other"


def of_unnamed(nouns: Sequence[str], title: Title | None, sectors: Sequence[str]) -> Capacity:
    """The capacity of a source without a name: "analysts" are experts, "officials" nobody in particular."""
    expert = title is not None and title.role in EXPERTS
    if expert or (sectors[:1] == ("EDU",) and not _SOURCES & set(nouns)):
        return "expert"
    return "unnamed"
