"""HTML pages: the article that trafilatura finds in them, with title, byline and date as the page shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import trafilatura
from lxml import etree, html

from onrecord.errors import EmptyPage
from onrecord.read.cues import cue_of, is_date_line, is_name_line
from onrecord.read.dateline import AGENCIES, dateline_names, with_dateline
from onrecord.read.dates import find_dates
from onrecord.read.decode import check_text, decode
from onrecord.read.dump import Labelled, label
from onrecord.read.lines import fold, make_line
from onrecord.read.prose import is_doubled, prose_score
from onrecord.read.publication import publication
from onrecord.read.rendered import rendered
from onrecord.read.webmeta import WebMeta, squeeze, web_meta, when_of, when_of_url
from onrecord.schema import Block, BlockKind, Document, Sourced, When

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNIVERSAL = re.compile(r"T\d\d:\d\d\S*(?:Z|[+-]00:?00)$")
_BYLINE_CLASS = re.compile(r"\bby-?line|author", re.IGNORECASE)
_Line = tuple[BlockKind, str, str]
WIDER = 1.7
"""How many times the words of the extracted article the shown one must have to go before it."""
HELD = 0.6
"""Part of the extracted article's lines that it must hold."""


def read_html(raw: bytes) -> Document:
    """The document in an HTML page; its text is what was extracted, the visible title first, one block a line.

    Raises EmptyPage where there is no text in it. ``doc``, ``sha256`` and ``path`` are left blank.
    """
    tree = _tree(raw)
    meta = web_meta(tree)
    title = _visible_title(tree, meta)
    shown, pictured = rendered(tree), _captions(tree)
    body = _without_cards([_as_caption(line, pictured) for line in _body(tree)])
    page = label(shown)
    body = _wider(page, body)
    lines = _assemble(tree, title, body)
    if not body and not title:
        raise EmptyPage("the HTML page holds no article text")
    text, blocks = _layout(lines)
    blocks = with_dateline(text, blocks)
    dateline, credit = dateline_names(text, blocks)
    byline = _byline(text, blocks) or meta.authors
    published, updated = _dates(tree, meta, text, blocks, _on_page(shown, page))
    return Document(
        doc="",
        sha256="",
        path="",
        text=text,
        blocks=blocks,
        url=meta.url,
        title=_span_of(text, blocks, "title") or (meta.titles[0] if meta.titles else None),
        outlet=meta.outlet,
        byline=None if byline is not None and byline.text in AGENCIES else byline,
        dateline=dateline,
        credit=credit or (byline if byline is not None and byline.text in AGENCIES else None),
        published=published,
        updated=updated,
    )


def _tree(raw: bytes) -> html.HtmlElement:
    check_text(raw)
    source = _DECLARED.sub("", _decoded(raw).replace("\x00", ""))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise EmptyPage("the HTML page holds no elements") from error
    return tree


def _decoded(raw: bytes) -> str:
    """The page's text: UTF-8 where it fits, else what its meta element says, else a guess."""
    declared = _CHARSET.search(raw[:4096])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return raw.decode(declared[1].decode("ascii"), "replace")
        except LookupError:
            pass
    return decode(raw)


def _visible_title(tree: html.HtmlElement, meta: WebMeta) -> str:
    """The headline as the page shows it: the first-level heading that metadata bears out, else the only one."""
    known = [fold(one.text) for one in meta.titles]
    heads = [squeeze(element.text_content()) for level in ("h1", "h2") for element in tree.iter(level)]
    heads = [head for head in heads if 2 <= len(head.split()) <= 60]
    for head in heads:
        folded = fold(head)
        if any(
            folded == title or len(folded) > 15 and (title.startswith(folded) or folded.startswith(title))
            for title in known
        ):
            return head
    firsts = [squeeze(element.text_content()) for element in tree.iter("h1")]
    firsts = [head for head in firsts if 3 <= len(head.split()) <= 60]
    return firsts[0] if len(firsts) == 1 else ""


