from __future__ import annotations

from pathlib import Path

import polnear
import pytest
from polnear import Attribution, Tally

from onrecord.schema import Document, Findings, Party, Span, Statement

TEXT = "“We are late,” the pilot said. “Very late.” The crew feared rain and a “long” night."


def at(*words: str) -> tuple[tuple[int, int], ...]:
    return tuple((TEXT.index(one), TEXT.index(one) + len(one)) for one in words)


PILOT = Attribution(at("the pilot"), at("said"), at("“We are late,”", "“Very late.”"))
CREW = Attribution(at("The crew"), at("feared"), at("rain and a “long” night"))


def score(gold: list[Attribution], found: list[Attribution]) -> dict[str, float]:
    tally = Tally([], [], [], [])
    tally.document(polnear.Example("one", TEXT, tuple(gold)), found)
    return tally.report("test", "").figures


def test_the_gold_itself_is_fully_right() -> None:
    assert set(score([PILOT, CREW], [PILOT, CREW]).values()) - {0.0} == {1.0}


def test_quotation_marks_never_count() -> None:
    bare = Attribution(PILOT.source, PILOT.cue, at("We are late", "Very late"))
    assert score([PILOT], [bare])["all_f1"] == 1.0


def test_half_of_the_content_is_enough_and_less_is_not() -> None:
    assert score([PILOT], [Attribution((), (), at("We are late"))])["content_f1"] == 1.0
    assert score([PILOT], [Attribution((), (), at("We are"))])["content_f1"] == 0.0


def test_a_wrong_speaker_costs_the_speaker_and_not_the_content() -> None:
    figures = score([PILOT], [Attribution(at("The crew"), PILOT.cue, PILOT.content)])
    assert (figures["content_f1"], figures["speaker_f1"], figures["cue_f1"]) == (1.0, 0.0, 1.0)


def test_one_answer_fits_one_gold_attribution_only() -> None:
    assert score([CREW], [CREW, CREW])["content_f1"] == pytest.approx(2 / 3)


def test_wrong_answers_are_listed_with_their_words() -> None:
    tally = Tally([], [], [], [])
    tally.document(polnear.Example("one", TEXT, (PILOT,)), [CREW])
    assert [line.split()[0] for line in tally.misses] == ["missed", "spurious"]
    assert "the pilot | said" in tally.misses[0]


@pytest.mark.parametrize(
    ("words", "form"), [("We are late", "direct"), ("rain and a “long” night", "mixed"), ("rain", "indirect")]
)
def test_the_form_is_the_share_of_quoted_letters(words: str, form: str) -> None:
    assert polnear.form(TEXT, polnear.quoted_letters(TEXT), at(words)) == form


def test_pieces_with_one_cue_are_one_attribution_and_bare_denials_are_left_out() -> None:
    cue, other = Span(30, 34, "said"), Span(60, 66, "feared")
    speaker = Party("the pilot", 15, 24)

    def saying(cue: Span, *content: Span) -> Statement:
        return Statement("", "", "paragraph", cue, content, "direct", "says", speaker)

    found = (saying(cue, Span(1, 4, "We ")), saying(cue, Span(36, 40, "Very")), saying(other))
    document = Document("0", "0", "x", TEXT, ())
    assert polnear.predicted(Findings(document, statements=found)) == [
        Attribution(((15, 24),), ((30, 34),), ((1, 4), (36, 40)))
    ]


def test_standoff_is_read_with_split_spans(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "p_1.txt").write_text(TEXT, encoding="utf-8")
    lines = [
        "T1\tSource 15 24\tx",
        "T2\tCue 25 29\tx",
        "T3\tContent 1 13;32 42\tx",
        "E1\tAttribution:T3 Source:T1 Cue:T2 Content:T3",
    ]
    (tmp_path / "attributions" / "p_1_anna.ann").write_text("\n".join(lines), encoding="utf-8")
    (example,) = polnear.load(tmp_path)
    assert example.gold == (Attribution(((15, 24),), ((25, 29),), ((1, 13), (32, 42))),)
