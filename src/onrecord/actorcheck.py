"""The actor table held against itself: ids, terms, names and sources. The shipped table has no fault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.lexicon.actor_files import read_cells, read_rows
from onrecord.lexicon.actor_matcher import is_short
from onrecord.lexicon.actor_people import PeopleTable, first_day, last_day
from onrecord.lexicon.actors import ActorTable, Tenure, load_actors
from onrecord.lexicon.names import fold, given_names

LONGEST_STAND_IN = timedelta(days=130)
"""How long two people may hold one seat: acting holders overlap with those they stand in for, as the lists have it."""
SHORTEST_NAME = 4
"""Letters of a name that counts in any letter case."""
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the table that is wrong: its ``kind``, the ``row`` and what is wrong with it."""

    kind: str
    row: str
    problem: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.row}: {self.problem}"


def check_table() -> list[Fault]:
    """The faults of the shipped table, by kind."""
    actors = load_actors()
    organisations, countries = read_rows("organisations.tsv"), read_rows("countries.tsv")
    tenures = list(read_cells("tenures.tsv.gz"))
    ids = [
        *(row["id"] for row in organisations),
        *(row["code"] for row in countries),
        *(cells[0] for name in ("people.tsv.gz", "offices.tsv.gz") for cells in read_cells(name)),
    ]
    return [
        *duplicates(ids),
        *dangling(tenures, organisations, actors),
        *overlaps(actors.people),
        *odd_terms(tenures),
        *dangerous(organisations, actors),
        *without_source(organisations, countries, tenures),
        *odd_words(read_rows("country_words.tsv"), actors),
    ]


def duplicates(ids: Iterable[str]) -> Iterator[Fault]:
    """Ids that stand twice."""
    yield from (Fault("duplicate id", one, f"stands {count} times") for one, count in Counter(ids).items() if count > 1)


def dangling(tenures: Iterable[list[str]], organisations: Iterable[Row], actors: ActorTable) -> Iterator[Fault]:
    """Ids that name no row: of people, offices, countries and bodies."""
    people = actors.people
    for person, office, *_ in tenures:
        if person not in people.rows:
            yield Fault("dangling id", person, "a term of nobody in the table")
        if office not in people.office_rows:
            yield Fault("dangling id", office, f"a term of {person} in no office of the table")
    yield from (
        Fault("dangling id", one, "called by a name, and not in the table")
        for one in people.called
        if one not in people.rows
    )
    for held in people.office_rows.values():
        if held.country is not None and held.country not in actors.actors:
            yield Fault("dangling id", held.id, f"no country {held.country}")
        if held.body and held.body not in actors.actors:
            yield Fault("dangling id", held.id, f"no organisation {held.body}")
    for row in organisations:
        if row["country"] and row["country"] not in actors.actors:
            yield Fault("dangling id", row["id"], f"no country {row['country']}")


def overlaps(people: PeopleTable) -> Iterator[Fault]:
    """Terms of a seat that one person holds at a time, held by two for longer than somebody stands in."""
    for (country, seat), offices in sorted(people.by_seat.items()):
        terms = sorted(
            (tenure for office in offices for tenure in people.terms_in(office)),
            key=lambda one: (one.start or date.min, one.person),
        )
        for at, one in enumerate(terms):
            for other in terms[at + 1 :]:
                days = min(_sure_end(one), _sure_end(other)) - max(_sure_start(one), _sure_start(other))
                if one.person != other.person and days > LONGEST_STAND_IN:
                    names = f"{people.rows[one.person][0]} and {people.rows[other.person][0]}"
                    yield Fault("overlap", f"{country} {seat}", f"{names} for {days.days} days from {other.start}")


def _sure_start(tenure: Tenure) -> date:
    """The day by which a term had begun for certain: a year alone may mean its last day."""
    start = tenure.start or date.min
    return start.replace(month=12, day=28) if (start.month, start.day) == (1, 1) and start > date.min else start


def _sure_end(tenure: Tenure) -> date:
    """The day until which a term lasted for certain: a year alone may mean its first day."""
    end = tenure.end or date.max
    return end.replace(month=1, day=1) if (end.month, end.day) in ((12, 28), (12, 31)) and end < date.max else end


def odd_terms(tenures: Iterable[list[str]]) -> Iterator[Fault]:
    """Terms that end before they begin."""
    for person, office, start, end, *_ in tenures:
        if start and end and (last_day(end) or date.max) < (first_day(start) or date.min):
            yield Fault("term", f"{person} {office}", f"ends {end}, before it begins on {start}")


def dangerous(organisations: Iterable[Row], actors: ActorTable) -> Iterator[Fault]:
    """Names of organisations that would be found where something else is meant."""
    owners: dict[str, str] = {}
    for row in organisations:
        for alias in (row["name"], *filter(None, row["aliases"].split("|"))):
            word = alias.lstrip("=")
            exact = alias.startswith("=") or is_short(word)
            if owners.setdefault(word, row["id"]) != row["id"]:
                yield Fault("name", row["id"], f"{word} is also {owners[word]}")
            if not exact and len(word) < SHORTEST_NAME:
                yield Fault("name", row["id"], f"{word} is short and counts in any letter case")
            if not exact and _is_common(word, actors):
                yield Fault("name", row["id"], f"{word} is a common word, a title or a given name")


def _is_common(word: str, actors: ActorTable) -> bool:
    lower = word.lower()
    noun = actors.agent_noun(lower)
    personal = noun is not None and noun.form == "person"
    return " " not in lower and (personal or (lower,) in actors.titles.titles or fold(word) in given_names())


def without_source(
    organisations: Iterable[Row], countries: Iterable[Row], tenures: Iterable[list[str]]
) -> Iterator[Fault]:
    """Rows that do not say where they were taken from."""
    yield from (Fault("source", row["id"], "is missing") for row in organisations if not row["source"].strip())
    yield from (Fault("source", row["code"], "is missing") for row in countries if not row["source"].strip())
    yield from (Fault("source", " ".join(cells[:3]), "is missing") for cells in tenures if not cells[-1].strip())


def odd_words(rows: Iterable[Row], actors: ActorTable) -> Iterator[Fault]:
    """Words of countries that stand twice, name no country of the table, or do not say where they were taken from."""
    seen: set[str] = set()
    for row in rows:
        if row["word"] in seen:
            yield Fault("country word", row["word"], "stands twice")
        seen.add(row["word"])
        yield from (
            Fault("country word", row["word"], f"no country {code}")
            for code in row["countries"].split(",")
            if code not in actors.actors
        )
        if not row["source"].strip():
            yield Fault("country word", row["word"], "has no source")
