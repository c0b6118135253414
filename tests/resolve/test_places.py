from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.codebook import load_codebook
from onrecord.lexicon.frames import load_frames
from onrecord.schema import Document, Event, Place
from onrecord.steps import Pipeline

EventsIn = Callable[[str], list[Event]]
PlaceIn = Callable[[str], Place | None]


@pytest.fixture(scope="module")
def events_in(annotator: Annotator, document_of: Callable[[str], Document]) -> EventsIn:
    pipeline = Pipeline(annotator, load_frames(), load_codebook(), load_actors())
    return lambda text: list(pipeline.process(document_of(text)).events)


@pytest.fixture(scope="module")
def place_in(events_in: EventsIn) -> PlaceIn:
    """The place of the first event that has one."""
    return lambda text: next((one.place for one in events_in(text) if one.place), None)


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("Kenyan police arrested a blogger in Mombasa.", "Mombasa", "KEN", "city"),
        ("Police in Texas arrested a man in Paris, Texas.", "Paris", "USA", "city"),
        ("French police arrested a man in Paris.", "Paris", "FRA", "city"),
        ("Protesters burned a bus in Tripoli, Lebanon.", "Tripoli", "LBN", "city"),
        ("Libyan militias clashed in Tripoli.", "Tripoli", "LBY", "city"),
        ("Taliban fighters attacked a checkpoint in Helmand province.", "Helmand", "AFG", "region"),
        ("Bandits abducted a chief in Zamfara State.", "Zamfara", "NGA", "region"),
        ("Thousands of people demonstrated in Germany.", "Germany", "DEU", "country"),
        ("Israel carried out strikes throughout the Gaza Strip.", "Gaza Strip", "PSE", "region"),
        ("Kenyan and Ugandan ministers met in Geneva.", "Geneva", "CHE", "city"),
    ],
)
def test_a_name_means_the_place_that_the_page_speaks_of(
    place_in: PlaceIn, text: str, name: str, country: str, precision: str
) -> None:
    place = place_in(text)
    assert place is not None
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert place.lat is not None and place.lon is not None and place.why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Protesters clashed with police in Cordoba.", "nothing tells which"),
        ("American police arrested nine people in Springfield.", "several places of this name in USA"),
        ("Cuban officers detained the singer in Santiago.", "may be short for Santiago de Cuba"),
        ("Kenyan police arrested nine people in Jenin.", "known only in PSE"),
        ("The bomb killed nine people in the village of Wibbleford.", "no place of this name"),
    ],
)
def test_a_name_that_does_not_tell_has_no_position_and_says_why(place_in: PlaceIn, text: str, why: str) -> None:
    place = place_in(text)
    assert place is not None
    assert (place.lat, place.lon, place.precision) == (None, None, "unknown")
    assert why in place.why


def test_what_is_attacked_is_a_place_only_where_the_gazetteer_has_it(place_in: PlaceIn) -> None:
    place = place_in("Nigerian gunmen raided Maiduguri at dawn.")
    assert place is not None and place.country == "NGA"
    assert place_in("Nigerian gunmen beat Musa Danjuma at dawn.") is None


def test_a_short_form_means_the_only_city_that_begins_so(place_in: PlaceIn) -> None:
    place = place_in("Egyptian police killed two workers in Mahalla.")
    assert place is not None and (place.country, place.precision) == ("EGY", "city")


def test_a_body_is_no_place(place_in: PlaceIn) -> None:
    assert place_in("Protesters rallied outside Amnesty International.") is None


def test_a_country_that_only_the_page_knows_has_no_code(place_in: PlaceIn) -> None:
    place = place_in("The Republic of Qarim is at war. The president of Qarim said rebels attacked a base in Qarim.")
    assert place is None or not (place.country or "").startswith("doc:")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Kenya's president met the president of Uganda in Doha.", "third-party"),
        ("Kenya's president met the president of Uganda in Kampala.", None),
    ],
)
def test_a_meeting_in_nobodys_country_is_hosted_by_a_third_party(
    events_in: EventsIn, text: str, mode: str | None
) -> None:
    assert [one.mode for one in events_in(text) if one.type == "CONSULT"] == [mode]
