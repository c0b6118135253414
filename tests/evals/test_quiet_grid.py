from __future__ import annotations

import pytest
from quiet_grid import HALVES, MATTERS, PRIVATE, PUBLIC, WORDS, run, sentences, words

from onrecord.schema import Document, Event, Findings, Span


class Partial:
    """Finds an event wherever an army is told of."""

    def process(self, document: Document) -> Findings:
        if "army" not in document.text:
            return Findings(document)
        span = Span(document.text, 0, len(document.text))
        return Findings(document, events=(Event("e", document.doc, "paragraph", "ASSAULT", span, span),))


def read(name: str, text: str) -> Document:
    return Document(doc=name, sha256="0" * 64, path=name, text=text, blocks=())


@pytest.mark.parametrize("doers", [*PRIVATE, PUBLIC])
def test_the_same_sentences_come_each_time_and_other_heads_in_the_other_half(doers: str) -> None:
    lists = words(WORDS)
    tuned, again, held = (list(sentences(lists, doers, "other", half, 50)) for half in ("tuned", "tuned", "held"))
    assert tuned == again and set(tuned).isdisjoint(held)
    assert not any("{" in one for one in tuned + held)


def test_the_words_are_told_once_and_in_all_their_forms() -> None:
    lists = words(WORDS)
    heads = [word for name in (*PRIVATE, PUBLIC, "other") for word in lists[name]]
    assert len(heads) == len(set(heads))
    assert all(len(verb.split("|")) == 3 for verb in lists["verb"])
    assert all(len(lists[name][at::2]) >= 6 for name in lists for at in range(len(HALVES)))


def test_shares_are_by_who_acts_and_misses_are_of_either_kind() -> None:
    lists = {"nation": ["Kenyan|Kenya", "Thai|Thailand"], "noun": ["talks with"]}
    lists |= {name: ["met|met|meet"] for name in ("verb", "match verb")}
    lists |= {name: ["potter", "potter"] for name in (*PRIVATE, "other", "player", *MATTERS)} | {
        PUBLIC: ["army", "navy"]
    }
    lists["public matter"] = ["with an army", "at sea"]
    report = run("grid", lists, "tuned", 4, "", read, Partial())
    assert report.figures["thing on other"] == 0.0 and report.figures["public body on other"] == 1.0
    assert not report.misses
    report = run("grid", lists, "held", 4, "", read, Partial())
    assert report.figures["public body on other"] == 0.0
    assert sum(miss.startswith("no event") for miss in report.misses) == 16
