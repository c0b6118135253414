"""What MkDocs is told beyond its settings: pages of reference made from the code, and links that leave the documents.

A hook of ``mkdocs.yml``. The pages ``reference/commands.md`` and ``reference/python.md`` are made from the program and the package
while the site is built, so that they cannot fall behind.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

import onrecord
from onrecord.api import Conditions, Record
from onrecord.cli import app
from onrecord.results import Rows

ROOT = Path(__file__).resolve().parent.parent
OUTSIDE = re.compile(r"\[([^\]]*)\]\((?:\.\./)+((?:corpus|evals|examples|src|tests|tools|[A-Z])[^)\s]*)\)")
"""A link to a file of the repository that is no page of the site."""
QUOTED = re.compile(r"(: |-> )'([^']*)'")
"""An annotation as signatures show it: a string."""


def on_files(files: Any, config: Any) -> Any:
    """Adds the pages that are made from the code."""
    from mkdocs.structure.files import File

    for name, make in (("commands", commands), ("python", python)):
        files.append(File.generated(config, f"reference/{name}.md", content=make()))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Names files of the repository where a page links to them."""
    return OUTSIDE.sub(r"\1 (`\2` in the repository)", markdown)


def commands() -> str:
    """Every command with its help and options, in the order in which the program lists them."""
    root: Any = typer.main.get_command(app)
    parts = ["# Commands and options", "Made from the program; [the program](../cli.md) tells more of each."]
    for name, one in root.commands.items():
        inner = getattr(one, "commands", {})
        for path, command in (
            ((f"{name} {inner_name}", two) for inner_name, two in inner.items()) if inner else ((name, one),)
        ):
            parts += _command(path, command)
    return "\n\n".join(parts) + "\n"


def _command(path: str, command: Any) -> Iterator[str]:
    arguments = [one.metavar or one.name.upper() for one in command.params if one.param_type_name == "argument"]
    yield f"## `{' '.join(['onrecord', path, *arguments])}`"
    yield inspect.cleandoc(command.help or "")
    rows = [
        f"| `{', '.join(one.opts)}`{f' `{one.metavar}`' if one.metavar else ''} | {(one.help or '').replace('|', chr(92) + '|')} |"
        for one in command.params
        if one.param_type_name == "option"
    ]
    if rows:
        yield "\n".join(["| option | |", "|---|---|", *rows])


def python() -> str:
    """The public names with their signatures and what they say of themselves."""
    parts = [
        "# Python",
        "Made from the package. `import onrecord`; a list is a `Rows`, which is fetched when it is walked.",
    ]
    functions = [name for name in onrecord.__all__ if inspect.isfunction(getattr(onrecord, name))]
    for name in functions:
        parts += _function(f"onrecord.{name}", getattr(onrecord, name))
    parts += ["## `Record`", inspect.getdoc(Record) or ""]
    parts += [part for name, one in _methods(Record) for part in _function(f"record.{name}", one, "###")]
    parts += ["### Conditions", inspect.getdoc(Conditions) or "", _fields(Conditions.__annotations__)]
    parts += ["## `Rows`", inspect.getdoc(Rows) or ""]
    parts += [part for name, one in _methods(Rows) for part in _function(f"rows.{name}", one, "###")]
    for name in onrecord.__all__:
        shape = getattr(onrecord, name)
        if dataclasses.is_dataclass(shape):
            hints = {one.name: one.type for one in dataclasses.fields(shape)}
            parts += [f"## `{name}`", inspect.getdoc(shape) or "", _fields(hints)]
    return "\n\n".join(_plain(part) for part in parts) + "\n"


def _methods(shape: type) -> Iterator[tuple[str, Any]]:
    """The public methods and properties of a class, those that it inherits too, by name."""
    for name, one in sorted(inspect.getmembers(shape)):
        if not name.startswith("_") and (inspect.isfunction(one) or isinstance(one, property)):
            yield name, one


def _function(name: str, one: Any, level: str = "##") -> Iterator[str]:
    yield f"{level} `{name}`"
    if not isinstance(one, property):
        shown = QUOTED.sub(r"\1\2", str(inspect.signature(one))).replace("(self, ", "(").replace("(self)", "()")
        yield f"```text\n{name.rpartition('.')[2]}{shown}\n```"
    yield inspect.getdoc(one) or ""


def _fields(hints: Any) -> str:
    rows = [f"| `{name}` | `{str(hint).replace('|', 'or')}` |" for name, hint in hints.items()]
    return "\n".join(["| field | type |", "|---|---|", *rows])


def _plain(text: str) -> str:
    """Docstrings mark code with two backticks."""
    return text.replace("``", "`") if not text.startswith("```") else text
