from __future__ import annotations

import pytest

from onrecord.lexicon.codebook import load_codebook, load_mode_words
from tests.find.conftest import FindingsOf


def test_the_words_tell_only_modes_of_the_codebook() -> None:
    types = load_codebook().types
    for kind, words in load_mode_words().items():
        assert set(words.values()) <= types[kind].modes.keys(), kind


@pytest.mark.parametrize(
    ("sentence", "kind", "mode"),
    [
        ("Norland urged Sudland to release the pilots.", "REQUEST", "yield"),
        ("Norland urged Sudland to resume talks.", "REQUEST", "meet"),
        ("Norland urged Sudland to send food.", "REQUEST", "assist"),
        ("Norland refused to negotiate with Sudland.", "REJECT", "meet"),
        ("The union threatened to boycott the vote.", "THREATEN", "restrict"),
        ("The rebels threatened to kill the hostages.", "THREATEN", "violence"),
        ("Rebels attacked the town with mortars.", "ASSAULT", "heavy-weapons"),
        ("Norland urged Sudland to paint the fence.", "REQUEST", None),
        ("Rebels attacked the town.", "ASSAULT", None),
    ],
)
def test_a_mode_that_the_predicate_leaves_open_is_told_by_its_clause(
    findings_of: FindingsOf, sentence: str, kind: str, mode: str | None
) -> None:
    assert [one.mode for one in findings_of(sentence).events if one.type == kind] == [mode]
