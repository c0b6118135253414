from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.annotate import Annotator
from onrecord.errors import StepError
from onrecord.schema import Annotations, Block, Document, children_of

Make = Callable[..., Document]
PAGE = (
    "Borduria rejected the claims on Monday. “We will never accept that,” Gen. Bari said.\n"
    "The two sides  agreed\u00a0to meet\u200b again in May.\n"
    "• Talks ended. 'It is over,' the minister's aide told reporters."
)


def bare(annotations: Annotations) -> list[list[tuple[str, str, str, str, int]]]:
    """The sentences without their places."""
    return [
        [(token.text, token.lemma, token.tag, token.dep, token.head) for token in sentence.tokens]
        for sentence in annotations.sentences
    ]


def test_tokens_are_exactly_the_words_of_the_page(annotator: Annotator, document_of: Make) -> None:
    document = document_of(PAGE)
    annotations = annotator.annotate(document)
    assert [sentence.index for sentence in annotations.sentences] == [0, 1, 2, 3, 4]
    for sentence in annotations.sentences:
        block = document.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
        for number, token in enumerate(sentence.tokens):
            assert token.index == number
            assert sentence.start <= token.start < token.end <= sentence.end
            assert token.text == document.text[token.start : token.end]
            assert token.text.strip() == token.text != ""
            assert 0 <= token.head < len(sentence.tokens)


def test_a_sentence_is_one_tree(annotator: Annotator, document_of: Make) -> None:
    text = PAGE + "\n“Does anybody know what the plan is?” Bari asked.\nKLOW - A disputed plan will expire."
    for sentence in annotator.annotate(document_of(text)).sentences:
        assert sum(token.head == token.index for token in sentence.tokens) == 1
        assert sentence.children == children_of(sentence.tokens)


def test_subject_and_object_of_a_plain_sentence_are_found(annotator: Annotator, document_of: Make) -> None:
    sentence = annotator.annotate(document_of("Borduria rejected the claims.")).sentences[0]
    assert [(token.text, token.dep, sentence.tokens[token.head].text) for token in sentence.tokens[:2]] == [
        ("Borduria", "nsubj", "rejected"),
        ("rejected", "ROOT", "rejected"),
    ]


def test_a_result_does_not_hang_on_neighbours_or_batches(annotator: Annotator, document_of: Make) -> None:
    lines = [
        f"{who} {what} {whom}."
        for who in ("The army", "Omar Bari, a spokesman,", "Nobody in Klow", "“We,” he said, and they")
        for what in ("rejected the claims of", "will send troops against", "asked for talks with")
        for whom in ("the rebels", "Borduria, which has denied it,", "both")
    ]
    alone = [bare(annotator.annotate(document_of(line)))[0] for line in lines]
    fresh = Annotator()
    assert bare(fresh.annotate(document_of("\n".join(reversed(lines)))))[::-1] == alone
    assert bare(fresh.annotate(document_of("\n".join(lines)))) == alone


def test_equal_sentences_are_parsed_once(
    annotator: Annotator, document_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    parses = annotator._parser.parses
    monkeypatch.setattr(annotator._parser, "parses", lambda texts: [seen.extend(texts), parses(texts)][1])
    first, second, _ = annotator.annotate(document_of("Quite new words.\nQuite  new words.\nOthers.")).sentences
    annotator.annotate(document_of("Quite new words."))
    assert sorted(seen) == ["Others.", "Quite new words."]
    assert [token.text for token in first.tokens] == [token.text for token in second.tokens]


def test_typewriter_marks_are_understood_like_typographic_ones(annotator: Annotator, document_of: Make) -> None:
    typed = annotator.annotate(document_of("“We will not bow,” the minister told reporters."))
    plain = annotator.annotate(document_of("'We will not bow,' the minister told reporters."))
    assert [row[2:] for row in bare(plain)[0]] == [row[2:] for row in bare(typed)[0]]
    assert plain.sentences[0].tokens[0].text == "'"


def test_headlines_in_capitals_are_understood(annotator: Annotator) -> None:
    for text in ("Borduria Rejects Claims on Border Deaths", "BORDURIA REJECTS CLAIMS ON BORDER DEATHS"):
        page = Document("0" * 16, "0" * 64, "p", text, (Block("title", 0, len(text), "test"),))
        tokens = annotator.annotate(page).sentences[0].tokens
        assert (tokens[0].dep, tokens[1].pos, tokens[1].lemma) == ("nsubj", "VERB", "reject")
        assert [token.text for token in tokens] == text.split()


def test_a_bullet_is_no_word(annotator: Annotator, document_of: Make) -> None:
    sentence = annotator.annotate(document_of("• The two sides agreed.")).sentences[0]
    assert (sentence.start, sentence.tokens[0].text) == (0, "The")


def test_only_blocks_that_are_read_have_sentences(annotator: Annotator) -> None:
    text = "He left.\nShe came."
    page = Document("0" * 16, "0" * 64, "p", text, (Block("comment", 0, 8, "test"), Block("subheading", 9, 18, "test")))
    assert [sentence.block for sentence in annotator.annotate(page).sentences] == [1]


def test_a_page_that_is_not_read_has_no_annotations(annotator: Annotator, document_of: Make) -> None:
    page = replace(document_of("Er sagte nein."), unread="written in German")
    assert annotator.annotate(page) == Annotations((), (), annotator.identity)


@pytest.mark.parametrize("text", ["", "\n \n", "\u200b", "•", "“", "x" * 3000, "¿ ؟ 。", "\U0001f600 \u0301"])
def test_odd_text_is_annotated_without_fault(annotator: Annotator, document_of: Make, text: str) -> None:
    document = document_of(text)
    for sentence in annotator.annotate(document).sentences:
        assert all(token.text == document.text[token.start : token.end] for token in sentence.tokens)


def test_a_model_that_fails_names_step_and_page_and_goes_on_with_the_next(
    annotator: Annotator, document_of: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(text: str) -> Any:
        raise ValueError("no such text")

    with monkeypatch.context() as broken:
        broken.setattr(annotator._parser, "_made", fail)
        with pytest.raises(StepError, match=r"annotate: test\.txt \(0{16}\).*no such text"):
            annotator.annotate(document_of("Words that nobody wrote."))
    assert len(annotator.annotate(document_of("Words that nobody wrote.")).sentences) == 1
