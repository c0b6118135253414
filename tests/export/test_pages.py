"""Every format has a page, and the pages name every column."""

from __future__ import annotations

from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from re import findall

import pytest

from onrecord.settings import COMING_BACK, EXPORT_FORMATS

PAGES = Path(__file__).resolve().parents[2] / "docs" / "exports"


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_each_format_has_a_file_of_code_and_a_page_that_the_index_leads_to(form: str) -> None:
    words = (PAGES / f"{form}.md").read_text(encoding="utf-8")
    assert words.startswith(f"# `{form}`: ") and f"--as {form}" in words
    assert f"[`{form}`]({form}.md)" in (PAGES / "index.md").read_text(encoding="utf-8")
    assert import_module(f"onrecord.export.{form.replace('-', '_')}").EXPORTER.name == form


@pytest.mark.parametrize("form", ["polecat", "icews", "gdelt-events", "gdelt-mentions", "petrarch", "edges"])
def test_a_page_names_every_column(form: str) -> None:
    named = findall(r"(?<!`)`([^`\n]+)`(?!`)", (PAGES / f"{form}.md").read_text(encoding="utf-8"))
    columns = import_module(f"onrecord.export.{form.replace('-', '_')}").COLUMNS
    assert [one for one in columns if not any(fnmatch(one, name) for name in named)] == []


@pytest.mark.parametrize("form", COMING_BACK)
def test_the_way_back_is_shown(form: str) -> None:
    assert "onrecord import my.onrecord" in (PAGES / f"{form}.md").read_text(encoding="utf-8")
