"""HTML pages: the article that trafilatura finds in them, with title, byline and date as the page shows them."""

from __future__ import annotations

import re

from lxml import etree, html

from onrecord.errors import EmptyPage
from onrecord.read.cues import cue_of, is_date_line, is_name_line
from onrecord.read.dateline import AGENCIES, dateline_names, with_dateline
from onrecord.read.dates import find_dates
from onrecord.read.decode import check_text, decode
from onrecord.read.dump import label
from onrecord.read.htmlbody import HtmlLine, body_lines
from onrecord.read.htmldates import html_dates, on_page
from onrecord.read.lines import fold, make_line
from onrecord.read.rendered import rendered
from onrecord.read.webmeta import WebMeta, squeeze, web_meta
from onrecord.schema import Block, BlockKind, Document, Sourced

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_BYLINE_CLASS = re.compile(r"\bby-?line|author", re.IGNORECASE)


def read_html(raw: bytes) -> Document:
    """The document in an HTML page; its text is what was extracted, the visible title first, one block a line.

    Raises EmptyPage where there is no text in it. ``doc``, ``sha256`` and ``path`` are left blank.
    """
    tree = _tree(raw)
    meta = web_meta(tree)
    title = _visible_title(tree, meta)
    shown = rendered(tree)
    page = label(shown)
    body = body_lines(tree, page)
    lines = _assemble(tree, title, body)
    if not body and not title:
        raise EmptyPage("the HTML page holds no article text")
    text, blocks = _layout(lines)
    blocks = with_dateline(text, blocks)
    dateline, credit = dateline_names(text, blocks)
    byline = _byline(text, blocks) or meta.authors
    told, bounds = on_page(shown, page)
    published, updated = html_dates(tree, meta, text, blocks, told)
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
        published_bounds=bounds if published is None else None,
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


def _assemble(tree: html.HtmlElement, title: str, body: list[HtmlLine]) -> list[HtmlLine]:
    """Title, byline, date and body in one list; what the body repeats of the head is left to the head."""
    head: list[HtmlLine] = [("title", title, "headline as the page shows it")] if title else []
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


def _ending(line: HtmlLine) -> HtmlLine:
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


def _layout(lines: list[HtmlLine]) -> tuple[str, tuple[Block, ...]]:
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
