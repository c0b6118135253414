"""Officials of nowhere in particular are not of the countries that they deal with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.annotate import Annotator
from onrecord.find import find
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.frames import load_frames
from onrecord.resolve import resolve
from onrecord.resolve.faced import LEFT
from onrecord.schema import Document, Party

LEAD = "Kenya struggles to answer Japan's threats. Kenya lost money, and Japan blamed Kenya. Japan cut its trade. "


@pytest.fixture(scope="module")
def minister(annotator: Annotator, document_at: Callable[..., Document]) -> Callable[[str], Party]:
    """The first person of the page whose name ends in Otumbe, after everything on it was resolved."""

    def run(text: str) -> Party:
        document, actors = document_at(LEAD + text, day=date(2025, 5, 5)), load_actors()
        notes = annotator.annotate(document)
        found = resolve(document, notes, find(document, notes, load_frames(), actors), actors)
        return next(one for one in found.mentions if (one.name or "").endswith("Otumbe"))

    return run


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Foreign Minister Peter Otumbe asked Japan to wait.", "KEN"),
        ("Foreign Minister Peter Otumbe met Japanese Prime Minister Jun Tobe.", "KEN"),
        ("Foreign Minister Peter Otumbe blamed the Kenyan government.", "JPN"),
        ("Foreign Minister Peter Otumbe asked his ministry to wait.", None),  # he deals with no state
        ("Foreign Minister Peter Otumbe asked Japan to wait. The Kenyan foreign minister, Mark Wanjo, left.", None),
        ("Ambassador Peter Otumbe asked Japan to wait.", None),  # they serve abroad
        ("Chancellor Peter Otumbe asked Japan to wait.", None),  # there is no such office
        ("The referee, Peter Otumbe, asked Japan to wait.", None),
    ],
)
def test_an_official_is_of_the_country_of_two_that_he_does_not_deal_with(
    minister: Callable[[str], Party], text: str, country: str | None
) -> None:
    party = minister(text)
    assert party.country == country
    assert (LEFT in party.how) == (country is not None)


def test_of_several_that_are_left_none_is_his(minister: Callable[[str], Party]) -> None:
    text = "Foreign Minister Peter Otumbe asked Japan to wait. Peru and Chile agreed with Peru and Chile in Peru."
    assert minister(text).country is None
