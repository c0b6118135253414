from __future__ import annotations

import pytest

from onrecord.annotate.marks import marks_in


def roles(text: str) -> list[str]:
    return [mark.role for mark in marks_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No," he said.', ["open", "close"]),
        ('a"b', ["either"]),
        ("('No')", ["open", "close"]),
        ("“No“ and ”yes”", ["open", "close", "open", "close"]),
        ("``No'' he said", ["open", "close"]),
        ("don't O’Neil '90s 'em 5'", ["close"]),
        ('a 12" pipe', []),
    ],
)
def test_a_mark_opens_or_closes_by_what_stands_beside_it(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


def test_marks_outside_the_range_are_not_seen() -> None:
    assert [mark.start for mark in marks_in("“a” “b” “c”", 4, 7)] == [4, 6]
