from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cluster import code_units, load, load_by_month, units_of
from onrecord.cluster.parts import is_done, parts_in, read_part, write_part
from onrecord.engines import LoopEngine
from onrecord.errors import RecordError, UsageError
from onrecord.export import jsonl
from onrecord.read import pages
from onrecord.run import Result, State, Task, run
from onrecord.schema import Document, Findings, Sourced
from onrecord.store import MemoryStore
from tests.cli.conftest import findings_of

PRINT = "f" * 16


class Pattern:
    """Finds by pattern; a page that speaks of a defect fails."""

    fingerprint = PRINT

    def process(self, document: Document) -> Findings:
        return findings_of(document)


ENGINE = LoopEngine(Pattern())


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, many in (("b", 7), ("a", 3)):
        lines = [
            {
                "id": f"{name}{number}",
                "text": f'The {name} talks of day {number}.\nNorland said "we shall meet {number}".',
            }
            for number in range(many)
        ]
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n{broken\n", encoding="utf-8")
    (folder / "again.jsonl").write_bytes((folder / "a.jsonl").read_bytes())
    return folder


def exported(store: MemoryStore) -> list[str]:
    return sorted(jsonl.dumps(line) for found in store.all_findings() for line in jsonl.lines(found, everything=True))


def added(inputs: Path) -> MemoryStore:
    store = MemoryStore()
    list(run(pages(sorted(map(str, inputs.iterdir()))), ENGINE, PRINT, store))
    return store


@pytest.mark.parametrize("size", [100, 10_000_000], ids=["many units", "a unit a file"])
def test_what_is_coded_in_parts_and_loaded_is_what_add_makes(inputs: Path, tmp_path: Path, size: int) -> None:
    out = str(tmp_path / "out")
    units = units_of([str(inputs)], size)
    assert (len(units) > 3) == (size == 100)
    coded = list(code_units(units, out, ENGINE, PRINT))
    assert sum(one.states["read"] for one in coded) == 13 and sum(len(one.failed) for one in coded) == 3
    store = MemoryStore()
    loaded = load(out, store)
    assert loaded.failed == 3
    assert exported(store) == exported(added(inputs)) != []
    assert store.done() == added(inputs).done()
    before = exported(store)
    load(out, store)
    assert exported(store) == before


def test_parts_go_into_a_record_for_each_month(tmp_path: Path) -> None:
    days = ["2021-03-01", "2021-04-30", None, "2021-03-31"]
    lines = [
        {"text": f'The talks of day {at}.\nNorland said "we shall meet {at}".', **({"published": day} if day else {})}
        for at, day in enumerate(days)
    ]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(map(json.dumps, [*lines, lines[0]])) + "\n", encoding="utf-8")
    list(code_units(units_of([str(source)]), str(tmp_path / "out"), ENGINE, PRINT))
    stores: dict[str, MemoryStore] = {}
    for _ in range(2):
        load_by_month(str(tmp_path / "out"), lambda month: stores.setdefault(month, MemoryStore()))
    held = {month: sorted(row.line or 0 for row in store.documents()) for month, store in stores.items()}
    assert held == {"2021-03": [1, 4], "2021-04": [2], "undated": [3]}
    whole = MemoryStore()
    load(str(tmp_path / "out"), whole)
    assert sorted(line for store in stores.values() for line in exported(store)) == exported(whole)


def test_an_engine_is_asked_once_for_all_units(inputs: Path, tmp_path: Path) -> None:
    asked = []

    class Counts:
        def map(self, tasks: Iterable[Task | Result]) -> Iterator[Result]:
            asked.append(1)
            return ENGINE.map(tasks)

    units = units_of([str(inputs)], 200)
    done = list(code_units(units, str(tmp_path / "parts"), Counts(), PRINT))
    assert asked == [1] and [one.unit for one in done] == [unit.name for unit in units] and len(units) > 3
    assert all(one.states.total() for one in done)


def test_units_that_are_done_are_passed_over_and_those_with_failures_are_tried_again(
    inputs: Path, tmp_path: Path
) -> None:
    (inputs / "b.jsonl").unlink()
    (inputs / "whole.jsonl").write_text(
        '{"id": "w", "text": "Norland said \\"yes\\" to the talks."}\n', encoding="utf-8"
    )
    out, units = str(tmp_path / "out"), units_of([str(inputs)])
    list(code_units(units, out, ENGINE, PRINT))
    assert [is_done(out, unit.name, PRINT) for unit in units] == [False, False, True]
    again = list(code_units(units, out, ENGINE, PRINT))
    assert [one.was_done for one in again] == [False, False, True]
    assert not is_done(out, units[2].name, "other rules")


def test_entries_lie_beside_for_everyday_tools(inputs: Path, tmp_path: Path) -> None:
    import pyarrow.parquet

    list(code_units(units_of([str(inputs)]), str(tmp_path / "out"), ENGINE, PRINT))
    tables = [pyarrow.parquet.read_table(path) for path in sorted((tmp_path / "out" / "entries").iterdir())]
    assert [table.num_rows for table in tables] == [3, 3, 7]
    assert tables[0].column("who").to_pylist() == ["Norland"] * 3


def test_what_is_no_part_or_is_damaged_is_told(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(UsageError, match="there are no files"):
        load(str(out), MemoryStore())
    list(code_units(units_of([str(inputs)]), str(out), ENGINE, PRINT))
    first = Path(parts_in(str(out))[0])
    whole = first.read_bytes()
    first.write_bytes(b"no part at all")
    with pytest.raises(UsageError, match="this is no part of onrecord code --output"):
        load(str(out), MemoryStore())
    first.write_bytes(whole[:200] + bytes(50) + whole[250:])
    with pytest.raises((RecordError, UsageError)):
        load(str(out), MemoryStore())


def test_inputs_that_are_not_there_are_told(tmp_path: Path) -> None:
    for wrong in (str(tmp_path / "nowhere"), "gopher://x/y"):
        with pytest.raises(UsageError):
            units_of([wrong])


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@given(text=TEXT, path=TEXT, line=st.sampled_from([None, 3]), state=st.sampled_from(["read", "same", "failed"]))
def test_a_result_comes_back_from_a_part_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, text: str, path: str, line: int | None, state: State
) -> None:
    folder = str(tmp_path_factory.mktemp("parts"))
    document = Document("0" * 16, "0" * 64, path, text, (), line, title=Sourced(text, 0, len(text)))
    found = None if state == "failed" else Findings(document)
    result = Result(state, path, line, "0" * 16, found, "why" if state == "failed" else "", "read", size=7)
    write_part(folder, "0000000-00000-of-00001", PRINT, [(5, result)])
    assert list(read_part(parts_in(folder)[0])) == [(5, result)]
