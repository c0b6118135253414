from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.content import strip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The road is safe,”", "The road is safe"),
        ("“The road” is safe", "“The road” is safe"),
        ("the road is “safe”", "the road is “safe”"),
        (", and the road is safe", "and the road is safe"),
        ('"The road is safe"', "The road is safe"),
        ("the officials’ road", "the officials’ road"),
    ],
)
def test_outer_marks_go_and_inner_marks_stay(text: str, expected: str) -> None:
    found = strip(text, 0, len(text))
    assert found is not None
    assert text[slice(*found)] == expected


def test_nothing_but_marks_is_nothing() -> None:
    assert strip("“ , ”", 0, 5) is None


@given(st.text(alphabet="ab “”\"'‘’(),.-«»", max_size=40))
def test_what_is_left_lies_inside_the_text(text: str) -> None:
    found = strip(text, 0, len(text))
    if found is not None:
        assert 0 <= found[0] < found[1] <= len(text)
        assert any(char.isalnum() for char in text[slice(*found)])
