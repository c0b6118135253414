"""A position over time: how far an actor is committed on an issue, from doing a thing down to threatening with another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from onrecord.schema.derived import Scale
from onrecord.web.charts.axis import WIDTH, axis_of

LEVELS: tuple[str, ...] = get_args(Scale)
LEFT, STEP, TOP, FOOT = 130, 20, 14, 24


@dataclass(frozen=True, slots=True)
class Stood:
    """One stand: its days, level, the change since the one before, in words, and where it leads."""

    earliest: date | None
    latest: date | None
    level: str
    change: str | None
    told: str
    address: str


@dataclass(frozen=True, slots=True)
class Step:
    """A stand on the picture; ``width`` is how long the days between which it was taken are."""

    x: float
    y: float
    width: float
    stood: Stood


@dataclass(frozen=True, slots=True)
class Lane:
    """The whole picture; ``path`` goes from stand to stand where their order is known."""

    steps: tuple[Step, ...]
    path: str
    levels: tuple[tuple[float, str], ...]
    ticks: tuple[tuple[float, str], ...]
    height: float
    width: int = WIDTH
    left: int = LEFT


def lane(stands: Sequence[Stood]) -> Lane | None:
    """The dated stands of one lane; None where they are of one day, for there is no course of things then."""
    dated = sorted(
        (one for one in stands if one.earliest or one.latest), key=lambda one: one.earliest or one.latest or date.max
    )
    axis = axis_of((day for one in dated for day in (one.earliest, one.latest)), LEFT)
    if axis is None or len({(one.earliest, one.latest) for one in dated}) < 2:
        return None
    used = [level for level in LEVELS if level in {one.level for one in dated}]
    heights = {level: TOP + number * STEP for number, level in enumerate(used)}
    steps = []
    for one in dated:
        first, last = axis.at(one.earliest or axis.first), axis.at(one.latest or axis.last)
        steps.append(Step(first, heights[one.level], last - first, one))
    path = " ".join(f"{'M' if not number else 'L'}{step.x:g},{step.y:g}" for number, step in enumerate(steps))
    levels = tuple((height, level) for level, height in heights.items())
    return Lane(tuple(steps), path, levels, tuple(axis.ticks()), TOP + len(used) * STEP + FOOT)
