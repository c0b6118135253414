from __future__ import annotations

import pytest

from onrecord.annotate.lemmas import repaired


@pytest.mark.parametrize(
    ("form", "lemma", "tag", "expected"),
    [
        ("hoped", "hop", "VBD", "hope"),
        ("staged", "stag", "VBN", "stage"),
        ("slated", "slat", "VBN", "slate"),
        ("Hoping", "hop", "VBG", "hope"),
        ("hopped", "hop", "VBD", "hop"),
        ("visited", "visit", "VBD", "visit"),
        ("acted", "act", "VBD", "act"),
        ("played", "play", "VBD", "play"),
        ("aided", "aid", "VBD", "aid"),
        ("withdrew", "withdrew", "VBD", "withdraw"),
        ("taxes", "taxis", "NNS", "tax"),
        ("Taxes", "taxis", "NNS", "tax"),
    ],
)
def test_a_form_has_the_lemma_that_its_spelling_proves(form: str, lemma: str, tag: str, expected: str) -> None:
    assert repaired(form, lemma, tag) == expected
