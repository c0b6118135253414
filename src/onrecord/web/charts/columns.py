"""Amounts by period as columns: up for one thing, down for its opposite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.web.charts.axis import WIDTH

LEFT, TOP, BOTTOM = 44, 8, 22
HEIGHT = 150
MOST_LABELS = 9
WIDEST = 46


@dataclass(frozen=True, slots=True)
class Amount:
    """What a period holds: ``up`` above the line, ``down`` below it; ``told`` says it in words, ``address`` where it leads."""

    period: str
    up: float
    down: float = 0.0
    told: str = ""
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One period's column; ``zero`` is the height of the line between up and down."""

    x: float
    width: float
    up_y: float
    up_height: float
    down_height: float
    zero: float
    amount: Amount


@dataclass(frozen=True, slots=True)
class Columns:
    """The whole picture. ``marks`` are heights with their values, ``labels`` places with names of periods."""

    columns: tuple[Column, ...]
    marks: tuple[tuple[float, str], ...]
    labels: tuple[tuple[float, str], ...]
    zero: float
    width: int = WIDTH
    height: int = TOP + HEIGHT + BOTTOM
    left: int = LEFT


def columns(amounts: Sequence[Amount]) -> Columns | None:
    """The columns side by side, in the order given; None where nothing is counted."""
    up, down = max((one.up for one in amounts), default=0), max((one.down for one in amounts), default=0)
    if not up + down:
        return None
    each = min(WIDEST, (WIDTH - LEFT - 10) / len(amounts))
    unit = HEIGHT / (up + down)
    zero = TOP + up * unit
    drawn = tuple(
        Column(
            round(LEFT + number * each + each * 0.1, 2), round(each * 0.8, 2), round(zero - one.up * unit, 1),
            round(one.up * unit, 1), round(one.down * unit, 1), round(zero, 1), one,
        )
        for number, one in enumerate(amounts)
    )  # fmt: skip
    every = max(1, -(-len(amounts) * 80 // (MOST_LABELS * 80)))
    labels = tuple((column.x + column.width / 2, column.amount.period) for column in drawn[::every])
    values = [(up, 1), (0.0, 1), (down, -1)] if down else [(up, 1), (0.0, 1)]
    marks = tuple(
        (round(zero - sign * value * unit, 1), f"{value:,.3g}") for value, sign in values if value or sign == 1
    )
    return Columns(drawn, marks, labels, round(zero, 1))
