"""Deeds that are told together: where one has no time of its own, it is of the day of the one it is told with."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.schema import Sentence, When

DEEDS = frozenset("ASSAULT COERCE PROTEST AID MOBILIZE RETREAT COOPERATE CONSULT SANCTION".split())
"""Types of acts that are told one after the other; what somebody says beside them may be of another day."""
SOON = frozenset("hours hour minutes moments shortly soon just immediately".split())
SPEAKING_OF = frozenset("say tell announce declare report state claim accuse warn promise".split())


def told_with(sentence: Sentence, at: int, below: int, when: When) -> bool:
    """*Gunmen attacked a column on Thursday, and seven soldiers were killed*: one deed after the other, in one tense."""
    first, then = sentence.tokens[at], sentence.tokens[below]
    if when.precision != "day" or first.lemma in SPEAKING_OF or then.dep != "conj":
        return False
    joint = syntax.child(sentence, at, "cc")
    return (
        (joint is None or sentence.tokens[joint].lower == "and")
        and _is_past(sentence, at)
        and _is_past(sentence, below)
    )


def _is_past(sentence: Sentence, index: int) -> bool:
    """The simple past: *attacked*, *was attacked*; not *had attacked*, *has attacked*."""
    helpers = [sentence.tokens[c] for c in syntax.children(sentence, index, "aux", "auxpass")]
    if helpers:
        return helpers[0].tag == "VBD" and helpers[0].lemma != "have"
    return sentence.tokens[index].tag in {"VBD", "VBN"}


def scene_of(sentence: Sentence, index: int) -> int | None:
    """The predicate that a clause is told with: *ended on Thursday,* **hours after** *they were promised*; *dispersed those who*
    **were besieging** *it*."""
    token = sentence.tokens[index]
    if token.dep == "advcl" and _is_hours_from(sentence, index):
        return None if sentence.tokens[token.head].lemma in SPEAKING_OF else token.head
    going_on = token.tag == "VBG" and any(
        sentence.tokens[c].tag == "VBD" for c in syntax.children(sentence, index, "aux")
    )
    if token.dep == "relcl" and going_on and sentence.tokens[token.head].dep in {"dobj", "nsubjpass"}:
        return sentence.tokens[token.head].head
    return None


def _is_hours_from(sentence: Sentence, index: int) -> bool:
    """True for a clause that *hours after*, *minutes before*, *shortly after* brings in."""
    for one in sentence.children[index]:
        if sentence.tokens[one].lower in {"after", "before"} and one < index:
            words = {sentence.tokens[c].lower for c in sentence.children[one]} | {
                sentence.tokens[c].lower for c in sentence.children[index] if c < one
            }
            words |= {sentence.tokens[one - 1].lower} if one else set()
            return bool(words & SOON)
    return False
