from __future__ import annotations

from typing import Any

import pytest
import spacy

from onrecord.annotate import DEFAULT_MODEL
from onrecord.annotate import parser as module
from onrecord.annotate.model import locate
from onrecord.annotate.parser import Parser

FIRST, SECOND = "The Vornish zelot borfed.", "Quimply nudgars left  it."


@pytest.fixture(scope="module")
def pipeline() -> Any:
    return spacy.load(locate(DEFAULT_MODEL), exclude=["ner", "senter"])


def test_words_beyond_those_kept_are_forgotten_and_parses_stay_the_same(
    pipeline: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    parser = Parser(pipeline)
    monkeypatch.setattr(module, "KEPT", 0)
    monkeypatch.setattr(module, "WORDS", 1)
    forgotten = parser.parses([FIRST])
    assert "zelot" not in pipeline.vocab
    monkeypatch.setattr(module, "KEPT", 10**9)
    assert parser.parses([FIRST]) == forgotten
    assert "zelot" in pipeline.vocab
    second, first = parser.parses([SECOND, FIRST])
    assert (first,) == tuple(forgotten)
    assert [SECOND[node.start : node.end] for node in second] == ["Quimply", "nudgars", "left", "it", "."]
    assert [node.head for node in second if node.dep == "ROOT"] == [2]
