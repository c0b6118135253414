"""The mode of an act whose predicate leaves it open: told by the words of its clause, the nearest in the parse first.

What is asked, refused or threatened is what its speech act is about (*urged them* **to release** *him*); an assault is told by
its means. Words of the parties tell nothing: a *drone unit* that kills with knives is one; the attack that does it tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.find.matcher import Match
from onrecord.lexicon.codebook import load_mode_words
from onrecord.schema import Sentence

DEPTH = 3
"""How far below the predicate its words are looked at."""
TOLD_BY_CONTENT = frozenset({"REQUEST", "REJECT", "THREATEN"})


def mode_of(match: Match, type_: str) -> str | None:
    """The frame's mode, else what the clause tells; None where it tells none."""
    if match.frame.mode is not None and type_ == match.frame.type:
        return match.frame.mode
    words = load_mode_words().get(type_)
    if words is None:
        return None
    doer = match.roles.get("source")
    means = match.sentence.tokens[doer.head] if doer is not None and type_ == "ASSAULT" else None
    if means is not None and means.pos == "NOUN" and (mode := words.get(means.lemma.lower())) is not None:
        return mode  # *a house was hit by* **an airstrike**
    content = type_ in TOLD_BY_CONTENT
    for index in _below(match.sentence, match.index, _skipped(match)):
        token = match.sentence.tokens[index]
        if content and index < match.index and match.frame.cls.pos == "verb":
            continue
        mode = words.get(token.lemma.lower()) or words.get(token.lower)
        if mode is not None:
            return mode
    return None


def _skipped(match: Match) -> frozenset[int]:
    """The heads of the parties, of the source also what is below."""
    return frozenset(match.roles[role].head for role in ("source", "target", "addressee") if role in match.roles)


def _below(sentence: Sentence, index: int, skipped: frozenset[int]) -> Iterator[int]:
    """The tokens below one, level by level, each level in text order; not those under ``skipped``."""
    level = [index]
    for _ in range(DEPTH):
        level = sorted(child for one in level for child in sentence.children[one] if child not in skipped)
        yield from level
