"""Seas that bear a country's name: a spill in the Gulf of Mexico is no news of Mexico."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.lexicon.actors import NameHit

REACH = 24
"""Code points before a name within which a word for a water stands."""
_BEFORE = re.compile(r"\b(?:[Gg]ulf|[Bb]ay|[Ss]ea|[Ss]traits?|[Cc]hannel) of (?:the )?$")
_BEHIND = re.compile(r" (?:Sea|Ocean|Channel|Straits?|Gulf|Current)\b")


def without_waters(text: str, hits: Sequence[NameHit]) -> list[NameHit]:
    """``hits`` without the names of countries that are part of the name of a sea, a gulf or a strait."""
    return [hit for hit in hits if not _is_water(text, hit)]


def _is_water(text: str, hit: NameHit) -> bool:
    if hit.kind not in ("country", "demonym"):
        return False
    before = text[max(0, hit.start - REACH) : hit.start]
    return _BEFORE.search(before) is not None or _BEHIND.match(text, hit.end) is not None
