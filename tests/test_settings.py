from __future__ import annotations

import pytest

from onrecord.errors import UsageError
from onrecord.settings import MIN_CONFIDENCE, SETTINGS, confidence_floor, help_of


def test_a_floor_is_a_name_or_a_number() -> None:
    assert confidence_floor("balanced") == MIN_CONFIDENCE["balanced"]
    assert confidence_floor("0.25") == 0.25


@pytest.mark.parametrize("value", ["high", "1.1", "-0.5", "nan", ""])
def test_any_other_floor_is_refused_with_what_there_is(value: str) -> None:
    with pytest.raises(UsageError, match="balanced, precise, or a number from 0 to 1"):
        confidence_floor(value)


def test_every_setting_has_a_help_that_says_something() -> None:
    assert all(help_of(setting.name).endswith(".") for setting in SETTINGS)
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)


def test_precise_asks_for_more_than_balanced() -> None:
    assert MIN_CONFIDENCE["everything"] < MIN_CONFIDENCE["balanced"] < MIN_CONFIDENCE["precise"]
