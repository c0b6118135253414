from __future__ import annotations

from pathlib import Path

import pytest
from quiet import SENTENCES, load, run

from onrecord.schema import Document, Event, Findings, Span


class Loud:
    """Finds one event where a sentence shouts."""

    def process(self, document: Document) -> Findings:
        if "!" not in document.text:
            return Findings(document)
        span = Span(document.text, 0, len(document.text))
        return Findings(document, events=(Event("e", document.doc, "paragraph", "PROTEST", span, span),))


def read(name: str, text: str) -> Document:
    return Document(doc=name, sha256="0" * 64, path=name, text=text, blocks=())


def test_false_events_are_counted_by_field() -> None:
    report = run("quiet", [("sport", "Goal!"), ("sport", "They drew."), ("science", "It rained.")], "", read, Loud())
    assert report.figures["quiet"] == pytest.approx(2 / 3)
    assert report.figures["false_per_1000"] == pytest.approx(1000 / 3)
    assert "sport" in report.lines[2] and "1 on 2 sentences" in report.lines[2]


def test_a_sentence_without_a_field_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "quiet.txt"
    path.write_text("They drew.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="They drew"):
        load(path)


def test_the_sentences_are_each_told_once() -> None:
    sentences = [sentence for _, sentence in load(SENTENCES)]
    assert len(sentences) >= 300 and len(set(sentences)) == len(sentences)


def test_sentences_never_tuned_on_are_none_of_the_others() -> None:
    tuned = {sentence for _, sentence in load(SENTENCES)}
    assert tuned.isdisjoint(sentence for _, sentence in load(SENTENCES.with_name("quiet_held.txt")))
