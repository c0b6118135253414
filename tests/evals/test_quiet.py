from __future__ import annotations

import json
from pathlib import Path

import pytest
from quiet import PAGES, SENTENCES, load, named, of_pages, run

from onrecord.schema import Annotations, Document, Event, Findings, Sentence, Span


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


class ByStops:
    """Finds a sentence up to each full stop."""

    def annotate(self, document: Document) -> Annotations:
        ends = [at + 1 for at, sign in enumerate(document.text) if sign == "."]
        spans = enumerate(zip([0, *ends], ends, strict=False))
        return Annotations(tuple(Sentence(at, 0, start, end, ()) for at, (start, end) in spans), (), "stops")


def test_pages_are_read_by_their_names_and_without_captions(tmp_path: Path) -> None:
    gold = tmp_path / "ground_truth.json"
    body = {"body": ["They drew. It rained.", "[A picture.]", "They left."]}
    gold.write_text(json.dumps({"Herald_1.html.gz": body, "Herald_2.html.gz": body}), encoding="utf-8")
    assert list(of_pages(gold, ["Herald_2"], read, ByStops())) == [
        ("Herald_2", "They drew."), ("Herald_2", "It rained."), ("Herald_2", "They left."),
    ]  # fmt: skip
    with pytest.raises(KeyError, match="Herald_9"):
        list(of_pages(gold, ["Herald_9"], read, ByStops()))


def test_the_pages_are_each_named_once() -> None:
    assert len(named(PAGES)) == len(set(named(PAGES))) > 20
