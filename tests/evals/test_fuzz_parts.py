from __future__ import annotations

import random

import fuzz_parts
import pytest


@pytest.mark.parametrize("part", sorted(fuzz_parts.PARTS))
def test_odd_text_neither_crashes_a_part_nor_gives_what_does_not_hold(part: str) -> None:
    failures = [
        f"{part} {number}: {wrong}"
        for number in range(40)
        if (wrong := fuzz_parts.fails(fuzz_parts.PARTS[part], fuzz_parts.text_of(random.Random(f"{part}:{number}"))))
    ]
    assert failures == []


def test_a_failure_is_told() -> None:
    def broken(text: str) -> None:
        assert text == ""

    assert fuzz_parts.fails(broken, "") == "" and "AssertionError" in fuzz_parts.fails(broken, "x")
