"""The framework's tokens to ours: plain, frozen, with offsets in the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.annotate.forms import Word
from onrecord.annotate.view import View
from onrecord.schema import Sentence, Token, children_of


class Node(NamedTuple):
    """A token within its view: offsets count there, ``head`` counts nodes."""

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Place(NamedTuple):
    """Where a token stands: its head, its first character and how many it has."""

    head: int
    start: int
    length: int


Parse = tuple[Node, ...]


def parse_of(words: Sequence[Word], places: Sequence[Place]) -> Parse:
    """The nodes of a parsed text; white-space tokens are dropped, and what hung on one hangs on its head."""
    kept = [number for number, word in enumerate(words) if not word.space]
    index = {number: at for at, number in enumerate(kept)}

    def head(token: int) -> int:
        above = places[token].head
        while above not in index and places[above].head != above:
            above = places[above].head
        return index.get(above, index[token])

    return tuple(
        Node(start, start + length, lemma, pos, tag, dep, head(number))
        for number, ((_, start, length), (lemma, pos, tag, dep, space)) in enumerate(zip(places, words, strict=True))
        if not space
    )


def sentence_of(index: int, block: int, span: tuple[int, int], text: str, view: View, parse: Parse) -> Sentence:
    """The sentence with its tokens placed in the document."""
    tokens = []
    for number, (first, last, lemma, pos, tag, dep, head) in enumerate(parse):
        start, end = view.span(first, last)
        tokens.append(Token(number, start, end, text[start:end], lemma, pos, tag, dep, head))
    frozen = tuple(tokens)
    return Sentence(index, block, *span, frozen, children_of(frozen))
