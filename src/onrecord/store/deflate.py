"""Bytes made small and whole again: what a record keeps of a page or a derived row is short and much like that of others.

Both use zlib with a preset dictionary (RFC 1950), a primer of what such rows hold: short ones take half of the room that they
take alone. Bytes that were made small without it, as in older records, are read as well.
"""

from __future__ import annotations

import zlib
from functools import cache
from importlib import resources

UNPACKED_LIMIT = 512 * 1024 * 1024
"""Bytes that a reading may unpack to: the findings of a text of four million characters, the most that is read, have a
tenth of that. A record from elsewhere could hold a thousandfold of its size."""

LEVEL = 9
"""zlib's best: findings are written once and read often."""

PRIMER = "data/store/primer-1.txt"
"""Findings and derived rows of invented pages, as they are packed. It never changes, since no record could be read without
it; a better one would be a second file. With 16 KB of it the findings of dispatches of 540 characters take 820 bytes instead
of 1,430, those of news pages of 6,200 characters 8 % less, and derived rows 35 % instead of 48 %; 8 KB more gain one percent."""


def deflated(plain: bytes) -> bytes:
    """``plain`` made small."""
    made = zlib.compressobj(
        LEVEL, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY, _primer()
    )
    return made.compress(plain) + made.flush()


def inflated(packed: bytes) -> bytes:
    """What was made small, whole.

    Raises zlib.error for what is damaged, ValueError for more than is ever kept, and for what is cut short.
    """
    inflating = zlib.decompressobj(zdict=_primer())
    plain = inflating.decompress(packed, UNPACKED_LIMIT)
    if not inflating.eof:
        raise ValueError("it is cut short, or unpacks to more than a page ever takes")
    return plain


def plain(packed: str | bytes) -> str:
    """The text that was made small, or is kept as it is; what is damaged raises as ``inflated`` does."""
    return packed if isinstance(packed, str) else inflated(packed).decode()


@cache
def _primer() -> bytes:
    return resources.files("onrecord").joinpath(PRIMER).read_bytes()
