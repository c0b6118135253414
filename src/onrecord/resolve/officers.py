"""Whose officers a page tells of: those of the police, where it speaks of the police and no more of an army."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lexicon.actors import ActorTable

_POLICE = re.compile(r"\b(?:police|policem[ae]n|sheriffs?|detectives?|constables?|law enforcement)\b", re.IGNORECASE)
_ARMY = re.compile(
    r"\b(?:army|armies|military|troops?|soldiers?|marines?|navy|naval|air force|armed forces|barracks|colonels?|garrison|coup)\b",
    re.IGNORECASE,
)
_OFFICER = ("officer", "officers")


def with_officers(text: str, spans: Sequence[tuple[int, int]], actors: ActorTable) -> ActorTable:
    """The table in which a bare *officer* serves with those of whom the page speaks more: the police, else the army."""
    read = [text[start:end] for start, end in spans]
    police, army = (sum(len(words.findall(one)) for one in read) for words in (_POLICE, _ARMY))
    if police == 0 or army >= police:
        return actors
    nouns = {form: actors.agents[form] for form in _OFFICER if form in actors.agents}
    own = {form: replace(noun, sectors=("COP",)) for form, noun in nouns.items()}
    return replace(actors, agents={**actors.agents, **own})
