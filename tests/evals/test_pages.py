from __future__ import annotations

import pytest
from pages import bag, optional_lines, text_f1

GOLD = ["Orland shelled the village.", "Vesna denied it.", "[Ana Reth reported from Karsk.]"]


def test_the_same_text_in_other_lines_scores_one() -> None:
    assert text_f1(["Orland shelled the village. Vesna denied it."], GOLD, 1) == pytest.approx(1.0)
    assert text_f1(["Orland shelled the village. Vesna denied it."], GOLD, 4) == pytest.approx(1.0)


def test_optional_lines_are_neither_asked_for_nor_held_against() -> None:
    assert optional_lines(GOLD) == {"Ana Reth reported from Karsk."}
    assert text_f1([*GOLD[:2], "Ana Reth reported from Karsk."], GOLD, 1) == pytest.approx(1.0)


def test_words_too_many_and_words_missed_both_cost() -> None:
    assert text_f1([*GOLD[:2], "Read more stories of ours now."], GOLD, 1) == pytest.approx(14 / 20)
    assert text_f1(GOLD[:1], GOLD, 1) == pytest.approx(8 / 11)


def test_shingles_are_runs_of_words() -> None:
    assert bag("a b c", 2) == {("a", "b"): 1, ("b", "c"): 1}
