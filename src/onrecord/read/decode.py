"""Bytes to text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import io

from charset_normalizer import from_bytes

from onrecord.errors import BinaryPage, EmptyPage, EncodingError, MalformedPage
from onrecord.read.limits import read_limited
from onrecord.read.packing import FAULTS, packing_of, unpacking

SAMPLE = 65_536
"""Bytes that are looked at where the encoding must be guessed."""
CONTROL_SHARE = 0.02
"""Part of control characters above which bytes are no text."""
WESTERN_SHARE = 0.05
"""Part of bytes above 127 up to which undeclared text is taken for Windows-1252: English prose has at most that."""

_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"RIFF", "a media file"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"OggS", "a media file"),
    (b"ID3", "a sound file"),
    (b"PAR1", "a Parquet file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27, 8} | {127}))


def unpack(raw: bytes) -> bytes:
    """``raw``, or what a packed file holds. Raises MalformedPage where it is broken, OversizedPage where it is too big."""
    packing = packing_of(raw)
    if packing is None:
        return raw
    try:
        return read_limited(unpacking(io.BytesIO(raw), packing))
    except FAULTS as error:
        raise MalformedPage(f"broken {packing} file ({error})") from error


def check_text(raw: bytes) -> None:
    """Raises EmptyPage or BinaryPage where ``raw`` holds no text."""
    if not raw.strip():
        raise EmptyPage("the file is empty" if not raw else "the file holds nothing but white space")
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise BinaryPage(f"the file is {what}, not a text or an HTML page")


def decode(raw: bytes) -> str:
    """The text of ``raw``: byte-order mark, UTF-8, else a guess from the first 64 KiB. Nothing but the mark is dropped.

    Raises EmptyPage, BinaryPage, and EncodingError where no encoding fits.
    """
    check_text(raw)
    text = _decode(raw)
    if not text.strip("\ufeff \t\r\n\f\v\xa0\u200b"):
        raise EmptyPage("the file holds nothing but white space")
    return text


def _decode(raw: bytes) -> str:
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], name)
    if b"\x00" in raw:
        return _without_mark(raw)
    if sum(raw[:SAMPLE].count(byte) for byte in _CONTROLS) > CONTROL_SHARE * len(raw[:SAMPLE]):
        raise BinaryPage("the file is full of control characters: no text")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(raw, error)


def _strictly(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise EncodingError(f"the byte-order mark says {name}, but byte {error.start} does not fit it") from error


def _without_mark(raw: bytes) -> str:
    """UTF-16 of mostly Western letters has a zero in every other byte; any other text has none."""
    sample = raw[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.4 * half and even < 0.02 * half:
        return _strictly(raw, "utf-16-le")
    if even > 0.4 * half and odd < 0.02 * half:
        return _strictly(raw, "utf-16-be")
    raise BinaryPage("the file holds zero bytes: no text")


def _legacy(raw: bytes, error: UnicodeDecodeError) -> str:
    high = len(raw) - len(raw.translate(None, bytes(range(128, 256))))
    patched = raw.decode("utf-8", "replace")
    if patched.count("\ufffd") * 20 <= high:
        # UTF-8 with a few broken bytes (a file cut off in the middle of a letter): the rest is sure.
        return patched
    if high <= WESTERN_SHARE * len(raw):
        try:
            return raw.decode("cp1252")
        except UnicodeDecodeError:
            pass
    best = from_bytes(raw[:SAMPLE]).best()
    if best is not None:
        try:
            return raw.decode(best.encoding)
        except UnicodeDecodeError:
            pass
    raise EncodingError(f"no encoding fits: not UTF-8 from byte {error.start} on, nor any other that was tried")
