"""``onrecord why`` for a page: what is known about it, and why it is taken to have been published when it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.cli.common import visible
from onrecord.wording import flat_days

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from onrecord.schema import DateCandidate, Document, When

UNDATED = "not known: no date of publication on the page"


def page_explanation(page: Document) -> Iterator[Text | Table | str]:
    """The parts of the answer: the page, what is known about it, then each date looked at with what became of it."""
    from rich.table import Table
    from rich.text import Text

    yield Text(visible(f"document {page.doc}: {page.title.text if page.title else 'without a title'}"), style="bold")
    yield Text(visible(page.path if page.line is None else f"{page.path}:{page.line}"), style="dim")
    yield ""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    for label, value in page_facts(page):
        grid.add_row(label, Text(visible(value)))
    yield grid


def page_facts(page: Document) -> Iterator[tuple[str, str]]:
    """Name and value of what there is to tell of a page."""
    for name in ("outlet", "byline", "dateline", "credit"):
        value = getattr(page, name)
        if value is not None:
            yield name, " ".join(value.text.split())
    if page.language:
        yield "language", page.language
    if page.unread:
        yield "unread", page.unread
    yield "published", _published(page)
    if page.updated is not None:
        yield "updated", _dated(page.updated)
    for one in page.date_candidates:
        yield ("taken" if one.lost is None else "not taken"), described(one)


def described(one: DateCandidate) -> str:
    """A date that was looked at: the day, its words and where they stand, what it is, and why it lost."""
    where = f"{one.start}–{one.end}" if one.start is not None else one.origin or "outside the text"
    lost = f"; {one.lost}" if one.lost else ""
    day = flat_days(one.earliest, one.latest)
    return f"{day} from “{' '.join(one.text.split())}” ({where}): {one.evidence}{lost}"


def _published(page: Document) -> str:
    if page.published is not None:
        return _dated(page.published)
    if page.published_bounds is None:
        return UNDATED
    return f"not known; {_dated(page.published_bounds)}"


def _dated(when: When) -> str:
    first = flat_days(when.earliest, when.latest)
    words = f" from “{' '.join(when.text.split())}”" if when.text else ""
    return f"{first}{words} ({when.basis}{f', {when.origin}' if when.origin else ''})"
