"""Mentions of events on pages in the CAT format, and the figures made of them."""

from __future__ import annotations

from pathlib import Path

from timelines import figures, load, ours_of

from onrecord.api import default_pipeline
from onrecord.read import read

PAGE = """<?xml version="1.0" ?><Document doc_id="1" doc_name="made">
<token number="0" sentence="0" t_id="1">Apple</token><token number="1" sentence="0" t_id="2">sued</token>
<token number="2" sentence="0" t_id="3">Norland</token><token number="3" sentence="0" t_id="4">.</token>
<token number="4" sentence="1" t_id="5">Rain</token><token number="5" sentence="1" t_id="6">fell</token>
<Markables><EVENT_MENTION m_id="1"><token_anchor t_id="2" /></EVENT_MENTION>
<TIMEX3 functionInDocument="CREATION_TIME" m_id="2" type="DATE" value="2011-10-06"><token_anchor t_id="5" /></TIMEX3>
</Markables></Document>"""


def test_a_page_has_its_sentences_as_lines_and_its_mentions_at_their_words(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_text(PAGE, encoding="utf-8")
    (tmp_path / "2.xml").write_text(PAGE.replace("EVENT_MENTION", "OTHER"), encoding="utf-8")
    [text] = load(tmp_path)
    assert text.text == "Apple sued Norland .\nRain fell"
    assert [text.text[start:end] for start, end in text.mentions] == ["sued"]
    document = read(text.page)
    assert document.text == text.text
    assert document.published is not None and str(document.published.earliest) == "2011-10-06"


def test_entries_about_a_target_stand_in_its_timeline_and_others_do_not(tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_text(PAGE.replace("Rain", "Rebels").replace("fell", "surrendered"), encoding="utf-8")
    [text] = load(tmp_path)
    findings = default_pipeline().process(read(text.page))
    assert {one.words for one in ours_of(findings.entries, findings.document)} == {"sued"}
    assert len(findings.entries) > 1


def test_figures_of_mentions() -> None:
    assert figures(4, 2, 1).split()[:7] == "event mentions F1 33.3 P 50.0 R".split()
    assert figures(0, 0, 0).endswith("(0 of 0)")
