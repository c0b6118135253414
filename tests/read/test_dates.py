from __future__ import annotations

from datetime import date

import pytest

from onrecord.read.dates import find_dates, settle


@pytest.mark.parametrize(
    "words",
    [
        "March 4, 2019",
        "4 March 2019",
        "4th March, 2019",
        "Mar. 4 2019",
        "04-Mar-2019",
        "2019-03-04T10:20:00Z",
        "2019/03/04",
        "MARCH 4, 201910:15 AM",
        "4 of March 2019",
    ],
)
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    assert [hit.day for hit in find_dates(words)] == [date(2019, 3, 4)]


@pytest.mark.parametrize(
    "words", ["in 2001", "March 2019", "31 February 2019", "May 4", "12345-2019", "phone 03-04-20191", "99/99/2019"]
)
def test_what_is_no_full_date_gives_none(words: str) -> None:
    assert find_dates(words) == []


def test_a_date_with_two_readings_gives_both() -> None:
    assert [hit.days for hit in find_dates("03/04/2019")] == [(date(2019, 3, 4), date(2019, 4, 3))]
    assert [hit.day for hit in find_dates("25.04.2019 and 04/04/2019")] == [date(2019, 4, 25), date(2019, 4, 4)]


@pytest.mark.parametrize(
    "words",
    [
        "4 de marzo de 2019",
        "4 mars 2019",
        "4. März 2019",
        "4 марта 2019",
        "4 آذار / مارس 2019",
        "2019년 3월 4일",
        "2019年3月4日",
        "2019. 03. 04.",
        "2019 / 03 / 04",
        "Mon Mar 04 10:10:50 GMT-03:00 2019",
        "04.03.2019 11:20",
        "Valley News4 March 2019",
        "4 marzo 201910:43",
    ],
)
def test_a_day_is_read_in_other_languages_and_glued_to_words(words: str) -> None:
    assert [hit.day for hit in find_dates(words)] == [date(2019, 3, 4)]


def test_with_points_between_the_day_goes_first() -> None:
    assert [hit.day for hit in find_dates("03.04.2019")] == [date(2019, 4, 3)]


def test_other_numbers_on_the_page_tell_which_comes_first() -> None:
    (open_one,) = find_dates("03/04/2019")
    assert settle(open_one, find_dates("25/12/2018")) == date(2019, 4, 3)
    assert settle(open_one, find_dates("12/25/2018")) == date(2019, 3, 4)
    assert settle(open_one, find_dates("25/12/2018 12/25/2018")) is None
    assert settle(open_one, [], "de") == date(2019, 4, 3)
    assert settle(open_one, [], "en") is None
    assert settle(open_one, []) is None
