"""Measure the times reader: ``python evals/times.py --data DIR [--misses N]``.

DIR, which may be left out, holds ``wikiwars/tml/*.tml`` (TIMEX3 in running text, narrative history) and
``recognizers-specs/*.json`` (single sentences with a reference day). Neither is part of this project; ``docs`` say where
they come from.

WikiWars: strict and relaxed (overlapping) extents over all expressions and over those with a calendar value, and of the
relaxed matches with a calendar value the share whose days agree. Its annotators leave out words like "since" and
"until", which we keep with the time, and keep modifiers ("early 1999") out of the value: both are undone before
comparing. Specs: an expected date or range counts as found where some time of ours overlaps its words, and as right
where the days agree (the specs give ends of ranges not included; the past or the future resolution will do). ``held``
also counts an interval of ours that holds the expected days: we read "two weeks ago" as that week, the specs as a day.

Relaxed F1 pairs each expression with at most one of ours that overlaps it. Of the matches with a calendar value,
``disjoint`` is the share where none of our days is among theirs: a wrong day. Our own sentences (``times_news.txt``) are
measured first, with the same definitions; ``--half held`` is for the end, ``--half wire`` the newswire sentences.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from times_news import HALVES, NEWS, score_news

from onrecord.find.times import parse_times, resolve_symbol
from onrecord.schema import When

_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.S)
_OPERATORS = re.compile(r"(?:since|until|till|by|before|after|between|from)\s+", re.I)
_LINK = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+(?:the\s+)?")
_SEASON = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
SPEC_FILES = ("DateParser.json", "DatePeriodParser.json")

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated expression in a text."""

    start: int
    end: int
    text: str
    value: str


def wikiwars(path: Path) -> tuple[str, list[Gold], date | None]:
    """The plain text of a TimeML file, its expressions, and its day of creation."""
    source = path.read_text(encoding="utf-8")
    created = re.search(r"<DCT>.*?value=\"(\d{4}-\d{2}-\d{2})\"", source, re.S)
    body = source[source.index("<TEXT>") + 6 : source.index("</TEXT>")]
    text, golds, at = "", [], 0
    for match in _TIMEX.finditer(body):
        text += html.unescape(re.sub(r"<[^>]+>", "", body[at : match.start()]))
        words = html.unescape(re.sub(r"<[^>]+>", "", match[2]))
        value = re.search(r'value="([^"]*)"', match[1])
        golds.append(Gold(len(text), len(text) + len(words), words, value[1] if value else ""))
        text += words
        at = match.end()
    text += html.unescape(re.sub(r"<[^>]+>", "", body[at:]))
    return text, golds, date.fromisoformat(created[1]) if created else None


def gold_days(value: str) -> Days | None:
    """The days of a TIMEX value, or None for durations, references and years before Christ."""
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:T.*)?", value)
    if match:
        return resolve_symbol(match[1], None)
    if re.fullmatch(r"\d{4}(-\d{2})?(-XX)?(-XX)?(T.*)?", value):
        return resolve_symbol(re.sub(r"(-XX|T.*)", "", value), None)
    if re.fullmatch(r"\d{3}", value):
        return resolve_symbol(value + "0s", None)
    if re.fullmatch(r"\d{2}", value):
        return resolve_symbol(f"century({value}50)", None)
    match = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if match:
        return resolve_symbol(f"season({_SEASON[match[2]]}) in {match[1]}", None)
    match = re.fullmatch(r"(\d{4})-([QH])(\d)", value)
    if match:
        return resolve_symbol(f"{'quarter' if match[2] == 'Q' else 'half'}({match[3]}) in {match[1]}", None)
    match = re.fullmatch(r"(\d{4})-W(\d{2})", value)
    if match:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + timedelta(days=6)
    return None


