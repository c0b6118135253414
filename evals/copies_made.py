"""Texts edited as copies are, and how many of them are found again.

Of each text five copies are made, with fixed dice: furniture added (lines of menus, sharing and cookie notices around and
between), cut to 60 % and to 30 % of its words from the beginning, 15 % of its words replaced by words of other texts, and
set inside another text. *Found* is a copy for which its own text is among the pages it is related to. *Unrelated* is the share of
related pairs of which no two sources are one text, or share a tenth of the shorter one's runs of eight words: collections
of news hold true reprints, which are not counted against anybody.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from common import Ratio

from onrecord.derive.copies import alike
from onrecord.derive.shingles import shingles
from onrecord.derive.words import words

MENU = (
    "Home World Politics Business Sport Culture Weather Video", "Share this on the usual networks or send it to a friend",
    "We use cookies to make this site work and to count visits; read our notice on privacy", "Sign up for our morning letter",
    "Most read today in the world and near you", "Follow our reporters for more on this matter as it unfolds",
    "Copyright all rights reserved; terms of use; contact; jobs; archive; subscribe", "Advertisement please scroll on to read",
)  # fmt: skip
LEAST = 80
"""Words of a text that takes part."""


def scored(texts: Sequence[str], seed: int = 5) -> Iterator[str]:
    """A line for each kind of edit with the share that was found, and one for what was related wrongly."""
    dice = random.Random(seed)
    plain = [one for one in (list(words(text)) for text in texts) if len(one) >= LEAST]
    kinds = ("furniture", "cut to 60 %", "cut to 30 %", "15 % edited", "embedded")
    pages, sources = list(plain), [(at,) for at in range(len(plain))]
    for at in range(len(plain)):
        other = dice.choice([one for one in (dice.randrange(len(plain)) for _ in range(9)) if one != at] or [at])
        pages += edits(plain[at], plain[other], dice)
        sources += [(at,)] * 3 + [(at,), (at, other)]
    found: dict[int, set[int]] = {}
    wrong = total = 0
    for first, second, _ in alike([shingles(page) for page in pages]):
        total += 1
        found.setdefault(second, set()).add(first)
        wrong += not any(
            one == other or _share(plain[one], plain[other]) for one in sources[first] for other in sources[second]
        )
    for kind, name in enumerate(kinds):
        again = sum(at in found.get(len(plain) + len(kinds) * at + kind, ()) for at in range(len(plain)))
        yield f"{name:<28} {Ratio(again, len(plain))}"
    yield f"{'unrelated':<28} {Ratio(wrong, total)}"


def edits(text: Sequence[str], other: Sequence[str], dice: random.Random) -> list[list[str]]:
    """The five copies of a text."""
    changed = [dice.choice(other) if dice.random() < 0.15 else word for word in text]
    middle = dice.randrange(len(other))
    return [
        _furnished(text, dice),
        text[: max(1, round(0.6 * len(text)))],
        text[: max(1, round(0.3 * len(text)))],
        changed,
        [*other[:middle], *text, *other[middle:]],
    ]


def _furnished(text: Sequence[str], dice: random.Random) -> list[str]:
    out: list[str] = [word for line in dice.sample(MENU, 3) for word in words(line)]
    for start in range(0, len(text), 120):
        out += text[start : start + 120]
        out += words(dice.choice(MENU))
    return out


def _share(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where a third of the shorter text's runs of eight words stand in the other."""
    mine, theirs = ({tuple(page[at : at + 8]) for at in range(max(1, len(page) - 7))} for page in (one, other))
    return len(mine & theirs) >= min(len(mine), len(theirs)) / 10


__all__ = ["edits", "scored"]
