from __future__ import annotations

import pytest

from onrecord.review.intervals import effective, wilson


@pytest.mark.parametrize(
    ("has", "looked", "low", "high"),
    [
        # Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        # Of 200 looked at, 187 right.
        (187, 200, 0.8920, 0.9616),
    ],
)
def test_the_interval_is_that_of_published_tables(has: int, looked: int, low: float, high: float) -> None:
    assert wilson(has / looked, looked) == pytest.approx((low, high), abs=1e-4)


def test_nothing_looked_at_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_pages_that_differ_tell_less_than_as_many_single_entries() -> None:
    alike, unlike = [(8, 10)] * 10, [(10, 10)] * 8 + [(0, 10)] * 2
    assert effective(alike) == 100
    # All of a page or nothing of it: each page tells as much as one entry.
    assert effective(unlike) == pytest.approx(9, abs=0.1)
    assert effective([(3, 10)]) == 10 and effective([]) == 0 and effective([(5, 5), (4, 4)]) == 9
