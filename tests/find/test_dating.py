from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from onrecord.find import find
from onrecord.schema import Event, When
from tests.find.conftest import ViewOf

WEDNESDAY = date(2021, 7, 14)
EventsOf = Callable[[str], list[Event]]


@pytest.fixture
def events_of(view_of: ViewOf) -> EventsOf:
    """The events of a text that was published on a Wednesday."""

    def make(text: str) -> list[Event]:
        view = view_of(text)
        published = When(earliest=WEDNESDAY, latest=WEDNESDAY, precision="day", basis="given")
        document = replace(view.document, published=published)
        return list(find(document, view.annotations, view.frames, view.actors).events)

    return make


@pytest.mark.parametrize(
    ("sentence", "trigger", "words"),
    [
        ("The judge on Monday sentenced two officers arrested in May.", "sentenced", "Monday"),
        ("The judge on Monday sentenced two officers arrested in May.", "arrested", "May"),
        ("Police arrested three men on Monday, the mayor said on Tuesday.", "arrested", "Monday"),
        ("Gunmen opened fire on a bus on Monday, killing two soldiers.", "killing", "Monday"),
        ("The army launched an attack on the rebels on Monday.", "attack", "Monday"),
        ("Two soldiers died in an attack by rebels on Monday.", "died", "Monday"),
        ("On Monday police arrested two men and evicted the residents.", "evicted", "Monday"),
        ("Police arrested two men on Monday and evicted the residents.", "evicted", "Monday"),
        ("The army began on Monday to withdraw from the town.", "withdraw", "Monday"),
        ("Thursday's attack by rebels on the army post killed three soldiers.", "attack", "Thursday"),
        (
            "The court sentenced the two commanders arrested in May to life in prison last Thursday.",
            "sentenced",
            "Thursday",
        ),
        ("The court sentenced the two commanders arrested in May to life in prison last Thursday.", "arrested", "May"),
        ("In the past three years Norland has accused Sudland of theft.", "accused", "three years"),
    ],
)
def test_an_act_takes_the_time_of_its_clause(events_of: EventsOf, sentence: str, trigger: str, words: str) -> None:
    (event,) = [one for one in events_of(sentence) if one.trigger.text == trigger]
    assert event.when.text is not None and words in event.when.text


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Norland thanked Sudland and confirmed that she would travel there in August.", "thanked"),
        ("The mayor said on Tuesday that police had arrested three men.", "arrested"),
        ("Norland has freed twelve fishermen seized in January.", "freed"),
        ("Norland promised to free the prisoners by Friday.", "promised"),
        ("The minister, who was in Berov on Monday, apologised to the nurses.", "apologised"),
        ("Rebels left the town on Monday but accused the army of looting.", "accused"),
        ("Rebels left the town on Monday, and the army accused them of looting.", "accused"),
        ("Norland accused Sudland of shelling the town in May.", "accused"),
        ("Norland has accused Sudland for the past nine years of sheltering rebels.", "accused"),
        ("The premier denounced the senate, saying it had slept for the past nine years.", "denounced"),
    ],
)
def test_a_time_of_another_clause_dates_nothing(events_of: EventsOf, sentence: str, trigger: str) -> None:
    (event,) = [one for one in events_of(sentence) if one.trigger.text == trigger]
    assert (event.when.text, event.when.basis, event.when.latest) == (None, "publication", WEDNESDAY)


def test_what_has_happened_was_not_tomorrow_and_what_is_planned_not_last_year(events_of: EventsOf) -> None:
    (met,) = [one for one in events_of("Norland praised Sudland tomorrow.") if one.type == "SUPPORT"]
    assert met.when.basis == "publication"
    (planned,) = [one for one in events_of("Police will arrest the rebels in 2019.") if one.type == "COERCE"]
    assert planned.when.basis == "unknown"


def test_an_act_two_days_before_another_is_counted_from_its_day(events_of: EventsOf) -> None:
    found = events_of("Norland on Tuesday accused Sudland of murder, two days after gunmen killed seven soldiers.")
    (killed,) = [one for one in found if one.trigger.text == "killed"]
    (accused,) = [one for one in found if one.trigger.text == "accused"]
    assert killed.when.latest is not None and accused.when.latest is not None
    assert (accused.when.latest - killed.when.latest).days == 2
