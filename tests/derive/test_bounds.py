from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.derive import derive
from onrecord.schema import Bounds, Findings, Learned, When
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
page = made.page

Fill = Callable[[Sequence[Findings]], MemoryStore]
TEXT = "Arvonia attacked Bresk {when}.\nThe ambush at the old copper mine near the ridge road left the valley without power."


def taught(found: Findings, office: str, role: str, standing: str) -> Findings:
    """A page that says that Rex Tillerson holds, or held, an office of the United States."""
    fact = Learned(
        *(found.document.doc, 0, 7, found.document.text[:7], "title before name", "Rex Tillerson", "Q331401", "person"),
        *(office, role, standing, None, "USA", None, None),
    )
    return replace(found, learned=(fact,))


def undated(when: str, symbol: str | None = None) -> Findings:
    told = When(when, 24, 24 + len(when), symbol=symbol)
    act = ("ASSAULT", "Arvonia", "attacked", "Bresk")
    return page(TEXT.format(when=when), "Copper mine ambush", acts=[act], changes=[{"when": told}])


def dated() -> Findings:
    on = When("March 8", 0, 7, date(2021, 3, 8), date(2021, 3, 8), "day", basis="stated")
    act = ("ASSAULT", "Arvonia", "attacked", "Bresk")
    return page(
        TEXT.format(when="on March 8"), "Ambush at mine", day=date(2021, 3, 9), acts=[act], changes=[{"when": on}]
    )


def found(store: MemoryStore) -> list[Bounds]:
    derive(store, 0.0)
    return store.derivations.rows(Bounds)


def test_an_office_that_somebody_holds_bounds_a_page_on_both_sides(filled: Fill) -> None:
    one = taught(page("Rex Tillerson spoke."), "secretary of state", "secretary_of_state", "holds")
    [row] = found(filled([one]))
    assert (row.earliest, row.latest) == (date(2017, 2, 1), date(2018, 3, 31))
    assert row.why == "Rex Tillerson is United States Secretary of State"


def test_a_former_office_bounds_a_page_from_below(filled: Fill) -> None:
    one = taught(page("Rex Tillerson spoke."), "secretary of state", "secretary_of_state", "former")
    [row] = found(filled([one]))
    assert (row.earliest, row.latest) == (date(2018, 3, 31), None)


def test_an_office_that_the_facts_do_not_know_bounds_nothing(filled: Fill) -> None:
    assert found(filled([taught(page("Rex Tillerson spoke."), "mayor", "mayor", "holds")])) == []


@pytest.mark.parametrize(
    ("when", "symbol", "earliest", "latest"),
    [
        ("at dawn", None, date(2021, 3, 8), None),
        ("two days ago", "publication - 2 days", date(2021, 3, 9), date(2021, 3, 11)),
        ("on Monday", "weekday(mon) <= publication", date(2021, 3, 8), date(2021, 3, 14)),
        ("last week", "week(publication) - 1 week", date(2021, 3, 15), date(2021, 3, 21)),
        ("in March", "month(3) <= publication", date(2021, 3, 8), date(2022, 2, 28)),
        ("next month", "month(publication) + 1 month", date(2021, 2, 1), date(2021, 2, 28)),
    ],
)
def test_a_happening_that_dated_pages_report_bounds_a_page(
    filled: Fill, when: str, symbol: str | None, earliest: date, latest: date | None
) -> None:
    [row] = found(filled([dated(), undated(when, symbol)]))
    assert (row.doc, row.earliest, row.latest) == (undated(when, symbol).document.doc, earliest, latest)
    assert dated().document.doc in row.docs and row.passages


def test_what_excludes_itself_bounds_nothing_and_says_so(filled: Fill) -> None:
    one = taught(undated("two days ago", "publication - 2 days"), "secretary of state", "secretary_of_state", "holds")
    [row] = found(filled([dated(), one]))
    assert (row.earliest, row.latest, row.conflict) == (None, None, True)
