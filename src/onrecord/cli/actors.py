"""``onrecord actors``: who is on record, what pages teach about them, and judgements on who they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord.cli.common import READ_ALL, SOME_FAILED, RecordFile, counted, note, visible
from onrecord.cli.filters import Document, Everything, Floor, Form, Limit, Repeated, Search, Since, Until, show
from onrecord.settings import ACTOR_KINDS, check_choice

if TYPE_CHECKING:
    from onrecord.schema import ActorJudgement, ActorVerdict
    from onrecord.whois import ActorPage


class ListsByDefault(TyperGroup):
    """``onrecord actors RECORD`` is ``onrecord actors list RECORD``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Puts ``list`` first where no subcommand and no help is asked for."""
        if args and args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["list", *args]
        return super().parse_args(ctx, args)


actors = typer.Typer(
    name="actors",
    cls=ListsByDefault,
    no_args_is_help=True,
    rich_markup_mode="markdown",
)

Actor = Annotated[str, typer.Argument(metavar="ACTOR", help="An actor's id, or words of a name that only it has.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for whoever reads it later.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who judges; your user name if not given.")]
Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="Words of a name, or an id.")]
Country = Annotated[
    list[str] | None, typer.Option("--country", metavar="CODE", help="Of this country: three letters; may be repeated.")
]


@actors.callback()
def about() -> None:
    """Who is on record, what pages teach about them, and who is who.

    Without a command it lists them. What a page teaches holds for that page and its day. Judgements change no page, show
    in every list, and can be taken back.

    Examples:

        onrecord actors my.onrecord
        onrecord actors show my.onrecord "Jane Doe"
        onrecord actors merge my.onrecord doc:jane-doe doc:j-doe --why "same person"
    """


@actors.command("list")
def listing(
    record: RecordFile,
    kind: Annotated[list[str] | None, Repeated("--kind", "KIND", f"Of this kind: {', '.join(ACTOR_KINDS)}")] = None,
    country: Country = None,
    name: Name = None,
    since: Since = None,
    until: Until = None,
    search: Search = None,
    doc: Document = None,
    min_confidence: Floor = "precise",
    everything: Everything = False,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List who speaks and acts, and who is spoken to and acted upon, those with most entries first.

    Counted is what the outlet itself reports as having happened or been said; everything with --everything. "Seen as" is
    what pages teach about an actor, with the first and last day of those pages.

    Examples:

        onrecord actors list my.onrecord --kind person --country PAK
        onrecord actors my.onrecord --name "Jane Doe" --everything
        onrecord actors my.onrecord --search ceasefire --format csv
    """
    from onrecord.api import open as open_record
    from onrecord.cli.layouts import actors as layout

    kinds = tuple(one.lower() for one in kind or ())
    check_choice("--kind", kinds, ACTOR_KINDS)
    with open_record(record, create=False) as opened:
        rows = opened.actors(
            of_kind=kinds,
            of_country=tuple(one.upper() for one in country or ()),
            name=name,
            since=since,
            until=until,
            search=search,
            doc=tuple(doc or ()),
            min_confidence=0.0 if everything else min_confidence,
            vouched=not everything,
        )
        show(rows, form, layout, limit)
    if not everything:
        note("counted: what is vouched for and of high confidence; --everything counts all")


@actors.command("show")
def showing(record: RecordFile, actor: Actor, form: Form = "table", limit: Limit = None) -> None:
    """Show one actor: its entries counted, and every office that a page gives it, with the words, the page and the day.

    In other formats than a table these are the facts alone. Each holds for its page and day; a later page may differ.

    Examples:

        onrecord actors show my.onrecord "Jane Doe"
        onrecord actors show my.onrecord doc:jane-doe --format csv
    """
    from onrecord.api import open as open_record
    from onrecord.cli.layouts import facts as layout
    from onrecord.results import Rows
    from onrecord.schema import Learned
    from onrecord.wording import lesson

    with open_record(record, create=False) as opened:
        page = opened.actor(actor)
        known = list(opened.known(actor=page.actor)) if opened.store.derivations.made() else []
    if form == "table":
        print(visible("\n".join((*_head(page), *map(lesson, known)))), end="\n\n" if page.facts else "\n")
    if page.facts or form != "table":
        rows = Rows(Learned, lambda some: iter(page.facts[some]), lambda: len(page.facts))
        show(rows, form, layout, limit)


def _head(page: ActorPage) -> Iterator[str]:
    yield f"{page.name}  {page.actor}"
    row = page.row
    if row is not None:
        yield ", ".join(
            filter(None, (row.kind, row.country, row.sector, counted(row.statements, "statement"),
                          counted(row.events, "event"), f"in {counted(row.documents, 'document')}"))
        )  # fmt: skip
    yield from (f"seen as {one}" for one in page.seen)
    yield from (f"judgement {number}: {told(one)}" for number, one in page.judgements.items())


