"""What a file is: told by its name's ending and by how its bytes begin."""

from __future__ import annotations

import os
import re
from typing import Literal

from onrecord.read.plugged import has_reader

Kind = Literal["text", "html", "pdf", "docx", "mail", "mhtml", "jsonl", "table", "feed", "warc", "zip"]
"""The first six hold one page (a mail also what is attached to it), the others many."""

HEAD = 4096
"""Bytes at a file's head by which it is told."""
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson"})
PACKED_SUFFIXES = frozenset({".gz", ".zst", ".zstd"})
TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
PASSED_OVER = frozenset(
    ".css .js .json .png .jpg .jpeg .gif .svg .webp .avif .ico .bmp .tif .tiff .mp3 .mp4 .m4a .webm .mov .woff .woff2 "
    ".ttf .otf .eot .map .py .pyc .sqlite .db .parquet .log .cdx .cdxj .idx .xlsx .pptx .xsd .xsl .dtd".split()
)
"""Endings of files that stand beside saved pages and are none: passed over in folders, read where they are named."""
_BY_ENDING: dict[str, Kind] = {
    **dict.fromkeys(HTML_SUFFIXES, "html"),
    **dict.fromkeys(JSONL_SUFFIXES, "jsonl"),
    **dict.fromkeys(TABLE_SUFFIXES, "table"),
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "mail",
    ".mht": "mhtml",
    ".mhtml": "mhtml",
    ".warc": "warc",
    ".zip": "zip",
    ".wacz": "zip",
    ".rss": "feed",
    ".atom": "feed",
}
_BY_TYPE: dict[str, Kind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "mail",
}
_UNSURE = frozenset({"", "text/plain", "text/xml", "application/xml"})
_PROLOGUE = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*)*"
_HTML_HEAD = re.compile(_PROLOGUE + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED_HEAD = re.compile(
    _PROLOGUE + rb"(?:<!DOCTYPE\s+(?:rss|rdf)[^>\[]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|(?:atom:)?feed|rdf:RDF)\b",
    re.DOTALL,
)
_ENTITIES_HEAD = re.compile(
    _PROLOGUE + rb"<!DOCTYPE\s+(?!html)[^>\[]*\[\s*(?:<!--.*?-->\s*)*<!ENTITY\b", re.DOTALL | re.IGNORECASE
)
"""XML that declares entities of its own: given to the reader of feeds, which refuses it in words."""
_MAIL_HEAD = re.compile(rb"(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){2}")
_MAIL_SIGN = re.compile(
    rb"^(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID):", re.MULTILINE | re.IGNORECASE
)
_MHTML_SIGN = re.compile(rb"^Content-Type:\s*multipart/related", re.MULTILINE | re.IGNORECASE)


def kind_of(name: str, head: bytes) -> Kind:
    """What a file named ``name`` is, of which ``head`` are the first bytes, unpacked.

    Bytes that only one format begins with count first, then the name's ending, then how the text begins.
    """
    by_magic = _by_magic(head)
    if by_magic is not None:
        return by_magic
    end = ending(name)
    text = head.removeprefix(b"\xef\xbb\xbf")
    known = _BY_ENDING.get(end)
    if known is not None:
        return known
    if _FEED_HEAD.match(text) or _ENTITIES_HEAD.match(text):
        return "feed"
    if _HTML_HEAD.match(text):
        return "html"
    if end not in TEXT_SUFFIXES and _MAIL_HEAD.match(text) and _MAIL_SIGN.search(text):
        return "mhtml" if _MHTML_SIGN.search(text) else "mail"
    return "text"


def kind_of_type(media_type: str, head: bytes) -> Kind | None:
    """The same for what a server sent with a media type (``text/html``); None where it is no page."""
    told = kind_of("", head)
    if told == "pdf":
        return told
    if media_type in _UNSURE:
        return None if told not in ("html", "feed", "text") or told == "text" and "xml" in media_type else told
    return _BY_TYPE.get(media_type)


def _by_magic(head: bytes) -> Kind | None:
    if head.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    return "warc" if head.startswith(b"WARC/") else None


def ending(path: str) -> str:
    """The name's ending in lower case, that of a packed file being the one before ``.gz`` or ``.zst``."""
    stem, end = os.path.splitext(path.lower())
    return os.path.splitext(stem)[1] if end in PACKED_SUFFIXES else end


def is_page_name(name: str) -> bool:
    """False for what a folder or an archive holds beside pages: hidden files, style sheets, pictures.

    What a plug-in reads is a page.
    """
    parts = name.replace("\\", "/").split("/")
    return not any(part.startswith(".") or part == "__MACOSX" for part in parts if part not in (".", "..")) and (
        ending(name) not in PASSED_OVER or has_reader(ending(name))
    )
