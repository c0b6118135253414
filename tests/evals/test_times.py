from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from times_news import NEWS, sentences, verdict

from onrecord.schema import When


def test_our_sentences_can_be_read_and_their_marks_stand_on_their_words(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text(
        "# note\n@ 2024-03-15\nHe left [Monday]{2024-03-11}, [62]{none}.\n@ none\nHe left.\n", encoding="utf-8"
    )
    first, second = sentences(path)
    assert first.text == "He left Monday, 62." and first.published == date(2024, 3, 15)
    (time,) = first.times
    assert first.text[time.start : time.end] == "Monday"
    assert second.published is None and second.times == ()
    assert len(list(sentences(NEWS))) > 150


@pytest.mark.parametrize(
    ("value", "days", "symbol", "expected"),
    [
        ("2024-03-11", ("2024-03-11", "2024-03-11"), "2024-03-11", "exact"),
        ("2024-03", ("2024-03-01", "2024-03-31"), "2024-03", "exact"),
        ("2024-03-11", ("2024-03-04", "2024-03-04"), "2024-03-04", "disjoint"),
        ("2024-03-11", ("2024-03-11", "2024-03-17"), "week(2024-03-11)", "overlap"),
        ("2024-03-11", (None, None), "context", "open"),
        ("..2024-03-11", (None, "2024-03-11"), ".. 2024-03-11", "exact"),
        ("duration", (None, None), "duration(2 days)", "exact"),
        ("duration", ("2024-03-11", "2024-03-12"), "2024-03-11 .. 2024-03-12", "disjoint"),
        ("?", (None, None), "publication - 1 day", "exact"),
    ],
)  # fmt: skip
def test_a_time_is_exact_wrong_partly_right_or_left_open(
    value: str, days: tuple[str | None, str | None], symbol: str, expected: str
) -> None:
    low, high = (None if day is None else date.fromisoformat(day) for day in days)
    assert verdict(value, When("x", 0, 1, low, high, symbol=symbol)) == expected
