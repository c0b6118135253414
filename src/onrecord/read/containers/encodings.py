"""Answers of servers without the packing that they were given for the way: gzip, deflate, Brotli, Zstandard."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from onrecord.errors import BinaryPage, MalformedPage
from onrecord.read.limits import CHUNK
from onrecord.read.packing import FAULTS, unpacking

PIECE = CHUNK // 16
PACKINGS = frozenset({"gzip", "x-gzip", "deflate", "br", "zstd"})
_AS_SENT = frozenset({"", "identity", "none"})


def encodings_of(header: str) -> list[str]:
    """The packings that a header ``Content-Encoding`` names, in the order in which they were put on.

    Raises BinaryPage for one that is not known.
    """
    names = [name for name in (part.strip().lower() for part in header.split(",")) if name not in _AS_SENT]
    for name in names:
        if name not in PACKINGS:
            raise BinaryPage(f"the server packed it as {name[:40]}, which is not unpacked")
    return names


def without_encodings(stream: Any, names: list[str]) -> BinaryIO:
    """What ``stream`` holds without these packings, taken off as it is read; reading raises one of ``FAULTS``.

    Where the bytes are not packed so, they are given as they are: many archives keep the header and not the packing.
    """
    file: BinaryIO = io.BufferedReader(_Pieces(_plain(stream)), PIECE)
    for name in reversed(names):
        file = _without(file, name)
    return file


def _without(file: BinaryIO, name: str) -> BinaryIO:
    head = file.peek(PIECE)[:PIECE]  # type: ignore[attr-defined]
    take = _TAKEN[name]
    return io.BufferedReader(_Pieces(take(file)), PIECE) if head and _begins(take, head) else file


def _begins(take: Callable[[BinaryIO], Iterator[bytes]], head: bytes) -> bool:
    """True where ``head`` is packed so, even if it breaks off."""
    try:
        return bool(next(take(io.BytesIO(head)), b""))
    except EOFError:
        return True
    except FAULTS:
        return False


def _plain(stream: Any) -> Iterator[bytes]:
    while piece := stream.read(PIECE):
        yield piece


def _gzip(file: BinaryIO) -> Iterator[bytes]:
    yield from _plain(unpacking(file, "gzip"))


def _zstd(file: BinaryIO) -> Iterator[bytes]:
    yield from _plain(unpacking(file, "zstd"))


def _deflate(file: BinaryIO) -> Iterator[bytes]:
    """With the head that the standard asks for, or without it, as some servers send."""
    piece = file.read(PIECE)
    headed = len(piece) > 1 and piece[0] & 0x0F == 8 and (piece[0] * 256 + piece[1]) % 31 == 0
    decoder = zlib.decompressobj(zlib.MAX_WBITS if headed else -zlib.MAX_WBITS)
    while piece and not decoder.eof:
        yield decoder.decompress(piece, PIECE)
        piece = decoder.unconsumed_tail or file.read(PIECE)


def _brotli(file: BinaryIO) -> Iterator[bytes]:
    """In pieces, since a few of its bytes may hold gigabytes."""
    import brotli

    decoder = brotli.Decompressor()
    while not decoder.is_finished():
        piece = file.read(PIECE) if decoder.can_accept_more_data() else b""
        if not piece and decoder.can_accept_more_data():
            raise EOFError("it breaks off")
        try:
            yield decoder.process(piece, output_buffer_limit=PIECE)
        except brotli.error as error:
            raise MalformedPage(f"broken packing ({error})") from error


_TAKEN: dict[str, Callable[[BinaryIO], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}


class _Pieces(io.RawIOBase):
    """A stream of the pieces that an iterator gives."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = piece
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size
