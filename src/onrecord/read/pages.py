"""Paths to pages: files, folders, streams of JSON objects, standard input."""

from __future__ import annotations

import gzip
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from onrecord.read.jsonl import jsonl_pages
from onrecord.read.sidecar import Sidecar, load_sidecar
from onrecord.schema import Media, Page, PageFault

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})
PASSED_OVER = frozenset(
    ".css .js .json .csv .tsv .png .jpg .jpeg .gif .svg .webp .ico .bmp .woff .woff2 .ttf .eot .map "
    ".py .pyc .xml .sqlite .db .parquet .log".split()
)
"""Endings of files that stand beside saved pages and are none: passed over in folders, read where they are named."""
_HTML_HEAD = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def pages(
    paths: Iterable[str], stdin: BinaryIO | None = None, sidecar: str | None = None
) -> Iterator[Page | PageFault]:
    """The pages behind ``paths``, in the order given; what cannot be had is a PageFault, and the rest goes on.

    A folder gives its files and those of the folders in it, in the order of the bytes of their paths; hidden files and
    those that are no pages (style sheets, pictures, tables) are passed over. A ``.jsonl`` gives a page a line, ``-`` is
    ``stdin``. A single ``.gz`` around any of them is taken off. ``sidecar`` names a CSV of metadata; raises UsageError,
    before the first page, where it cannot be used.
    """
    table = load_sidecar(sidecar) if sidecar else None
    return _pages(paths, stdin, table)


def _pages(paths: Iterable[str], stdin: BinaryIO | None, table: Sidecar | None) -> Iterator[Page | PageFault]:
    for path in paths:
        if path == "-":
            yield from _standard_input(stdin)
        elif os.path.isdir(path):
            yield from _folder(path, table)
        else:
            yield from _file(path, table)


def _folder(path: str, table: Sidecar | None) -> Iterator[Page | PageFault]:
    faults: list[PageFault] = []
    found: list[str] = []
    for folder, inner, files in os.walk(path, onerror=lambda error: faults.append(_fault(str(error.filename), error))):
        inner[:] = [name for name in inner if not name.startswith(".")]
        found += [
            os.path.join(folder, name)
            for name in files
            if not name.startswith(".") and _ending(name) not in PASSED_OVER
        ]
    yield from faults
    if not found and not faults:
        yield PageFault(_shown(path), "the folder holds no pages")
    for one in sorted(found, key=os.fsencode):
        yield from _file(one, table)


def _file(path: str, table: Sidecar | None) -> Iterator[Page | PageFault]:
    if _ending(path) in JSONL_SUFFIXES:
        yield from _stream(path)
        return
    try:
        with open(path, "rb") as file:
            raw = file.read()
    except OSError as error:
        yield _fault(path, error)
        return
    yield Page(_shown(path), raw, media_of(path, raw), None, dict(table.row(path)) if table else {})


def _stream(path: str) -> Iterator[Page | PageFault]:
    """The lines of a JSONL file as they come; the file is never whole in memory."""
    try:
        file = _open(path)
    except OSError as error:
        yield _fault(path, error)
        return
    with file:
        try:
            yield from jsonl_pages(_shown(path), file)
        except (OSError, EOFError, zlib.error) as error:
            yield _fault(path, error)


def _open(path: str) -> gzip.GzipFile | BinaryIO:
    """The file, unpacked as it is read where its name ends in ``.gz``."""
    return gzip.GzipFile(path, "rb") if path.lower().endswith(".gz") else open(path, "rb")


def _standard_input(stdin: BinaryIO | None) -> Iterator[Page | PageFault]:
    """One page, or a page a line where the first line is a JSON object."""
    if stdin is None:
        yield PageFault("-", "standard input is not open")
        return
    first = stdin.readline()
    if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        yield from jsonl_pages("-", _chain(first, stdin))
        return
    raw = first + stdin.read()
    yield Page("-", raw, media_of("-", raw))


def _chain(first: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def media_of(path: str, raw: bytes) -> Media:
    """``html`` or ``text``, by the name's ending, else by how the content begins."""
    ending = _ending(path)
    if ending in HTML_SUFFIXES:
        return "html"
    head = raw[:4096].removeprefix(b"\xef\xbb\xbf")
    return "html" if _HTML_HEAD.match(head) else "text"


def _ending(path: str) -> str:
    """The name's ending in lower case, that of a packed file being the one before ``.gz``."""
    stem, ending = os.path.splitext(path.lower())
    return os.path.splitext(stem)[1] if ending == ".gz" else ending


def _shown(path: str) -> str:
    """The path as text that can be written out: bytes that are no UTF-8 are shown as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _fault(path: str, error: OSError | EOFError | zlib.error) -> PageFault:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return PageFault(_shown(path), f"cannot be read: {reason}")
