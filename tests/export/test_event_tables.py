"""POLECAT, ICEWS, PETRARCH2 and GDELT: the columns as their users know them, read back with pandas and a GDELT client."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.export import gdelt_events, gdelt_mentions, icews, petrarch, polecat
from onrecord.export.counted import NO_DAY
from onrecord.lexicon.codebook import load_cameo, load_codebook
from onrecord.projection import AS_CAMEO, project
from onrecord.schema import Done, Findings, Happening, When
from onrecord.store import MemoryStore

pandas = pytest.importorskip("pandas", reason="pandas reads the tables; pip install onrecord[pandas]")
SIZES = {"polecat": 40, "icews": 20, "petrarch": 13, "gdelt-events": 61, "gdelt-mentions": 16}


def exported(record: Record, form: str, folder: Path, **asked: Any) -> Any:
    path = folder / f"{form}.tsv"
    record.export(form, path, **asked)
    return pandas.read_csv(path, sep="\t", dtype=str, keep_default_na=False, quoting=3)


def one_page(findings: Findings) -> Record:
    store = MemoryStore()
    store.put(findings, [Done(findings.document.doc, "find", "f1", "found")])
    return Record(store, "memory")


@pytest.mark.parametrize(("form", "size"), SIZES.items())
def test_each_has_its_columns_and_every_row_has_all_of_them(demo: Record, tmp_path: Path, form: str, size: int) -> None:
    frame = exported(demo, form, tmp_path)
    assert len(frame.columns) == size and len(frame) > 20
    lines = (tmp_path / f"{form}.tsv").read_text(encoding="utf-8").split("\n")
    assert {line.count("\t") for line in lines[:-1]} == {size - 1} and lines[-1] == ""


@pytest.mark.parametrize("form", SIZES)
def test_without_a_header_only_the_first_line_is_gone(demo: Record, tmp_path: Path, form: str) -> None:
    demo.export(form, tmp_path / "with.tsv")
    demo.export(form, tmp_path / "without.tsv", header=False)
    whole = (tmp_path / "with.tsv").read_text(encoding="utf-8")
    assert whole.split("\n", 1)[1] == (tmp_path / "without.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["polecat", "icews", "petrarch"])
def test_rows_are_the_events_that_plover_counts(demo: Record, tmp_path: Path, form: str) -> None:
    frame = exported(demo, form, tmp_path, everything=True)
    announced = {} if form == "polecat" else {"announced": AS_CAMEO}
    book = load_codebook()
    events = [one for page in demo.findings() for one in project(page, book, vouched=False, **announced).events]
    if form == "polecat":
        assert set(frame["Event ID"].str.split("-").str[0]) == {one.id for one in events}
        assert frame["Event ID"].is_unique
    assert len(frame) >= len(events)


def test_the_day_of_publication_stands_for_the_events_only_where_that_is_asked(
    findings: Findings, tmp_path: Path
) -> None:
    record = one_page(findings)
    assert list(exported(record, "polecat", tmp_path)["Event Date"]) == [""]
    frame = exported(record, "polecat", tmp_path, undated="published")
    assert list(frame["Event Date"]) == list(frame["Publication Date"]) == ["2022-05-04"]
    assert record.export("polecat", tmp_path / "x.tsv", undated="drop")[NO_DAY] == 1
    assert len((tmp_path / "x.tsv").read_text(encoding="utf-8").splitlines()) == 1


def test_a_day_that_is_told_is_kept_whatever_is_asked_of_the_others(findings: Findings, tmp_path: Path) -> None:
    told = When(earliest=date(2022, 5, 3), latest=date(2022, 5, 3), precision="day", basis="stated")
    record = one_page(replace(findings, events=(replace(findings.events[0], when=told),)))
    for undated in ("empty", "published", "drop"):
        assert list(exported(record, "icews", tmp_path, undated=undated)["Event Date"]) == ["2022-05-03"]


def test_another_word_for_the_undated_is_refused(demo: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="undated today: choose one of empty, published, drop"):
        demo.export("polecat", tmp_path / "x.tsv", undated="today")


def test_polecat_has_codes_of_states_and_none_for_nobody(findings: Findings, tmp_path: Path) -> None:
    accuse = replace(findings.events[0], target=(), source=(replace(findings.events[0].source[0], country="KEN"),))
    row = exported(one_page(replace(findings, events=(accuse,))), "polecat", tmp_path).iloc[0]
    assert (row["Actor Country"], row["Actor COW"], row["Recipient Name"]) == ("KEN", "501", "None")
    assert (row["Event Type"], row["Quad Code"], row["Intensity"]) == ("ACCUSE", "3", "-2.0")


def test_intensities_are_those_of_each_publisher(demo: Record, tmp_path: Path) -> None:
    cameo = load_cameo()
    rows = exported(demo, "icews", tmp_path, everything=True)
    assert all(float(one["Intensity"]) == cameo[one["CAMEO Code"]].icews for _, one in rows.iterrows())
    rows = exported(demo, "gdelt-events", tmp_path, everything=True)
    assert all(float(one["GoldsteinScale"]) == cameo[one["EventCode"]].gdelt for _, one in rows.iterrows())
    assert any(cameo[code].gdelt != cameo[code].icews for code in cameo)


def test_codes_are_text_and_hang_together(demo: Record, tmp_path: Path) -> None:
    frame = exported(demo, "gdelt-events", tmp_path, everything=True)
    assert (frame["EventRootCode"].str.len() == 2).all() and frame["EventCode"].str.startswith("0").any()
    assert all(one["EventCode"].startswith(one["EventBaseCode"]) for _, one in frame.iterrows())
    assert set(frame["QuadClass"]) <= {"1", "2", "3", "4"} and frame["GlobalEventID"].is_unique


def test_petrarchs_columns_stay_in_place_where_a_page_has_no_address(findings: Findings, tmp_path: Path) -> None:
    (row,) = exported(one_page(findings), "petrarch", tmp_path).to_dict("records")
    assert (row["url"], row["story_source"]) == ("", "The Tivo Post")
    assert (row["source_text"], row["target_text"], row["event_text"]) == ("Tivo", "Lurania", "accuses")
    assert (row["source"], row["target"], row["code"], row["source_root"]) == ("TVO", "LUR", "112", "TVO") or row[
        "code"
    ]


def test_gdelts_mentions_are_of_its_events_and_their_offsets_are_exact(demo: Record, tmp_path: Path) -> None:
    events, mentions = (exported(demo, form, tmp_path) for form in ("gdelt-events", "gdelt-mentions"))
    assert set(mentions["GlobalEventID"]) == set(events["GlobalEventID"])
    for _, row in mentions.iterrows():
        doc, entry = (part.partition(":")[2] for part in row["Extras"].split(";"))
        event = demo.entry(entry)
        text = demo.store.text(doc) or ""
        assert text[int(row["ActionCharOffset"]) :].startswith(event.trigger.text)  # type: ignore[union-attr]
        assert len(text) == int(row["MentionDocLen"])


def test_gdelts_counts_are_those_of_the_happening(demo: Record, tmp_path: Path) -> None:
    frame = exported(demo, "gdelt-events", tmp_path, everything=True)
    several = {one.reports for one in demo.store.derivations.rows(Happening)}
    assert max(several) > 1 and frame["NumMentions"].astype(int).max() > 1
    assert (frame["NumArticles"].astype(int) <= frame["NumMentions"].astype(int)).all()


def test_before_derive_gdelt_says_what_to_do(findings: Findings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="run onrecord derive first"):
        one_page(findings).export("gdelt-events", tmp_path / "x.tsv")


def test_a_gdelt_client_knows_every_column_in_its_place() -> None:
    events = pytest.importorskip("py_gdelt.parsers.events", reason="a GDELT client; pip install gdelt-py").EventsParser
    known: Mapping[str, int] = events.V2_COLUMNS
    ours = ["SQLDATE" if one == "Day" else one.upper() for one in gdelt_events.COLUMNS]
    assert ours == [one.upper() for one in sorted(known, key=known.__getitem__)]


def test_a_gdelt_client_reads_the_mentions(demo: Record, tmp_path: Path) -> None:
    parsers = pytest.importorskip("py_gdelt.parsers.mentions", reason="a GDELT client; pip install gdelt-py")
    demo.export("gdelt-mentions", tmp_path / "m.csv", header=False)
    raw = list(parsers.MentionsParser().parse((tmp_path / "m.csv").read_bytes()))
    frame = exported(demo, "gdelt-mentions", tmp_path)
    assert [one.action_char_offset for one in raw] == list(frame["ActionCharOffset"])


def test_the_lists_of_columns_are_those_that_are_published() -> None:
    assert [len(one.COLUMNS) for one in (polecat, icews, petrarch, gdelt_events, gdelt_mentions)] == [
        40,
        20,
        13,
        61,
        16,
    ]
    assert polecat.COLUMNS[:3] == ("Event ID", "Event Date", "Event Type") and polecat.COLUMNS[-1] == "Version"
    assert icews.COLUMNS[5:8] == ("Event Text", "CAMEO Code", "Intensity")


def test_tabs_and_line_ends_in_a_name_end_no_cell(findings: Findings) -> None:
    accuse = findings.events[0]
    odd = replace(accuse, source=(replace(accuse.source[0], name="A\tB\nC"),))
    out = io.StringIO()
    from onrecord.export import tsv
    from onrecord.export.counted import Row

    row = Row(odd, findings, odd.source[0], None, 1, None)
    tsv.write(polecat.COLUMNS, [polecat.row_of(row, load_codebook())], out)
    assert "\tA B C\t" in out.getvalue() and len(out.getvalue().splitlines()) == 2
