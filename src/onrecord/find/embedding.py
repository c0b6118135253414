"""What the frame around an act makes of it: *refused to sign*, *ended the talks*, *vowed to punish them for shelling it*."""

from __future__ import annotations

from onrecord.find.light import ENDING, MEETINGS
from onrecord.find.matcher import Match
from onrecord.schema import Sentence, Status


def out_of_frame(
    sentence: Sentence, index: int, own: Match | None, embedding: Match
) -> tuple[int, tuple[str, Status] | None] | None:
    """The predicate of the frame around the act at ``index``, and the operator that it is."""
    token = sentence.tokens[index]
    one_act = own is not None and own.frame.type is not None and own.frame.type == embedding.frame.type
    if own is not None and own.frame.lemma == embedding.frame.lemma and own.frame.cls.pos == "verb":
        return None  # *Rebels reject plan … Rebels rejected the plan*: a headline that ran into the text
    if one_act and token.dep in {"dobj", "nsubjpass"} and token.head == embedding.index:
        return embedding.index, None  # *issued an ultimatum*: one act in two words
    reason = token.dep == "pcomp" and sentence.tokens[token.head].lower == "for"
    if reason and embedding.frame.type in {"SANCTION", "ACCUSE"} and not is_kind(own):
        return None  # *vowed to punish Norland for* **shelling** *it*: that was done
    effect = _effect(sentence, index, own, embedding)
    word = " ".join((embedding.frame.lemma, *embedding.frame.particles))
    return embedding.index, (word, effect) if effect is not None else None


def _effect(sentence: Sentence, index: int, own: Match | None, embedding: Match) -> Status | None:
    """The status that the frame around the act gives it."""
    effect = embedding.frame.implies
    if effect == "possible" and own is not None and own.frame.type == "CONSULT" and embedding.frame.lemma == "expect":
        return "planned"  # *is expected to* **visit** *on Monday*: visits and talks are set down, blows are feared
    if effect == "possible" and _is_reached(sentence, embedding.index):
        return None
    if effect == "planned" and embedding.frame.cls.name == "ruling" and _is_said(own):
        return None  # *denied the request*, *granted it*: it was made
    if effect == "negated" and (_is_said(own) or _is_over(sentence, index, embedding)):
        return None  # *turned down the request*, *ended the talks*: it was made, they took place
    return effect


REACHING = frozenset("reach meet achieve fulfil fulfill attain surpass exceed".split())
"""Verbs by which what was aimed at is done."""


def _is_reached(sentence: Sentence, index: int) -> bool:
    """*had* **reached its goal** *of accepting them*."""
    token = sentence.tokens[index]
    return token.pos == "NOUN" and token.dep == "dobj" and sentence.tokens[token.head].lemma in REACHING


SAID_TYPES = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT"})
SAID_NOUNS = frozenset({"offer", "promise", "proposal", "pledge", "invitation"})


def _is_over(sentence: Sentence, index: int, ends: Match) -> bool:
    return ends.frame.lemma in ENDING and sentence.tokens[index].lemma in MEETINGS


def is_kind(match: Match | None) -> bool:
    """True for what is worked for; harm is what others are punished for."""
    return match is not None and match.frame.type in {"COOPERATE", "SUPPORT", "AID", "CONSULT", "AGREE"}


def _is_said(match: Match | None) -> bool:
    """True for nouns of what somebody has said: turning it down does not undo it."""
    if match is None or match.frame.cls.pos != "noun":
        return False
    return match.frame.type in SAID_TYPES or match.frame.lemma in SAID_NOUNS
