"""Who is bound by a word or an act: the government behind its ministers and spokesmen, an army, an organisation, or one person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.lexicon.names import name_tokens
from onrecord.schema import Party
from onrecord.store.rows import with_members

_STATE = re.compile(r"(?:state:|army:|org:[\w-]+@)([A-Z]{3})")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is committed. ``key`` is one for a government with its ministers, its spokesmen and itself; another for its army.

    ``person`` is the id of the one person who spoke or acted, None for a body or somebody unnamed; ``words`` are what the
    page calls whoever it was.
    """

    key: str
    name: str
    country: str | None
    person: str | None
    words: str


def holders_of(parties: tuple[Party, ...]) -> list[Holder]:
    """Who stands behind a side: each actor once, somebody whom nothing is known of left out."""
    found: dict[str, Holder] = {}
    for party in with_members(parties):
        holder = holder_of(party)
        if holder is not None:
            found.setdefault(holder.key, holder)
    return list(found.values())


def holder_of(party: Party) -> Holder | None:
    """The actor that a party's word binds: its government, its army, its organisation, or itself.

    None where nothing is known of it, or its country is only assumed from the page around it.
    """
    if party.how.startswith("context:"):
        return None
    official = party.capacity == "official" or party.actor_kind in ("country", "office", "organisation")
    words = party.name or " ".join(party.text.split())
    person = party.actor if party.actor_kind == "person" else None
    name = party.principal or words
    body = _body(party)
    if body is not None:
        return Holder(body, name, party.country, person, words)
    rules = party.sector == "GOV" or party.sector is None and not (party.actor or "").startswith("doc:")
    if party.country and (party.actor_kind == "country" or (official and rules)):
        return Holder(f"state:{party.country}", name, party.country, person, words)
    if party.country and official and party.sector == "MIL":
        return Holder(f"army:{party.country}", name, party.country, person, words)
    if party.country and party.actor_kind == "unnamed" and party.sector in ("GOV", "MIL"):
        kind = "army" if party.sector == "MIL" else "state"
        return Holder(f"{kind}:{party.country}", name, party.country, None, words)
    if party.actor is None or not party.name:
        return _group(party)
    return Holder(party.actor, party.name, party.country, person, words)


_GROUP = re.compile(
    r"(?:the|[\w’'-]+['’]s)\s+(?:[\w’'-]+\s+){0,3}?(?P<head>union|opposition|rebels|insurgents|party|guild)\b",
    re.IGNORECASE,
)
"""A group that a country has one of, or that a page has named before: *the union*, *Norland's opposition*."""


def _group(party: Party) -> Holder | None:
    """The holder behind a group without a name of its own, told by its kind and its country."""
    words = " ".join(party.text.split())
    found = _GROUP.fullmatch(words)
    if party.actor_kind != "group" or party.country is None or found is None:
        return None
    return Holder(f"group:{party.country}:{found['head'].lower()}", words, party.country, None, words)


_OWN_WILL = re.compile(
    r"elect\w*-commission|court|parliament|senate|congress|assembly|central-bank|federal-reserve|reserve-bank|prosecut|police|customs|ombudsman|audit"
)
"""Bodies of a state that do not say what its government holds."""
_RULERS = frozenset({"GOV", "MIL", "SPY", None})


def _body(party: Party) -> str | None:
    """The id of the body behind a party that is no government: a court, an electoral commission; a union, for who speaks for it."""
    actor = party.actor or ""
    if party.actor_kind == "organisation" and actor.startswith("org:") and _OWN_WILL.search(actor):
        return actor
    if party.actor_kind != "person" or party.capacity != "official" or not party.principal:
        return None
    name, _, land = party.principal.partition(" of ")
    slug = "-".join(name_tokens(name))
    if party.country and land and _OWN_WILL.search(slug):
        return f"org:{slug}@{party.country}"
    known_here = actor.startswith("doc:") and party.sector not in _RULERS
    return f"doc:{'-'.join(name_tokens(party.principal))}" if known_here else None


def speaking(party: Party) -> Holder | None:
    """For whom a speaker speaks; None where nothing is known of it."""
    holders = holders_of((party,))
    return holders[0] if len(holders) == 1 else holder_of(party)


_SHARE = re.compile(
    r"[\d.,]+\s*(?:%|percent|per cent|pct)|\w+ (?:in|out of) \w+ of\b|(?:half|most|some|a third) of\b", re.IGNORECASE
)


def is_somebody(party: Party | None) -> bool:
    """True for a speaker of whom something is known; a report, a decision or a figure is nobody."""
    return party is not None and not (party.how.startswith("none:no known actor") and party.actor_kind == "unnamed")


def giver(party: Party | None) -> Holder | None:
    """Who gives a word; a body or a group that has no name of its own is one for this page.

    A share of those asked gives none: "43 percent disagreed".
    """
    if party is None:
        return None
    known = speaking(party)
    if known is not None or party.how.startswith("none:pronoun") or _SHARE.match(party.text):
        return known
    words = " ".join(party.text.split())
    return Holder(f"unnamed:{words.lower()}", words, party.country, None, words)


def state_of(key: str) -> str | None:
    """The state behind the key of a holder: its own, that of its army, or of one of its bodies; None for people and others."""
    found = _STATE.fullmatch(key)
    return f"state:{found[1]}" if found else None


def is_one_side(first: Holder, second: Holder) -> bool:
    """True for one holder, and for a government and the army or a ministry of its country."""
    return first.key == second.key or state_of(first.key) == state_of(second.key) is not None
