from __future__ import annotations

import gzip

import pytest

from onrecord.errors import BinaryPage, EmptyPage, EncodingError, MalformedPage
from onrecord.read.decode import decode, unpack

WORDS = "The army’s chief said “no” to the café plan. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_common_encodings_give_the_same_text(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_utf_16_without_a_mark_is_told_by_its_zeros() -> None:
    assert decode((WORDS * 5).encode("utf-16-le")) == WORDS * 5
    assert decode((WORDS * 5).encode("utf-16-be")) == WORDS * 5


def test_nothing_but_the_mark_is_dropped() -> None:
    assert decode(b"\xef\xbb\xbf One\r\ntwo\r\n\r\n ") == " One\r\ntwo\r\n\r\n "


def test_a_file_cut_off_in_the_middle_of_a_letter_is_still_utf_8() -> None:
    assert decode((WORDS * 40).encode() + b"\xe2").startswith(WORDS)


def test_other_scripts_are_guessed() -> None:
    russian = "Министр сказал, что переговоры начнутся завтра утром. " * 20
    assert decode(russian.encode("koi8-r")) == russian


@pytest.mark.parametrize("raw", [b"", b" \r\n\t ", b"\xef\xbb\xbf", "\u200b \u00a0".encode()])
def test_a_file_without_words_is_empty(raw: bytes) -> None:
    with pytest.raises(EmptyPage):
        decode(raw)


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.7 x", b"PK\x03\x04abc", b"\x89PNG\r\n", b"abc\x00\x01def" * 9, bytes(range(1, 32)) * 9]
)
def test_binary_files_are_named_as_such(raw: bytes) -> None:
    with pytest.raises(BinaryPage):
        decode(raw)


def test_bytes_that_break_their_own_mark_are_an_encoding_error() -> None:
    with pytest.raises(EncodingError, match="byte-order mark"):
        decode(b"\xff\xfea\x00b")


def test_packed_pages_are_unpacked_and_broken_ones_refused() -> None:
    packed = gzip.compress(WORDS.encode(), mtime=0)
    assert unpack(packed) == WORDS.encode()
    with pytest.raises(MalformedPage):
        unpack(packed[:-9])
