"""The article in an HTML page, as trafilatura finds it, and where that falls short."""

from __future__ import annotations

from collections.abc import Iterator

import trafilatura
from lxml import html

from onrecord.read.dump import Labelled
from onrecord.read.laid import LaidLine, labelled
from onrecord.read.lines import fold
from onrecord.read.prose import is_doubled
from onrecord.read.pullquotes import WHY as PULLED
from onrecord.read.pullquotes import pull_quotes
from onrecord.read.webmeta import squeeze

WIDER = 1.7
"""How many times the words of the extracted article the shown one must have to go before it."""
LEAST = 2
"""Lines that the shown article must have where the elements tell of none."""
HELD = 0.6
"""Part of the extracted article's lines that it must hold."""


def body_lines(tree: html.HtmlElement, page: Labelled) -> list[LaidLine]:
    """The lines of the article and of readers' comments, each with its kind and why.

    ``page`` is what the page shows, labelled as a text dump.
    """
    pictured = captions(tree)
    lines = _wider(page, _without_cards([_as_caption(line, pictured) for line in _body(tree)]))
    pulled = pull_quotes([own for _, own, _ in lines], [kind for kind, _, _ in lines])
    return [("furniture", line[1], PULLED) if at in pulled else line for at, line in enumerate(lines)]


def _body(tree: html.HtmlElement) -> Iterator[LaidLine]:
    """The lines of the article and of readers' comments, as trafilatura finds them."""
    found = trafilatura.bare_extraction(tree, include_comments=True, with_metadata=False)
    for part, comment in ((found.body, False), (found.commentsbody, True)) if found is not None else ():
        if part is None:
            continue
        for element, kind in _pieces(part):
            for own in _own_lines(element):
                yield ("comment", own, "readers' comments") if comment else labelled(own, kind)


def captions(tree: html.HtmlElement) -> frozenset[str]:
    """The texts under pictures, folded: each whole, and line by line."""
    found = (squeeze(element.text_content()) for element in tree.iter("figcaption"))
    parts = (squeeze(text) for element in tree.iter("figcaption") for text in element.itertext())
    return frozenset(fold(text) for text in (*found, *parts) if len(text.split()) >= 3)


def _as_caption(line: LaidLine, pictured: frozenset[str]) -> LaidLine:
    kind, own, _ = line
    return ("caption", own, "text under a picture") if kind == "paragraph" and fold(own) in pictured else line


def _without_cards(lines: list[LaidLine]) -> list[LaidLine]:
    """Headings that stand twice on their line, as text of picture and link, are other stories'; so is the blurb below."""
    found: list[LaidLine] = []
    card = False
    for kind, own, why in lines:
        doubled = kind in ("paragraph", "subheading") and is_doubled(fold(own))
        if doubled or card and kind == "paragraph":
            found.append(("related", own, "headline that stands twice" if doubled else "blurb of another story"))
        else:
            found.append((kind, own, why))
        card = doubled
    return found


def _wider(page: Labelled, body: list[LaidLine]) -> list[LaidLine]:
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
    if not words:
        return lines if len(other) >= LEAST else body
    if sum(len(text.split()) for text in other) < WIDER * words:
        return body
    held = set(other)
    return lines if sum(text in held for text in own) >= HELD * len(own) else body


def _article(lines: list[LaidLine]) -> list[str]:
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
