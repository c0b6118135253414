from __future__ import annotations

from common import Report
from corpus_links import count_links, same_saying, told_once
from corpus_match import Aligned
from corpus_read import read_text

from corpus import Passage, passage_of
from onrecord.schema import Findings

FILE = """=== dam-001
topic: weather
country: KEN
style: agency
published: 2019-04-12
split: dev
--- text
# [1s Otieno]: [1c dam will hold]
[2s Governor Amina Otieno] [2q said] that [2c the dam would hold].
[3s The union] [3q denied] [3c that it would]. [4c “It will,”] [4s Otieno] [4q repeated].
--- notes
1 indirect says speaker="Amina Otieno" country=KEN sector=GOV capacity=official same=2
2 indirect says speaker="Amina Otieno" country=KEN sector=GOV capacity=official
3 indirect says speaker="?" country=KEN sector=LAB capacity=other denies=2
4 direct says speaker="Amina Otieno" country=KEN sector=GOV capacity=official same=2
"""


def passage() -> Passage:
    (raw,) = read_text(FILE, "a.txt")
    assert raw.faults == []
    return passage_of(raw)


def test_all_reports_of_one_saying_are_paired_with_each_other() -> None:
    assert same_saying(passage()) == {("1", "2"), ("1", "4"), ("2", "4")}


def test_a_link_to_one_report_of_a_saying_is_a_link_to_the_others() -> None:
    assert told_once(passage(), {("3", "4")}) == told_once(passage(), {("3", "2")}) == {("3", "1")}


def test_what_was_not_found_counts_as_missing() -> None:
    made = Report("x", "y")
    count_links(made, [Aligned(passage(), Findings(None), (), (), ())])  # type: ignore[arg-type]
    lines = "\n".join(made.lines)
    assert "0 of 1" in lines and "0 of 3" in lines
