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


Parse = tuple[Node, ...]


def parse_of(words: Sequence[Word], heads: Sequence[int], starts: Sequence[int], ends: Sequence[int]) -> Parse:
    """The nodes of a parsed text, of which each token's head and place are given; white-space tokens are dropped, and what
    hung on one hangs on its head.
    """
    lemmas, kinds, tags, deps, spaces = zip(*words, strict=True) if words else ((),) * 5
    nodes = map(Node, starts, ends, lemmas, kinds, tags, deps, heads)
    return _without_spaces(list(nodes), spaces) if any(spaces) else tuple(nodes)


def _without_spaces(nodes: Sequence[Node], spaces: Sequence[bool]) -> Parse:
    kept = [number for number, space in enumerate(spaces) if not space]
    index = {number: at for at, number in enumerate(kept)}

    def head(token: int) -> int:
        above = nodes[token].head
        while above not in index and nodes[above].head != above:
            above = nodes[above].head
        return index.get(above, index[token])

    return tuple(nodes[number]._replace(head=head(number)) for number in kept)


def sentence_of(index: int, block: int, span: tuple[int, int], text: str, view: View, parse: Parse) -> Sentence:
    """The sentence with its tokens placed in the document."""
    places = [view.span(node.start, node.end) for node in parse]
    _, _, lemmas, kinds, tags, deps, heads = zip(*parse, strict=True) if parse else ((),) * 7
    starts, ends = [start for start, _ in places], [end for _, end in places]
    words = [text[start:end] for start, end in places]
    tokens = tuple(map(Token, range(len(parse)), starts, ends, words, lemmas, kinds, tags, deps, heads))
    return Sentence(index, block, *span, tokens, children_of(tokens))
