"""A record of invented pages, one of them hostile, and a browser's view of it without a browser."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import onrecord
from onrecord.run import Result
from onrecord.schema import (
    Block,
    Document,
    Event,
    Findings,
    Learned,
    Party,
    Sourced,
    Span,
    Statement,
    When,
)
from onrecord.store import SQLiteStore
from onrecord.web import application

HOSTILE = """<script>alert("title")</script>
Norland shelled <img src=x onerror=alert(1)> Westport at noon.
Norland said "</mark><script>steal()</script> \u202eevil\u202c & <b onclick='x()'>free</b>".
"""
PLAIN = """Talks in Midtown
Sudland said "an agreement on the ceasefire is near".
Norland might shell Eastport.
"""


def party(text: str, name: str) -> Party:
    at = text.index(name)
    return Party(name, at, at + len(name), name, f"c:{name[:3].upper()}", "country", name[:3].upper(), how="table:test")


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span.of(text, at, at + len(words))


def document(path: str, text: str, published: date | None, url: str) -> Document:
    digest = hashlib.sha256(path.encode()).hexdigest()
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph" if start else "title", start, start + len(line), "test"))
        start += len(line) + 1
    when = When("date", None, None, published, published, "day", basis="given", origin="input") if published else None
    title = Sourced(text.split("\n")[0], 0, len(text.split("\n")[0]))
    return Document(
        digest[:16], digest, path, text, tuple(blocks), url=Sourced(url, origin="input"), title=title,
        outlet=Sourced("The <Orlan> Post", origin="input"), language="en", published=when,
    )  # fmt: skip


def entry_id(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def statement(page: Document, speaker: str, words: str, **more: object) -> Statement:
    text = page.text
    return Statement(
        entry_id(f"s{page.doc}{words}"), page.doc, "paragraph", span(text, "said"), (span(text, words),), "direct", "says",
        party(text, speaker), confidence=0.9, speaker_confidence=0.95, rule="test", why="said so", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def event(page: Document, source: str, trigger: str, target: str, **more: object) -> Event:
    text = page.text
    start = text.rfind("\n", 0, text.index(trigger)) + 1
    return Event(
        entry_id(f"e{page.doc}{trigger}"), page.doc, "paragraph", "ASSAULT", span(text, trigger),
        Span.of(text, start, text.index("\n", start)), source=(party(text, source),), target=(party(text, target),),
        confidence=0.9, rule="test", why="did so", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def hostile() -> Findings:
    page = document("hostile.html", HOSTILE, date(2021, 3, 11), "javascript:alert(1)")
    words = HOSTILE[HOSTILE.index("</mark>") : HOSTILE.index('".')]
    said = statement(page, "Norland", words)
    fact = Learned(
        page.doc, 0, 8, "<script>", "title before name", "Norland", "c:NOR", "country", "mayor", None, "holds"
    )
    return Findings(page, (said,), (event(page, "Norland", "shelled", "Westport"),), learned=(fact,))


def plain() -> Findings:
    page = document("plain.txt", PLAIN, None, "https://example.org/talks")
    said = statement(page, "Sudland", "an agreement on the ceasefire is near")
    return Findings(page, (said,), (event(page, "Norland", "shell", "Eastport", status="possible"),))


def put(path: Path, *pages: Findings) -> None:
    with SQLiteStore(str(path)) as store:
        for found in pages:
            page = found.document
            done = Result("read", page.path, None, page.doc, found).done("f" * 16)
            assert done is not None
            store.put(found, [done], size=len(page.text))


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages, with what they give together."""
    path = tmp_path_factory.mktemp("web") / "small.onrecord"
    put(path, hostile(), plain())
    with onrecord.open(path) as opened:
        opened.derive()
    return path


@pytest.fixture(scope="session")
def browser(record: Path) -> TestClient:
    """Asks for pages as a browser on this machine does."""
    return TestClient(application(record), base_url="http://localhost:8642", follow_redirects=False)