def told(one: ActorJudgement) -> str:
    """A judgement in words: what was judged, by whom, when and why."""
    what = {
        "confirm": f"{one.actor} confirmed",
        "merge": f"{one.into} is {one.actor}",
        "rename": f"{one.actor} is called {one.name}",
        "split": f"{one.actor} is {one.name} ({one.into}) in {one.doc}",
        "undo": f"judgement {one.into} undone",
    }
    return f"{what[one.verdict]}, by {one.by}, {one.made}" + (f": {one.why}" if one.why else "")


@actors.command("together")
def together(
    record: RecordFile,
    actor: Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Words of a name, or an id.")] = None,
    form: Form = "table",
    limit: Limit = None,
) -> None:
    """List what pages teach each other about actors, as `onrecord derive` worked it out.

    Which bare surname is whose, whose official somebody is, who held the office that a page names without a name. It fills in
    entries for all that is derived; the entries themselves stay as their pages have them. What pages leave open is told.

    Examples:

        onrecord actors together my.onrecord
        onrecord actors together my.onrecord --actor "Jane Doe" --format jsonl
    """
    from onrecord.api import open as open_record
    from onrecord.cli.derived import stale
    from onrecord.cli.derived_layouts import known as layout

    with open_record(record, create=False) as opened:
        show(opened.known(actor=actor), form, layout, limit)
        stale(opened)


@actors.command("confirm")
def confirm(record: RecordFile, actor: Actor, why: Why = "", by: By = "") -> None:
    """Note that an actor was checked: lists say so.

    Examples:

        onrecord actors confirm my.onrecord doc:jane-doe --why "called the ministry"
    """
    _judge(record, "confirm", actor, by, why)


@actors.command("merge")
def merge(
    record: RecordFile,
    actor: Actor,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another id, or name, of the same actor.")],
    why: Why = "",
    by: By = "",
) -> None:
    """Say that two are one: OTHER goes by ACTOR's id and name in every list, and on pages read later, too.

    Examples:

        onrecord actors merge my.onrecord doc:jane-doe doc:j-doe --why "same office on both pages"
    """
    _judge(record, "merge", actor, by, why, other=other)


@actors.command("rename")
def rename(
    record: RecordFile,
    actor: Actor,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called from now on.")],
    why: Why = "",
    by: By = "",
) -> None:
    """Give an actor another name; its id stays.

    Examples:

        onrecord actors rename my.onrecord doc:j-doe "Jane Doe"
    """
    _judge(record, "rename", actor, by, why, name=name)


@actors.command("split")
def split(
    record: RecordFile,
    actor: Actor,
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the other one is called.")],
    doc: Annotated[
        list[str], typer.Option("--doc", metavar="ID", help="A document that means the other; may be repeated.")
    ],
    why: Why = "",
    by: By = "",
) -> None:
    """Say that somebody else of the same name is meant in some documents.

    Examples:

        onrecord actors split my.onrecord doc:jane-doe "Jane Doe (mayor)" --doc 3f9a12bc04
    """
    for one in doc:
        _judge(record, "split", actor, by, why, name=name, doc=one)


@actors.command("undo")
def undo(
    record: RecordFile,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The judgement's number, as `judgements` lists it.")],
    why: Why = "",
    by: By = "",
) -> None:
    """Take back a judgement on an actor. It stays on record, and so does that it was taken back.

    Examples:

        onrecord actors undo my.onrecord 3 --why "two people after all"
    """
    _judge(record, "undo", "", by, why, other=number)


@actors.command("judgements")
def judgements(record: RecordFile) -> None:
    """List the judgements on actors in the order they were made, one a line with its number.

    Examples:

        onrecord actors judgements my.onrecord
    """
    from onrecord.api import open as open_record

    with open_record(record, create=False) as opened:
        for number, one in enumerate(opened.store.actor_judgements(), 1):
            print(visible(f"{number}\t{told(one)}"))


@actors.command("check")
def check() -> None:
    """Check the table of actors that the program comes with; it needs no record.

    Examples:

        onrecord actors check
    """
    from onrecord.actorcheck import check_table
    from onrecord.lexicon.actors import load_actors

    faults = check_table()
    for fault in faults:
        print(fault)
    people = load_actors().people
    note(
        f"{len(people.rows):,} people, {len(people.office_rows):,} offices and {len(load_actors().actors):,} countries and bodies "
        f"checked: {counted(len(faults), 'fault')}"
    )
    raise typer.Exit(SOME_FAILED if faults else READ_ALL)


def _judge(record: Path, verdict: ActorVerdict, actor: str, by: str, why: str, **given: Any) -> None:
    from onrecord.api import open as open_record

    made = datetime.now(UTC).isoformat(timespec="seconds")
    with open_record(record, create=False) as opened:
        number = opened.judge_actor(verdict, actor, by=by or getuser(), made=made, why=why, **given)
        note(f"judgement {number}: {told(opened.store.actor_judgements()[number - 1])}")
