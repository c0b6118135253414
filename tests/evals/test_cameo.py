from __future__ import annotations

import cameo
import pytest
from cameo import Lead

from onrecord.schema import Document, Event, Findings, Span

TEXT = "Teldor arrested two men."


def found(*roots: str) -> Findings:
    words = Span(0, 6, "Teldor")
    events = tuple(Event("", "", "paragraph", "COERCE", words, words, cameo=root) for root in roots)
    return Findings(Document("0", "0", "x", TEXT, ()), events=events)


def lead(*coders: str) -> Lead:
    return Lead("1", TEXT, {str(number): frozenset(roots.split()) for number, roots in enumerate(coders)})


def test_labels_give_two_digit_roots() -> None:
    assert cameo.root_of("1-3 Express Intent to Coop") == "03"
    assert cameo.root_of("3-16 Reduce Relations") == "16"


def test_agreement_is_the_mean_over_coders() -> None:
    figures = cameo.score("t", "", [lead("17", "18")], [found("17")]).figures
    assert figures["root_f1_without_01"] == pytest.approx(0.5)


def test_a_bare_statement_counts_only_where_it_is_asked_for() -> None:
    figures = cameo.score("t", "", [lead("01 17")], [found("17")]).figures
    assert figures["root_f1_without_01"] == 1.0
    assert figures["root_f1_with_statements"] == pytest.approx(2 / 3)


def test_roots_that_are_one_type_agree_when_joined() -> None:
    figures = cameo.score("t", "", [lead("19")], [found("18")]).figures
    assert (figures["root_f1_without_01"], figures["root_f1_joined"]) == (0.0, 1.0)


def test_an_event_where_nobody_found_any_is_a_false_alarm() -> None:
    report = cameo.score("t", "", [lead("", ""), lead("", "")], [found("17"), found()])
    assert report.figures["quiet"] == 0.5
    assert report.misses[0].startswith("alarm")
