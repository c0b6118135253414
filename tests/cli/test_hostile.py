from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.run import Result
from onrecord.store import SQLiteStore
from tests.cli import conftest

STEERING = 'Talks \x1b]0;gone\x07 in Midtown\nSudland said "an \x1b[2Jagreement \u202eis near \x9b31m and\rwe shall sign it".\n'


@pytest.fixture
def steering(tmp_path: Path) -> Path:
    path = tmp_path / "small.onrecord"
    with SQLiteStore(path) as store:
        found = conftest.findings_of(conftest.document_of("\x1b[2Ja.txt", STEERING))
        row = Result("read", "a.txt", None, found.document.doc, found).done("f" * 16)
        assert row is not None
        store.put(found, [row])
    return path


@pytest.mark.parametrize("command", ["documents", "statements", "why", "actors", "verify", "add"])
def test_no_page_steers_the_terminal_that_its_words_are_shown_on(onrecord: Any, steering: Path, command: str) -> None:
    with SQLiteStore(steering) as store:
        more = {"why": [next(store.entries()).id], "add": ["\x1b[2Jnowhere.txt"]}.get(command, [])
    everything = ["--everything"] if command in ("statements", "actors") else []
    ran = onrecord(command, steering, *more, *everything)
    shown = ran.out + ran.err
    assert len(shown) > 20
    assert [
        one for one in shown if (one < " " and one not in "\n\t") or "\x7f" <= one <= "\x9f" or one == "\u202e"
    ] == []
