"""False events on sentences in which nothing political happens: ``python evals/quiet.py [--misses N] [--json FILE]``.

``quiet.txt`` beside this file holds sentences of our own (CC0) of sport, science, business, culture and daily life, under
the field each comes from. Each is read as a page of its own, which is harder than a page: nothing around it tells what
it is about. Every event on them is a false one. ``quiet`` is the share of sentences without any. ``--data evals/quiet_held.txt``
takes sentences on which nothing was ever tuned; each file has figures of its own name.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from common import USUAL, Process, Ratio, Read, Report, digest, emit, findings, limited, shipped

SENTENCES = Path(__file__).with_name("quiet.txt")

Line = tuple[str, str]
"""A field and a sentence of it."""


def load(path: Path) -> list[Line]:
    """The sentences in file order; raises ValueError for one that stands before any field."""
    return list(_lines(path.read_text(encoding="utf-8").splitlines()))


def _lines(rows: list[str]) -> Iterator[Line]:
    field = ""
    for row in rows:
        if not row.strip() or row.startswith("#"):
            continue
        if row.startswith("["):
            field = row.strip("[]")
        elif not field:
            raise ValueError(f"no [field] before: {row}")
        else:
            yield field, row.strip()


def run(name: str, lines: list[Line], gold: str, read: Read, pipeline: Process) -> Report:
    """False events in all and by field."""
    made = Report(name, gold)
    counts: dict[str, list[int]] = {}
    texts = [(f"{field}-{number}", sentence) for number, (field, sentence) in enumerate(lines)]
    for (field, sentence), (_, found) in zip(lines, findings(texts, read, pipeline), strict=True):
        counts.setdefault(field, []).append(len(found.events))
        made.misses += [f"{one.type} “{one.trigger.text}” ({one.rule}): {sentence}" for one in found.events]
    each = [number for numbers in counts.values() for number in numbers]
    made.add("quiet", "sentences without an event", Ratio(sum(number == 0 for number in each), len(each)))
    made.figures["false_per_1000"] = Ratio(1000 * sum(each), len(each)).value
    made.lines.append(f"{'false events':<28} {made.figures['false_per_1000']:5.1f} per 1,000 sentences ({sum(each)})")
    made.lines += [f"  {field:<26} {sum(numbers)} on {len(numbers)} sentences" for field, numbers in counts.items()]
    return made


def main() -> int:
    """Prints the report; gives the exit status."""
    parser = argparse.ArgumentParser(description="False events on sentences of sport, science, business and culture.")
    parser.add_argument("--data", type=Path, default=SENTENCES, metavar="FILE", help="other sentences in the same form")
    parser.add_argument("--limit", type=int, help="take the first N sentences only; such figures have no floors")
    parser.add_argument("--min-confidence", default=USUAL, metavar="X", help="balanced (the default) or another floor")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N false events")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE, for gate.py")
    wanted = parser.parse_args()
    read, pipeline = shipped(wanted)
    name, lines = limited(wanted.data.stem, load(wanted.data), wanted)
    emit(run(name, list(lines), digest([wanted.data]), read, pipeline), wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
