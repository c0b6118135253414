from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
import spacy

from onrecord.annotate import vectors as module
from onrecord.annotate.vectors import Vectors

TEXTS = [
    "Borduria rejected the claims on Monday.",
    "“We can't accept that,” Gen. Bari said, and left.",
    "No.",
    "",
    "The two sides agreed to meet again in May, a spokesman for the army told reporters in Klow on Tuesday evening.",
    " \n ",
    "Nobody can't.",
]


@pytest.fixture
def plain(pipeline: Any) -> list[Any]:
    """The framework's own vectors."""
    return list(pipeline.get_pipe("tok2vec").predict([pipeline.make_doc(text) for text in TEXTS]))


def given(pipeline: Any, vectors: Vectors, texts: list[str]) -> list[Any]:
    made = [pipeline.make_doc(text) for text in texts]
    vectors.give(made)
    return [one.tensor for one in made]


def test_vectors_are_those_of_the_framework_to_the_last_bit(pipeline: Any, plain: list[Any]) -> None:
    vectors = Vectors(pipeline, own_products=True)
    assert vectors.taken
    assert "tok2vec" not in pipeline.pipe_names
    for order in (TEXTS, TEXTS[::-1], random.Random(7).sample(TEXTS, len(TEXTS))):
        for text, found in zip(order, given(pipeline, vectors, order), strict=True):
            assert np.array_equal(found, plain[TEXTS.index(text)]) or not len(plain[TEXTS.index(text)])
    assert np.array_equal(given(pipeline, vectors, [TEXTS[0]])[0], plain[0])


def test_forms_are_forgotten_when_there_are_too_many(
    pipeline: Any, plain: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 12)
    vectors = Vectors(pipeline, own_products=True)
    for text, expected in zip(TEXTS, plain, strict=True):
        if text:
            assert np.array_equal(given(pipeline, vectors, [text])[0], expected)
    assert len(vectors._known) <= 30


def test_a_pipeline_that_is_built_otherwise_keeps_its_own_vectors() -> None:
    other = spacy.blank("en")
    assert not Vectors(other).taken
    vectors = Vectors(other)
    made = other.make_doc("He left.")
    vectors.give([made])
    assert made.tensor.size == 0


def test_with_quicker_products_a_text_has_the_same_vectors_in_any_company(pipeline: Any, plain: list[Any]) -> None:
    vectors = Vectors(pipeline)
    alone = {text: given(pipeline, vectors, [text])[0] for text in TEXTS}
    for text, expected in zip(TEXTS, plain, strict=True):
        assert not text or np.allclose(alone[text], expected, atol=1e-4)
    for order in (TEXTS, TEXTS[::-1], [*TEXTS[2:], *TEXTS, *TEXTS]):
        for text, found in zip(order, given(pipeline, vectors, order), strict=True):
            assert not text or np.array_equal(found, alone[text])
