"""What an HTML page says of itself outside its text: JSON-LD, meta elements, its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import html

from onrecord.read.dates import find_dates
from onrecord.schema import Sourced, When

_ARTICLE = re.compile(r"article|posting|report|review|liveblog", re.IGNORECASE)
_PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date_published",
    "published_time",
    "publication_date",
    "publish_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.date.published",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "bt:pubdate",
    "vr:published_time",
    "article_date_original",
    "originalpublicationdate",
    "date.created",
    "rnews:datepublished",
    "ptime",
    "citation_publication_date",
    "citation_online_date",
    "prism.publicationdate",
    "dcterms.available",
    "dc.created",
    "dc.issued",
    "dc:date",
    "dc:created",
    "published-date",
    "published_date",
    "publisheddate",
    "publicationdate",
    "publication-date",
    "publish_time",
    "pub_date",
    "og:pubdate",
    "og:article:published",
    "og:release_date",
    "article:create_time",
    "article:publicationdate",
    "article-publication-date",
    "article.created",
    "mediator_published_time",
    "date_created",
    "datecreated",
    "displaydate",
    "creation_date",
    "pdate",
    "date",
)
_MODIFIED_METAS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "article.updated",
)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_ISO = re.compile(r"\s*((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}\S*)?\s*$")
_LOOSE_LD = re.compile(r'"(datePublished|dateModified|headline)"\s*:\s*"([^"]{4,300})"')
EPOCH = date(1990, 1, 1)
"""Days before are defaults of content systems (1970-01-01 and its like), not publications on the web."""


@dataclass(frozen=True, slots=True)
class WebMeta:
    """The values found, each with where; lists hold all candidates, best first."""

    published: tuple[tuple[str, str], ...]
    modified: tuple[tuple[str, str], ...]
    titles: tuple[Sourced, ...]
    authors: Sourced | None
    outlet: Sourced | None
    url: Sourced | None


def web_meta(tree: html.HtmlElement) -> WebMeta:
    """What the page's head and structured data say. Pairs are (value, origin)."""
    things = sorted(_things(tree), key=lambda thing: not _is_article(thing))
    metas = _metas(tree)
    published = [(value, "json-ld:datePublished") for thing in things for value in _texts(thing.get("datePublished"))]
    published += [(value, f"meta:{name}") for name in _PUBLISHED_METAS for value in metas.get(name, [])]
    modified = [(value, "json-ld:dateModified") for thing in things for value in _texts(thing.get("dateModified"))]
    modified += [(value, f"meta:{name}") for name in _MODIFIED_METAS for value in metas.get(name, [])]
    url = _url(tree, metas)
    return WebMeta(
        tuple(published),
        tuple(modified),
        tuple(_titles(tree, things, metas)),
        _authors(things, metas),
        _outlet(things, metas),
        url,
    )


def _things(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        try:
            data = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            loose = {match[1]: match[2] for match in reversed(list(_LOOSE_LD.finditer(source)))}
            data = {"@type": "Article", **loose}
        yield from _flat(data, 0)


def _flat(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data[:200]:
            yield from _flat(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), dict | list):
                yield from _flat(data[key], depth + 1)


def _is_article(thing: Mapping[str, Any]) -> bool:
    return any(_ARTICLE.search(kind) for kind in _texts(thing.get("@type")))


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value] if value.strip() else []
    return [item for item in value if isinstance(item, str) and item.strip()] if isinstance(value, list) else []


def _names(value: object) -> list[str]:
    """Names in a JSON-LD field that holds text, things with a name, or lists of either."""
    items = value if isinstance(value, list) else [value]
    names = [item if isinstance(item, str) else item.get("name") if isinstance(item, dict) else None for item in items]
    flat = [name for one in names for name in _texts(one)]
    return [name.strip() for name in flat if not name.strip().lower().startswith(("http:", "https:", "www."))]


def _metas(tree: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _titles(
    tree: html.HtmlElement, things: Iterable[Mapping[str, Any]], metas: Mapping[str, list[str]]
) -> Iterator[Sourced]:
    for thing in things:
        if _is_article(thing):
            for value in _texts(thing.get("headline")):
                yield Sourced(squeeze(html_text(value)), origin="json-ld:headline")
    for name in ("og:title", "twitter:title", "headline"):
        for value in metas.get(name, []):
            yield Sourced(squeeze(value), origin=f"meta:{name}")
    for element in tree.iter("title"):
        if element.text and element.text.strip():
            yield Sourced(squeeze(element.text), origin="title")
            return


def html_text(value: str) -> str:
    """``value`` with character references read, as JSON-LD often holds them twice."""
    from html import unescape

    return unescape(value)


def squeeze(text: str) -> str:
    """``text`` with single spaces, none at its ends."""
    return " ".join(text.split())


def _authors(things: Iterable[Mapping[str, Any]], metas: Mapping[str, list[str]]) -> Sourced | None:
    for thing in things:
        names = _names(thing.get("author")) if _is_article(thing) else []
        if names:
            return Sourced(", ".join(dict.fromkeys(names)), origin="json-ld:author")
    for name in ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"):
        values = [value for value in metas.get(name, []) if "/" not in value and "@" not in value and len(value) <= 120]
        if values:
            return Sourced(", ".join(dict.fromkeys(values)), origin=f"meta:{name}")
    return None


def _outlet(things: Iterable[Mapping[str, Any]], metas: Mapping[str, list[str]]) -> Sourced | None:
    for value in metas.get("og:site_name", []):
        return Sourced(squeeze(value), origin="meta:og:site_name")
    for thing in things:
        for name in _names(thing.get("publisher")):
            return Sourced(squeeze(name), origin="json-ld:publisher")
    for value in metas.get("application-name", []):
        return Sourced(squeeze(value), origin="meta:application-name")
    return None


def _url(tree: html.HtmlElement, metas: Mapping[str, list[str]]) -> Sourced | None:
    for link in tree.iter("link"):
        href = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and href.startswith("http"):
            return Sourced(href, origin="link:canonical")
    for value in metas.get("og:url", []):
        if value.startswith("http"):
            return Sourced(value, origin="meta:og:url")
    return None


def day_of(value: str) -> date | None:
    """The calendar day that a metadata value names, in its own time zone; None where it is open or a default."""
    day: date | None = None
    match = _ISO.match(value) or _COMPACT.match(value)
    if match:
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    else:
        hits = find_dates(value)
        day = hits[0].day if len(hits) == 1 else None
    return day if day is not None and day >= EPOCH else None


def whens_of(pairs: Iterable[tuple[str, str]]) -> Iterator[When]:
    """Each pair of value and origin that names a day, as a When."""
    for value, origin in pairs:
        day = day_of(value)
        if day is not None:
            yield When(value, None, None, day, day, "day", "within", "metadata", None, origin)


def when_of(pairs: Iterable[tuple[str, str]]) -> When | None:
    """The first pair of value and origin that names a day, as a When."""
    return next(whens_of(pairs), None)


def when_of_url(url: Sourced | None) -> When | None:
    """The day in an address such as ``/2019/03/04/``; None where there is none."""
    match = _URL_DATE.search(url.text) if url else None
    return when_of([("-".join(match.groups()), "url")]) if match else None
