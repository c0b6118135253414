from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import onrecord as package
from onrecord.store import SQLiteStore

Call = Callable[..., Any]


def lines(ran: Any) -> list[dict[str, Any]]:
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_all_there_is_comes_as_added_with_the_contracts_line(onrecord: Call, record: Path) -> None:
    told = lines(onrecord("changes", record, "--since", 0, "--min-confidence", "everything"))
    assert {line["change"] for line in told} == {"added"}
    assert [line["number"] for line in told] == sorted(line["number"] for line in told)
    assert told[0]["now"]["kind"] == "document" and "text" not in told[0]["now"]
    assert {line["kind"] for line in told} == {"document", "statement", "event"}
    assert all(line["now"].get("id", line["doc"]) == line["id"] for line in told)


def test_the_number_in_the_state_file_makes_the_next_run_tell_only_what_is_new(
    onrecord: Call, record: Path, tmp_path: Path
) -> None:
    state = tmp_path / "desk.state"
    first = onrecord("changes", record, "--state", state)
    assert lines(first) and lines(onrecord("changes", record, "--state", state)) == []
    with package.open(record) as opened:
        entry = next(iter(opened.events()))
        opened.judge(entry.id, "reject", by="me", made="2021-05-01")
    ran = onrecord("changes", record, "--state", state)
    assert [(line["change"], line["id"], line["cause"]) for line in lines(ran)] == [("withdrawn", entry.id, "judged")]
    assert lines(onrecord("changes", record, "--state", state)) == []


def test_a_forgotten_page_is_withdrawn_with_all_on_it_and_none_of_its_words(onrecord: Call, record: Path) -> None:
    last = lines(onrecord("changes", record, "--since", 0))[-1]["number"]
    with SQLiteStore(record) as store:
        doc = next(row.doc for row in store.documents() if row.path == "meeting.txt")
        last = store.changes.last()
        store.forget(doc, "2021-05-01")
    ran = onrecord("changes", record, "--since", last)
    assert {(line["change"], line["cause"], line["doc"]) for line in lines(ran)} == {("withdrawn", "forgotten", doc)}
    assert "agreement" not in ran.out
    assert f"go on with --since {last + 2}" in ran.err


def test_an_entry_that_falls_below_the_floor_is_withdrawn(onrecord: Call, record: Path) -> None:
    with package.open(record) as opened:
        entry, last = next(iter(opened.events())), opened.last_change()
        opened.judge(entry.id, "correct", by="me", made="2021-05-01", fields={"confidence": 0.1})
    [line] = lines(onrecord("changes", record, "--since", last))
    assert (line["change"], line["cause"]) == ("withdrawn", "confidence")
    [line] = lines(onrecord("changes", record, "--since", last, "--min-confidence", "everything"))
    assert (line["change"], line["now"]["confidence"]) == ("changed", 0.1)


def test_a_wrong_number_or_file_is_told(onrecord: Call, record: Path, tmp_path: Path) -> None:
    assert "the record's last change has the number" in onrecord("changes", record, "--since", 10_000).err
    (tmp_path / "odd").write_text("words")
    ran = onrecord("changes", record, "--state", tmp_path / "odd")
    assert ran.code == 2 and "holds no number" in ran.err
    assert onrecord("changes", record, "--since", 1, "--state", tmp_path / "odd").code == 2
