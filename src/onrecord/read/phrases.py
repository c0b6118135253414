"""The table of phrases by which a line shows that it is no article text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from onrecord.errors import LexiconError

CueKind = Literal["furniture", "related", "soft", "tail", "comments", "link", "mark", "caption", "byline", "bio"]
"""``tail`` heads a list of other stories, ``comments`` heads readers' comments, ``link`` only leads to them, ``mark``
is a button under a comment, ``soft`` is a link to another story inside an article and part of the headline elsewhere;
``bio`` tells of a writer or an outlet where it stands at an article's end, and is text elsewhere."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of the table; ``pattern`` must match a whole folded line."""

    kind: CueKind
    why: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """The rows of ``data/read/phrases.tsv`` in file order. Raises LexiconError where one is faulty."""
    source = files("onrecord") / "data" / "read" / "phrases.tsv"
    rows: list[Phrase] = []
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3 or cells[0] not in get_args(CueKind):
            raise LexiconError(f"data/read/phrases.tsv, line {number}: needs kind, why and pattern, parted by tabs")
        rows.append(Phrase(_kind(cells[0]), cells[1], re.compile(cells[2])))
    return tuple(rows)


def is_phrase(plain: str) -> bool:
    """True where any row's pattern matches the whole of a folded line: most lines are none, and are told so at once."""
    return _any().fullmatch(plain) is not None


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one.pattern.pattern})" for one in phrases()))


def _kind(word: str) -> CueKind:
    kinds: dict[str, CueKind] = {kind: kind for kind in get_args(CueKind)}
    return kinds[word]
