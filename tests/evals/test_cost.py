from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import cost

SMALL = cost.Cost(
    pages=100, words=50_000, start=2.0, code=20.0, load=1.0, derive=1.0, text=300_000, parts=400_000, record=1_200_000,
    memory=300,
)  # fmt: skip


def test_many_pages_cost_what_a_page_costs_so_many_times() -> None:
    told = "\n".join(cost.model(SMALL))
    assert "codes 18,000 pages a core-hour (2,500 words a second)" in told
    assert "1,000,000 pages of 500 words\n  55.6 core-hours to code, 3.5 hours on 16 cores" in told
    assert "1,000,000,000 pages of 500 words\n  55,555.6 core-hours to code, 55.6 hours on 1,000 cores" in told
    assert "3.0 GB of text, 4.0 of parts, 12.0 of records" in told
    assert "55.6 hours to load and derive a record, 100 of them side by side" in told


def test_the_largest_size_is_held_against_the_line_through_the_others() -> None:
    sizes = [SMALL, replace(SMALL, pages=200, code=40.0, load=2.0), replace(SMALL, pages=400, code=88.0, load=4.0)]
    told = list(cost.table(sizes))
    assert "code of 400 pages: 80.0 s by the two smaller sizes, took 88.0 s (+10 %)" in told
    assert "load of 400 pages: 4.0 s by the two smaller sizes, took 4.0 s (+0 %)" in told
