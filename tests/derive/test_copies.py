from __future__ import annotations

import random
import runpy
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.derive import Archive
from onrecord.derive.copies import alike, copies
from onrecord.derive.shingles import shingles
from onrecord.schema import Findings

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
page = made.page


def prose(seed: int, many: int = 240) -> list[str]:
    dice = random.Random(seed)
    return [f"w{dice.randrange(3000)}" for _ in range(many)]


def edited(words: list[str], share: float) -> list[str]:
    dice = random.Random(7)
    return [f"x{dice.randrange(3000)}" if dice.random() < share else word for word in words]


def relation(first: list[str], second: list[str]) -> str | None:
    found = list(alike([shingles(first), shingles(second)]))
    return found[0][2].relation if found else None


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (prose(1), "identical"),
        (prose(1)[:144], "truncated"),
        (prose(1)[:72], "truncated"),
        (prose(2) + prose(1) + prose(3), "embeds"),
        (edited(prose(1), 0.15), "edited"),
        (prose(1)[:60] + prose(2), None),
        (prose(2), None),
        (prose(1)[:3], None),
    ],
    ids=[
        "whole",
        "60 %",
        "30 %",
        "inside another",
        "15 % of its words",
        "a background paragraph",
        "another",
        "too short",
    ],
)
def test_a_copy_is_known_by_what_it_kept(second: list[str], expected: str | None) -> None:
    assert relation(prose(1), second) == expected


def test_a_page_with_hundreds_of_copies_is_compared_with_few() -> None:
    texts = [shingles([*prose(1), *prose(number, 20)]) for number in range(2, 202)]
    assert len(list(alike(texts))) <= 2 * len(texts)


def test_the_earlier_page_is_the_original(archive: Callable[[Sequence[Findings]], Archive]) -> None:
    words = " ".join(prose(1))
    late, early = page(words, day=date(2021, 3, 9)), page(words, "News", day=date(2021, 3, 2))
    [row] = copies(archive([late, early]))
    assert (row.original, row.copy) == (early.document.doc, late.document.doc)
