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
_SILENT = frozenset("JRN CVL UNK REB UAF PRM CRM".split())
"""Sectors whose bodies speak for nobody but themselves: media, armed groups, people."""
_ARMED = frozenset({"REB", "UAF", "PRM", "CRM"})
_VOICES = frozenset(
    "spokesperson chief director chair head leader president secretary_general general_secretary executive "
    "chief_executive union_leader party_leader opposition_leader manager secretary".split()
)
"""Roles that speak for the body they are named with."""
_HEADS = frozenset(
    "spokesperson chief director chair secretary_general general_secretary executive chief_executive".split()
)
"""Roles that nobody has but at the head of some body, be it named or not."""
EXPERTS = frozenset({"expert", "economist"})


def of_person(title: Title | None, sectors: Sequence[str], has_body: bool) -> Capacity:
    """The capacity of a named person who is in office or has none; ``has_body``: a body is named with the title."""
    if title is not None and title.role in EXPERTS:
        return "expert"
    if not sectors or sectors[0] == "UNK":
        heads = title is not None and title.role in _HEADS and title.text != "boss"
        speaks = title is not None and title.role in _VOICES and (has_body or title.form == "office")
        return "official" if heads or (speaks and not sectors) else "other"
    if sectors[0] in STATE:
        return "official"
    if title is None or title.role not in _VOICES or sectors[0] in _ARMED:
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
    """The capacity of an organisation that speaks itself; of most that nothing is known of, too: companies, charities."""
    return "other" if sectors and sectors[0] in _SILENT else "official"


def is_of_state(party: Party) -> bool:
    """True for a country and for those who speak for one: in office or of a party, not *the Kenyan potter*, *a Peruvian bank*."""
    governs = party.sector in GOVERNING and party.capacity in {"official", "unnamed"}
    return party.actor_kind == "country" or governs or party.sector in {"OPP", "PTY"}
