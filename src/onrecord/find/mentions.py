"""Mentions: the noun phrases of a page that name or describe somebody, as stubs for the resolver."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.find import extents
from onrecord.find.view import View
from onrecord.schema import Party, Sentence

PHRASES = frozenset("nsubj nsubjpass dobj pobj poss appos attr conj dative ROOT oprd npadvmod".split())
"""The labels of tokens that head noun phrases; names before a noun are part of its phrase."""


def find_mentions(view: View) -> tuple[Party, ...]:
    """The mentions in text order, without pronouns; of nested phrases each counts on its own."""
    seen: set[tuple[int, int]] = set()
    found = []
    for sentence in view.annotations.sentences:
        for start, end in _phrases(view, sentence):
            if (start, end) not in seen:
                seen.add((start, end))
                found.append(Party(view.document.text[start:end], start, end))
    return tuple(sorted(found, key=lambda party: (party.start, party.end)))


def _phrases(view: View, sentence: Sentence) -> Iterator[tuple[int, int]]:
    for token in sentence.tokens:
        if token.pos == "PRON" or token.dep not in PHRASES or token.pos not in {"NOUN", "PROPN"}:
            continue
        if view.is_actor(sentence, token.index):
            yield extents.phrase(sentence, token.index)
