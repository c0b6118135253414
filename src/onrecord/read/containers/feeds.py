"""Feeds (RSS, RDF, Atom): a page for each item, as canonical JSON of what the feed says of it.

Read with the XML library at hand, which goes on after an error, as feeds ask for, and resolves no entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.entities import name2codepoint

from lxml import etree

from onrecord.errors import MalformedPage
from onrecord.read.containers.source import Source
from onrecord.read.decode import decode
from onrecord.read.jsonl import canonical
from onrecord.read.limits import read_limited
from onrecord.schema import Page, PageFault

_OWN = frozenset({
    "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#",
})  # fmt: skip
"""Name spaces whose elements are the feed's own; others (media:content, itunes:title) say something else."""
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
}
_HTML = ("content:encoded", "content", "description", "summary")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("guid", "id"),
    "published": ("pubdate", "published", "issued", "dc:date", "dcterms:issued", "date"),
    "updated": ("updated", "modified", "dcterms:modified"),
    "author": ("dc:creator", "author"),
}
_DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]{2,20})[\"']")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DECLARES = re.compile(r"<!ENTITY\b")
FEED_LIMIT = 16 * 1024 * 1024
"""Bytes of a feed, all of which are in memory at once, several times over."""
DECLARATIONS = 100_000
"""Code points at a feed's head in which a document type is looked for."""
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_ENTITY = re.compile(r"&(?:(#\d{1,7}|#x[\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)?")
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_MAILED = re.compile(r"\S+@\S+ \(([^)]+)\)")


def feed_pages(source: Source) -> Iterator[Page | PageFault]:
    """A page for each item, in file order; an item without words is a fault.

    Raises MalformedPage for what is no feed, OversizedPage over the limit.
    """
    root = _root(read_limited(source.file, FEED_LIMIT))
    items = [element for element in root.iter() if _name(element) in ("item", "entry")]
    channel = next((element for element in root.iter() if _name(element) in ("channel", "feed")), root)
    outlet = _texts(channel).get("title", "")
    language = _texts(channel).get("language", "") or channel.get("{http://www.w3.org/XML/1998/namespace}lang", "")
    around = {above for item in items for above in item.iterancestors()}
    if not items:
        yield source.fault("the feed has no items")
    for number, item in enumerate(items, 1):
        data = {**_item(item), "outlet": plain(outlet), "language": language}
        name = data["url"] or data["id"] or f"item {number}"
        if not data["title"] and not data["html"]:
            yield source.fault("the item holds no words", name)
            continue
        if item in around:
            yield source.fault(
                "the item is not closed before the next begins: its words cannot be told from theirs", name
            )
            continue
        raw = canonical({key: value for key, value in data.items() if value})
        member = source.member(name, raw, {"id": data["id"]} if data["id"] else {})
        yield Page(member.path, raw, "item", None, member.metadata())


def _root(raw: bytes) -> etree._Element:
    text = _DECLARATION.sub("", _decoded(raw), count=1)
    if _DECLARES.search(text[:DECLARATIONS]):
        raise MalformedPage("the feed declares entities of its own, which are not resolved: refused")
    # A parser that goes on after errors drops what it does not know: HTML's entities, and signs that were not escaped.
    pieces = _CDATA.split(text.replace("\x00", ""))
    text = "".join(piece if at % 2 else _ENTITY.sub(_letter, piece) for at, piece in enumerate(pieces))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedPage(f"broken feed ({error})") from error
    if root is None or _name(root) not in ("rss", "rdf", "feed", "channel"):
        raise MalformedPage("broken feed: no RSS, RDF or Atom in it")
    return root


def _decoded(raw: bytes) -> str:
    declared = _DECLARED.match(raw[:400])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return raw.decode(declared[1].decode("ascii"), "replace")
        except (LookupError, ValueError):
            pass
    return decode(raw)


def _letter(match: re.Match[str]) -> str:
    name = match[1] or ""
    if name in _XML_OWN or name.startswith("#"):
        return match[0]
    return chr(name2codepoint[name]) if name in name2codepoint else "&amp;" + match[0][1:]


def _name(element: etree._Element) -> str:
    """The element's name in lower case, with a prefix where it is of one of the known modules; "" for any other."""
    if not isinstance(element.tag, str):
        return ""
    space, _, local = element.tag.rpartition("}")
    space = space.removeprefix("{")
    if space in _OWN or local in ("RDF", "rss"):
        return local.lower()
    prefix = _PREFIXES.get(space)
    return f"{prefix}:{local.lower()}" if prefix else ""


def _texts(element: etree._Element) -> dict[str, str]:
    """The first text of each of an element's children, by name; markup inside is written out as HTML."""
    found: dict[str, str] = {}
    for child in element:
        name = _name(child)
        if name and name not in found:
            found[name] = _written(child) if len(child) and name != "author" else "".join(child.itertext())
    return found


def _written(element: etree._Element) -> str:
    inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return (element.text or "") + "".join(inner)


def _item(item: etree._Element) -> dict[str, str]:
    texts = _texts(item)
    found = {field: _first(texts, names) for field, names in _FIELDS.items()}
    author = _MAILED.fullmatch(found["author"])
    return {
        **found,
        "author": author[1] if author else found["author"],
        "title": plain(texts.get("title", "")),
        "html": _first(texts, _HTML),
        "url": _link(item, texts),
    }


def _first(texts: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((texts[name].strip() for name in names if texts.get(name, "").strip()), "")


def _link(item: etree._Element, texts: Mapping[str, str]) -> str:
    for child in item:
        if _name(child) == "link" and child.get("href") and child.get("rel", "alternate") == "alternate":
            return str(child.get("href")).strip()
    return next(
        (link for link in (texts.get("link", "").strip(), texts.get("guid", "").strip()) if link.startswith("http")), ""
    )


def plain(html: str) -> str:
    """A title as text: markup and character references that were written into it are read."""
    from onrecord.read.item import html_lines

    return " ".join(line for _, line in html_lines(html)) if "<" in html or "&" in html else " ".join(html.split())
