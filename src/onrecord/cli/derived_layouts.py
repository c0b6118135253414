"""Tables of derived rows: which columns, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.layouts import ID, ID_SHOWN, NOBODY, WHEN, Column, Layout, days, shortened

if TYPE_CHECKING:
    from onrecord.schema import Copy, Happening, Story, Utterance


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
