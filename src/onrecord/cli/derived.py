"""``derive``, ``stories``, ``timeline``, ``positions``, ``disputes``: what the pages of a record give together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.common import RecordFile, counted, note
from onrecord.cli.filters import Form, Limit, Since, Until, show

if TYPE_CHECKING:
    from onrecord.api import Record
    from onrecord.derive import Made

Actor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Words of a name, a country's three letters, or an id.")
]


def derive(record: RecordFile) -> None:
    """Work out what the pages give together: copies, stories, happenings, positions, disputes.

    What was worked out before and has not changed stays as it is. Pages, entries and judgements are never touched.

    Examples:

        onrecord derive my.onrecord
    """
    from onrecord.api import open as open_record

    with open_record(record, create=False) as opened:
        opened.derive(each=_tell)


def stories(
    record: RecordFile,
    level: Annotated[str | None, typer.Option("--level", metavar="LEVEL", help="story or episode.")] = None,
    since: Since = None,
    until: Until = None,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List the stories, each with its episodes, by the first page that tells of it.

    Examples:

        onrecord stories my.onrecord
        onrecord stories my.onrecord --level story --since 2021-03-01 --format jsonl
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived_layouts import stories as layout

    with open_record(record, create=False) as opened:
        show(opened.stories(level=level, since=since, until=until), form, layout, limit)
        stale(opened)


def timeline(
    record: RecordFile,
    actor: Actor = None,
    dyad: Annotated[
        tuple[str, str] | None, typer.Option("--dyad", metavar="NAME NAME", help="Two parties, named as --actor is.")
    ] = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="ID", help="A story, by the beginning of its id.")
    ] = None,
    issue: Annotated[str | None, typer.Option("--issue", metavar="WORDS", help="Words of the matter.")] = None,
    since: Since = None,
    until: Until = None,
    known_on: Annotated[
        str | None, typer.Option("--as-known-on", metavar="DAY", help="Only pages published by this day.")
    ] = None,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List what happened, in order, each happening once, however many pages report it.

    Examples:

        onrecord timeline my.onrecord --actor PAK --since 2021-03-01
        onrecord timeline my.onrecord --dyad PAK AFG --as-known-on 2021-03-09
        onrecord timeline my.onrecord --issue "joint patrols" --format csv
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived_layouts import happenings as layout

    with open_record(record, create=False) as opened:
        rows = opened.timeline(
            actor=actor, dyad=dyad, story=story, issue=issue, since=since, until=until, known_on=known_on
        )
        show(rows, form, layout, limit)
        stale(opened)


def positions(
    record: RecordFile,
    actor: Actor = None,
    counterpart: Annotated[
        str | None, typer.Option("--counterpart", metavar="NAME", help="The other side, by its three letters or id.")
    ] = None,
    issue: Annotated[str | None, typer.Option("--issue", metavar="WORDS", help="Words of the issue.")] = None,
    changes: Annotated[bool, typer.Option("--changes", help="Only where a position changed.")] = False,
    since: Since = None,
    until: Until = None,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List what actors are committed to, by actor and issue, and what changed from one commitment to the next.

    Examples:

        onrecord positions my.onrecord --actor PAK
        onrecord positions my.onrecord --issue "joint patrols" --changes --format jsonl
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived_layouts import positions as layout

    with open_record(record, create=False) as opened:
        rows = opened.positions(
            actor=actor, counterpart=counterpart, issue=issue, changes=changes, since=since, until=until
        )
        show(rows, form, layout, limit)
        stale(opened)


def disputes(
    record: RecordFile,
    actor: Actor = None,
    issue: Annotated[str | None, typer.Option("--issue", metavar="WORDS", help="Words of the matter.")] = None,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List possible disputes: claim against denial, figure against figure, account against account, never with a verdict.

    Examples:

        onrecord disputes my.onrecord
        onrecord disputes my.onrecord --actor USA --format jsonl
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived_layouts import disputes as layout

    with open_record(record, create=False) as opened:
        show(opened.disputes(actor=actor, issue=issue), form, layout, limit)
        stale(opened)


def stale(record: Record) -> None:
    """Says on stderr where the record has changed since it was derived."""
    if not record.is_derived():
        note(f"the record has changed since; onrecord derive {record.path} brings this up")


def _tell(made: Made) -> None:
    name = made.step.split(" ", 1)[1]
    if made.known:
        note(f"{name}: as before")
    else:
        plural = {"copy": "copies", "story": "stories and episodes"}
        note(
            f"{name}: " + (", ".join(counted(many, kind, plural.get(kind, "")) for kind, many in made.counts) or "none")
        )
