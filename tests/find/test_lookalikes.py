"""Words that look like an act and are none, or are another's."""

from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The army halted its offensive.", ["RETREAT"]),
        ("The army halted the shelling.", ["RETREAT"]),
        ("The army halted the rebel offensive.", []),
        ("The army stopped Norland's offensive.", []),
    ],
)
def test_who_halts_anothers_advance_does_not_retreat(findings_of: FindingsOf, text: str, types: list[str]) -> None:
    assert [one.type for one in findings_of(text).events] == types


def test_what_a_push_is_for_threatens_nobody(findings_of: FindingsOf) -> None:
    found = findings_of("The rebels said they had begun a push to capture Sudan's port.")
    assert "THREATEN" not in [one.type for one in found.events]
    found = findings_of("The rebels said they would capture Sudan's port.")
    assert "THREATEN" in [one.type for one in found.events]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The minister blamed the attack on the rebels.", ["ACCUSE"]),
        ("The driver's car blew up.", []),
        ("The soldiers' lorry was freed from the mud.", []),
        ("The council listed six Kenyan firms freed from restrictions.", []),
        ("The envoy got a letter signed by 50 senators.", []),
        ("The minister declined to reveal the sum.", []),
        ("The envoy arrived back in Kenya.", []),
        ("Kenyan soldiers served in Sudan.", []),
        ("Kenya released its envoy of his duties.", []),
        ("Kenya summoned its ambassador for talks.", []),
        ("Kenya summoned Sudan's ambassador.", ["ACCUSE"]),
        ("The envoy arrived in Kenya.", ["CONSULT"]),
    ],
)
def test_what_is_blamed_freed_signed_or_kept_back(findings_of: FindingsOf, text: str, types: list[str]) -> None:
    assert [one.type for one in findings_of(text).events] == types


def test_a_second_object_far_from_its_verb_is_not_the_verbs(findings_of: FindingsOf) -> None:
    text = (
        "Lind has kept control of the capital despite severe fuel shortages and rebel advances backed since March by "
        "Western air strikes, helicopter attacks and naval bombardments."
    )
    assert not [one for one in findings_of(text).events if "Lind" in [party.text for party in one.source]]
