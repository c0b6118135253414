"""Pages dropped in the browser are read by a process of their own, and only a form of ours can send them."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.web import application
from onrecord.web.intake.pages import safe_name
from tests.web.conftest import plain, put

PAGE = b"Ferry talks\n\nMarch 4, 2021\n\nPrime Minister Ada Roy of Kenya said the ferry would sail again.\n"
HERE = {"sec-fetch-site": "same-origin"}
PATIENCE = 120
"""Seconds for a process that loads the language model on a busy machine."""


def visitor(path: Path, **options: bool) -> TestClient:
    return TestClient(application(path, **options), base_url="http://localhost", follow_redirects=False)


def token_of(browser: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', browser.get("/").text)
    assert found is not None
    return found[1]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "small.onrecord"
    put(path, plain())
    return path


def test_a_dropped_page_is_read_and_put_together(record: Path) -> None:
    browser = visitor(record)
    sent = browser.post(
        "/add", data={"token": token_of(browser), "derive": "yes"}, files={"files": ("ferry.txt", PAGE)}, headers=HERE
    )
    assert (sent.status_code, sent.headers["location"]) == (303, "/add")
    until = time.monotonic() + PATIENCE
    while browser.get("/add.json").json()["running"] and time.monotonic() < until:
        time.sleep(0.2)
    told = browser.get("/add").text
    assert "1 read" in told and "1</span> page from 1 file" in told
    assert "Ada Roy" in browser.get("/entries?actor=roy").text
    assert "run <code>onrecord derive" not in browser.get("/").text
    assert (record.with_name("small.onrecord.pages") / "ferry.txt").read_bytes() == PAGE


@pytest.mark.parametrize(
    ("token", "headers"), [("another", HERE), (None, {"sec-fetch-site": "cross-site"}), (None, {})], ids=str
)
def test_a_form_of_another_site_adds_nothing(record: Path, token: str | None, headers: dict[str, str]) -> None:
    browser = visitor(record)
    given = token or token_of(browser)
    sent = browser.post("/add", data={"token": given}, files={"files": ("ferry.txt", PAGE)}, headers=headers)
    assert sent.status_code == 403 and "nothing was changed" in sent.text
    assert not record.with_name("small.onrecord.pages").exists()


def test_where_visitors_may_only_look_nothing_is_added(record: Path) -> None:
    browser = visitor(record, review=False)
    sent = browser.post("/add", data={"token": token_of(browser)}, files={"files": ("a.txt", PAGE)}, headers=HERE)
    assert sent.status_code == 403
    assert "served to be looked at" in browser.get("/add").text


def test_a_form_without_files_is_told_of(record: Path) -> None:
    browser = visitor(record)
    sent = browser.post("/add", data={"token": token_of(browser)}, files={"files": ("", b"")}, headers=HERE)
    assert sent.status_code == 400 and "choose some files" in sent.text


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"), ("C:\\pages\\a b.html", "a b.html"), ("..", "page"), ("", "page"),
        ("<b>.txt", "_b_.txt"), ("Überfall.txt", "Überfall.txt"), ("x" * 300 + ".txt", "x" * 116 + ".txt"),
    ],
)  # fmt: skip
def test_the_name_of_a_file_leads_nowhere_else(given: str, name: str) -> None:
    assert safe_name(given) == name
