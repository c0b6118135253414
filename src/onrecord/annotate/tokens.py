"""The framework's tokens to ours: plain, frozen, with offsets in the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.annotate.forms import Known
from onrecord.annotate.lemmas import repaired
from onrecord.annotate.view import View
from onrecord.schema import Sentence, Token, children_of


@dataclass(frozen=True, slots=True)
class Node:
    """A token within its view: offsets count there, ``head`` counts nodes."""

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


Parse = tuple[Node, ...]


def parse_of(parsed: Any, known: Sequence[Known]) -> Parse:
    """The nodes of a parsed text; white-space tokens are dropped, and what hung on one hangs on its head.

    ``known`` has part of speech and lemma of each token.
    """
    kept = [token for token in parsed if not token.is_space]
    index = {token.i: number for number, token in enumerate(kept)}

    def head(token: Any) -> int:
        above = token.head
        while above.i not in index and above.head.i != above.i:
            above = above.head
        return index.get(above.i, index[token.i])

    return tuple(
        Node(
            token.idx,
            token.idx + len(token.text),
            repaired(token.text, known[token.i][1], token.tag_),
            known[token.i][0],
            token.tag_,
            token.dep_,
            head(token),
        )
        for token in kept
    )


def sentence_of(index: int, block: int, span: tuple[int, int], text: str, view: View, parse: Parse) -> Sentence:
    """The sentence with its tokens placed in the document."""
    tokens = []
    for number, node in enumerate(parse):
        start, end = view.span(node.start, node.end)
        tokens.append(Token(number, start, end, text[start:end], node.lemma, node.pos, node.tag, node.dep, node.head))
    frozen = tuple(tokens)
    return Sentence(index, block, *span, frozen, children_of(frozen))
