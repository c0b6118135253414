from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Call = Callable[..., Any]


def test_the_types_are_listed_with_quad_class_and_edition(onrecord: Call) -> None:
    ran = onrecord("codebook", "list")
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert len(rows) == 16 and rows[0][:4] == ["AGREE", "Verbal cooperation", "2.5", "03"]
    assert "plover-2.0-draft/" in ran.err


@pytest.mark.parametrize(("part", "count"), [("modes", 67), ("contexts", 37), ("sectors", 32), ("cameo", 313)])
def test_each_part_is_listed_whole(onrecord: Call, part: str, count: int) -> None:
    assert len(onrecord("codebook", "list", part).out.splitlines()) == count


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("coerce", "quad class 4 (material conflict), intensity -7, CAMEO 170"),
        ("cyber", "mode of COERCE"),
        ("cyber", "context\tcyber"),
        ("REB", "sector\tREB"),
        ("1823", "Kill by physical assault\tASSAULT"),
    ],
)
def test_a_name_is_told_wherever_it_stands(onrecord: Call, name: str, words: str) -> None:
    assert words in onrecord("codebook", "show", name).out


def test_a_name_or_part_that_there_is_not_is_a_usage_error(onrecord: Call) -> None:
    assert onrecord("codebook", "show", "wibble").code == 2
    ran = onrecord("codebook", "list", "verbs")
    assert ran.code == 2 and "contexts" in ran.err