def readings(when: When, anchor: date | None) -> list[Days]:
    """The days of a time and of what its symbol is built from: a part's whole, a range's two ends."""
    found: list[Days] = [(when.earliest, when.latest)]
    symbol = when.symbol or ""
    for piece in (symbol, *re.split(r"\s*\.\.\s*", symbol)):
        found.append(resolve_symbol(piece, anchor))
        for match in re.finditer(r"(?:early|mid|late|start|end|before|first\([^,]*,|final\([^,]*,)\s*\(?(.*)\)", piece):
            inner = match[1]
            found += [resolve_symbol(inner, anchor), resolve_symbol(inner.removesuffix(")"), anchor)]
    return found


def stripped(when: When) -> tuple[int, int]:
    """The extent without the operator word before it."""
    assert when.start is not None and when.end is not None and when.text is not None
    match = _OPERATORS.match(when.text)
    return when.start + (match.end() if match else 0), when.end


def extents(when: When) -> list[tuple[int, int]]:
    """The extent, and of a range those of its two ends: the annotators mark them one by one."""
    start, end = stripped(when)
    assert when.text is not None and when.start is not None
    link = _LINK.search(when.text, start - when.start + 1) if when.symbol and ".." in when.symbol else None
    if link is None:
        return [(start, end)]
    return [(start, end), (start, when.start + link.start()), (when.start + link.end(), end)]


def score_wikiwars(folder: Path, misses: int) -> None:
    """Print extents and values over all documents."""
    count: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for path in sorted(folder.glob("*.tml")):
        text, golds, anchor = wikiwars(path)
        found = parse_times(text, 0, anchor)
        spans = {span for when in found for span in extents(when)}
        count["found"] += len(found)
        hit: set[int] = set()
        paired: set[int] = set()
        for gold in golds:
            days = gold_days(gold.value)
            dated = days is not None and days != (None, None) or gold.value.startswith("BC")
            over = [k for k, when in enumerate(found) if when.start < gold.end and gold.start < when.end]  # type: ignore[operator]
            hit.update(over)
            strict = (gold.start, gold.end) in spans
            for key in ("all", "dated") if dated else ("all",):
                count[key] += 1
                count[f"{key} strict"] += strict
                count[f"{key} relaxed"] += bool(over)
            free = [k for k in over if k not in paired]
            paired.update(free[:1])
            if not over:
                wrong[f"missed    {gold.text!r} {gold.value}"] += 1
            elif days is not None and days != (None, None):
                count["valued"] += 1
                right = any(days in readings(found[k], anchor) for k in over)
                count["right"] += right
                count["right strict"] += right and strict
                count["disjoint"] += not right and all(_apart(found[k], days) for k in over)
                if not right:
                    best = found[over[0]]
                    wrong[
                        f"value     {gold.text!r} {gold.value} ours {best.earliest}..{best.latest} {best.symbol}"
                    ] += 1
            if over and not strict:
                wrong[f"extent    {gold.text!r} ours {found[over[0]].text!r}"] += 1
        count["found hits"] += len(hit)
        count["paired"] += len(paired)
        for k, when in enumerate(found):
            if k not in hit:
                wrong[f"spurious  {when.text!r} in {text[max(0, when.start - 30) : when.end + 20]!r}"] += 1  # type: ignore[operator]
    _print_wikiwars(count)
    _print_misses(wrong, misses)


def _print_wikiwars(count: Counter[str]) -> None:
    out = sys.stdout.write
    out("WikiWars\n")
    out(f"  found {count['found']}, of them on an annotated time {_ratio(count['found hits'], count['found'])}\n")
    for key in ("all", "dated"):
        out(
            f"  {key}: strict {_ratio(count[key + ' strict'], count[key])},"
            f" relaxed {_ratio(count[key + ' relaxed'], count[key])}\n"
        )
    precision, recall = count["all strict"] / max(1, count["found"]), count["all strict"] / max(1, count["all"])
    out(f"  all, strict extent F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}\n")
    relaxed = 2 * count["paired"] / max(1, count["found"] + count["all"])
    out(f"  all, relaxed extent F1 {relaxed:.3f}\n")
    out(f"  value right where found and of the calendar: {_ratio(count['right'], count['valued'])}\n")
    out(f"  value disjoint: {_ratio(count['disjoint'], count['valued'])}\n")


