"""The words by which issues are compared: roots, names of matters for words that stand for one, codes of countries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from onrecord.derive.kinship import root
from onrecord.derive.words import STOP, WORD, plain
from onrecord.lexicon.actors import load_actors

_EMPTY = frozenset(
    """possibility prospect idea notion issue matter question problem proposal offer plan plans deal move
    step steps effort efforts policy stance position attempt part kind form type number way need any all own
    certain biggest largest ever country countries government official officials side sides people group groups
    thing things time today tomorrow week month year earlier later recent recently early late past coming ago
    since now soon yesterday nation state states minister president leader leaders authorities response respect
    regard view fact hold held sit two three four five six seven eight
    nine ten twenty thirty forty fifty sixty hundred thousand million months days years hours morning evening afternoon night
    midnight noon place except return
    call calls demand demands request requests appeal euro euros dollar dollars pound pounds billion cent percent""".split()
)
"""Words that name no issue by themselves; they count where something else stands beside them."""


def _rows() -> list[tuple[str, str]]:
    """The table of matters: the name of each, with each word that stands for it."""
    lines = files("onrecord").joinpath("data/derive/matters.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "name\t"))]
    return [(name, word) for name, group in rows for word in group.split()]


@lru_cache(maxsize=1)
def _matters() -> Mapping[str, str]:
    """The name of the matter that a word stands for, by its root."""
    return {root(word): name for name, word in _rows()}


@lru_cache(maxsize=1 << 14)
def matter(word: str) -> str:
    """What a word is compared by: its root, or the name of the matter that it is one word for."""
    base = root(word)
    return _matters().get(base, base)


_EMPTY_STEMS = frozenset(matter(word) for word in _EMPTY)


def stems_of(text: str) -> list[str]:
    """The stems of the words that can name an issue, in order; of a country, its people and its capital, the country's code."""
    found = []
    for one in WORD.finditer(_joined(text)):
        word = plain(one[0])
        if word in STOP or len(word) <= 2 or word.isdigit():
            continue
        land = _land(one[0]) if one[0][0].isupper() else None
        found.append(f"{LAND}{land}" if land else matter(word))
    return found


def _joined(text: str) -> str:
    """``text`` with verbs of two words that stand for a matter put as its name: "step down", "pulling back"."""
    return _TWO_WORDS.sub(lambda found: _two_words().get(_together(found[1], found[2]), found[0]), text)


_TWO_WORDS = re.compile(r"\b(\w{3,})[\s-](down|back|out|over|off|fire|fires)\b", re.IGNORECASE)


def _together(word: str, particle: str) -> str:
    return f"{root(word.lower())}-{particle.lower()}"


@lru_cache(maxsize=1)
def _two_words() -> Mapping[str, str]:
    """The name of the matter that a word with its particle stands for."""
    pairs = ((word.partition("-"), name) for name, word in _rows() if "-" in word)
    return {_together(verb, particle): name for (verb, _, particle), name in pairs}


LAND = "="
"""Stands before the code of a country among stems."""


@lru_cache(maxsize=1 << 14)
def _land(word: str) -> str | None:
    """The country that a word names, by its name, its people or its capital."""
    hits = load_actors().matcher.exactly(word.replace("’", "'").removesuffix("'s"))
    return next((hit.actor for hit in hits if hit.kind in ("country", "demonym", "capital")), None)


@lru_cache(maxsize=1 << 16)
def telling_of(stems: frozenset[str]) -> frozenset[str]:
    """The stems that name an issue by themselves: no empty words, and no countries, whose quarrels are many."""
    return frozenset(name for name in stems if name not in _EMPTY_STEMS and not name.startswith(LAND))
