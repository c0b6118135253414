"""What every store must do with derived rows; run for each of them."""

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.schema import Copy, Counted, Happening, Passage, Report, Story
from onrecord.store import MemoryStore, SQLiteStore, Store
from onrecord.store.derivations import Part, Parts, Standing

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
fill, collection = made.fill, made.collection


def story(name: str, *docs: str) -> Story:
    passages = tuple(Passage(doc, 0, 3) for doc in docs)
    return Story(
        id=name, docs=docs, passages=passages, level="story", story=name, title=name, earliest=date(2021, 3, 2)
    )


def happening() -> Happening:
    return Happening(
        id="h", entries=("e1", "e2"), docs=("d1", "d2"), passages=(Passage("d1", 4, 9),), type="ASSAULT", story="s",
        who="Ada Roy", whom="", what="shelled", actors=("t:Ada Roy",), score=0.5,
        figures=(Counted("e1", "d1", "dead", 12.0, None, None, 4, 6),),
        reported=(Report("e1", "d1", "actual", "outlet", 0.5, "word"),),
    )  # fmt: skip


def test_derived_rows_come_back_whole_and_in_their_order(store: Store) -> None:
    rows = [story("s2", "d2"), happening(), story("s1", "d1", "d3")]
    store.derivations.put("stories", "f1", rows)
    assert store.derivations.rows(Story) == [rows[0], rows[2]]
    assert store.derivations.rows(Happening) == [rows[1]]
    assert store.derivations.rows(Copy) == []
    assert store.derivations.made() == {"stories": "f1"}


def test_the_words_of_passages_are_not_kept_twice(store: Store) -> None:
    worded = Story(id="s", docs=("d",), passages=(Passage("d", 0, 5, "Hello"),), level="story", story="s", title="")
    store.derivations.put("stories", "f1", [worded])
    assert store.derivations.rows(Story)[0].passages == (Passage("d", 0, 5),)


def test_rows_of_a_step_give_way_to_its_next_ones_and_others_stay(store: Store) -> None:
    store.derivations.put("1 stories", "f1", [story("s1", "d1"), story("s2", "d2")])
    store.derivations.put("2 happenings", "f1", [happening()])
    store.derivations.put("1 stories", "f2", [story("s3", "d1"), story("s2", "d2", "d4")])
    assert store.derivations.rows(Story) == [story("s3", "d1"), story("s2", "d2", "d4")]
    assert [row.id for row in store.derivations.rows(Story, docs=["d4"])] == ["s2"]
    assert len(store.derivations.rows(Happening)) == 1
    assert store.derivations.made() == {"1 stories": "f2", "2 happenings": "f1"}


def test_a_row_that_stands_keeps_its_words_and_takes_its_new_place(store: Store) -> None:
    store.derivations.put("all", "f1", [story("s1", "d1"), story("s2", "d2"), happening()])
    store.derivations.put("all", "f2", [story("s3", "d3"), Standing(Story, "s2"), Standing(Story, "s1")])
    assert store.derivations.rows(Story) == [story("s3", "d3"), story("s2", "d2"), story("s1", "d1")]
    assert store.derivations.rows(Happening) == []
    with pytest.raises(KeyError):
        store.derivations.put("all", "f3", [Standing(Story, "s9")])


def test_two_rows_of_one_id_stand_both(store: Store) -> None:
    both = [story("s1", "d1"), story("s1", "d2")]
    store.derivations.put("all", "f1", both)
    store.derivations.put("all", "f2", [Standing(Story, "s1"), Standing(Story, "s1")])
    assert store.derivations.rows(Story) == both


def test_parts_are_kept_with_their_digests_until_they_are_gone(store: Store) -> None:
    parts = Parts("terms", {"d1": Part("a", "[1]"), "d2": Part("b", "[2]")})
    store.derivations.put("all", "f1", [], [parts])
    assert store.derivations.digests("terms") == {"d1": "a", "d2": "b"}
    store.derivations.put("all", "f2", [], [Parts("terms", {"d1": Part("c", "[3]")}, ["d2"])])
    assert store.derivations.digests("terms") == {"d1": "c"} and store.derivations.part("terms", "d1") == "[3]"
    with pytest.raises(KeyError):
        store.derivations.part("terms", "d2")


def test_rows_are_found_by_id_by_document_and_by_entry(store: Store) -> None:
    store.derivations.put("all", "f1", [story("s1", "d1"), story("s2", "d2"), happening()])
    find = store.derivations.rows
    assert [row.id for row in find(Story, ids=["s2", "s9"])] == ["s2"]
    assert [row.id for row in find(Story, docs=["d1", "d9"])] == ["s1"]
    assert [row.id for row in find(Happening, entries=["e2"])] == ["h"]
    assert find(Happening, entries=["e9"]) == [] and find(Story, ids=["s1"], docs=["d2"]) == []
    assert find(Story, ids=[]) == []


def test_forgetting_a_document_takes_what_was_derived_since_other_rows_may_carry_its_words(store: Store) -> None:
    pages = collection()
    fill(store, pages)
    first, second = pages[0].document.doc, pages[1].document.doc
    parts = Parts("terms", {second: Part("a", "[1]")})
    store.derivations.put("stories", "f1", [story("s1", first, second), story("s2", second)], [parts])
    assert store.forget(first, "2021-05-01T00:00:00Z")
    assert store.derivations.rows(Story) == [] and store.derivations.made() == {}
    assert store.derivations.digests("terms") == {}


def test_the_text_of_a_page_is_had_without_its_findings(store: Store) -> None:
    pages = collection()
    fill(store, pages)
    assert [store.text(one.document.doc) for one in pages] == [one.document.text for one in pages]
    assert store.text("0" * 16) is None


def test_derived_rows_outlive_the_program_in_a_file(tmp_path: Path) -> None:
    with SQLiteStore(tmp_path / "a.onrecord") as store:
        store.derivations.put("stories", "f1", [story("s1", "d1")])
    with SQLiteStore(tmp_path / "a.onrecord", write=False) as store:
        assert store.derivations.rows(Story) == [story("s1", "d1")]
    assert MemoryStore().derivations.rows(Story) == []
