"""Any number of short invented dispatches of running stories, whose truth is known.

    python evals/dispatches.py --count 1000 > pages.jsonl

Fifty dispatches a day from 2015 on, twenty stories at a time, each between three countries and from a week to four months
long, with places and undertakings of its own; ministers change every few years. What a story's day brings is told by several
dispatches in different words, one dispatch in seven repeats an earlier one, whole or cut, under its own line. A page is made
from its number alone, so page 7 is the same in a collection of ten and of a million. Known of each page: who says what, who
did what to whom, which story it tells, which page it repeats. The lines are objects as ``onrecord add`` reads them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from generated import GIVEN, MARK, OFFICES, Saying

LANDS = {
    "Kenya": "KEN", "Norway": "NOR", "Chile": "CHL", "Poland": "POL", "Vietnam": "VNM", "Ghana": "GHA", "Peru": "PER",
    "Finland": "FIN", "Nepal": "NPL", "Uganda": "UGA", "Latvia": "LVA", "Brazil": "BRA", "Canada": "CAN", "Egypt": "EGY",
    "France": "FRA", "Greece": "GRC", "Hungary": "HUN", "India": "IND", "Japan": "JPN", "Kuwait": "KWT", "Laos": "LAO",
    "Mexico": "MEX", "Nigeria": "NGA", "Oman": "OMN", "Portugal": "PRT", "Qatar": "QAT", "Romania": "ROU", "Spain": "ESP",
    "Tunisia": "TUN", "Ukraine": "UKR", "Yemen": "YEM", "Zambia": "ZMB", "Austria": "AUT", "Belgium": "BEL", "Croatia": "HRV",
    "Denmark": "DNK", "Ecuador": "ECU", "Iceland": "ISL", "Mongolia": "MNG", "Paraguay": "PRY",
}  # fmt: skip
DEEDS = (
    ("ACCUSE", "{a} accused {b} of moving {n} markers near {place}", "{a} has accused {b} of moving {n} markers"),
    ("AID", "{a} sent {n} tonnes of wheat to {b}", "{a} has sent {n} tonnes of wheat to {b}"),
    ("ASSAULT", "{a} attacked a post of {b} near {place} with {n} rockets", "{a} attacked {b} with {n} rockets"),
    ("CONSULT", "{a} met with {b} in {place} over {n} open questions", "{a} held talks with {b} on {n} questions"),
    (
        "THREATEN",
        "{a} threatened {b} with war over {n} wells near {place}",
        "{a} threatened {b} with war over {n} wells",
    ),
    (
        "REJECT",
        "{a} rejected a demand of {b} for {n} permits",
        "{a} rejected a demand of {b} for {n} permits in {place}",
    ),
)
"""What one country does to another, told in two ways."""
CONTENTS = (
    "the {work} at {place} would be opened before the end of the year",
    "{n} families from {place} would get new houses",
    "the talks on the {work} had stalled over {n} points",
    "nobody would be left without water in {place}",
    "the {work} would cost {n} million more than was planned",
    "the agreement on {place} would be kept to the letter",
)
CUES = ("said", "told reporters", "announced", "insisted", "warned")
THINGS = (
    "market hall", "orchard", "ferry", "bell tower", "salt road", "school", "mill race", "clock", "museum", "bakery", "bus depot",
    "quarry", "library", "harbour wall", "walnut grove", "football ground", "weather station", "chapel", "barley field", "inn",
    "swimming hall", "toll house", "cinema", "ropeway", "fish hatchery", "glass works",
)  # fmt: skip
LOOKS = (
    "old narrow painted empty crowded small famous new wooden quiet steep sunny windy brick stone half-finished".split()
)
BEINGS = (
    "stands behind", "lies above", "is older than", "takes its name from", "has the same roof as", "smells of", "is lit by",
    "can be seen from", "is named after", "shares a yard with", "has more visitors than", "looks out over", "is wider than",
    "was once part of", "keeps the records of", "borrows its water from", "is as long as", "lies in the shade of",
)  # fmt: skip
ASIDES = (
    "and costs {n} coins to enter", "with {n} steps between them", "some {n} metres from the shore",
    "since the flood {n} years ago", "on {n} days of the year", "in a picture of {n} colours", "by a path of {n} bends",
    "except in snow",
    "as any child there knows", "behind a row of {n} poplars", "in every guidebook but one", "at the price of {n} coins a night",
)  # fmt: skip
WORKS = (
    "dam bridge port canal railway mine refinery pipeline tunnel reservoir airfield lighthouse terminal market".split()
)
OUTLETS = tuple(
    f"The {name} {kind}"
    for name in "Harbour Valley Northern Lakeside Eastern Meadow Granite Juniper".split()
    for kind in ("Courier", "Post", "Herald", "Gazette", "Times")
)
BEGIN = date(2015, 1, 1)
A_DAY = 50
"""Dispatches a day."""
LENGTHS = (7, 9, 11, 14, 17, 20, 24, 28, 30, 33, 37, 41, 45, 52, 60, 68, 77, 88, 100, 120)
"""Days that the stories of each place among the twenty take; when one ends the next begins."""
TERM = 1200
"""Days that a minister stays."""
REPEATED = 1 / 7


@dataclass(frozen=True, slots=True)
class Deed:
    """What one country does to another, and the day and story it belongs to; ``id`` is one for all who tell of it."""

    id: str
    type: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A page and what is true of it; ``of`` is the number of the page that it repeats."""

    number: int
    text: str
    title: str
    outlet: str
    day: date
    story: str
    sayings: tuple[Saying, ...]
    deeds: tuple[Deed, ...]
    of: int | None = None

    def line(self) -> str:
        """The page as one object of a JSONL file."""
        fields = {
            "id": f"dispatch-{self.number}", "text": self.text, "title": self.title, "published": self.day.isoformat(),
            "outlet": self.outlet,
        }  # fmt: skip
        return json.dumps(fields)


