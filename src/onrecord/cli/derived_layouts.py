"""Tables of derived rows: which columns, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.layouts import ID, ID_SHOWN, NOBODY, WHEN, Column, Layout, shortened
from onrecord.wording import days

if TYPE_CHECKING:
    from onrecord.schema import Carrier, Copy, Dispute, Dyad, Happening, Known, Position, Stand, Story, Utterance


def stories(wide: bool) -> Layout[Story]:
    """When, what it is called, how many pages, sources and outlets, and its id."""

    def cells(row: Story) -> list[str]:
        title = row.title or NOBODY
        counts = [f"{row.pages:,}", f"{row.sources:,}", f"{row.outlets:,}"]
        shown = title if row.level == "story" else f"  · {title}"
        return [days(row.earliest, row.latest) or "undated", shown, *counts, row.id[:ID_SHOWN]]

    counts = Column("pages", 5, right=True), Column("sources", 7, right=True), Column("outlets", 7, right=True)
    return [WHEN, Column("story"), *counts, ID], cells


def copies(wide: bool) -> Layout[Copy]:
    """The page, what it is of which other, and why."""

    def cells(row: Copy) -> list[str]:
        return [row.copy[:ID_SHOWN], row.relation, row.original[:ID_SHOWN], row.why, row.id[:ID_SHOWN]]

    page = Column("page", ID_SHOWN, "bold", whole=True)
    return [page, Column("is", 10, "green"), Column("of", ID_SHOWN, whole=True), Column("why"), ID], cells


def known(wide: bool) -> Layout[Known]:
    """Whom it is about, what is taught, by how many pages and sources of which days, how many entries it fills in, and why."""

    def cells(row: Known) -> list[str]:
        what = f"open: {row.shown}" if row.conflict else row.shown
        counts = [f"{row.pages:,}", f"{row.sources:,}", f"{len(row.entries):,}"]
        when = days(row.earliest, row.latest) or "undated"
        return [row.name, row.about, what, *counts, when, row.why, row.id[:ID_SHOWN]]

    counts = Column("pages", 5, right=True), Column("sources", 7, right=True), Column("entries", 7, right=True)
    who = Column("actor", 22, "bold"), Column("what", 7, "green"), Column("taught", 22)
    return [*who, *counts, WHEN, Column("why"), ID], cells


def utterances(wide: bool) -> Layout[Utterance]:
    """When, who, the fullest wording, how the wordings compare, how often reported, and the id."""

    def cells(row: Utterance) -> list[str]:
        counts = [f"{row.reports:,}", f"{row.independent_sources:,}"]
        when = days(row.earliest, row.latest) or "undated"
        return [when, row.who or NOBODY, shortened(row.what), row.words, *counts, row.id[:ID_SHOWN]]

    counts = Column("reports", 7, right=True), Column("sources", 7, right=True)
    return [WHEN, Column("who", 22, "bold"), Column("said", spaced=True), Column("words", 9), *counts, ID], cells


def happenings(wide: bool) -> Layout[Happening]:
    """When, what was done, who to whom, the words, how often reported, and the id."""

    def cells(row: Happening) -> list[str]:
        differ = "\ndates differ" if row.dates_differ else ""
        status = "" if row.status == "actual" else f"\n{row.status}"
        claimed = "" if row.vouched else "\nclaimed"
        figures = f"\n{row.said}" if row.said else ""
        sides = f"{row.who or NOBODY} → {row.whom or NOBODY}"
        counts = [f"{row.reports:,}", f"{row.independent_sources:,}"]
        return [
            f"{days(row.earliest, row.latest) or 'undated'}{differ}",
            f"{row.type}{status}{claimed}",
            f"{sides}\n{shortened(row.what)}{figures}",
            *counts,
            row.id[:ID_SHOWN],
        ]

    counts = Column("reports", 7, right=True), Column("sources", 7, right=True)
    return [
        WHEN,
        Column("did", 16, "green"),
        Column("who → to whom, and the words", lead=True, spaced=True),
        *counts,
        ID,
    ], cells


def positions(wide: bool) -> Layout[Position]:
    """When, who, how far committed on what, what changed, both passages, and the id."""

    def cells(row: Position) -> list[str]:
        change = f"{row.change}\n({row.order} order)" if row.change else NOBODY
        before = f"\nbefore: {_stood(row.earlier)}" if row.earlier else ""
        words = f"{row.issue}\n{_stood(row.later)}{before}" if row.later else row.issue
        who = (
            row.name
            + (f" → {_short(row.counterpart)}" if row.counterpart else "")
            + ("\nby others" if row.attributed else "")
        )
        return [days(row.earliest, row.latest) or "undated", who, row.level, change, words, row.id[:ID_SHOWN]]

    return [
        WHEN,
        Column("who", 24),
        Column("level", 12, "green"),
        Column("change", 16),
        Column("issue, and the words", lead=True, spaced=True),
        ID,
    ], cells


def _stood(stand: Stand) -> str:
    return f"{stand.speaker}: {shortened(stand.text)}" if stand.speaker else shortened(stand.text)


def disputes(wide: bool) -> Layout[Dispute]:
    """What kind, what about, each side with its words, why they are held to meet, and the id."""

    def cells(row: Dispute) -> list[str]:
        told = [
            f"{side.name} {side.says} ({days(side.earliest, side.latest) or 'undated'}): {shortened(side.text)}"
            for side in row.sides
        ]
        return [f"possible\n{row.matter}", "\n".join([row.issue, *told, f"because {row.why}"]), row.id[:ID_SHOWN]]

    return [Column("kind", 10), Column("matter, and both sides", lead=True, spaced=True), ID], cells


def dyads(wide: bool) -> Layout[Dyad]:
    """When, who to whom, how many happenings and reports, cooperation and conflict said and done, the net, and pages read."""

    def cells(row: Dyad) -> list[str]:
        quads = row.verbal_cooperation, row.material_cooperation, row.verbal_conflict, row.material_conflict
        counts = [f"{value:,g}" for value in (row.happenings, row.reports, *quads)]
        sides = f"{_short(row.source)} → {_short(row.target)}"
        return [row.period or "undated", sides, *counts, f"{row.net_cooperation:+.1f}", f"{row.pages_read:,}"]

    heads = ("n", "reports", "said +", "done +", "said −", "done −", "net", "pages")
    numbers = [Column(head, len(head), right=True) for head in heads]
    return [Column("period", 10), Column("who → to whom", lead=True), *numbers], cells


def carriers(wide: bool) -> Layout[Carrier]:
    """When, how it matches, the words, who is credited, the outlet, and the entry."""

    def cells(row: Carrier) -> list[str]:
        credited = " · ".join(
            name for name in (row.speaker, row.outlet, row.credit and f"credits {row.credit}") if name
        )
        words = row.marked or shortened(row.passages[0].text)
        entry = row.entries[0][:ID_SHOWN] if row.entries else NOBODY
        return [days(row.earliest, row.latest) or "undated", row.match, f"{words}\n{credited}", entry]

    return [
        WHEN,
        Column("match", 10, "green"),
        Column("the words, and who is credited", lead=True, spaced=True),
        ID,
    ], cells


def _short(actor: str) -> str:
    """A country's letters, or the words of an id: ``state:KEN`` is KEN, ``group:al-shabaab`` al-shabaab."""
    return actor.rpartition(":")[2]
