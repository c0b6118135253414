from __future__ import annotations

import pytest

from onrecord.schema import Event, Findings
from tests.find.conftest import FindingsOf


def guessed(findings: Findings) -> list[Event]:
    return [event for event in findings.events if event.rule.endswith(".model")]


@pytest.mark.parametrize(
    ("sentence", "type_", "source", "target"),
    [
        ("Protesters blocked a column of buses.", "PROTEST", ["Protesters"], []),
        ("Police had recaptured nine of them.", "COERCE", ["Police"], ["them"]),
        (
            "The rebels turned their rifles on the villagers.",
            "ASSAULT",
            ["The rebels"],
            ["the villagers"],
        ),
    ],
)
def test_an_act_whose_frame_asks_for_other_words_is_found_by_the_model(
    findings_of: FindingsOf, sentence: str, type_: str, source: list[str], target: list[str]
) -> None:
    (event,) = guessed(findings_of(sentence))
    assert event.type == type_
    assert [one.text for one in event.source] == source
    assert [one.text for one in event.target] == target


def test_such_an_event_says_that_the_model_found_it_and_how_sure_it_is(findings_of: FindingsOf) -> None:
    (event,) = guessed(findings_of("Police had recaptured nine of them."))
    assert event.rule == "recapture.model"
    assert "“recaptured”; the event model takes it for COERCE (0." in event.why
    assert event.confidence < 0.7


def test_it_has_the_mode_on_which_the_frames_of_its_type_agree(findings_of: FindingsOf) -> None:
    (event,) = guessed(findings_of("Protesters blocked a column of buses."))
    assert event.mode == "obstruct"


def test_it_has_voice_and_time_as_any_event(findings_of: FindingsOf) -> None:
    found = findings_of("Lind said that rebels on Monday turned their rifles on the villagers.")
    (event,) = guessed(found)
    assert event.according_to == found.statements[0].id
    assert event.when.precision == "day"


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels did not turn their rifles on the villagers.",
        "The wind turned the pages.",
        "Lawmakers returned to Berov on Monday.",
        "Villagers in Berov blocked a shot in the cup final.",
        "The column blocked by villagers was long.",
        "Landslides killed nine people in Kenya.",
    ],
)
def test_the_model_is_not_asked_about_what_did_not_happen_or_is_no_public_act(
    findings_of: FindingsOf, sentence: str
) -> None:
    assert guessed(findings_of(sentence)) == []


def test_where_a_frame_holds_the_model_is_not_asked(findings_of: FindingsOf) -> None:
    assert guessed(findings_of("Police arrested two journalists in Berov.")) == []


def test_the_events_of_frames_keep_their_ids(findings_of: FindingsOf) -> None:
    alone = findings_of("Police arrested two clerks.").events
    both = findings_of("Police had recaptured nine of them. Police arrested two clerks.").events
    assert [one.type for one in both] == ["COERCE", "COERCE"]
    assert both[1].id == alone[0].id


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister complained of a fever.",
        "The ministry ordered nine masks.",
        "The union agrees with Kenya's clerks.",
    ],
)
def test_the_model_is_not_asked_for_what_people_only_say_or_for_what_a_frame_rules_out(
    findings_of: FindingsOf, sentence: str
) -> None:
    assert not guessed(findings_of(sentence))