@dataclass(frozen=True, slots=True)
class Story:
    """What all dispatches of a story share."""

    id: str
    lands: tuple[str, ...]
    places: tuple[str, ...]
    works: tuple[str, ...]


def name(dice: random.Random, least: int = 2) -> str:
    """A made-up name of two or three syllables."""
    syllables = (
        "".join(map(dice.choice, ("bdgklmnprstvz", "aeiou", "lmnrst"))) for _ in range(dice.randrange(least, 4))
    )
    return "".join(syllables).title()


@lru_cache(maxsize=1000)
def story(place: int, number: int) -> Story:
    """The ``number``-th story of one of the twenty places."""
    dice = random.Random((place * 100_003 + number) * MARK)
    lands = tuple(dice.sample(sorted(LANDS), 3))
    return Story(f"{place}-{number}", lands, tuple(name(dice) for _ in range(4)), tuple(dice.sample(WORKS, 2)))


@lru_cache(maxsize=10_000)
def holder(office: str, land: str, term: int) -> str:
    """Who holds an office in a term."""
    dice = random.Random(f"{office} {land} {term}")
    return f"{dice.choice(GIVEN)} {name(dice)}"


def told(one: Story, day: int, turn: int) -> tuple[Deed, int, str]:
    """The ``turn``-th deed of a story's day, its number among the ways of telling, and the figure and place in it."""
    dice = random.Random(f"{one.id} {day} {turn}")
    kind = dice.randrange(len(DEEDS))
    source, target = dice.sample(one.lands, 2)
    figure = f"{dice.randrange(3, 900)}|{dice.choice(one.places)}"
    return Deed(f"{one.id}/{day}/{turn}", DEEDS[kind][0], source, target), kind, figure


@lru_cache(maxsize=2000)
def page(number: int) -> Dispatch:
    """The dispatch of this number."""
    dice = random.Random(number * MARK)
    outlet = dice.choice(OUTLETS)
    if number >= A_DAY and dice.random() < REPEATED:
        return _repeat(number, page(number - 1 - dice.randrange(3 * A_DAY) % number), outlet, dice)
    day = number // A_DAY
    place = min(int(len(LENGTHS) * dice.random() ** 1.5), len(LENGTHS) - 1)
    one = story(place, day // LENGTHS[place])
    sayings: list[Saying] = []
    deeds: list[Deed] = []
    body = []
    for at in range(dice.randrange(2, 6)):
        lines = [
            _line(one, day, dice, sayings, deeds, lead=not at and not second) for second in range(dice.choice((1, 2)))
        ]
        body.append(" ".join(lines))
    when = BEGIN + timedelta(days=day)
    title = f"{one.lands[0]} and the {one.works[0]} at {one.places[0]}: notes from day {day}, part {number % A_DAY}"
    return Dispatch(number, "\n\n".join(body), title, outlet, when, one.id, tuple(sayings), tuple(deeds))


def _repeat(number: int, first: Dispatch, outlet: str, dice: random.Random) -> Dispatch:
    parts = first.text.split("\n\n")
    kept = parts if dice.random() < 0.6 else parts[: max(2, len(parts) - 1)]
    text = "\n\n".join((*kept, f"This was taken over by {outlet}, edition {number}."))
    when = BEGIN + timedelta(days=number // A_DAY)
    sayings = tuple(one for one in first.sayings if one.content in text)
    deeds = first.deeds if len(kept) == len(parts) else first.deeds[:1]
    of = first.number if first.of is None else first.of
    return Dispatch(number, text, first.title, outlet, when, first.story, sayings, deeds, of)


def _line(one: Story, day: int, dice: random.Random, sayings: list[Saying], deeds: list[Deed], *, lead: bool) -> str:
    """One sentence: what happened in the first, then sayings, deeds and what there is to know about the region."""
    kind, place, work = dice.random(), dice.choice(one.places), dice.choice(one.works)
    if lead:
        deed, way, figure = told(one, day, dice.randrange(2))
        deeds.append(deed)
        count, _, where = figure.partition("|")
        return dice.choice(DEEDS[way][1:]).format(a=deed.source, b=deed.target, n=count, place=where) + "."
    if kind < 0.3:
        office, land = dice.choice(OFFICES), dice.choice(one.lands)
        speaker = holder(office, land, (day + 97 * len(land + office)) // TERM)
        content = dice.choice(CONTENTS).format(n=dice.randrange(3, 900), place=place, work=work)
        sayings.append(Saying(speaker, content))
        return f"{speaker}, the {office} of {land}, {dice.choice(CUES)} that {content}."
    one_thing, other = dice.sample(THINGS, 2)
    other = dice.choice((f"the {other}", f"the {dice.choice(LOOKS)} {other}", f"the {work} at {place}", f"the {work}"))
    aside = dice.choice(ASIDES).format(n=dice.randrange(3, 900))
    return f"The {dice.choice(LOOKS)} {one_thing} of {place} {dice.choice(BEINGS)} {other} {aside}."


def pages(count: int, start: int = 0) -> Iterator[Dispatch]:
    """The dispatches from number ``start`` on."""
    return map(page, range(start, start + count))


def write(folder: Path, count: int, each: int = 1000) -> list[Path]:
    """Writes them to files of ``each`` dispatches, in their order."""
    files = []
    for start in range(0, count, each):
        file = folder / f"{start:09}.jsonl"
        lines = (one.line() for one in pages(min(each, count - start), start))
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        files.append(file)
    return files


def main() -> int:
    """Prints the pages, one object a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--start", type=int, default=0)
    given = parser.parse_args()
    for one in pages(given.count, given.start):
        print(one.line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
