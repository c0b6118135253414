from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.schema import Document, Findings, When

MET = "Foreign Minister Khawaja Asif met villagers in Multan, Pakistan. Mr Asif said the road would be mended."


@pytest.fixture
def bounds(annotator: Annotator, document_at: Callable[..., Document]) -> Callable[..., When | None]:
    def of(text: str, day: date | None = None) -> When | None:
        document = document_at(text, day)
        found = resolve(document, annotator.annotate(document), Findings(document), load_actors())
        return found.document.published_bounds

    return of


def test_an_undated_page_lies_within_the_term_of_whom_it_calls_minister(bounds: Callable[..., When | None]) -> None:
    when = bounds(MET)
    assert when is not None and when.basis == "bounded"
    assert (when.earliest, when.latest) == (date(2017, 8, 4), date(2018, 4, 26))
    assert "Khawaja Muhammad Asif" in when.text


def test_a_dated_page_has_no_bounds_and_one_that_tells_nothing_none_either(bounds: Callable[..., When | None]) -> None:
    assert bounds(MET, date(2017, 10, 10)) is None
    assert bounds("Villagers in Multan said the road would be mended.") is None


def test_terms_that_exclude_each_other_bound_nothing(bounds: Callable[..., When | None]) -> None:
    assert bounds(f"{MET} President George W. Bush praised Pakistan, the White House said.") is None
