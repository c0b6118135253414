from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from onrecord.find import find, relate
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
        found = find(document, view.annotations, view.frames, view.actors)
        return list(relate(document, view.annotations, found).events)

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
        ("He was held on Monday, when police raided the camp of the rebels.", "raided", "Monday"),
        ("In the past three years Norland has accused Sudland of theft.", "accused", "three years"),
    ],
)
def test_an_act_takes_the_time_of_its_clause(events_of: EventsOf, sentence: str, trigger: str, words: str) -> None:
    (event,) = [one for one in events_of(sentence) if one.trigger.text == trigger]
    assert event.when.text is not None and words in event.when.text


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("He was in a cell since March, when officers arrested him.", date(2021, 3, 1), date(2021, 3, 31)),
        ("He was in a cell since 2 March, when officers arrested him.", date(2021, 3, 2), date(2021, 3, 2)),
    ],
)
def test_what_began_a_time_was_at_its_beginning(events_of: EventsOf, sentence: str, first: date, last: date) -> None:
    (event,) = events_of(sentence)
    assert (event.when.earliest, event.when.latest) == (first, last)


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Norland thanked Sudland and confirmed that she would travel there in August.", "thanked"),
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
    assert (planned.when.basis, planned.when.earliest, planned.when.latest) == ("publication", WEDNESDAY, None)


def test_an_act_two_days_before_another_is_counted_from_its_day(events_of: EventsOf) -> None:
    found = events_of("Norland on Tuesday accused Sudland of murder, two days after gunmen killed seven soldiers.")
    (killed,) = [one for one in found if one.trigger.text == "killed"]
    (accused,) = [one for one in found if one.trigger.text == "accused"]
    assert killed.when.latest is not None and accused.when.latest is not None
    assert (accused.when.latest - killed.when.latest).days == 2


@pytest.mark.parametrize(
    ("sentence", "trigger", "words"),
    [
        ("Gunmen ambushed an army column on Monday, and seven soldiers were killed.", "killed", "Monday"),
        ("Prisoners ended their strike on Monday, hours after the mayor promised them a doctor.", "promised", "Monday"),
        ("On Monday police dispersed farmers who were besieging the town hall.", "besieging", "Monday"),
    ],
)
def test_what_is_told_together_is_of_one_day(events_of: EventsOf, sentence: str, trigger: str, words: str) -> None:
    (event,) = [one for one in events_of(sentence) if one.trigger.text == trigger]
    assert event.when.text is not None and words in event.when.text
    assert event.why.endswith("day from its sentence")


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Gunmen ambushed a column on Monday, and the army has killed seven rebels.", "killed"),
        ("Gunmen ambushed a column on Monday, and soldiers had killed three herders.", "killed"),
        ("The mayor announced on Monday, hours after rebels attacked a clinic, that the road was shut.", "attacked"),
    ],
)
def test_what_is_told_together_may_be_of_another_day(events_of: EventsOf, sentence: str, trigger: str) -> None:
    (event,) = [one for one in events_of(sentence) if one.trigger.text == trigger]
    assert event.when.basis in {"publication", "bounded"}


def test_what_a_saying_tells_was_done_by_then_and_what_it_orders_was_not(events_of: EventsOf) -> None:
    (arrested,) = [one for one in events_of("The mayor said on Tuesday that police had arrested three men.")]
    tuesday = date(2021, 7, 13)
    assert (arrested.when.earliest, arrested.when.latest, arrested.when.basis) == (None, tuesday, "bounded")
    assert (arrested.when.text, arrested.when.symbol) == ("Tuesday", ".. (weekday(tue) <= publication)")
    found = events_of("The mayor on Tuesday ordered police to arrest the men.")
    (wanted,) = [one for one in found if one.type == "COERCE"]
    assert (wanted.when.earliest, wanted.when.latest, wanted.when.basis) == (tuesday, None, "bounded")


def test_a_headline_has_the_day_of_the_same_act_below(view_of: ViewOf) -> None:
    text = "Rebels free nine teachers\nRebels in Kenya freed nine teachers on Monday. Police freed a clerk on Sunday."
    view = view_of(text, title=True)
    found = find(view.document, view.annotations, view.frames, view.actors)
    first = relate(view.document, view.annotations, found).events[0]
    assert (first.trigger.text, first.when.text) == ("free", "Monday")
    assert first.why.endswith("day from the text below")


def test_the_day_of_a_dateline_is_not_that_of_an_act(events_of: EventsOf) -> None:
    (event,) = events_of("Goma, 10 July — Rebels shelled the camp yesterday.")
    assert event.when.text == "yesterday"


def test_a_saying_has_no_day_of_what_stands_beside_it(view_of: ViewOf) -> None:
    view = view_of(
        "A geologist kidnapped in January urged Kenya to free the men. The mayor said on Monday that all was well."
    )
    found = relate(view.document, view.annotations, find(view.document, view.annotations, view.frames, view.actors))
    days = {one.cue.text: one.when.text for one in found.statements if one.cue}
    assert days == {"urged": None, "said": "Monday"}
