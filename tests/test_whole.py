"""The whole way on the sample pages, with the language model that is shipped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import onrecord
from onrecord.checks import check
from onrecord.cli.demo import samples
from onrecord.engines import LoopEngine
from onrecord.export import jsonl
from onrecord.run import run
from onrecord.schema import Findings, Page
from onrecord.steps import Pipeline, read_page


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return onrecord.default_pipeline()


@pytest.fixture(scope="module")
def findings(pipeline: Pipeline) -> list[Findings]:
    results = list(run(samples(), LoopEngine(pipeline), pipeline.fingerprint))
    assert [result.reason for result in results if result.state != "read"] == []
    return [result.findings for result in results if result.findings is not None]


def lines(findings: list[Findings]) -> list[str]:
    return [jsonl.dumps(line) for one in findings for line in jsonl.lines(one, everything=True)]


def test_every_entry_of_the_sample_pages_stands_in_its_words(findings: list[Findings]) -> None:
    assert len(findings) >= 8
    assert [fault for one in findings for fault in check(one)] == []


def test_every_sample_page_gives_something(findings: list[Findings]) -> None:
    assert [one.document.path for one in findings if not one.statements and not one.events] == []


def test_ids_are_unique_over_all_pages(findings: list[Findings]) -> None:
    ids = [entry.id for one in findings for entry in (*one.statements, *one.events)]
    assert len(ids) == len(set(ids))


def test_the_lines_of_a_page_are_the_same_in_whatever_company(pipeline: Pipeline, findings: list[Findings]) -> None:
    backwards = [page for page in reversed(list(samples())) if isinstance(page, Page)]
    results = list(run(backwards, LoopEngine(pipeline), pipeline.fingerprint))
    again = [result.findings for result in results if result.findings is not None]
    assert lines(list(reversed(again))) == lines(findings)


def test_a_record_built_in_two_halves_equals_one_built_at_once(pipeline: Pipeline, tmp_path: Path) -> None:
    pages = [page for page in samples() if isinstance(page, Page)][:6]
    written = []
    for name, parts in (("whole", [pages]), ("halves", [pages[3:], pages[:4], pages])):
        for part in parts:
            with onrecord.open(tmp_path / f"{name}.onrecord") as record:
                record.add_pages(part, LoopEngine(pipeline), pipeline.fingerprint)
        with onrecord.open(tmp_path / f"{name}.onrecord") as record:
            record.export("jsonl", tmp_path / f"{name}.jsonl")
        written.append(sorted((tmp_path / f"{name}.jsonl").read_text().splitlines()))
    assert written[0] == written[1]


def test_a_name_says_nothing_about_what_is_found(pipeline: Pipeline) -> None:
    page = next(page for page in samples() if isinstance(page, Page))
    one, other = (
        list(run([shown], LoopEngine(pipeline), pipeline.fingerprint))[0].findings
        for shown in (page, replace(page, path="elsewhere.txt"))
    )
    assert one is not None and other is not None
    assert (one.statements, one.events) == (other.statements, other.events)


def test_letters_that_were_decoded_wrongly_cost_no_entry_and_no_word(pipeline: Pipeline) -> None:
    text = "Ilse Müller, the minister of transport, said on Monday: “The bridge – all €5 million of it – is Zoë’s.”"
    wrong = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    right, repaired = (pipeline.process(read_page(Page("a.txt", one.encode(), "text"))) for one in (text, wrong))
    assert right.statements and list(check(repaired)) == []
    assert [one.speaker and one.speaker.name for one in repaired.statements] == [
        one.speaker and one.speaker.name for one in right.statements
    ]
    assert repaired.document.text == wrong and [one.form for one in repaired.statements] == ["direct"]
