from __future__ import annotations

from datetime import date

import pytest

from onrecord.derive.inverse import published

MONDAY = date(2021, 3, 8)


@pytest.mark.parametrize(
    ("symbol", "first", "last"),
    [
        ("publication", date(2021, 3, 7), date(2021, 3, 9)),
        ("publication - 1 day", date(2021, 3, 8), date(2021, 3, 10)),
        ("publication + 1 day", date(2021, 3, 6), date(2021, 3, 8)),
        ("week(publication) + 1 week", date(2021, 3, 1), date(2021, 3, 7)),
        ("week(publication) .. publication", date(2021, 3, 8), date(2021, 3, 14)),
        ("month(publication) - 1 month", date(2021, 4, 1), date(2021, 4, 30)),
        ("month(publication) + 3 months", date(2020, 12, 1), date(2020, 12, 31)),
        ("year(publication) - 1 year", date(2022, 1, 1), date(2022, 12, 31)),
        ("day(03-08) <= publication", date(2021, 3, 8), date(2022, 3, 7)),
    ],
)
def test_a_time_seen_from_its_page_tells_when_the_page_was_out(symbol: str, first: date, last: date) -> None:
    assert published(symbol, MONDAY) == (first, last)


def test_a_time_that_does_not_fit_the_day_or_hangs_on_something_else_tells_nothing() -> None:
    assert published("month(10) <= publication", MONDAY) is None
    assert published("event - some days", MONDAY) is None
    assert published("", MONDAY) is None
