"""The yardstick for what pages give together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from copies_made import scored
from coref_score import b_cubed, ceaf_e, conll, groups_of, muc
from ecb import load
from stories import main

GOLD = groups_of({1: "a", 2: "a", 3: "a", 4: "b", 5: "b", 6: "c"})
MADE = groups_of({1: "x", 2: "x", 3: "y", 4: "y", 5: "y", 6: "z"})

PAGE = """<Document doc_name="{name}.xml">
<token t_id="1" sentence="0" number="0">Arvonia</token><token t_id="2" sentence="0" number="1">shelled</token>
<token t_id="3" sentence="0" number="2">Bresk</token><token t_id="4" sentence="0" number="3">.</token>
<token t_id="5" sentence="1" number="0">It</token><token t_id="6" sentence="1" number="1">shelled</token>
<Markables><ACTION_OCCURRENCE m_id="7"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="8"><token_anchor t_id="6"/></ACTION_OCCURRENCE>
<HUMAN_PART m_id="9"><token_anchor t_id="1"/></HUMAN_PART></Markables>
<Relations><CROSS_DOC_COREF r_id="1" note="ACT1"><source m_id="7"/><target m_id="10"/></CROSS_DOC_COREF></Relations>
</Document>"""


def test_groups_that_agree_score_full() -> None:
    assert conll(GOLD, GOLD)["conll"] == 1.0


def test_the_three_scores_are_those_of_their_definitions() -> None:
    assert (muc(GOLD, MADE).recall, muc(GOLD, MADE).precision) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert b_cubed(GOLD, MADE).recall == pytest.approx((2 * 2 / 3 + 1 / 3 + 2 + 1) / 6)
    assert b_cubed(GOLD, MADE).precision == pytest.approx((2 + 1 / 3 + 2 * 2 / 3 + 1) / 6)
    assert ceaf_e(GOLD, MADE).precision == pytest.approx((4 / 5 + 4 / 5 + 1) / 3)


def test_mentions_are_read_with_their_groups_and_only_in_validated_sentences(tmp_path: Path) -> None:
    for name in ("1_1ecb", "1_1ecbplus"):
        (tmp_path / f"{name}.xml").write_text(PAGE.format(name=name), encoding="utf-8")
    listed = "Topic,File,Sentence Number\n1,1ecb,0\n1,1ecb,1\n1,1ecbplus,0\n"
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text(listed, encoding="utf-8")
    first, second = load(tmp_path)
    assert first.text == "Arvonia shelled Bresk.\nIt shelled"
    assert [(one.text, one.gold) for one in first.mentions] == [("shelled", "ACT1"), ("shelled", "1_1ecb/8")]
    assert [one.start for one in second.mentions] == [8]
    assert (first.story, second.story) == ("1ecb", "1ecbplus")


def test_edited_texts_are_found_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import random

    texts = []
    for seed in range(6):
        dice = random.Random(seed)
        texts.append(" ".join(f"w{dice.randrange(4000)}" for _ in range(300)))
    lines = list(scored(texts))
    assert all("100.0 %" in line for line in lines[:5]) and "0.0 %" in lines[5]
    file, out = tmp_path / "texts.jsonl", tmp_path / "out.jsonl"
    given = [*texts, texts[0]]
    file.write_text(
        "".join(json.dumps({"id": at, "text": text}) + "\n" for at, text in enumerate(given)), encoding="utf-8"
    )
    assert main(["copies", str(file), "--predict", str(out)]) == 0
    [line] = [json.loads(one) for one in out.read_text(encoding="utf-8").splitlines()]
    assert (line["first"], line["second"], line["relation"]) == ("0", "6", "identical")


def test_pairs_are_predicted_from_the_same_command(tmp_path: Path) -> None:
    file, out = tmp_path / "pairs.csv", tmp_path / "out.jsonl"
    file.write_text('Input\n"Text 1: No ferries! Text 2: We want ferries."\n', encoding="utf-8")
    assert main(["pairs", str(file), "--predict", str(out)]) == 0
    assert json.loads(out.read_text("utf-8"))["kind"] == "pair"
