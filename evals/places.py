"""Where acts took place: our places against sentences of our own.

    python evals/places.py [--file places.tsv] [--misses N] [--json FILE]

Each row names the act by its trigger, and the place by its words, country, precision and position; ``-`` is an act without
a place, ``?`` a name that does not tell by itself which place it is, where the right answer is a place without position.
*Right* is a place on these words of the right country and precision whose position is within ``REACH`` kilometres;
*wrong* any other place with a position. Acts that were not found count as not told. The sentences are a check, no yardstick:
whoever wrote them knew the program.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path

from common import USUAL, Process, Ratio, Read, Report, digest, emit, findings, limited, shipped

from onrecord.schema import Findings, Place

HERE = Path(__file__).resolve().parent
REACH = {"city": 50.0, "region": 400.0, "country": 1000.0}
"""Kilometres that the position of a place of a kind may be off."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and the place of one act in it: ``place`` is ``-`` for none, ``?`` for a name that does not tell."""

    text: str
    trigger: str
    place: str
    country: str
    precision: str
    lat: float
    lon: float


def load(path: Path) -> list[Row]:
    """The rows of a table."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [_row(given) for given in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _row(given: dict[str, str | None]) -> Row:
    plain = {name: value or "" for name, value in given.items()}
    return Row(
        plain["text"],
        plain["trigger"],
        plain["place"],
        plain["country"],
        plain["precision"],
        float(plain["lat"] or 0),
        float(plain["lon"] or 0),
    )


def answer(row: Row, found: Findings) -> tuple[bool, Place | None]:
    """Whether the act was found, and its place; of several events at the trigger the first with one."""
    at = row.text.index(row.trigger)
    events = [one for one in found.events if one.trigger.start < at + len(row.trigger) and at < one.trigger.end]
    return bool(events), next((one.place for one in events if one.place), None)


def verdict(row: Row, place: Place | None) -> str:
    """``right``, ``wrong``, ``open`` (rightly without position), or ``not told``."""
    told = place is not None and place.precision != "unknown"
    if row.place in ("-", "?"):
        return "wrong" if told else "open"
    if not told or place is None:
        return "not told"
    same = place.text == row.place and (place.country, place.precision) == (row.country, row.precision)
    return "right" if same and _near(row, place) else "wrong"


def _near(row: Row, place: Place) -> bool:
    if place.lat is None or place.lon is None:
        return False
    east = (place.lon - row.lon) * cos(radians(row.lat))
    return 111.0 * hypot(place.lat - row.lat, east) <= REACH[row.precision]


def score(name: str, gold: str, rows: Sequence[Row], answers: Sequence[tuple[bool, Place | None]]) -> Report:
    """The figures over ``rows``."""
    verdicts = [verdict(row, place) for row, (_, place) in zip(rows, answers, strict=True)]
    report = Report(name, gold)
    right, wrong = verdicts.count("right"), verdicts.count("wrong")
    placed = sum(row.place not in ("-", "?") for row in rows)
    report.add("found", "acts found", Ratio(sum(there for there, _ in answers), len(rows)))
    report.add("told", "places told", Ratio(right, placed))
    report.add("right", "right of those told", Ratio(right, right + wrong))
    report.add("open", "rightly left open", Ratio(verdicts.count("open"), len(rows) - placed))
    report.misses = [
        f"{what}: {row.text}\n    gold {row.place} {row.country} {row.precision}; ours {place or 'none'}"
        for row, what, (_, place) in zip(rows, verdicts, answers, strict=True)
        if what in ("wrong", "not told")
    ]
    return report


def run(name: str, rows: Sequence[Row], gold: str, read: Read, pipeline: Process) -> Report:
    """The report over ``rows``."""
    texts = [(str(number), row.text) for number, row in enumerate(rows)]
    return score(
        name,
        gold,
        rows,
        [answer(row, found) for row, (_, found) in zip(rows, findings(texts, read, pipeline), strict=True)],
    )


def main() -> None:
    """Runs the check from the command line."""
    parser = argparse.ArgumentParser(description="Where acts took place.")
    parser.add_argument("--file", type=Path, default=HERE / "places.tsv")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--min-confidence", default=USUAL, metavar="X")
    parser.add_argument("--misses", type=int, default=0, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    wanted = parser.parse_args()
    name, rows = limited("places", load(wanted.file), wanted)
    emit(run(name, rows, digest([wanted.file]), *shipped(wanted)), wanted)


if __name__ == "__main__":
    main()
