"""Attributions set off by commas, told by their place rather than by the parse: *The river rose, the ministry said on Monday.*

A parser that stumbles over a long sentence hangs the reported clause anywhere. The commas still show what was said.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.find import syntax
from onrecord.schema import Sentence

MAX_WORDS = 16
"""Tokens: a longer stretch between commas is a clause of its own."""
BREAKS = frozenset({",", "–", "—", "”", '"', "’", "»"})
QUOTES = frozenset({"“", "”", '"', "‘", "«"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Aside:
    """The tokens of an attribution, both ends inclusive, and whether words of the reported clause follow it."""

    first: int
    last: int
    goes_on: bool


def aside(sentence: Sentence, index: int) -> Aside | None:
    """The attribution around the predicate at ``index`` where commas (or the sentence's end) set it off; None where they do not.

    Before it must stand a clause, or, where the sentence goes on after it, at least the subject of one.
    """
    first = _first(sentence, index)
    if first is None or first < 2 or sentence.tokens[first - 1].text not in BREAKS:
        return None
    if (
        sentence.tokens[index].dep in {"relcl", "acl", "advcl"}
        or syntax.child(sentence, index, "ccomp", "xcomp") is not None
    ):
        return None
    last = _last(sentence, index)
    if last is None or last - first > MAX_WORDS:
        return None
    told = any(t.tag in FINITE for t in sentence.tokens[: first - 1])
    rest = sentence.tokens[last + 1 :]
    goes_on = not told and bool(rest) and any(t.tag in FINITE for t in rest[:6])
    return Aside(first, last, goes_on) if told or goes_on else None


def _first(sentence: Sentence, index: int) -> int | None:
    """The first token of speaker and predicate: *the ministry said*, or the predicate itself in *said the ministry*."""
    if sentence.tokens[index].tag not in FINITE:
        return None
    before = [c for c in syntax.children(sentence, index, "nsubj") if c < index]
    if not before:
        return index if syntax.child(sentence, index, "nsubj") is not None else None
    subject = before[-1]
    stretch = sentence.tokens[subject + 1 : index]
    if any(token.tag in FINITE and token.dep != "aux" for token in stretch):
        return None
    return min(syntax.subtree(sentence, subject))


def _last(sentence: Sentence, index: int) -> int | None:
    """The last token of the attribution: up to the next comma, which no other finite verb comes before."""
    at = index
    for token in sentence.tokens[index + 1 :]:
        if token.text in {",", ".", "–", "—", ";", "!", "?"}:
            return at
        if token.text in QUOTES:
            return None
        if token.tag in FINITE or token.tag == "TO" or token.lower in {"that", "whether", "if"}:
            return None
        at = token.index
    return at
