"""How fast onrecord is beside the bare language model: ``python evals/speed.py [--rounds N] FILE...`` (plain texts).

Both read the same texts in turn, N times over, and the processor's time counts: the bare model is the spaCy pipeline as its
package ships it, with all components; onrecord goes the whole way, from the page to its entries, and begins each round
without the sentences it parsed before. What it spends on each step is printed beside. Compare figures from one run only;
the ratio is what counts.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import spacy
from common import text_page

from onrecord.annotate import DEFAULT_MODEL
from onrecord.api import default_pipeline
from onrecord.find import find, relate
from onrecord.read import read
from onrecord.resolve import resolve
from onrecord.steps import Pipeline

T = TypeVar("T")


class Clock:
    """Processor time by what it was spent on, in seconds."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def timed(self, name: str, call: Callable[[], T]) -> T:
        """The value of ``call()``, its time put down under ``name``."""
        begun = time.process_time()
        value = call()
        self.spent[name] += time.process_time() - begun
        return value


def main() -> int:
    """Times both and prints words per second, the ratio and the share of each step."""
    parser = argparse.ArgumentParser(description="Words per second beside the bare language model.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3, help="how often both read everything, in turn")
    wanted = parser.parse_args()
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in wanted.files]
    words = sum(len(text.split()) for text in texts) * wanted.rounds
    bare, clock = spacy.load(DEFAULT_MODEL), Clock()
    pipeline = default_pipeline()
    whole(pipeline, texts[0], Clock())
    bare(texts[0])
    for _ in range(wanted.rounds):
        pipeline = default_pipeline()
        for text in texts:
            clock.timed("bare model", partial(bare, text))
            whole(pipeline, text, clock)
    bare_spent = clock.spent.pop("bare model")
    spent = clock.spent.total()
    print(f"{len(texts)} texts, {words // wanted.rounds} words, {wanted.rounds} rounds")
    print(f"bare model   {words / bare_spent:9,.0f} words a second")
    print(f"onrecord     {words / spent:9,.0f} words a second")
    print(f"ratio        {bare_spent / spent:9.2f}")
    for step, seconds in clock.spent.items():
        print(f"  {step:<10} {100 * seconds / spent:5.1f} %")
    return 0


def whole(pipeline: Pipeline, text: str, clock: Clock) -> None:
    """One text from page to entries, its steps timed."""
    page = text_page("text", text)
    document = clock.timed("read", lambda: read(page))
    notes = clock.timed("annotate", lambda: pipeline.annotator.annotate(document))
    found = clock.timed("find", lambda: find(document, notes, pipeline.frames, pipeline.actors))
    resolved = clock.timed("resolve", lambda: resolve(document, notes, found, pipeline.actors))
    clock.timed("relate", lambda: relate(document, notes, resolved))


if __name__ == "__main__":
    sys.exit(main())
