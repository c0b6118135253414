"""What a file holds: it is told by its name and its head, and given to the reader of its kind."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import EmptyPage, PageError
from onrecord.read.containers.source import Source
from onrecord.read.decode import unpack
from onrecord.read.jsonl import jsonl_pages
from onrecord.read.kinds import HEAD, TEXT_SUFFIXES, Kind, ending, kind_of
from onrecord.read.limits import DEPTH_LIMIT, lines_limited, metered, read_limited
from onrecord.read.packing import FAULTS, Packing, packing_of, unpacked_head, unpacking
from onrecord.read.plugged import plugged_pages, reader_of
from onrecord.schema import Media, Page, PageFault

_MEDIA: dict[Kind, Media] = {
    "text": "text",
    "html": "html",
    "pdf": "pdf",
    "docx": "docx",
    "mail": "mail",
    "mhtml": "mhtml",
}


def opened(source: Source, kind: Kind | None = None) -> Iterator[Page | PageFault]:
    """The pages in ``source``, in the order in which it holds them; what cannot be had is a fault, and the rest goes on.

    ``kind`` is given where it is known from elsewhere.
    """
    try:
        yield from _opened(source) if kind is None else _opened_as(source, kind)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield source.fault(f"cannot be read: {reason}")
    except PageError as error:
        yield source.fault(str(error))


def _opened(source: Source) -> Iterator[Page | PageFault]:
    head = source.file.read(HEAD)
    source.file.seek(0)
    packing = packing_of(head)
    kind = kind_of(source.name, unpacked_head(head, HEAD) if packing else head)
    if not head:
        raise EmptyPage("the file is empty")
    reader = None
    if kind == "text" and (end := ending(source.name)) not in TEXT_SUFFIXES:
        reader = reader_of(end, unpacked_head(head, HEAD) if packing else head)
    if reader is not None:
        within = _unpacked(source, packing) if packing else source
        yield from plugged_pages(reader, within.path, within.file)
        return
    # A page keeps its packing, since its id is that of the file's bytes; a web archive is packed with gzip by the record.
    if packing and kind not in _MEDIA and not (kind == "warc" and packing == "gzip"):
        source = _unpacked(source, packing)
    yield from _opened_as(source, kind)


def _opened_as(source: Source, kind: Kind) -> Iterator[Page | PageFault]:
    if kind in _MEDIA:
        yield from _page(source, _MEDIA[kind])
    elif kind == "warc":
        from onrecord.read.containers.warcs import warc_pages

        yield from warc_pages(source)
    else:
        yield from _many(source, kind)


def _page(source: Source, media: Media) -> Iterator[Page | PageFault]:
    """The page that ``source`` is. In a folder, an XML file that is neither a feed nor HTML is passed over."""
    if source.beside and media == "text" and ending(source.name) in (".xml", ".rdf"):
        return
    raw = read_limited(source.file)
    yield Page(source.path, raw, media, None, source.metadata())
    if media == "mail":
        from onrecord.read.containers.attachments import attachments

        for name, data in attachments(unpack(raw)):
            yield from opened(source.member(name, data))


def _many(source: Source, kind: Kind) -> Iterator[Page | PageFault]:
    if kind == "jsonl":
        found = False
        for one in jsonl_pages(source.path, lines_limited(source.file)):
            found = True
            yield one
        if not found:
            raise EmptyPage("the file is empty")
    elif kind == "table":
        from onrecord.read.containers.tables import table_pages

        yield from table_pages(source)
    elif kind == "feed":
        from onrecord.read.containers.feeds import feed_pages

        yield from feed_pages(source)
    elif source.depth >= DEPTH_LIMIT:
        yield source.fault(f"archives within {DEPTH_LIMIT} archives: not opened")
    else:
        from onrecord.read.containers.zips import zip_pages

        yield from zip_pages(source)


def _unpacked(source: Source, packing: Packing) -> Source:
    """The source with its packing taken off as it is read, the bytes counted against the budget."""
    return replace(source, file=metered(unpacking(source.file, packing), source.budget, FAULTS))
