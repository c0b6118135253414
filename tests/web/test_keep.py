"""What was counted is counted again as soon as the record has changed, and not before."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from onrecord.web import application
from onrecord.web.keep import MOST, Keep
from tests.web.conftest import hostile, plain, put


def test_a_page_added_while_it_is_looked_at_shows_at_once(tmp_path: Path) -> None:
    path = tmp_path / "growing.onrecord"
    put(path, plain())
    browser = TestClient(application(path), base_url="http://localhost")
    assert browser.get("/entries.json").json()["total"] == 2
    put(path, hostile())
    assert browser.get("/entries.json").json()["total"] == 4
    assert "2021-03" in browser.get("/entries").text


def test_an_answer_is_made_once_and_the_oldest_are_dropped(tmp_path: Path) -> None:
    keep, made = Keep(tmp_path / "none"), []
    for key in (1, 1, *range(2, MOST + 2), 1):
        keep.get(key, lambda key=key: made.append(key))  # type: ignore[misc]
    assert made == [*range(1, MOST + 2), 1]
