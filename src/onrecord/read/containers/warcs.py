"""Web archives (WARC, plain or packed): a page for each capture that a server answered with one."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from onrecord.errors import BinaryPage, MalformedPage, OversizedPage
from onrecord.read.containers.encodings import encodings_of, without_encodings
from onrecord.read.containers.source import Source
from onrecord.read.kinds import HEAD, Kind, kind_of_type
from onrecord.read.limits import ARCHIVE_LIMIT, CHUNK, Budget, Metered, megabytes, metered, read_limited
from onrecord.read.packing import FAULTS
from onrecord.schema import Page, PageFault

# The library tells of every oddity of an archive; what matters of it is said in this program's own words.
logging.getLogger("warcio").addHandler(logging.NullHandler())
logging.getLogger("warcio").propagate = False

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
    records = ArchiveIterator(_Watched(Metered(source.file, source.budget, FAULTS), CHUNK))
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
            held = _taken(record, source.budget)
        except (OversizedPage, BinaryPage) as error:
            yield source.fault(str(error), _address(record))
            if source.budget.is_spent():
                return
        except _FAULTS as error:
            yield _broken(source, error)
            return


class _Watched(io.BufferedReader):
    """A stream that is given up where no line ends for too long: the library keeps all of a line that it looks for."""

    _open = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        ended = data.rfind(b"\n")
        self._open = self._open + len(data) if ended < 0 else len(data) - ended
        if self._open > ARCHIVE_LIMIT:
            raise MalformedPage(f"{megabytes(ARCHIVE_LIMIT)} in which no line ends")
        return data


def _next(records: ArchiveIterator) -> tuple[Any, bool]:
    """The next record, None after the last; and whether the one before ended where its length said."""
    faults = records.err_count
    with redirect_stderr(io.StringIO()):  # where the library writes what it counts
        record = next(records, None)
    return record, records.err_count == faults


def _broken(source: Source, error: Exception) -> PageFault:
    return source.fault(f"broken web archive: {error or type(error).__name__}; not read further")


def _taken(record: Any, budget: Budget) -> _Capture | None:
    """The capture, where it may be a page. Raises OversizedPage over the limit for one page, and MalformedPage where the
    archive breaks off in it (half a sentence can say the opposite of the whole); BinaryPage for an unknown packing."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None
    sent = (headers or record.rec_headers).get_header("Content-Type") or ""
    media = sent.split(";")[0].strip().lower()
    if kind_of_type(media, b"<html") is None and kind_of_type(media, b"%PDF-") is None:
        return None
    raw, kind = _body(record, media, budget)
    if kind is None:
        return None
    record.raw_stream.read()
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise MalformedPage("it breaks off in the middle of a capture")
    captured = record.rec_headers.get_header("WARC-Date") or ""
    return _Capture(kind, raw, _address(record), captured, _charset(sent))


def _body(record: Any, media: str, budget: Budget) -> tuple[bytes, Kind | None]:
    """What was sent, unpacked, and its kind: None, and no more than its head, where it is no page."""
    headers = record.http_headers
    names = encodings_of(headers.get_header("Content-Encoding") or "") if headers is not None else []
    parted = headers is not None and (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if parted else record.raw_stream
    try:
        body = without_encodings(stream, names)
        body = metered(body, budget, FAULTS) if names else body
        head = body.read(HEAD)
        kind = kind_of_type(media, head)
        return (head + read_limited(body), kind) if kind is not None else (head, None)
    except FAULTS as error:
        raise BinaryPage(f"the packing that the server gave it is broken ({error})") from error


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
