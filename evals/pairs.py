"""Pairs of political statements that clash or not, from their words alone: ``python evals/pairs.py FILE [--predict OUT]``.

FILE is a CSV with a column ``Input`` ("Text 1: … Text 2: …") and, where there is gold, ``Answer_3_classes``: Inconsistent,
Consistent or Unrelated. Printed are on how many pairs we speak (say that they clash or agree) and how often a clash that we
name is one. ``--half 0`` or ``--half 1`` takes the pairs whose SHA-256 is even or odd, so that one half can stay unseen.
With ``--predict`` each pair gives a JSON line: ``{"pair", "answer", "score", "why"}``, ``pair`` counting rows from 0.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from common import Agreement, Ratio, text_page

from onrecord.annotate import Annotator
from onrecord.derive.compare import Comparison, compare
from onrecord.derive.stance import Term, stance
from onrecord.read import read

ANSWERS = {"clash": "Inconsistent", "agree": "Consistent", "unrelated": "Unrelated"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts and what people say of them, None where nobody was asked."""

    number: int
    first: str
    second: str
    gold: str | None


def load(file: Path, half: int | None = None) -> list[Pair]:
    """The pairs of a file, or of one half of it."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [
        _pair(number, row) for number, row in enumerate(rows) if half is None or _half(row["Input"]) == half
    ]  # fmt: skip


def _pair(number: int, row: dict[str, str]) -> Pair:
    first, _, second = row["Input"].partition("Text 2:")
    return Pair(
        number, first.replace("Text 1:", "", 1).strip(), second.strip(), row.get("Answer_3_classes") or None
    )  # fmt: skip


def _half(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 2


def compared(pairs: Iterable[Pair]) -> Iterator[tuple[Pair, Comparison]]:
    """Each pair with how its texts stand to each other."""
    annotator = Annotator()

    def terms(text: str) -> list[Term]:
        sentences = annotator.annotate(read(text_page("text", text))).sentences
        return [term for sentence in sentences for term in stance(sentence)]

    for pair in pairs:
        yield pair, compare(terms(pair.first), terms(pair.second))


def lines(found: Iterable[tuple[Pair, Comparison]]) -> Iterator[dict[str, Any]]:
    """The predictions as JSON lines."""
    for pair, one in found:
        yield {"pair": pair.number, "answer": ANSWERS[one.verdict], "score": one.score, "why": one.why}


def figures(found: Sequence[tuple[Pair, Comparison]]) -> list[str]:
    """What is printed: nothing where there is no gold."""
    counted = Counter((ANSWERS[one.verdict], pair.gold) for pair, one in found if pair.gold)
    if not counted:
        return []
    spoken = sum(count for (answer, _), count in counted.items() if answer != "Unrelated")
    named = sum(count for (answer, _), count in counted.items() if answer == "Inconsistent")
    clashes = sum(count for (_, gold), count in counted.items() if gold == "Inconsistent")
    out = [
        f"speaking on {Ratio(spoken, counted.total())}",
        f"clashes: {Agreement(counted['Inconsistent', 'Inconsistent'], named, clashes)}",
    ]
    for answer in ANSWERS.values():
        gold = ", ".join(f"{counted[answer, one]} {one}" for one in ANSWERS.values())
        out.append(f"  where we say {answer}: {gold}")
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Compares the pairs of a file, prints the figures and writes the predictions."""
    parser = argparse.ArgumentParser(description="Do two statements clash?")
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1), help="only the pairs of one half")
    parser.add_argument("--predict", type=Path, metavar="OUT", help="write the predictions here")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N wrong answers")
    wanted = parser.parse_args(arguments)
    found = list(compared(load(wanted.file, wanted.half)))
    print("\n".join(figures(found)))
    wrong = [(pair, one) for pair, one in found if pair.gold and ANSWERS[one.verdict] != pair.gold]
    for pair, one in wrong[: wanted.misses]:
        print(f"{pair.gold}, not {ANSWERS[one.verdict]} ({one.why}): {pair.first} | {pair.second}")
    if wanted.predict:
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines(found))
        wanted.predict.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
