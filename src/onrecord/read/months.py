"""The names of the months, in English and in the other languages of ``data/read/months.tsv``."""

from __future__ import annotations

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


@lru_cache(maxsize=1)
def month_numbers() -> dict[str, int]:
    """Each name in lower case, with the number of its month. English goes before other languages.

    Raises LexiconError where a row of the table is faulty.
    """
    source = files("onrecord") / "data" / "read" / "months.tsv"
    numbers: dict[str, int] = {}
    for at, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            numbers.update(_row(at, line))
    english = {name[:length]: index for index, name in enumerate(ENGLISH, 1) for length in (3, len(name))}
    return numbers | english | {"sept": 9}


def _row(at: int, line: str) -> dict[str, int]:
    cells = line.split("\t")
    months = cells[1].split(",") if len(cells) == 2 else []
    if len(months) != 12:
        raise LexiconError(f"data/read/months.tsv, line {at}: needs a code and twelve months, parted by a tab")
    return {name: number for number, forms in enumerate(months, 1) for name in forms.split("|") if name}
