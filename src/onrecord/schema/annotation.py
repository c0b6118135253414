"""What the language model and the quote pairer say of a document, free of any framework's types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a sentence.

    ``index`` and ``head`` count tokens in the sentence (the root's head is itself); ``start`` and ``end`` are code points
    of the document. ``dep`` is a ClearNLP label as spaCy's English models give it, ``pos`` a Universal POS tag, ``tag``
    a Penn Treebank tag.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    @property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, parsed as a document of its own. ``block`` is the index into ``document.blocks``."""

    index: int
    block: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...] = field(default=(), compare=False)
    """Per token, the indices of its dependents in text order."""


def children_of(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    """Per token, the indices of its dependents in text order."""
    lists: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            lists[token.head].append(token.index)
    return tuple(tuple(one) for one in lists)


QuoteEnd = Literal["closed", "continued", "open"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks.

    ``start`` and ``end`` take in the marks, ``inner_start`` and ``inner_end`` do not; all are code points of the document.
    ``block`` is the index into ``document.blocks``. ``depth`` is 0 for an outer quote. ``ending``: ``closed`` by a mark,
    ``continued`` in the next paragraph (which opens with a mark again), or left ``open`` and cut at the paragraph's end.
    """

    block: int
    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    ending: QuoteEnd


@dataclass(frozen=True, slots=True)
class Annotations:
    """Sentences in text order, quotes in order of their opening mark, and the identity of the model that parsed."""

    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    model: str
