"""Whose something is where the noun tells it: *sanctions on Vance* **and his** *circle*, *over* **his crackdown**."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.resolve.subjects import Subject, noun_span
from onrecord.schema import Sentence, Token

RULE = frozenset(
    "crackdown rule regime ouster overthrow downfall fall repression loyalist tank opponent grip suppression".split()
)
"""Nouns for what a ruler has whose country is in unrest."""
RULERS = frozenset("leader president ruler dictator strongman king premier autocrat".split())
"""Nouns for a ruler."""


def beside(sentence: Sentence, pronoun: Token) -> Subject | None:
    """The noun that what the possessive pronoun belongs to is joined to: **Vance** *and his circle*."""
    thing = sentence.tokens[pronoun.head]
    if pronoun.dep != "poss" or thing.dep != "conj":
        return None
    joined = next((token for token in sentence.tokens[thing.head + 1 : pronoun.index] if token.dep == "cc"), None)
    return _cut(sentence, sentence.tokens[thing.head], joined) if joined is not None else None


def same_as(sentence: Sentence, pronoun: Token) -> Token | None:
    """The *them* before a *their* of one sentence, which mean the same: *deport* **them** *and raze* **their** *homes*."""
    before = reversed(sentence.tokens[: pronoun.index])
    return next((one for one in before if one.lower == "them"), None) if pronoun.dep == "poss" else None


def is_of_rule(sentence: Sentence, pronoun: Token) -> bool:
    """True for *his crackdown*, *her long rule*."""
    return pronoun.dep == "poss" and sentence.tokens[pronoun.head].lemma.lower() in RULE


def named_before(sentence: Sentence, pronoun: Token) -> Iterator[Subject]:
    """The names of a sentence that stand before a pronoun, the nearest first, whatever part they have in it."""
    for token in reversed(sentence.tokens[: pronoun.index]):
        if token.dep != "compound" and (token.pos == "PROPN" or token.lemma.lower() in RULERS):
            yield _cut(sentence, token, pronoun)


def subject_ahead(sentence: Sentence, pronoun: Token, is_somebody: Callable[[str], bool]) -> Token | None:
    """The subject behind what opens a sentence with a pronoun: *In his talks with the envoys,* **Vance** *said …*; None where
    somebody is named before the pronoun, who may be meant."""
    before = sentence.tokens[: pronoun.index]
    if pronoun.dep not in {"poss", "nsubj"} or any(one.pos == "PROPN" for one in before):
        return None
    if any(one.tag == "NN" and is_somebody(one.lemma.lower()) for one in before):
        return None
    token, opening = pronoun, False
    while token.head != token.index:
        opening = opening or token.dep in {"prep", "advcl"}
        token = sentence.tokens[token.head]
    subjects = (sentence.tokens[one] for one in sentence.children[token.index] if sentence.tokens[one].dep == "nsubj")
    subject = next(subjects, None)
    behind = subject is not None and subject.pos == "PROPN" and subject.index > pronoun.index
    return subject if opening and behind else None


def _cut(sentence: Sentence, head: Token, before: Token) -> Subject:
    """The phrase of a noun, as far as it stands before another word."""
    start, end = noun_span(sentence, head)
    last = max(
        (token.end for token in sentence.tokens[head.index : before.index] if token.end <= end), default=head.end
    )
    return Subject(start, max(head.end, last), False, False, False, head=head.index)
