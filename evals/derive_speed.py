"""How long ``derive`` takes, and how that grows: ``python evals/derive_speed.py [--pages 2500] [--doublings 2] [--new 0.01]``.

With ``--new`` a share of the pages, the youngest, is added behind the others: what ``derive`` then takes, beside what all took.
Records are made of invented pages with fixed dice and without the language model: stories of 4 to 60 pages over two weeks, each
with words of its own among common ones; one page in six repeats another in full or cut; six events and two statements a page.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from onrecord.derive import Made, derive
from onrecord.schema import Block, Document, Done, Event, Findings, Party, Sourced, Span, Statement, When
from onrecord.store import SQLiteStore

VERBS = (
    ("ASSAULT", "attacked"), ("ASSAULT", "shelled"), ("ACCUSE", "accused"), ("REQUEST", "urged"), ("CONSULT", "met"),
    ("SUPPORT", "praised"), ("REJECT", "rejected"), ("THREATEN", "warned"), ("AID", "helped"), ("COERCE", "arrested"),
)  # fmt: skip
LANDS = tuple(f"Land{letter}{other}" for letter in "abcdefghij" for other in "abcdefgh")


def main() -> int:
    """Times records of growing size and prints each step's seconds."""
    parser = argparse.ArgumentParser(description="Seconds that derive takes, by size of the record.")
    parser.add_argument("--pages", type=int, default=2500)
    parser.add_argument("--doublings", type=int, default=2)
    parser.add_argument("--new", type=float, default=0.0, metavar="SHARE", help="add this share of the pages later")
    wanted = parser.parse_args()
    before = 0.0
    for doubling in range(wanted.doublings + 1):
        many = wanted.pages * 2**doubling
        if wanted.new:
            whole, later = added(many, wanted.new)
            print(
                f"{many:7,} pages   {whole:7.1f} s, then {later:.1f} s for {wanted.new:.1%} more: {later / whole:.1%}"
            )
            continue
        spent = timed(many)
        grown = f"   {spent / before:.2f} times the half" if before else ""
        print(f"{many:7,} pages   {spent:7.1f} s{grown}", flush=True)
        before = spent
    return 0


def timed(many: int) -> float:
    """Seconds of processor time to derive a record of so many pages, the making of it aside."""
    with tempfile.TemporaryDirectory() as folder, SQLiteStore(Path(folder) / "made.onrecord") as store:
        fill(store, pages(many))
        return spent_on(store)


def added(many: int, share: float) -> tuple[float, float]:
    """Seconds for all but the youngest pages, and for these when they join."""
    ordered = sorted(pages(many), key=lambda one: (one.document.published or When()).earliest or date.min)
    new = max(1, round(many * share))
    with tempfile.TemporaryDirectory() as folder, SQLiteStore(Path(folder) / "made.onrecord") as store:
        fill(store, ordered[:-new])
        whole = spent_on(store)
        fill(store, ordered[-new:])
        return whole, spent_on(store)


def fill(store: SQLiteStore, made: Iterable[Findings]) -> None:
    """Puts pages on record."""
    for found in made:
        store.put(found, [Done(found.document.doc, "page", "f", "found")])


def spent_on(store: SQLiteStore) -> float:
    """Seconds of processor time that ``derive`` takes, each step told with what it gave and took."""
    begun = last = time.process_time()

    def tell(made: Made) -> None:
        nonlocal last
        counts = ", ".join(f"{number:,} {kind}" for kind, number in made.counts)
        print(f"    {made.step}: {counts or 'nothing'}, {time.process_time() - last:.1f} s", flush=True)
        last = time.process_time()

    derive(store, 0.0, each=tell)
    return time.process_time() - begun


def pages(many: int, seed: int = 3) -> Iterator[Findings]:
    """The pages, story by story."""
    dice = random.Random(seed)
    common = [_word(dice) for _ in range(3000)]
    made = 0
    while made < many:
        own, lands = [_word(dice) for _ in range(60)], dice.sample(LANDS, 4)
        begins = date(2020, 1, 1) + timedelta(days=dice.randrange(1500))
        texts: list[list[str]] = []
        for _ in range(min(dice.randrange(4, 61), many - made)):
            if texts and dice.random() < 1 / 6:
                lines = texts[dice.randrange(len(texts))]
                lines = lines[: dice.randrange(3, len(lines) + 1)]
            else:
                lines = [_sentence(dice, own, common, lands) for _ in range(14)]
                texts.append(lines)
            yield _page(lines, begins + timedelta(days=dice.randrange(14)), made)
            made += 1


def _word(dice: random.Random) -> str:
    return "".join(dice.choice("bcdfghklmnprst") + dice.choice("aeiou") for _ in range(dice.randrange(2, 5)))


def _sentence(dice: random.Random, own: Sequence[str], common: Sequence[str], lands: Sequence[str]) -> str:
    who, whom = dice.sample(list(lands), 2)
    said = [dice.choice(own) if dice.random() < 0.3 else common[int(3000 * dice.random() ** 3)] for _ in range(20)]
    return f"{who} {dice.choice(VERBS)[1]} {whom} {' '.join(said)}."


def _page(lines: Sequence[str], day: date, number: int) -> Findings:
    text = "\n".join(lines)
    sha = hashlib.sha256(f"{number} {text}".encode()).hexdigest()
    starts = [sum(len(one) + 1 for one in lines[:at]) for at in range(len(lines))]
    blocks = tuple(
        Block("paragraph", start, start + len(line), "made") for start, line in zip(starts, lines, strict=True)
    )
    when = When(earliest=day, latest=day, precision="day", basis="metadata")
    document = Document(
        sha[:16], sha, f"{number}.txt", text, blocks, published=when, outlet=Sourced(f"Outlet {number % 40}", origin="input"),
        title=Sourced(" ".join(lines[0].split()[:6]), origin="input"),
    )  # fmt: skip
    events = [_event(document, start, line) for start, line in zip(starts[:6], lines[:6], strict=False)]
    said = [_statement(document, start, line) for start, line in zip(starts[6:8], lines[6:8], strict=False)]
    return Findings(document, statements=tuple(said), events=tuple(events))


def _party(text: str, name: str, at: int) -> Party:
    start = text.index(name, at)
    return Party(name, start, start + len(name), name, f"t:{name}", "country", name[-3:].upper(), how="table:made")


def _event(document: Document, start: int, line: str) -> Event:
    who, word, whom = line.split()[:3]
    text, at = document.text, start + len(who) + 1
    kind = next(kind for kind, verb in VERBS if verb == word)
    return Event(
        hashlib.sha256(f"{document.doc}{start}".encode()).hexdigest()[:16], document.doc, "paragraph", kind,
        Span.of(text, at, at + len(word)), Span.of(text, start, start + len(line)),
        source=(_party(text, who, start),), target=(_party(text, whom, at),), confidence=0.9,
    )  # fmt: skip


def _statement(document: Document, start: int, line: str) -> Statement:
    who, word = line.split()[:2]
    text, at = document.text, start + len(who) + 1
    return Statement(
        hashlib.sha256(f"{document.doc}s{start}".encode()).hexdigest()[:16], document.doc, "paragraph",
        Span.of(text, at, at + len(word)), (Span.of(text, at + len(word) + 1, start + len(line)),), "indirect", "says",
        speaker=_party(text, who, start), confidence=0.9, speaker_confidence=0.95,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
