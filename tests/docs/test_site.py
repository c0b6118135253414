"""The documentation as a site: built without a warning, whole, and fetching nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import onrecord
from onrecord.cli import app
from tools import docs_site

FETCHED = re.compile(r"""<(?:script|img|iframe|source|link)\b[^>]*?(?:src|href)=["']?(https?://[^"' >]+)""")
LINKS = re.compile(r"""<link\b[^>]*rel=["']?(?:canonical|license)""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(__file__).resolve().parents[2]
    out = tmp_path_factory.mktemp("site")
    given = {**os.environ, "PYTHONPATH": str(root / "src"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    built = subprocess.run(command, cwd=root, env=given, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return out


def test_every_page_of_the_documents_is_on_the_site(site: Path, root: Path) -> None:
    pages = {path.relative_to(root / "docs").with_suffix(".html") for path in (root / "docs").rglob("*.md")}
    assert [name for name in sorted(pages) if not (site / name).is_file()] == []


def test_no_page_fetches_anything_from_elsewhere(site: Path) -> None:
    fetched = {
        (page.name, address)
        for page in site.rglob("*.html")
        for tag in re.findall(r"<[^>]+>", page.read_text(encoding="utf-8"))
        if not LINKS.match(tag)
        for address in FETCHED.findall(tag)
    }
    assert fetched == set()


def test_a_link_to_a_file_of_the_repository_names_it(site: Path) -> None:
    assert docs_site.on_page_markdown("see [it](../corpus/README.md).", None, None, None) == (
        "see it (`corpus/README.md` in the repository)."
    )
    assert "examples/newsroom/daily.sh" in (site / "howto" / "feed.html").read_text(encoding="utf-8")


def test_the_reference_has_every_command_and_every_public_name() -> None:
    commands, python = docs_site.commands(), docs_site.python()
    root = typer.main.get_command(app)
    assert [name for name in root.commands if f"`onrecord {name}" not in commands] == []  # type: ignore[attr-defined]
    shapes = [name for name in onrecord.__all__ if name not in ("OnrecordError",)]
    assert [name for name in shapes if f"`{name}`" not in python and f"`onrecord.{name}`" not in python] == []
    for name in (
        "add",
        "statements",
        "events",
        "timeline",
        "positions",
        "disputes",
        "actors",
        "why",
        "judge",
        "export",
    ):
        assert f"### `record.{name}`" in python


def test_every_public_method_says_what_it_does() -> None:
    silent = [
        part.split("\n")[0]
        for part in docs_site.python().split("\n\n## ")[1:]
        for part in part.split("\n\n### ")
        if len(part.strip().split("\n")) < 2
    ]
    assert silent == []
