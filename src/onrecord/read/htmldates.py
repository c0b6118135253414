"""When an HTML page was published: its metadata, its time elements, its address, the lines that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import html

from onrecord.read.aside import is_aside
from onrecord.read.datelimits import Limits
from onrecord.read.dateline import with_dateline
from onrecord.read.dates import find_dates, has_time, has_weekday
from onrecord.read.dump import Labelled
from onrecord.read.publication import Publication, publication
from onrecord.read.webmeta import WebMeta, squeeze, when_of_url, whens_of
from onrecord.schema import Block, DateCandidate, When
from onrecord.schema.when import Basis

_ARTICLE_DATE = re.compile(
    r"\b(?:article|post|entry|story|news|publi\w*)[\w-]*(?:date|time|created|datum|fecha)"
    r"|\b(?:article|post|entry|story|news)[_-]?(?:meta|info|byline)\b|\bpubdate|\bdate-?line\b"
)
_ANY_DATE = re.compile(r"(?:^|[\s_-])(?:date|datum|fecha|data|tanggal|tarih|timestamp|submitted|created)(?:$|[\s_-])")
_UNIVERSAL = re.compile(r"T\d\d:\d\d\S*(?:Z|[+-]00:?00)$")
_PUBLISHED_SIGNS = re.compile(
    r"datepublished|dt-published|entry-date published|\bpubdate|post-date published|"
    r"(?:^|\s)published(?:\s|$)|\bdc(?:terms)?:(?:date|created|issued)\b"
)
_STAMPS = ("datetime", "content", "data-datetime", "data-published", "data-publish-date", "data-pubdate", "data-date")
_DAY = r"((?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?[^\"'<]{0,24})[\"']"
_WRITES = re.compile(
    rf"\b(?:\w*[dD]ate\w*|document\.write)\(\s*[\"']{_DAY}"
    r"|[\"'](?:date_?published|published_?(?:at|date|time|on)?|publish_?(?:date|time)|publication_?date|pub_?date|"
    rf"first_?published(?:_?at)?)[\"']\s*:\s*[\"']{_DAY}",
    re.IGNORECASE,
)
META, TIMES, ADDRESS = "the page's metadata", "an element marked as the day of publication", "the page's address"
SHOWN, ONLY, CLASSED = (
    "the date line that the page shows",
    "the only day in the page's time elements",
    "an element named after the article's date",
)
WRITTEN = "the only day of publication in the page's scripts"
UPDATED = "the date of an update"
CLASSED_MOST = 80
"""Characters of an element that names a date in its class, at most."""
SCRIPT_MOST = 2_000_000
"""Characters of a script that are looked at."""
CANDIDATES = 12
"""Dates of an HTML page of which it is kept why they lost, at most."""


@dataclass(frozen=True, slots=True)
class HtmlDates:
    """Publication and update, the bounds of the first where it is not told, and the dates that were looked at."""

    published: When | None
    updated: When | None
    bounds: When | None
    candidates: tuple[DateCandidate, ...]


def html_dates(
    tree: html.HtmlElement,
    meta: WebMeta,
    text: str,
    blocks: tuple[Block, ...],
    shown: Publication,
    within: Limits,
) -> HtmlDates:
    """Publication and update. Evidence in this order: structured data and meta elements, marked time elements, the
    address, the date line that the page shows, its only time element, ``shown`` (what its lines tell as a text dump),
    elements that name the date in their class; an update alone counts as publication. What lies before something that
    the page tells as past is refused."""
    updates = list(whens_of(meta.modified))
    told = _outside(shown.published, "metadata")
    found = [
        *((one, META) for one in whens_of(meta.published)),
        *((one, TIMES) for one in whens_of(_times(tree, marked=True))),
        *((one, ADDRESS) for one in (when_of_url(meta.url),) if one),
        *((one, SHOWN) for one in (_shown(text, blocks),) if one),
        *((one, ONLY) for one in whens_of(_times(tree, marked=False))),
        *((one, shown.why) for one in (told,) if one),
        *((one, CLASSED) for one in whens_of(_classed(tree))),
        *((one, WRITTEN) for one in whens_of(_written(tree))),
        *((one, UPDATED) for one in updates),
    ]
    refused = {at: why for at, (one, _) in enumerate(found) if (why := _refusal(one, within))}
    taken = next((at for at in range(len(found)) if at not in refused), None)
    ahead = taken is not None and found[taken][1] in (META, TIMES, ADDRESS, SHOWN)
    if taken is not None and ahead and told is not None and _next_day(found[taken][0], told):
        taken = next(at for at, (one, _) in enumerate(found) if one is told)
    published = found[taken][0] if taken is not None else None
    bounds = _outside(shown.bounds, "bounded") if published is None else None
    candidates = (*_candidates(found, taken, refused), *(_elsewhere(one) for one in shown.candidates if one.lost))
    return HtmlDates(published, updates[0] if updates else None, bounds, candidates[:CANDIDATES])


def on_page(shown: str, page: Labelled) -> Publication:
    """What the lines shown tell of the publication, as for a text dump. Its positions count in ``shown``."""
    return publication(shown, page, with_dateline(shown, page.blocks()))


def _outside(when: When | None, basis: Basis) -> When | None:
    return None if when is None else replace(when, start=None, end=None, basis=basis, origin="page:date line")


def _elsewhere(one: DateCandidate) -> DateCandidate:
    """A date on the lines shown, which need not stand in the extracted text."""
    return replace(one, start=None, end=None, origin="page:date line")


def _refusal(when: When, within: Limits) -> str | None:
    """Why the page cannot have come out then; comments are not asked, as metadata knows better than labels."""
    if when.earliest is None or when.latest is None:
        return "names no day"
    return Limits(within.earliest, None).refusal((when.earliest, when.latest))


def _candidates(
    found: Sequence[tuple[When, str]], taken: int | None, refused: dict[int, str]
) -> Iterator[DateCandidate]:
    """The date taken, then the others in their order, each once, with why they lost."""
    seen: set[tuple[object, ...]] = set()
    order = sorted(range(len(found)), key=lambda at: at != taken)
    for at in order:
        when, kind = found[at]
        key = when.text, when.origin, when.start
        if when.earliest is None or when.latest is None or key in seen:
            continue
        seen.add(key)
        lost = None if at == taken else refused.get(at) or _why_lost(found, at, taken)
        yield DateCandidate(when.text or "", when.start, when.end, when.origin, when.earliest, when.latest, kind, lost)


def _why_lost(found: Sequence[tuple[When, str]], at: int, taken: int | None) -> str:
    if taken is None:
        return "names no day"
    when, winner = found[at][0], found[taken][0]
    if when.earliest == winner.earliest:
        return "says the same day as the one taken"
    if at < taken:
        return "in universal time; the page shows another day in its own"
    return f"{found[taken][1]} counts for more"


def _next_day(stated: When, shown: When) -> bool:
    """True where metadata in universal time is a day off what the page shows: there it was still, or already, another."""
    if stated.earliest is None or shown.earliest is None or not _UNIVERSAL.search(stated.text or ""):
        return False
    return abs((stated.earliest - shown.earliest).days) == 1


def _classed(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Short texts with a date in elements whose class or id names the article's date; else, in those that name any date,
    the only day."""
    some: list[str] = []
    for element in tree.iter("span", "div", "p", "li", "td", "small", "em", "b", "strong"):
        signs = f"{element.get('class') or ''} {element.get('id') or ''}"[:300].lower()
        named = _ARTICLE_DATE.search(signs)
        if not named and not _ANY_DATE.search(signs) or is_aside(element):
            continue
        text = squeeze(element.text_content())
        if len(text) <= CLASSED_MOST and named:
            yield text, f"{element.tag}:class"
        elif len(text) <= CLASSED_MOST and find_dates(text) and not _of_visit(element, text):
            some.append(text)
    if len({hit.days for text in some for hit in find_dates(text)}) == 1:
        yield some[0], "class:date"


