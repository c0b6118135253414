"""NITF and NewsML-G2 for onrecord: what news agencies deliver, as texts with what is known of them.

NITF 3.6 and NewsML-G2 2.x as IPTC specifies them. The text is the headline's story alone: paragraphs and subheadings of
the body in their order; tables, media and their captions are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from lxml import etree

from onrecord.errors import MalformedPage

ITEM = re.compile(rb"<(?:\w+:)?(nitf|newsItem|newsMessage)\b")
DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
LEFT_OUT = frozenset({"media", "table", "nitf-table", "figure", "caption", "media-caption", "script", "style"})
PROSE = frozenset({"p", "hl2", "h2", "h3", "li", "bq", "blockquote"})


class NitfReader:
    """The reader behind the entry point ``nitf``."""

    name = "nitf"
    suffixes = (".xml", ".nitf", ".newsml", ".g2")

    def reads(self, head: bytes) -> bool:
        """True for files whose first element is one of the formats'."""
        return ITEM.search(head) is not None

    def texts(self, file: BinaryIO) -> Iterator[Mapping[str, str]]:
        """One text for each item in the file. Raises MalformedPage for broken XML."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.parse(file, parser).getroot()
        except etree.XMLSyntaxError as error:
            raise MalformedPage(f"broken XML ({error})") from error
        items = [one for one in root.iter() if local(one) == "newsItem"]
        for item in items or [one for one in root.iter() if local(one) == "nitf"][:1]:
            found = text_of(item)
            if found["text"]:
                yield found


def text_of(item: Any) -> dict[str, str]:
    """The text of an item and what is known of it."""
    body = first(item, "body.content", "body")
    return {
        "text": "\n".join(paragraphs(body)) if body is not None else "",
        "id": attribute(item, "doc-id", "id-string") or item.get("guid", ""),
        "title": words(first(item, "headline", "hl1", "title")),
        "published": day(
            attribute(item, "date.issue", "norm")
            or attribute(item, "story.date", "norm")
            or words(first(item, "versionCreated"))
        ),
        "outlet": attribute(item, "pubdata", "name")
        or words(first(item, "copyrightHolder", "provider", "distributor")),
        "url": attribute(item, "ds", "href") or attribute(item, "remoteContent", "href"),
        "language": (item.get("{http://www.w3.org/XML/1998/namespace}lang") or attribute(item, "language", "tag"))[:2],
    }


def paragraphs(body: Any) -> Iterator[str]:
    """The prose of a body, a line each, in order."""
    for one in body:
        name = local(one)
        if name in LEFT_OUT:
            continue
        if name in PROSE:
            line = words(one)
            if line:
                yield line
        else:
            yield from paragraphs(one)


def words(element: Any) -> str:
    """The words in an element, white space made single; empty for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def first(item: Any, *names: str) -> Any:
    """The first element of the first of these names that there is."""
    for name in names:
        for one in item.iter():
            if local(one) == name:
                return one
    return None


def attribute(item: Any, name: str, key: str) -> str:
    """An attribute of the first element of this name; empty where there is none."""
    found = first(item, name)
    return str(found.get(key) or "") if found is not None else ""


def day(text: str) -> str:
    """The day in a date as NITF (20210309T101500Z) or NewsML (2021-03-09T10:15:00Z) writes it."""
    match = DAY.match(text.strip())
    return "-".join(match.groups()) if match else ""


def local(element: Any) -> str:
    """An element's name without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


READER = NitfReader()
