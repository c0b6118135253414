"""The names of months and weekdays: English, and other languages' of ``data/read/months.tsv`` and ``weekdays.tsv``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files

from onrecord.errors import LexiconError

ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MARKS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """``name`` in lower case and without accents, as names are compared: capitals often have none."""
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", name.lower())))


@lru_cache(maxsize=1)
def month_numbers() -> dict[str, tuple[int, ...]]:
    """Each bare name, with the numbers of the months that it can mean. English goes before other languages.

    Raises LexiconError where a row of the table is faulty.
    """
    numbers: dict[str, tuple[int, ...]] = {}
    for row in _table("months", 12).values():
        for name, number in row.items():
            numbers[name] = tuple(sorted({*numbers.get(name, ()), number}))
    english = {name[:length]: (index,) for index, name in enumerate(ENGLISH, 1) for length in (3, len(name))}
    return numbers | english | {"sept": (9,)}


def month_in(language: str | None, name: str) -> int | None:
    """The month that ``name`` stands for in a language; None where the language does not have it."""
    return _table("months", 12).get(language or "", {}).get(bare(name))


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """The names of the weekdays in other languages than English, in lower case, with and without accents."""
    names = {name for cells in _cells("weekdays", 7).values() for cell in cells for name in cell}
    return frozenset(names | {bare(name) for name in names})


@lru_cache(maxsize=1)
def month_names() -> frozenset[str]:
    """All names of months, in lower case, with and without accents."""
    names = {name for cells in _cells("months", 12).values() for cell in cells for name in cell}
    return frozenset(names | set(month_numbers()))


def one_of(names: Iterable[str]) -> str:
    """A regular expression that matches the longest of ``names``, branching letter by letter, so that many cost little."""
    tree: dict[str, dict[str, object]] = {}
    for name in names:
        node = tree
        for letter in name:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _branch(tree)


def _branch(node: dict[str, dict[str, object]]) -> str:
    ways = [re.escape(letter) + _branch(below) for letter, below in sorted(node.items()) if letter]  # type: ignore[arg-type]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)})" + ("?" if "" in node else "")


@lru_cache(maxsize=2)
def _table(kind: str, size: int) -> dict[str, dict[str, int]]:
    """Language code to its bare names with their numbers."""
    return {
        code: {bare(name): number for number, cell in enumerate(cells, 1) for name in cell}
        for code, cells in _cells(kind, size).items()
    }


@lru_cache(maxsize=2)
def _cells(kind: str, size: int) -> dict[str, list[list[str]]]:
    source = files("onrecord") / "data" / "read" / f"{kind}.tsv"
    return dict(_rows(kind, size, source.read_text(encoding="utf-8").splitlines()))


def _rows(kind: str, size: int, lines: Iterable[str]) -> Iterator[tuple[str, list[list[str]]]]:
    for at, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        names = cells[1].split(",") if len(cells) == 2 else []
        if len(names) != size:
            raise LexiconError(f"data/read/{kind}.tsv, line {at}: needs a code and {size} names, parted by a tab")
        yield cells[0], [[form for form in name.split("|") if form] for name in names]
