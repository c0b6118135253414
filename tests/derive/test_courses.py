"""Verbs that end a thing turn a yes to them into a no to it."""

from __future__ import annotations

import pytest

from onrecord.derive.courses import course, leading, moves, state
from onrecord.derive.issues import issue_behind
from onrecord.schema import Document


@pytest.mark.parametrize(
    ("word", "sign"),
    [
        ("lifted", -1),
        ("closure", -1),
        ("withdrawal", -1),
        ("reopening", 1),
        ("Released", 1),
        ("painted", 0),
        ("banner", 0),
    ],
)
def test_each_form_of_a_verb_has_its_sign(word: str, sign: int) -> None:
    assert course(word) == sign


def test_what_stays_or_goes_has_a_sign_too() -> None:
    assert (state("force"), state("shut"), state("blue")) == (1, -1, 0)
    assert (moves("resume"), moves("cease"), moves("sing")) == (1, -1, 0)


@pytest.mark.parametrize(
    ("text", "found"), [("to lift the ban", "lift"), ("the closing of the port", "closing"), ("ban on milk", "")]
)
def test_a_noun_is_taken_for_no_verb(text: str, found: str) -> None:
    verb = leading(text)
    assert (verb.group("word") if verb else "") == found


@pytest.mark.parametrize(
    ("words", "stems", "turn"),
    [
        ("closing the border to Corvan milk", {"border", "corvan", "milk"}, -1),
        ("reopen the border", {"border"}, 1),
        ("postpone the reopening of the border", {"border"}, -1),
        ("calls to halt the strike", {"strik"}, -1),
        ("demand by Corvo that it apologize for the raid", {"corvo", "deman", "apologize", "raid"}, 1),
        ("stepping down over the raid", {"resign", "raid"}, 1),
        ("ban on milk", {"ban", "milk"}, 1),
    ],
)
def test_the_verb_is_no_part_of_the_issue(words: str, stems: set[str], turn: int) -> None:
    issue = issue_behind(Document("d" * 16, "d" * 64, "d.txt", words, ()), 0, len(words))
    assert issue is not None
    assert (issue.stems, issue.turn) == (stems, turn)
