"""Web archives (WARC, plain or packed): a page for each capture that a server answered with one."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from onrecord.errors import BinaryPage, MalformedPage, OversizedPage
from onrecord.read.containers.source import Source
from onrecord.read.kinds import HEAD, Kind, kind_of_type
from onrecord.read.limits import metered, read_limited
from onrecord.schema import Page, PageFault

# The library tells of every oddity of an archive; what matters of it is said in this program's own words.
logging.getLogger("warcio").addHandler(logging.NullHandler())
logging.getLogger("warcio").propagate = False

_PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_FAULTS = (
    ArchiveLoadFailed, MalformedPage, OversizedPage, OSError, EOFError, ValueError, LookupError, AttributeError, TypeError
)  # fmt: skip
"""What is raised on broken records."""


@dataclass(frozen=True, slots=True)
class _Capture:
    """What a server sent: its kind and bytes, from where, when, and in which character set it said."""

    kind: Kind
    raw: bytes
    address: str
    captured: str
    charset: str


def warc_pages(source: Source) -> Iterator[Page | PageFault]:
    """The pages among the captures, in file order: responses with status 200 and resources that are HTML, text, PDF, a
    feed, a Word document or a mail. Pictures, scripts, redirects and revisits are passed over.

    A page's bytes are those that were sent, less the packing for the way; its path ends in the address. An archive
    that breaks off is a fault after the pages before the break.
    """
    found = False
    for one in _captures(source):
        found = True
        if isinstance(one, PageFault):
            yield one
        else:
            yield from _pages(source, one)
    if not found:
        yield source.fault("the web archive holds no pages")


def _captures(source: Source) -> Iterator[_Capture | PageFault]:
    """The captures that may be pages. Each is held back until the next record shows that it ended where its length said."""
    records = ArchiveIterator(metered(source.file, source.budget))
    held: _Capture | None = None
    while True:
        try:
            record, whole = _next(records)
        except _FAULTS as error:
            if held is not None:
                yield held
            yield _broken(source, error)
            return
        if held is not None:
            yield held if whole else source.fault("the capture does not end where its length says", held.address)
            held = None
        if record is None:
            return
        try:
            held = _taken(record)
        except (OversizedPage, BinaryPage) as error:
            yield source.fault(str(error), _address(record))
            if source.budget.is_spent():
                return
        except _FAULTS as error:
            yield _broken(source, error)
            return


def _next(records: ArchiveIterator) -> tuple[Any, bool]:
    """The next record, None after the last; and whether the one before ended where its length said."""
    faults = records.err_count
    with redirect_stderr(io.StringIO()):  # where the library writes what it counts
        record = next(records, None)
    return record, records.err_count == faults


def _broken(source: Source, error: Exception) -> PageFault:
    return source.fault(f"broken web archive: {error or type(error).__name__}; not read further")


def _taken(record: Any) -> _Capture | None:
    """The capture, where it may be a page. Raises OversizedPage over the limit for one page, and MalformedPage where the
    archive breaks off in it (half a sentence can say the opposite of the whole); BinaryPage for an unknown packing."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None
    sent = (headers or record.rec_headers).get_header("Content-Type") or ""
    packing = (headers.get_header("Content-Encoding") or "").strip().lower() if headers is not None else ""
    stream = record.content_stream()
    head = stream.read(HEAD)
    kind = kind_of_type(sent.split(";")[0].strip().lower(), head)
    if kind is None:
        return None
    if packing not in _PACKINGS:
        raise BinaryPage(f"the server packed it as {packing}, which is not unpacked")
    raw = head + read_limited(stream)
    record.raw_stream.read()
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise MalformedPage("it breaks off in the middle of a capture")
    captured = record.rec_headers.get_header("WARC-Date") or ""
    return _Capture(kind, raw, _address(record), captured, _charset(sent))


def _pages(source: Source, one: _Capture) -> Iterator[Page | PageFault]:
    from onrecord.read.containers.opening import opened  # here, since a capture may be any kind of page

    known = {"url": one.address, "captured": one.captured, "charset": one.charset}
    member = source.member(one.address, one.raw, {key: value for key, value in known.items() if value})
    yield from opened(member, one.kind)


def _address(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")


def _charset(sent: str) -> str:
    for part in sent.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'").lower()
    return ""
