"""``onrecord why``: one entry with everything that led to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.common import RecordFile, terminal
from onrecord.cli.layouts import days
from onrecord.cli.whypage import page_explanation
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from onrecord.api import Record
    from onrecord.explain import Explanation
    from onrecord.schema import Entry, Party, Span, Statement, When

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

    yield Text(headline(found.entry), style="bold")
    yield Text(source(found), style="dim")
    yield ""
    yield marked(found)
    yield ""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    for label, value in facts(found):
        grid.add_row(label, Text(value))
    yield grid


def headline(entry: Entry) -> str:
    """The entry in one line."""
    from onrecord.schema import Event

    if isinstance(entry, Event):
        who = ", ".join(name(one) for one in entry.source) or "somebody"
        whom = ", ".join(name(one) for one in entry.target)
        return f"event {entry.id}: {who} · {entry.type}{f' · {whom}' if whom else ''} · {entry.status}"
    speaker = name(entry.speaker) if entry.speaker else "somebody"
    to = f" · to {name(entry.addressee)}" if entry.addressee else ""
    return f"statement {entry.id}: {speaker} · {entry.cue.text if entry.cue else entry.attitude}{to}"


def source(found: Explanation) -> str:
    """The page it stands on."""
    page = found.document
    where = page.path if page.line is None else f"{page.path}:{page.line}"
    parts = [page.title.text if page.title else None, page.outlet.text if page.outlet else None]
    published = page.published
    dated = days(published.earliest, published.latest).replace("\n", "") if published else ""
    return " · ".join(" ".join(one.split()) for one in (*parts, dated or "undated", where) if one)


def marked(found: Explanation) -> Text:
    """The lines of the page with the words of the entry in colour."""
    from rich.text import Text

    text = Text(found.document.text[found.start : found.end])
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


def words(entry: Entry) -> str:
    """What is said, the cue where a denial has no content; an event's sentence."""
    from onrecord.schema import Event

    if isinstance(entry, Event):
        spans: tuple[Span, ...] = (entry.sentence,)
    else:
        spans = entry.content or ((entry.cue,) if entry.cue else ())
    return " … ".join(" ".join(span.text.split()) for span in spans)


def whose_word(found: Explanation) -> str:
    """The chain from the outlet inwards."""
    outlet = found.document.outlet.text if found.document.outlet else "the page"
    steps = [outlet, *(name(one.speaker) if one.speaker else "somebody" for one in reversed(found.chain))]
    if len(steps) == 1:
        return f"{outlet} says so itself"
    return " reports that ".join(steps[:-1]) + f" reports that {steps[-1]} says so"


def described(party: Party) -> str:
    """The phrase, whom it means, and how that is known."""
    phrase = " ".join(party.text.split())
    means = f" = {party.name}" if party.name and party.name != phrase else ""
    known = [one for one in (party.actor_kind.replace("_", " "), party.country, party.sector, party.capacity) if one]
    speaks_for = f", for {party.principal}" if party.principal else ""
    return f"“{phrase}”{means} ({', '.join(known)}{speaks_for}; {party.how})"


def dated(when: When) -> str:
    """The interval, the words it comes from, and how it is known."""
    if when.basis == "unknown":
        return f"not known{f' (“{when.text}”)' if when.text else ''}"
    words = f" from “{when.text}”" if when.text else ""
    symbol = f", {when.symbol}" if when.symbol else ""
    return f"{days(when.earliest, when.latest).replace(chr(10), '')}{words} ({when.basis}{symbol})"


def confidence(entry: Entry) -> str:
    """How sure the program is, 0 to 1."""
    from onrecord.schema import Event

    if isinstance(entry, Event) or entry.speaker is None:
        return f"{entry.confidence:.2f}"
    return f"{entry.confidence:.2f}, of the speaker {entry.speaker_confidence:.2f}"


def name(party: Party) -> str:
    """Whom it resolved to, else the phrase."""
    return " ".join((party.name or party.text).split())
