"""False events on sentences in which nothing political happens: ``python evals/quiet.py [--misses N] [--json FILE]``.

``quiet.txt`` beside this file holds sentences of our own (CC0) of sport, science, business, culture and daily life, under
the field each comes from. Each is read as a page of its own, which is harder than a page: nothing around it tells what
it is about. Every event on them is a false one. ``quiet`` is the share of sentences without any. ``--data evals/quiet_held.txt``
takes sentences on which nothing was ever tuned; each file has figures of its own name. ``--pages FOLDER`` takes the
sentences of real pages instead, each by itself: of those that ``quiet_pages.txt`` names, out of FOLDER's ``ground_truth.json``
(an object with ``body``, a list of paragraphs, by file name). Some of the events on these are true ones.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from common import USUAL, Process, Ratio, Read, Report, digest, emit, findings, limited, shipped

from onrecord.schema import Annotations, Document

SENTENCES = Path(__file__).with_name("quiet.txt")
PAGES = Path(__file__).with_name("quiet_pages.txt")

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


class Splits(Protocol):
    """What finds the sentences of a page."""

    def annotate(self, document: Document) -> Annotations:
        """The document's sentences, among others."""
        ...


def named(path: Path) -> list[str]:
    """The names in a list with a name on each line."""
    rows = (row.strip() for row in path.read_text(encoding="utf-8").splitlines())
    return [row for row in rows if row and not row.startswith("#")]


def of_pages(gold: Path, names: Iterable[str], read: Read, annotator: Splits) -> Iterator[Line]:
    """The sentences of the named pages, each with its page's name; paragraphs in square brackets, which tell what a picture or a
    list is, are left out. Raises KeyError for a page that is not there."""
    pages = {name.split(".")[0]: page for name, page in json.loads(gold.read_text(encoding="utf-8")).items()}
    for name in names:
        for at, paragraph in enumerate(pages[name]["body"]):
            if paragraph.startswith("["):
                continue
            document = read(f"{name}-{at}", paragraph)
            for sentence in annotator.annotate(document).sentences:
                text = document.text[sentence.start : sentence.end].strip()
                if text:
                    yield name, text


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
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="the sentences of real pages of FOLDER instead")
    parser.add_argument("--limit", type=int, help="take the first N sentences only; such figures have no floors")
    parser.add_argument("--min-confidence", default=USUAL, metavar="X", help="balanced (the default) or another floor")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N false events")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE, for gate.py")
    wanted = parser.parse_args()
    read, pipeline = shipped(wanted)
    if wanted.pages:
        from onrecord.annotate import Annotator

        gold = wanted.pages / "ground_truth.json"
        sentences, source, files = list(of_pages(gold, named(PAGES), read, Annotator())), PAGES.stem, [gold, PAGES]
    else:
        sentences, source, files = load(wanted.data), wanted.data.stem, [wanted.data]
    name, lines = limited(source, sentences, wanted)
    emit(run(name, list(lines), digest(files), read, pipeline), wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
