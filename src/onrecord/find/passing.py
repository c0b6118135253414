"""Countries named in passing: where somebody is, whose economy grows. They are no parties unless somebody public acts on them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.find.instead import standing_in
from onrecord.find.private import harm_of
from onrecord.find.public import is_bare, is_public
from onrecord.schema import Event, Party, Sentence, Token

WITHIN = frozenset("in from across near off around throughout outside inside within at".split())
"""Prepositions that tell where somebody or something is."""
OF_PEOPLE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
"""Types of acts that are done to a country where they are done in it."""
OF_GIVING = frozenset({"AID", "SUPPORT", "COOPERATE", "CONSULT", "AGREE", "SANCTION", "CONCEDE"})
"""Types of acts that are not done to a country where they are done to a thing of its."""
CHANGING = frozenset(
    """grow rise fall drop jump climb slump surge soar slip decline increase decrease shrink total reach plunge tumble account
    stand recover slow double triple halve amount average exceed hit""".split()
)
"""What amounts do: *exports to Peru* **rose**."""
OWNING = frozenset({"poss", "compound", "amod", "nmod"})


def without_passing(event: Event, sentence: Sentence) -> Event:
    """The event without the bare countries that only tell where or whose something is; as it stands where the doer is public,
    or nobody."""
    if event.type in OF_PEOPLE or harm_of(sentence) == "violence" or not (event.source or event.type == "AID"):
        return event
    if any(is_public(one, event.type, "source") for one in event.source):
        return event
    kept = tuple(one for one in event.target if not _is_in_passing(event, one, sentence))
    return event if len(kept) == len(event.target) else replace(event, target=kept)


def _is_in_passing(event: Event, party: Party, sentence: Sentence) -> bool:
    if not is_bare(party):
        return False
    token = _last(party, sentence)
    head = sentence.tokens[token.head]
    if token.dep == "pobj" and head.lower == "of" and event.type == "AID":
        thing = sentence.tokens[head.head]
        return thing.pos == "NOUN" and not standing_in(thing.lemma.lower())  # *supply the spruces* **of Peru**
    if token.dep == "pobj" and head.lower in WITHIN:
        return sentence.tokens[head.head].pos in {"NOUN", "PROPN"}  # *readers* **in Peru**
    owned = event.type in OF_GIVING and token.dep in OWNING and head.pos == "NOUN"
    return owned and not standing_in(head.lemma.lower())  # **Peru's** *economy*


def _last(party: Party, sentence: Sentence) -> Token:
    """The last word of the phrase that is no possessive ending."""
    inside = [one for one in sentence.tokens if party.start <= one.start < party.end and one.tag != "POS"]
    return inside[-1]


def is_figure(event: Event, sentence: Sentence) -> bool:
    """True for trade and favour that are only counted: *Kenya's exports to Peru* **grew by** *18 percent*, *support for her party
    fell*."""
    at = next((one for one in sentence.tokens if one.start == event.trigger.start), None)
    if at is None or event.type not in {"COOPERATE", "AID", "SUPPORT"} or at.pos != "NOUN":
        return False
    return at.dep == "nsubj" and sentence.tokens[at.head].lemma in CHANGING
