"""When an HTML page was published: its metadata, its time elements, its address, the lines that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import html

from onrecord.read.dateline import with_dateline
from onrecord.read.dates import find_dates
from onrecord.read.dump import Labelled
from onrecord.read.publication import publication
from onrecord.read.webmeta import WebMeta, squeeze, when_of, when_of_url
from onrecord.schema import Block, When
from onrecord.schema.when import Basis

_ARTICLE_DATE = re.compile(r"\b(?:article|post|entry|story|publi\w*)[\w-]*(?:date|time|created)")
_UNIVERSAL = re.compile(r"T\d\d:\d\d\S*(?:Z|[+-]00:?00)$")


def html_dates(
    tree: html.HtmlElement, meta: WebMeta, text: str, blocks: tuple[Block, ...], shown: When | None
) -> tuple[When | None, When | None]:
    """Publication and update. Evidence in this order: structured data and meta elements, marked time elements, the
    address, the date line that the page shows, ``shown`` (what its lines tell as a text dump), elements that name the
    date in their class; an update alone counts as publication."""
    updated = when_of(meta.modified)
    published = (
        when_of(meta.published) or when_of(_times(tree, marked=True)) or when_of_url(meta.url) or _shown(text, blocks)
    )
    if published is not None and shown is not None and _next_day(published, shown):
        published = shown
    return published or when_of(_times(tree, marked=False)) or shown or when_of(_classed(tree)) or updated, updated


def on_page(shown: str, page: Labelled) -> tuple[When | None, When | None]:
    """The day of publication that the lines shown tell, as for a text dump, and the bounds that they set where they
    tell none. Neither need stand in the extracted text."""
    found = publication(shown, page, with_dateline(shown, page.blocks()))
    return _outside(found.published, "metadata"), _outside(found.bounds, "bounded")


def _outside(when: When | None, basis: Basis) -> When | None:
    return None if when is None else replace(when, start=None, end=None, basis=basis, origin="page:date line")


def _next_day(stated: When, shown: When) -> bool:
    """True where metadata in universal time is a day off what the page shows: there it was still, or already, another."""
    if stated.earliest is None or shown.earliest is None or not _UNIVERSAL.search(stated.text or ""):
        return False
    return abs((stated.earliest - shown.earliest).days) == 1


def _classed(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Short texts with a date in elements whose class or id names the article's date."""
    for element in tree.iter("span", "div", "p", "li", "td", "small", "em"):
        signs = f"{element.get('class') or ''} {element.get('id') or ''}"[:300].lower()
        if _ARTICLE_DATE.search(signs):
            text = squeeze(element.text_content())
            if len(text) <= 80:
                yield text, f"{element.tag}:class"


def _times(tree: html.HtmlElement, marked: bool) -> Iterator[tuple[str, str]]:
    """Time elements marked as the publication's; or, unmarked, the page's only day in such elements."""
    found: list[str] = []
    for element in tree.iter("time", "span", "abbr", "meta", "div", "p"):
        value = (
            element.get("datetime") or element.get("content") or (element.text or "" if element.get("itemprop") else "")
        )
        signs = " ".join(element.get(name) or "" for name in ("itemprop", "class", "property", "pubdate")).lower()
        if (
            marked
            and value
            and re.search(r"datepublished|dt-published|entry-date published|\bpubdate|post-date published", signs)
        ):
            yield value, f"{element.tag}:datePublished"
        if element.tag == "time" and value:
            found.append(value)
    if not marked and len({value[:10] for value in found}) == 1:
        yield found[0], "time:datetime"


def _shown(text: str, blocks: tuple[Block, ...]) -> When | None:
    for block in blocks[:8]:
        if block.kind == "date":
            hits = find_dates(text[block.start : block.end])
            day = hits[0].day if hits else None
            if day is not None:
                start, end = block.start + hits[0].start, block.start + hits[0].end
                return When(text[start:end], start, end, day, day, "day", "within", "stated")
    return None
