"""Texts taken out of a format that says of some of its lines what they are: titles, headings, running heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.schema import Block, BlockKind, Document, Sourced, When


@dataclass(frozen=True, slots=True)
class Extracted:
    """``text`` as extracted, and ``said``: ranges whose kind the format itself tells, in text order.

    ``title``, ``byline`` and ``published`` stood outside the text; ``unread_parts`` says what could not be extracted, and
    ``unread`` why there is no text at all.
    """

    text: str
    said: tuple[Block, ...] = ()
    title: Sourced | None = None
    byline: Sourced | None = None
    published: When | None = None
    unread_parts: tuple[str, ...] = ()
    unread: str | None = None


class Maker:
    """Puts a text together line by line, and keeps what is said of each."""

    def __init__(self) -> None:
        """An empty text."""
        self._parts: list[str] = []
        self._said: list[Block] = []
        self._length = 0
        self._why: str | None = None

    def add(self, text: str, kind: BlockKind | None = None, why: str = "") -> None:
        """A paragraph: a blank line stands before it."""
        if self._parts:
            self._put("\n\n")
        self._mark(text, kind, why)
        self._why = None

    def line(self, text: str, furniture: str = "") -> None:
        """A line right under the one before; ``furniture`` says why it is none of the page's own text. Where own text and
        furniture meet, a blank line parts them."""
        if self._parts:
            self._put("\n" if self._why == furniture else "\n\n")
        self._mark(text, "furniture" if furniture else None, furniture)
        self._why = furniture

    def extracted(self, byline: Sourced | None = None, published: When | None = None) -> Extracted:
        """What was put together."""
        return Extracted("".join(self._parts), tuple(self._said), None, byline, published)

    def _mark(self, text: str, kind: BlockKind | None, why: str) -> None:
        if kind is not None and text.strip():
            self._said.append(Block(kind, self._length, self._length + len(text), why))
        self._put(text)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def as_said(found: Document, taken: Extracted) -> Document:
    """``found``, read from the text alone, with what its format says: kinds of lines, title, byline, day."""
    blocks = tuple(_as_said(block, taken.said) for block in found.blocks)
    titles = [block for block in taken.said if block.kind == "title"]
    title = found.title
    if titles:
        blocks = tuple(
            replace(block, kind="subheading", why="a headline under the title")
            if block.kind == "title" and block.start >= titles[0].end
            else block
            for block in blocks
        )
        start, end = titles[0].start, titles[0].end
        title = Sourced(found.text[start:end], start, end)
    published = taken.published or found.published
    return replace(
        found,
        blocks=blocks,
        title=title or taken.title,
        byline=found.byline or taken.byline,
        published=published,
        published_bounds=None if taken.published else found.published_bounds,
        unread_parts=taken.unread_parts + found.unread_parts,
    )


def _as_said(block: Block, said: Sequence[Block]) -> Block:
    for one in said:
        if one.start <= block.start and block.end <= one.end:
            return replace(block, kind=one.kind, why=one.why)
    return block
