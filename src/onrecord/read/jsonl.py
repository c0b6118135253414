"""Texts that come ready-made, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.errors import EmptyPage, MalformedPage
from onrecord.read.limits import LINE_BYTES, megabytes
from onrecord.schema import Page, PageFault

FIELDS = ("id", "title", "published", "outlet", "url", "language")
"""What an object may say beside its ``text``; other fields are kept in its canonical JSON only."""


def jsonl_pages(path: str, lines: Iterable[bytes | None]) -> Iterator[Page | PageFault]:
    """A page for each line, as it streams in; a line that is no object with a ``text`` is a fault, the rest goes on.

    None stands for a line that was too long to be had.
    """
    for number, line in enumerate(lines, 1):
        if line is None:
            yield PageFault(path, f"a line of more than {megabytes(LINE_BYTES)}: over the limit", number)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _page(path, number, line)


def _page(path: str, number: int, line: bytes) -> Page | PageFault:
    try:
        data = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return PageFault(path, f"not UTF-8 from byte {error.start} of the line on", number)
    except (ValueError, RecursionError) as error:
        return PageFault(path, f"no JSON: {error}", number)
    if not isinstance(data, dict):
        return PageFault(path, "no JSON object; each line needs one with a text", number)
    if not isinstance(data.get("text"), str):
        return PageFault(path, "the object has no text (a string field named text)", number)
    try:
        raw = canonical(data)
    except UnicodeEncodeError:
        return PageFault(path, "the object holds half a character (an unpaired surrogate)", number)
    return page_of(path, raw, data, number)


def page_of(path: str, raw: bytes, data: Mapping[str, object], number: int | None) -> Page:
    """The page that an object holds; ``raw`` is its canonical JSON."""
    metadata = {key: _plain(data[key]) for key in FIELDS if data.get(key) is not None}
    return Page(path, raw, "jsonl", number, {key: value for key, value in metadata.items() if value})


def _plain(value: object) -> str:
    """A field as text: strings as they are, numbers written out; lists and objects say nothing."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def canonical(data: dict[str, Any]) -> bytes:
    """The object with sorted keys and no spare spaces, in UTF-8: what its digest is taken of."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def jsonl_text(page: Page) -> str:
    """The ``text`` of a JSON page. Raises MalformedPage where there is none, EmptyPage where it is blank."""
    try:
        data = json.loads(page.raw)
    except ValueError as error:
        raise MalformedPage(f"no JSON: {error}") from error
    text = data.get("text") if isinstance(data, dict) else None
    if not isinstance(text, str):
        raise MalformedPage("no JSON object with a text")
    if not text.strip():
        raise EmptyPage("the object's text is empty")
    return text
