"""Who is meant by a title and name, a surname, or an office alone: heads of state and government and foreign ministers.

    python evals/holders.py [--only KIND] [--country ISO3] [--step N] [--misses N] [--skip-pages]

``holders/rows.tsv`` names the holder of an office on a day that lies safely inside the tenure; the rows are our own and
are not made from the actor table. From each row come phrases, put to ``onrecord.resolve`` with the country or without,
and short pages of that day, put through the pipeline, where the dateline or an earlier sentence gives the country.
Right: the holder's name, and the row's country where the answer gives one. Wrong: anybody else, or another country.
Open: nobody is named, or the sentence was not found; a wrong answer is worse than an open one.
Kinds: ``title`` ("French President Jacques Chirac"), ``surname`` ("Chirac"), ``office`` ("the French president").
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from common import Ratio, spread
from rapidfuzz import fuzz

import onrecord
from onrecord.lexicon.names import aligned, name_tokens
from onrecord.schema import Findings, Page, Party

HERE = Path(__file__).resolve().parent / "holders"
KINDS = ("title", "surname", "office")
ALIKE = 80
"""How like (0 to 100) two spellings of a name from another script must be."""
CROWNS = frozenset("king queen emir emperor pope".split())
STEPS = "talks on water and trade would resume next month"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the gold with how the press calls its country."""

    country: str
    office: str
    title: str
    name: str
    surname: str
    mister: str
    on: date
    place: str
    adjective: str
    dateline: str

    @property
    def styled(self) -> str:
        """The title as it stands before a name."""
        return " ".join(word if word == "of" else word.capitalize() for word in self.title.split())

    @property
    def owner(self) -> str:
        """The country as the owner of the office: "Japan's"."""
        return f"{self.place}’" if self.place.endswith("s") else f"{self.place}’s"

    @property
    def called(self) -> str:
        """What stands for the name alone: a sovereign keeps the title."""
        return f"{self.styled} {self.surname}" if self.title in CROWNS else self.surname


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase that means the holder, on a page (``text``) or by itself with the country that is given."""

    kind: str
    row: Row
    phrase: str
    text: str = ""
    country: str | None = None


def read_rows(folder: Path = HERE) -> list[Row]:
    """The gold."""
    places = {row["country"]: row for row in _table(folder / "countries.tsv")}
    return [
        Row(
            row["country"],
            row["office"],
            row["title"],
            row["name"],
            row["surname"],
            "Ms" if row["gender"] == "f" else "Mr",
            date.fromisoformat(row["on"]),
            places[row["country"]]["name"],
            places[row["country"]]["adjective"],
            places[row["country"]]["dateline"],
        )
        for row in _table(folder / "rows.tsv")
    ]


def _table(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t"))


def phrases(row: Row) -> Iterator[Case]:
    """The phrases of a row, without a page."""
    yield Case("title", row, f"{row.adjective} {row.styled} {row.name}")
    yield Case("title", row, f"{row.owner} {row.title} {row.name}")
    yield Case("title", row, f"{row.styled} {row.name}", country=row.country)
    yield Case("surname", row, row.called, country=row.country)
    if row.title not in CROWNS and not row.surname.startswith("Sheikh "):
        yield Case("surname", row, f"{row.mister} {row.surname}", country=row.country)
    yield Case("office", row, f"the {row.adjective} {row.title}")
    yield Case("office", row, f"{row.owner} {row.title}")
    yield Case("office", row, f"the {row.title}", country=row.country)


def pages(row: Row, turn: int) -> Iterator[Case]:
    """The short pages of a row; ``turn`` picks one of the texts for each kind, so that all are used in turn."""
    opening = f"Officials in {row.place} met a trade delegation on Monday."
    head = f"{row.dateline} (Wire) - "
    body = [
        ("title", f"{row.adjective} {row.styled} {row.name}", "{} said on Monday that " + STEPS + "."),
        ("title", f"{row.owner} {row.title}, {row.name}", "{}, told reporters on Monday that " + STEPS + "."),
        ("title", f"{row.styled} {row.name}", head + opening + " {} said that " + STEPS + "."),
    ]
    plain = [
        ("surname", row.called, head + opening + " {} said that " + STEPS + "."),
        (
            "surname",
            row.called if row.title in CROWNS else f"{row.mister} {row.surname.removeprefix('Sheikh ')}",
            head + opening + " The delegation left in the evening. {} told reporters that " + STEPS + ".",
        ),
        (
            "surname",
            row.called,
            f"A vote is due in {row.place} next year. The {row.adjective} economy has grown. {{}} said that "
            + STEPS
            + ".",
        ),
    ]
    bare = [
        (
            "office",
            f"the {row.title}",
            head + f"{row.place[0].upper()}{row.place[1:]} will take part, {{}} said on Monday.",
        ),
        ("office", f"The {row.adjective} {row.title}", "{} said on Monday that " + STEPS + "."),
        ("office", f"{row.owner} {row.title}", "{} said on Monday that " + STEPS + "."),
        ("office", f"The {row.title}", head + opening + " {} said that " + STEPS + "."),
    ]
    for group in (body, plain, bare):
        kind, phrase, text = group[turn % len(group)]
        first = text.find("{}") == 0 or text[: text.find("{}")].endswith((". ", "- "))
        shown = phrase[0].upper() + phrase[1:] if first else phrase
        yield Case(kind, row, shown, text.format(shown))


def ask_page(case: Case, process: Callable[[Page], Findings]) -> Party | None:
    """The party that stands where the phrase stands; None where no entry has one there."""
    given = {"id": "page", "language": "en", "published": case.row.on.isoformat()}
    raw = json.dumps(given | {"text": case.text}).encode()
    found = process(Page(path="page", raw=raw, media="jsonl", line=1, metadata=given))
    start = case.text.index(case.phrase)
    end = start + len(case.phrase)
    parties = [party for entry in found.entries for _, group in entry.sides for party in group]
    return next((one for one in parties if one.start < end and one.end > start), None)


def verdict(case: Case, party: Party | None) -> str:
    """``right``, ``wrong`` or ``open``; a surname as it is written, of nobody in the table, is open."""
    if party is None or not party.name:
        return "open"
    if party.actor_kind != "person" or party.country not in (None, case.row.country):
        return "wrong"
    short, long = sorted((name_tokens(case.row.name), name_tokens(party.name)), key=len)
    spelled_alike = fuzz.ratio("".join(short), "".join(long)) >= ALIKE
    if aligned(short, long) < min(2, len(short)) and not spelled_alike:
        return "wrong"
    return "open" if len(name_tokens(party.name)) == 1 < len(name_tokens(case.row.name)) else "right"


def main() -> None:
    """Print right, wrong and open for each kind, for phrases and for pages, and the answers that are not right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=KINDS, help="one kind")
    parser.add_argument("--country", help="one country")
    parser.add_argument("--step", type=int, default=1, help="every N-th row")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N answers that are not right")
    parser.add_argument("--skip-pages", action="store_true", help="phrases only")
    wanted = parser.parse_args()
    rows = [row for row in read_rows() if wanted.country in (None, row.country)][:: wanted.step]
    for name, verdicts in _measured(rows, wanted.skip_pages):
        for kind in KINDS:
            if wanted.only in (None, kind):
                _show(
                    name,
                    kind,
                    [(case, party, said) for case, party, said in verdicts if case.kind == kind],
                    wanted.misses,
                )


