"""Event types on PLV, end to end from the raw sentence: which PLOVER root stands between the two actors marked in it?

    python evals/plv.py --data FOLDER [--file PLV_train.tsv] [--limit N] [--misses N] [--json FILE]

The rows mark source and target in the sentence (Hu et al., ACL 2024); nothing reads the marks but the score. Two answers
are scored: the event that fits the marked pair (whose source and target overlap the marked words best, else any event of
the sentence), and the most confident one, whatever its parties. Figures of both: macro-F1 over the 15 roots (CONCEDE
and RETREAT are one, YIELD), over the four quad classes and over cooperation against conflict. A row without an answer
counts against recall. Then the coverage, the share of rows with any event; the share with an event between the marked
pair; and of the rows whose marks name one country each (by the shipped names, which the sentence does not enter into),
those with an event of the right root between just these countries. Last, the record: how many of all events that come out, and
of those between just these countries, are of the marked root, and how many rows have one. Events are as PLOVER counts
them (``onrecord.projection``).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import (
    LEFT_OUT,
    Process,
    Projected,
    Ratio,
    Read,
    Report,
    digest,
    emit,
    findings,
    limited,
    macro_f1,
    options,
    shipped,
)

from onrecord.lexicon.actors import load_actors
from onrecord.schema import Event, Findings, Party

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "1"),
    **dict.fromkeys(("YIELD", "COOPERATE", "AID"), "2"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "3"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "4"),
}
"""Quad class by root, as nearly every row of the yardstick has it (YIELD, though partly verbal, is 2 throughout)."""

BINARY = {"1": "cooperation", "2": "cooperation", "3": "conflict", "4": "conflict"}

TAG = re.compile(r"<(/?)([st])>")

Range = tuple[int, int]
CountryOf = Callable[[str], str | None]
"""From the words of a mark to the one country that they name."""

BOTH = 3
"""What :func:`fit` gives where both marks are met."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, the ranges of the marked pair in it (None where the row marks none), and the gold root and quad."""

    name: str
    text: str
    source: Range | None
    target: Range | None
    root: str
    quad: str


def load(path: Path) -> list[Row]:
    """The rows of a PLV table."""
    with path.open(encoding="utf-8", newline="") as file:
        return [_row(number, given) for number, given in enumerate(csv.DictReader(file, delimiter="\t"), 1)]


def _row(number: int, given: dict[str, str]) -> Row:
    text, marks = unmark(given["marked_sentence"])
    source, target = (
        marks.get(which) or _first(text, given[name]) for which, name in (("s", "source"), ("t", "target"))
    )
    return Row(str(number), text, source, target, given["gold_root"], given["gold_penta"])


def unmark(marked: str) -> tuple[str, dict[str, Range]]:
    """The sentence without its ``<s>`` and ``<t>`` tags, and the range that each pair of tags held."""
    parts: list[str] = []
    starts: dict[str, int] = {}
    marks: dict[str, Range] = {}
    last = length = 0
    for tag in TAG.finditer(marked):
        parts.append(marked[last : tag.start()])
        length += len(parts[-1])
        last = tag.end()
        if tag[1]:
            marks[tag[2]] = (starts.get(tag[2], length), length)
        else:
            starts[tag[2]] = length
    return "".join(parts) + marked[last:], marks


def _first(text: str, words: str) -> Range | None:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None


def answer(row: Row, found: Findings) -> Event | None:
    """The event that fits the pair best: both sides, then one, then any; among equals the surer, then the earlier."""
    return max(found.events, key=lambda one: (fit(row, one), one.confidence, -one.trigger.start), default=None)


def surest(found: Findings) -> Event | None:
    """The most confident event, whatever its parties; among equals the earlier."""
    return max(found.events, key=lambda one: (one.confidence, -one.trigger.start), default=None)


def fit(row: Row, event: Event) -> int:
    """3 where source and target both stand where they are marked, 2 the source alone, 1 the target alone, else 0."""
    return 2 * _meets(event.source, row.source) + _meets(event.target, row.target)


def _meets(parties: Sequence[Party], marked: Range | None) -> bool:
    """True where one of the parties, or one of a joint party's members, shares a character with the marked words."""
    if marked is None:
        return False
    return any(
        (party.start < marked[1] and marked[0] < party.end) or _meets(party.members, marked) for party in parties
    )


def root_of(event: Event | None) -> str | None:
    """The event's type, with CONCEDE and RETREAT as YIELD."""
    if event is None:
        return None
    return "YIELD" if event.type in ("CONCEDE", "RETREAT") else event.type


