from __future__ import annotations

import pytest

from onrecord.find.lemmas import verb_lemmas
from onrecord.schema import Token
from tests.find.conftest import FindingsOf, ViewOf


def verb(view_of: ViewOf, sentence: str, form: str) -> Token:
    (one,) = [t for s in view_of(sentence).annotations.sentences for t in s.tokens if t.text == form]
    return one


@pytest.mark.parametrize(
    ("sentence", "form", "base"),
    [
        ("The governor decreed a curfew.", "decreed", "decree"),
        ("The army retook three villages.", "retook", "retake"),
        ("The troops staged a raid.", "staged", "stage"),
        ("Rebels gutted the mill.", "gutted", "gut"),
    ],
)
def test_the_base_form_is_among_the_lemmas(view_of: ViewOf, sentence: str, form: str, base: str) -> None:
    assert base in verb_lemmas(verb(view_of, sentence, form))


def test_a_curfew_is_found_though_the_lemmatizer_leaves_its_verb(findings_of: FindingsOf) -> None:
    assert [one.type for one in findings_of("The governor decreed a curfew.").events] == ["COERCE"]
