"""Items of feeds: a title and a piece of HTML, all of which is the page."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lxml import etree, html

from onrecord.errors import EmptyPage, MalformedPage
from onrecord.read.dateline import AGENCIES, dateline_names, with_dateline
from onrecord.read.laid import LaidLine, labelled, layout
from onrecord.read.webmeta import squeeze, when_of, when_of_url
from onrecord.schema import Document, Page, Sourced

_BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote tr td th table section article figure figcaption hr pre dd dt".split()
)
_LEFT_OUT = frozenset("script style template noscript iframe svg head".split())
_HEADS = frozenset("h1 h2 h3 h4 h5 h6".split())
_MORE = ("read more", "continue reading", "the post ", "read the full", "comments")
"""How the line begins that content systems put under each item."""


def read_item(page: Page) -> Document:
    """The document that a feed's item is: its title, then the lines of its HTML.

    Raises EmptyPage where it holds no words, MalformedPage where it is no item.
    """
    try:
        data = json.loads(page.raw)
    except ValueError as error:
        raise MalformedPage(f"no JSON: {error}") from error
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        raise MalformedPage("no item of a feed")
    title = squeeze(data.get("title", ""))
    lines: list[LaidLine] = [("title", title, "title of the feed's item")] if title else []
    for kind, own in html_lines(data.get("html", "")):
        more = len(own) < 200 and own.lower().startswith(_MORE)
        lines.append(("furniture", own, "pointer to the article") if more else labelled(own, kind))
    if not lines:
        raise EmptyPage("the feed's item holds no words")
    text, blocks = layout(lines)
    blocks = with_dateline(text, blocks)
    dateline, credit = dateline_names(text, blocks)
    url = Sourced(data["url"], origin="meta:link") if data.get("url") else None
    author = Sourced(squeeze(data["author"]), origin="meta:author") if squeeze(data.get("author", "")) else None
    agency = author if author is not None and author.text in AGENCIES else None
    updated = when_of([(data.get("updated", ""), "meta:updated")])
    return Document(
        doc="",
        sha256="",
        path="",
        text=text,
        blocks=blocks,
        url=url,
        title=Sourced(title, 0, len(title)) if title else None,
        outlet=Sourced(data["outlet"], origin="meta:channel") if data.get("outlet") else None,
        byline=None if agency else author,
        dateline=dateline,
        credit=credit or agency,
        language=data.get("language", "").lower().split("-")[0] or None,
        published=when_of([(data.get("published", ""), "meta:published")]) or when_of_url(url) or updated,
        updated=updated,
    )


def html_lines(source: str) -> Iterator[tuple[str, str]]:
    """The lines of a piece of HTML in order, each with its kind: ``head``, ``row`` (a cell), ``quote`` (an earlier message,
    as mail programs mark it) or ``p``."""
    if not source.strip():
        return
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(f"<div>{source}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return
    letters: list[str] = []
    kind = "p"
    quoting = 0
    left_out: html.HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if left_out is not None:
            if event == "end" and element is left_out:
                left_out = None
                letters.append(element.tail or "")
            continue
        ends_line = element.tag in _BLOCKS
        if ends_line and "".join(letters).strip():
            yield kind, squeeze("".join(letters))
        if ends_line:
            letters = []
            quoting += (event == "start") - (event == "end") if _is_quote(element) else 0
            kind = "quote" if quoting else _kind(element.tag) if event == "start" else "p"
        if event == "start" and element.tag in _LEFT_OUT:
            left_out = element
        else:
            letters.append((element.text if event == "start" else element.tail) or "")
    if "".join(letters).strip():
        yield kind, squeeze("".join(letters))


def _is_quote(element: html.HtmlElement) -> bool:
    cited = element.get("type") == "cite" or "quote" in (element.get("class") or "")
    return element.tag == "blockquote" and cited


def _kind(tag: str) -> str:
    return "head" if tag in _HEADS else "row" if tag in ("td", "th") else "p"
