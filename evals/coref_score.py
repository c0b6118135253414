"""How well groups agree with gold groups: MUC, B-cubed, CEAF-e, and their mean, the CoNLL figure.

Definitions as in the reference scorer (Pradhan et al., ACL 2014), for groups over the same things. B-cubed is also what
stories are scored by (Amigó et al. 2009).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

Groups = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, each between 0 and 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"F1 {100 * self.f1:5.1f}   P {100 * self.precision:5.1f}   R {100 * self.recall:5.1f}"


def groups_of(label: Mapping[Hashable, Hashable]) -> list[frozenset[Hashable]]:
    """The groups of things with one label."""
    found: dict[Hashable, set[Hashable]] = {}
    for thing, one in label.items():
        found.setdefault(one, set()).add(thing)
    return [frozenset(group) for group in found.values()]


def without_singles(gold: Groups, made: Groups) -> tuple[Groups, Groups]:
    """Both less the groups of one."""
    return [one for one in gold if len(one) > 1], [one for one in made if len(one) > 1]


def muc(gold: Groups, made: Groups) -> Score:
    """Links kept (Vilain et al. 1995)."""
    return Score(_muc_side(made, gold), _muc_side(gold, made))


def b_cubed(gold: Groups, made: Groups) -> Score:
    """Mean over things of the share of their group that is right (Bagga and Baldwin 1998)."""
    return Score(_b_side(made, gold), _b_side(gold, made))


def ceaf_e(gold: Groups, made: Groups) -> Score:
    """Best one-to-one mapping of groups by their Dice coefficient (Luo 2005)."""
    if not gold or not made:
        return Score(0.0, 0.0)
    place = {thing: at for at, group in enumerate(made) for thing in group}
    like = np.zeros((len(gold), len(made)))
    for at, group in enumerate(gold):
        for thing in group:
            if thing in place:
                like[at, place[thing]] += 1
    sizes = np.array([len(one) for one in gold])[:, None] + np.array([len(one) for one in made])[None, :]
    best = assigned(2 * like / sizes)
    return Score(best / len(made), best / len(gold))


def conll(gold: Groups, made: Groups) -> dict[str, Score | float]:
    """The three, and the mean of their F1."""
    parts = {"muc": muc(gold, made), "b_cubed": b_cubed(gold, made), "ceaf_e": ceaf_e(gold, made)}
    return {**parts, "conll": sum(one.f1 for one in parts.values()) / 3}


def assigned(gain: np.ndarray) -> float:
    """The greatest total gain of a one-to-one assignment (the Hungarian method with shortest augmenting paths)."""
    cost = -gain if gain.shape[0] <= gain.shape[1] else -gain.T
    rows, columns = cost.shape
    up, down = np.zeros(rows + 1), np.zeros(columns + 1)
    match = np.zeros(columns + 1, int)
    for row in range(1, rows + 1):
        match[0], at = row, 0
        least, before = np.full(columns + 1, np.inf), np.zeros(columns + 1, int)
        used = np.zeros(columns + 1, bool)
        while match[at]:
            used[at] = True
            reach = np.r_[np.inf, cost[match[at] - 1] - up[match[at]] - down[1:]]
            better = ~used & (reach < least)
            least[better], before[better] = reach[better], at
            after = int(np.argmin(np.where(used, np.inf, least)))
            step = least[after]
            up[match[used]] += step
            down[used] -= step
            least[~used] -= step
            at = after
        while at:
            match[at] = match[before[at]]
            at = before[at]
    chosen = [(match[column] - 1, column - 1) for column in range(1, columns + 1) if match[column]]
    return float(-sum(cost[row, column] for row, column in chosen))


def _muc_side(ours: Groups, theirs: Groups) -> float:
    place = {thing: at for at, group in enumerate(theirs) for thing in group}
    kept = total = 0
    for group in ours:
        parts = {place[thing] for thing in group if thing in place}
        missing = sum(thing not in place for thing in group)
        kept += len(group) - len(parts) - missing
        total += len(group) - 1
    return kept / total if total else 0.0


def _b_side(ours: Groups, theirs: Groups) -> float:
    place = {thing: group for group in theirs for thing in group}
    shares = [len(group & place[thing]) / len(group) if thing in place else 0.0 for group in ours for thing in group]
    return sum(shares) / len(shares) if shares else 0.0
