"""Where contents begin and end when the parse draws them too narrow or too wide."""

from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


def contents(found: object, cue: str) -> list[str]:
    return [
        " … ".join(piece.text for piece in s.content)
        for s in found.statements  # type: ignore[attr-defined]
        if s.cue is not None and s.cue.text == cue
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The envoy cited the tax as a reason for the delay.",
            "cited",
            "the tax as a reason for the delay",
        ),
        ("Lind defended his call to raise the levy.", "defended", "his call to raise the levy"),
        (
            "Novak said in one of several messages that the truck was empty.",
            "said",
            "the truck was empty",
        ),
        (
            "Novak said that the road was shut and that the bridge had gone.",
            "said",
            "the road was shut and that the bridge had gone",
        ),
        ("She has called for ending the embargo.", "called for", "ending the embargo"),
        ("The minister called the use of force “quite dangerous.”", "called", "the use of force “quite dangerous.”"),
        (
            "Despite his “brash manner,” Lind is a devoted father, the lawyer wrote.",
            "wrote",
            "Despite his “brash manner,” Lind is a devoted father",
        ),
    ],
)
def test_content_takes_in_what_was_said(findings_of: FindingsOf, text: str, cue: str, content: str) -> None:
    assert contents(findings_of(text), cue) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Novak said Sorland had closed the gate, which had been open for a year.", "Sorland had closed the gate"),
        ("Novak said she would leave the pact, a step that alarmed its members.", "she would leave the pact"),
    ],
)
def test_comments_behind_a_comma_are_the_outlets(findings_of: FindingsOf, text: str, content: str) -> None:
    assert contents(findings_of(text), "said") == [content]


def test_the_occasion_of_a_saying_is_no_content(findings_of: FindingsOf) -> None:
    assert contents(findings_of("Lind criticised the levy in an interview."), "criticised") == ["the levy"]


def test_a_second_saying_behind_a_closing_mark_is_another(findings_of: FindingsOf) -> None:
    found = findings_of("Novak said that Lind “had a cruel policy,” adding, “He lost everybody.”")
    assert contents(found, "said") == ["Lind “had a cruel policy,”"]


@pytest.mark.parametrize("when", ["on Sunday", "last week"])
def test_the_day_of_the_saying_is_not_content(findings_of: FindingsOf, when: str) -> None:
    (one,) = findings_of(f"The miners' union said {when} the shaft was unsafe.").statements
    assert [piece.text for piece in one.content] == ["the shaft was unsafe"]


def test_a_day_behind_that_is_content(findings_of: FindingsOf) -> None:
    (one,) = findings_of("The mayor said that on Friday the bridge would close.").statements
    assert [piece.text for piece in one.content] == ["on Friday the bridge would close"]


def test_a_quotation_that_begins_the_content_keeps_both_marks(findings_of: FindingsOf) -> None:
    (one,) = findings_of('Ana Novak blamed "foreign money" for the strike.').statements
    assert [piece.text for piece in one.content] == ['"foreign money" for the strike']


def test_a_clause_that_the_parser_made_two_of_is_one_content(findings_of: FindingsOf) -> None:
    found = findings_of("Ana Novak said 82% of hours worked nationally are done in the office and in person.")
    assert contents(found, "said") == ["82% of hours worked nationally are done in the office and in person"]
