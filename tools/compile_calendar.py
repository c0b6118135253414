"""Compiles the names of months and weekdays that date lines have, in many languages.

    python tools/compile_calendar.py --out src/onrecord/data/read

The names are those of the Unicode CLDR (Unicode License v3), through the package Babel, and of ``tools/calendar/``.
Names of one letter, names with digits ("3月", "tháng 3") and abbreviations of weekdays that are also words of a date
line are left out. English is left out: the program has it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, localedata
from babel.dates import get_day_names, get_month_names

LOCALES = (
    "af am ar az be bg bn bs ca cs cy da de el es et eu fa fi fr ga gl gu he hi hr hu hy id is it ka kk km kn ky lb "
    "lo lt lv mk ml mn mr ms mt my nb ne nl nn pa pl ps pt ro ru si sk sl sq sr sr_Latn sv sw ta te th tr uk ur uz vi "
    "fil"
).split()
CODES = {"nb": "no", "nn": "no", "sr_Latn": "sr", "fil": "tl"}
"""The codes by which the program knows languages, where they are not the locale's."""
LETTERS = 2
"""Letters of a name, at least."""
HEAD = (
    "# {what} in other languages than English, in the forms that date lines have, so that a page's day is read.\n"
    "# Source: Unicode CLDR (Unicode License v3, through Babel), and tools/calendar/ (own work, Apache-2.0).\n"
    "# Compiled by tools/compile_calendar.py. A name that two languages give to different months stands in both.\n"
    "# ISO 639-1 code\t{order}, parted by commas; forms of one name by strokes\n"
)


def plain(name: str) -> str:
    """``name`` in lower case, without the point of an abbreviation and marks of direction."""
    return name.lower().strip(".॰ \u200e\u200f")


def forms(locale: Locale, kind: str, number: int, widths: tuple[str, ...]) -> Iterator[str]:
    """The forms of one month's or weekday's name, the longest first."""
    for width in widths:
        for context in ("format", "stand-alone"):
            names = (get_month_names if kind == "months" else get_day_names)(width, context, locale)
            name = plain(names[number])
            if len(name) >= LETTERS and not any(character.isdigit() for character in name):
                yield name


def compiled(kind: str, more: Path) -> dict[str, list[list[str]]]:
    """Language code to the forms of each name: CLDR's, then those written by hand."""
    numbers, widths = (range(1, 13), ("wide", "abbreviated")) if kind == "months" else (range(7), ("wide",))
    table: dict[str, list[list[str]]] = {}
    for code in LOCALES:
        # Babel 2.18 carries names that one locale takes from its parent over to the locales read after it.
        localedata._cache.clear()
        row = table.setdefault(CODES.get(code, code), [[] for _ in numbers])
        for cell, number in zip(row, numbers, strict=True):
            cell.extend(forms(Locale.parse(code), kind, number, widths))
    for line in more.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, cells = line.split("\t")
            row = table.setdefault(code, [[] for _ in numbers])
            for cell, names in zip(row, cells.split(","), strict=True):
                cell.extend(filter(None, names.split("|")))
    return table


def main() -> None:
    """Writes both tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--more", type=Path, default=Path(__file__).parent / "calendar")
    given = options.parse_args()
    for kind, what, order in (
        ("months", "Names of the months", "January to December"),
        ("weekdays", "Names of the weekdays", "Monday to Sunday"),
    ):
        table = compiled(kind, given.more / f"{kind}.tsv")
        rows = (
            f"{code}\t{','.join('|'.join(dict.fromkeys(cell)) for cell in row)}\n"
            for code, row in sorted(table.items())
            if any(row)
        )
        (given.out / f"{kind}.tsv").write_text(HEAD.format(what=what, order=order) + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
