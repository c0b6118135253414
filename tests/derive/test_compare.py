from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate import Annotator
from onrecord.derive.compare import Comparison, compare
from onrecord.derive.stance import Term, stance
from onrecord.schema import Document

Make = Callable[[str], Document]


def compared(annotator: Annotator, document_of: Make, first: str, second: str) -> Comparison:
    one, other = (
        [term for sentence in annotator.annotate(document_of(text)).sentences for term in stance(sentence)]
        for text in (first, second)
    )
    return compare(one, other)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Night trains should be banned.", "We will introduce more night trains.", "clash"),
        ("We support a toll on the bridge.", "A bridge toll would harm commuters.", "clash"),
        ("Small harbours should be funded.", "We will fund large harbours.", "clash"),
        ("Night trains should be banned.", "We must abolish night trains.", "agree"),
        ("Night trains should be banned.", "Pensions are too low.", "unrelated"),
        ("Small harbours should be funded.", "We want large forests.", "unrelated"),
    ],
)
def test_two_sentences_clash_where_one_is_for_what_the_other_is_against(
    first: str, second: str, verdict: str, annotator: Annotator, document_of: Make
) -> None:
    assert compared(annotator, document_of, first, second).verdict == verdict


def test_one_point_of_difference_outweighs_the_words_around_it() -> None:
    ours = [Term("ferry", 1, 1.0, "ferry"), Term("harbour", 1, 1.0, "harbour"), Term("toll", 1, 0.5, "toll")]
    theirs = [Term("ferry", 1, 1.0, "ferry"), Term("harbour", 1, 1.0, "harbour"), Term("toll", -1, 0.5, "toll")]
    found = compare(ours, theirs)
    assert (found.verdict, found.against, found.along) == ("clash", ("toll",), ("ferry", "harbour"))
    assert found.why == "+toll -toll"


def test_words_that_tell_little_decide_nothing() -> None:
    assert compare([Term("city", 1, 0.1, "city")], [Term("city", -1, 1.0, "city")]).verdict == "unrelated"


def test_what_is_only_spoken_of_decides_nothing() -> None:
    assert compare([Term("ferry", 0, 1.0, "ferry")], [Term("ferry", -1, 1.0, "ferry")]).verdict == "unrelated"
