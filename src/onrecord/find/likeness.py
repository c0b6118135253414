"""How statements of one page are like each other: by the words of their contents, by who speaks, by where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from onrecord.schema import Party, Span, Statement

_STOP = frozenset(
    """a an and any are as at be been but by could did do does for from had has have he her his i if in is it its may might more
    not of on or our she should so than that the their them there they this those to too was we were what when which who will
    with would you your""".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "d", "e", "y")
_MARKS = ".,;:!?\"'“”‘’()[]«»…–—-"
STEM = 6
"""Letters of a word that are compared, its ending cut off: *detained*, *detention* and *detaining* are near enough."""
STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG"})
"""Sectors that speak for their country where it is named as the speaker."""


def plain_words(texts: Iterable[str]) -> list[str]:
    """The words in lower case, without punctuation and possessive endings."""
    raw = " ".join(texts).lower().replace("’", "'").replace("-", " ").split()
    cut = (word.strip(_MARKS).removesuffix("'s").strip(_MARKS) for word in raw)
    return [word for word in cut if word]


def content_words(statement: Statement) -> frozenset[str]:
    """The words of the content that carry meaning."""
    return frozenset(plain_words(piece.text for piece in statement.content)) - _STOP


def stem(word: str) -> str:
    """The beginning of a word that its forms share."""
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 4), "")
    return word.removesuffix(ending)[:STEM]


def content_stems(statement: Statement) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return _stems_of(" ".join(piece.text for piece in statement.content))


def class_of(statement: Statement) -> str:
    """The class of its frame: the second part of the rule (*accuse.accuse.accuse*)."""
    return (*statement.rule.split("."), "")[1]


def start_of(statement: Statement) -> int:
    """The first code point of cue and content."""
    return min(span.start for span in _spans(statement))


def end_of(statement: Statement) -> int:
    """Behind the last code point of cue and content."""
    return max(span.end for span in _spans(statement))


def _spans(statement: Statement) -> list[Span]:
    return [*statement.content, *([statement.cue] if statement.cue else [])]


def holds(outer: Statement, inner: Statement) -> bool:
    """True where the cue (or else the first content) of ``inner`` stands in the content of ``outer``."""
    anchor = inner.cue or inner.content[0]
    return outer.id != inner.id and any(
        piece.start <= anchor.start and anchor.end <= piece.end for piece in outer.content
    )


def same_speaker(one: Party | None, other: Party | None) -> bool:
    """True where both mean one actor, or one speaks for the other; of the unnamed, where they are described alike."""
    if one is None or other is None:
        return False
    if one.members or other.members:
        return any(same_speaker(a, b) for a in (one.members or (one,)) for b in (other.members or (other,)))
    if one.actor and other.actor:
        return one.actor == other.actor or _speaks_for(one, other) or _speaks_for(other, one)
    return _fits(one, other) or _fits(other, one)


def known_to_differ(one: Party | None, other: Party | None) -> bool:
    """True where both are there, neither is a pronoun that means nobody known, and they are not the same."""
    if one is None or other is None or "pronoun" in (one.how + other.how) and not (one.actor and other.actor):
        return False
    return not same_speaker(one, other)


def _speaks_for(one: Party, other: Party) -> bool:
    if one.principal is not None and one.principal in (other.name, other.actor):
        return True
    return other.actor_kind == "country" and one.country == other.actor and one.sector in STATE


def _fits(described: Party, other: Party) -> bool:
    """True where nothing is said of the one but what is said of the other, too: *the mayor*, *Mayor Ana Novak*."""
    if described.actor:
        return False
    words = _stems_of(described.text)
    return bool(words) and words <= _stems_of(f"{other.text} {other.name or ''}")


@lru_cache(maxsize=4096)
def _stems_of(phrase: str) -> frozenset[str]:
    return frozenset(stem(word) for word in plain_words([phrase]) if word not in _STOP)


def same_side(one: Party | None, other: Party | None) -> bool:
    """True where they are the same, or both are organs of one state."""
    if one is None or other is None:
        return False
    states = one.country is not None and one.country == other.country
    return same_speaker(one, other) or (states and _is_state(one) and _is_state(other))


def _is_state(party: Party) -> bool:
    return party.actor_kind == "country" or party.sector in STATE
