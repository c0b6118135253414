"""Following a record: what changed after a number; the same for every store."""

from __future__ import annotations

import json
import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.errors import UsageError
from onrecord.schema import ActorJudgement, Done, Findings, Judgement
from onrecord.store import MemoryStore, SQLiteStore, Store
from onrecord.store.changelog import Noted

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
page, done, fill, collection = made.page, made.done, made.fill, made.collection


def since(store: Store, number: int) -> list[Noted]:
    found = list(store.changes.since(number))
    assert [one.number for one in found] == sorted({one.number for one in found})
    return found


def talk() -> Findings:
    found: Findings = page("a.txt", [("Ada Roy", "the road is shut"), ("Ben Okoro", "it is open")])
    return found


def test_everything_is_told_once_in_the_order_of_its_last_change(store: Store) -> None:
    assert store.changes.last() == 0 and since(store, 0) == []
    found = talk()
    fill(store, [found, found])
    assert [(one.kind, one.id, one.cause) for one in since(store, 0)] == [
        ("document", found.document.doc, "read"),
        *[("statement", one.id, "read") for one in found.statements],
    ]
    assert store.changes.last() == 3
    assert since(store, 3) == []
    assert [one.id for one in since(store, 2)] == [found.statements[1].id]


def test_a_page_read_anew_tells_what_is_other_and_what_is_gone(store: Store) -> None:
    found = talk()
    fill(store, [found])
    first, second = found.statements
    other = replace(found, statements=(replace(first, attitude="thinks"),))
    store.put(other, [Done(found.document.doc, "page", "f2", "found")])
    told = since(store, 3)
    assert [(one.id, one.is_gone, one.first) for one in told] == [(first.id, False, 2), (second.id, True, 3)]
    assert [one.cause for one in told] == ["read", "read"]


def test_a_revision_withdraws_the_page_before_it_and_names_itself(store: Store) -> None:
    old, new = talk(), page("a.txt", [("Ada Roy", "the road was shut")])
    fill(store, [old])
    last = store.changes.last()
    fill(store, [new])
    told = since(store, last)
    gone = [one for one in told if one.is_gone]
    assert {one.id for one in gone} == {old.document.doc, *(one.id for one in old.statements)}
    assert {(one.cause, one.other) for one in gone} == {("revised", new.document.doc)}
    assert [one.id for one in told if not one.is_gone] == [new.document.doc, new.statements[0].id]


def test_what_is_rejected_is_withdrawn_and_what_is_accepted_again_comes_back(store: Store) -> None:
    found = talk()
    fill(store, [found])
    entry = found.statements[0].id

    def judge(verdict: str, fields: str = "{}") -> list[tuple[str, bool, str]]:
        last = store.changes.last()
        store.judge(Judgement(entry, found.document.doc, verdict, "me", "2021", fields=fields))  # type: ignore[arg-type]
        return [(one.id, one.is_gone, one.cause) for one in since(store, last)]

    assert judge("correct", json.dumps({"attitude": "wants"})) == [(entry, False, "judged")]
    assert judge("accept") == []
    assert judge("reject") == [(entry, True, "judged")]
    assert judge("accept") == [(entry, False, "judged")]


def test_an_actor_renamed_changes_the_entries_that_name_it(store: Store) -> None:
    found = talk()
    fill(store, [found])
    store.judge_actor(ActorJudgement("t:Ada Roy", "rename", "me", "2021", name="Ada Maria Roy"))
    assert [(one.id, one.cause) for one in since(store, 3)] == [(found.statements[0].id, "judged")]


def test_what_is_forgotten_is_withdrawn_and_only_ids_stay(store: Store) -> None:
    found = talk()
    fill(store, [found])
    store.forget(found.document.doc, "2021-05-01", "asked for")
    told = since(store, 3)
    assert {one.id for one in told} == {found.document.doc, *(one.id for one in found.statements)}
    assert {(one.cause, one.digest) for one in told} == {("forgotten", b"")}


def test_a_forgotten_revision_gives_the_page_before_it_back(store: Store) -> None:
    old, new = talk(), page("a.txt", [("Ada Roy", "the road was shut")])
    fill(store, [old, new])
    last = store.changes.last()
    store.forget(new.document.doc, "2021-05-01")
    back = {one.id for one in since(store, last) if not one.is_gone}
    assert back == {old.document.doc, *(one.id for one in old.statements)}


def test_a_number_of_another_record_is_refused(store: Store) -> None:
    fill(store, [talk()])
    with pytest.raises(UsageError, match="the record's last change has the number 3"):
        store.changes.since(4)
    with pytest.raises(UsageError):
        store.changes.since(-1)


def test_both_stores_tell_the_same(tmp_path: Path) -> None:
    pages = [*collection(), page("a.txt", [("Ada Roy", "the road was shut")])]
    with MemoryStore() as memory, SQLiteStore(tmp_path / "r") as file:
        for store in (memory, file):
            fill(store, pages)
            store.sight(pages[0].document.doc, "elsewhere/a.txt")
            store.judge(Judgement(pages[1].statements[0].id, pages[1].document.doc, "reject", "me", "2021"))
        assert since(memory, 0) == since(file, 0)
