"""``onrecord why``: one entry with everything that led to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.common import RecordFile, terminal, visible
from onrecord.cli.whypage import page_explanation
from onrecord.errors import UsageError
from onrecord.wording import confidence, dated, described, flat_days, headline, lesson, whose_word, words

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from onrecord.api import Record
    from onrecord.explain import Explanation
    from onrecord.schema import Statement

STYLES = {
    "cue": "yellow",
    "trigger": "bold yellow",
    "content": "bold",
    "speaker": "green",
    "source": "green",
    "target": "magenta",
    "addressee": "magenta",
    "against": "magenta",
    "when": "cyan",
    "about": "italic",
}
WIDEST = 100
"""Columns beyond which running text is hard to read."""


def why(
    record: RecordFile,
    entry: Annotated[str, typer.Argument(metavar="ID", help="An entry's or a document's id, or the beginning of it.")],
) -> None:
    """Show why an entry is on record: its words in their place, what found it, who is meant, on whose word it rests.

    Of a document: what is known about it, and each date on it with why it was taken as the day of publication, or not.

    Examples:

        onrecord why my.onrecord 3f9a12bc04
    """
    from onrecord.api import open as open_record

    with open_record(record, create=False) as opened:
        parts = _parts(opened, entry)
    console = terminal()
    if not console.is_terminal or console.width > WIDEST:
        console.width = WIDEST
    for part in parts:
        console.print(part)


def _parts(opened: Record, asked: str) -> Iterator[Text | Table | str]:
    """The answer for an entry, else for a document. Raises UsageError where the id is neither's."""
    try:
        return explanation(opened.why(asked))
    except UsageError:
        page = opened.page(asked)
        if page is None:
            raise
    return page_explanation(page)


def explanation(found: Explanation) -> Iterator[Text | Table | str]:
    """The parts of the answer, in the order in which a reader asks."""
    from rich.table import Table
    from rich.text import Text

    yield Text(visible(headline(found.entry)), style="bold")
    yield Text(visible(source(found)), style="dim")
    yield ""
    yield marked(found)
    yield ""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    for label, value in facts(found):
        grid.add_row(label, Text(visible(value)))
    yield grid


def source(found: Explanation) -> str:
    """The page it stands on."""
    page = found.document
    where = page.path if page.line is None else f"{page.path}:{page.line}"
    parts = [page.title.text if page.title else None, page.outlet.text if page.outlet else None]
    published = page.published
    day = flat_days(published.earliest, published.latest) if published else ""
    return " · ".join(" ".join(one.split()) for one in (*parts, day or "undated", where) if one)


def marked(found: Explanation) -> Text:
    """The lines of the page with the words of the entry in colour."""
    from rich.text import Text

    text = Text(visible(found.document.text[found.start : found.end]))
    for role, span in found.marks:
        text.stylize(STYLES.get(role, "underline"), span.start - found.start, span.end - found.start)
    for one in getattr(found.entry, "about", ()):
        text.stylize(STYLES["about"], one.start - found.start, one.end - found.start)
    return text


def facts(found: Explanation) -> Iterator[tuple[str, str]]:
    """Name and value of what there is to tell."""
    from onrecord.schema import Statement

    entry = found.entry
    for role, span in found.marks:
        if role in ("cue", "trigger", "content", "object", "if", "except", "until"):
            yield role, f"“{' '.join(span.text.split())}” ({span.start}–{span.end})"
    for role, party in found.parties:
        yield role, described(party)
    for row in found.known:
        yield "other pages", lesson(row)
    yield "when", dated(entry.when)
    if isinstance(entry, Statement):
        yield from manner(entry, found.document.text)
    else:
        chain = f" ({' < '.join(entry.status_chain)})" if entry.status_chain else ""
        yield "status", f"{entry.status}{chain}"
        yield "voice", entry.voice.replace("_", " ")
        if entry.place:
            yield "place", f"{entry.place.name} ({entry.place.country or 'country not known'})"
    yield "whose word", whose_word(found)
    yield "found by", entry.why if entry.rule in entry.why else f"{entry.rule}: {entry.why}"
    yield "confidence", confidence(entry)
    for how, other in found.links:
        yield how, f"{headline(other)}\n“{words(other)}”"


def manner(entry: Statement, text: str) -> Iterator[tuple[str, str]]:
    """How a statement was made, and what it is about; ``text`` is its document's."""
    yield "attitude", entry.attitude
    yield "form", entry.form
    yield "medium", entry.medium or "not stated"
    for one in entry.about:
        phrase = " ".join(text[one.start : one.end].split())
        means = f" = {one.name}" if one.name != phrase else ""
        yield "about", f"“{phrase}”{means} ({f'{one.actor}; ' if one.actor else ''}{one.how}) ({one.start}–{one.end})"
    if not entry.about:
        yield "about", "nobody by name"