def _body(tree: html.HtmlElement) -> Iterator[_Line]:
    """The lines of the article and of readers' comments, as trafilatura finds them."""
    found = trafilatura.bare_extraction(tree, include_comments=True, with_metadata=False)
    for part, comment in ((found.body, False), (found.commentsbody, True)) if found is not None else ():
        if part is None:
            continue
        for element, kind in _pieces(part):
            for own in _own_lines(element):
                yield ("comment", own, "readers' comments") if comment else _labelled(own, kind)


def _captions(tree: html.HtmlElement) -> frozenset[str]:
    """The texts under pictures, folded: each whole, and line by line."""
    found = (squeeze(element.text_content()) for element in tree.iter("figcaption"))
    parts = (squeeze(text) for element in tree.iter("figcaption") for text in element.itertext())
    return frozenset(fold(text) for text in (*found, *parts) if len(text.split()) >= 3)


def _as_caption(line: _Line, pictured: frozenset[str]) -> _Line:
    kind, own, _ = line
    return ("caption", own, "text under a picture") if kind == "paragraph" and fold(own) in pictured else line


def _without_cards(lines: list[_Line]) -> list[_Line]:
    """Headings that stand twice on their line, as text of picture and link, are other stories'; so is the blurb below."""
    found: list[_Line] = []
    card = False
    for kind, own, why in lines:
        doubled = kind in ("paragraph", "subheading") and is_doubled(fold(own))
        if doubled or card and kind == "paragraph":
            found.append(("related", own, "headline that stands twice" if doubled else "blurb of another story"))
        else:
            found.append((kind, own, why))
        card = doubled
    return found


def _wider(page: Labelled, body: list[_Line]) -> list[_Line]:
    """The article as the shown lines tell it, where it goes far beyond the one that the elements tell and holds it.

    Live blogs and pages in several containers lose most of their text to a choice of one element.
    """
    lines = [
        (kind, line.text, why)
        for at, (line, kind, why) in enumerate(zip(page.lines, page.kinds, page.whys, strict=True))
        if page.body[0] <= at < page.body[1] or kind == "comment"
    ]
    own, other = _article(body), _article(lines)
    words = sum(len(text.split()) for text in own)
    if not words or sum(len(text.split()) for text in other) < WIDER * words:
        return body
    held = set(other)
    return lines if sum(text in held for text in own) >= HELD * len(own) else body


def _article(lines: list[_Line]) -> list[str]:
    """The article's lines, folded, each once: some pages show their article twice."""
    return list(dict.fromkeys(fold(own) for kind, own, _ in lines if kind in ("paragraph", "subheading")))


