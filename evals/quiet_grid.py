"""Events on sentences made by rule: ``python evals/quiet_grid.py [--half tuned|held] [--count N] [--misses N] [--json FILE]``.

``quiet_grid.txt`` beside this file holds nations, heads and verbs (CC0). A nation and a head that is nobody public (*the Kenyan
potter*, *Peru's orchestra*, *the Thai space probe*) make no public event, whatever they do to each other; a government, an
army or a court makes one. Each figure is the share of ``--count`` sentences of a kind with an event: of the private kinds as
few as can be, of the public ones as many. The sentences are drawn at random, the same ones each time. ``held`` takes every
second head, on which nothing is tuned.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from common import USUAL, Process, Ratio, Read, Report, digest, emit, findings, shipped
from quiet import load

WORDS = Path(__file__).with_name("quiet_grid.txt")
PRIVATE = ("private people", "private body", "thing")
PUBLIC, COUNTRY = "public body", "country"
MATTERS = ("match", "public matter")
QUIET = [*((one, "other") for one in PRIVATE), ("player", "match"), (COUNTRY, "match")]
PAIRS = [*QUIET, (PUBLIC, "other"), ("private people", PUBLIC), (PUBLIC, PUBLIC), (COUNTRY, "public matter")]
"""Who does something to whom, or where: first those whose acts are no public events."""
HALVES = ("tuned", "held")
PATTERNS = (
    "The {nation} {doer} {past} the {abroad} {other}.",
    "{country}'s {doer} {past} the {other}.",
    "The {abroad} {other} was {participle} by the {nation} {doer}.",
    "The {doer} from {country} {past} the {other} on Sunday.",
    "Few were surprised when the {nation} {doer} {past} {elsewhere}'s {other}.",
    "“We will {infinitive} the {abroad} {other},” the {nation} {doer} said.",
    "The {nation} {doer}'s {noun} the {abroad} {other} surprised many.",
    "{capital} {doer} has {participle} the {other}, a {abroad} paper wrote.",
)
"""Who does it, active and passive, by adjective, owner and origin, with verbs and nouns."""
MATCHES = (
    "{country} {past} {elsewhere} {other}.",
    "On Sunday {country} {past} {elsewhere} {other}.",
    "{country}'s {doer} {past} {elsewhere} {other}.",
    "{elsewhere} will be {participle} by {country} {other}.",
    "“We will be {participle} {other},” the {nation} {doer} said of {elsewhere}.",
    "{country} will {infinitive} {elsewhere} {other}, the {abroad} {doer} fears.",
)
"""Countries as teams, told by the match alone; without players and with a public matter, countries as states."""
Words = Mapping[str, Sequence[str]]


def words(path: Path) -> Words:
    """The words of each list."""
    lists: dict[str, list[str]] = {}
    for name, word in load(path):
        lists.setdefault(name, []).append(word)
    return lists


def sentences(lists: Words, doers: str, others: str, half: str, count: int) -> Iterator[str]:
    """``count`` sentences in which a head of the list ``doers`` does something to one of the list ``others``."""
    chance = random.Random(f"{doers} {others} {half}")
    which = HALVES.index(half)
    patterns, verbs = (MATCHES, lists["match verb"]) if others in MATTERS else (PATTERNS, lists["verb"])
    if doers == COUNTRY:
        patterns = [one for one in patterns if "{doer}" not in one]
    for _ in range(count):
        (nation, country), (abroad, elsewhere) = (one.split("|") for one in chance.sample(lists["nation"], 2))
        past, participle, infinitive = chance.choice(verbs).split("|")
        yield chance.choice(patterns).format(
            nation=nation,
            capital=nation,
            country=country[:1].upper() + country[1:] if country.startswith("the ") else country,
            abroad=abroad,
            elsewhere=elsewhere,
            doer=chance.choice(lists[doers][which::2]) if doers in lists else "",
            other=chance.choice(lists[others][which::2]),
            past=past,
            participle=participle,
            infinitive=infinitive,
            noun=chance.choice(lists["noun"]),
        )


def run(name: str, lists: Words, half: str, count: int, gold: str, read: Read, pipeline: Process) -> Report:
    """The share of sentences with an event, by who does it to whom."""
    made = Report(name, gold)
    for doers, others in PAIRS:
        texts = [
            (f"{doers}-{others}-{at}", text) for at, text in enumerate(sentences(lists, doers, others, half, count))
        ]
        told = 0
        for (_, text), (_, found) in zip(texts, findings(texts, read, pipeline), strict=True):
            told += bool(found.events)
            if (doers, others) in QUIET:
                made.misses += [f"{one.type} “{one.trigger.text}” ({one.rule}): {text}" for one in found.events]
            elif not found.events:
                made.misses.append(f"no event: {text}")
        made.add(f"{doers} on {others}", f"{doers} on {others}", Ratio(told, len(texts)))
    return made


def main() -> int:
    """Prints the report; gives the exit status."""
    parser = argparse.ArgumentParser(description="Events on sentences made of private and of public heads.")
    parser.add_argument("--half", choices=HALVES, default="held", help="which heads (the default: held)")
    parser.add_argument("--count", type=int, default=500, metavar="N", help="sentences of each kind")
    parser.add_argument("--min-confidence", default=USUAL, metavar="X", help="balanced (the default) or another floor")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N wrong answers")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE")
    wanted = parser.parse_args()
    read, pipeline = shipped(wanted)
    emit(
        run(f"quiet_grid-{wanted.half}", words(WORDS), wanted.half, wanted.count, digest([WORDS]), read, pipeline),
        wanted,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
