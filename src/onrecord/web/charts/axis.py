"""Days along a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH = 900
"""Units across a picture."""
MOST_TICKS = 9
FEW_TICKS = 6
"""Where days are written out."""
LEAST_DAYS = 10
"""A shorter stretch of time is drawn as if it were so long."""
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months from one mark of the axis to the next."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from ``first`` to ``last``, from ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float = WIDTH - 10

    def at(self, day: date) -> float:
        """Where a day stands; one before or after the axis stands at its end."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(self.left + (self.right - self.left) * min(1.0, max(0.0, share)), 1)

    def ticks(self) -> list[tuple[float, str]]:
        """Places and labels: months or years, or days where there are few."""
        if (self.last - self.first).days <= 45:
            step = max(1, -(-(self.last - self.first).days // FEW_TICKS))
            days = range(0, (self.last - self.first).days + 1, step)
            return [(self.at(self.first + timedelta(one)), f"{self.first + timedelta(one):%d %b %Y}") for one in days]
        for step in STEPS:
            found = [(self.at(day), f"{day:%Y}" if step >= 12 else f"{day:%b %Y}") for day in self._months(step)]
            if len(found) <= MOST_TICKS:
                break
        return found

    def _months(self, step: int) -> Iterator[date]:
        month = self.first.year * 12 + self.first.month - 1
        month += -month % step
        while (day := date(month // 12, month % 12 + 1, 1)) <= self.last:
            if day >= self.first:
                yield day
            month += step


def axis_of(days: Iterable[date | None], left: float) -> Axis | None:
    """An axis on which all of ``days`` stand; None where there are none."""
    known = sorted(day for day in days if day is not None)
    if not known:
        return None
    first, last = known[0], known[-1]
    missing = LEAST_DAYS - (last - first).days
    if missing > 0:
        first, last = first - timedelta(missing // 2), last + timedelta(missing - missing // 2)
    return Axis(first, last, left)
