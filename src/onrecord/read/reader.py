"""A page to a document: the one place where the formats meet."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from onrecord.errors import OversizedPage
from onrecord.read.dateline import with_dateline
from onrecord.read.decode import decode, unpack
from onrecord.read.dump import Labelled, label
from onrecord.read.extracted import Extracted, as_said
from onrecord.read.given import captured_bounds, given_language, given_value, with_given_day
from onrecord.read.jsonl import jsonl_text
from onrecord.read.language import language_of
from onrecord.read.limits import TEXT_LIMIT
from onrecord.read.lines import LINE_LIMIT, split_lines
from onrecord.read.names import names
from onrecord.read.publication import publication
from onrecord.schema import READ_KINDS, Block, Document, Page, When

_SENTENCE_ENDS = '.!?…。”"»।۔'
LONG = 80
"""Code points from which a closed line tells of the page's language: menus and buttons are shorter."""


def read(page: Page) -> Document:
    """The document that ``page`` holds, every line of it labelled.

    Raises a PageError where it holds no text (EmptyPage, BinaryPage), none that can be decoded (EncodingError), or is a
    broken case of its format (MalformedPage). A page in another language than English comes back with ``unread`` set.
    """
    digest = hashlib.sha256(page.raw).hexdigest()
    found = _found(page)
    found = replace(found, doc=digest[:16], sha256=digest, path=page.path, line=page.line)
    return _with_language(page, _with_given(page, found))


def _found(page: Page) -> Document:
    """What the page's format gives. Readers are imported where a page needs them: their libraries are most of what a
    command takes to start."""
    if page.media == "jsonl":
        return _read_jsonl(page)
    if page.media == "item":
        from onrecord.read.item import read_item

        return read_item(page)
    raw = unpack(page.raw)
    if page.media == "html":
        from onrecord.read.html import read_html

        return read_html(raw, page.metadata.get("charset", ""), page.metadata.get("url", ""))
    if page.media == "mhtml":
        return _read_saved(raw)
    if page.media == "mail":
        from onrecord.read.mail import mail_text, parsed

        return _read_extracted(mail_text(parsed(raw)))
    if page.media == "pdf":
        from onrecord.read.pdf import pdf_text

        return _read_extracted(pdf_text(raw))
    if page.media == "docx":
        from onrecord.read.docx import docx_text

        return _read_extracted(docx_text(raw))
    return _read_dump(_short_enough(decode(raw)))


def _short_enough(text: str) -> str:
    """``text``. Raises OversizedPage where it is too long to be one page."""
    if len(text) > TEXT_LIMIT:
        raise OversizedPage(f"a text of more than {TEXT_LIMIT:,} characters: over the limit for one page")
    return text


def _read_extracted(taken: Extracted) -> Document:
    if taken.unread is not None:
        return Document(doc="", sha256="", path="", text="", blocks=(), title=taken.title, unread=taken.unread)
    return as_said(_read_dump(_short_enough(taken.text)), taken)


def _read_saved(raw: bytes) -> Document:
    from onrecord.read.html import read_html
    from onrecord.read.mail import saved_page

    return read_html(*saved_page(raw))


def _read_dump(text: str) -> Document:
    labelled = label(text)
    blocks = with_dateline(text, labelled.blocks())
    said = names(text, labelled, blocks)
    dates = publication(text, labelled, blocks)
    open_at = dates.bounds.start if dates.bounds is not None else None
    if open_at is not None:
        blocks = tuple(replace(one, why=dates.why) if one.start <= open_at < one.end else one for one in blocks)
    return Document(
        doc="",
        sha256="",
        path="",
        text=text,
        blocks=blocks,
        title=said.title,
        outlet=said.outlet,
        byline=said.byline,
        dateline=said.dateline,
        credit=said.credit,
        published=dates.published,
        published_bounds=dates.bounds,
        updated=dates.updated,
        unread_parts=_second_story(labelled),
        date_candidates=dates.candidates,
    )


def _second_story(labelled: Labelled) -> tuple[str, ...]:
    """What is told of a page that holds another story below the one that is read."""
    if labelled.second is None:
        return ()
    return (f"another story on the page: {labelled.lines[labelled.second].text[:100]}",)


def _read_jsonl(page: Page) -> Document:
    text = _short_enough(jsonl_text(page))
    blocks = tuple(
        Block("paragraph", start, end, "line of a text that is read as it stands")
        if end - start <= LINE_LIMIT
        else Block("furniture", start, end, f"line of {end - start} characters: over the limit, left unread")
        for start, end in split_lines(text)
    )
    return Document(doc="", sha256="", path="", text=text, blocks=blocks)


def _narrower(told: When | None, captured: When | None) -> When | None:
    """The bounds that the page tells, closed by the day on which an archive captured it."""
    if told is None or captured is None or captured.latest is None:
        return told or captured
    if told.earliest is not None and told.earliest > captured.latest:
        return captured
    latest = captured.latest if told.latest is None else min(told.latest, captured.latest)
    return replace(told, latest=latest)


def _with_given(page: Page, found: Document) -> Document:
    """What was given beside the page: day, address and outlet count before the page's own, the title after."""
    given = page.metadata
    found = with_given_day(found, given)
    bounds = None if found.published else _narrower(found.published_bounds, captured_bounds(given))
    return replace(
        found,
        source_id=given.get("id") or None,
        url=given_value(given, "url") or found.url,
        title=found.title or given_value(given, "title"),
        outlet=given_value(given, "outlet") or found.outlet,
        published_bounds=bounds,
    )


def _with_language(page: Page, found: Document) -> Document:
    body = any(block.kind in READ_KINDS for block in found.blocks)
    language = given_language(page.metadata) or language_of(sentences_of(found)) or found.language
    unread = found.unread
    if language is not None and language != "en":
        unread = f"language: {language} (not English)"
    elif unread is None and not body and found.blocks:
        unread = (
            "no article text on the page"
            if not _over(found)
            else f"a line of more than {LINE_LIMIT} characters, and no other text"
        )
    return replace(found, language=language, unread=unread)


def sentences_of(found: Document) -> str:
    """What tells a page's language: its long lines that end like sentences, else its article text, else all of it."""
    spans = [
        (block.start, block.end)
        for block in found.blocks
        if block.kind != "comment" and block.end - block.start <= LINE_LIMIT
    ]
    long = [
        found.text[start:end] for start, end in spans if end - start >= LONG and found.text[end - 1] in _SENTENCE_ENDS
    ]
    if sum(map(len, long)) >= 4 * LONG:
        return "\n".join(long)
    read_as_article = [found.text[block.start : block.end] for block in found.blocks if block.kind in READ_KINDS]
    return "\n".join(read_as_article) or found.text[:LINE_LIMIT]


def _over(found: Document) -> bool:
    return any(block.end - block.start > LINE_LIMIT for block in found.blocks)
