"""A report is one file that claims no more than the pages do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from onrecord import open as open_record
from onrecord.cli import report as command
from tests.web.conftest import hostile, plain, put

Run = Callable[..., Any]


class Attributes(HTMLParser):
    """Every attribute of every tag."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(name, value or "") for name, value in attrs]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "small.onrecord"
    put(path, hostile(), plain())
    with open_record(path) as opened:
        opened.derive()
    return path


@pytest.fixture
def written(onrecord: Run, record: Path) -> Run:
    """Writes a report and gives its text."""

    def write(*options: str, of: Path = record) -> str:
        out = of.with_name("report.html")
        assert onrecord("report", of, out, *options).code == 0
        return out.read_text(encoding="utf-8")

    return write


def test_a_report_needs_nothing_but_itself_and_runs_nothing(written: Run) -> None:
    text = written()
    assert not re.search(r"<(script|img|link|iframe|object)\b", text.lower())
    attributes = Attributes(text).found
    assert {value[:1] for name, value in attributes if name in ("href", "src", "action", "style")} == {"#"}
    assert not [name for name, _ in attributes if name.startswith("on")]
    assert "url(" not in text and "@import" not in text
    assert "&lt;script&gt;steal()" in text and "[U+202E]" in text


def test_a_report_tells_on_whose_word_everything_rests(written: Run) -> None:
    text = written()
    assert "said, according to The &lt;Orlan&gt; Post" in text
    assert "presented by The &lt;Orlan&gt; Post as having happened" in text
    assert "possible" in text and "Nothing here is a finding of fact" in text and "Method and limits" in text
    assert plain().document.sha256 in text


def test_a_report_can_be_of_one_actor_and_of_some_days(written: Run) -> None:
    text = written("--actor", "Sudland")
    assert "an agreement on the ceasefire is near" in text and "shelled" not in text
    assert "shelled" in written("--since", "2021-03-01", "--until", "2021-03-31")


def test_what_is_left_out_is_counted(written: Run) -> None:
    assert "3 more entries are on record and not shown here" in written("--limit", "1")


def test_a_record_that_was_not_derived_is_told_of(written: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.onrecord"
    put(path, plain())
    assert "run onrecord derive first" in written(of=path)


def test_without_a_chromium_a_pdf_is_refused_with_what_to_do(
    onrecord: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command.shutil, "which", lambda name: None)
    ran = onrecord("report", record, record.with_name("r.html"), "--pdf", record.with_name("r.pdf"))
    assert ran.code == 2 and "a PDF needs a Chromium" in ran.err


@pytest.mark.skipif(not any(map(shutil.which, command.BROWSERS)), reason="no Chromium on this machine")
def test_a_report_can_be_printed(onrecord: Run, record: Path) -> None:
    printed = record.with_name("r.pdf")
    assert onrecord("report", record, record.with_name("r.html"), "--pdf", printed).code == 0
    assert printed.read_bytes().startswith(b"%PDF")
