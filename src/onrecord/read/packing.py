"""Files packed with gzip or Zstandard, and the streams that take the packing off."""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from types import ModuleType
from typing import Any, BinaryIO, Literal, cast

from onrecord.errors import MalformedPage, OversizedPage
from onrecord.read.limits import CHUNK, megabytes, read_limited

Packing = Literal["gzip", "zstd"]

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_DICTIONARY = b"\x5d\x2a\x4d\x18"
"""Opens the frame in which a web archive keeps the dictionary of all its records (WARC with Zstandard, version 1.0)."""
DICTIONARY_LIMIT = 16 * 1024 * 1024
WINDOW_LOG = 27
"""Memory that unpacking may take, as a power of two: 128 MiB, what the Zstandard program allows unasked."""
FAULTS: tuple[type[Exception], ...] = (OSError, EOFError, zlib.error, MalformedPage)
"""What is raised where a packing is broken."""


def packing_of(head: bytes) -> Packing | None:
    """What a file that begins with ``head`` is packed with; None for what is not packed."""
    if head.startswith(_GZIP):
        return "gzip"
    return "zstd" if head.startswith((_ZSTD, _DICTIONARY)) else None


def unpacking(file: BinaryIO, packing: Packing) -> BinaryIO:
    """What ``file``, which stays open, holds, unpacked as it is read. It seeks where ``file`` does, by unpacking anew.

    Reading raises one of ``FAULTS`` where the packing is broken.
    """
    if packing == "gzip":
        return cast(BinaryIO, gzip.GzipFile(fileobj=file, mode="rb"))
    return io.BufferedReader(_Zstandard(file), CHUNK)


def unpacked_head(head: bytes, size: int) -> bytes:
    """The first ``size`` bytes at most of what a packed file holds that begins with ``head``; none where it is broken."""
    if head.startswith(_DICTIONARY):
        return b"WARC/"  # nothing else has such a frame, and the dictionary in it may be longer than the head
    try:
        if head.startswith(_GZIP):
            return zlib.decompressobj(wbits=31).decompress(head, size)
        return cast(bytes, zstd().ZstdDecompressor().decompress(head, size))
    except (zlib.error, zstd().ZstdError):
        return b""


def zstd() -> ModuleType:
    """The standard library's module from Python 3.14 on; before that the same as a package."""
    try:
        from compression import zstd as library  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        from backports import zstd as library
    return cast(ModuleType, library)


class _Zstandard(io.RawIOBase):
    """What a Zstandard file holds, all its frames, with the library's errors as this package's."""

    def __init__(self, file: BinaryIO) -> None:
        library = zstd()
        options = {library.DecompressionParameter.window_log_max: WINDOW_LOG}
        self._error: type[Exception] = library.ZstdError
        dictionary = _dictionary(file, library)
        try:
            self._inner: Any = library.ZstdFile(file, options=options, zstd_dict=dictionary)
        except self._error as error:
            raise MalformedPage(f"broken dictionary ({error})") from error

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(self._inner.seekable())

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return int(self._inner.seek(offset, whence))

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            return int(self._inner.readinto(buffer))
        except self._error as error:
            raise MalformedPage(f"broken packing ({error})") from error


def _dictionary(file: BinaryIO, library: ModuleType) -> Any:
    """The dictionary at a web archive's head, packed or not; None where there is none."""
    if not file.seekable():
        return None  # an answer on its way, which has none
    start = file.tell()
    head = file.read(8)
    if len(head) < 8 or not head.startswith(_DICTIONARY):
        file.seek(start)
        return None
    (size,) = struct.unpack("<I", head[4:])
    if size > DICTIONARY_LIMIT:
        raise OversizedPage(f"its dictionary is over {megabytes(DICTIONARY_LIMIT)}")
    data = file.read(size)
    try:
        if data.startswith(_ZSTD):
            data = read_limited(cast(BinaryIO, library.ZstdFile(io.BytesIO(data))), DICTIONARY_LIMIT)
        return library.ZstdDict(data)
    except (library.ZstdError, EOFError, ValueError) as error:
        raise MalformedPage(f"broken dictionary ({error})") from error
