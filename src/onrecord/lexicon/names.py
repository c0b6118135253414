"""Personal names: folding, tokens, and whether two names can be one person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.lexicon.actor_files import read_rows

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
PARTICLES = frozenset(
    "al el ul ur ad ag as an ben bin ibn bint ould abu de da do dos das di del della la le van von der den ter ten y e "
    "zu".split()
)
"""Small words inside names; they are skipped when names are compared."""
HONORIFICS = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady baroness sheikh shaikh hajji haji alhaji mullah "
    "maulana maulvi mufti "
    "ayatollah hojatoleslam sayyid syed sayed hon rt reverend rev shri smt jr sr ii iii iv mp".split()
)
"""Honorifics that some tables and pages write into the name."""
_LETTERS = str.maketrans("øłđı’ʼ", "oldi''")
_SPELLINGS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("bh", "b"), ("th", "t"), ("ph", "f"), ("sh", "s"), ("ck", "k"), ("q", "k"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "ai"), ("ey", "ai"), ("ay", "ai"), ("y", "i"), ("w", "v"), ("j", "i"),
    ("z", "s"), ("c", "k"), ("x", "ks"),
)  # fmt: skip
_NICKNAMES = {
    short: full
    for pair in (
        "jim:james jimmy:james mike:michael bob:robert bobby:robert rob:robert bill:william billy:william "
        "joe:joseph tony:anthony "
        "dick:richard rick:richard tom:thomas chris:christopher ben:benjamin dan:daniel dave:david "
        "steve:stephen steven:stephen "
        "ted:edward ed:edward jeff:jeffrey ken:kenneth larry:lawrence matt:matthew nick:nicholas pat:patrick "
        "pete:peter ron:ronald "
        "sam:samuel tim:timothy liz:elizabeth andy:andrew alex:alexander greg:gregory jon:jonathan josh:joshua "
        "chuck:charles "
        "jerry:gerald don:donald marty:martin ray:raymond kathy:katherine kate:katherine sue:susan "
        "aleksandr:alexander oleksandr:alexander alyaksandr:alexander "
        "aleksander:alexander mykola:nikolai nikolay:nikolai dmytro:dmitri dmitry:dmitri yevgeny:evgeny "
        "debbie:deborah bernie:bernard"
    ).split()
    for short, full in (pair.split(":"),)
}
"""Short forms of English given names, read as the full ones."""
_NUMERALS = frozenset("i v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii".split())
"""The numbers of sovereigns and popes; those that are honorifics of a name too are no tokens."""
MIN_ALONE = 6
"""Letters that a bare surname must have before another spelling of it is accepted: "Wade" would be "Video"."""
MIN_FUZZY = 5
"""Letters a token must have before one differing letter is forgiven: below it "Ali" would be "Adi"."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """``text`` in lower case without accents; the letters that have no decomposition are mapped by hand."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    stripped = "".join(char for char in plain if not unicodedata.combining(char))
    return stripped.translate(_LETTERS)


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """A spelling-blind form of a folded name token: "bhurhanuddin" and "burhanuddin", "rouhani" and "rohani" meet."""
    shape = _NICKNAMES.get(token, token).replace("'", "")
    for old, new in _SPELLINGS:
        shape = shape.replace(old, new)
    shape = re.sub(r"(.)\1+", r"\1", shape)
    return re.sub(r"[aeiou]+", "a", shape[:1]) + re.sub(r"[aeiouh]+", "a", shape[1:])


@lru_cache(maxsize=65536)
def name_tokens(name: str) -> tuple[str, ...]:
    """The folded tokens of a name without honorifics and particles; hyphens part tokens."""
    words = [fold(match.group()) for match in _TOKEN.finditer(name)]
    kept = tuple(word for word in words if word not in HONORIFICS and word not in PARTICLES)
    return kept or tuple(words)


def same_token(one: str, other: str) -> bool:
    """True where two folded tokens can be one name: equal, an initial, sounding alike, or one letter apart."""
    if one == other:
        return True
    if not one or not other:
        return False
    if one in _NUMERALS and other in _NUMERALS:
        return False  # Muhammad V is not Muhammad VI
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    shorter = min(len(one), len(other))
    if sound(one) == sound(other):
        if one in _NICKNAMES or other in _NICKNAMES:
            return True
        allowed = max(2, shorter // 3)
        return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed
    return shorter >= MIN_FUZZY and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def same_surname(one: str, other: str) -> bool:
    """The stricter test for a name that stands alone: equal, or long and spelled one way or the other."""
    return one == other or (
        min(len(one), len(other)) >= MIN_ALONE and sound(one) == sound(other) and same_token(one, other)
    )


def aligned(short: tuple[str, ...], long: tuple[str, ...]) -> int:
    """How many tokens of ``short`` find a token of their own in ``long``."""
    left = list(long)
    found = 0
    for token in short:
        match = next((other for other in left if same_token(token, other)), None)
        if match is not None:
            left.remove(match)
            found += 1
    return found


def compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """True where every token of the shorter name is in the longer one, and the shorter has two at least."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 2 and aligned(short, long) == len(short)


@lru_cache(maxsize=1)
def given_names() -> Mapping[str, str]:
    """Given names (folded) and the gender that they usually tell: "f", "m", or "" where both bear them or it is not known."""
    return {row["name"]: row["gender"] for row in read_rows("given_names.tsv")}
