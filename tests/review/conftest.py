"""Records in memory with pages whose entries are sure to a given degree."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.api import Record
from onrecord.schema import Findings
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent.parent / "store" / "conftest.py")))

SAYINGS = ("the border stays open", "talks resume in April", "the bridge is safe", "no taxes will rise")


def pages() -> list[Findings]:
    """Two pages, one with an act; how sure the entries are falls from 0.9 to 0.5."""
    one = made.page(
        "a.txt",
        [("Ada Roy", SAYINGS[0]), ("Ben Okoro", SAYINGS[1])],
        [("Lagos", "accused", "Prague", "ACCUSE", "actual")],
    )
    two = made.page("b.txt", [("Čeněk Novák", SAYINGS[2]), ("Ada Roy", SAYINGS[3])])
    sure = iter((0.9, 0.5, 0.8, 0.7))

    def surely(found: Findings) -> Findings:
        said = tuple(replace(each, confidence=next(sure), speaker_confidence=0.95) for each in found.statements)
        return replace(found, statements=said)

    return [surely(one), surely(two)]


@pytest.fixture
def record() -> Record:
    """A record of the two pages."""
    return filled(pages())


def filled(found: list[Findings]) -> Record:
    """A record of some pages."""
    store = MemoryStore()
    made.fill(store, found)
    return Record(store, ":memory:")


@pytest.fixture
def clock() -> Callable[[], str]:
    """Times that go on by a second."""
    seconds = iter(range(60))
    return lambda: f"2026-01-01T10:00:{next(seconds):02}+00:00"
