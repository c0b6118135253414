"""The page on accuracy is made from what the yardsticks print, and says what was not measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import report
from report_outputs import Missing, Outputs
from report_runs import RUNS, Run, run_all
from report_tables import TABLES

QUIET = "== quiet\nsentences without an event    97.6 % (364 of 373)\n"
PLV = """== plv-train
root: macro-F1  75.4 over 15 classes; right  74.2 % (779 of 1050)
quad: macro-F1  85.9 over 4 classes; right  81.7 % (858 of 1050)
binary: macro-F1  91.6 over 2 classes; right  87.0 % (913 of 1050)
any event                     89.3 % (938 of 1050)
with the marked pair          55.2 % (580 of 1050)
"""
HEAD = {"version": "9.9", "date": "2030-01-01", "rules": "abc"}


@pytest.fixture
def outputs(tmp_path: Path) -> Outputs:
    (tmp_path / "quiet.txt").write_text(QUIET)
    (tmp_path / "plv.txt").write_text(PLV)
    return Outputs(tmp_path, report.TEST)


def test_the_template_names_only_tables_that_there_are_and_all_of_them() -> None:
    named = set(report.PLACE.findall(report.TEMPLATE.read_text(encoding="utf-8")))
    assert named == {*TABLES, *HEAD, "failures"}


def test_what_was_measured_stands_there_and_what_was_not_says_so(outputs: Outputs) -> None:
    page = report.page(report.TEMPLATE.read_text(encoding="utf-8"), outputs, HEAD)
    assert "version 9.9, measured on 2030-01-01 with the rules `abc`" in page
    assert "| root, 15 classes: macro-F1 | **75.4**; right 74.2 % (779 of 1050) |" in page
    assert "sentences without an event    97.6 % (364 of 373)" in page
    assert "| PolNeAR dev: content | not measured |" in page
    assert "| our corpus, test: content | **85.5** | 432 of 480 | 432 of 531 |" in page
    assert "- polnear: it was not run" in page and "- plv:" not in page


def test_a_figure_that_is_no_longer_printed_is_told_and_not_left_out(outputs: Outputs, tmp_path: Path) -> None:
    (tmp_path / "plv.txt").write_text(PLV.replace("any event", "an event"))
    with pytest.raises(Missing, match="plv: it printed nothing"):
        TABLES["plv"](outputs)


def test_a_yardstick_that_fails_costs_no_other_and_its_reason_is_kept(tmp_path: Path) -> None:
    runs = (
        Run("broken", "-c 'import sys; sys.exit(\"no gold\")'"),
        Run("fine", "-c 'print(\"a figure\")'"),
        Run("far", "-c 'print(1)' {data}", "data-elsewhere"),
    )
    found = {one.name: one.reason for one in run_all(runs, {}, tmp_path)}
    assert found["broken"] == "it ended with status 1: no gold"
    assert found["fine"] == "" and (tmp_path / "fine.txt").read_text() == "a figure\n"
    assert found["far"].startswith("no data for it")
    out = Outputs(tmp_path, report.TEST)
    assert out.reasons(("broken", "fine")) == {"broken": "it ended with status 1: no gold"}


def test_the_page_in_the_docs_has_every_heading_of_the_template(root: Path) -> None:
    def headings(text: str) -> set[str]:
        return set(re.findall(r"^##? .+$", text, re.MULTILINE))

    page = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    template = report.TEMPLATE.read_text(encoding="utf-8")
    assert headings(template) - headings(page) <= {"## What could not be measured"}


def test_the_commands_run_scripts_that_there_are(root: Path) -> None:
    scripts = {run.command.split()[0] for run in RUNS if not run.command.startswith("-m")}
    assert [name for name in sorted(scripts) if not (root / name).is_file()] == []
    assert not [run for run in RUNS if "--part test" in run.command]
