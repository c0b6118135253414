"""What the yardsticks share: texts as documents, counts to figures, and the two ways out (print, JSON)."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, TypeVar

from onrecord.errors import StepError
from onrecord.lexicon.codebook import load_codebook
from onrecord.projection import AS_CAMEO, project
from onrecord.schema import Document, Findings, Page

LEFT_OUT: str = "-"
"""Stands in listings where nothing was predicted."""

USUAL = "balanced"
"""The confidence that ``onrecord code`` asks of an entry, and figures here with it, unless another is named."""

Item = TypeVar("Item")


class Process(Protocol):
    """What a yardstick needs of the pipeline."""

    def process(self, document: Document) -> Findings:
        """What is found on ``document``."""
        ...


Read = Callable[[str, str], Document]
"""From an id and a text to a document."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure with its numerator and denominator; 0 of 0 is 0."""

    part: float
    whole: float

    @property
    def value(self) -> float:
        """``part / whole``."""
        return self.part / self.whole if self.whole else 0.0

    def __str__(self) -> str:
        return f"{100 * self.value:5.1f} % ({self.part:g} of {self.whole:g})"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Matches against what was predicted and what is gold."""

    matched: int
    predicted: int
    gold: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, which is 2m / (p + g)."""
        return Ratio(2 * self.matched, self.predicted + self.gold).value

    def __str__(self) -> str:
        precision, recall = Ratio(self.matched, self.predicted), Ratio(self.matched, self.gold)
        return f"F1 {100 * self.f1:5.1f}   P {precision}   R {recall}"


@dataclass(slots=True)
class Report:
    """What a yardstick found: figures between 0 and 1 by name, lines to read, and wrong answers to look at.

    ``name`` is the table in ``floors.toml`` that holds its floors; ``gold`` is the digest of the gold it was scored by.
    """

    name: str
    gold: str
    figures: dict[str, float] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def add(self, key: str, what: str, measured: Ratio | Agreement) -> None:
        """Takes in a figure under ``key`` and the line that shows it with its denominator."""
        self.figures[key] = measured.f1 if isinstance(measured, Agreement) else measured.value
        self.lines.append(f"{what:<28} {measured}")

    def as_json(self) -> str:
        """The figures as ``gate.py`` reads them."""
        figures = {key: round(value, 6) for key, value in sorted(self.figures.items())}
        return json.dumps({"name": self.name, "gold": self.gold, "figures": figures}, indent=1) + "\n"


def options(about: str) -> argparse.ArgumentParser:
    """A parser with what all yardsticks take."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, required=True, help="folder of the yardstick's own data")
    parser.add_argument("--limit", type=int, help="take the first N items only; such figures have no floors")
    parser.add_argument(
        "--min-confidence", default=USUAL, metavar="X", help="balanced (the default), precise, everything, or a number"
    )
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N wrong answers")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE, for gate.py")
    return parser


def limited(name: str, items: Sequence[Item], wanted: argparse.Namespace) -> tuple[str, Sequence[Item]]:
    """The items that are wanted, and a name that says where not all items or not all entries are."""
    if wanted.min_confidence != USUAL:
        name += f"-at-{wanted.min_confidence}"
    return (name, items) if wanted.limit is None else (f"{name}-first-{wanted.limit}", items[: wanted.limit])


def emit(report: Report, wanted: argparse.Namespace) -> None:
    """Prints the report, with as many wrong answers as wanted, spread over the whole; writes its JSON on request."""
    print(f"== {report.name}")
    print("\n".join(report.lines))
    if wanted.misses:
        print(f"-- {min(wanted.misses, len(report.misses))} of {len(report.misses)} wrong answers")
        print("\n".join(spread(report.misses, wanted.misses)))
    if wanted.json:
        wanted.json.write_text(report.as_json(), encoding="utf-8")


def spread(items: Sequence[Item], count: int) -> list[Item]:
    """``count`` of the items at even distances, so that a listing is not all about the first page."""
    if len(items) <= count:
        return list(items)
    return [items[index * len(items) // count] for index in range(count)]


@dataclass(frozen=True, slots=True)
class Confident:
    """A pipeline that gives only what is at least as sure as ``floor``."""

    inner: Process
    floor: float

    def process(self, document: Document) -> Findings:
        """What is found on ``document``, less what is not sure enough."""
        found = self.inner.process(document)
        return replace(
            found,
            statements=tuple(one for one in found.statements if one.confidence >= self.floor),
            events=tuple(one for one in found.events if one.confidence >= self.floor),
        )


@dataclass(frozen=True, slots=True)
class Projected:
    """A pipeline whose events are as PLOVER counts them, whoever claims them; announcements as data coded by CAMEO have them."""

    inner: Process

    def process(self, document: Document) -> Findings:
        """What is found on ``document``, its events projected."""
        found = self.inner.process(document)
        counted = project(found, load_codebook(), vouched=False, announced=AS_CAMEO)
        return replace(found, events=counted.events)


def shipped(wanted: argparse.Namespace) -> tuple[Read, Process]:
    """The reader and the pipeline of the package as shipped."""
    from onrecord.api import default_pipeline
    from onrecord.read import read
    from onrecord.settings import confidence_floor

    floor = confidence_floor(wanted.min_confidence)
    return (lambda name, text: read(text_page(name, text))), Confident(default_pipeline(), floor)


def archive_texts(path: Path) -> list[str]:
    """The texts of a folder of text files or of a file with an object on each line, packed or not."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8", errors="replace") for file in sorted(path.rglob("*.txt"))]
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def text_page(name: str, text: str) -> Page:
    """A JSONL page that holds ``text`` as it stands: every line of it a paragraph."""
    given = {"id": name, "language": "en", "text": text}
    raw = json.dumps(given, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return Page(path=name, raw=raw, media="jsonl", line=1, metadata={"id": name, "language": "en"})


def findings(texts: Iterable[tuple[str, str]], read: Read, pipeline: Process) -> Iterator[tuple[str, Findings]]:
    """What is found in each (id, text), in the order given, with a count on stderr every hundred.

    A text on which a step fails is named on stderr and counts as one where nothing was found.
    """
    for number, (name, text) in enumerate(texts, 1):
        yield name, _attempt(read(name, text), pipeline)
        if number % 100 == 0:
            print(f"{number} done", file=sys.stderr)


def _attempt(document: Document, pipeline: Process) -> Findings:
    try:
        return pipeline.process(document)
    except StepError as error:
        print(f"FAILED {error}", file=sys.stderr)
        return Findings(document)


def digest(paths: Iterable[Path]) -> str:
    """16 hex digits over the bytes of the gold files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def macro_f1(gold: Sequence[str], predicted: Sequence[str | None]) -> tuple[float, dict[str, Agreement]]:
    """Mean F1 over the classes that occur in ``gold``, and each class's own. None is an item left without an answer."""
    classes = {
        label: Agreement(
            matched=sum(g == p == label for g, p in zip(gold, predicted, strict=True)),
            predicted=sum(p == label for p in predicted),
            gold=sum(g == label for g in gold),
        )
        for label in sorted(set(gold))
    }
    return sum(one.f1 for one in classes.values()) / len(classes) if classes else 0.0, classes
