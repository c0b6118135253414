"""ZIP archives, and what comes as one: web archive collections (WACZ) and Word documents."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from onrecord.errors import BinaryPage, MalformedPage
from onrecord.read.containers.source import Source
from onrecord.read.kinds import is_page_name
from onrecord.read.limits import ARCHIVE_LIMIT, is_metered, metered, read_limited
from onrecord.schema import Page, PageFault

_FAULTS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, struct.error)
"""What the standard library raises on a broken archive."""
_ENCRYPTED = 0x1
_WORD, _OFFICE, _WACZ = "word/document.xml", "[Content_Types].xml", "datapackage.json"
_WACZ_DATA = "archive/"


def zip_pages(source: Source) -> Iterator[Page | PageFault]:
    """The pages of a ZIP archive's members, in the order of the bytes of their names; a Word document is one page.

    Of a WACZ only the web archives in it are read. Nothing is ever written to disk, so a member's name is but a label.
    Raises MalformedPage where the archive is broken, BinaryPage for another office document.
    """
    file = source.file if source.depth == 0 and not is_metered(source.file) else _in_memory(source)
    try:
        archive = zipfile.ZipFile(file)
    except (*_FAULTS, NotImplementedError) as error:
        raise MalformedPage(f"broken ZIP archive ({error})") from error
    with archive:
        names = set(archive.namelist())
        if _WORD in names:
            file.seek(0)
            yield Page(source.path, read_limited(file), "docx", None, source.metadata())
            return
        if _OFFICE in names:
            raise BinaryPage("the file is an office document other than Word's, which is not read")
        wanted = [one for one in archive.infolist() if _is_page(one, wacz=_WACZ in names)]
        if not wanted:
            yield source.fault("the archive holds no pages")
        for one in sorted(wanted, key=lambda info: info.filename.encode("utf-8", "surrogatepass")):
            yield from _member(source, archive, one)


def _member(source: Source, archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> Iterator[Page | PageFault]:
    from onrecord.read.containers.opening import opened  # here, since an archive may hold any of its kinds

    if one.flag_bits & _ENCRYPTED:
        yield source.fault("encrypted: unpack it with its password, and name the files", one.filename)
        return
    try:
        inner = archive.open(one)
    except (*_FAULTS, NotImplementedError, RuntimeError) as error:
        yield source.fault(f"broken, or packed in a way that is not known ({error})", one.filename)
        return
    with inner:
        yield from opened(source.member(one.filename, metered(cast(BinaryIO, inner), source.budget, _FAULTS)))


def _is_page(one: zipfile.ZipInfo, wacz: bool) -> bool:
    if one.is_dir() or not is_page_name(one.filename):
        return False
    return not wacz or one.filename.startswith(_WACZ_DATA)


def _in_memory(source: Source) -> BinaryIO:
    return io.BytesIO(read_limited(source.file, ARCHIVE_LIMIT))
