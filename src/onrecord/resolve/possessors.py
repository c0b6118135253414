"""Whose something is where the noun tells it: *sanctions on Vance* **and his** *circle*, *over* **his crackdown**."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.resolve.subjects import Subject, noun_span
from onrecord.schema import Sentence, Token

RULE = frozenset(
    "crackdown rule regime ouster overthrow downfall fall repression loyalist tank opponent grip suppression".split()
)
"""Nouns for what a ruler has whose country is in unrest."""


def beside(sentence: Sentence, pronoun: Token) -> Subject | None:
    """The noun that what the possessive pronoun belongs to is joined to: **Vance** *and his circle*."""
    thing = sentence.tokens[pronoun.head]
    if pronoun.dep != "poss" or thing.dep != "conj":
        return None
    joined = next((token for token in sentence.tokens[thing.head + 1 : pronoun.index] if token.dep == "cc"), None)
    return _cut(sentence, sentence.tokens[thing.head], joined) if joined is not None else None


def is_of_rule(sentence: Sentence, pronoun: Token) -> bool:
    """True for *his crackdown*, *her long rule*."""
    return pronoun.dep == "poss" and sentence.tokens[pronoun.head].lemma.lower() in RULE


def named_before(sentence: Sentence, pronoun: Token) -> Iterator[Subject]:
    """The names of a sentence that stand before a pronoun, the nearest first, whatever part they have in it."""
    for token in reversed(sentence.tokens[: pronoun.index]):
        if token.pos == "PROPN" and token.dep != "compound":
            yield _cut(sentence, token, pronoun)


def _cut(sentence: Sentence, head: Token, before: Token) -> Subject:
    """The phrase of a noun, as far as it stands before another word."""
    start, end = noun_span(sentence, head)
    last = max(
        (token.end for token in sentence.tokens[head.index : before.index] if token.end <= end), default=head.end
    )
    return Subject(start, max(head.end, last), False, False, False, head=head.index)
