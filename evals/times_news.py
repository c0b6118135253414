"""Our own short dated sentences of news (``times_news.txt``), each time in them marked with what it comes to."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.find.times import parse_times, resolve_symbol
from onrecord.schema import When

NEWS = Path(__file__).with_name("times_news.txt")
HALVES = ("tune", "held", "wire")
_MARK = re.compile(r"\[([^\]]*)\]\{([^}]*)\}")
_KINDS = {
    "duration": r"duration\(.*",
    "set": r"set\(.*",
    "clock": r"clock\(.*",
    "event": r"event [+-].*",
    "now": "present",
    "past": r"past",
    "future": "future",
    "fiscal": r"fiscal\(.*",
    "?": r".+",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A time marked in a sentence, in code points of the plain text; ``value`` as the file writes it."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A plain sentence, the day its page was published, and its times."""

    text: str
    published: date | None
    times: tuple[Marked, ...]
    half: str


def sentences(path: Path = NEWS) -> Iterator[Sentence]:
    """The sentences of a file in order; raises ValueError where a day of publication cannot be read."""
    published: date | None = None
    number, part = 0, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            published = None if line == "@ none" else date.fromisoformat(line[2:])
        elif line.startswith("= "):
            part = line[2:]
        elif line and not line.startswith("#"):
            number += 1
            yield _sentence(line, published, part or HALVES[number % 2 == 0])


def _sentence(line: str, published: date | None, half: str) -> Sentence:
    text, times, at = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        if mark[2] != "none":
            times.append(Marked(len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return Sentence(text + line[at:], published, tuple(times), half)


def verdict(value: str, when: When) -> str:
    """``exact``, ``disjoint`` (a wrong day), ``overlap`` (part of it right), or ``open`` (we tell no days, or too few)."""
    days = when.earliest, when.latest
    if value in _KINDS:
        if days == (None, None):
            return "exact" if re.fullmatch(_KINDS[value], when.symbol or "") else "open"
        return "overlap" if value in ("past", "now", "future") else "disjoint"
    low, _, high = value.partition("..")
    first = resolve_symbol(low, None)[0] if low else None
    last = resolve_symbol(high or low, None)[1] if high or ".." not in value else None
    if days == (first, last):
        return "exact"
    if days == (None, None):
        return "open"
    apart = (first and days[1] and days[1] < first) or (last and days[0] and days[0] > last)
    return "disjoint" if apart else "overlap"


def score_news(path: Path, half: str, misses: int) -> None:
    """Print relaxed spans, exact and disjoint intervals of one part of the file (``tune`` the odd ones, ``held``, ``wire``)."""
    count: Counter[str] = Counter()
    wrong: list[str] = []
    for sentence in sentences(path):
        if sentence.half == half:
            wrong += _score(sentence, count)
    relaxed = 2 * count["met"] / max(1, count["gold"] + count["found"])
    out = sys.stdout.write
    out(f"{path.name}, {half}: {count['gold']} times, found {count['found']}\n")
    out(f"  relaxed span F1 {relaxed:.3f} ({count['met']} met)\n")
    for kind in ("exact", "overlap", "open", "disjoint"):
        out(f"  {kind}: {count[kind]}/{count['met']} = {count[kind] / max(1, count['met']):.3f}\n")
    for line in wrong[:misses]:
        out(f"    {line}\n")


def _score(sentence: Sentence, count: Counter[str]) -> list[str]:
    found = parse_times(sentence.text, 0, sentence.published)
    wrong, used = [], set()
    count["found"] += len(found)
    count["gold"] += len(sentence.times)
    for time in sentence.times:
        over = [k for k, when in enumerate(found) if when.start < time.end and time.start < when.end]  # type: ignore[operator]
        over = [k for k in over if k not in used]
        words = f"{sentence.text!r} {sentence.text[time.start : time.end]!r} {time.value}"
        if not over:
            wrong.append(f"missed    {words}")
            continue
        used.add(over[0])
        when, count["met"] = found[over[0]], count["met"] + 1
        kind = verdict(time.value, when)
        count[kind] += 1
        if kind != "exact":
            wrong.append(f"{kind:9} {words} ours {when.text!r} {when.earliest}..{when.latest} {when.symbol}")
    wrong += [f"spurious  {sentence.text!r} {when.text!r}" for k, when in enumerate(found) if k not in used]
    return wrong
