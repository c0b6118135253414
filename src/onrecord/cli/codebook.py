"""``onrecord codebook``: the types, modes, contexts and sectors that events are coded by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import filters
from onrecord.cli.common import RecordFile, note
from onrecord.errors import UsageError
from onrecord.settings import check_choice

if TYPE_CHECKING:
    from onrecord.lexicon.codebook import CameoCode, Codebook, EventType

codebook = typer.Typer(
    name="codebook",
    help="What events are coded by: PLOVER's types, modes, contexts and sectors, and CAMEO's codes.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
)

PARTS = ("types", "modes", "contexts", "sectors", "cameo")


@codebook.command("list")
def listing(
    part: Annotated[str, typer.Argument(metavar="PART", help=f"One of {', '.join(PARTS)}.")] = "types",
) -> None:
    """List a part of the codebook, one line each, fields parted by tabs.

    Examples:

        onrecord codebook list
        onrecord codebook list modes
        onrecord codebook list cameo
    """
    from onrecord.lexicon.codebook import load_codebook

    check_choice("PART", (part,), PARTS)
    book = load_codebook()
    for cells in _rows(book, part):
        print("\t".join(cells))
    note(f"{book.version}: {book.manual}")


@codebook.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A type, context, sector, or CAMEO code.")],
) -> None:
    """Show one type with its modes, or what a context, a sector or a CAMEO code is.

    Examples:

        onrecord codebook show COERCE
        onrecord codebook show cyber
        onrecord codebook show 1823
    """
    from onrecord.lexicon.codebook import load_cameo, load_codebook

    book, cameo = load_codebook(), load_cameo()
    lines = [*_about(book, cameo, name)]
    if not lines:
        raise UsageError(f"{name}: the codebook has no such type, mode, context, sector or CAMEO code")
    print("\n".join(lines))


@codebook.command("code")
def code(
    record: RecordFile,
    book: Annotated[str, typer.Option("--with", metavar="NAME", help="A codebook that an installed plug-in brings.")],
    form: filters.Form = "table",
    limit: filters.Limit = None,
    min_confidence: filters.Floor = "precise",
) -> None:
    """List the events of a record that have a code in a codebook of somebody's own, which a plug-in brings.

    Examples:

        onrecord codebook code my.onrecord --with escalation
        onrecord codebook code my.onrecord --with escalation --format csv > coded.csv
    """
    from onrecord.api import open as open_record
    from onrecord.cli import layouts

    with open_record(record, create=False) as opened:
        filters.show(opened.coded(book, min_confidence=min_confidence), form, layouts.coded, limit)


def _rows(book: Codebook, part: str) -> Iterator[tuple[str, ...]]:
    from onrecord.lexicon.codebook import load_cameo

    if part == "types":
        for one in book.types.values():
            yield one.name, book.quads[one.quad], f"{one.score:g}", one.cameo, one.meaning
    elif part == "modes":
        for one in book.types.values():
            for mode in one.modes.values():
                yield one.name, mode.name, f"{mode.score:g}", mode.code or "-", mode.meaning
    elif part == "cameo":
        for code in load_cameo().values():
            yield _cameo(code)
    else:
        yield from (book.contexts if part == "contexts" else book.sectors).items()


def _about(book: Codebook, cameo: Mapping[str, CameoCode], name: str) -> Iterator[str]:
    """Everything of this name: a word may be a mode of several types and a context as well."""
    if name.upper() in book.types:
        yield from _type(book, book.types[name.upper()])
    for one in book.types.values():
        mode = one.modes.get(name.lower())
        if mode is not None:
            yield f"mode of {one.name}\tintensity {mode.score:g}\tCAMEO {mode.code or '-'}\t{mode.meaning}"
    if name.lower() in book.contexts:
        yield f"context\t{name.lower()}\t{book.contexts[name.lower()]}"
    if name.upper() in book.sectors:
        yield f"sector\t{name.upper()}\t{book.sectors[name.upper()]}"
    if name in cameo:
        yield "\t".join(_cameo(cameo[name]))


def _type(book: Codebook, one: EventType) -> Iterator[str]:
    yield f"{one.name}: {one.meaning}"
    yield f"quad class {one.quad} ({book.quads[one.quad].lower()}), intensity {one.score:g}, CAMEO {one.code or one.cameo}"
    for mode in one.modes.values():
        yield f"  {mode.name}\t{mode.score:g}\tCAMEO {mode.code or '-'}\t{mode.meaning}"


def _cameo(one: CameoCode) -> tuple[str, ...]:
    scores = (
        f"{name} {'-' if score is None else f'{score:g}'}"
        for name, score in (("ICEWS", one.icews), ("GDELT", one.gdelt))
    )
    sure = "sure" if one.sure else "unsure"
    return (
        one.code,
        one.name,
        one.type or "-",
        one.mode or "-",
        ",".join(one.contexts) or "-",
        *scores,
        sure,
        one.note,
    )
