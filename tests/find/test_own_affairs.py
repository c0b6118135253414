"""Acts that somebody has with nobody else."""

from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The foreign minister of Kenya met reporters.", False),
        ("The foreign minister of Kenya met the premier of Mali.", True),
        ("President Barack Obama will visit Austin, Texas.", False),
        ("President Barack Obama will visit Nairobi.", True),
        ("President Barack Obama spoke to students in Nairobi.", False),
        ("President Barack Obama spoke to the premier of Mali.", True),
        ("You can disagree with Barack Obama.", False),
        ("Kenya celebrated its victory.", False),
    ],
)
def test_talks_with_reporters_and_journeys_at_home_weigh_little(resolved_of: FindingsOf, text: str, kept: bool) -> None:
    assert [one.confidence > 0.46 for one in resolved_of(text).events] in ([kept], [] if not kept else [kept])


def test_whom_a_state_strikes_is_not_its_own_for_the_setting_alone(resolved_of: FindingsOf) -> None:
    text = "Kenya spoke of Mali. In Kenya, Kenya waited for Mali and for Kenya. Kenya’s planes killed nine villagers."
    (killed,) = [one for one in resolved_of(text).events if one.trigger.text == "killed"]
    assert [one.country for one in killed.target] == [None]
