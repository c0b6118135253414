"""The shape of the code and of its data, as CONTRIBUTING describes it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "onrecord"
DATA = PACKAGE / "data"
MAX_FILE = 400
MAX_FUNCTION = 60
MAX_DATA_BYTES = 10_000_000
MACHINE_PATHS = re.compile(r"(?<![\w.<])/(?:work|root|home/\w+|opt/pypi|Users/\w+)/\w|/tmp/\w+/\w+/|file:///")
REGISTRY_LINES = re.compile(r"^\s*--(?:extra-)?index|^\s*--find-links|^\s*--trusted-host|://", re.MULTILINE)
TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".tsv",
    ".toml",
    ".txt",
    ".html",
    ".jsonl",
    ".json",
    ".csv",
    ".cff",
    ".yaml",
    ".yml",
    ".lock",
}


def sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def shipped() -> list[Path]:
    folders = (ROOT / name for name in ("src", "docs", "evals", "examples", "tools", "tests"))
    inside = (path for folder in folders for path in folder.rglob("*"))
    own = (path for path in (*inside, *ROOT.iterdir()) if path != Path(__file__).resolve())
    return sorted(path for path in own if path.is_file() and path.suffix in TEXT_SUFFIXES)


@pytest.mark.parametrize("path", sources(PACKAGE), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE


def test_a_function_fits_on_one_screen() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path in sources(PACKAGE)
        for node in functions(path)
        if node.end_lineno is not None and node.end_lineno - node.lineno + 1 > MAX_FUNCTION
    ]
    assert long == []


def test_only_the_command_line_prints() -> None:
    printing = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources(PACKAGE)
        if PACKAGE / "cli" not in path.parents
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in shipped()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1)
        if MACHINE_PATHS.search(line)
    ]
    assert found == []


def test_the_locks_name_packages_and_hashes_and_no_registry() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        lock = (ROOT / name).read_text(encoding="utf-8")
        assert REGISTRY_LINES.findall(lock) == [], name
        pins = [line for line in lock.splitlines() if line and not line.startswith((" ", "#"))]
        assert pins and all("==" in pin and pin.endswith("\\") for pin in pins), name


def test_the_runtime_lock_is_part_of_the_development_lock() -> None:
    runtime, dev = (
        set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert runtime <= dev


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.tsv")), ids=lambda path: str(path.relative_to(DATA)))
def test_a_data_table_names_its_source_and_licence_at_its_head(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = " ".join(line for line in lines[:40] if line.startswith("#")).lower()
    assert lines[0].startswith("#")
    assert "source" in head and re.search(r"licen[cs]e", head)


def test_the_data_stay_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in DATA.rglob("*") if path.is_file()) <= MAX_DATA_BYTES


def test_asking_for_help_does_not_wait_for_the_language_model() -> None:
    heavy = "spacy", "thinc", "pyarrow", "pandas", "numpy"
    loaded = f"[name for name in {heavy!r} if name in sys.modules]"
    code = f"import sys; sys.path.insert(0, 'src'); import onrecord.cli; print({loaded})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"
