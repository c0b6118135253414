from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf

Shown = tuple[float | None, float | None, float | None, str, str]


@pytest.mark.parametrize(
    ("sentence", "trigger", "shown"),
    [
        ("Rebels killed at least 12 soldiers near Berov.", "killed", [(None, 12, None, "dead", "at least 12")]),
        ("Between 12 and 15 people were killed in Berov.", "killed", [(None, 12, 15, "dead", "Between 12 and 15")]),
        ("Rebels killed nine men and a boy.", "killed", [(9, None, None, "dead", "nine")]),
        ("Police arrested dozens of students.", "arrested", [(None, 24, None, "arrested", "dozens")]),
        ("Two journalists were detained by police.", "detained", [(2, None, None, "arrested", "Two")]),
        ("Gunmen shot dead three men in Berov.", "shot", [(3, None, None, "dead", "three")]),
        ("Thousands of villagers marched in Berov.", "marched", [(None, 2000, None, "people", "Thousands")]),
        ("The army sent 1,200 troops to the border.", "sent", [(1200, None, None, "people", "1,200")]),
        ("Norland pledged $3.6 million in aid to Sudland.", "pledged", [(3.6e6, None, None, "money", "3.6 million")]),
        ("Norland gave Sudland a loan of 20 million euros.", "gave", [(2e7, None, None, "money", "20 million")]),
        (
            "The attack on a church left four dead and at least nine wounded.",
            "attack",
            [(4, None, None, "dead", "four"), (None, 9, None, "injured", "at least nine")],
        ),
        ("Rebels shelled two villages.", "shelled", []),
        ("Norland accused Sudland of 12 breaches.", "accused", []),
    ],
)  # fmt: skip
def test_a_number_belongs_to_its_act_with_unit_and_bounds(
    findings_of: FindingsOf, sentence: str, trigger: str, shown: list[Shown]
) -> None:
    (event,) = [one for one in findings_of(sentence).events if trigger in one.trigger.text]
    assert [(one.value, one.low, one.high, one.unit, one.text) for one in event.figures] == shown
    assert all(sentence[one.start : one.end] == one.text for one in event.figures)
