"""``derive``, and the lists that it makes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.schema import Known, Passage, Story
from onrecord.store import SQLiteStore

Call = Callable[..., Any]


def rows(call: Call, *arguments: object) -> list[dict[str, Any]]:
    ran = call(*arguments, "--format", "jsonl")
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_list_of_a_record_that_was_never_derived_says_what_to_run(onrecord: Call, record: Path) -> None:
    ran = onrecord("stories", record)
    assert ran.code == 2 and f"onrecord derive {record}" in ran.err


def test_derive_tells_what_it_made_and_that_nothing_changed(onrecord: Call, record: Path) -> None:
    assert "stories" in onrecord("derive", record).err
    assert "stories: as before" in onrecord("derive", record).err


def test_a_story_names_its_pages_and_headlines(onrecord: Call, record: Path) -> None:
    onrecord("derive", record)
    listed = rows(onrecord, "stories", record, "--level", "story")
    assert [row["title"] for row in listed] == ["Norland denies shelling", "Talks in Midtown"]
    assert [row["passages"][0]["text"] for row in listed] == [row["title"] for row in listed]
    assert all(row["docs"] and row["story"] == row["id"] for row in listed)


def test_a_timeline_shows_each_happening_with_its_passages(onrecord: Call, record: Path) -> None:
    onrecord("derive", record)
    listed = rows(onrecord, "timeline", record)
    shelling = next(row for row in listed if row["whom"] == "Eastport")
    assert shelling["passages"][0]["text"] == "Norland shelled Eastport on the same day, a witness saw."
    assert (shelling["reports"], shelling["independent_sources"], len(shelling["entries"])) == (1, 1, 1)


@pytest.mark.parametrize(
    ("options", "whoms"),
    [
        (["--actor", "Eastport"], {"Eastport"}),
        (["--dyad", "Sudland", "NOR"], {"Norland"}),
        (["--dyad", "Sudland", "Eastport"], set()),
        (["--issue", "witness saw"], {"Eastport"}),
        (["--story", "0000"], set()),
        (["--as-known-on", "2021-03-10"], set()),
        (["--as-known-on", "2021-03-11"], {"Eastport", "Westport", "Norland"}),
    ],
)
def test_a_timeline_is_narrowed(onrecord: Call, record: Path, options: list[str], whoms: set[str]) -> None:
    onrecord("derive", record)
    assert {row["whom"] for row in rows(onrecord, "timeline", record, *options)} == whoms


def test_tables_and_csv_hold_the_same_rows(onrecord: Call, record: Path) -> None:
    onrecord("derive", record)
    many = len(rows(onrecord, "timeline", record))
    assert len(onrecord("timeline", record, "--format", "csv").out.splitlines()) == many + 1
    assert len(onrecord("timeline", record).out.splitlines()) == many + 1
    assert len(onrecord("stories", record).out.splitlines()) == 5


def test_an_odd_day_is_told(onrecord: Call, record: Path) -> None:
    onrecord("derive", record)
    ran = onrecord("timeline", record, "--as-known-on", "soon")
    assert ran.code == 2 and "write it as 2021-03-09" in ran.err


def test_a_judgement_on_two_entries_is_told_to_ask_for_derive(onrecord: Call, record: Path) -> None:
    onrecord("derive", record)
    one, other = [row["entries"][0] for row in rows(onrecord, "timeline", record) if row["type"] == "ASSAULT"][:2]
    assert len(rows(onrecord, "timeline", record)) == 4
    assert "onrecord derive" in onrecord("same", record, one[:8], other[:8], "--why", "seen").err
    onrecord("derive", record)
    assert sorted(row["reports"] for row in rows(onrecord, "timeline", record) if row["type"] == "ASSAULT") == [1, 2]
    assert onrecord("same", record, one, other, "--apart", "--free").code == 2
    assert onrecord("same", record, one, "0000000000").code == 2


def test_lists_of_entries_have_reports_once_the_record_was_derived(onrecord: Call, record: Path) -> None:
    assert {row["reports"] for row in rows(onrecord, "events", record)} == {None}
    onrecord("derive", record)
    assert {(row["reports"], row["independent_sources"]) for row in rows(onrecord, "events", record)} == {(1, 1)}


def test_verify_checks_derived_rows_as_long_as_they_are_up_to_date(onrecord: Call, record: Path) -> None:
    onrecord("derive", record)
    assert onrecord("verify", record).out == ""
    with SQLiteStore(record) as store:
        made = store.derivations.made()["3 stories"]
        stray = Passage(store.documents()[0].doc, 5, 99_999)
        row = Story(
            id="s", docs=(stray.doc,), entries=("e" * 16,), passages=(stray,), level="story", story="s", title=""
        )
        store.derivations.put("3 stories", made, [row])
    told = onrecord("verify", record).out
    assert "story s names the passage 5:99999" in told and "story s rests on an entry" in told
    with SQLiteStore(record) as store:
        store.derivations.put("3 stories", "older", [row])
    assert onrecord("verify", record).out == ""


def test_copies_and_utterances_are_listed(onrecord: Call, record: Path) -> None:
    onrecord("derive", record)
    assert rows(onrecord, "copies", record) == [] and rows(onrecord, "utterances", record, "--speaker", "Norland") == []


def test_what_pages_teach_each_other_is_listed_and_stands_in_why(onrecord: Call, record: Path) -> None:
    onrecord("derive", record)
    assert rows(onrecord, "actors", "together", record) == []
    with SQLiteStore(record) as store:
        entry = next(iter(store.statements()))
        row = Known(
            id="0123456789abcdef", entries=(entry.id,), docs=(entry.doc,), passages=(Passage(entry.doc, 0, 7),),
            actor="doc:moor", name="Moor", about="same", value="doc:ida-moor", shown="Ida Moor", pages=2, sources=1,
            why="a name of which these pages know one bearer",
        )  # fmt: skip
        store.derivations.put("2 actors", store.derivations.made()["2 actors"], [row])
    [line] = rows(onrecord, "actors", "together", record, "--actor", "Ida Moor")
    assert (line["kind"], line["value"], line["passages"][0]["text"]) == ("known", "doc:ida-moor", "Norland")
    assert rows(onrecord, "actors", "together", record, "--actor", "Somebody") == []
    shown = onrecord("why", record, entry.id).out
    assert "Moor is Ida Moor: a name of which these pages know one bearer (2 pages, no known day)" in " ".join(
        shown.split()
    )
