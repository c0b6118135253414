"""Headlines put as sentences for the parser: commas that join, *to* for the future, a present tense taken for a noun."""

from __future__ import annotations

import pytest

from onrecord.annotate import Annotator
from onrecord.annotate.headline import verb_test
from onrecord.annotate.titles import joins, past_of
from onrecord.schema import Block, Document, Sentence

IS_VERB = verb_test(frozenset({"sign", "storm", "visit", "carry", "ban", "strike", "meet", "use", "seize"}))


def titled(annotator: Annotator, text: str) -> Sentence:
    page = Document("0" * 16, "0" * 64, "page", text, (Block("title", 0, len(text), "given"),))
    (sentence,) = annotator.annotate(page).sentences
    return sentence


@pytest.mark.parametrize(
    ("present", "past"),
    [
        ("storm", "stormed"),
        ("storms", "stormed"),
        ("carries", "carried"),
        ("bans", "banned"),
        ("strikes", "struck"),
        ("seizes", "seized"),
        ("stormed", None),
        ("talks", None),
    ],
)
def test_the_past_of_a_present_tense(present: str, past: str | None) -> None:
    assert past_of(present, IS_VERB) == past


@pytest.mark.parametrize(
    ("text", "at"),
    [("Norland, Sudland sign pact", [7]), ("In Norland, Lind signs pact", []), ("Norland, the island state", [])],
)
def test_a_comma_between_two_who_act_joins_them(text: str, at: list[int]) -> None:
    assert [place for place, _ in joins(text, IS_VERB)] == at


def test_both_sides_of_the_comma_are_subjects(annotator: Annotator) -> None:
    sentence = titled(annotator, "Kenya, Uganda sign border pact")
    verb = next(token for token in sentence.tokens if token.text == "sign")
    joined = next(token for token in sentence.tokens if token.text == "Uganda")
    assert [sentence.tokens[c].text for c in sentence.children[verb.index] if sentence.tokens[c].dep == "nsubj"] == [
        "Kenya"
    ]
    assert (joined.dep, sentence.tokens[joined.head].text) == ("conj", "Kenya")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Protesters storm parliament in Georgia", "storm"),
        ("Police fire tear gas at Nairobi protesters", "fire"),
        ("Pakistan PM to visit Beijing next week", "visit"),
        ("Germany pledges tanks for Kyiv", "pledges"),
    ],
)
def test_a_headline_whose_verb_the_parser_missed_gets_it(annotator: Annotator, text: str, verb: str) -> None:
    sentence = titled(annotator, text)
    (root,) = [token for token in sentence.tokens if token.head == token.index]
    assert (root.text, root.pos) == (verb, "VERB")
    assert [text[token.start : token.end] for token in sentence.tokens] == [token.text for token in sentence.tokens]


def test_a_paragraph_stays_as_it_is(annotator: Annotator) -> None:
    text = "Protesters storm parliament in Georgia"
    page = Document("0" * 16, "0" * 64, "page", text, (Block("paragraph", 0, len(text), "given"),))
    (sentence,) = annotator.annotate(page).sentences
    assert all(token.text != "storm" or token.tag != "VBD" for token in sentence.tokens)
