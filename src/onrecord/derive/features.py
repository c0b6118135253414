"""The terms of a page by which its story is known: stems, names that stand side by side, numbers, each with what it counts."""

from __future__ import annotations

from collections import defaultdict

from onrecord.derive.words import BODY, STOP, WORD, plain, stem
from onrecord.schema import Block, Document

NAME = 2.0
"""What a name or a number counts beside another word: two thefts differ in nothing but these."""
HEADLINE = 2.0
"""What a word of the headline, or of the first paragraph, counts beside one further down."""


def features(document: Document) -> dict[str, float]:
    """The terms of a page's headline and body with what they count."""
    counts: defaultdict[str, float] = defaultdict(float)
    lead = next((block for block in document.blocks if block.kind == "paragraph"), None)
    for block in document.blocks:
        if block.kind == "title" or block.kind in BODY:
            _count(document.text[block.start : block.end], _weight(block, lead), counts)
    if document.title is not None and document.title.start is None:
        _count(document.title.text, HEADLINE, counts)
    return dict(counts)


def names(document: Document) -> dict[str, float]:
    """The names in a page's body, how often each stands there: words with a capital letter that begins no sentence."""
    counts: defaultdict[str, float] = defaultdict(float)
    for block in document.blocks:
        if block.kind in BODY:
            text = document.text[block.start : block.end]
            for found in WORD.finditer(text):
                word = plain(found[0])
                begins = text[: found.start()].rstrip()[-1:] in _BEFORE
                if found[0][0].isupper() and not begins and word not in STOP and len(word) > 1:
                    counts[stem(word)] += 1
    return dict(counts)


_BEFORE = frozenset(("", *'.!?“"'))
"""What stands before the first word of a sentence."""


def _weight(block: Block, lead: Block | None) -> float:
    return HEADLINE if block is lead or block.kind == "title" else 1.0


def _count(text: str, weight: float, counts: defaultdict[str, float]) -> None:
    """Adds the terms of a text; two names in a row make a term of their own."""
    before = ""
    for found in WORD.finditer(text):
        word = plain(found[0])
        if word in STOP or len(word) < 2:
            before = ""
            continue
        named = found[0][0].isupper() and found.start() > 0
        term = stem(word)
        counts[term] += weight * (NAME if named or word[0].isdigit() else 1.0)
        if named and before:
            counts[f"{before} {term}"] += weight
        before = term if named else ""
