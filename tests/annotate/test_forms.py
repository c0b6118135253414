from __future__ import annotations

from typing import Any

from onrecord.annotate.forms import Forms, signs_of

TEXT = "There's no peace, and they ain't going; let's go, y'all. The army hoped that it gon na stop."


def test_remembered_forms_are_what_the_components_say(pipeline: Any) -> None:
    texts = [TEXT, "The army hoped.", "He was there.", "There was peace."]
    asked = [[(one.pos_, one.tag_, one.dep_, one.is_space) for one in pipeline(text)] for text in texts]
    lemmas = [[one.lemma_ for one in pipeline(text)] for text in texts]
    forms = Forms(pipeline)
    for _ in range(2):
        found = forms.of(list(pipeline.pipe(texts)))
        assert [[(word.pos, word.tag, word.dep, word.space) for word in some] for some in found] == asked
    assert [word.lemma for word in found[2]] == lemmas[2]
    assert [word.lemma for word in found[1]] == ["the", "army", "hope", "."]
    assert found[3][1].pos == "VERB"


def test_only_texts_with_the_words_of_a_longer_pattern_are_looked_through() -> None:
    patterns = [[{"LOWER": "gon"}, {"LOWER": "na"}], [{"DEP": "expl"}, {"LOWER": {"IN": ["is"]}}]]
    assert signs_of(patterns) == {"LOWER": ["gon"], "DEP": ["expl"]}
    assert signs_of([*patterns, [{"LOWER": {"REGEX": "a"}}, {"LOWER": "b", "OP": "?"}]]) is None
    assert signs_of([]) == {}
