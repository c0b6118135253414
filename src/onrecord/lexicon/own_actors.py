"""Actors of the user's own: a TSV file of people, organisations and armed groups to be known on pages by name.

Columns: ``name``, ``aliases`` (parted by ``|``; ``=`` before one asks for the very same letters), ``kind`` (person,
organisation, armed_group), ``country`` (ISO 3166 alpha-3), ``sector`` (PLOVER codes parted by commas), ``from`` and ``until``
(days, both inclusive). All but name and kind may be empty, and their columns left out. Lines that begin with ``#`` are
notes. An id is made of the name, ``own:jane-doe``, so that it stays the same while the rest of a line changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

from onrecord.errors import LexiconError
from onrecord.lexicon.actor_matcher import Alias, is_short
from onrecord.lexicon.actors import Actor, ActorTable
from onrecord.lexicon.codebook import load_codebook
from onrecord.lexicon.names import fold, given_names, name_tokens

Kind = Literal["person", "organisation", "armed_group"]

COLUMNS = ("name", "aliases", "kind", "country", "sector", "from", "until")
NEEDED = ("name", "kind")
SOURCE = "own list"
"""The source of these rows, and the rule by which people of them are found."""


@dataclass(frozen=True, slots=True)
class OwnActor:
    """One line: the actor, its names, and the days from which and until which they count (None: no bound)."""

    line: int
    actor: Actor
    aliases: tuple[Alias, ...]
    start: date | None = None
    end: date | None = None

    def counts_on(self, day: date | None) -> bool:
        """True where the names count on a page of this day; with a bound, never on a page whose day is not known."""
        if self.start is None and self.end is None:
            return True
        return day is not None and (self.start or day) <= day <= (self.end or day)

    def overlaps(self, other: OwnActor) -> bool:
        """True where there is a day on which both count."""
        return (self.start or date.min) <= (other.end or date.max) and (other.start or date.min) <= (
            self.end or date.max
        )


def load_own(path: Path, table: ActorTable) -> tuple[OwnActor, ...]:
    """The actors of the file, in its order. Raises LexiconError that names every faulty line and what is wrong in it.

    A name that ``table`` has already is a fault: whoever is on the shipped list keeps its id.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); give a TSV file of actors") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: it is not UTF-8; save it as that") from error
    found = list(_read(text, table))
    rows = [one for one in found if isinstance(one, OwnActor)]
    faults = [one for one in found if isinstance(one, str)] + list(_doubles(rows))
    if faults:
        raise LexiconError(f"{path}: " + "; ".join(faults))
    return tuple(rows)


def with_people(table: ActorTable, rows: Sequence[OwnActor]) -> dict[tuple[str, ...], Actor]:
    """The people of ``table`` who are known by their names' tokens alone, and those of ``rows``."""
    people = [one for one in rows if one.actor.kind == "person"]
    return {**table.watched, **{name_tokens(alias.text): one.actor for one in people for alias in one.aliases}}


def _read(text: str, table: ActorTable) -> Iterator[OwnActor | str]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    if not lines:
        yield "it has no line; the first names the columns: " + " ".join(COLUMNS)
        return
    (first, header), *rest = lines
    columns = [cell.strip().lower() for cell in header.split("\t")]
    lacking = [name for name in NEEDED if name not in columns]
    odd = [name for name in columns if name not in COLUMNS]
    if lacking or odd or len(set(columns)) < len(columns):
        what = f"no column {lacking[0]}" if lacking else f"a column {odd[0]!r}" if odd else "a column twice"
        yield f"line {first}: {what}; the columns are {' '.join(COLUMNS)}, parted by tabs"
        return
    for number, line in rest:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(columns):
            yield f"line {number}: {len(cells)} cells where the header has {len(columns)}"
            continue
        # Editors drop the tabs at the end of a line: what is missing there is empty.
        given = dict.fromkeys(COLUMNS, "") | dict(zip(columns, cells, strict=False))
        wrong = list(_faults(given, table))
        yield f"line {number}: {', '.join(wrong)}" if wrong else _row(number, given)


def _row(number: int, given: dict[str, str]) -> OwnActor:
    kind = cast(Kind, given["kind"])
    actor = Actor(
        own_id(given["name"]), given["name"], kind, given["country"] or None, _sectors(given["sector"]), source=SOURCE
    )
    aliases = tuple(
        Alias(word.lstrip("="), actor.id, kind, word[0] == "=" or is_short(word))
        for word in dict.fromkeys((given["name"], *_names(given["aliases"])))
    )
    return OwnActor(number, actor, aliases, _day(given["from"]), _day(given["until"]))


def own_id(name: str) -> str:
    """The id of an own actor."""
    return "own:" + re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def _faults(given: dict[str, str], table: ActorTable) -> Iterator[str]:
    if own_id(given["name"]) == "own:":
        yield "no name"
    if given["kind"] not in get_args(Kind):
        yield f"no kind {given['kind']!r}: {', '.join(get_args(Kind))}"
    country = table.actor(given["country"]) if given["country"] else None
    if given["country"] and (country is None or country.kind != "country"):
        yield f"no country {given['country']!r}: three letters, such as KEN"
    known = load_codebook().sectors
    yield from (
        f"no sector {code!r}: {', '.join(sorted(known))}" for code in _sectors(given["sector"]) if code not in known
    )
    for column in ("from", "until"):
        if given[column] and _day(given[column]) is None:
            yield f"{column} {given[column]!r} is no day: write it as 2021-03-09"
    start, end = _day(given["from"]), _day(given["until"])
    if start and end and start > end:
        yield f"from {start} is after until {end}"
    for word in filter(None, (given["name"], *_names(given["aliases"]))):
        yield from _name_faults(word, table)


def _name_faults(word: str, table: ActorTable) -> Iterator[str]:
    """What speaks against a name: the shipped table has it, or it would be found where something else is meant."""
    name = word.lstrip("=")
    if not any(char.isalnum() for char in name):
        yield f"no name {word!r}"
        return
    shipped = table.exactly(name)
    if shipped is not None:
        yield f"{name} is {shipped.actor} in the shipped table, which keeps its id: leave it out"
        return
    lower = name.lower()
    title = table.titles.match(lower.split(), 0)
    if table.agent_noun(lower) or (title and title[0] == len(lower.split())) or fold(name) in given_names():
        yield f"{name} is a common word, a title or a given name"
    elif len(name) < 2 or (name.islower() and not word.startswith("=")):
        yield f"{name} is not written as names are; put = before it where it is"


def _doubles(rows: Sequence[OwnActor]) -> Iterator[str]:
    """Names that two lines give at the same time."""
    by_name: dict[str, list[OwnActor]] = {}
    for row in rows:
        for name in {alias.text.lower() for alias in row.aliases}:
            for other in by_name.setdefault(name, []):
                if row.overlaps(other):
                    yield f"line {row.line}: {name} stands in line {other.line} for the same days"
            by_name[name].append(row)


def _names(cell: str) -> list[str]:
    return [word.strip() for word in cell.split("|") if word.strip()]


def _sectors(cell: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in cell.split(",") if code.strip())


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell)
    except ValueError:
        return None