def _of_visit(element: html.HtmlElement, text: str) -> bool:
    """True for a bare day with its weekday outside the article: the day on which the page was called up."""
    inside = any(one.tag in ("article", "main") for one in element.iterancestors())
    return not inside and has_weekday(text) and not has_time(text)


def _written(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The day that the page's scripts hold as that of a publication, or write in place, where it is the only one:
    ``showDate("2019/03/04")``, ``"publishedAt": "2019-03-04"``."""
    found = [
        match[1] or match[2]
        for script in tree.iter("script")
        if "ld+json" not in (script.get("type") or "")
        for match in _WRITES.finditer((script.text or "")[:SCRIPT_MOST])
    ]
    if len({value[:10] for value in found}) == 1:
        yield found[0], "script"


def _times(tree: html.HtmlElement, marked: bool) -> Iterator[tuple[str, str]]:
    """Time elements marked as the publication's; or, unmarked, the page's only day in such elements."""
    found: list[str] = []
    for element in tree.iter("time", "span", "abbr", "meta", "div", "p"):
        value = _value(element)
        if not value or is_aside(element):
            continue
        signs = " ".join(element.get(name) or "" for name in ("itemprop", "class", "property", "pubdate")).lower()
        if marked and _PUBLISHED_SIGNS.search(signs):
            yield value, f"{element.tag}:datePublished"
        if element.tag == "time":
            found.append(value)
    if not marked and len({value[:10] for value in found}) == 1:
        yield found[0], "time:datetime"


def _value(element: html.HtmlElement) -> str:
    """The time that an element states in an attribute (the title of an abbreviation), or in its text where it is marked."""
    stated = next((value for name in _STAMPS if (value := element.get(name))), "")
    if not stated and element.tag == "abbr":
        stated = element.get("title") or ""
    return stated or (element.text or "" if element.get("itemprop") else "")


def _shown(text: str, blocks: tuple[Block, ...]) -> When | None:
    for block in blocks[:8]:
        if block.kind == "date":
            hits = find_dates(text[block.start : block.end])
            day = hits[0].day if hits else None
            if day is not None:
                start, end = block.start + hits[0].start, block.start + hits[0].end
                return When(text[start:end], start, end, day, day, "day", "within", "stated")
    return None
