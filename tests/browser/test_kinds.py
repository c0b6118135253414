"""Every kind of page, held against the accessibility checker, on a desktop and a phone, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

import onrecord
from onrecord.schema import Happening
from onrecord.web.app import PLACES
from onrecord.web.report import Part, report
from tests.browser.conftest import Visit

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": LEVELS}, "resultTypes": ["violations"]}
PHONE = 390


def kinds(record: Path) -> dict[str, str]:
    """An address for each kind of page, and for some states of them."""
    with onrecord.open(record, write=False) as opened:
        row = next(iter(opened.events(type="ACCUSE")))
        happening = opened.store.derivations.rows(Happening)[0].id
        actor = next(one.actor for one in opened.actors() if one.actor)
    ids = {"/page/{id}": row.doc, "/entry/{id}": row.id, "/actor/{id:path}": actor, "/happening/{id}": happening}
    found = {place.path: place.path.partition("{")[0] + ids.get(place.path, "") for place in PLACES}
    found["/dyad"] += f"?one={row.who_country or row.who_actor}&other=GBR"
    found["/add"] = "/add"
    found["entries, searched"] = "/entries?search=border&type=ACCUSE"
    found["entries, none"] = "/entries?search=nothingatall"
    found["words, found"] = "/quote?words=the+border+is+closed"
    found["a filter that there is not"] = "/entries?colour=red"
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_kind_of_page_has_a_fault_of_level_a_or_aa(
    visit: Callable[..., Visit], record: Path, address: str, tmp_path: Path, dark: bool
) -> None:
    seen = visit(dark=dark)
    faults = {}
    written = tmp_path / "report.html"
    with onrecord.open(record, write=False) as opened:
        written.write_text(report(opened, record.name, date(2026, 1, 1), Part()), encoding="utf-8")
    places = {name: address + path for name, path in kinds(record).items()}
    for name, place in {**places, "report": written.as_uri()}.items():
        seen.page.goto(place)
        seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        found = Axe().run(seen.page, options=OPTIONS).response["violations"]
        told = [
            f"{one['id']}: {node['html'][:150]} {node['failureSummary'][:200]}"
            for one in found
            for node in one["nodes"][:2]
        ]
        if told:
            faults[name] = told
    assert faults == {}


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_every_page_fits_the_screen(visit: Callable[..., Visit], record: Path, address: str, width: int) -> None:
    seen = visit(width=width)
    wide = []
    for name, path in kinds(record).items():
        seen.page.goto(address + path)
        if seen.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(name)
    assert wide == []


def test_every_page_can_be_read_without_scripts(visit: Callable[..., Visit], record: Path, address: str) -> None:
    plain, scripted = visit(scripts=False), visit()
    for path in kinds(record).values():
        plain.page.goto(address + path)
        scripted.page.goto(address + path)
        assert plain.page.locator("h1").inner_text() == scripted.page.locator("h1").inner_text()
        assert plain.page.locator("main").inner_text()


def test_nothing_is_asked_of_another_machine(visit: Callable[..., Visit], record: Path, address: str) -> None:
    seen = visit()
    for name, path in kinds(record).items():
        seen.page.goto(address + path)
        if name != "a filter that there is not":
            assert seen.errors == [], name
        seen.errors.clear()
    assert [one for one in seen.asked if not one.startswith((address, "data:"))] == []
