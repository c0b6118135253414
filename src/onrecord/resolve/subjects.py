"""Subjects of clauses: where in a sentence they stand, for pronouns to point back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.schema import Quote, Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BEFORE = frozenset("det amod compound poss nummod nmod advmod predet quantmod appos".split())
_AFTER = frozenset("prep pobj appos case pcomp".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject's noun phrase, ``text[start:end]`` of the document; ``main`` where its verb is the sentence's root."""

    start: int
    end: int
    main: bool
    quoted: bool
    plural: bool


def subjects_of(sentence: Sentence, quotes: Sequence[Quote]) -> list[Subject]:
    """The noun subjects of a sentence in text order; pronouns are left out."""
    found = []
    for token in sentence.tokens:
        if token.dep not in _SUBJECTS or token.pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
            continue
        if _describes_a_name(sentence, token):
            continue
        start, end = noun_span(sentence, token)
        main = _is_main(sentence, token)
        quoted = any(quote.start <= token.start < quote.end for quote in quotes)
        plural = token.tag in ("NNS", "NNPS") or any(
            sentence.tokens[child].dep == "conj" for child in sentence.children[token.index]
        )
        found.append(Subject(start, end, main, quoted, plural))
    return found


def _describes_a_name(sentence: Sentence, token: Token) -> bool:
    """*A former minister*, *Novak was …*: the parser's second subject of the verb is the one."""
    if token.pos != "NOUN" or token.index + 1 >= len(sentence.tokens) or sentence.tokens[token.index + 1].text != ",":
        return False
    others = (sentence.tokens[child] for child in sentence.children[token.head])
    return any(o.dep in _SUBJECTS and o.pos == "PROPN" and token.index < o.index < token.head for o in others)


def noun_span(sentence: Sentence, head: Token) -> tuple[int, int]:
    """The noun phrase of ``head``: what leads up to it and the prepositional phrases and appositions that follow."""
    first = last = head
    for token in _descendants(sentence, head, _BEFORE | {"conj", "cc"} | _AFTER):
        if token.start < first.start:
            first = token
        if token.end > last.end:
            last = token
    return first.start, last.end


def _descendants(sentence: Sentence, head: Token, allowed: frozenset[str]) -> list[Token]:
    found, waiting = [], [head.index]
    while waiting:
        index = waiting.pop()
        for child in sentence.children[index]:
            token = sentence.tokens[child]
            if token.dep in allowed:
                found.append(token)
                waiting.append(child)
    return found


def _is_main(sentence: Sentence, token: Token) -> bool:
    verb = sentence.tokens[token.head]
    if verb.head == verb.index:
        return True
    # "X said" inside the quotation's sentence is parsed as a parenthesis or as its clause's parent
    return verb.dep in ("ROOT", "parataxis", "conj")


def token_at(sentence: Sentence, start: int) -> Token | None:
    """The token that begins at or holds ``start``, or None."""
    return next((token for token in sentence.tokens if token.start <= start < token.end), None)
