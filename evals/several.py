"""What the commands that run several yardsticks share: their options, their names for figures, and the corpus's passages."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from common import USUAL, Process, Report, emit

from corpus import Passage, sound
from onrecord.errors import StepError
from onrecord.schema import Document, Findings

HERE = Path(__file__).resolve().parents[1] / "corpus"


def options(about: str, wrong: Sequence[str]) -> argparse.ArgumentParser:
    """A parser with what both take; ``wrong`` are the kinds of wrong answers on the corpus."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--corpus", type=Path, nargs="+", metavar="PATH", help="files or folders of the corpus")
    parser.add_argument("--part", default="dev", choices=("train", "dev", "test", "all"), help="of the corpus")
    parser.add_argument("--only", choices=wrong, help="list wrong answers of this kind only (on the corpus)")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N items of each; such figures have no floors")
    parser.add_argument("--min-confidence", default=USUAL, metavar="X")
    parser.add_argument(
        "--misses", type=int, default=0, metavar="N", help="list N wrong answers; of the corpus the worst"
    )
    parser.add_argument("--json", type=Path, metavar="FOLDER", help="write the figures there, a file a yardstick")
    return parser


def named(name: str, wanted: argparse.Namespace) -> str:
    """The name of the figures, which says where not all items or not the usual entries are taken."""
    if wanted.min_confidence != USUAL:
        name += f"-at-{wanted.min_confidence}"
    return name if wanted.limit is None else f"{name}-first-{wanted.limit}"


def passages_of(wanted: argparse.Namespace) -> list[Passage]:
    """The sound passages of the part that is wanted."""
    passages, left = sound(wanted.corpus)
    if left:
        print(f"{left} passages with faults left out: see corpus.py check", file=sys.stderr)
    return [one for one in passages if wanted.part in ("all", one.split)][: wanted.limit]


@dataclass(slots=True)
class Watched:
    """A pipeline that counts the texts on which a step failed: figures with such texts among them mean nothing."""

    inner: Process
    failed: int = 0

    def process(self, document: Document) -> Findings:
        """What is found on ``document``. Raises what the pipeline raises."""
        try:
            return self.inner.process(document)
        except StepError:
            self.failed += 1
            raise

    def status(self) -> int:
        """The exit status, with a word on stderr where it is not 0."""
        if self.failed:
            print(f"a step failed on {self.failed} texts: the figures above are not to be used", file=sys.stderr)
        return 1 if self.failed else 0


def worst(report: Report, wanted: argparse.Namespace) -> Report:
    """The report with as many wrong answers as are wanted, of the kind that is wanted, in the order that it has them."""
    report.misses = [line for line in report.misses if line.startswith(wanted.only or "")][: wanted.misses]
    return report


def give(report: Report, wanted: argparse.Namespace) -> None:
    """Prints a report, and writes its figures where they are wanted."""
    path = wanted.json / f"{report.name}.json" if wanted.json else None
    emit(report, argparse.Namespace(misses=wanted.misses, json=path))
