"""Pages from the web, where a user asks for them: kept in a web archive with time and hash, and read from there.

A site's robots.txt is kept to, and a host is asked at most once in some seconds. What the archive has is not fetched again.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import string
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException
from typing import IO, Any, cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener
from urllib.robotparser import RobotFileParser

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from onrecord.errors import MalformedPage, PageError, UsageError
from onrecord.read.containers import Source, opened
from onrecord.read.limits import PAGE_LIMIT, Budget, read_limited
from onrecord.schema import Page, PageFault

AGENT = "onrecord"
WAIT = 2.0
"""Seconds between two requests to one host; more where its robots.txt asks for more."""
TIMEOUT = 30.0
HOPS = 5
"""Times that a page may send one on to another address."""
ROBOTS_LIMIT = 512 * 1024
_FAULTS = (URLError, HTTPException, OSError, ValueError)
_OF_THE_WAY = frozenset({"transfer-encoding", "content-length", "connection", "keep-alive"})


def is_address(path: str) -> bool:
    """True for a path that is an address on the web."""
    return path.startswith(("http://", "https://"))


class _NoRedirects(HTTPRedirectHandler):
    """Every hop is looked at before it is taken."""

    def redirect_request(self, *_given: Any, **_named: Any) -> None:
        """Never goes on by itself."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server sent, or what the archive keeps of it: a web archive of this one capture."""

    status: int
    location: str
    capture: bytes


class Fetcher:
    """Fetches pages into the web archive at ``archive``, which is made where there is none, and reads them from it."""

    def __init__(self, archive: str, wait: float = WAIT) -> None:
        """Raises UsageError where the file is there and is no web archive."""
        self.archive = archive
        self._wait = wait
        self._opener = build_opener(_NoRedirects)
        self._robots: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}
        self._kept = _index(archive)

    def pages(self, address: str) -> Iterator[Page | PageFault]:
        """The page at ``address``, with all that it holds where it is a feed; a fault where it cannot be had."""
        at = address
        try:
            for _ in range(HOPS):
                answer = self._kept.get(at) or self._fetched(at)
                if not 300 <= answer.status < 400 or not answer.location:
                    break
                at = urljoin(at, answer.location)
                if not is_address(at):
                    raise MalformedPage(f"the server sends on to {at[:200]}, which is no address on the web")
            else:
                raise MalformedPage(f"sent on more than {HOPS} times")
        except PageError as error:
            yield PageFault(address, str(error))
            return
        except _FAULTS as error:
            reason = getattr(error, "reason", None) or error
            yield PageFault(address, f"cannot be fetched: {reason}")
            return
        if answer.status != 200:
            yield PageFault(address, f"the server answered with status {answer.status}")
            return
        budget = Budget(len(answer.capture))
        yield from opened(Source(self.archive, io.BytesIO(answer.capture), self.archive, budget), "warc")

    def _fetched(self, address: str) -> _Answer:
        rules = self._rules(address)
        if not rules.can_fetch(AGENT, address):
            raise MalformedPage("the site's robots.txt asks programs not to read it")
        status, reason, headers, body = self._asked(address, PAGE_LIMIT, float(rules.crawl_delay(AGENT) or 0))
        capture = _capture(address, f"{status} {reason}", headers, body)
        with open(self.archive, "ab") as file:
            file.write(capture)
        location = next((value for name, value in headers if name.lower() == "location"), "")
        self._kept[address] = _Answer(status, location, capture)
        return self._kept[address]

    def _rules(self, address: str) -> RobotFileParser:
        """The site's robots.txt. A site that says there is none allows all; one that does not answer allows nothing."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            rules = self._robots[site] = RobotFileParser()
            status, _, _, body = self._asked(f"{site}/robots.txt", ROBOTS_LIMIT, 0.0)
            if status == 200:
                rules.parse(body.decode("utf-8", "replace").splitlines())
            elif 400 <= status < 500 and status not in (401, 403, 429):
                rules.parse([])
            else:
                rules.parse(["User-agent: *", "Disallow: /"])
        return self._robots[site]

    def _asked(self, address: str, limit: int, delay: float) -> tuple[int, str, list[tuple[str, str]], bytes]:
        """Status, reason, headers and body. Waits until the host may be asked again."""
        host = urlsplit(address).netloc
        time.sleep(max(0.0, self._last.get(host, 0.0) + max(self._wait, delay) - time.monotonic()))
        request = Request(address, headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})
        try:
            response = self._opener.open(request, timeout=TIMEOUT)
        except HTTPError as error:
            response = error
        finally:
            self._last[host] = time.monotonic()
        with response:
            body = read_limited(cast(Any, response), limit)
            return int(response.status), str(response.reason), list(response.headers.items()), body


def _capture(address: str, status: str, headers: list[tuple[str, str]], body: bytes) -> bytes:
    """One record of a web archive: the answer as it came, with the time and the hash of its bytes."""
    kept = [f"{name}: {' '.join(value.split())}" for name, value in headers if name.lower() not in _OF_THE_WAY]
    sent = "\r\n".join((f"HTTP/1.1 {status}", *kept, f"Content-Length: {len(body)}", "", "")).encode() + body
    lines = (
        "WARC/1.1",
        "WARC-Type: response",
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid4()}>",
        f"WARC-Date: {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        f"WARC-Target-URI: {quote(address, safe=string.punctuation)}",
        f"WARC-Payload-Digest: sha256:{hashlib.sha256(body).hexdigest()}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(sent)}",
        "",
        "",
    )
    return gzip.compress("\r\n".join(lines).encode() + sent + b"\r\n\r\n")


def _index(archive: str) -> dict[str, _Answer]:
    """What the archive has, by address; of several captures the last."""
    if not archive.lower().endswith(".warc.gz"):
        raise UsageError(f"{archive}: what is fetched is kept in a web archive; give a name that ends in .warc.gz")
    if not os.path.exists(archive):
        return {}
    try:
        with open(archive, "rb") as file:
            return dict(_answers(file))
    except (OSError, ArchiveLoadFailed, EOFError) as error:
        raise UsageError(f"{archive}: no web archive that can be added to ({error})") from error


def _answers(file: IO[bytes]) -> Iterator[tuple[str, _Answer]]:
    records = ArchiveIterator(file)
    for record in records:
        address = record.rec_headers.get_header("WARC-Target-URI")
        headers = record.http_headers
        start, length = records.get_record_offset(), records.get_record_length()
        if record.rec_type != "response" or headers is None or not address:
            continue
        place = file.tell()
        file.seek(start)
        capture = file.read(length)
        file.seek(place)
        yield address, _Answer(int(headers.get_statuscode() or 0), headers.get_header("Location") or "", capture)
