"""Repairs of the lemmatizer: past forms and participles that it cuts too far, and a plural.

English doubles the last consonant of a short verb (*hop*, *hopped*), so *hoped* and *staged* can only come from *hope* and
*stage*. The rule tables of the framework prefer the shorter verb where both exist.
"""

from __future__ import annotations

import re

_SHORT_STEM = re.compile(r"[^aeiou]*(?:qu)?[aeiou][bcdfgklmnprstvz]")
IRREGULAR = {
    "forgave": "forgive",
    "foresaw": "foresee",
    "besought": "beseech",
    "mistook": "mistake",
    "overthrew": "overthrow",
    "withdrew": "withdraw",
    "withheld": "withhold",
    "upheld": "uphold",
    "forbade": "forbid",
    "undertook": "undertake",
    "retook": "retake",
    "cordoned": "cordon",
}
PLURALS = {"taxes": "tax", "bases": "base", "corpses": "corpse"}
"""Plurals that the framework takes for another word's: for it, taxes are those of "taxis", and bases of "basis"."""


def repaired(form: str, lemma: str, tag: str) -> str:
    """The lemma of a verb form: as given, or put right where spelling proves it wrong."""
    lowered = form.lower()
    if lowered in PLURALS:
        return PLURALS[lowered]
    if lowered in IRREGULAR and (tag in {"VBD", "VBN"} or lemma == lowered):
        return IRREGULAR[lowered]
    if tag in {"VBD", "VBN"} and lowered == lemma + "ed" and _SHORT_STEM.fullmatch(lemma):
        return lemma + "e"
    if tag == "VBG" and lowered == lemma + "ing" and _SHORT_STEM.fullmatch(lemma):
        return lemma + "e"
    return lemma
