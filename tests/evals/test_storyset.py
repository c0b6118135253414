"""The project's own stories: their gold stands in their pages, and the figures count what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from storyset import Derivation, score
from storyset_read import Tale, faults, load

from onrecord.schema import Document, Findings

PAGES = """=== sea-01
outlet: Harbour Post
published: 2020-03-02
--- text
# Arvonia shuts its ports
Arvonia shut its ports on Monday. It ruled out talks.

=== sea-02
outlet: Gull
between: 2020-03-09 2020-03-12
--- text
# Talks after all
Arvonia will hold talks with Bresk, it said.
"""
GOLD = """part = "tune"
[episodes]
ports = ["sea-01"]
talks = ["sea-02"]
[[position]]
actor = "Arvonia"
issue = "talks"
stands = [{ at = [["sea-01", "ruled out talks"]] }, { at = [["sea-02", "will hold talks"]], change = "reverses" }]
[[dispute]]
matter = "claim"
about = "the ports"
sides = [[["sea-01", "shut its ports on"]], [["sea-02", "with Bresk"]]]
"""


class Silent:
    """Finds nothing."""

    def process(self, document: Document) -> Findings:
        return Findings(document)


@pytest.fixture
def tale(tmp_path: Path) -> Tale:
    (tmp_path / "sea.txt").write_text(PAGES, encoding="utf-8")
    (tmp_path / "sea.toml").write_text(GOLD, encoding="utf-8")
    return load(tmp_path, "tune")[0]


def test_everything_that_the_gold_quotes_stands_in_its_page_once() -> None:
    tales = load()
    assert {one.part for one in tales} == {"tune", "held"} and sum(len(one.pages) for one in tales) >= 40
    assert [f"{one.name}: {fault}" for one in tales for fault in faults(one)] == []


def test_a_story_is_read_with_its_gold(tale: Tale) -> None:
    first, second = tale.pages
    assert (first.title, first.text) == (
        "Arvonia shuts its ports",
        "Arvonia shut its ports on Monday. It ruled out talks.",
    )
    assert first.published and not second.published and second.between and b"published" not in second.page().raw
    assert faults(tale) == []
    assert [stand.changes for stand in tale.positions[0][1]] == [(), ("reverses",)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"ruled out talks"', '"ruled out a talk"', "0 times"),
        ('"ruled out talks"', '"ports"', "2 times"),
        ('"sea-02", "with', '"sea-03", "with', "0 times"),
        ('"reverses"', '"wobbles"', "unknown change 'wobbles'"),
        ('"claim"', '"quarrel"', "unknown matter 'quarrel'"),
        ('["sea-02"]', '["sea-01"]', "sea-01 is in 2 episodes"),
        ('"tune"', '"spare"', "part is 'spare'"),
        (', change = "reverses"', "", "every commitment but the first has a change"),
    ],
)  # fmt: skip
def test_a_fault_in_the_gold_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    (tmp_path / "sea.txt").write_text(PAGES, encoding="utf-8")
    (tmp_path / "sea.toml").write_text(GOLD.replace(old, new), encoding="utf-8")
    found = faults(load(tmp_path)[0])
    assert any(fault in one for one in found), found


def test_a_page_needs_a_day_or_the_days_it_lies_between(tale: Tale) -> None:
    bare = replace(tale, pages=(tale.pages[0], replace(tale.pages[1], between=None)))
    assert any("sea-02: give a day" in one for one in faults(bare))


def test_what_was_not_found_is_a_miss_and_not_a_claim(tale: Tale) -> None:
    scored = score(Derivation([tale], Silent()))
    lines = dict(line.split("  ", 1) for line in scored.lines if not line.startswith(" "))
    assert lines["changes of position: recall"].strip() == "0.0 % (0 of 1)"
    assert lines["disputes: precision"].strip() == "0.0 % (0 of 0)"
    assert any(one.startswith("change missed: Arvonia: talks: reverses") for one in scored.misses)
    assert any(one.startswith("dispute missed: claim: the ports") for one in scored.misses)
