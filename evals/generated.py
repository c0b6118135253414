"""Any number of invented pages whose truth is known: who says what on each, word for word.

    python evals/generated.py --count 1000 --reprints 0.4 > pages.jsonl

A page is made from its number alone, so page 7 is the same in a collection of ten and of a million. Besides sayings it has
acts between countries and lines in which nothing is said or done. A reprint is an earlier page's text under another
outlet's line. The lines are objects as ``onrecord add`` reads them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

GIVEN = "Ilsa Tomas Ruta Emil Nadia Viktor Lena Oskar Mira Pavel Dora Janek Sofia Marek Alma Bruno".split()
FAMILY = "Maren Koval Brandt Ostrow Velde Lindqvist Haraldsen Petrak Novotna Seidl Kerrin Dvorsky Tamm Rausing".split()
LANDS = "Kenya Norway Chile Poland Vietnam Ghana Peru Finland Jordan Nepal Uganda Latvia".split()
OFFICES = ("foreign minister", "prime minister", "president", "defence minister", "finance minister")
CUES = ("said", "told reporters", "announced", "insisted", "warned")
CONTENTS = (
    "the border at kilometre {n} would stay open until the {n}th convoy had passed",
    "talks over fishing zone {n} had failed",
    "{n} families would be moved from the valley before winter",
    "the agreement of round {n} would be signed without changes",
    "no troops would be sent beyond marker {n}",
    "the loan of {n} million would be paid back in full",
)
ACTS = (
    "{a} accused {b} of shelling post {n} on the northern ridge.",
    "{a} and {b} signed an agreement on {n} shared wells.",
    "{a} sent {n} tonnes of wheat to {b} after the floods.",
    "Troops from {a} attacked a base in {b} with {n} rockets.",
    "{a} expelled {n} diplomats of {b}.",
)
IDLE = (
    "The river stands {n} centimetres above its usual mark at this time of the year.",
    "Ferries leave the old pier every {n} minutes while the bridge is painted.",
    "The orchard has {n} kinds of apples, most of them small and very sour.",
    "A kilometre of the path is closed; walkers take the road past house {n}.",
    "Rain fell on {n} of the last hundred days.",
    "Its tower, {n} steps high, is the oldest brick building of the coast.",
)
OUTLETS = tuple(
    f"The {name} {kind}" for name in ("Harbour", "Valley", "Northern", "Lakeside") for kind in ("Courier", "Post")
)
MARK = 0x9E3779B1
"""Spreads the dice of neighbouring pages apart."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A saying that stands on a page."""

    speaker: str
    content: str


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and what is said on it; ``of`` is the number of the page that it reprints."""

    number: int
    text: str
    outlet: str
    day: date
    sayings: tuple[Saying, ...]
    of: int | None = None

    def line(self) -> str:
        """The page as one object of a JSONL file."""
        fields = {
            "id": f"made-{self.number}",
            "text": self.text,
            "published": self.day.isoformat(),
            "outlet": self.outlet,
        }
        return json.dumps(fields)


def page(number: int, reprints: float = 0.0) -> Made:
    """The page of this number; with ``reprints`` that share of pages repeats one of the hundred before it."""
    dice = random.Random(number * MARK)
    day = date(2021, 1, 1) + timedelta(days=number % 365)
    outlet = dice.choice(OUTLETS)
    if number and dice.random() < reprints:
        first = page(max(0, number - 1 - dice.randrange(100)), reprints)
        text = f"{first.text}\n\nFirst published elsewhere; {outlet}, edition {number}."
        return Made(number, text, outlet, day, first.sayings, first.number if first.of is None else first.of)
    body: list[str] = []
    sayings: list[Saying] = []
    for _ in range(dice.randrange(4, 9)):
        sentences = []
        for _ in range(dice.randrange(2, 5)):
            sentences.append(_sentence(dice, sayings))
        body.append(" ".join(sentences))
    return Made(number, "\n\n".join(body), outlet, day, tuple(sayings))


def _sentence(dice: random.Random, sayings: list[Saying]) -> str:
    number, kind = dice.randrange(2, 5000), dice.random()
    if kind < 0.35:
        speaker = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"
        content = dice.choice(CONTENTS).format(n=number)
        sayings.append(Saying(speaker, content))
        office = f"the {dice.choice(OFFICES)} of {dice.choice(LANDS)}"
        return f"{speaker}, {office}, {dice.choice(CUES)} that {content}."
    if kind < 0.6:
        one, other = dice.sample(LANDS, 2)
        return dice.choice(ACTS).format(a=one, b=other, n=number)
    return dice.choice(IDLE).format(n=number)


def pages(count: int, reprints: float = 0.0, start: int = 0) -> Iterator[Made]:
    """The pages from number ``start`` on."""
    return (page(number, reprints) for number in range(start, start + count))


def main() -> int:
    """Prints the pages, one object a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--reprints", type=float, default=0.0, help="share of pages that repeat an earlier one")
    given = parser.parse_args()
    for one in pages(given.count, given.reprints, given.start):
        print(one.line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
