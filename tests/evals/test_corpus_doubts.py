from __future__ import annotations

import pytest
from corpus_doubts import doubts
from corpus_read import read_text

HEAD = "=== a-1\ntopic: x\ncountry: KEN\nstyle: agency\npublished: none\nsplit: dev\n--- text\n"


def doubtful(text: str, *notes: str) -> list[str]:
    return [one.what for one in doubts(read_text(HEAD + text + "\n--- notes\n" + "\n".join(notes) + "\n", "a.txt"))]


@pytest.mark.parametrize(
    ("text", "note", "what"),
    [
        ("[1s It] [1q said] [1c “rain”].", "1 indirect says", "1: indirect, but 100 % of the content"),
        ("[1s It] [1q said] [1c rain].", "1 mixed says", "1: mixed, but 0 % of the content"),
        ("[1s It] [1q has said] [1c rain].", "1 indirect says", "1q begins with an auxiliary"),
        ("[1s It] [1q said] [1c that it rained].", "1 indirect says", "1c begins with that"),
        ("[1s Ann, who left,] [1q said] [1c rain].", "1 indirect says", "1s holds a relative clause"),
        ("[1s It] [1q said] [1c rain], Ann added.", "1 indirect says", "'added' is no cue"),
        ("[1s It] [1q said] [1c rain]. “We will all go home now.”", "1 indirect says", "a quotation in no content"),
        (
            "[1s It] [1q said] [1c rain].",
            '1 indirect says speaker="?" capacity=official',
            "speaker=? with capacity=official",
        ),
        ("[e1t Held] nine.", "e1 COERCE arrest actual by=outlet source=KEN/COP", "e1: 1 in source=, 0 marked"),
    ],
)
def test_a_doubtful_place_is_named(text: str, note: str, what: str) -> None:
    assert any(what in one for one in doubtful(text, note)), doubtful(text, note)


def test_plain_annotation_and_turns_of_an_interview_raise_no_doubt() -> None:
    assert doubtful("[1s It] [1q said] [1c rain and a “long” night].", "1 mixed says") == []
    assert doubtful("[1s Ann]: [1c Rain.]", "1 direct says") == []


def test_what_is_reported_inside_a_quotation_is_no_quotation_of_its_own() -> None:
    text = "[1c “[2s Ann] [2q said] [2c rain]”], [1s she] [1q said]."
    assert doubtful(text, "1 direct says", "2 indirect says within=1") == []
