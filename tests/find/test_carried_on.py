"""Reported speech that goes on in the next sentences."""

from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


def test_a_report_goes_on_in_its_tense(findings_of: FindingsOf) -> None:
    text = "The road would be open by December, the mayor said. It would have two lanes. Hawkers would get stalls."
    (one,) = findings_of(text).statements
    assert [piece.text for piece in one.content] == [
        "The road would be open by December",
        "It would have two lanes.",
        "Hawkers would get stalls.",
    ]
    assert "goes on in the tense of a report" in one.why


@pytest.mark.parametrize(
    "after",
    [
        "The bridge has two lanes.",
        "It would fall if the river rose.",
        "Lind said it would have two lanes.",
        "Norland would be next.",
    ],
)
def test_what_may_be_the_outlets_own_is_not_taken(findings_of: FindingsOf, after: str) -> None:
    first = findings_of(f"Novak said the bridge would close. {after}").statements[0]
    assert [piece.text for piece in first.content] == ["the bridge would close"]


def test_another_paragraph_is_the_outlets_own(findings_of: FindingsOf) -> None:
    (one,) = findings_of("Novak said the bridge would close.\nTrains would run instead.").statements
    assert len(one.content) == 1