def score(name: str, gold: str, rows: Sequence[Row], found: Sequence[Findings], country_of: CountryOf) -> Report:
    """The figures over ``rows``, with what was found in each sentence."""
    fitting = [answer(row, one) for row, one in zip(rows, found, strict=True)]
    report = Report(name, gold)
    _labels(report, "", "for the marked pair", rows, fitting)
    _labels(report, "surest_", "most confident", rows, [surest(one) for one in found])
    paired = sum(one is not None and fit(row, one) == BOTH for row, one in zip(rows, fitting, strict=True))
    report.add("coverage", "any event", Ratio(sum(one is not None for one in fitting), len(rows)))
    report.add("pair", "with the marked pair", Ratio(paired, len(rows)))
    named = [(row, one, sides) for row, one in zip(rows, found, strict=True) if (sides := _countries(row, country_of))]
    typed = sum(any(_between(event, sides) for event in _of_root(row, one)) for row, one, sides in named)
    report.add("countries", "root and both countries", Ratio(typed, len(named)))
    _record(report, rows, found, named)
    report.misses = [_miss(row, one) for row, one in zip(rows, fitting, strict=True) if root_of(one) != row.root]
    return report


def _record(
    report: Report,
    rows: Sequence[Row],
    found: Sequence[Findings],
    named: Sequence[tuple[Row, Findings, tuple[str, str]]],
) -> None:
    """What comes out, against the one event that each row marks: rows may hold others, which count as wrong here."""
    every = sum(len(one.events) for one in found)
    right = sum(len(_of_root(row, one)) for row, one in zip(rows, found, strict=True))
    met = sum(bool(_of_root(row, one)) for row, one in zip(rows, found, strict=True))
    sure = [(row, one) for row, one in zip(rows, map(surest, found), strict=True) if one is not None]
    report.add("events_right", "events of the marked root", Ratio(right, every))
    report.add(
        "surest_right", "most confident of that root", Ratio(sum(root_of(e) == r.root for r, e in sure), len(sure))
    )
    report.add("root_found", "rows with the marked root", Ratio(met, len(rows)))
    between = [(row, event) for row, one, sides in named for event in one.events if _between(event, sides)]
    of_root = sum(root_of(event) == row.root for row, event in between)
    report.add("between_right", "between both, of that root", Ratio(of_root, len(between)))


def _labels(report: Report, key: str, what: str, rows: Sequence[Row], answers: Sequence[Event | None]) -> None:
    """Macro-F1 of the three label sets for one choice of answers, and the roots' own."""
    roots = [root_of(one) for one in answers]
    quads = [QUAD.get(root) if root else None for root in roots]
    binary = [BINARY[quad] if quad else None for quad in quads]
    report.lines.append(f"{what}:")
    for label, gold_labels, given in (
        ("root", [row.root for row in rows], roots),
        ("quad", [row.quad for row in rows], quads),
        ("binary", [BINARY[row.quad] for row in rows], binary),
    ):
        mean, classes = macro_f1(gold_labels, given)
        right = sum(g == p for g, p in zip(gold_labels, given, strict=True))
        report.figures[f"{key}{label}_macro_f1"] = mean
        report.lines.append(
            f"{label}: macro-F1 {100 * mean:5.1f} over {len(classes)} classes; right {Ratio(right, len(rows))}"
        )
        if label == "root":
            report.lines += [f"  {root:<10} {one}" for root, one in classes.items()]


def _countries(row: Row, country_of: CountryOf) -> tuple[str, str] | None:
    """The countries that the marked words name, where each names one."""
    if row.source is None or row.target is None:
        return None
    source, target = (country_of(row.text[start:end]) for start, end in (row.source, row.target))
    return (source, target) if source and target else None


def _of_root(row: Row, found: Findings) -> list[Event]:
    return [one for one in found.events if root_of(one) == row.root]


def _between(event: Event, sides: tuple[str, str]) -> bool:
    """True where both countries are parties, each on its side."""
    return sides[0] in _held(event.source) and sides[1] in _held(event.target)


def _held(parties: Sequence[Party]) -> set[str]:
    """The countries of the parties and of the members of joint ones."""
    held = {one.country for one in parties if one.country}
    return held.union(*(_held(one.members) for one in parties)) if parties else held


def _miss(row: Row, event: Event | None) -> str:
    got = f"{root_of(event)} ({event.trigger.text!r}, {event.rule})" if event else LEFT_OUT
    pair = " -> ".join(row.text[at[0] : at[1]] if at else LEFT_OUT for at in (row.source, row.target))
    return f"row {row.name}: gold {row.root}, ours {got}; {pair}\n    {row.text}"


def named_country(words: str) -> str | None:
    """The country that these words name by its name, its capital or its people; None where they name none or several."""
    hits = load_actors().find_names(words)
    codes = {hit.actor for hit in hits if hit.kind in {"country", "capital", "demonym"}}
    return codes.pop() if len(codes) == 1 else None


def run(name: str, rows: Sequence[Row], gold: str, read: Read, pipeline: Process) -> Report:
    """The report over ``rows``."""
    texts = [(row.name, row.text) for row in rows]
    return score(name, gold, rows, [found for _, found in findings(texts, read, Projected(pipeline))], named_country)


def main() -> None:
    """Runs the yardstick from the command line."""
    parser = options("Event types on PLV, with the pair given.")
    parser.add_argument("--file", default="PLV_train.tsv", help="the table under --data")
    wanted = parser.parse_args()
    path = wanted.data / wanted.file
    name, rows = limited(path.stem.lower().replace("_", "-"), load(path), wanted)
    emit(run(name, rows, digest([path]), *shipped(wanted)), wanted)


if __name__ == "__main__":
    main()
