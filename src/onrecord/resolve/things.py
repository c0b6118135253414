"""Unknown names that a page speaks of as of something, or as of a place, and not as of somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.resolve.learned import NameMention

THING_REACH = 90
"""Code points after a name within which a pronoun of the same sentence tells what it is."""
_THING = re.compile(r"[^.!?\n“”\"]*?\b(?:its?|itself|which)\b")
_PERSONAL = re.compile(r"[^.!?\n]*?\b(?:he|she|his|her|him|who|himself|herself)\b|[.”\"] (?:He|She|His|Her)\b")
_WHO = re.compile(r",? (?:who|whose|he|she|him|herself|himself|said|says|told|added)\b|, \d{1,3}\b")

_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Oo]utside|[Aa]round|(?:town|city|village|district|suburb|port|province) of) (?:the )?$"
)
PLACE_REACH = 18
"""Code points before a name within which a word for its place stands."""
_OF_PLACE = re.compile(
    r"(?: [\w-]*[A-Z][\w-]*){0,2} (?:district|province|suburb|neighbou?rhood|quarter|region|airport)\b"
)


def is_spoken_of_as_thing(text: str, mentions: Sequence[NameMention]) -> bool:
    """True where "it" and "its" take up the name more often than words for people."""
    tails = [text[mention.end : mention.end + THING_REACH] for mention in mentions]
    things = sum(_THING.match(tail) is not None for tail in tails)
    return things > sum(_PERSONAL.match(tail) is not None for tail in tails)


def is_spoken_of_as_place(text: str, mentions: Sequence[NameMention]) -> bool:
    """True where the name stands behind "in" or "the town of", or before "district", and nobody is "he" or "she"."""
    located = any(
        _IN.search(text, max(0, m.start - PLACE_REACH), m.start) or _OF_PLACE.match(text, m.end) for m in mentions
    )
    return located and not any(_WHO.match(text, m.end) for m in mentions)
