"""Who is on record, and judgements on who they are, as a user types them."""

from __future__ import annotations

import json
import runpy
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from onrecord.run import Result
from onrecord.store import SQLiteStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
Call = Callable[..., Any]
PAGES = (
    ("one.txt", 'Gates\nMayor Karran said "the gates stay shut for now".', date(2021, 3, 2)),
    ("two.txt", 'Roads\nMayor Karran said "the roads stay open for now".', date(2021, 3, 9)),
    ("three.txt", 'Ports\nKaran said "the ports stay open for now".', None),
)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A record in which somebody is spelled in two ways."""
    path = tmp_path / "town.onrecord"
    with SQLiteStore(path) as store:
        for name, text, day in PAGES:
            found = made.findings_of(made.document_of(name, text, day))
            done = Result("read", name, None, found.document.doc, found).done("f" * 16)
            assert done is not None
            store.put(found, [done], size=len(text))
    return path


def names(onrecord: Call, record: Path, *options: object) -> list[str]:
    out = onrecord("actors", "list", record, "--format", "jsonl", *options).out
    return [json.loads(line)["name"] for line in out.splitlines()]


def test_a_list_says_how_much_is_on_record_and_what_pages_teach(onrecord: Call, town: Path) -> None:
    rows = onrecord("actors", "list", town, "--format", "jsonl").out.splitlines()
    first = json.loads(rows[0])
    assert (first["name"], first["statements"], first["events"], first["documents"]) == ("Karran", 2, 0, 2)
    assert first["seen_as"] == "mayor (KAR) in 2 documents, 2021-03-02 to 2021-03-09"
    table = onrecord("actors", town).out
    assert "mayor (KAR) in 2 documents" in table and table.splitlines()[1].endswith("c:Karran")


def test_a_list_is_narrowed_by_kind_country_and_name(onrecord: Call, record: Path, town: Path) -> None:
    assert names(onrecord, record, "--country", "nor") == ["Norland"]
    assert names(onrecord, record, "--kind", "person") == []
    assert names(onrecord, town, "--name", "karran") == ["Karran"]
    assert names(onrecord, town, "--name", "c:Karan") == ["Karan"]
    wrong = onrecord("actors", "list", town, "--kind", "people")
    assert wrong.code == 2 and "there are person, office" in wrong.err


def test_one_actor_is_shown_with_the_words_that_teach_its_office(onrecord: Call, town: Path) -> None:
    out = onrecord("actors", "show", town, "karran").out
    assert "seen as mayor (KAR) in 2 documents, 2021-03-02 to 2021-03-09" in out
    assert out.count("Mayor Karran") == 2
    facts = onrecord("actors", "show", town, "c:Karran", "--format", "jsonl").out.splitlines()
    assert [(json.loads(one)["office"], json.loads(one)["day"]) for one in facts] == [
        ("mayor", "2021-03-02"),
        ("mayor", "2021-03-09"),
    ]


def test_two_spellings_are_joined_listed_together_and_parted_again(onrecord: Call, town: Path) -> None:
    ran = onrecord("actors", "merge", town, "Karran", "c:Karan", "--why", "one mayor", "--by", "Ada")
    assert ran.code == 0 and "judgement 1: c:Karan is c:Karran, by Ada" in ran.err and "one mayor" in ran.err
    assert names(onrecord, town) == ["Karran"]
    assert len(onrecord("statements", town, "--speaker", "Karran", "--format", "jsonl").out.splitlines()) == 3
    assert len(onrecord("statements", town, "--speaker", "c:Karan", "--format", "jsonl").out.splitlines()) == 3
    assert "judgement 1" in onrecord("actors", "show", town, "c:Karan").out
    assert onrecord("actors", "undo", town, 1, "--by", "Ada").code == 0
    assert names(onrecord, town) == ["Karran", "Karan"]
    listed = onrecord("actors", "judgements", town).out.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["1", "2"] and "judgement 1 undone, by Ada" in listed[1]


def test_an_actor_gets_another_name_and_is_confirmed(onrecord: Call, town: Path) -> None:
    onrecord("actors", "rename", town, "c:Karan", "Kay Karan", "--by", "Ada")
    onrecord("actors", "confirm", town, "Kay Karan", "--by", "Ada")
    row = json.loads(onrecord("actors", town, "--name", "Kay", "--format", "jsonl").out)
    assert (row["actor"], row["judged"]) == ("c:Karan", "renamed; confirmed")


def test_a_namesake_is_split_off(onrecord: Call, town: Path) -> None:
    doc = json.loads(onrecord("documents", town, "--search", "roads", "--format", "jsonl").out)["doc"]
    ran = onrecord("actors", "split", town, "c:Karran", "Karran the Younger", "--doc", doc[:8], "--by", "Ada")
    assert ran.code == 0
    rows = [json.loads(one) for one in onrecord("actors", town, "--format", "jsonl").out.splitlines()]
    assert {row["actor"]: row["documents"] for row in rows}["c:Karran#karran-the-younger"] == 1
    assert onrecord("actors", "show", town, "younger", "--format", "jsonl").out.count("mayor") > 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("confirm", "nobody"), "no such actor on record"),
        (("merge", "c:Karran", "c:Karran"), "the same actor already"),
        (("undo", "7"), "no judgement with this number"),
        (("split", "c:Karran", "K", "--doc", "ffff"), "no such document"),
    ],
)
def test_what_cannot_be_judged_is_told_and_nothing_is_kept(
    onrecord: Call, town: Path, words: tuple[str, ...], told: str
) -> None:
    ran = onrecord("actors", words[0], town, *words[1:], "--by", "Ada")
    assert ran.code == 2 and told in ran.err
    assert onrecord("actors", "judgements", town).out == ""


def test_a_name_that_fits_several_is_refused_with_their_ids(onrecord: Call, town: Path) -> None:
    onrecord("actors", "rename", town, "c:Karan", "Karran Senior", "--by", "Ada")
    ran = onrecord("actors", "confirm", town, "karran", "--by", "Ada")
    assert ran.code == 2
    assert "2 actors are called so (Karran (c:Karran); Karran Senior (c:Karan))" in ran.err


def test_a_table_id_that_is_not_on_record_yet_can_be_what_somebody_is(onrecord: Call, town: Path) -> None:
    ran = onrecord("actors", "merge", town, "group:hamas", "c:Karan", "--by", "Ada")
    assert ran.code == 0
    assert "Hamas" in names(onrecord, town)


def test_every_command_on_actors_has_help_with_an_example(onrecord: Call) -> None:
    for name in ("list", "show", "confirm", "merge", "rename", "split", "undo", "judgements", "check"):
        ran = onrecord("actors", name, "--help")
        assert ran.code == 0
        assert "onrecord actors" in ran.out.split("Examples:")[1], name
