"""Who stands before a hyphen as the one who does it: *a* **Saudi**-*led strike*, *a* **Japanese**-*drafted resolution*."""

from __future__ import annotations

from onrecord.schema import Sentence

LED = frozenset("led drafted sponsored proposed brokered run commanded".split())
"""Participles behind a hyphen whose first half does what the noun names; *a Saudi-backed militia* is another matter."""


def leader_of(sentence: Sentence, participle: int) -> int | None:
    """The name that a hyphen joins to a participle of leading; None where the token is no such participle."""
    tokens = sentence.tokens
    if participle < 2 or tokens[participle].lower not in LED or tokens[participle - 1].text not in {"-", "–"}:
        return None
    first = tokens[participle - 2]
    return participle - 2 if first.text[:1].isupper() and first.end == tokens[participle - 1].start else None
