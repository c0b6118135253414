"""Paths to pages: files, folders, archives, feeds, tables, streams of JSON objects, standard input."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import PageError
from onrecord.read.containers import Source, opened
from onrecord.read.jsonl import jsonl_pages
from onrecord.read.kinds import is_page_name
from onrecord.read.limits import Budget, lines_limited, read_limited
from onrecord.read.sidecar import Sidecar, load_sidecar
from onrecord.schema import Page, PageFault

if TYPE_CHECKING:
    from onrecord.read.online import Fetcher

_OFFLINE = "an address on the web; nothing is fetched unless add is told so with --online FILE.warc.gz"


def pages(
    paths: Iterable[str], stdin: BinaryIO | None = None, sidecar: str | None = None, online: str | None = None
) -> Iterator[Page | PageFault]:
    """The pages behind ``paths``, in the order given; what cannot be had is a PageFault, and the rest goes on.

    A folder gives its files and those of the folders in it, in the order of the bytes of their paths; hidden files and
    those that are no pages (style sheets, pictures, tables without texts) are passed over, and links to other folders
    are not followed. A ZIP gives its members in the order of the bytes of their names, a web archive its records, a
    feed its items, a ``.jsonl`` and a table their lines in file order; ``-`` is ``stdin``. A ``.gz`` around any of them
    is taken off. ``sidecar`` names a CSV of metadata, ``online`` the web archive into which addresses among the paths are
    fetched: without it nothing is. Raises UsageError, before the first page, where either cannot be used.
    """
    table = load_sidecar(sidecar) if sidecar else None
    fetcher = None
    if online is not None:
        from onrecord.read.online import Fetcher  # here, so that nothing of the network is loaded unless asked for

        fetcher = Fetcher(online)
    return _pages(paths, stdin, table, fetcher)


def _pages(
    paths: Iterable[str], stdin: BinaryIO | None, table: Sidecar | None, fetcher: Fetcher | None
) -> Iterator[Page | PageFault]:
    for path in paths:
        if path == "-":
            yield from _standard_input(stdin)
        elif path.startswith(("http://", "https://")) and not os.path.exists(path):
            yield from fetcher.pages(path) if fetcher is not None else [PageFault(path, _OFFLINE)]
        elif os.path.isdir(path):
            yield from _folder(path, table)
        else:
            yield from _file(path, table)


def _folder(path: str, table: Sidecar | None) -> Iterator[Page | PageFault]:
    faults: list[PageFault] = []
    found: list[str] = []
    for folder, inner, files in os.walk(path, onerror=lambda error: faults.append(_fault(str(error.filename), error))):
        inner[:] = [name for name in inner if not name.startswith(".")]
        found += [os.path.join(folder, name) for name in files if is_page_name(name)]
    yield from faults
    if not found and not faults:
        yield PageFault(_shown(path), "the folder holds no pages")
    for one in sorted(found, key=os.fsencode):
        if table is None or not table.is_at(one):
            yield from _file(one, table, beside=True)


def _file(path: str, table: Sidecar | None, beside: bool = False) -> Iterator[Page | PageFault]:
    """What one file holds; ``beside`` where it was met in a folder and may be no page at all."""
    try:
        mode = os.stat(path).st_mode
        if beside and not stat.S_ISREG(mode):
            yield PageFault(_shown(path), "cannot be read: not a file but a pipe, a socket or a device")
            return
        file = open(path, "rb")  # noqa: SIM115 (it stays open while its pages are taken)
    except (OSError, ValueError) as error:
        yield _fault(path, error)
        return
    with file:
        given = table.row if table is not None else None
        if not file.seekable():
            yield from _piped(_shown(path), file)
            return
        size = os.fstat(file.fileno()).st_size
        yield from opened(Source(_shown(path), file, path, Budget(size), beside=beside, given=given))


def pages_in(path: str, file: BinaryIO, size: int) -> Iterator[Page | PageFault]:
    """The pages that an open file holds, which lies at ``path`` here or elsewhere and has ``size`` bytes."""
    yield from opened(Source(_shown(path), file, path, Budget(size), beside=True))


def _standard_input(stdin: BinaryIO | None) -> Iterator[Page | PageFault]:
    """What comes in: a page a line where the first line is a JSON object, else as a file is told."""
    if stdin is None:
        yield PageFault("-", "standard input is not open")
        return
    yield from _piped("-", stdin)


def _piped(path: str, file: BinaryIO) -> Iterator[Page | PageFault]:
    lines = lines_limited(file)
    try:
        first = next(lines, b"")
        if first is not None and first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
            yield from jsonl_pages(path, _chain(first, lines))
            return
        if first is None:
            yield PageFault(path, "the first line is over the limit")
            return
        raw = first + read_limited(file)
    except (OSError, PageError) as error:
        yield _fault(path, error)
        return
    yield from opened(Source(path, io.BytesIO(raw), path, Budget(len(raw))))


def _chain(first: bytes, rest: Iterable[bytes | None]) -> Iterator[bytes | None]:
    yield first
    yield from rest


def _shown(path: str) -> str:
    """The path as text that can be written out: bytes that are no UTF-8 are shown as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _fault(path: str, error: OSError | ValueError | PageError) -> PageFault:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return PageFault(_shown(path), reason if isinstance(error, PageError) else f"cannot be read: {reason}")
