"""Where those are to whom force is done: *a market* **in Yemen** is told by its place, wherever the parser hung it."""

from __future__ import annotations

import re

from onrecord.find import extents, syntax
from onrecord.find.view import View
from onrecord.schema import Party, Sentence

PLACING = frozenset({"in", "near", "outside"})
PLACES = frozenset({"country", "capital", "city"})
_NAMED = re.compile(r"\b[A-Z]\w")
_ABROAD = re.compile(
    r"\b(?:troops?|soldiers?|forces?|marines?|guards?|peacekeepers?|fighters?|tourists?|officers?|pilots?)\b"
)
"""Those who may be far from home."""


def with_place(view: View, sentence: Sentence, party: Party) -> Party:
    """The party with the place that stands right behind it, where nothing in it tells whose it is."""
    if _NAMED.search(party.text[1:]) or _ABROAD.search(party.text):
        return party
    for token in sentence.tokens:
        if token.start < party.end:
            continue
        inner = syntax.child(sentence, token.index, "pobj") if token.lower in PLACING else None
        if inner is None or view.document.text[party.end : token.start].strip():
            return party
        start, end = extents.phrase(sentence, inner)
        name = sentence.tokens[inner]
        if name.pos != "PROPN" or view.actors.place_or_actor(view.document.text[start:end]) not in PLACES:
            return party
        return Party(view.document.text[party.start : end], party.start, end)
    return party
