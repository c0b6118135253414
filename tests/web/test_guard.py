"""Hostile pages, hostile visitors, and slips of the finger."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.schema import Block, Document, Findings
from onrecord.web import application
from onrecord.web.documents import safe_link
from onrecord.web.marking import PART
from tests.web.conftest import hostile, put

DOC = hostile().document.doc
EVERYWHERE = (
    "/", "/entries", "/pages", "/actors", "/stories", "/timeline", "/positions", "/disputes", "/dyads", f"/page/{DOC}",
    *(f"/entry/{one.id}" for one in hostile().entries), "/actor/c:NOR", "/entries?search=<script>alert(9)</script>",
)  # fmt: skip


@pytest.mark.parametrize("address", EVERYWHERE)
def test_what_a_hostile_page_holds_is_text(browser: TestClient, address: str) -> None:
    html = browser.get(address).text
    for harmful in ("<script>", "<img", "<b ", "</mark><script", 'href="javascript:', "\u202e", "\u202c"):
        assert harmful not in html


def test_hostile_words_can_still_be_read(browser: TestClient) -> None:
    html = browser.get(f"/page/{DOC}").text
    assert "&lt;script&gt;steal()&lt;/script&gt;" in html and "[U+202E]evil[U+202C]" in html
    assert "javascript:alert(1)" in html


def test_only_addresses_of_the_web_become_links() -> None:
    assert safe_link("https://example.org/") == "https://example.org/"
    assert [safe_link(one) for one in ("javascript:x", "data:text/html,x", " javascript:x", "", None)] == [None] * 5


def test_five_megabytes_of_text_are_shown_in_parts(tmp_path: Path) -> None:
    text = "word " * 1_000_000
    page = Document("a" * 16, "a" * 64, "long.txt", text, (Block("paragraph", 0, len(text), "test"),))
    put(tmp_path / "long.onrecord", Findings(page))
    browser = TestClient(application(tmp_path / "long.onrecord"), base_url="http://localhost")
    first = browser.get(f"/page/{page.doc}")
    assert first.status_code == 200 and len(first.text) < 2 * PART and "Part 1 of 125" in first.text
    assert browser.get(f"/page/{page.doc}?part=125").status_code == 200
    assert browser.get(f"/page/{page.doc}?part=126").status_code == 404


@pytest.mark.parametrize("address", ("/", "/entries.csv", "/static/style.css", "/nothing", "/entries?page=x"))
def test_every_answer_forbids_scripts_from_elsewhere(browser: TestClient, address: str) -> None:
    headers = browser.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    (
        ("/entry/0000", 404, "no entry"),
        ("/entry/" + "z" * 3000, 404, "no entry"),
        ("/page/ffff", 404, "no page"),
        (f"/page/{DOC}?entry=ffff", 404, "not on this page"),
        ("/actor/nobody", 404, "no such actor"),
        ("/entries?page=99", 404, "the list has 1"),
        ("/entries?page=0", 400, "whole number"),
        ("/entries?page=99999999999999999999", 400, "whole number"),
        ("/entries?page=²", 400, "whole number"),
        ("/entries?colour=red", 400, "no such filter"),
        ("/entries?kind=event&kind=event", 400, "given twice"),
        ("/entries?type=DANCE", 400, "no such type"),
        ("/entries?status=sure", 400, "no such status"),
        ("/entries?since=yesterday", 400, "write it as"),
        ("/entries?since=2021-03-09&until=2021-03-01", 400, "swap them"),
        ("/entries?confidence=very", 400, "choose one of"),
        ("/entries?search=" + "a" * 501, 400, "at most"),
        ("/entries?search=%00", 400, "at most"),
        ("/dyads?by=century", 400, "choose one of"),
        ("/timeline?since=2021-13-01", 400, "write it as"),
        ("/nothing", 404, "no such page"),
        ("/small.onrecord", 404, "no such page"),
        ("/static/../web.py", 404, "no such page"),
    ),
)
def test_what_cannot_be_answered_is_told_in_a_sentence(
    browser: TestClient, address: str, status: int, sentence: str
) -> None:
    answer = browser.get(address)
    assert answer.status_code == status
    assert sentence in answer.text and "Traceback" not in answer.text


def test_a_program_that_asks_for_rows_is_told_in_its_own_form(browser: TestClient) -> None:
    assert "no such type" in browser.get("/entries.json?type=DANCE").json()["error"]
    answer = browser.get("/entries.csv?type=DANCE")
    assert answer.status_code == 400 and answer.headers["content-type"].startswith("text/plain")


def test_a_page_that_cannot_be_made_says_so_and_tells_nothing_else(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("onrecord.web.home.coverage")
    browser = TestClient(application(record), base_url="http://localhost", raise_server_exceptions=False)
    answer = browser.get("/")
    assert answer.status_code == 500 and "could not be made" in answer.text and "coverage" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("method", ("POST", "PUT", "DELETE", "PATCH"))
def test_nothing_can_be_changed(browser: TestClient, record: Path, method: str) -> None:
    before = record.read_bytes()
    assert browser.request(method, "/entries").status_code == 405
    assert record.read_bytes() == before


def test_looking_leaves_the_record_as_it_is(browser: TestClient, record: Path) -> None:
    before = record.read_bytes()
    for address in EVERYWHERE:
        browser.get(address)
    assert record.read_bytes() == before


def test_another_name_for_this_machine_is_turned_away(browser: TestClient) -> None:
    for host in ("evil.example", "localhost.evil.example", "", "192.0.2.7:8642", "127.0.0.1.evil.example"):
        assert browser.get("/", headers={"host": host}).status_code == 421
    for host in ("localhost", "LOCALHOST:1", "127.0.0.1:8642", "[::1]:8642"):
        assert browser.get("/", headers={"host": host}).status_code == 200


def test_another_machine_needs_the_token_once(record: Path) -> None:
    served = application(record, host="0.0.0.0", token="s3cret")
    browser = TestClient(served, base_url="http://192.0.2.7:8642", follow_redirects=False)
    assert browser.get("/").status_code == 401
    assert browser.get("/?token=wrong").status_code == 401
    assert browser.get("/", headers={"cookie": b"onrecord-token=\xe9"}).status_code == 401
    let_in = browser.get("/entries?token=s3cret&kind=event")
    assert let_in.status_code == 303 and let_in.headers["location"] == "/entries?kind=event"
    assert "HttpOnly" in let_in.headers["set-cookie"] and "samesite=strict" in let_in.headers["set-cookie"].lower()
    assert browser.get("/entries?kind=event").status_code == 200
    other = TestClient(served, base_url="http://192.0.2.7:8642", follow_redirects=False)
    elsewhere = other.get("http://192.0.2.7:8642//evil.example/?token=s3cret")
    assert elsewhere.headers["location"] == "/evil.example/"
    assert browser.get("/", headers={"host": "evil.example"}).status_code == 421
