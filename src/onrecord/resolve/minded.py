"""Whose official tells what a country has in mind: its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.lexicon.actors import NameHit

TELLER = 60
"""Code points from the comma behind what is said within which the words stand that tell who says it."""
_SAID = re.compile(r"\b(?:said|says|added|told \w+)(?: on \w+)?(?: that)?(?: the)? ")
_MIND = re.compile(
    r" (?:(?:is|was|remains|stands|had been) (?:\w+ ){0,2}(?:ready|willing|prepared|open|committed|concerned|worried|grateful|"
    r"pleased|disappointed|saddened|outraged|alarmed|optimistic|hopeful|convinced|proud|sorry)"
    r"|(?:hopes|hoped|regrets|regretted|welcomes|welcomed|appreciates|deplores|condemns|favou?rs|shares|accepts|accepted)) "
)
"""What only a country's own people tell of it, as a rule."""


_ACTS = re.compile(r" (?:will|would)(?! not be| be \w+(?:ed|en)\b)(?: (?:never|also|not|soon))? [a-z]+")
_CAPITAL_ACTS = re.compile(r" (?:has|had) (?!been\b)")
"""What a country will do and what a capital has done its own people tell: on news pages 34 of 35 officials who did were its own."""


def minded(text: str, span: tuple[int, int], at: int, hits: Sequence[NameHit]) -> str | None:
    """The country whose mind a sentence tells beside an official of nobody's at ``at``: "Norland is ready, the minister said".

    ``span`` is the sentence, ``hits`` are the names in it.
    """
    start, end = span
    following = _SAID.search(text, at, min(end, at + TELLER))
    if following is not None:
        other = next((hit for hit in hits if hit.start == following.end()), None)
        if other is not None and _tells_own(text, other):
            return other.actor
    hit = hits[0] if hits else None
    if hit is None or hit.start > start + 1 or hit.kind not in ("country", "capital"):
        return None
    told = text.rfind(",", hit.end, at)
    return hit.actor if told >= 0 and at - told < TELLER and _MIND.match(text, hit.end, told) else None


def _tells_own(text: str, hit: NameHit) -> bool:
    """True where what stands behind a country or its capital is told by its own people, as a rule."""
    if _MIND.match(text, hit.end):
        return True
    state = hit.kind in ("country", "capital") and _ACTS.match(text, hit.end) is not None
    return state or (hit.kind == "capital" and _CAPITAL_ACTS.match(text, hit.end) is not None)
