from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from evals import made
from onrecord.errors import UsageError
from onrecord.read import online, pages, read
from onrecord.schema import Page, PageFault


class Site(BaseHTTPRequestHandler):
    """A site on this machine that counts what it is asked for."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        answers = {
            "/robots.txt": (200, "text/plain", b"User-agent: *\nDisallow: /closed\n"),
            "/page": (200, "text/html; charset=utf-8", made.html()),
            "/closed": (200, "text/html", made.html()),
            "/feed": (200, "application/rss+xml", made.rss()),
        }
        status, media, body = answers.get(self.path, (404, "text/html", b"gone"))
        if self.path == "/moved":
            status = 302
        self.send_response(status)
        if self.path == "/moved":
            self.send_header("Location", "/page")
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *given: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr(Site, "asked", [])
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def fetcher(folder: Path) -> online.Fetcher:
    return online.Fetcher(str(folder / "a.warc.gz"), wait=0.0)


def test_nothing_is_fetched_unless_asked_for(site: str) -> None:
    (fault,) = pages([f"{site}/page"])
    assert isinstance(fault, PageFault) and "--online" in fault.reason and Site.asked == []


def test_what_is_fetched_is_kept_with_its_time_and_hash_and_read_from_there(site: str, tmp_path: Path) -> None:
    (page,) = fetcher(tmp_path).pages(f"{site}/page")
    assert isinstance(page, Page) and page.raw == made.html() and page.path.endswith(f"a.warc.gz!/{site}/page")
    assert read(page).url is not None and page.metadata["captured"]
    (again,) = pages([str(tmp_path / "a.warc.gz")])
    assert again == page


def test_a_page_that_the_archive_has_is_not_fetched_again(site: str, tmp_path: Path) -> None:
    first = list(fetcher(tmp_path).pages(f"{site}/moved"))
    asked = list(Site.asked)
    assert list(fetcher(tmp_path).pages(f"{site}/moved")) == first and Site.asked == asked
    assert asked == ["/robots.txt", "/moved", "/page"]


def test_robots_txt_is_kept_to(site: str, tmp_path: Path) -> None:
    (fault,) = fetcher(tmp_path).pages(f"{site}/closed")
    assert isinstance(fault, PageFault) and "robots.txt" in fault.reason and Site.asked == ["/robots.txt"]


def test_a_feed_gives_its_items_and_a_missing_page_its_status(site: str, tmp_path: Path) -> None:
    one = fetcher(tmp_path)
    assert len(list(one.pages(f"{site}/feed"))) == 2
    (fault,) = one.pages(f"{site}/gone")
    assert fault == PageFault(f"{site}/gone", "the server answered with status 404")


def test_a_host_is_asked_only_once_in_a_while(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    monkeypatch.setattr(online.time, "sleep", slept.append)
    list(online.Fetcher(str(tmp_path / "a.warc.gz"), wait=5.0).pages(f"{site}/page"))
    assert slept[0] == 0.0 and 4.0 < slept[1] <= 5.0


def test_a_host_that_does_not_answer_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    (fault,) = fetcher(tmp_path).pages("http://127.0.0.1:9/page")
    assert isinstance(fault, PageFault) and "cannot be fetched" in fault.reason


def test_the_archive_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="warc.gz"):
        pages([], online=str(tmp_path / "a.zip"))
    (tmp_path / "b.warc.gz").write_bytes(b"words")
    with pytest.raises(UsageError, match="no web archive"):
        pages([], online=str(tmp_path / "b.warc.gz"))
