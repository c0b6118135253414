"""Resolving one phrase that stands alone, with a country and a day where they are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.lexicon.actors import ActorTable, NameHit
from onrecord.resolve.joint import members_of
from onrecord.resolve.phrases import Phrase, parse_phrase
from onrecord.resolve.scene import NoPage, Scene
from onrecord.resolve.settle import settle
from onrecord.schema import Party
from onrecord.schema.party import Capacity

_WRITTEN = re.compile(
    r"(?:the |an? |its |their )?(?:[\w-]+ ){0,3}(?:survey|poll|study|report|statement|communiqu[eé]|letter|analysis|"
    r"document|draft|note) (?:\w+ )?(?:by|from) ",
    re.IGNORECASE,
)
"""The head of a phrase that names a document and goes on with who wrote it."""


def resolve_phrase(text: str, actors: ActorTable, country: str | None = None, on: date | None = None) -> Party:
    """Whom ``text`` means, on a day and seen from a country (ISO 3166 alpha-3) where these are given."""
    scene = NoPage(actors, on, country)
    party = Party(text, 0, len(text))
    return settle_any(party, parse_phrase(text, actors), scene, actors.find_names(text))


def settle_any(party: Party, phrase: Phrase, scene: Scene, hits: Sequence[NameHit]) -> Party:
    """A party that is no pronoun: one actor, or joint members each settled by itself."""
    if phrase.pronoun is not None:
        return replace(party, how="none:pronoun without antecedent")
    author = _author(party, scene)
    if author is not None:
        return author
    members = members_of(party, scene.actors, hits)
    if not members:
        return settle(party, phrase, scene)
    first = parse_phrase(members[0].text, scene.actors)
    settled = tuple(_member(member, first, scene) for member in members)
    sectors = tuple(dict.fromkeys(code for member in settled for code in member.sectors))
    countries = {member.country for member in settled}
    unnamed = all(member.actor_kind == "unnamed" for member in settled)
    return replace(
        party, name=None, actor=None, actor_kind="unnamed" if unnamed else "group", members=settled,
        country=countries.pop() if len(countries) == 1 else None,
        sector=sectors[0] if sectors else None, sectors=sectors,
        capacity=_joint([member.capacity for member in settled]), how="page:joint phrase",
    )  # fmt: skip


def _joint(capacities: Sequence[Capacity | None]) -> Capacity:
    """What all of them speak as, where it is the same; countries that speak together speak officially."""
    first = capacities[0]
    return first if first is not None and all(one == first for one in capacities) else "other"


def _author(party: Party, scene: Scene) -> Party | None:
    """ "A survey by the Human Rights League": who speaks in a document is whoever wrote it, where the phrase tells."""
    match = _WRITTEN.match(party.text)
    if match is None:
        return None
    stub = replace(party, text=party.text[match.end() :], start=party.start + match.end())
    phrase = parse_phrase(stub.text, scene.actors)
    if phrase.pronoun is not None:
        return None
    author = settle(stub, phrase, scene)
    return replace(author, text=party.text, start=party.start) if author.name is not None else None


def _member(member: Party, first: Phrase, scene: Scene) -> Party:
    text, stub = member.text, member
    if member.how.startswith("joint:"):
        text = f"{member.text} {member.how.removeprefix('joint:')}"
        stub = replace(member, how="none:unresolved")
    if member.how.startswith("of:"):
        return settle(replace(member, how="none:unresolved"), parse_phrase(member.how[3:], scene.actors), scene)
    phrase = parse_phrase(text, scene.actors)
    # "the Kenyan president and foreign minister": the first one's country holds for those without an article of their
    # own
    silent = (
        not phrase.countries and not phrase.bodies and not phrase.name and not phrase.definite and not phrase.indefinite
    )
    if silent and first.countries and phrase.head_kind in ("title", "agent"):
        phrase = replace(phrase, countries=first.countries)
    return settle(stub, phrase, scene)
