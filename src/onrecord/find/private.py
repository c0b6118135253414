"""Which sentences speak of something else than public affairs: of sport, business, science, or of what a film or book tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.find import syntax
from onrecord.lexicon.fields import field_words
from onrecord.schema import Sentence

SURE = 2
"""Loose words of another field that make a sentence one of it; a sure one does alone."""
_SCORE = re.compile(r"(?<![\w–-])\d{1,3}[-–]\d{1,3}(?![\w–-])")
BALLOTS = frozenset("vote election ballot poll majority seat senate parliament year".split())
"""Words beside two numbers that are no score: *passed by 52-48 votes*."""


def private_weight(sentence: Sentence, text: str) -> int:
    """How many words of other fields stand in the sentence, sure ones counted as ``SURE``; a score counts as a loose one."""
    words, found = field_words(), set(_words(sentence))
    weight = SURE * len(found & words.sure) + len(found & words.loose)
    if _SCORE.search(text, sentence.start, sentence.end) is not None and not found & BALLOTS:
        weight += 1
    return weight


def _words(sentence: Sentence) -> Iterator[str]:
    """Lemmas and forms in small letters, names left out; what hyphens join as one word, too (*semi-final*)."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.pos == "PROPN":
            continue
        yield token.lemma.lower()
        yield token.lower
        if token.text == "-" and 0 < at < len(tokens) - 1:
            before, after = tokens[at - 1], tokens[at + 1]
            if before.end == token.start and token.end == after.start:
                yield f"{before.lower}-{after.lower}"
                yield f"{before.lower}-{after.lemma.lower()}"


def harm_of(sentence: Sentence) -> str:
    """``violence`` where words of it stand in the sentence, else ``accident`` where those of mishap do, else nothing."""
    words, found = field_words(), set(_words(sentence))
    if found & words.violence - words.accident:
        return "violence"
    return "accident" if found & words.accident else ""


def is_told_story(sentence: Sentence) -> bool:
    """True for what happens in a film, a book or a game: *In the series, …*, *The thriller begins when …*, *The game lets …*."""
    works = field_words().works
    for token in sentence.tokens:
        if token.lemma.lower() not in works or token.pos not in {"NOUN", "PROPN"}:
            continue
        head = sentence.tokens[token.head]
        if token.dep == "nsubj" and head.lemma in TELLING:
            return True
        opens = head.lower in {"in", "at"} and syntax.is_verb(sentence.tokens[head.head]) and head.index == 0
        present = sentence.tokens[head.head].tag in {"VBZ", "VBP"}
        if token.dep == "pobj" and opens and present:
            return True
    return False


TELLING = frozenset(
    "begin open end start let follow show tell depict portray see feature imagine chronicle recount centre center allow".split()
)
"""What a work does with what happens in it."""
