"""Which claim a denial meets."""

from __future__ import annotations

import hashlib

import pytest

from onrecord.derive.claims import claim_of, contradicted, denial_of, is_denial, met
from onrecord.schema import Document, Party, Span, Statement

Said = tuple[str, str, str]
"""Who, the words of the content, the rule."""


def page(text: str, *said: Said) -> tuple[Document, list[Statement]]:
    sha = hashlib.sha256(text.encode()).hexdigest()
    made = []
    for number, (who, words, rule) in enumerate(said):
        start, at = text.index(who), text.index(words) if words else 0
        speaker = Party(who, start, start + len(who), actor_kind="group", how="table:agent noun")
        content = (Span.of(text, at, at + len(words)),) if words else ()
        cue = Span.of(text, start + len(who) + 1, start + len(who) + 4)
        made.append(
            Statement(f"s{number}", sha[:16], "paragraph", cue, content, "indirect", "says", speaker, rule=rule)
        )
    return Document(sha[:16], sha, "d.txt", text, ()), made


def answered(text: str, *said: Said) -> list[str]:
    """The words of the claims that the last of some statements denies."""
    document, statements = page(text, *said)
    entries = {one.id: one for one in statements}
    words = [word for one in statements if (word := claim_of(one, document, entries)) is not None]  # type: ignore[arg-type]
    denial = denial_of(statements[-1], document)
    assert denial is not None
    return [word.issue.text for word in met(statements[-1], denial, words, entries) if word.issue]  # type: ignore[arg-type]


def test_who_denies_it_means_what_was_said_just_before() -> None:
    text = "Doctors say clerks were beaten. Guards deny it."
    assert answered(text, ("Doctors", "clerks were beaten", "say.say"), ("Guards", "it", "deny.deny")) == [
        "clerks were beaten"
    ]


def test_a_fabrication_is_a_denial() -> None:
    text = "Doctors say clerks were beaten. Guards call the claims a fabrication."
    said = ("Doctors", "clerks were beaten", "say.say"), ("Guards", "the claims a fabrication", "call.call")
    assert answered(text, *said) == ["clerks were beaten"]


def test_a_denial_of_its_own_words_meets_a_claim_in_these_words() -> None:
    text = (
        "Papers say a clerk met growers at the mill. Doctors say it rained. The clerk denied having met growers there."
    )
    said = (
        ("Papers", "a clerk met growers at the mill", "say.say"),
        ("Doctors", "it rained", "say.say"),
        ("The clerk", "having met growers there", "deny.deny"),
    )
    assert answered(text, *said) == ["a clerk met growers at the mill"]


@pytest.mark.parametrize(
    ("claim", "rule"),
    [("the mill will close", "say.say"), ("to close the mill", "urge.urge.request")],
)
def test_what_may_be_or_is_asked_for_is_not_denied(claim: str, rule: str) -> None:
    text = f"Doctors say {claim}. Guards deny it."
    assert answered(text, ("Doctors", claim, rule), ("Guards", "it", "deny.deny")) == []


def test_who_rejects_any_wrongdoing_answers_an_accusation_alone() -> None:
    text = "Doctors say clerks were beaten. Guards deny any wrongdoing."
    assert answered(text, ("Doctors", "clerks were beaten", "say.say"), ("Guards", "any wrongdoing", "deny.deny")) == []


@pytest.mark.parametrize(
    ("words", "rule", "denies"),
    [
        ("it as a farce", "dismiss.reject.reject", False),
        ("the claims as a farce", "dismiss.reject.reject", True),
        ("it was absurd", "say.say", False),
        ("this was a lie", "say.say", True),
    ],
)
def test_an_opinion_is_no_denial(words: str, rule: str, denies: bool) -> None:
    _, (statement,) = page(f"Guards said {words}.", ("Guards", words, rule))
    assert is_denial(statement) is denies


def test_a_denial_in_other_words_meets_what_was_just_said_of_the_same_people() -> None:
    text = "Doctors say they had been beaten in May. Guards denied that they had been mistreated."
    said = ("Doctors", "they had been beaten in May", "say.say"), ("Guards", "they had been mistreated", "deny.deny")
    assert answered(text, *said) == ["they had been beaten in May"]
    other = text.replace("they had been mistreated", "the mill had burned")
    assert answered(other, said[0], ("Guards", "the mill had burned", "deny.deny")) == []


@pytest.mark.parametrize(
    ("words", "met_by"),
    [
        ("no envoy had been promised a visa and had never asked for one", []),
        ("it had never promised the envoy a visa", ["an envoy had been promised a visa"]),
        ("it did not want the envoy to have a visa", []),
    ],
)
def test_one_says_that_it_is_so_and_another_that_it_is_not(words: str, met_by: list[str]) -> None:
    text = f"Doctors say an envoy had been promised a visa. Guards say {words}."
    document, statements = page(
        text, ("Doctors", "an envoy had been promised a visa", "say.say"), ("Guards", words, "say.say")
    )
    entries = {one.id: one for one in statements}
    said = [claim_of(one, document, entries) for one in statements]  # type: ignore[arg-type]
    on_page = [word for word in said if word is not None]
    found = contradicted(statements[1], on_page[1], on_page)
    assert [word.issue.text for word in found if word.issue] == met_by
