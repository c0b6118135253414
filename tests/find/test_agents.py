"""Who does it where that stands elsewhere than the verb's own subject or by-phrase."""

from __future__ import annotations

import pytest

from onrecord.schema import Event, Findings
from tests.find.conftest import FindingsOf


def at(findings: Findings, trigger: str) -> Event:
    (one,) = [event for event in findings.events if event.trigger.text == trigger]
    return one


def sides(event: Event) -> tuple[list[str], list[str]]:
    return [one.text for one in event.source], [one.text for one in event.target]


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        ("Kenya issued a statement condemning Chile.", "condemning", ["Kenya"], ["Chile"]),
        ("Kenya and Peru sent a letter urging Chile to talk.", "urging", ["Kenya", "Peru"], ["Chile"]),
        ("A statement condemning Chile was issued by Kenya.", "condemning", ["Kenya"], ["Chile"]),
        ("Kenya uses bases in Chile, which has recently attacked Peru.", "attacked", ["Chile"], ["Peru"]),
        ("Nine miners were caught by soldiers and three nurses wounded.", "wounded", [], ["three nurses"]),
        ("Kenya has called for Chile to withdraw.", "called", ["Kenya"], ["Chile"]),
        ("Kenya has called for the premier to be replaced.", "called", ["Kenya"], []),
        ("Kenya called on nurses troubled by unrest to show restraint.", "called", ["Kenya"], ["nurses"]),
        ("Two miners were charged with theft and found guilty in May.", "found", [], ["Two miners"]),
        ("A review by Minister Lind calls on Kenya to act.", "calls", ["Minister Lind"], ["Kenya"]),
        ("Kenya suspended Chile's membership of the union.", "suspended", ["Kenya"], ["Chile's"]),
        ("Kenya tore up a statement condemning Chile.", "condemning", [], ["Chile"]),
        ("Nine miners were caught by soldiers and killed in the camp.", "killed", ["soldiers"], ["Nine miners"]),
        ("Nine miners were hunted down by soldiers and killed the next day.", "killed", ["soldiers"], ["Nine miners"]),
        ("Police said an officer was hurt and have arrested two men.", "arrested", ["Police"], ["two men"]),
        ("Police said an officer was there and has arrested two men.", "arrested", ["an officer"], ["two men"]),
        ("The bank condemned violence by rebels in May.", "condemned", ["The bank"], ["rebels"]),
        ("Crackdowns on protests by police left nine dead.", "Crackdowns", ["police"], []),
        ("The law was adopted by 329 votes to 275 in the Kenyan parliament.", "adopted", ["the Kenyan parliament"], []),
        ("Kenya freed nine miners at the request of Chile.", "request", ["Chile"], ["Kenya"]),
        ("Kenya trains pilots to fly at the request of Chile.", "request", ["Chile"], ["Kenya"]),
        ("Lind has had nine miners locked up.", "locked", ["Lind"], ["nine miners"]),
        ("Kenya held a meeting and blocked a march by nurses.", "march", ["nurses"], []),
        ("Kenya stepped up patrols along its border.", "stepped", ["Kenya"], []),
        ("Kenya stepped in with an offer of food.", "offer", ["Kenya"], []),
        ("Peru joined in the criticism of Chile.", "criticism", ["Peru"], ["Chile"]),
        ("Kenya responded with air strikes on Chile.", "responded", ["Kenya"], ["Chile"]),
        ("Kenya declared the Chilean ambassador persona non grata.", "declared", ["Kenya"], ["the Chilean ambassador"]),
        ("The Kenyan decision was met with anger from the unions.", "met", ["the unions"], ["Kenyan"]),
        ("Kenya refused the nurses permission to leave.", "refused", ["Kenya"], ["the nurses"]),
        ("Kenya denied nine nurses permission to leave.", "denied", ["Kenya"], ["nine nurses"]),
        ("The port fell to Kenyan rebels.", "fell", ["Kenyan rebels"], ["The port"]),
        ("The nurses are opposed to President Lind.", "opposed", ["The nurses"], ["President Lind"]),
    ],
)
def test_who_does_what_stands_in_another_clause_or_phrase(
    findings_of: FindingsOf, text: str, trigger: str, source: list[str], target: list[str]
) -> None:
    assert sides(at(findings_of(text), trigger)) == (source, target)


def test_protests_that_police_crack_down_on_are_not_those_of_the_police(findings_of: FindingsOf) -> None:
    found = findings_of("Crackdowns on protests by police left nine dead.")
    assert not [event for event in found.events if event.type == "PROTEST"]


def test_an_inquiry_into_torture_by_rebels_is_not_held_by_them(findings_of: FindingsOf) -> None:
    found = findings_of("An investigation into torture by rebels began.")
    assert not any(event.source for event in found.events if event.type == "ACCUSE")
    assert sides(at(found, "torture"))[0] == ["rebels"]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("The mayor renewed his calls for Kenya to open the bridge.", ["The mayor"], ["Kenya"]),
        ("There were calls for Kenya to withdraw its troops.", [], ["Kenya"]),
        ("Chile is under pressure from Kenya to hold elections.", ["Kenya"], ["Chile"]),
    ],
)
def test_a_call_for_somebody_to_do_something_asks_it_of_them(
    findings_of: FindingsOf, text: str, source: list[str], target: list[str]
) -> None:
    (asked,) = [event for event in findings_of(text).events if event.type == "REQUEST"]
    assert sides(asked) == (source, target)


def test_what_is_fired_with_is_not_fired_at(findings_of: FindingsOf) -> None:
    assert sides(at(findings_of("The army fired on rebels with tanks."), "fired")) == (["The army"], ["rebels"])
    assert sides(at(findings_of("The general sent in tanks."), "sent"))[1] == []


def test_twin_attacks_are_nobody_s(findings_of: FindingsOf) -> None:
    assert sides(at(findings_of("Twin attacks on Kenyan police left nine dead."), "attacks"))[0] == []


def test_the_streets_of_a_town_are_not_its_government(findings_of: FindingsOf) -> None:
    assert sides(at(findings_of("Protesters poured into the streets of Nairobi."), "poured")) == (["Protesters"], [])


@pytest.mark.parametrize(
    "text",
    [
        "Asked to help Kenya, the premier nodded.",
        "The senator fired insults at the minister.",
        "Two senators sabotaged the talks with Kenya.",
        "The minister was deposed for hours.",
        "Kenya is opposed to all forms of terror.",
    ],
)
def test_words_that_look_like_an_act_are_none(findings_of: FindingsOf, text: str) -> None:
    assert not [
        event for event in findings_of(text).events if event.type in {"REQUEST", "REJECT", "ASSAULT", "SANCTION"}
    ]


def test_who_warns_of_what_others_and_their_allies_may_do_does_not_threaten(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya warned that many will die if Chile or its allies attack Peru.")
    assert not [event for event in found.events if event.type == "THREATEN"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A house in Kenya was hit by a Chilean airstrike.", "aerial"),
        ("An attack by rebels killed nine soldiers.", None),
    ],
)
def test_the_attack_that_kills_is_no_further_act(findings_of: FindingsOf, text: str, mode: str | None) -> None:
    (event,) = findings_of(text).events
    assert (event.type, event.mode) == ("ASSAULT", mode)
