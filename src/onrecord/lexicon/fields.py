"""Words of fields that are no public affairs: sport, stage and screen, business, science, daily life."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class FieldWords:
    """Lemmas in small letters: ``sure`` hardly occur outside their field, ``loose`` are at home elsewhere, too; ``works`` tell
    stories; people are hurt by ``violence`` or by ``accident``; ``labour`` disputes. ``games`` are the loose ones of sport.
    ``names`` and ``loose_names`` hold for proper names; ``debate`` are words of speech and campaigning,
    ``public`` those of public affairs."""

    sure: frozenset[str]
    loose: frozenset[str]
    works: frozenset[str]
    violence: frozenset[str]
    accident: frozenset[str]
    labour: frozenset[str]
    games: frozenset[str]
    names: frozenset[str]
    loose_names: frozenset[str]
    debate: frozenset[str]
    public: frozenset[str]


APART = ("loose", "works", "violence", "accident", "labour", "games", "names", "loose_names", "debate", "public")
"""The lists that are none of sure words."""


@lru_cache(maxsize=1)
def field_words() -> FieldWords:
    """The words of ``data/frames/fields.toml``, all fields together."""
    text = files("onrecord").joinpath("data/frames/fields.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(text)
    apart = {name: frozenset(lists.pop(name).split()) for name in APART}
    sure = frozenset(word for words in lists.values() for word in words.split()) - apart["loose"]
    apart["loose"] |= apart["games"] - sure
    return FieldWords(sure, **apart)
