"""How likely two reports tell of one happening, and why: a table of weights that one can read."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.derive.reports import Act

WEIGHTS = {"word": 0.3, "type": 0.1, "who": 0.2, "whom": 0.2, "day": 0.15, "place": 0.1, "around": 0.4}
"""What agreement in each respect adds to the score."""
AGAINST = {"who": 0.4, "whom": 0.4}
"""What naming quite other parties takes away."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The score of a pair of reports, and what they share."""

    score: float
    why: str


def compare(one: Act, other: Act) -> Likeness | None:
    """How alike two acts are; None where they cannot be one: days or places that exclude each other."""
    if _apart(one, other):
        return None
    shared: list[str] = []
    score = 0.0
    if one.trigger & other.trigger:
        score += WEIGHTS["word"]
        shared.append(f"word “{min(one.trigger & other.trigger)}”")
    if one.type == other.type:
        score += WEIGHTS["type"]
        shared.append(f"type {one.type}")
    for role in ("who", "whom"):
        mine, theirs = getattr(one, role), getattr(other, role)
        if mine & theirs:
            score += WEIGHTS[role]
            shared.append(f"{role} {min(mine & theirs)}")
        elif mine and theirs:
            score -= AGAINST[role]
    if one.dated and other.dated:
        score += WEIGHTS["day"]
        shared.append("day")
    if one.place and one.place == other.place:
        score += WEIGHTS["place"]
        shared.append(f"place {one.place}")
    both = len(one.around & other.around)
    score += WEIGHTS["around"] * both / max(1, min(len(one.around), len(other.around)))
    if both:
        shared.append(f"{both} words around")
    return Likeness(round(min(1.0, max(0.0, score)), 6), ", ".join(shared))


def _apart(one: Act, other: Act) -> bool:
    """True where the days cannot be the same."""
    first = max((act.first for act in (one, other) if act.first), default=None)
    last = min((act.last for act in (one, other) if act.last), default=None)
    return first is not None and last is not None and first > last
