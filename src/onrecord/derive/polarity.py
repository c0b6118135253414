"""The words that decide for or against what: a table of the package, by lemma."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.errors import LexiconError

ROLES = ("carry", "hold", "judge", "effect", "change", "value", "contrast", "pole", "same", "actor", "empty", "weak")
Signs = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Polarity:
    """Signs by lemma, 1 or -1, one table for each role that the head of the file tells of.

    ``poles`` gives the lines of dispute that a word lies on, each with the end it stands for, ``contrasts`` the pairs of
    opposites that it is one of; ``same`` the name that several words for one thing share, with -1 where the word takes the
    thing away.
    """

    carry: Signs
    judge: Signs
    effect: Signs
    change: Signs
    value: Signs
    poles: Mapping[str, tuple[tuple[str, int], ...]]
    contrasts: Mapping[str, tuple[tuple[str, int], ...]]
    same: Mapping[str, tuple[str, int]]
    hold: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    empty: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()

    def concept(self, lemma: str) -> tuple[str, int]:
        """The name under which a word is compared with others, and -1 where it says that the thing is gone."""
        return self.same.get(lemma) or (root(lemma), 1)


@lru_cache(maxsize=1)
def load_polarity() -> Polarity:
    """The table as shipped. Raises LexiconError, naming the line, for a row that is none."""
    signs: dict[str, dict[str, int]] = {role: {} for role in ROLES}
    poles: dict[str, dict[str, int]] = defaultdict(dict)
    contrasts: dict[str, dict[str, int]] = defaultdict(dict)
    same: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(_lines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 4 or cells[0] not in ROLES or cells[1] not in "+-":
            raise LexiconError(f"stance.tsv:{number}: a row has a role, + or -, a group and words, parted by tabs")
        role, sign, group = cells[0], 1 if cells[1] == "+" else -1, cells[2]
        for word in cells[3].split():
            signs[role].setdefault(word, sign)
            if role == "pole":
                poles[word].setdefault(group, sign)
            if role == "contrast":
                contrasts[word].setdefault(group, sign)
            if role == "same":
                same.setdefault(word, (group, sign))
    return Polarity(
        carry=signs["carry"],
        judge=signs["judge"],
        effect=signs["effect"],
        change=signs["change"],
        value=signs["value"],
        poles={word: tuple(sorted(ends.items())) for word, ends in poles.items()},
        contrasts={word: tuple(sorted(ends.items())) for word, ends in contrasts.items()},
        same=same,
        hold=frozenset(signs["hold"]),
        actors=frozenset(signs["actor"]),
        empty=frozenset(signs["empty"]),
        weak=frozenset(signs["weak"]),
    )


def _lines() -> list[str]:
    return (files("onrecord") / "data" / "derive" / "stance.tsv").read_text("utf-8").splitlines()


_ENDINGS = re.compile(
    r"(?:isations?|izations?|ations?|itions?|ments?|nesses|ness|ities|ity|ically|ical|ically|ably|ibly|ally|ables?|ibles?|"
    r"ances?|ences?|ancy|ency|ants?|ents?|ives?|ions?|ings?|ised?|ized?|ises?|izes?|isms?|ists?|ers?|ors?|ous|ful|ies|"
    r"al|ly|ed|es|e|s|y|ic)$"
)
SHORTEST = 4
"""Letters that are left of a word at least when its ending goes."""


@lru_cache(maxsize=1 << 14)
def root(lemma: str) -> str:
    """What a word shares with others of its family: "immunise", "immunisation" and "immunity" are one."""
    word = lemma
    for _ in range(2):
        found = _ENDINGS.search(word, SHORTEST)
        if found is None:
            break
        word = word[: found.start()]
    return word
