"""What is taken over from an earlier run is what would be made now."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from storyset_read import load

from onrecord.api import default_pipeline
from onrecord.derive import derive
from onrecord.derive.judged import APART, fields_of
from onrecord.derive.kept import Keeper
from onrecord.read import read
from onrecord.schema import DERIVED, Done, Findings, Happening, Judgement, Story
from onrecord.store import MemoryStore, SQLiteStore, Store
from onrecord.store.derivations import Standing, packed

FLOOR = 0.5


@pytest.fixture(scope="module")
def pages() -> list[Findings]:
    """The pages of two quarrels: with copies, undated pages, people met on several pages, positions and disputes."""
    pipeline = default_pipeline()
    tales = [tale for tale in load(part="tune") if tale.name in ("dam", "truce")]
    return [pipeline.process(read(told.page())) for tale in tales for told in tale.pages]


@pytest.fixture(params=("memory", "file"))
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Makes empty records of one kind."""
    made: list[SQLiteStore] = []

    def make() -> Store:
        if request.param == "memory":
            return MemoryStore()
        made.append(SQLiteStore(tmp_path / f"{len(made)}.onrecord"))
        return made[-1]

    yield make
    for store in made:
        store.close()


def put(store: Store, pages: Sequence[Findings], rules: str = "f1") -> None:
    for one in pages:
        store.put(one, [Done(one.document.doc, "page", rules, "found")])


def rows(store: Store) -> dict[str, list[str]]:
    """All derived rows, word for word and in their order."""
    return {name: [packed(row) for row in store.derivations.rows(kind)] for name, kind in DERIVED.items()}


def at_once(fresh: Callable[[], Store], pages: Sequence[Findings]) -> dict[str, list[str]]:
    store = fresh()
    put(store, pages)
    derive(store, FLOOR)
    return rows(store)


@pytest.mark.parametrize("seed", range(3))
def test_pages_derived_in_batches_of_any_order_give_the_rows_of_all_at_once(
    fresh: Callable[[], Store], pages: list[Findings], seed: int
) -> None:
    whole = at_once(fresh, pages)
    assert all(whole[kind] for kind in ("Copy", "Story", "Happening", "Bounds", "Position", "Dispute", "Weighed"))
    shuffled = random.Random(seed).sample(pages, len(pages))
    store = fresh()
    for start, end in ((0, 20), (20, 33), (33, len(pages))):
        put(store, shuffled[start:end])
        derive(store, FLOOR)
    assert rows(store) == whole


def test_a_page_read_anew_and_a_judgement_change_the_rows_as_if_they_had_been_there_from_the_start(
    fresh: Callable[[], Store], pages: list[Findings]
) -> None:
    poorer = [replace(one, events=one.events[1:]) for one in pages[:4]]
    store = fresh()
    put(store, [*poorer, *pages[4:]])
    derive(store, FLOOR)
    put(store, pages[:4], "f2")
    derive(store, FLOOR)
    assert rows(store) == at_once(fresh, pages)
    told = next(row for row in store.derivations.rows(Happening) if row.reports > 1)
    first, second = told.entries[:2]
    store.judge(Judgement(first, told.docs[0], "merge", "me", "2021", fields=fields_of(APART, second)))
    derive(store, FLOOR)
    assert not any({first, second} <= set(row.entries) for row in store.derivations.rows(Happening))
    other = fresh()
    put(other, pages)
    other.judge(*store.judgements())
    derive(other, FLOOR)
    assert rows(store) == rows(other)


def test_a_part_that_is_made_of_the_same_is_not_made_again() -> None:
    store = MemoryStore()
    made: list[str] = []

    def of(text: str) -> Callable[[], list[str]]:
        return lambda: made.append(text) or [text]  # type: ignore[func-returns-value]

    for text, rules in (("one", "r1"), ("one", "r1"), ("two", "r1"), ("two", "r2")):
        keeper = Keeper(store.derivations, "things", rules)
        assert keeper.value("a", (text,), of(text)) == [text]
        store.derivations.put("step", "f", [], [keeper.parts()])
    assert made == ["one", "two", "two"]


def test_what_nobody_asks_for_again_is_dropped_unless_it_is_of_a_page() -> None:
    store = MemoryStore()
    for asked in (("page", "group", "other"), ("other",)):
        keeper = Keeper(store.derivations, "things", "r1", pages={"page"})
        for name in asked:
            keeper.value(name, (), lambda: 1)
        store.derivations.put("step", "f", [], [keeper.parts()])
    assert sorted(store.derivations.digests("things")) == ["other", "page"]


def test_rows_that_stand_are_named_and_not_made() -> None:
    store = MemoryStore()
    row = Story(id="s", level="story", story="s", title="Dam")
    for _ in range(2):
        keeper = Keeper(store.derivations, "stories", "r1")
        found = list(keeper.rows("s", ("same",), lambda: [row]))
        store.derivations.put("step", "f", found, [keeper.parts()])
    assert found == [Standing(Story, "s")]
    assert store.derivations.rows(Story) == [row]
