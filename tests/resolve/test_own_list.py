"""A user's own actors are found by name, and never take the place of a shipped one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.codebook import load_codebook
from onrecord.lexicon.frames import load_frames
from onrecord.lexicon.own_actors import load_own
from onrecord.schema import Document, Party
from onrecord.steps import Pipeline, assemble

LIST = """name\taliases\tkind\tcountry\tsector\tfrom\tuntil
Mila Vance\tM. Vance\tperson\tKEN\tJRN\t\t
Khawaja Asif\t\tperson\tKEN\tJRN\t\t
Gate Keepers\tGK\tarmed_group\tKEN\tREB\t2021-01-01\t2021-12-31
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A list of three."""
    file = tmp_path / "own.tsv"
    file.write_text(LIST, encoding="utf-8")
    return file


@pytest.fixture
def speakers(annotator: Annotator, document_at: Callable[..., Document], own: Path) -> Callable[..., list[Party]]:
    """Who speaks in a text, with the list."""
    table = load_actors()
    pipeline = Pipeline(annotator, load_frames(), load_codebook(), table, "x", load_own(own, table))

    def run(text: str, day: date | None = None) -> list[Party]:
        found = pipeline.process(document_at(text, day=day))
        return [one.speaker for one in found.statements if one.speaker]

    return run


def test_names_on_pages_get_the_ids_of_the_list(speakers: Callable[..., list[Party]]) -> None:
    text = "Mila Vance said the road was shut. Vance said it was late. The Gate Keepers said they would stay."
    found = speakers(text, date(2021, 3, 2))
    assert [one.actor for one in found] == ["own:mila-vance", "own:mila-vance", "own:gate-keepers"]
    assert [(one.country, one.sector) for one in found] == [("KEN", "JRN"), ("KEN", "JRN"), ("KEN", "REB")]
    assert found[0].how == "table:own list"


def test_a_name_counts_on_its_days_alone(speakers: Callable[..., list[Party]]) -> None:
    text = "The Gate Keepers said they would stay."
    for day in (date(2022, 1, 1), None):
        assert [one.actor for one in speakers(text, day)] == ["doc:gate-keepers"]


def test_a_namesake_of_another_country_is_somebody_else(speakers: Callable[..., list[Party]]) -> None:
    assert [one.actor for one in speakers("Turkish lawmaker Mila Vance said the road was shut.")] == ["doc:mila-vance"]


def test_whom_the_shipped_table_finds_keeps_that_id(speakers: Callable[..., list[Party]]) -> None:
    found = speakers("Pakistan's foreign minister Khawaja Asif said the talks failed.", date(2017, 10, 5))
    assert [one.actor for one in found] == ["Q6401038"]


def test_a_phrase_alone_is_resolved_with_the_list(own: Path) -> None:
    assert onrecord.resolve("the Gate Keepers", on="2021-03-02", actors=own).actor == "own:gate-keepers"
    assert onrecord.resolve("the Gate Keepers", actors=own).actor != "own:gate-keepers"
    assert onrecord.resolve("Mila Vance").actor == "doc:mila-vance"


def test_the_list_is_part_of_the_fingerprint(own: Path) -> None:
    plain, first = assemble(), assemble(actors=own)
    own.write_text(LIST + "Open Quay\t\torganisation\t\t\t\t\n", encoding="utf-8")
    assert len({plain.fingerprint, first.fingerprint, assemble(actors=own).fingerprint}) == 3
