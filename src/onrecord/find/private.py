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


def is_dispute(sentence: Sentence) -> bool:
    """True among words of pay, unions and government."""
    return not field_words().labour.isdisjoint(_words(sentence))


def is_told_story(sentence: Sentence, position: int) -> bool:
    """True for what happens in a film, a book or a game: *In the series, …*, *The thriller begins when …*, *She plays a
    minister who …*, *a play about the siege*; ``position`` is that of the act."""
    works = field_words().works
    act = next((t.index for t in sentence.tokens if t.start <= position < t.end), 0)
    for token in sentence.tokens:
        if token.lemma == "play" and syntax.is_verb(token) and act in _reach(sentence, token.index, "dobj"):
            return True
        if token.lemma.lower() not in works or token.pos not in {"NOUN", "PROPN"}:
            continue
        head = sentence.tokens[token.head]
        if token.dep == "nsubj" and head.lemma in TELLING:
            return True
        opens = head.lower in {"in", "at"} and syntax.is_verb(sentence.tokens[head.head]) and head.index == 0
        present = sentence.tokens[head.head].tag in {"VBZ", "VBP"}
        if token.dep == "pobj" and opens and present:
            return True
        if any(sentence.tokens[one].lower in {"about", "on"} for one in _above(sentence, act, token.index)):
            return True
    return False


def _reach(sentence: Sentence, index: int, dep: str) -> set[int]:
    """What hangs on the dependents of ``index`` with this label, without their heads."""
    heads = syntax.children(sentence, index, dep)
    return {one for head in heads for one in syntax.subtree(sentence, head) if one != head}


def _above(sentence: Sentence, index: int, work: int) -> list[int]:
    """The prepositions between an act and the work whose phrase it stands in; none where it stands elsewhere."""
    found: list[int] = []
    for _ in range(syntax.MAX_STEPS):
        token = sentence.tokens[index]
        if token.dep == "prep" and token.head == work:
            return [index]
        if token.head == index:
            break
        index = token.head
    return found


TELLING = frozenset(
    """begin open end start let follow show tell depict portray see feature imagine chronicle recount centre center allow
    describe""".split()
)
"""What a work does with what happens in it."""
