from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.time_symbol import MAX_SYMBOL, resolve_symbol

TUESDAY = date(2017, 10, 10)


def days(symbol: str, anchor: date | None = TUESDAY) -> str:
    low, high = resolve_symbol(symbol, anchor)
    return f"{low or ''}/{high or ''}" if low != high else str(low)


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("publication", "2017-10-10"),
        ("publication - 1 day", "2017-10-09"),
        ("publication - 2 weeks", "2017-09-25/2017-10-01"),
        ("publication - 2 years", "2015-01-01/2015-12-31"),
        ("publication - 2 years - 1 month - 21 days", "2015-08-20"),
        ("publication - some years", "/2017-10-10"),
        ("week(publication)", "2017-10-09/2017-10-15"),
        ("week(publication) - 1 week", "2017-10-02/2017-10-08"),
        ("month(publication) .. publication", "2017-10-01/2017-10-10"),
        ("weekday(tue) <= publication", "2017-10-10"),
        ("weekday(tue) < publication", "2017-10-03"),
        ("weekday(mon) in week(publication) + 1 week", "2017-10-16"),
        ("weekend() <= publication", "2017-10-07/2017-10-08"),
        ("month(8) <= publication", "2017-08-01/2017-08-31"),
        ("month(11) <= publication", "2016-11-01/2016-11-30"),
        ("month(11) >= publication", "2017-11-01/2017-11-30"),
        ("month(10) in year(publication) - 1 year", "2016-10-01/2016-10-31"),
        ("day(02-29) <= publication", "2016-02-29"),
        ("day(10-12) ~ publication", "2017-10-12"),
        ("day(03-12) ~ publication", "2017-03-12"),
        ("dom(31) <= publication", "2017-08-31"),
        ("season(winter) <= publication", "2016-12-01/2017-02-28"),
        ("quarter(3) in 2016", "2016-07-01/2016-09-30"),
        ("early(2019)", "2019-01-01/2019-06-30"),
        ("mid(2019-03)", "2019-03-11/2019-03-21"),
        ("end(2019)", "2019-09-01/2019-12-31"),
        ("1990s", "1990-01-01/1999-12-31"),
        ("century(1850)", "1800-01-01/1899-12-31"),
        ("last(17 years, publication)", "2000-10-10/2017-10-10"),
        ("next(some weeks, publication)", "2017-10-10/"),
        ("first(2 weeks, 2017-05)", "2017-05-01/2017-05-14"),
        ("nth(1, fri, 2017-09)", "2017-09-01"),
        ("nth(-1, week, 2017-05)", "2017-05-22/2017-05-28"),
        ("before(2001)", "/2000-12-31"),
        ("2014 .. publication", "2014-01-01/2017-10-10"),
        ("month(5) <= (month(7) <= publication) .. month(7) <= publication", "2017-05-01/2017-07-31"),
    ],
)
def test_a_symbol_comes_to_its_days(symbol: str, expected: str) -> None:
    assert days(symbol) == expected


@pytest.mark.parametrize("symbol", ["publication - 1 day", "weekday(fri) <= publication", "month(8) <= publication"])
def test_without_a_publication_day_nothing_is_made_up(symbol: str) -> None:
    assert resolve_symbol(symbol, None) == (None, None)


def test_what_is_stated_holds_without_a_publication_day() -> None:
    assert days("2017-10", None) == "2017-10-01/2017-10-31"
    assert days("2014 .. publication", None) == "2014-01-01/"


@pytest.mark.parametrize(
    "symbol",
    ["", "junk", "publication -", "early(", "month(13) <= publication", "2017-02-30", "0000", "context + 1 day"],
)
def test_what_is_no_time_has_no_days(symbol: str) -> None:
    assert resolve_symbol(symbol, TUESDAY) == (None, None)


def test_years_beyond_the_calendar_have_no_days() -> None:
    assert resolve_symbol("publication - 9000 years", TUESDAY) == (None, None)
    assert resolve_symbol("publication + 900 centuries", TUESDAY) == (None, None)


def test_a_symbol_nested_without_end_is_not_read() -> None:
    assert resolve_symbol("(" * MAX_SYMBOL + "2017", TUESDAY) == (None, None)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(alphabet="0123456789-.()<>=~+, abcdehiklmnoprstuwy", max_size=60))
def test_no_symbol_fails_or_ends_before_it_begins(symbol: str) -> None:
    low, high = resolve_symbol(symbol, TUESDAY)
    assert low is None or high is None or low <= high
