"""One term of office, as all lists give it before it is split into tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One row before it is split into tables."""

    person: str
    name: str
    country: str
    office: str
    label: str
    start: str
    end: str
    snapshot: str
    source: str
