from __future__ import annotations

from importlib.resources import files

import pytest

from onrecord.errors import LexiconError
from onrecord.read import months
from onrecord.read.months import month_numbers


def test_english_goes_before_other_languages() -> None:
    assert month_numbers()["may"] == 5
    assert month_numbers()["sept"] == 9


def test_no_name_stands_for_two_months() -> None:
    seen: dict[str, set[int]] = {}
    source = files("onrecord") / "data" / "read" / "months.tsv"
    for line in source.read_text(encoding="utf-8").splitlines():
        for number, forms in enumerate(line.split("\t")[1].split(","), 1) if not line.startswith("#") else ():
            for name in filter(None, forms.split("|")):
                seen.setdefault(name, set()).add(number)
    assert [name for name, numbers in seen.items() if len(numbers) > 1] == []


def test_a_row_without_twelve_months_is_reported_with_its_line() -> None:
    with pytest.raises(LexiconError, match="line 7"):
        months._row(7, "xx\tone,two,three")
