"""The nouns that are words of a frame, and what hangs on them."""

from __future__ import annotations

import pytest

from onrecord.schema import Event
from tests.find.conftest import FindingsOf


def sides(event: Event) -> tuple[list[str], list[str]]:
    return [one.text for one in event.source], [one.text for one in event.target]


@pytest.mark.parametrize(
    ("sentence", "type_", "source", "target"),
    [
        ("The bishop came to the defence of the strikers.", "SUPPORT", ["The bishop"], ["the strikers"]),
        ("The bishop came to the strikers' defence.", "SUPPORT", ["The bishop"], ["the strikers'"]),
        ("The rebels turned their backs on the envoy.", "REJECT", ["The rebels"], ["the envoy"]),
        ("The premier said no to Sudland.", "REJECT", ["The premier"], ["Sudland"]),
        ("Sudland walked away from the talks with Norland.", "REJECT", ["Sudland"], ["Norland"]),
    ],
)
def test_what_hangs_on_a_noun_of_the_frame_is_a_side(
    findings_of: FindingsOf, sentence: str, type_: str, source: list[str], target: list[str]
) -> None:
    (event,) = [one for one in findings_of(sentence).events if one.type == type_]
    assert sides(event) == (source, target)


@pytest.mark.parametrize(
    ("sentence", "type_", "source", "target"),
    [
        ("The raid drew criticism from Sudland.", "ACCUSE", ["Sudland"], []),
        ("The minister faced anger from farmers.", "ACCUSE", ["farmers"], ["The minister"]),
        ("The ministry came in for criticism from Sudland.", "ACCUSE", ["Sudland"], ["The ministry"]),
        ("The premier won praise from Sudland.", "SUPPORT", ["Sudland"], ["The premier"]),
        ("The minister came under pressure from farmers to resign.", "REQUEST", ["farmers"], ["The minister"]),
        ("Pressure is growing on the minister to resign.", "REQUEST", [], ["the minister"]),
    ],
)
def test_who_meets_with_blame_praise_or_pressure_is_its_target(
    findings_of: FindingsOf, sentence: str, type_: str, source: list[str], target: list[str]
) -> None:
    (event,) = [one for one in findings_of(sentence).events if one.type == type_]
    assert sides(event) == (source, target)


def test_the_owner_of_his_own_weight_is_no_target(findings_of: FindingsOf) -> None:
    (event,) = findings_of("Novak threw his weight behind Lind.").events
    assert sides(event) == (["Novak"], ["Lind"])


def test_what_is_asked_by_a_motion_is_demanded(findings_of: FindingsOf) -> None:
    found = findings_of("The opposition filed a motion to suspend Novak.").events
    assert ("SANCTION", "demanded") in [(one.type, one.status) for one in found]
