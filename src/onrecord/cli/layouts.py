"""Which columns a table has, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from onrecord.wording import days

if TYPE_CHECKING:
    from onrecord.coding import Coded
    from onrecord.schema import Learned
    from onrecord.store import ActorRow, DocumentRow, EntryRow

T = TypeVar("T")

LONGEST = 320
"""Characters of an entry's words that a table shows; ``why`` shows all of them."""
SEEN_SHOWN = 2
"""Things that pages teach about an actor which a list shows; ``actors show`` has all of them."""
ID_SHOWN = 10
"""Characters of an id in a table: enough to be unique in any record that a person reads."""
NOBODY = "–"
WHOSE = {
    "own_side": "\nby its own word",
    "other_side": "\nby the other side's word",
    "third_party": "\nby a third party's word",
    "unnamed": "\nby an unnamed source",
}
"""On whose word an event rests where it is not the outlet's."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its greatest width (None: what room is left), and how it is set.

    ``whole`` keeps its words on one line, ``lead`` sets the first line of each cell apart, ``spaced`` (for running text)
    puts a blank line after each row.
    """

    heading: str
    most: int | None = None
    style: str = ""
    right: bool = False
    whole: bool = False
    lead: bool = False
    spaced: bool = False


Layout = tuple[Sequence[Column], Callable[[T], Sequence[str]]]
"""The columns, and the cells of one row."""

WHEN = Column("when", 13, "cyan")
PAGE = Column("page", 22, "dim")
ID = Column("id", ID_SHOWN, "dim", whole=True)


def statements(wide: bool) -> Layout[EntryRow]:
    """When, who, what was said, and the id that ``why`` takes."""

    def cells(row: EntryRow) -> list[str]:
        cue = f"{row.cue}: " if row.cue and row.cue != row.what else ""
        told = f"\nto {row.whom}" if row.whom else ""
        claim = "\nin somebody else's words" if row.according_to else ""
        words = f"{cue}{shortened(row.what)}{told}{claim}"
        return [day(row), party(row.who, row.who_country), words, *([page(row)] if wide else []), row.id[:ID_SHOWN]]

    return [WHEN, Column("who", 22, "bold"), Column("said", spaced=True), *([PAGE] if wide else []), ID], cells


def events(wide: bool) -> Layout[EntryRow]:
    """When, who, what they did, to whom, the words, and the id that ``why`` takes."""
    return _wide_events() if wide else _narrow_events()


def _wide_events() -> Layout[EntryRow]:
    def cells(row: EntryRow) -> list[str]:
        who, whom = _sides(row)
        return [day(row), who, act(row), whom, shortened(row.what), page(row), row.id[:ID_SHOWN]]

    sides = Column("who", 24, "bold"), Column("did", 16, "green"), Column("to whom", 24, "bold")
    return [WHEN, *sides, Column("words", spaced=True), PAGE, ID], cells


def _narrow_events() -> Layout[EntryRow]:
    """Both sides stand above the words: five columns would leave these no room."""

    def cells(row: EntryRow) -> list[str]:
        who, whom = (side.replace("\n", ", ") for side in _sides(row))
        return [day(row), act(row), f"{who} → {whom}\n{shortened(row.what)}", row.id[:ID_SHOWN]]

    return [WHEN, Column("did", 16, "green"), Column("who → to whom, and the words", lead=True, spaced=True), ID], cells


def _sides(row: EntryRow) -> tuple[str, str]:
    return party(row.who, row.who_country), party(row.whom, row.whom_country)


def coded(wide: bool) -> Layout[Coded]:
    """When, the code and its meaning, both sides with the words, and the event's id."""

    def cells(row: Coded) -> list[str]:
        sides = f"{party(row.source, row.source_country)} → {party(row.target, row.target_country)}"
        when = days(row.when_earliest, row.when_latest) or "undated"
        return [when, f"{row.code}\n{row.meaning}", f"{sides}\n{shortened(row.sentence)}", row.id[:ID_SHOWN]]

    words = Column("who → to whom, and the words", lead=True, spaced=True)
    return [WHEN, Column("code", 24, "green", lead=True), words, ID], cells


