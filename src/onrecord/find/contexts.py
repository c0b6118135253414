"""What an act is about, in PLOVER's contexts: from the words of its sentence, by the lexicon in ``data/codebook/contexts.tsv``.

A context holds for the sentence, not for the clause: a sentence about an election whose one half is an arrest gives both the
context. A word inside somebody's longer name counts, too (*the Nuclear Weapons Commission*).
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.lexicon.codebook import load_context_terms

MOST = 4
"""Contexts of one act at most: the first that its sentence names, after those that its mode brings along."""
BY_MODE = {("COERCE", "cyber"): "cyber", ("COERCE", "misinformation"): "misinformation"}
"""Contexts that the manual adds to a mode."""


def contexts_of(sentence: str, type_: str, mode: str | None) -> tuple[str, ...]:
    """The contexts of an act of this type and mode in a sentence, in the order in which its words name them."""
    found = [BY_MODE[type_, mode]] if mode and (type_, mode) in BY_MODE else []
    for match in _pattern().finditer(sentence.lower().replace("’", "'")):
        found += load_context_terms()[match["term"]]
    return tuple(dict.fromkeys(found))[:MOST]


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """All terms, the longest first, each as a word of its own or its plural."""
    terms = sorted(load_context_terms(), key=lambda one: (-len(one), one))
    return re.compile(rf"(?<![\w'-])(?P<term>{'|'.join(map(re.escape, terms))})(?:s|es|'s|s')?(?![\w-])")
