from __future__ import annotations

from datetime import date

import pytest

from onrecord.read.dates import find_dates
from onrecord.read.jalali import day_of, first_day, is_leap


@pytest.mark.parametrize(
    ("year", "first"),
    [(1391, date(2012, 3, 20)), (1396, date(2017, 3, 21)), (1399, date(2020, 3, 20)), (1403, date(2024, 3, 20))],
)
def test_a_year_begins_on_the_day_of_the_equinox(year: int, first: date) -> None:
    assert first_day(year) == first


def test_the_last_month_has_a_thirtieth_day_in_leap_years_only() -> None:
    assert [year for year in range(1390, 1410) if is_leap(year)] == [1391, 1395, 1399, 1403, 1408]
    assert day_of(1399, 12, 30) == date(2021, 3, 20)
    assert day_of(1398, 12, 30) is None
    assert day_of(1399, 13, 1) is None


@pytest.mark.parametrize("words", ["۱۳ اسفند ۱۳۹۷", "دوشنبه ۱۳ اسفند ماه ۱۳۹۷", "۱۳۹۷/۱۲/۱۳", "13 اسفند 1397 گزارش"])
def test_a_day_of_the_iranian_calendar_is_read(words: str) -> None:
    assert [hit.day for hit in find_dates(words)] == [date(2019, 3, 4)]


def test_numbers_in_a_text_without_persian_letters_are_no_iranian_day() -> None:
    assert find_dates("file 1397/12/13") == []
