from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import spacy

from onrecord.annotate import DEFAULT_MODEL
from onrecord.annotate.model import locate


@pytest.fixture(scope="module")
def loaded() -> Any:
    """The framework's own pipeline with all parts that ours stands for."""
    return spacy.load(locate(DEFAULT_MODEL), exclude=["ner", "senter"])


@pytest.fixture
def pipeline(loaded: Any) -> Iterator[Any]:
    """The same, with whatever a test switched off switched on again."""
    yield loaded
    for name in loaded.disabled:
        loaded.enable_pipe(name)
