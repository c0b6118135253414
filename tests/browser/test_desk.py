"""The review desk by keyboard and with a mouse, with and without scripts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

import onrecord
from onrecord.review.acts import read_whole
from onrecord.store import SQLiteStore
from tests.browser.conftest import Visit, served
from tests.browser.test_kinds import OPTIONS, PHONE

Visits = Callable[..., Visit]
SCREENS = (
    "/review", "/review/entry?seed=a", "/review/entry?order=differ", "/review/entry?type=AID&size=1", "/review/pages?seed=a",
    "/review/figures?seed=a",
)  # fmt: skip


@dataclass
class Desk:
    """A record that is served, and what was judged in it."""

    path: Path
    address: str

    def verdicts(self, by: str) -> list[str]:
        with SQLiteStore(self.path, write=False) as store:
            return [one.verdict for one in store.judgements() if one.by == by]

    def sit(self, visit: Visits, name: str, **how: object) -> Page:
        """A reviewer's page; whatever goes wrong on it is an error."""
        seen = visit(**how)
        seen.page.on("console", lambda one: pytest.fail(one.text) if one.type == "error" else None)
        seen.page.on("pageerror", lambda one: pytest.fail(str(one)))
        seen.page.on("request", lambda one: None if one.url.startswith(self.address) else pytest.fail(one.url))
        seen.page.goto(f"{self.address}/review")
        seen.page.get_by_label("Your name").fill(name)
        seen.page.get_by_role("button", name="Begin").click()
        seen.page.get_by_role("button", name="Change").wait_for()
        return seen.page


@pytest.fixture(scope="module")
def desk(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A copy of the sample record, which two reviewers have begun to judge."""
    path = tmp_path_factory.mktemp("desk") / "demo.onrecord"
    shutil.copy(record, path)
    with onrecord.open(path) as opened:
        for number, row in enumerate(opened.entries(limit=6)):
            for by, word in (("Cy", "accept"), ("Dee", "reject" if number % 2 else "accept")):
                opened.judge(row.id, word, by=by, made=f"2026-01-01T10:00:0{number}", why="<b>seen</b>")  # type: ignore[arg-type]
        read_whole(opened.store, next(iter(opened.documents())).doc, "Cy", "2026-01-01")
    with served(path) as address:
        yield Desk(path, address)


def on(page: Page, key: str) -> str:
    """Presses a key that leads to another screen, and gives its heading."""
    with page.expect_navigation():
        page.keyboard.press(key)
    return page.locator("h1").inner_text()


def test_entries_are_judged_with_one_key_each(desk: Desk, visit: Visits) -> None:
    page = desk.sit(visit, "Ada")
    page.goto(f"{desk.address}/review/entry?seed=keys&size=9")
    first = page.locator("h1").inner_text()
    second = on(page, "r")
    assert desk.verdicts("Ada") == ["accept"] and "Entry 2 of 9, 1 decided" in page.locator(".progress").inner_text()
    page.keyboard.press("n")
    page.keyboard.type("words with r, w and u")
    page.keyboard.press("Escape")
    on(page, "w")
    assert desk.verdicts("Ada") == ["accept", "reject"]
    assert on(page, "u") == second and on(page, "u") == first
    assert desk.verdicts("Ada") == ["accept", "reject", "undo", "undo"]
    assert on(page, "s") == second
    with SQLiteStore(desk.path, write=False) as store:
        assert [one.why for one in store.judgements() if one.verdict == "reject" and one.by == "Ada"] == [
            "words with r, w and u"
        ]


def test_an_entry_is_corrected_by_keyboard_alone(desk: Desk, visit: Visits) -> None:
    page = desk.sit(visit, "Ben")
    page.goto(f"{desk.address}/review/entry?kind=event&seed=fix")
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.name") == "fix-type"
    page.get_by_label("status", exact=True).select_option("planned")
    page.get_by_label("status", exact=True).focus()
    while page.evaluate("document.activeElement.textContent") != "Keep the correction":
        page.keyboard.press("Tab")
    on(page, "Enter")
    assert desk.verdicts("Ben") == ["correct"]


def test_selected_words_become_an_entry(desk: Desk, visit: Visits) -> None:
    page = desk.sit(visit, "Eve")
    page.goto(f"{desk.address}/review/pages?seed=add")
    words = page.evaluate(
        """() => {
            const text = [...document.querySelectorAll("#reading p.text")].at(-1);
            const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
            const range = document.createRange();
            range.setStart(node, 0);
            range.setEnd(node, 12);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return getSelection().toString().trim();
        }"""
    )
    page.keyboard.press("e")
    page.keyboard.press("1")
    assert page.locator("#event-words").input_value() == words
    page.locator("#event-type").select_option("RETREAT")
    with page.expect_navigation():
        page.get_by_role("button", name="Add the event").click()
    assert "Added." in page.get_by_role("status").inner_text()
    with SQLiteStore(desk.path, write=False) as store:
        (one,) = (one for one in store.events() if one.rule == "added")
        text = store.text(one.doc) or ""
    near = int(page.evaluate("Number([...document.querySelectorAll('#reading p.text')].at(-1).dataset.start)"))
    assert (one.type, one.trigger.text.strip()) == ("RETREAT", words) and one.trigger.start == text.index(words, near)


def test_a_page_is_read_whole_by_keys(desk: Desk, visit: Visits) -> None:
    page = desk.sit(visit, "Flo")
    page.goto(f"{desk.address}/review/pages?seed=whole&pages=1")
    many = page.locator(".reading .notes li").count()
    page.keyboard.press("j")
    for _ in range(many):
        on(page, "r")
    assert "All entries are decided" in page.locator(".lead").inner_text()
    assert on(page, "d") == "All pages of the sample are read"
    assert desk.verdicts("Flo") == ["accept"] * many + ["read"]


def test_keys_can_be_turned_off(desk: Desk, visit: Visits) -> None:
    page = desk.sit(visit, "Gus")
    page.goto(f"{desk.address}/review/entry?seed=off")
    page.get_by_role("button", name="Turn keys off").click()
    page.locator("h1").click()
    page.keyboard.press("r")
    page.reload()
    page.keyboard.press("w")
    page.get_by_role("button", name="Turn keys on").wait_for()
    assert desk.verdicts("Gus") == []


def test_the_desk_needs_no_scripts(desk: Desk, visit: Visits) -> None:
    page = desk.sit(visit, "Hal", scripts=False)
    page.goto(f"{desk.address}/review/entry?seed=plain&size=5")
    for name in ("Wrong", "Undo"):
        with page.expect_navigation():
            page.get_by_role("button", name=name).click()
    assert "0 decided" in page.locator(".progress").inner_text() and desk.verdicts("Hal") == ["reject", "undo"]
    assert page.locator(".script-keys").first.is_hidden()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, 1280])
def test_no_screen_of_the_desk_has_a_fault_of_level_a_or_aa(desk: Desk, visit: Visits, dark: bool, width: int) -> None:
    page = desk.sit(visit, "Ida", dark=dark, width=width)
    faults: dict[str, object] = {}
    for screen in SCREENS:
        page.goto(desk.address + screen)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        found = Axe().run(page, options=OPTIONS).response["violations"]
        if found:
            faults[screen] = [(one["id"], [node["html"][:150] for node in one["nodes"]]) for one in found]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            faults[f"{screen}, wide"] = True
    assert faults == {}
