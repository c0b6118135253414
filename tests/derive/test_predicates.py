"""What a verb group says will be done, by the subject or with it."""

from __future__ import annotations

import pytest

from onrecord.derive.predicates import taken, undergone


@pytest.mark.parametrize(
    ("clause", "says_no", "rest"),
    [
        ("Corvo is still not ready to reopen the port", True, "reopen the port"),
        ("Corvo was now prepared to pay the crews", False, "pay the crews"),
        ("Corvo did not recognise the court", True, "the court"),
        ("Corvo now accepted joint patrols", False, "joint patrols"),
        ("Corvo turned down the loan", True, "the loan"),
        ("Corvo has lifted its ban", False, "lifted its ban"),
        ("Corvo refuses to share the bank", True, "share the bank"),
        ("Corvo is to withdraw its case", False, "withdraw its case"),
        ("Corvo has no plans to close the port", True, "close the port"),
        ("Corvo had no intention of sending a fleet", True, "sending a fleet"),
        ("Corvo saw no need for mediation", True, "mediation"),
        ("Corvo did not need observers", True, "observers"),
    ],
)
def test_what_the_subject_undertakes(clause: str, says_no: bool, rest: str) -> None:
    found = taken(clause, len("Corvo"), len(clause))
    assert found is not None
    assert (found.says_no, clause[found.start :].strip()) == (says_no, rest)


@pytest.mark.parametrize(
    "clause", ["Corvo will be glad", "Corvo is a republic", "Corvo has seen worse", "Corvo would know the reason"]
)
def test_what_it_is_or_sees_is_no_undertaking(clause: str) -> None:
    assert taken(clause, len("Corvo"), len(clause)) is None


@pytest.mark.parametrize(
    ("thing", "clause", "sign", "says_no"),
    [
        ("The ban", "The ban could be lifted in May", -1, False),
        ("The port", "The port would stay closed", 1, True),
        ("The ban", "The ban remained in force", 1, False),
        ("Milk", "Milk may enter Corvo again", 1, False),
        ("The ban", "The ban will not be dropped", -1, True),
        ("The ban", "The ban is not up for negotiation", 1, False),
        ("The ban", "The ban would come into force in May", 1, False),
        ("A pardon", "A pardon is out of the question", 1, True),
    ],
)
def test_what_is_done_with_a_thing(thing: str, clause: str, sign: int, says_no: bool) -> None:
    found = undergone(clause, len(thing), len(clause))
    assert found is not None
    assert (found.sign, found.says_no) == (sign, says_no)


@pytest.mark.parametrize("clause", ["Corvo will open the port", "Corvo would be praised", "Corvo remained calm"])
def test_who_does_it_undergoes_nothing(clause: str) -> None:
    assert undergone(clause, len("Corvo"), len(clause)) is None
