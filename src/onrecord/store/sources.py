"""Where pages were met, and which revision of a page counts.

A page is met at a path. Its address is the URL that was given with it, else the path; a URL that the page states
about itself is no address, since many pages name their site's front page. A line of a JSONL file has an address only
through its URL or its own ``id``, since lines move when a file grows, and standard input has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.schema import Document

STDIN = "-"
GIVEN = "input"
"""The origin of metadata that came with a page."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A document was met at ``path``; ``order`` grows with each, and the latest at an ``address`` is its revision."""

    doc: str
    path: str
    line: int | None
    address: str | None
    order: int


def address_of(document: Document) -> str | None:
    """The address of a page, or None where it has none that lasts."""
    if document.url is not None and document.url.origin == GIVEN:
        return f"url:{document.url.text}"
    if document.line is not None and document.source_id is not None:
        return f"path:{document.path}#{document.source_id}"
    return address_of_path(document.path, document.line)


def address_of_path(path: str, line: int | None) -> str | None:
    """The address that a path makes, or None."""
    return None if line is not None or path == STDIN else f"path:{path}"


def address_again(own: Sequence[Sighting], path: str, line: int | None) -> str | None:
    """The address of a document that is known by ``own``, met at ``path`` without being read again."""
    for one in own:
        given = one.address is not None and one.address.startswith("url:")
        if given or (one.path == path and (one.line is None) == (line is None)):
            return one.address
    return address_of_path(path, line)


def live(own: Sequence[Sighting], newest: Mapping[str, int]) -> list[Sighting]:
    """Those of one document's sightings that no other revision replaced; ``newest`` is each address's latest order."""
    return [one for one in own if one.address is None or newest.get(one.address) == one.order]


def shown(own: Sequence[Sighting], newest: Mapping[str, int]) -> tuple[str, int | None]:
    """The path and line that a document shows: the least of those where it still is, else of all."""
    least = min(live(own, newest) or own, key=lambda one: (one.path, one.line or 0))
    return least.path, least.line
