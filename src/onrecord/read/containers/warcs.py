"""Web archives (WARC, plain or packed): a page for each capture that a server answered with one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from onrecord.errors import MalformedPage, OversizedPage
from onrecord.read.containers.source import Source
from onrecord.read.kinds import HEAD, kind_of_type
from onrecord.read.limits import metered, read_limited
from onrecord.schema import Page, PageFault

_FAULTS = (OSError, EOFError, ValueError, LookupError, AttributeError, TypeError)
"""What warcio raises on broken records, ArchiveLoadFailed aside."""


def warc_pages(source: Source) -> Iterator[Page | PageFault]:
    """The pages among the captures, in file order: responses with status 200 and resources that are HTML, text, PDF, a
    feed, a Word document or a mail. Pictures, scripts, redirects and revisits are passed over.

    A page's bytes are those that were sent, less the packing for the way; its path ends in the address. An archive
    that breaks off is a fault after the pages before the break.
    """
    records = ArchiveIterator(metered(source.file, source.budget))
    found = 0
    while True:
        try:
            record = next(records, None)
            taken = _taken(record) if record is not None else None
        except OversizedPage as error:
            yield source.fault(str(error), _address(record))
            if source.budget.spent > source.budget.limit:
                return
            continue
        except (ArchiveLoadFailed, MalformedPage, *_FAULTS) as error:
            yield source.fault(f"broken web archive: {error or type(error).__name__}; not read further")
            return
        if record is None:
            break
        if taken is not None:
            found += 1
            yield from _pages(source, record, *taken)
    if not found:
        yield source.fault("the web archive holds no pages")


def _taken(record: Any) -> tuple[str, bytes] | None:
    """Media type and bytes of a capture that may be a page. Raises OversizedPage over the limit for one page,
    and MalformedPage where the archive breaks off in it: half a sentence can say the opposite of the whole."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None
    sent = (headers or record.rec_headers).get_header("Content-Type") or ""
    stream = record.content_stream()
    head = stream.read(HEAD)
    if kind_of_type(sent.split(";")[0].strip().lower(), head) is None:
        return None
    raw = head + read_limited(stream)
    record.raw_stream.read()
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise MalformedPage("it breaks off in the middle of a capture")
    return sent, raw


def _pages(source: Source, record: Any, sent: str, raw: bytes) -> Iterator[Page | PageFault]:
    from onrecord.read.containers.opening import opened  # here, since a capture may be any kind of page

    kind = kind_of_type(sent.split(";")[0].strip().lower(), raw[:HEAD])
    known = {
        "url": _address(record),
        "captured": record.rec_headers.get_header("WARC-Date") or "",
        "charset": _charset(sent),
    }
    if kind is not None:
        member = source.member(_address(record), raw, {key: value for key, value in known.items() if value})
        yield from opened(member, kind)


def _address(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>") if record is not None else ""


def _charset(sent: str) -> str:
    for part in sent.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'").lower()
    return ""
