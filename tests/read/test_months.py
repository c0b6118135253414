from __future__ import annotations

import re

import pytest

from onrecord.errors import LexiconError
from onrecord.read import months
from onrecord.read.months import month_in, month_numbers, one_of


def test_english_goes_before_other_languages() -> None:
    assert month_numbers()["may"] == (5,)
    assert month_numbers()["sept"] == (9,)


def test_a_name_that_two_languages_give_to_different_months_stands_for_both() -> None:
    assert month_numbers()["listopada"] == (10, 11)
    assert (month_in("pl", "Listopada"), month_in("hr", "listopada"), month_in("de", "listopada")) == (11, 10, None)


def test_few_names_stand_for_two_months() -> None:
    assert {name for name, found in month_numbers().items() if len(found) > 1} == {
        "lip",
        "lis",
        "listopad",
        "listopada",
        "srp",
    }


def test_a_row_without_twelve_months_is_reported_with_its_line() -> None:
    with pytest.raises(LexiconError, match="line 2"):
        list(months._rows("months", 12, ["# names", "xx\tone,two,three"]))


def test_one_pattern_finds_the_longest_of_many_names() -> None:
    assert re.findall(one_of(["mar", "mars", "märz", "ma.i"]), "mars märz mar ma.i maxi") == [
        "mars",
        "märz",
        "mar",
        "ma.i",
    ]
