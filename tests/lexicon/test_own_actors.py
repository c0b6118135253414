"""Actors of one's own: what a file may say, and what is wrong with it, line by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import LexiconError
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.own_actors import OwnActor, load_own

HEAD = "name\taliases\tkind\tcountry\tsector\tfrom\tuntil\n"


def loaded(path: Path, text: str) -> tuple[OwnActor, ...]:
    file = path / "own.tsv"
    file.write_text(text, encoding="utf-8")
    return load_own(file, load_actors())


def test_a_line_is_an_actor_with_its_names_and_days(tmp_path: Path) -> None:
    note = "# whom we watch\n"
    [one] = loaded(
        tmp_path, note + HEAD + "Gate Keepers\tGK|=gatemen\tarmed_group\tKEN\tREB,CRM\t2021-01-01\t2021-12-31\n"
    )
    assert (one.line, one.actor.id, one.actor.country, one.actor.sectors) == (
        3, "own:gate-keepers", "KEN", ("REB", "CRM"),
    )  # fmt: skip
    assert [(alias.text, alias.exact) for alias in one.aliases] == [
        ("Gate Keepers", False), ("GK", True), ("gatemen", True),
    ]  # fmt: skip
    assert one.counts_on(date(2021, 12, 31)) and not one.counts_on(date(2022, 1, 1)) and not one.counts_on(None)


def test_columns_that_are_not_needed_may_be_left_out(tmp_path: Path) -> None:
    [one] = loaded(tmp_path, "kind\tname\nperson\tMila Vance\n")
    assert one.actor.id == "own:mila-vance" and one.counts_on(None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it has no line"),
        ("name\taliases\n", "line 1: no column kind"),
        ("name\tkind\tcolour\n", "line 1: a column 'colour'"),
        ("name\tkind\nMila Vance\tperson\tKEN\n", "line 2: 3 cells where the header has 2"),
        ("name\tkind\nMila Vance\n", "line 2: no kind ''"),
        ("name\tkind\n\tperson\n", "line 2: no name"),
        ("name\tkind\nMila Vance\tpeople\n", "line 2: no kind 'people'"),
        (HEAD + "Mila Vance\t\tperson\tKenya\t\t\t\n", "line 2: no country 'Kenya'"),
        (HEAD + "Mila Vance\t\tperson\t\tNEWS\t\t\n", "line 2: no sector 'NEWS'"),
        (HEAD + "Mila Vance\t\tperson\t\t\t2021\t\n", "line 2: from '2021' is no day"),
        (HEAD + "Mila Vance\t\tperson\t\t\t2021-03-02\t2021-03-01\n", "from 2021-03-02 is after until"),
        ("name\tkind\nTaliban\tarmed_group\n", "line 2: Taliban is group:afghan-taliban in the shipped table"),
        (HEAD + "Gate Keepers\tNATO\torganisation\t\t\t\t\n", "NATO is org:nato in the shipped table"),
        (HEAD + "Gate Keepers\tMinister\torganisation\t\t\t\t\n", "Minister is a common word"),
        (HEAD + "Gate Keepers\tMaria\torganisation\t\t\t\t\n", "Maria is a common word"),
        (HEAD + "Gate Keepers\tgatemen\torganisation\t\t\t\t\n", "gatemen is not written as names are"),
        ("name\tkind\nMila Vance\tperson\nMILA VANCE\tperson\n", "line 3: mila vance stands in line 2"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(LexiconError) as wrong:
        loaded(tmp_path, text)
    assert told in str(wrong.value) and "own.tsv" in str(wrong.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"line 2: no kind 'x'.*; line 3: no country 'QQQ'"):
        loaded(tmp_path, HEAD + "Mila Vance\t\tx\t\t\t\t\nGate Keepers\t\torganisation\tQQQ\t\t\t\n")


def test_one_name_may_stand_for_different_days(tmp_path: Path) -> None:
    text = HEAD + "Mila Vance\t\tperson\tKEN\tJRN\t\t2020-12-31\nMila Vance\t\tperson\tKEN\tGOV\t2021-01-01\t\n"
    first, second = loaded(tmp_path, text)
    assert first.actor.id == second.actor.id
    assert [one.counts_on(date(2021, 1, 1)) for one in (first, second)] == [False, True]


def test_the_file_that_the_documents_show_can_be_read(root: Path, tmp_path: Path) -> None:
    text = (root / "docs" / "actors.md").read_text(encoding="utf-8")
    shown = text.split("```text\n")[1].split("```")[0]
    assert [one.actor.name for one in loaded(tmp_path, shown)] == ["Mila Vance", "Gate Keepers"]


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        load_own(tmp_path / "none.tsv", load_actors())
    (tmp_path / "own.tsv").write_bytes(b"name\tkind\n\xff\xfe\n")
    with pytest.raises(LexiconError, match="not UTF-8"):
        load_own(tmp_path / "own.tsv", load_actors())
