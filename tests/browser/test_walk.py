"""The walk of somebody who looks into a matter: from the first page to a report."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import onrecord
from onrecord.web.report import Part, report
from tests.browser.conftest import Visit, served


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A copy of the sample record that may be judged, and where it is served."""
    path = tmp_path / "demo.onrecord"
    shutil.copy(record, path)
    with served(path) as address:
        yield path, address


def review_three_and_undo(page: Page) -> None:
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="Change").wait_for()
    page.goto(page.url.partition("/review")[0] + "/review/entry?seed=walk&size=9")
    seen = []
    for key in ("r", "w", "r", "u"):
        seen.append(page.locator(".progress").inner_text())
        with page.expect_navigation():
            page.keyboard.press(key)
    assert [one.removeprefix("Entry ")[:4] for one in seen] == ["1 of", "2 of", "3 of", "4 of"]
    assert "Entry 3 of" in page.locator(".progress").inner_text()


def test_from_the_first_page_to_a_report(visit: Callable[..., Visit], own: tuple[Path, str], tmp_path: Path) -> None:
    record, address = own
    seen = visit()
    page, step = seen.page, iter(range(1, 99))

    def arrived(words: str) -> None:
        expect(page.locator("h1")).to_contain_text(words)
        page.screenshot(path=tmp_path / f"{next(step):02}.png")

    page.goto(address)
    arrived("What is on record")
    page.get_by_role("link", name="Entries", exact=True).click()
    arrived("Entries")
    page.locator(".facets a", has_text="ACCUSE").click()
    expect(page).to_have_url(re.compile("type=ACCUSE"))
    assert set(page.locator("td[data-label=Act]").all_inner_texts()) == {"ACCUSE"}
    page.locator("td.words a").first.click()
    arrived("ACCUSE")
    page.get_by_role("link", name="See it on its page").click()
    expect(page.locator("mark.trigger").first).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    assert first.startswith("e-") and page.evaluate("document.activeElement.id") != first
    page.keyboard.press("Enter")
    expect(page.locator("li:target")).to_be_visible()
    page.screenshot(path=tmp_path / f"{next(step):02}.png")

    page.get_by_role("link", name="Actors", exact=True).click()
    arrived("Actors")
    page.locator("td.who a", has_text="Teldor").first.click()
    arrived("Teldor")
    page.get_by_role("link", name="Positions", exact=True).last.click()
    arrived("Positions")
    expect(page.locator("section.lane svg").first).to_be_visible()
    page.get_by_role("link", name="Disputes", exact=True).click()
    arrived("Possible disputes")
    expect(page.locator("section.dispute").first).to_contain_text("Possible dispute")
    review_three_and_undo(page)

    assert seen.errors == []
    assert [one for one in seen.asked if not one.startswith((address, "data:"))] == []
    with onrecord.open(record, write=False) as opened:
        assert len(opened.store.judgements()) >= 3
        (tmp_path / "report.html").write_text(report(opened, record.name, date(2026, 1, 1), Part()), encoding="utf-8")
    page.goto((tmp_path / "report.html").as_uri())
    arrived("Report on demo.onrecord")
    assert seen.errors == []


def test_a_page_that_is_dropped_is_read(visit: Callable[..., Visit], own: tuple[Path, str]) -> None:
    _, address = own
    seen = visit()
    seen.page.goto(address)
    words = "Ferry talks\n\nMarch 4, 2021\n\nMayor Ada Roy of Midtown said the ferry would sail again.\n"
    seen.page.evaluate(
        """words => {
            const data = new DataTransfer();
            data.items.add(new File([words], 'ferry.txt', {type: 'text/plain'}));
            document.querySelector('form.drop input[name=derive]').checked = false;
            document.querySelector('form.drop').dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));
        }""",
        words,
    )
    expect(seen.page.locator("#adding")).to_contain_text("1 page from 1 file", timeout=60_000)
    expect(seen.page.locator("#adding")).to_contain_text("1 read", timeout=60_000)
    seen.page.goto(address + "/entries?actor=Ada+Roy&confidence=everything")
    expect(seen.page.locator("td.words").first).to_contain_text("the ferry would sail again")
    assert seen.errors == []
