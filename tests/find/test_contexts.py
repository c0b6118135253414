from __future__ import annotations

import pytest

from onrecord.find.contexts import MOST, contexts_of
from onrecord.lexicon.codebook import load_codebook, load_context_terms
from tests.find.conftest import FindingsOf


def test_the_terms_tell_the_contexts_of_the_codebook_and_all_of_them() -> None:
    told = {context for contexts in load_context_terms().values() for context in contexts}
    assert told == load_codebook().contexts.keys()
    assert all(term == term.lower().strip() and term for term in load_context_terms())


@pytest.mark.parametrize(
    ("sentence", "contexts"),
    [
        ("The troops left after the election.", ("military", "election")),
        ("The Ambassador’s car was stoned.", ("diplomatic",)),
        ("Refugees crossed the river.", ("migration",)),
        ("The hunger strike of nine inmates went on.", ()),
        ("The non-military part was agreed.", ()),
        ("The baker sold bread.", ()),
    ],
)
def test_a_sentence_tells_its_contexts_in_the_order_of_its_words(sentence: str, contexts: tuple[str, ...]) -> None:
    assert contexts_of(sentence, "AGREE", None) == contexts


def test_a_mode_brings_its_context_first_and_there_are_few() -> None:
    assert contexts_of("The army was blamed.", "COERCE", "cyber") == ("cyber", "military")
    many = "The army, the court, the parliament, the cabinet and the embassy met."
    assert len(contexts_of(many, "CONSULT", None)) == MOST


def test_every_event_has_its_contexts(findings_of: FindingsOf) -> None:
    (event,) = findings_of("Police arrested two journalists at a polling station.").events
    assert event.contexts == ("election",)


@pytest.mark.parametrize(
    ("text", "trigger", "contexts"),
    [
        ("A geologist kidnapped in May urged Kenya to withdraw its soldiers.", "kidnapped", ("crime",)),
        ("A geologist kidnapped in May urged Kenya to withdraw its soldiers.", "withdraw", ("military",)),
        ("Rebels threatened to attack Berov, while the army met the ambassador.", "attack", ()),
        ("Kenya accused the minister of bribery, though the election is over.", "accused", ("corruption",)),
    ],
)
def test_an_act_has_the_contexts_of_its_own_clause(
    findings_of: FindingsOf, text: str, trigger: str, contexts: tuple[str, ...]
) -> None:
    (event,) = [one for one in findings_of(text).events if one.trigger.text == trigger]
    assert event.contexts == contexts
