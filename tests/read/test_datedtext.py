from __future__ import annotations

from onrecord.read.datedtext import dated_texts
from onrecord.read.lines import lines_of
from tests.read.bodies import BODIES


def found(*lines: str) -> list[str]:
    own = lines_of("\n\n".join(lines))
    return [own[one.at].text for one in dated_texts(own)]


def test_a_date_line_between_headline_and_running_text_is_found_among_those_of_teasers() -> None:
    teasers = ("Storm hits the coast towns", "1 March 2019", "Mayor to run for a third term", "2 March 2019")
    assert found(*teasers, "Old pier closed for months", "4 March 2019", *BODIES["en"], *teasers) == ["4 March 2019"]


def test_a_date_without_a_headline_over_it_or_with_one_sentence_under_it_is_not() -> None:
    assert found("4 March 2019", *BODIES["en"]) == []
    assert found("Old pier closed for months", "4 March 2019", BODIES["en"][0]) == []
