"""What a sentence tells of no one act, or of another sense of the word."""

from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


def types(findings_of: FindingsOf, text: str) -> set[str]:
    return {event.type for event in findings_of(text).events}


@pytest.mark.parametrize(
    ("text", "other", "type_"),
    [
        ("Those who support Norland are few.", "The senators who support Norland are few.", "SUPPORT"),
        ("Soldiers attack Kenya when they are fed.", "The soldiers attacked Kenya when they were fed.", "ASSAULT"),
        ("Who attacked Kenya?", "Norland attacked Kenya.", "ASSAULT"),
        ("March 23 | By Kenya's president.", "The march by Kenya's farmers began.", "PROTEST"),
        ("The agency raised its pandemic alert.", "Norland raised its alert.", "MOBILIZE"),
        (
            "The president promised not to attack the rebels.",
            "The president promised to attack the rebels.",
            "THREATEN",
        ),
        ("Turkey called a meeting on Kenya.", "Turkey called on Kenya to leave.", "REQUEST"),
        ("The minister complained of a fever.", "The minister complained of the ban.", "ACCUSE"),
        ("The minister met his commitments to Kenya.", "The minister met his counterpart from Kenya.", "CONSULT"),
    ],
)
def test_what_only_looks_like_an_act_is_none(findings_of: FindingsOf, text: str, other: str, type_: str) -> None:
    assert type_ not in types(findings_of, text)
    assert type_ in types(findings_of, other)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Police armed with batons left the square.", "AID"),
        ("The president withdrew from public view.", "RETREAT"),
        ("Norland filed a claim for aid.", "ACCUSE"),
    ],
)
def test_a_word_beside_the_verb_gives_it_another_sense(findings_of: FindingsOf, text: str, type_: str) -> None:
    assert type_ not in types(findings_of, text)