def documents(wide: bool) -> Layout[DocumentRow]:
    """When published, title, outlet, how much is on record, and the document's id."""

    def cells(row: DocumentRow) -> list[str]:
        dated = days(row.published_earliest, row.published_latest) or "undated"
        bounds = days(row.bounds_earliest, row.bounds_latest)
        dated = f"({bounds})" if bounds and dated == "undated" else dated
        title = row.title or NOBODY
        unread = f"\nnot read: {row.unread}" if row.unread else ""
        where = row.path if row.line is None else f"{row.path}:{row.line}"
        counts = [f"{row.statements:,}", f"{row.events:,}"]
        return [
            dated,
            f"{title}{unread}",
            row.outlet or NOBODY,
            *([where] if wide else []),
            *counts,
            row.doc[:ID_SHOWN],
        ]

    path = [Column("path", 40, "dim")] if wide else []
    counts = Column("said", 5, right=True), Column("done", 5, right=True)
    return [Column("published", 12, "cyan"), Column("title"), Column("outlet", 20), *path, *counts, ID], cells


def actors(wide: bool) -> Layout[ActorRow]:
    """Name, country, kind, sector, how much is on record, what pages teach, and the id."""

    def cells(row: ActorRow) -> list[str]:
        counts = [f"{row.statements:,}", f"{row.events:,}", f"{row.documents:,}"]
        taught = row.seen_as.split("; ")
        seen = "\n".join(
            [*taught[:SEEN_SHOWN], *([f"and {len(taught) - SEEN_SHOWN} more"] if taught[SEEN_SHOWN:] else [])]
        )
        more = [seen, row.judged] if wide else []
        return [row.name, row.country or NOBODY, row.kind, row.sector or NOBODY, *counts, *more, row.actor or NOBODY]

    columns = [Column("name", None, "bold"), Column("country", 7), Column("kind", 12), Column("sector", 6)]
    counts = [Column(name, 9, right=True) for name in ("said", "done", "documents")]
    taught = [Column("seen as", 60), Column("judged", 20)] if wide else []
    return [*columns, *counts, *taught, Column("id", 30, "dim")], cells


def facts(wide: bool) -> Layout[Learned]:
    """Day, what a page teaches of an actor, its words, and the page's id."""
    from onrecord.store.seen import words_of

    def cells(row: Learned) -> list[str]:
        return [str(row.day or "undated"), words_of(row), shortened(row.text), row.doc[:ID_SHOWN]]

    return [WHEN, Column("seen as", 40, "bold"), Column("words", spaced=True), ID], cells


def day(row: EntryRow) -> str:
    """When it was; in brackets the day of the page, where the entry itself has none."""
    own = days(row.when_earliest, row.when_latest)
    if own:
        return own
    published = days(row.published_earliest, row.published_latest)
    return f"({published})" if published else "undated"


def party(names: str | None, countries: str | None) -> str:
    """Who, with the country where it says more than the name does."""
    if not names:
        return NOBODY
    out = []
    codes = (countries or "").split("; ")
    for at, name in enumerate(names.split("; ")):
        code = codes[at] if at < len(codes) else ""
        out.append(f"{name} ({code})" if code else name)
    return "\n".join(dict.fromkeys(out))


def act(row: EntryRow) -> str:
    """What kind of act, in which word, its status where it is not plain fact, and whose word it is if not the outlet's."""
    cue = f"\n“{' '.join(row.cue.split())}”" if row.cue else ""
    status = "" if row.status == "actual" else f"\n{row.status}"
    return f"{row.type or NOBODY}{cue}{status}{WHOSE.get(row.voice or '', '')}"


def page(row: EntryRow) -> str:
    """The outlet, or the file's name where no outlet is known."""
    return row.outlet or PurePath(row.path).name


def shortened(words: str) -> str:
    """The words on one line, cut where they are very long."""
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1].rstrip() + "…"
