"""Happenings along time, a line for each type: a dot is a day, a bar the days between which a thing is told to have happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.web.charts.axis import WIDTH, Axis, axis_of

LEFT, LINE, FOOT = 110, 24, 24
DOT = 5
OPEN = 26
"""How far a bar reaches whose other end is not known."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing to draw: its line, its days, what it is in words, its class of colour, and where it leads."""

    line: str
    earliest: date | None
    latest: date | None
    told: str
    style: str
    address: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A dot (``width`` 0) or a bar; ``open`` where one end is not known."""

    x: float
    y: float
    width: float
    open: bool
    what: Happened


@dataclass(frozen=True, slots=True)
class Spans:
    """The whole picture; ``lines`` are heights with names."""

    marks: tuple[Mark, ...]
    lines: tuple[tuple[float, str], ...]
    ticks: tuple[tuple[float, str], ...]
    height: float
    undated: int
    width: int = WIDTH
    left: int = LEFT


def spans(things: Sequence[Happened], order: Sequence[str]) -> Spans | None:
    """The dated things on their lines, those in the order of ``order``; None where nothing is dated."""
    dated = [one for one in things if one.earliest or one.latest]
    axis = axis_of((day for one in dated for day in (one.earliest, one.latest)), LEFT)
    if axis is None:
        return None
    used = {one.line for one in dated}
    lines = {name: number * LINE + LINE / 2 + 4 for number, name in enumerate(name for name in order if name in used)}
    marks = tuple(_mark(one, axis, lines[one.line]) for one in dated)
    return Spans(
        marks, tuple((y, name) for name, y in lines.items()), tuple(axis.ticks()), len(lines) * LINE + 8 + FOOT,
        len(things) - len(dated),
    )  # fmt: skip


def _mark(one: Happened, axis: Axis, y: float) -> Mark:
    if one.earliest is None or one.latest is None:
        known = axis.at(one.latest or one.earliest or axis.last)
        return Mark(known - OPEN if one.earliest is None else known, y, OPEN, True, one)
    first, last = axis.at(one.earliest), axis.at(one.latest)
    return Mark(first, y, 0 if one.earliest == one.latest else max(2 * DOT, last - first), False, one)
