"""Rows as a notebook shows them: a table with the words of entries marked. Nothing from a page can run or reorder it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

UNSEEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Characters that turn the direction of text, control a terminal, or are half of a pair: shown by their number."""

LONGEST = 300
"""Characters of a cell."""
PREFERRED = (
    "period", "when_earliest", "published_earliest", "earliest", "latest", "who", "name", "actor", "source", "type", "cue",
    "whom", "counterpart", "target", "issue", "level", "change", "matter", "title", "kind", "country", "status", "voice",
    "outlet", "happenings", "net_cooperation", "reports", "pages", "documents", "confidence", "why", "id",
)  # fmt: skip
"""The columns that are shown, where a row has them, in this order."""
MOST_COLUMNS = 10
SAID, DONE = "background: rgba(70, 140, 200, .22)", "background: rgba(235, 150, 50, .35); font-weight: 600"
Mark = tuple[int, int, str]
"""From where to where in a text, and how it is set off."""


def visible(text: str) -> str:
    """``text`` with unseen characters shown by their number, such as ``[U+202E]``."""
    return UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def table(rows: Sequence[object], total: int, kind: str) -> str:
    """The rows as an HTML table; ``total`` is how many there are of this ``kind``."""
    names = _columns(rows)
    has_words = bool(rows) and hasattr(rows[0], "passage")
    heads = [*names, *(["words"] if has_words else [])]
    head = "".join(f'<th scope="col" style="text-align: left">{escape(name.replace("_", " "))}</th>' for name in heads)
    body = "".join(f"<tr>{''.join(_cells(row, names, has_words))}</tr>" for row in rows)
    more = f"<p>… and {total - len(rows):,} more</p>" if total > len(rows) else ""
    return f"<table><caption>{total:,} × {escape(kind)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def marked(text: str, marks: Iterable[Mark]) -> str:
    """A text as HTML with words set off; marks do not overlap."""
    out, at = [], 0
    for start, end, style in sorted(marks):
        start, end = max(at, start), min(len(text), end)
        if start >= end:
            continue
        out += [_safe(text[at:start]), f'<mark style="color: inherit; {style}">{_safe(text[start:end])}</mark>']
        at = end
    return "".join([*out, _safe(text[at:])])


def words_of(row: Any) -> str:
    """The passage of an entry with its words marked: what is said, or what is done."""
    if row.kind == "event":
        begins = row.evidence[0][0]
        return marked(row.passage, [(row.start - begins, row.end - begins, DONE)])
    return marked(row.passage, [(start - row.start, end - row.start, SAID) for start, end in row.evidence])


def _columns(rows: Sequence[object]) -> list[str]:
    found = [name for name in PREFERRED if any(getattr(row, name, None) not in (None, "") for row in rows)]
    return found[:MOST_COLUMNS]


def _cells(row: object, names: Sequence[str], has_words: bool) -> Iterable[str]:
    for name in names:
        value = getattr(row, name, None)
        text = "" if value is None else " ".join(str(value).split())
        short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        yield f'<td style="text-align: left; vertical-align: top"><bdi>{_safe(short)}</bdi></td>'
    if has_words:
        yield f'<td style="text-align: left; white-space: normal"><bdi>{words_of(row)}</bdi></td>'


def _safe(text: str) -> str:
    return escape(visible(text))
