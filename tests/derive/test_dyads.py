from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.api import Record
from onrecord.counted import Dyads
from onrecord.derive.dyads import Rule, period_of, periods_between
from onrecord.lexicon.codebook import load_codebook
from onrecord.schema import Dyad, Findings, When
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
Fill = Callable[[Sequence[Findings]], MemoryStore]
SHELLED = "Arvonia shelled Bresk and the mill burned until nightfall."
PRAISED = "Lumenia praised Corvo for the ferry that sails at dawn."


def shelled(day: int, text: str = SHELLED, **changes: object) -> Findings:
    page: Findings = made.page(
        text, day=date(2021, 3, day), outlet="Oak", acts=[("ASSAULT", "Arvonia", "shelled", "Bresk")], changes=[changes]
    )
    return page


def praised(day: int | None) -> Findings:
    when = date(2021, 4, day) if day else None
    page: Findings = made.page(PRAISED, day=when, outlet="Elm", acts=[("SUPPORT", "Lumenia", "praised", "Corvo")])
    return page


def measured(filled: Fill, pages: Sequence[Findings], rule: Rule) -> Dyads:
    record = Record(filled(pages), ":memory:")
    record.derive()
    return record.dyads(by=rule.by, date=rule.date, undated=rule.undated)


def by(found: Dyads) -> dict[tuple[str, str, str], Dyad]:
    return {(row.period, row.source, row.target): row for row in found}


@pytest.mark.parametrize(
    ("period", "name"),
    [("day", "2021-03-04"), ("week", "2021-W09"), ("month", "2021-03"), ("quarter", "2021-Q1"), ("year", "2021")],
)
def test_periods_have_names(period: str, name: str) -> None:
    assert period_of(date(2021, 3, 4), period) == name  # type: ignore[arg-type]


def test_an_interval_is_in_all_the_periods_it_touches_unless_it_is_endless() -> None:
    assert periods_between(date(2021, 1, 30), date(2021, 3, 2), "month") == ["2021-01", "2021-02", "2021-03"]
    assert periods_between(date(1921, 1, 30), date(2021, 3, 2), "month") == []


def test_a_happening_counts_once_beside_what_was_read(filled: Fill) -> None:
    rows = by(measured(filled, [shelled(2), praised(5)], Rule()))
    shelling = rows["2021-03", "t:Arvonia", "t:Bresk"]
    assert (shelling.happenings, shelling.reports, shelling.assault, shelling.material_conflict) == (1, 1, 1, 1)
    assert shelling.net_cooperation < 0 < rows["2021-04", "t:Lumenia", "t:Corvo"].net_cooperation
    assert (shelling.pages_read, shelling.outlets_read) == (1, 1)


def test_what_plover_does_not_count_is_left_out_and_told(filled: Fill) -> None:
    found = measured(filled, [shelled(2, status="negated"), praised(5)], Rule())
    assert [row.target for row in found] == ["t:Corvo"] and found.left == {"negated": 1}


@pytest.mark.parametrize(
    ("undated", "periods"),
    [("list", ["", "2021-04"]), ("drop", ["2021-04"]), ("spread", ["2021-02", "2021-03", "2021-04"])],
)
def test_what_no_period_holds_is_listed_dropped_or_spread(filled: Fill, undated: str, periods: list[str]) -> None:
    long = When(earliest=date(2021, 2, 20), latest=date(2021, 3, 5), precision="interval", basis="stated")
    day = When(earliest=date(2021, 4, 5), latest=date(2021, 4, 5), precision="day", basis="stated")
    praise = made.page(
        PRAISED, outlet="Elm", acts=[("SUPPORT", "Lumenia", "praised", "Corvo")], changes=[{"when": day}]
    )
    found = measured(filled, [shelled(6, when=long), praise], Rule("month", "event", undated))  # type: ignore[arg-type]
    assert [row.period for row in found] == periods
    if undated == "spread":
        assert sum(row.happenings for row in found if row.source == "t:Arvonia") == 1
    if undated == "drop":
        assert found.left["undated"] == 1


def test_the_rule_names_the_codebook_and_the_choices() -> None:
    codebook = load_codebook()
    found = Rule("year", "event", "spread")
    from onrecord.derive.dyads import worded

    assert codebook.version in worded(found, codebook) and "spread evenly" in worded(found, codebook)
