"""Countries and people at play: teams by their country's name, players and coaches."""

from __future__ import annotations

import re

from onrecord.find import syntax
from onrecord.find.private_bodies import is_player
from onrecord.find.public import is_bare, is_public
from onrecord.schema import Event, Party, Sentence


def is_of_sport(event: Event) -> bool:
    """True where the doer is a player or coach by name: *captain Lea Brandt*."""
    return bool(event.source) and all(map(is_player, event.source))


_SIDE = re.compile(r"[A-Z][\w ]+['’]s? (?:women|men|girls|boys|juniors|under-\d+s)")


def is_of_side(event: Event) -> bool:
    """True where those who do it may be a side: *Japan's women*."""
    return bool(event.source) and all(_SIDE.fullmatch(one.text) for one in event.source)


def are_teams(event: Event) -> bool:
    """True where all who could make the event a public one are countries or towns by their names alone."""
    parties = [one for one in (*event.source, *event.target, *event.against) if is_public(one, event.type)]
    return bool(parties) and all(is_bare(one) or one.how.startswith("table:city") for one in parties)


def plays(event: Event, sentence: Sentence) -> bool:
    """True where a country is spoken of as a team, in the plural: *Bolivia travel to Ecuador*, *Portugal were held*."""
    for party in event.source or event.target:
        at = next((t for t in sentence.tokens if t.start <= party.start and party.start < t.end), None)
        if party.actor_kind != "country" or at is None or party.text.endswith("s"):
            continue
        verb = sentence.tokens[at.head]
        if at.dep not in {"nsubj", "nsubjpass"} or at.tag != "NNP" or syntax.child(sentence, at.index, "conj", "cc"):
            continue
        helpers = [sentence.tokens[c] for c in syntax.children(sentence, verb.index, "aux", "auxpass")]
        first = helpers[0] if helpers else verb
        if first.tag == "VBP" or first.lower == "were" or any(_is_of_team(one, party) for one in event.target):
            return True
    return False


def _is_of_team(party: Party, team: Party) -> bool:
    """*Bolivia sacked* **their manager**: a country that owns somebody in the plural."""
    return party.text.lower().startswith("their ") and party.country == team.country
