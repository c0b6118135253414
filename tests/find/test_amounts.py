from __future__ import annotations

import pytest

from onrecord.find.amounts import amounts, number

Shown = tuple[float | None, float | None, float | None, str]


def read(text: str) -> list[Shown]:
    return [(one.value, one.low, one.high, text[one.start : one.end]) for one in amounts(text)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12 soldiers", (12, None, None, "12")),
        ("about 30 people", (30, None, None, "30")),
        ("nearly 40 people", (40, None, None, "40")),
        ("at least 12 people", (None, 12, None, "at least 12")),
        ("No fewer than twelve people", (None, 12, None, "No fewer than twelve")),
        ("more than 300 people", (None, 300, None, "more than 300")),
        ("up to 40 people", (None, None, 40, "up to 40")),
        ("fewer than ten people", (None, None, 10, "fewer than ten")),
        ("12 to 15 people", (None, 12, 15, "12 to 15")),
        ("12–15 people", (None, 12, 15, "12–15")),
        ("between 12 and 15 people", (None, 12, 15, "between 12 and 15")),
        ("three or four people", (None, 3, 4, "three or four")),
        ("50 or more people", (None, 50, None, "50 or more")),
        ("dozens of people", (None, 24, None, "dozens")),
        ("tens of thousands of people", (None, 20_000, None, "tens of thousands")),
        ("several hundred people", (None, 300, None, "several hundred")),
        ("a handful of people", (None, 3, 10, "a handful")),
        ("a dozen people", (12, None, None, "a dozen")),
        ("at least a dozen people", (None, 12, None, "at least a dozen")),
        ("twenty-one people", (21, None, None, "twenty-one")),
        ("$3.6 million", (3.6e6, None, None, "3.6 million")),
        ("2 to 3 million people", (None, 2e6, 3e6, "2 to 3 million")),
        ("1,200 people", (1200, None, None, "1,200")),
        ("700m euros", (7e8, None, None, "700m")),
        ("two thousand people", (2000, None, None, "two thousand")),
    ],
)
def test_an_amount_is_what_is_stated_with_its_words(text: str, shown: Shown) -> None:
    assert read(text) == [shown]


def test_two_amounts_are_no_range() -> None:
    assert [one[0] for one in read("killed 12 and wounded 30")] == [12, 30]
    assert [one[0] for one in read("4 and 9")][:1] == [4]


@pytest.mark.parametrize(
    ("written", "value"), [("two hundred", 200), ("a million", 1e6), ("1.5bn", 1.5e9), ("army", None)]
)
def test_a_number_is_read_from_digits_and_words(written: str, value: float | None) -> None:
    assert number(written) == value
