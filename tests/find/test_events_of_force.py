from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf
from tests.find.test_events import names, of_type


@pytest.mark.parametrize(
    ("sentence", "type_", "source", "target"),
    [
        ("The army launched an offensive to retake Zinjibar.", "ASSAULT", ["The army"], ["Zinjibar"]),
        ("The rebels launched a push on Monday to capture the town.", "ASSAULT", ["The rebels"], ["the town"]),
        ("The militia claimed responsibility for the attack on the hotel.", "ASSAULT", ["The militia"], ["the hotel"]),
        ("The agency said a bus had been attacked near Berov.", "ASSAULT", [], ["a bus"]),
        ("A wave of bombings killed nine policemen.", "ASSAULT", [], ["nine policemen"]),
        ("A barrage of rockets hit the hospital.", "ASSAULT", [], ["the hospital"]),
        ("Fighters seized two bases.", "ASSAULT", ["Fighters"], ["two bases"]),
        ("Fighting erupted between the army and the rebels.", "ASSAULT", ["the army", "the rebels"], []),
        ("Clashes broke out between police and students.", "ASSAULT", ["police", "students"], []),
        ("A poet was placed under house arrest.", "COERCE", [], ["A poet"]),
        ("A journalist was barred from leaving Norland.", "COERCE", [], ["A journalist"]),
        ("Police prevented the marchers from reaching the palace.", "COERCE", ["Police"], ["the marchers"]),
        ("Government opponents marched in the capital.", "PROTEST", ["Government opponents"], []),
        ("Protests calling for an end to Novak's rule went on.", "PROTEST", [], ["Novak's"]),
        ("Thousands gathered in the square to demand elections.", "PROTEST", ["Thousands"], []),
        ("The premier left power after nine years.", "RETREAT", ["The premier"], []),
        ("A relief flight carrying medicine landed in Kenya.", "AID", [], ["Kenya"]),
        ("Army tanks rumbled through the capital.", "MOBILIZE", ["Army tanks"], []),
        ("Two battalions were flown to Kenya.", "MOBILIZE", ["Two battalions"], ["Kenya"]),
        ("Insurgents overran Tarkand.", "ASSAULT", ["Insurgents"], ["Tarkand"]),
        ("The garrison fell to the rebels.", "ASSAULT", ["the rebels"], ["The garrison"]),
        ("Traders brought the port to a halt in protest.", "PROTEST", ["Traders"], []),
        ("Flour was handed out to the refugees.", "AID", [], ["the refugees"]),
        ("Kenya sent a medical team to Peru.", "AID", ["Kenya"], ["Peru"]),
    ],
)
def test_ordinary_phrasings_of_force_and_relief(
    findings_of: FindingsOf, sentence: str, type_: str, source: list[str], target: list[str]
) -> None:
    assert names(of_type(findings_of(sentence), type_)) == (source, target)


@pytest.mark.parametrize(
    "sentence",
    [
        "A wave of nausea killed the mood.",
        "The forest fire hit the hospital.",
        "Fans marched into the bar.",
        "His mother brought food to the table.",
        "The share price fell to the lowest in a year.",
        "The village was hit hard.",
        "Critics claimed responsibility for the film's success.",
        "Rain prevented the marchers from reaching the hut.",
        "A plane carrying tourists landed in Kenya.",
        "Armed men gathered in the square to demand money.",
    ],
)
def test_what_only_sounds_like_force_or_relief_is_none(findings_of: FindingsOf, sentence: str) -> None:
    types = {one.type for one in findings_of(sentence).events}
    assert not types & {"ASSAULT", "COERCE", "PROTEST", "AID"}


def test_an_attempt_on_a_life_took_place(findings_of: FindingsOf) -> None:
    assert of_type(findings_of("Gunmen tried to kill the premier."), "ASSAULT").status == "actual"
    assert of_type(findings_of("Gunmen tried to seize the port."), "ASSAULT").status == "possible"
