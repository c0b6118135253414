from __future__ import annotations

import pytest

from onrecord.schema import About, Findings
from tests.find.conftest import FindingsOf


def about(findings: Findings, cue: str) -> list[About]:
    return [each for one in findings.statements if one.cue and one.cue.text == cue for each in one.about]


def test_whom_the_content_names_is_its_topic(resolved_of: FindingsOf) -> None:
    (one,) = about(resolved_of("Kenya said that Somalia had closed the border."), "said")
    assert (one.name, one.how.startswith("table:")) == ("Somalia", True)


def test_who_is_named_beside_the_content_is_understood(resolved_of: FindingsOf) -> None:
    (one,) = about(resolved_of("Kenya accused Somalia of sheltering gunmen."), "accused")
    assert (one.name, one.how) == ("Somalia", "context: named beside what was said")


def test_a_statement_goes_on_about_whom_the_one_before_spoke_of(resolved_of: FindingsOf) -> None:
    found = resolved_of("Kenya said that Somalia had closed the border. “They will have to open it,” it added.")
    assert [(one.name, one.how) for one in about(found, "added")] == [
        ("Somalia", "context: what was said before is about it")
    ]


def test_who_is_named_in_the_sentence_before_is_understood(resolved_of: FindingsOf) -> None:
    found = resolved_of("Al-Shabaab attacked a camp on Monday. Use of force is not the answer, the minister said.")
    assert [(one.name, one.how[:8]) for one in about(found, "said")] == [
        ("Al-Shabaab", "context:"),
        ("Use of force", "page: wh"),
    ]


def test_the_paragraph_before_is_no_context_for_another_speaker(resolved_of: FindingsOf) -> None:
    found = resolved_of("Al-Shabaab attacked a camp on Monday.\n“We will rebuild,” the minister said.")
    assert about(found, "said") == []


def test_the_speaker_is_not_what_the_statement_is_about(resolved_of: FindingsOf) -> None:
    found = resolved_of("Kenya closed the border on Monday. Kenya said that it would stay closed.")
    assert [one.name for one in about(found, "said")] == []


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("Novak said the ceasefire would hold.", ["ceasefire"]),
        ("Novak demanded water data.", ["water data"]),
        ("Novak said that a market had burned.", []),
        ("Novak said they sang the same note.", []),
    ],
)
def test_issues_are_definite_noun_phrases_without_an_actor(
    resolved_of: FindingsOf, text: str, issues: list[str]
) -> None:
    found = [each for one in resolved_of(text).statements for each in one.about]
    assert [(one.name, one.actor) for one in found] == [(name, None) for name in issues]


def test_a_general_word_is_about_whom_the_headline_names(resolved_of: FindingsOf) -> None:
    found = resolved_of("Kenya ready to talk about Al-Shabaab\n“Use of force is no answer,” an envoy said.", title=True)
    assert ("Al-Shabaab", "context: the headline names it") in [(one.name, one.how) for one in about(found, "said")]


def test_who_is_repeated_is_not_what_it_is_about(resolved_of: FindingsOf) -> None:
    found = resolved_of("“Force is no answer,” an envoy said, repeating a statement by Al-Shabaab.")
    assert "Al-Shabaab" not in [one.name for one in about(found, "said")]


def test_a_noun_at_the_beginning_is_no_name(resolved_of: FindingsOf) -> None:
    found = resolved_of("“Use of force is no answer to every problem,” he said.")
    assert "Use" not in [one.name for one in found.mentions]