Answer = tuple[Case, Party | None, str]


def _measured(rows: list[Row], skip_pages: bool) -> Iterator[tuple[str, list[Answer]]]:
    alone = [case for row in rows for case in phrases(row)]
    asked = [(case, onrecord.resolve(case.phrase, country=_known(case.country), on=case.row.on)) for case in alone]
    yield "phrases", [(case, party, verdict(case, party)) for case, party in asked]
    if skip_pages:
        return
    from onrecord.read import read

    pipeline = onrecord.default_pipeline()
    cases = [case for turn, row in enumerate(rows) for case in pages(row, turn)]
    shown = [(case, ask_page(case, lambda page: pipeline.process(read(page)))) for case in cases]
    yield "pages", [(case, party, verdict(case, party)) for case, party in shown]


def _known(country: str | None) -> str | None:
    return None if country == "EUR" else country


def _show(name: str, kind: str, answers: list[Answer], misses: int) -> None:
    counts = Counter(said for *_, said in answers)
    figures = "  ".join(f"{said} {Ratio(counts[said], len(answers))}" for said in ("right", "wrong", "open"))
    print(f"{name:8} {kind:8} {figures}")
    bad = sorted((one for one in answers if one[2] != "right"), key=lambda one: one[2] != "wrong")
    for case, party, said in spread(bad, misses) if misses < len(bad) else bad if misses else []:
        got = f"{party.name} ({party.country}, {party.how})" if party else "nothing found"
        row = case.row
        print(f"    {said:5} {row.country} {row.on} {row.name}: {case.phrase!r} {case.country or ''}: {got}")


if __name__ == "__main__":
    main()
