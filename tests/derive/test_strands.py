"""How strands of pages make up a story."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.derive import Card, derive
from onrecord.derive.features import names
from onrecord.derive.strands import joined
from onrecord.derive.vectors import Vectors
from onrecord.schema import Findings, Happening, Story
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
Fill = Callable[[Sequence[Findings]], MemoryStore]

QUARREL = {"arvonia": 4.0, "corvo": 3.0, "bresk": 2.0}
OTHER = {"lumenia": 4.0, "tarn": 3.0}


WORDS = {"border": 2.0, "lorry": 2.0}


def together(
    first: date | None,
    second: date | None,
    theirs: dict[str, float] = QUARREL,
    words: dict[str, float] = WORDS,
) -> bool:
    cards = [Card(str(at), at, None, None, day, day) for at, day in enumerate((first, second))]
    return len(joined([[0], [1]], cards, [QUARREL, theirs], Vectors([WORDS, words]))) == 1


@pytest.mark.parametrize(
    ("second", "theirs", "one"),
    [
        (date(2021, 6, 1), QUARREL, True),
        (date(2021, 6, 1), OTHER, False),
        (date(2024, 6, 1), QUARREL, False),
        (None, QUARREL, False),
    ],
    ids=["after months", "other names", "after years", "a day unknown"],
)
def test_strands_that_name_the_same_within_half_a_year_are_one_story(
    second: date | None, theirs: dict[str, float], one: bool
) -> None:
    assert together(date(2021, 3, 2), second, theirs) is one


def test_strands_without_a_word_in_common_are_two_stories() -> None:
    first, second = date(2021, 3, 2), date(2021, 4, 2)
    assert together(first, second)
    assert not together(first, second, words={"vaccine": 2.0, "ward": 1.0})


def test_a_sentence_begins_with_a_capital_letter_that_makes_no_name() -> None:
    text = "Fishing stopped. Boats from Arvonia lay idle, and Arvonia waited. “Nets are dear,” said Ada Roy."
    assert names(made.page(text).document) == {"arvonia": 2.0, "ada": 1.0, "roy": 1.0}


def test_a_quarrel_of_months_is_one_story_whose_happenings_name_it(filled: Fill) -> None:
    dam = "Workers poured concrete for the dam at Orlan while Arvonia warned Corvo of a dry summer in the valley."
    toll = "A new toll for lorries was set at Orlan, and traders said Arvonia punished Corvo with every invoice."
    pages = [
        made.page(dam, "Dam grows", day=date(2021, 3, 2), acts=[("THREATEN", "Arvonia", "warned", "Corvo")]),
        made.page(toll, "Lorries pay", day=date(2021, 6, 2), acts=[("SANCTION", "Arvonia", "punished", "Corvo")]),
    ]
    store = filled(pages)
    derive(store, 0.0)
    rows = store.derivations.rows(Story)
    [story] = [row for row in rows if row.level == "story"]
    episodes = [row for row in rows if row.level == "episode"]
    assert story.pages == 2 and {row.story for row in episodes} == {story.id}
    assert len({row.strand for row in episodes}) == 2
    assert {row.story for row in store.derivations.rows(Happening)} == {story.id}
