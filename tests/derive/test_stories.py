from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

from onrecord.derive import Card, derive
from onrecord.derive.linkage import Scores
from onrecord.derive.stories import near_in_time
from onrecord.derive.vectors import Vectors
from onrecord.schema import Findings, Story
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
Fill = Callable[[Sequence[Findings]], MemoryStore]

MINE = "The copper mine at Bresk fell in and the miners of Bresk waited for help from Lumen Tarrow, the mayor."
AGAIN = "Lumen Tarrow said the copper mine at Bresk would close, and the miners went home in rain and wind."
FERRY = "A white ferry opened a new line to Corvo with flags and a brass band while passengers cheered on deck."


def stories(store: MemoryStore, level: str = "story") -> list[Story]:
    derive(store, 0.0)
    return [row for row in store.derivations.rows(Story) if row.level == level]


def test_pages_of_one_matter_are_one_story_with_a_headline_of_its_own(filled: Fill) -> None:
    told = (MINE, "Mine falls in"), (AGAIN, "Mine to close"), (FERRY, "Ferry")
    pages = [made.page(text, title, day=date(2021, 3, 2 + at)) for at, (text, title) in enumerate(told)]
    rows = stories(filled(pages))
    assert [(row.title, row.pages) for row in rows] == [("Mine falls in", 2), ("Ferry", 1)]
    assert rows[0].passages[0].start == 0 and rows[0].passages[0].end == len("Mine falls in")


def test_pages_close_in_time_are_one_story_more_readily_than_such_as_lie_far_apart() -> None:
    def card(doc: str, day: date | None) -> Card:
        return Card(doc, 0, None, None, day, day)

    first = date(2021, 3, 2)
    days = [first, first + timedelta(days=2), first + timedelta(days=400), None]
    cards = [card(str(at), one) for at, one in enumerate(days)]
    near = near_in_time(Scores.of({(0, 1): 0.2, (0, 2): 0.2, (0, 3): 0.2}), cards)
    assert near[0, 1] > 1.5 * near[0, 2] and near[0, 2] == near[0, 3] == 0.2


def test_each_page_is_in_one_episode_of_its_story(filled: Fill) -> None:
    store = filled(
        [made.page(text, str(at), day=date(2021, 3, 2 + at)) for at, text in enumerate((MINE, AGAIN, FERRY))]
    )
    inside = sorted(doc for row in stories(store, "episode") for doc in row.docs)
    assert inside == sorted(doc for row in stories(store) for doc in row.docs) and len(inside) == 3
    assert {row.story for row in stories(store, "episode")} == {row.id for row in stories(store)}


def test_names_tell_two_thefts_apart() -> None:
    one, other = {"theft": 1.0, "police": 1.0, "lohan": 2.0}, {"theft": 1.0, "police": 1.0, "reid": 2.0}
    vectors = Vectors([one, {"theft": 1.0, "lohan": 2.0}, other, {"theft": 1.0, "reid": 2.0}])
    assert vectors.cosine(0, 1) > 2 * vectors.cosine(0, 3)
    assert vectors.scores()[0, 1] == vectors.cosine(0, 1)
