"""Prepositions of a predicate, and what stands behind them, also where the parser hung them elsewhere."""

from __future__ import annotations

from onrecord.find import light, syntax
from onrecord.schema import Sentence

STATES = frozenset({"be", "remain", "stay"})
"""Verbs of being in a state, whose subject keeps its prepositions: *aid* **to Peru** *is on hold*."""
PINNING = frozenset({"blame", "pin"})
"""Verbs that lay an act at somebody's door, who is named behind *on*."""
JOINED = frozenset("according due owing thanks prior close next contrary pursuant".split())
"""Words that make one preposition with the *to* behind them: *banned it,* **according to** *the ministry*, bans nothing to it."""


def prepositions(sentence: Sentence, index: int, word: str) -> list[int]:
    """Prepositions ``word`` of the predicate, then those that the parser hung on its object, particle or complement."""
    own = [c for c in sentence.children[index] if _is_preposition(sentence, c, word)]
    own.sort(key=lambda c: c < index)  # *In May it fought in Berov*: what stands behind the predicate first
    if word == "on" and _is_pinned(sentence, index):
        return []
    if sentence.tokens[index].pos not in {"VERB", "AUX"}:
        return own + _nested_prepositions(sentence, index, word) + _on_light_verb(sentence, index, word)
    for c in sentence.children[index]:
        token = sentence.tokens[c]
        told = token.dep == "nsubjpass" or (token.dep == "nsubj" and sentence.tokens[index].lemma in STATES)
        if told and word not in {"of", "in", "at", "by"}:  # *aid* **to Peru** *was halted*, *is on hold*
            own += [g for g in sentence.children[c] if _is_preposition(sentence, g, word)]
        if token.dep in {"dobj", "prt", "dative", "attr", "advmod"} or (
            token.dep == "prep" and token.lower not in {word, *JOINED}
        ):
            own += [g for g in sentence.children[c] if g > index and _is_preposition(sentence, g, word)]
    return own or _behind_quantity(sentence, index, word)


def _is_pinned(sentence: Sentence, index: int) -> bool:
    """*blamed the* **attack** *on rebels*, who are not attacked."""
    token = sentence.tokens[index]
    return token.dep == "dobj" and sentence.tokens[token.head].lemma in PINNING


def _behind_quantity(sentence: Sentence, index: int, word: str) -> list[int]:
    """*returned dozens of masks* **to** *Peru*, *imposed a series of sanctions* **on** *Peru*: hung on what is counted."""
    return [
        preposition
        for thing in syntax.children(sentence, index, "dobj", "nsubjpass")
        for of in syntax.children(sentence, thing, "prep")
        if sentence.tokens[of].lower == "of" and word != "of"
        for counted in syntax.children(sentence, of, "pobj")
        for preposition in sentence.children[counted]
        if _is_preposition(sentence, preposition, word)
    ]


def _nested_prepositions(sentence: Sentence, index: int, word: str) -> list[int]:
    """*the invasion of Meridia* **by** *Sorland*: hung on the noun of the phrase before it."""
    found = []
    for preposition in syntax.children(sentence, index, "prep"):
        inner = syntax.child(sentence, preposition, "pobj")
        if inner is not None and word not in {"of", "in", "at", "for"}:
            found += [c for c in sentence.children[inner] if _is_preposition(sentence, c, word)]
    return found


def _on_light_verb(sentence: Sentence, index: int, word: str) -> list[int]:
    """*held drills* **with** *Kenya*, *suffered an attack* **by** *rebels*: hung on the verb that has the noun as its object."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if word in {"by", "from"} and (verb := light.undergone(sentence, index)) is not None:
        return [c for c in sentence.children[verb] if c > index and _is_preposition(sentence, c, word)]
    if token.dep not in {"dobj", "nsubjpass"} or not light.is_light(head) or word in {"of", "in", "at", "by"}:
        return []
    return [c for c in sentence.children[token.head] if c > index and _is_preposition(sentence, c, word)]


def _is_preposition(sentence: Sentence, index: int, word: str) -> bool:
    token = sentence.tokens[index]
    return token.dep in {"prep", "agent", "dative"} and token.pos in {"ADP", "SCONJ", "PART"} and token.lower == word


def prepositional(sentence: Sentence, index: int, word: str) -> int | None:
    """The noun behind the preposition ``word`` of a predicate; no day or month."""
    for preposition in prepositions(sentence, index, word):
        inner = syntax.child(sentence, preposition, "pobj")
        if inner is not None and not is_day(sentence, inner):
            return inner
    return None


def is_day(sentence: Sentence, index: int) -> bool:
    """*on Wednesday*, *in May*: a time, whatever role the preposition could give."""
    return sentence.tokens[index].lower.rstrip(".") in syntax.CALENDAR


def gerund(sentence: Sentence, index: int, word: str) -> int | None:
    """The -ing clause behind the preposition ``word`` of a predicate."""
    for preposition in prepositions(sentence, index, word):
        inner = syntax.child(sentence, preposition, "pcomp")
        if inner is not None:
            return inner
    return None
