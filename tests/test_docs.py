"""The documents say only what is so: links lead somewhere, commands and options exist."""

from __future__ import annotations

import dataclasses
import re
import shlex
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

import onrecord
from onrecord.cli import app
from onrecord.export.columns import TABLES
from onrecord.schema import Document, Event, Party, Statement, When
from onrecord.settings import EXPORT_FORMATS, LIST_FORMATS, MIN_CONFIDENCE, SETTINGS

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
SHELL = {"", "sh", "bash", "console", "shell", "text"}


@cache
def commands() -> dict[str, set[str]]:
    """Each command of the program with its options, those of its own commands included."""
    root: Any = typer.main.get_command(app)
    options = {
        name: {
            opt
            for command in (one, *getattr(one, "commands", {}).values())
            for param in command.params
            for opt in (*param.opts, *param.secondary_opts)
        }
        | {"--help"}
        for name, one in root.commands.items()
    }
    options[""] = {opt for param in root.params for opt in param.opts} | {"--help"}
    return options


def shown(page: Path, program: str) -> list[list[str]]:
    """The lines of the page's shell examples that call a program, each cut into words."""
    lines = (
        line
        for lang, body in FENCE.findall(page.read_text(encoding="utf-8"))
        if lang in SHELL
        for line in body.replace("\\\n", " ").split("\n")
    )
    calls = []
    for line in lines:
        match = re.match(rf"\s*(?:\$ )?(?:\.venv/bin/)?{program}\b(.*)", line)
        if match:
            first = re.split(r"\s[|>&;]|\s2>", match.group(1))[0]
            calls.append(shlex.split(first, comments=True))
    return calls


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_and_option_shown_exists(page: Path) -> None:
    unknown = []
    for words in shown(page, "onrecord"):
        name = next((word for word in words if not word.startswith("-")), "")
        used = {word.split("=")[0] for word in words if word.startswith("--")}
        if name not in commands():
            unknown.append(name)
        else:
            unknown += [f"{name} {option}" for option in sorted(used - commands()[name] - commands()[""])]
    assert unknown == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_make_target_shown_exists(page: Path) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    used = {word for words in shown(page, "make") for word in words if re.fullmatch(r"[a-z]+", word)}
    assert used <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    files = {link.split("#")[0] for link in links if "://" not in link and not link.startswith(("#", "mailto:"))}
    assert [name for name in sorted(files) if not (page.parent / name).exists()] == []


def test_every_command_is_described_in_the_documents() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in sorted(commands()) if name and f"onrecord {name}" not in text] == []


def test_every_option_of_every_command_is_described() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    options = {option for some in commands().values() for option in some if option.startswith("--")}
    assert [option for option in sorted(options) if f"`{option}" not in text] == []


def test_every_setting_is_described() -> None:
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [setting.name for setting in SETTINGS if f"--{setting.name}" not in text] == []
    assert [name for name in (*MIN_CONFIDENCE, *LIST_FORMATS, *EXPORT_FORMATS) if f"`{name}`" not in text] == []


def test_every_public_name_is_in_the_tutorial() -> None:
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    assert [name for name in onrecord.__all__ if f"`{name}`" not in text and f"`onrecord.{name}`" not in text] == []


def test_every_field_and_column_is_described() -> None:
    text = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    shapes = Document, Statement, Event, Party, When
    fields = {field.name for shape in shapes for field in dataclasses.fields(shape)} - {"origin"}
    assert [name for name in sorted(fields) if f"`{name}`" not in text] == []
    for table, columns in TABLES.items():
        part = text.split(f"### Table `{table}`")[1].split("### Table")[0]
        assert re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE) == [column.name for column in columns], table
