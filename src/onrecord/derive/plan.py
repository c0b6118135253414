"""The steps in their order, and the run that brings the derived rows up to the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.derive.archive import Archive
from onrecord.derive.copies import copies
from onrecord.derive.disputes import disputes
from onrecord.derive.happenings import happenings
from onrecord.derive.positions import positions
from onrecord.derive.stories import stories
from onrecord.schema import Derived
from onrecord.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One step: from the archive, which has the rows of the steps before it, to rows in a fixed order.

    ``version`` goes up whenever the same record would give other rows than before.
    """

    name: str
    version: int
    derive: Callable[[Archive], Iterable[Derived]]

    def fingerprint(self, before: str) -> str:
        """Equal fingerprints mean equal rows; ``before`` is that of the record and the steps before."""
        return f"{before}/{self.name}-{self.version}"


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one step: how many rows of each kind, and whether they stood already."""

    step: str
    counts: tuple[tuple[str, int], ...]
    known: bool = False


STEPS: tuple[Step, ...] = (
    Step("1 copies", 1, copies),
    Step("2 stories", 1, stories),
    Step("3 happenings", 1, happenings),
    Step("4 positions", 2, positions),
    Step("5 disputes", 2, disputes),
)
"""In their order, which their names keep wherever rows are listed. A step sees the rows of those before it alone."""


def derive(
    store: Store, floor: float, each: Callable[[Made], None] | None = None, steps: Sequence[Step] = STEPS
) -> list[Made]:
    """Brings all derived rows up to what is on record; a step for which nothing changed is not run again.

    Entries below the confidence ``floor`` are left out. ``each`` is called with what came of each step.
    """
    archive = Archive(store, floor)
    made = store.derivations.made()
    out = []
    fingerprint = archive.state
    for step in steps:
        fingerprint = step.fingerprint(fingerprint)
        known = made.get(step.name) == fingerprint
        rows = [] if known else list(step.derive(archive))
        if not known:
            store.derivations.put(step.name, fingerprint, rows)
        out.append(Made(step.name, _counts(rows), known))
        if each is not None:
            each(out[-1])
    return out


def is_fresh(store: Store, floor: float, steps: Sequence[Step] = STEPS) -> bool:
    """True where the derived rows are those of the record as it stands."""
    fingerprint = Archive(store, floor).state
    made = store.derivations.made()
    for step in steps:
        fingerprint = step.fingerprint(fingerprint)
        if made.get(step.name) != fingerprint:
            return False
    return True


def _counts(rows: Sequence[Derived]) -> tuple[tuple[str, int], ...]:
    kinds = sorted({type(row).__name__.lower() for row in rows})
    return tuple((kind, sum(type(row).__name__.lower() == kind for row in rows)) for kind in kinds)
