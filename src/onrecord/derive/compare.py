"""Whether two sentences clash: what the one is for and the other against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.derive.stance import PAIR, Term

Verdict = Literal["clash", "agree", "unrelated"]

LEAST = 0.2
"""The weight from which on a shared term tells. Words that merely stand around weigh less."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """``score`` is below 0 where two sentences clash and above where they agree; ``why`` names the words that tell.

    ``against`` are the names of the terms that the one is for and the other against, ``along`` those on which both agree.
    """

    verdict: Verdict
    score: float
    why: str
    against: tuple[str, ...] = ()
    along: tuple[str, ...] = ()


def compare(first: Iterable[Term], second: Iterable[Term]) -> Comparison:
    """How two sentences stand to each other, by the terms that both have.

    One term on which they part is enough: sentences that clash mostly agree in the words around the point.
    """
    ours, theirs = _by_name(first), _by_name(second)
    shared = {name: (ours[name], theirs[name]) for name in ours if name in theirs}
    topic = any(
        name[0] != PAIR and one.name[0] != "~" and min(one.weight, other.weight) >= LEAST
        for name, (one, other) in shared.items()
    )
    against, along = [], []
    for name, (one, other) in shared.items():
        weight = min(one.weight, other.weight)
        if weight < LEAST or not one.sign * other.sign or name[0] == PAIR and not topic:
            continue
        if one.sign * other.sign < 0:
            against.append((weight, name))
        elif name[0] != PAIR:
            along.append((weight, name))
    told = against or along
    verdict: Verdict = "clash" if against else "agree" if along else "unrelated"
    score = sum(weight for weight, _ in told) * (-1 if against else 1)
    why = ", ".join(f"{_told(shared[name][0])} {_told(shared[name][1])}" for _, name in told)
    return Comparison(
        verdict, round(score, 3), why, tuple(name for _, name in against), tuple(name for _, name in along)
    )


def _by_name(terms: Iterable[Term]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for term in terms:
        known = found.get(term.name)
        if known is None or (abs(term.sign), term.weight) > (abs(known.sign), known.weight):
            found[term.name] = term
    return found


def _told(term: Term) -> str:
    return f"{'+' if term.sign > 0 else '-'}{term.word}"
