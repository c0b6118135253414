"""Whom the phrases of speakers mean that are neither a plain name nor a plain office."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.resolve.phrases import parse_phrase
from onrecord.schema import Document, Findings

from .conftest import Resolve, said, stub


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Flemish environment minister, Jane Otumbe", "Jane Otumbe"),
        ("Popular Riverside director, Jane Otumbe", "Jane Otumbe"),
        ("Breaststroke record holder Jane Otumbe", "Jane Otumbe"),
        ("Chief Medical Officer Dr Jane Otumbe", "Jane Otumbe"),
        ("Odinga lawyer Jane Otumbe", "Jane Otumbe"),
        ("Jane Otumbe, who met John Kamau", "Jane Otumbe"),
    ],
)
def test_the_name_is_not_the_capitalised_word_before_the_office(text: str, name: str) -> None:
    assert parse_phrase(text, load_actors()).name == name


def test_a_survey_says_what_its_authors_say(resolved: Resolve) -> None:
    phrase = "a survey by the Human Rights League"
    (party,) = resolved(f"The mood is bad, according to {phrase}.", phrase)
    assert (party.text, party.name) == (phrase, "Human Rights League")


def test_a_letter_by_nobody_named_is_nobodys(resolved: Resolve) -> None:
    (party,) = resolved("A letter by residents says the wall broke.", "A letter by residents")
    assert party.name is None


def test_the_ministry_is_the_one_of_the_minister_before(resolved: Resolve) -> None:
    text = "Kenyan Interior Minister Jane Otumbe praised the officers. The ministry said 58 people were held."
    (party,) = resolved(text, "The ministry")
    assert (party.name, party.actor, party.country) == (
        "Interior Ministry of Kenya",
        "org:interior-ministry@KEN",
        "KEN",
    )


def test_the_side_of_a_country_is_its_government(resolved: Resolve) -> None:
    (party,) = resolved("The Zambian side explained the delay.", "The Zambian side")
    assert (party.name, party.country) == ("Zambia", "ZMB")


@pytest.mark.parametrize(("dateline", "name"), [("PARIS", "European Union"), ("ANTWERP", "Brussels")])
def test_brussels_speaks_for_the_union_but_at_home(
    document_at: Callable[..., Document], annotator: Annotator, dateline: str, name: str
) -> None:
    text = "Brussels said the law was unfair."
    document = document_at(text, dateline=dateline)
    found = Findings(document, statements=(said(text, stub(text, "Brussels"), "the law was unfair"),))
    (one,) = resolve(document, annotator.annotate(document), found, load_actors()).statements
    assert one.speaker is not None
    assert one.speaker.name == name


def test_a_surname_before_a_colon_is_the_person_of_the_lead(resolved: Resolve) -> None:
    text = "Maria Shebira drives an ambulance. It was loud.\n\nShebira: It was a long day, and its end was bad."
    (party,) = resolved(text, ("Shebira", 1))
    assert (party.actor_kind, party.name) == ("person", "Maria Shebira")


def test_the_ambassador_is_of_the_country_told_before(resolved: Resolve) -> None:
    text = "The Turkish ambassador came out smiling in Athens. “Fine,” said the ambassador, Cemal Otumbe, in Greece."
    (party,) = resolved(text, "the ambassador, Cemal Otumbe")
    assert party.country == "TUR"


def test_a_town_that_is_the_only_place_of_a_page_tells_the_country(resolved: Resolve) -> None:
    text = "Jane Otumbe, 34, sold fish in Asaba. Jane Otumbe said the road was closed."
    (party,) = resolved(text, ("Jane Otumbe", 1))
    assert party.country == "NGA"


def test_a_dateline_outside_the_seats_of_international_bodies_tells_the_country(resolved: Resolve) -> None:
    antwerp, brussels = (
        resolved("Jane Otumbe, 34, said the road was closed.", "Jane Otumbe, 34", dateline=town)[0].country
        for town in ("ANTWERP", "BRUSSELS")
    )
    assert (antwerp, brussels) == ("BEL", None)
