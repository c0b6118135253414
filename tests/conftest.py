from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from onrecord.annotate import Annotator
from onrecord.schema import Block, Document

# The same examples on every run, and no clock: a slow machine fails no test.
settings.register_profile(
    "onrecord", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("onrecord")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """The default annotator, loaded once."""
    return Annotator()


@pytest.fixture(scope="session")
def document_of() -> Callable[..., Document]:
    """A document from a text whose every line that is not empty is a paragraph."""

    def make(text: str) -> Document:
        blocks, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block("paragraph", start, start + len(line), "test"))
            start += len(line) + 1
        return Document(doc="0" * 16, sha256="0" * 64, path="test.txt", text=text, blocks=tuple(blocks))

    return make
