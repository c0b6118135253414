"""Positions in lanes and disputes in two columns, each passage with who tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

import onrecord
from onrecord.schema import Dispute, Findings, Position, Side, Stand
from onrecord.web import application
from onrecord.web.together import named
from tests.web.conftest import hostile, plain, put
from tests.web.test_pages import structure, text_of

FIRST, SECOND = hostile(), plain()


def passage(found: Findings, at: int) -> tuple[str, int, int]:
    block = found.document.blocks[at]
    return found.document.doc, block.start, block.end


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path = tmp_path_factory.mktemp("web") / "told.onrecord"
    put(path, FIRST, SECOND)
    docs = (FIRST.document.doc, SECOND.document.doc)
    said, act = SECOND.statements[0].id, FIRST.events[0].id
    position = Position(
        id="p1", docs=docs, lane="l1", actor="state:PAK", name="Sudland", counterpart="state:AFG", issue="a ceasefire",
        level="agrees", change="reverses", order="stated",
        earlier=Stand(*passage(FIRST, 1), entry=act, level="rejects"),
        later=Stand(*passage(SECOND, 1), entry=said, level="agrees"),
    )  # fmt: skip
    dispute = Dispute(
        id="d1", docs=docs, matter="claim", issue="the shelling", actors=("c:NOR",), why="both speak of it",
        sides=(
            Side(*passage(FIRST, 1), entry=act, actor="c:NOR", name="Norland", says="claims"),
            Side(*passage(SECOND, 1), entry=said, actor="c:SUD", name="Sudland", says="denies"),
        ),
    )  # fmt: skip
    with onrecord.open(path) as opened:
        opened.derive()
        opened.store.derivations.put("positions", "f", [position])
        opened.store.derivations.put("disputes", "f", [dispute])
    return TestClient(application(Path(path)), base_url="http://localhost")


def test_a_lane_shows_what_changed_with_both_passages_and_their_outlets(browser: TestClient) -> None:
    html = browser.get("/positions").text
    structure(html)
    page = text_of(html)
    assert "Sudland → Afghanistan a ceasefire" in page and "reverses, order stated" in page
    assert page.count("according to The <Orlan> Post") == 2
    assert "an agreement on the ceasefire is near" in page and "<img" not in html
    assert f"/entry/{SECOND.statements[0].id}" in html


def test_a_dispute_is_a_possible_one_and_shows_both_sides(browser: TestClient) -> None:
    html = browser.get("/disputes").text
    structure(html)
    page = text_of(html)
    assert "Possible dispute over a claim: the shelling" in page and "no verdict is given" in page
    assert "Norland says that it is so" in page and "Sudland denies it" in page
    row = browser.get("/disputes.json").json()["rows"][0]
    assert row["matter"] == "possible: claim"
    assert row["second"].startswith("Sudland denies it, according to The <Orlan> Post: Sudland said")


def test_ids_of_known_actors_go_by_name() -> None:
    assert [named(one) for one in ("AFG", "state:AFG", "army:AFG", "doc:orlan-basin-council", None)] == [
        "Afghanistan", "Afghanistan", "army of Afghanistan", "Orlan Basin Council", None,
    ]  # fmt: skip
