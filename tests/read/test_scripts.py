from __future__ import annotations

from onrecord.read.lines import make_line
from onrecord.read.prose import FULL, prose_score
from onrecord.read.scripts import supposed_share, word_count
from tests.read.bodies import BODIES


def test_words_are_counted_where_no_spaces_part_them() -> None:
    assert word_count("古い橋を三か月のあいだ通行止めに") == 8
    assert word_count("the old pier") == 3


def test_what_can_be_counted_is_not_supposed() -> None:
    assert supposed_share("The old pier would be closed.") == 0
    assert supposed_share("12.03.2019 €") == 0
    assert supposed_share("Старый мост закроют") > 0


def test_an_articles_sentences_are_running_text_in_every_language() -> None:
    short = [
        (language, line)
        for language, lines in BODIES.items()
        for line in lines
        if language != "th" and prose_score(make_line(line, 0, len(line))) < FULL
    ]
    assert short == []
