"""Base forms of verbs where the lemmatizer gives another: rare irregular verbs, and stems cut too far or not far enough."""

from __future__ import annotations

from onrecord.schema import Token

IRREGULAR = {
    "forgave": "forgive",
    "overran": "overrun",
    "overthrew": "overthrow",
    "retook": "retake",
    "undertook": "undertake",
    "withheld": "withhold",
    "upheld": "uphold",
    "outlawed": "outlaw",
}
"""Forms of verbs of public affairs that the lemmatizer leaves as they are."""


def verb_lemmas(token: Token) -> tuple[str, ...]:
    """The lemma and what else the verb may be: *staged* is given as *stag*, *decreed* as *decreed*, *gutted* as *gutte*."""
    lemma = token.lemma.lower()
    found = [lemma, lemma + "e"]
    if lemma in IRREGULAR:
        found.append(IRREGULAR[lemma])
    elif lemma.endswith("ed") and lemma == token.lower:
        found += [lemma[:-1], *_undoubled(lemma[:-2])]
    elif token.lower.endswith("ed") and lemma.endswith("e") and lemma[-3:-2] == lemma[-2:-1]:
        found += _undoubled(lemma[:-1])
    return tuple(dict.fromkeys(found))


def _undoubled(stem: str) -> list[str]:
    return [stem, stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else [stem]