def _pieces(part: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """Elements that hold a line each: paragraphs, headings, list items, quotes, table rows."""
    for element in part.iter("p", "head", "item", "quote", "row", "ab", "code", "fw"):
        holders = ("p", "head", "item", "quote", "row")
        if any(child.tag in holders for child in element.iterdescendants()):
            continue
        yield element, str(element.tag)


def _own_lines(element: html.HtmlElement) -> Iterator[str]:
    """The element's text, in several lines where line breaks or cells part it."""
    parts: list[str] = []
    for node in element.iter():
        if node.tag in ("lb", "cell") and node is not element:
            parts.append("\n")
        parts.append(node.text or "")
        if node is not element:
            parts.append(node.tail or "")
    for line in "".join(parts).split("\n"):
        if squeeze(line):
            yield squeeze(line)


def _labelled(own: str, kind: str) -> _Line:
    line = make_line(own, 0, len(own))
    cue = cue_of(line)
    if cue is not None and cue.kind not in ("bio", "soft"):
        kinds: dict[str, BlockKind] = {
            "caption": "caption",
            "byline": "byline",
            "date": "date",
            "related": "related",
            "tail": "related",
        }
        return kinds.get(cue.kind, "furniture"), own, cue.why
    if line.too_long:
        return "furniture", own, "over the limit, left unread"
    if kind == "row" and prose_score(line) <= 0:
        return "furniture", own, "cell of a table"
    if own.isupper() and line.words > 4 and not line.closed:
        return "related", own, "a headline in capitals inside the article"
    if kind == "head":
        return "subheading", own, "heading inside the article"
    if cue is not None and cue.kind == "bio" and line.words < 60:
        return "paragraph", own, "running text"
    return "paragraph", own, "text of the article"


def _assemble(tree: html.HtmlElement, title: str, body: list[_Line]) -> list[_Line]:
    """Title, byline, date and body in one list; what the body repeats of the head is left to the head."""
    head: list[_Line] = [("title", title, "headline as the page shows it")] if title else []
    author, day = _visible_byline(tree), _visible_date(tree)
    if author:
        head.append(("byline", author, "byline as the page shows it"))
    if day:
        head.append(("date", day, "date as the page shows it"))
    taken = {fold(own) for _, own, _ in head}
    rest = list(body)
    while rest and (fold(rest[0][1]) in taken or rest[0][1] == ""):
        rest.pop(0)
    last = max((at for at, (kind, _, _) in enumerate(rest) if kind == "paragraph"), default=-1)
    return head + [_ending(line) if last >= 0 and at >= last - 1 else line for at, line in enumerate(rest)]


def _ending(line: _Line) -> _Line:
    """At the article's end, a line about the writer or the outlet is no article text."""
    kind, own, _ = line
    cue = cue_of(make_line(own, 0, len(own))) if kind == "paragraph" else None
    return ("furniture", own, cue.why) if cue is not None and cue.kind == "bio" else line


def _visible_byline(tree: html.HtmlElement) -> str:
    for element in tree.iter("a", "span", "p", "div", "address", "li"):
        own_class = f"{element.get('class') or ''} {element.get('rel') or ''} {element.get('itemprop') or ''}"
        if not _BYLINE_CLASS.search(own_class):
            continue
        text = squeeze(" ".join(element.itertext()))
        name = re.sub(r"^by:?\s+", "", text, flags=re.IGNORECASE)
        if len(text) <= 120 and is_name_line(name) and not find_dates(text):
            return text
    return ""


def _visible_date(tree: html.HtmlElement) -> str:
    for element in tree.iter("time"):
        text = squeeze(element.text_content())
        if 6 <= len(text) <= 100 and is_date_line(make_line(text, 0, len(text))):
            return text
    return ""


def _layout(lines: list[_Line]) -> tuple[str, tuple[Block, ...]]:
    """The lines as one text, blank lines between, and their blocks."""
    blocks: list[Block] = []
    at = 0
    for kind, own, why in lines:
        blocks.append(Block(kind, at, at + len(own), why))
        at += len(own) + 2
    return "\n\n".join(own for _, own, _ in lines), tuple(blocks)


def _span_of(text: str, blocks: tuple[Block, ...], kind: BlockKind) -> Sourced | None:
    for block in blocks:
        if block.kind == kind:
            return Sourced(text[block.start : block.end], block.start, block.end)
    return None


def _byline(text: str, blocks: tuple[Block, ...]) -> Sourced | None:
    found = _span_of(text, blocks[:4], "byline")
    if found is None or found.start is None:
        return None
    match = re.match(r"by:?\s+", found.text, re.IGNORECASE)
    start = found.start + (match.end() if match else 0)
    return Sourced(text[start : found.end], start, found.end)


def _on_page(shown: str, page: Labelled) -> When | None:
    """The day of publication that the lines shown tell, as for a text dump. It need not stand in the extracted text."""
    found = publication(shown, page, with_dateline(shown, page.blocks())).published
    return None if found is None else replace(found, start=None, end=None, basis="metadata", origin="page:date line")


def _dates(
    tree: html.HtmlElement, meta: WebMeta, text: str, blocks: tuple[Block, ...], on_page: When | None
) -> tuple[When | None, When | None]:
    """Publication and update. Evidence in this order: structured data and meta elements, marked time elements, the
    address, the date line that the page shows; an update alone counts as publication."""
    updated = when_of(meta.modified)
    published = (
        when_of(meta.published) or when_of(_times(tree, marked=True)) or when_of_url(meta.url) or _shown(text, blocks)
    )
    if published is not None and on_page is not None and _next_day(published, on_page):
        published = on_page
    return published or when_of(_times(tree, marked=False)) or on_page or updated, updated


def _next_day(stated: When, shown: When) -> bool:
    """True where metadata in universal time is a day off what the page shows: there it was still, or already, another."""
    if stated.earliest is None or shown.earliest is None or not _UNIVERSAL.search(stated.text):
        return False
    return abs((stated.earliest - shown.earliest).days) == 1


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
