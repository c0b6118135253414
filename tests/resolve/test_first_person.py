"""Whom *we* and *you* mean: who is quoted and who is spoken to, not who is spoken of within the quotation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate import Annotator
from onrecord.find import find
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.frames import load_frames
from onrecord.resolve import resolve
from onrecord.schema import Document, Event

EventsOf = Callable[[str], tuple[Event, ...]]


@pytest.fixture
def events_of(annotator: Annotator, document_of: Callable[[str], Document]) -> EventsOf:
    """The events of a text with everybody resolved."""

    def make(text: str) -> tuple[Event, ...]:
        document = document_of(text)
        notes = annotator.annotate(document)
        return resolve(document, notes, find(document, notes, load_frames(), load_actors()), load_actors()).events

    return make


@pytest.mark.parametrize(
    "text",
    [
        "“Mali has a desire to partner with us,” the Kenyan ambassador said.",
        "“They have told us of their desire to partner with us,” said the Kenyan ambassador.",
        "A Kenyan official said that Mali wants to cooperate with us.",
        "“Mali refuses to meet us,” Kenya's foreign minister said.",
    ],
)
def test_we_is_who_is_quoted_and_not_who_is_spoken_of(events_of: EventsOf, text: str) -> None:
    ours = {party.country for event in events_of(text) for party in event.target if party.text == "us"}
    assert ours == {"KEN"}


def test_you_is_who_is_spoken_to(events_of: EventsOf) -> None:
    events = events_of("“We will strike you if you attack our camps,” Kenya's defence minister told Mali.")
    you = {party.country for event in events for party in (*event.source, *event.target) if party.text == "you"}
    assert you == {"MLI"}


def test_you_in_a_word_to_reporters_is_nobody(events_of: EventsOf) -> None:
    events = events_of("“We will arrest you,” Kenya's police chief told reporters.")
    assert all(party.country is None for event in events for party in event.target)


def test_troops_of_nobody_known_are_no_countrys(events_of: EventsOf) -> None:
    text = "Kenya is at war. Kenya has not slept. Our troops attacked the rebels."
    (event,) = [one for one in events_of(text) if one.type == "ASSAULT"]
    assert [one.country for one in event.source] == [None]


def test_a_thing_is_no_target(events_of: EventsOf) -> None:
    (event,) = [one for one in events_of("Kenya accused Peru and the weather of theft.") if one.type == "ACCUSE"]
    assert [one.name for one in event.target] == ["Peru"]


@pytest.mark.parametrize("speaker", ["the Kenyan chef", "a Kenyan bank", "the Kenyan orchestra"])
def test_we_of_a_private_speaker_is_no_country(events_of: EventsOf, speaker: str) -> None:
    events = events_of(f"“We will never forgive the Malian baker or attack Mali,” {speaker} said.")
    ours = [party for event in events for party in event.source if party.text == "We"]
    assert ours and all(party.actor_kind != "country" for party in ours)


@pytest.mark.parametrize(("side", "kind"), [("The Kenyan side", "country"), ("Kenya's young side", "group")])
def test_a_side_is_its_country_where_nothing_makes_it_a_team(events_of: EventsOf, side: str, kind: str) -> None:
    (event,) = events_of(f"{side} attacked Mali.")
    assert [party.actor_kind for party in event.source] == [kind]


@pytest.mark.parametrize(("speaker", "kind"), [("Kenya's foreign minister", "country"), ("Kenya's captain", "group")])
def test_his_side_is_the_country_of_who_speaks_for_one(events_of: EventsOf, speaker: str, kind: str) -> None:
    (event,) = [one for one in events_of(f"{speaker} said that his side would attack Mali.") if one.type == "ASSAULT"]
    assert [party.actor_kind for party in event.source] == [kind]
