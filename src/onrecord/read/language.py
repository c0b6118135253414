"""Which language a text is in, told by its script and its commonest short words: no model, no randomness."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib.resources import files

from onrecord.errors import LexiconError

SAMPLE = 20_000
"""Code points that are looked at, from the middle of the text, where menus are rarer."""
ENOUGH_WORDS = 25
"""Below this number of words nothing is said of the language."""
ENGLISH_SHARE = 0.12
"""Part of English short words from which a text is taken as English, unless another language has more. Headlines
alone have about .2, running text .35 to .45, other languages under .06."""
OTHER_SHARE = 0.1
"""The same for another language to be named."""
DISTINCT = 4
"""Different short words that a language other than English must show: "am" alone makes no German."""
SCRIPT_SHARE = 0.4
"""Part of the letters that a script other than Latin must have."""

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
    ("ar", "\u0600", "\u06ff"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("hi", "\u0900", "\u097f"),
    ("bn", "\u0980", "\u09ff"),
    ("pa", "\u0a00", "\u0a7f"),
    ("gu", "\u0a80", "\u0aff"),
    ("ta", "\u0b80", "\u0bff"),
    ("te", "\u0c00", "\u0c7f"),
    ("kn", "\u0c80", "\u0cff"),
    ("ml", "\u0d00", "\u0d7f"),
    ("si", "\u0d80", "\u0dff"),
    ("th", "\u0e00", "\u0e7f"),
    ("my", "\u1000", "\u109f"),
    ("ka", "\u10a0", "\u10ff"),
    ("am", "\u1200", "\u137f"),
    ("hy", "\u0530", "\u058f"),
    ("km", "\u1780", "\u17ff"),
    ("lo", "\u0e80", "\u0eff"),
)


@lru_cache(maxsize=1)
def short_words() -> dict[str, frozenset[str]]:
    """Language code to its commonest short words, from ``data/read/languages.tsv``."""
    source = files("onrecord") / "data" / "read" / "languages.tsv"
    table: dict[str, frozenset[str]] = {}
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 2:
                raise LexiconError(f"data/read/languages.tsv, line {number}: needs a code and words, parted by a tab")
            table[cells[0]] = frozenset(cells[1].split())
    return table


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of ``text``; None where too little can be told."""
    middle = max(0, (len(text) - SAMPLE) // 2)
    sample = text[middle : middle + SAMPLE]
    script = _script(sample)
    if script and script not in ("ar", "ru"):
        return script
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < ENOUGH_WORDS:
        return script
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in known) / len(words) for code, known in short_words().items()}
    best = max(shares, key=lambda code: (shares[code], code))
    if script:
        same = {"ar": ("ar", "fa", "ur", "ps"), "ru": ("ru", "uk", "bg", "sr", "mk", "be")}[script]
        best = max(same, key=lambda code: shares.get(code, 0.0))
        return best if shares.get(best, 0.0) > 0.02 else script
    if shares["en"] >= ENGLISH_SHARE and shares["en"] >= shares[best] * 0.8:
        return "en"
    told = len(short_words()[best].intersection(words)) >= DISTINCT
    return best if shares[best] >= OTHER_SHARE and told else None


def _script(sample: str) -> str | None:
    if sample.isascii():
        return None
    letters = [character for character in sample if character.isalpha()]
    counts: Counter[str] = Counter()
    for letter in letters:
        if letter > "\u036f":
            counts.update(code for code, low, high in _SCRIPTS if low <= letter <= high)
    if not letters or not counts:
        return None
    if counts["ja"] > 0.1 * len(letters):
        return "ja"
    code, number = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    return code if number >= SCRIPT_SHARE * len(letters) else None
