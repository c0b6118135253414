"""Times as intervals of days, with how they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "week", "month", "quarter", "year", "decade", "interval"]
Extent = Literal["within", "throughout"]
Basis = Literal["stated", "metadata", "given", "relative", "weekday", "publication", "bounded", "unknown"]


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends inclusive; an end that is not known is None.

    ``text``, ``start`` and ``end`` are the words it was read from (``start`` and ``end`` None where it stood outside the
    text, and then ``origin`` says where). ``extent``: some time within the interval, or all through it. ``symbol`` is the
    operator and anchor (``publication - 1 day``), kept so that an undated page can be resolved later.
    """

    text: str | None = None
    start: int | None = None
    end: int | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: Precision | None = None
    extent: Extent = "within"
    basis: Basis = "unknown"
    symbol: str | None = None
    origin: str | None = None


UNKNOWN = When()
"""Nothing is known: basis ``unknown``, both ends open."""
