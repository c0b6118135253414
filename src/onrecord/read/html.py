"""HTML pages: the article that trafilatura finds in them, with title, byline and date as the page shows them."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree, html

from onrecord.errors import EmptyPage, MalformedPage, OversizedPage
from onrecord.read.aside import is_aside
from onrecord.read.cues import cue_of, is_date_line, is_name_line
from onrecord.read.datelimits import limits
from onrecord.read.dateline import AGENCIES, dateline_names, with_dateline
from onrecord.read.dates import find_dates
from onrecord.read.decode import check_text, decode
from onrecord.read.dump import label
from onrecord.read.htmlbody import body_lines, captions
from onrecord.read.htmldates import html_dates, on_page
from onrecord.read.htmlrest import comments_of, rest_lines
from onrecord.read.laid import LaidLine, layout
from onrecord.read.limits import TEXT_LIMIT
from onrecord.read.lines import fold, make_line
from onrecord.read.rendered import rendered
from onrecord.read.webmeta import WebMeta, squeeze, web_meta
from onrecord.schema import READ_KINDS, Block, BlockKind, Document, Sourced

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
TAGS = 500_000
"""Tags of one page: a long one has 20,000."""
ATTRIBUTES = 5000
"""Attributes of one tag; the parser compares each with all before it."""
_LONG_TAG = re.compile(r"<[^<>]{20000,}")
_ATTRIBUTE = re.compile(r"[\s\"']([^\s=\"'<>/]{1,100}\s?=|[\w-]{1,40}(?=\s))")
_STARTED = re.compile(rb"<(?:html|body)\b", re.IGNORECASE)
_ENDED = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_BYLINE_CLASS = re.compile(r"\bby-?line|author", re.IGNORECASE)


def read_html(raw: bytes, charset: str = "", address: str = "") -> Document:
    """The document in an HTML page: its title and article, one block a line, then what else the page shows.

    ``charset`` is what the server said and ``address`` where the page stood, as far as that is known. ``doc``,
    ``sha256`` and ``path`` are left blank. Raises EmptyPage or MalformedPage where there is no text in it.
    """
    whole = _whole(raw)
    tree, stopped = _tree(whole, charset)
    cut = "the page breaks off: its last words were left out" if len(whole) < len(raw) else ""
    parts = tuple(part for part in (stopped, cut) if part)
    meta = web_meta(tree)
    if meta.url is None and address:
        meta = replace(meta, url=Sourced(address, origin="input"))
    title = _visible_title(tree, meta)
    shown = rendered(tree)
    page = label(shown)
    body = body_lines(tree, page)
    shown_comments = comments_of(page, body)
    article = {fold(own) for kind, own, _ in body if kind in READ_KINDS} - shown_comments
    if article:
        body = [line for line in body if fold(line[1]) not in shown_comments]
    lines = _assemble(tree, title, body)
    if not body and not title:
        if parts:
            raise MalformedPage(f"no article text in it; {parts[0]}")
        raise EmptyPage("the HTML page holds no article text")
    text, blocks = layout(lines)
    blocks = with_dateline(text, blocks)
    dateline, credit = dateline_names(text, blocks)
    byline = _byline(text, blocks) or meta.authors
    dates = html_dates(tree, meta, text, blocks, on_page(shown, page), limits(page))
    around, rest = layout(list(rest_lines(page, lines, captions(tree), shown_comments)), len(text) + 2)
    return Document(
        doc="",
        sha256="",
        path="",
        text=f"{text}\n\n{around}" if rest else text,
        blocks=blocks + rest,
        url=meta.url,
        title=_span_of(text, blocks, "title") or (meta.titles[0] if meta.titles else None),
        outlet=meta.outlet,
        byline=None if byline is not None and byline.text in AGENCIES else byline,
        dateline=dateline,
        credit=credit or (byline if byline is not None and byline.text in AGENCIES else None),
        published=dates.published,
        published_bounds=dates.bounds,
        updated=dates.updated,
        unread_parts=parts,
        date_candidates=dates.candidates,
    )


def _whole(raw: bytes) -> bytes:
    """The page up to its last whole element where it breaks off: half a sentence can say the opposite of the whole."""
    cut = _STARTED.search(raw[:4096]) and not _ENDED.search(raw[-65_536:]) and not raw.rstrip().endswith(b">")
    return raw[: raw.rfind(b">") + 1] if cut else raw


def _tree(raw: bytes, charset: str) -> tuple[html.HtmlElement, str]:
    """The page's tree, and what was left out of it, if anything. Raises PageError where there is none."""
    check_text(raw)
    source = _DECLARED.sub("", _decoded(raw, charset).replace("\x00", ""))
    _check_size(source)
    # Without huge_tree the parser stops at 256 levels, which pages with tags that are never closed do reach.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise EmptyPage("the HTML page holds no elements") from error
    size = sum(len(one.text or "") + len(one.tail or "") for one in tree.iter() if one.tag not in ("script", "style"))
    if size > TEXT_LIMIT:
        raise OversizedPage(f"a text of more than {TEXT_LIMIT:,} characters: over the limit for one page")
    stopped = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return tree, "elements are nested too deep: what follows them was left out" if stopped else ""


def _check_size(source: str) -> None:
    """Raises OversizedPage for what no page has and the parser takes minutes or gigabytes for."""
    if source.count("<") > TAGS:
        raise OversizedPage(f"more than {TAGS:,} tags: over the limit for one page")
    if any(len(_ATTRIBUTE.findall(match[0])) > ATTRIBUTES for match in _LONG_TAG.finditer(source)):
        raise OversizedPage(f"a tag with more than {ATTRIBUTES:,} attributes: over the limit")


def _decoded(raw: bytes, charset: str) -> str:
    """The page's text: UTF-8 where it fits, else what the server or its meta element says, else a guess."""
    declared = _CHARSET.search(raw[:4096])
    names = [charset] if charset else [declared[1].decode("ascii")] if declared else []
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    for name in names:
        try:
            return raw.decode(name, "replace")
        except (LookupError, ValueError):
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


def _assemble(tree: html.HtmlElement, title: str, body: list[LaidLine]) -> list[LaidLine]:
    """Title, byline, date and body in one list; what the body repeats of the head is left to the head."""
    head: list[LaidLine] = [("title", title, "headline as the page shows it")] if title else []
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


def _ending(line: LaidLine) -> LaidLine:
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
    """The first day in a time element of the article itself."""
    for element in tree.iter("time"):
        if is_aside(element):
            continue
        text = squeeze(element.text_content())
        if 6 <= len(text) <= 100 and is_date_line(make_line(text, 0, len(text))):
            return text
    return ""


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