def _apart(when: When, days: Days) -> bool:
    """True where no day of ours is among those expected; what tells no days is not wrong."""
    before = when.latest is not None and days[0] is not None and when.latest < days[0]
    return before or (when.earliest is not None and days[1] is not None and when.earliest > days[1])


def _ratio(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / max(1, whole):.3f}"


def _print_misses(wrong: Counter[str], misses: int) -> None:
    if misses:
        for line, number in sorted(wrong.items(), key=lambda item: (item[0].split()[0], -item[1], item[0])):
            if misses > 0:
                sys.stdout.write(f"    {number:3d} {line}\n")
                misses -= 1


def score_specs(path: Path, misses: int) -> None:
    """Print what share of the expected dates and ranges of one file is found and right."""
    cases = json.loads(path.read_text(encoding="utf-8-sig"))
    count: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for case in cases:
        reference = (case.get("Context") or {}).get("ReferenceDateTime", "")[:10]
        anchor = date.fromisoformat(reference) if reference else None
        found = parse_times(case["Input"], 0, anchor)
        used = 0
        for result in case["Results"]:
            expected = _expected(result)
            if not expected:
                continue
            start, end = result["Start"], result["Start"] + result["Length"]
            over = [when for when in found if when.start < end and start < when.end]
            used += len(over)
            count["expected"] += 1
            count["found"] += bool(over)
            right = any((when.earliest, when.latest) in expected for when in over)
            held = right or any(_holds(when, days) for when in over for days in expected)
            count["right"] += right
            count["held"] += held
            if not held:
                ours = "; ".join(f"{when.text!r} {when.earliest}..{when.latest}" for when in over) or "nothing"
                wrong[
                    f"{case['Input']!r} @{reference} {result['Text']!r} {expected[0][0]}..{expected[0][1]} ours {ours}"
                ] += 1
        count["spurious"] += len(found) - min(used, len(found))
    sys.stdout.write(f"{path.name}: found {_ratio(count['found'], count['expected'])}, ")
    sys.stdout.write(
        f"same days {_ratio(count['right'], count['expected'])}, held {_ratio(count['held'], count['expected'])}, "
    )
    sys.stdout.write(f"spurious {count['spurious']}\n")
    _print_misses(wrong, misses)


def _holds(when: When, days: Days) -> bool:
    if None in (when.earliest, when.latest, *days):
        return False
    assert when.earliest and when.latest and days[0] and days[1]
    span = (when.latest - when.earliest).days
    return when.earliest <= days[0] and days[1] <= when.latest and span <= 366


def _expected(result: dict[str, object]) -> list[Days]:
    """The days of the past and the future resolution; ranges give their last day here."""
    value = result.get("Value")
    if not isinstance(value, dict):
        return []
    found: list[Days] = []
    for side in ("PastResolution", "FutureResolution"):
        entry = value.get(side) or {}
        if entry.get("date", "0001") > "0002":
            found.append((date.fromisoformat(entry["date"]),) * 2)
        elif "startDate" in entry and "endDate" in entry:
            last = date.fromisoformat(entry["endDate"])
            found += [(date.fromisoformat(entry["startDate"]), last - timedelta(days=k)) for k in (1, 0)]
    return found


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description="Measure the times reader against outside annotations.")
    parser.add_argument("--data", type=Path, help="folder with wikiwars/ and recognizers-specs/")
    parser.add_argument("--half", choices=HALVES, default="tune", help="which half of our own sentences")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print up to N misses for each set")
    arguments = parser.parse_args()
    score_news(NEWS, arguments.half, arguments.misses)
    if arguments.data is None:
        return
    score_wikiwars(arguments.data / "wikiwars" / "tml", arguments.misses)
    for name in SPEC_FILES:
        score_specs(arguments.data / "recognizers-specs" / name, arguments.misses)


if __name__ == "__main__":
    main()
