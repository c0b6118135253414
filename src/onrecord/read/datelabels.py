"""Words beside a date that say what it is the date of, in many languages: ``data/read/datelabels.tsv``."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from onrecord.errors import LexiconError
from onrecord.read.scripts import UNSPACED

LabelKind = Literal["published", "updated", "event", "unit"]


def last_label(text: str) -> LabelKind | None:
    """The last label in ``text``, which stands before a date: "published", "updated", "event", or None."""
    kinds: tuple[LabelKind, ...] = ("published", "updated", "event")
    found = [(match.end(), match.start(), kind) for kind in kinds for match in _pattern(kind).finditer(text)]
    return max(found)[2] if found else None


def has_label(text: str, kind: LabelKind) -> bool:
    """True where a label of the kind stands in ``text``."""
    return bool(_pattern(kind).search(text))


def without_labels(text: str) -> str:
    """``text`` without the words that only tell of a date: "published on", "Uhr", "pukul"."""
    for kind in get_args(LabelKind):
        text = _pattern(kind).sub(" ", text)
    return text


@lru_cache(maxsize=4)
def _pattern(kind: LabelKind) -> re.Pattern[str]:
    """All labels of a kind. Labels are beginnings of words where the script has spaces; units are whole words."""
    words = sorted({word for found, word in _rows() if found == kind}, key=lambda word: (-len(word), word))
    glued = [re.escape(word) for word in words if UNSPACED.match(word)]
    spaced = [re.escape(word) for word in words if not UNSPACED.match(word)]
    ending = r"(?!\w)" if kind == "unit" else r"\w*"
    ways = ([rf"(?<![^\W\d_])(?:{'|'.join(spaced)}){ending}"] if spaced else []) + glued
    return re.compile("|".join(ways), re.IGNORECASE)


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str], ...]:
    source = files("onrecord") / "data" / "read" / "datelabels.tsv"
    rows: list[tuple[str, str]] = []
    for at, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 3 or cells[0] not in get_args(LabelKind):
                raise LexiconError(f"data/read/datelabels.tsv, line {at}: needs kind, code and words, parted by tabs")
            rows += [(cells[0], word) for word in cells[2].split("|") if word]
    return tuple(rows)
