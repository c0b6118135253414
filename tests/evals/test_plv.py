from __future__ import annotations

from dataclasses import replace

import plv
import pytest
from plv import Row

from onrecord.schema import Document, Event, Findings, Party, Span

TEXT = "Sarvonia accused Teldor and freed a spy."


def event(kind: str, word: str, source: str = "", target: str = "", confidence: float = 0.5) -> Event:
    def span(text: str) -> Span:
        return Span.of(TEXT, TEXT.index(text), TEXT.index(text) + len(text))

    def side(text: str) -> tuple[Party, ...]:
        return (Party(text, span(text).start, span(text).end),) if text else ()

    return Event(
        "",
        "",
        "paragraph",
        kind,
        span(word),
        span(TEXT),
        source=side(source),
        target=side(target),
        confidence=confidence,
    )


def row(root: str = "ACCUSE", quad: str = "3") -> Row:
    return Row("1", TEXT, (0, 8), (17, 23), root, quad)


def found(*events: Event) -> Findings:
    return Findings(Document("0", "0", "x", TEXT, ()), events=events)


def nowhere(words: str) -> None:
    """No words name a country."""


def test_the_most_confident_event_is_scored_beside_the_one_that_fits() -> None:
    between, other = event("ACCUSE", "accused", "Sarvonia", "Teldor"), event("RETREAT", "freed", "Sarvonia", "spy", 0.9)
    figures = plv.score("t", "", [row()], [found(between, other)], nowhere).figures
    assert (figures["root_macro_f1"], figures["surest_root_macro_f1"]) == (1.0, 0.0)


def test_an_event_counts_for_the_countries_of_the_marks_where_each_stands_on_its_side() -> None:
    def countries(words: str) -> str | None:
        return {"Sarvonia": "SRV", "Teldor": "TLD"}.get(words)

    made = event("ACCUSE", "accused", "Sarvonia", "Teldor")
    source, target = replace(made.source[0], country="SRV"), replace(made.target[0], country="TLD")
    right, wrong = (source,), (target,)
    assert _countries_right(replace(made, source=right, target=wrong), countries) == 1.0
    assert _countries_right(replace(made, source=wrong, target=right), countries) == 0.0


def _countries_right(made: Event, countries: plv.CountryOf) -> float:
    return plv.score("t", "", [row()], [found(made)], countries).figures["countries"]


def test_the_event_between_the_marked_pair_is_taken_before_a_surer_one() -> None:
    between, other = event("ACCUSE", "accused", "Sarvonia", "Teldor"), event("RETREAT", "freed", "Sarvonia", "spy", 0.9)
    assert plv.answer(row(), found(other, between)) == between


def test_any_event_is_taken_where_none_fits_and_none_where_there_is_none() -> None:
    assert plv.answer(row(), found(event("RETREAT", "freed"))) is not None
    assert plv.answer(row(), found()) is None


def test_the_marks_are_taken_out_and_remembered() -> None:
    text, marks = plv.unmark("In May <t>Teldor</t> was accused by <s>Sarvonia</s>.")
    assert text == "In May Teldor was accused by Sarvonia."
    assert {key: text[a:b] for key, (a, b) in marks.items()} == {"s": "Sarvonia", "t": "Teldor"}


def test_concede_and_retreat_are_one_root() -> None:
    rows = [row("YIELD", "2"), row("YIELD", "2")]
    both = [found(event("CONCEDE", "freed")), found(event("RETREAT", "freed"))]
    figures = plv.score("t", "", rows, both, nowhere).figures
    assert figures["root_macro_f1"] == figures["quad_macro_f1"] == 1.0


def test_a_row_without_an_answer_counts_against_recall() -> None:
    report = plv.score("t", "", [row(), row()], [found(event("ACCUSE", "accused")), found()], nowhere)
    assert report.figures["root_macro_f1"] == pytest.approx(2 / 3)
    assert report.figures["coverage"] == 0.5
    assert len(report.misses) == 1


def test_what_comes_out_is_counted_against_the_marked_root() -> None:
    right, other = event("ACCUSE", "accused", "Sarvonia", "Teldor"), event("RETREAT", "freed", "Sarvonia", "spy", 0.9)
    figures = plv.score("t", "", [row(), row("AID", "2")], [found(right, other), found()], nowhere).figures
    assert (figures["events_right"], figures["surest_right"], figures["root_found"]) == (0.5, 0.0, 0.5)
