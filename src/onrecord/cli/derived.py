"""``derive`` and the lists of what the pages of a record give together, from ``stories`` to ``dyads`` and ``quote``."""

from __future__ import annotations

from datetime import UTC, datetime
from getpass import getuser
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.common import RecordFile, counted, note
from onrecord.cli.filters import Form, Limit, Since, Until, show
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.api import Record
    from onrecord.derive import Made

Actor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Words of a name, a country's three letters, or an id.")
]


def derive(
    record: RecordFile,
    anew: Annotated[bool, typer.Option("--anew", help="Drop what was derived before, such as damaged rows.")] = False,
) -> None:
    """Work out what the pages give together: copies, stories, happenings, positions, disputes.

    What was worked out before and has not changed stays as it is. Pages, entries and judgements are never touched.

    Examples:

        onrecord derive my.onrecord
    """
    from onrecord.api import open as open_record

    with open_record(record, create=False) as opened:
        opened.derive(each=_tell, anew=anew)


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


def copies(record: RecordFile, form: Form = "table", limit: Limit = None) -> None:
    """List the pages that repeat another page: identical, truncated, embedding it, or edited.

    Examples:

        onrecord copies my.onrecord
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived_layouts import copies as layout

    with open_record(record, create=False) as opened:
        show(opened.copies(), form, layout, limit)
        stale(opened)


def utterances(
    record: RecordFile,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Words of a name, or an id.")] = None,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List the sayings that are reported more than once, each with all its reports.

    Examples:

        onrecord utterances my.onrecord --speaker Karran
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived_layouts import utterances as layout

    with open_record(record, create=False) as opened:
        show(opened.utterances(speaker=speaker), form, layout, limit)
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


def same(
    record: RecordFile,
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="An entry's id, or the beginning of it.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another one.")],
    apart: Annotated[bool, typer.Option("--apart", help="They do not tell of one thing.")] = False,
    free: Annotated[bool, typer.Option("--free", help="Take back what was said of the two.")] = False,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges; your user name if not given.")] = "",
) -> None:
    """Say that two entries tell of one happening or saying, or that they do not.

    The judgement goes before every score, from the next `onrecord derive` on.

    Examples:

        onrecord same my.onrecord 3f2a91 77c0de
        onrecord same my.onrecord 3f2a91 77c0de --apart --why "another attack, a day later"
    """
    from onrecord.api import open as open_record

    if apart and free:
        raise UsageError("--apart --free: give one of the two")
    said = "apart" if apart else "free" if free else "with"
    made = datetime.now(UTC).isoformat(timespec="seconds")
    with open_record(record, create=False) as opened:
        opened.judge_pair(entry, other, said, by=by or getuser(), made=made, why=why)
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


def dyads(
    record: RecordFile,
    by: Annotated[str, typer.Option("--by", metavar="PERIOD", help="day, week, month, quarter or year.")] = "month",
    date: Annotated[
        str, typer.Option("--date", metavar="WHICH", help="event: when it happened; reported: when it was first told.")
    ] = "reported",
    undated: Annotated[
        str, typer.Option("--undated", metavar="WHAT", help="drop, spread or list what no single period holds.")
    ] = "list",
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """Count what each side did to each other by period, beside the pages read of it; what was counted is told on stderr.

    Examples:

        onrecord dyads my.onrecord --by month
        onrecord dyads my.onrecord --by year --date event --undated spread --format csv
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived_layouts import dyads as layout

    with open_record(record, create=False) as opened:
        rows = opened.dyads(by=by, date=date, undated=undated)
        show(rows, form, layout, limit)
        note(rows.rule)
        for reason, many in rows.left.items():
            note(f"left out: {many:,} {reason}")
        stale(opened)


def quote(
    record: RecordFile,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What somebody is held to have said.")],
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """Look up words: which pages carry them, verbatim, altered or in other words, and whom they credit.

    The first row is the earliest here, and no more than that. Ends with "not in this record" where nothing is like it.

    Examples:

        onrecord quote my.onrecord "we will not leave the valley"
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived_layouts import carriers as layout

    with open_record(record, create=False) as opened:
        rows = opened.quote(words)
        show(rows, form, layout, limit)
        if not rows:
            note("not in this record")


def stale(record: Record) -> None:
    """Says on stderr where the record has changed since it was derived."""
    if not record.is_derived():
        note(f"the record has changed since; onrecord derive {record.path} brings this up")


def _tell(made: Made) -> None:
    name = made.step.split(" ", 1)[1]
    if made.known:
        note(f"{name}: as before")
    else:
        called = {
            "copy": ("copy", "copies"), "story": ("story or episode", "stories and episodes"), "bounds": ("bounds", "bounds"),
            "weighed": ("happening counted", "happenings counted"), "uncounted": ("kind left out", "kinds left out"),
            "known": ("thing that pages teach each other", "things that pages teach each other"),
        }  # fmt: skip
        told = (counted(many, *called.get(kind, (kind, ""))) for kind, many in made.counts)
        note(f"{name}: {', '.join(told) or 'none'}")
