"""Prepositions that belong to other words than the predicate."""

from __future__ import annotations

from tests.find.conftest import FindingsOf


def test_whom_something_is_according_to_does_not_undergo_it(findings_of: FindingsOf) -> None:
    found = findings_of("A law banned all rallies in the capital, according to the watchdog.")
    assert not any("watchdog" in party.text for event in found.events for party in event.target)


def test_a_name_behind_a_description_acts(findings_of: FindingsOf) -> None:
    found = findings_of("There is no consensus, with Norwegian ally Sudland calling for a ceasefire.")
    (event,) = [one for one in found.events if one.type == "REQUEST"]
    assert [one.text for one in event.source] == ["Norwegian ally Sudland"]


def test_who_sends_a_letter_demands_what_it_demands(findings_of: FindingsOf) -> None:
    found = findings_of("The senator sent a letter to Lind demanding that the ministry resign.")
    (event,) = [one for one in found.events if one.type == "REQUEST"]
    assert [one.text for one in event.source] == ["The senator"]


def test_the_police_answer_for_their_response(findings_of: FindingsOf) -> None:
    (event,) = findings_of("The senator condemned the police response.").events
    assert [one.text for one in event.target] == ["police"]


def test_what_somebody_is_assured_of_may_hang_on_whoever_is_told(findings_of: FindingsOf) -> None:
    found = findings_of("The minister assured the victims that the guilty would be punished.")
    (event,) = [one for one in found.events if one.type == "AGREE"]
    assert [one.text for one in event.target] == ["the victims"]


def test_who_is_said_to_have_failed_is_blamed(findings_of: FindingsOf) -> None:
    found = findings_of("Novak said the ministry had failed to act.")
    (event,) = [one for one in found.events if one.type == "ACCUSE"]
    assert ([one.text for one in event.source], [one.text for one in event.target]) == (["Novak"], ["the ministry"])
    assert not findings_of("Novak said the ministry had not failed to act.").events
    assert not findings_of("Novak said the town lay to the north.").events


def test_who_is_called_to_go_is_asked(findings_of: FindingsOf) -> None:
    found = findings_of("There were calls by the opposition for the minister to resign.")
    (event,) = [one for one in found.events if one.type == "REQUEST"]
    assert [one.text for one in event.target] == ["the minister"]


def test_those_who_met_to_discuss_it_met(findings_of: FindingsOf) -> None:
    found = findings_of("The officials met in Berov to discuss energy.")
    (event,) = [one for one in found.events if one.type == "CONSULT"]
    assert (event.trigger.text, event.status) == ("met", "actual")


def test_a_time_is_nobody_whom_they_met(findings_of: FindingsOf) -> None:
    found = findings_of("It was the first time the two ministers had met.")
    (event,) = found.events
    assert ([one.text for one in event.source], event.target) == (["the two ministers"], ())


def test_who_is_said_to_commit_a_crime_is_blamed(findings_of: FindingsOf) -> None:
    found = findings_of("Novak said Sudland was committing genocide.")
    assert [one.text for event in found.events if event.type == "ACCUSE" for one in event.target] == ["Sudland"]
    assert not [one for one in findings_of("Novak said Sudland was committing troops.").events if one.type == "ACCUSE"]
