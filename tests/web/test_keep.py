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


def test_what_took_long_stands_for_a_while_though_the_record_is_written_to(tmp_path: Path) -> None:
    path, moment, made = tmp_path / "file", [0.0], []
    keep = Keep(path, clock=lambda: moment[0])

    def slow() -> int:
        moment[0] += 2
        made.append(1)
        return len(made)

    def written() -> None:
        path.write_text("x" * (len(made) + int(moment[0])))

    assert keep.get("slow", slow) == 1
    written()
    moment[0] += 39
    assert keep.get("slow", slow) == 1
    moment[0] += 2
    assert keep.get("slow", slow) == 2
    assert keep.get("slow", slow) == 2


def test_while_one_visitor_renews_an_answer_others_get_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "file"
    keep = Keep(path)
    assert keep.get("key", lambda: "old") == "old"
    path.write_text("changed")
    met = []

    def renewed() -> str:
        met.append(keep.get("key", lambda: "never made"))
        return "new"

    assert keep.get("key", renewed) == "new"
    assert met == ["old"]
