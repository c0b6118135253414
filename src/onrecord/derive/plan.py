"""The steps in their order, and the run that brings the derived rows up to the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.derive.archive import Archive, state
from onrecord.derive.bounds import bounds
from onrecord.derive.copies import copies
from onrecord.derive.counts import counts
from onrecord.derive.disputes import disputes
from onrecord.derive.happenings import happenings
from onrecord.derive.kept import rules
from onrecord.derive.known import known
from onrecord.derive.positions import positions
from onrecord.derive.stories import stories
from onrecord.derive.utterances import utterances
from onrecord.schema import Derived
from onrecord.store import Store
from onrecord.store.derivations import Standing


@dataclass(frozen=True, slots=True)
class Step:
    """One step: from the archive, which has the rows of the steps before it, to rows in a fixed order."""

    name: str
    derive: Callable[[Archive], Iterable[Derived | Standing]]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one step: how many rows of each kind, and whether they stood already."""

    step: str
    counts: tuple[tuple[str, int], ...]
    known: bool = False


STEPS: tuple[Step, ...] = (
    Step("1 copies", copies),
    Step("2 actors", known),
    Step("3 stories", stories),
    Step("4 happenings", happenings),
    Step("5 utterances", utterances),
    Step("6 bounds", bounds),
    Step("7 positions", positions),
    Step("8 disputes", disputes),
    Step("9 counts", counts),
)
"""In their order, which their names keep wherever rows are listed. A step sees the rows of those before it alone."""


def derive(
    store: Store,
    floor: float,
    each: Callable[[Made], None] | None = None,
    steps: Sequence[Step] = STEPS,
    *,
    anew: bool = False,
) -> list[Made]:
    """Brings all derived rows up to what is on record; a step for which nothing changed is not run again.

    Entries below the confidence ``floor`` are left out. ``each`` is called with what came of each step. ``anew`` drops all rows
    first, such as damaged ones.
    """
    if anew:
        store.derivations.drop()
    archive = Archive(store, floor)
    made = store.derivations.made()
    for name in sorted(made.keys() - {step.name for step in steps}):  # steps that an earlier version had
        store.derivations.put(name, "", [])
    out = []
    fingerprint = f"{archive.state} {rules()}"
    for step in steps:
        known = made.get(step.name) == fingerprint
        rows = [] if known else list(step.derive(archive))
        if not known:
            store.derivations.put(step.name, fingerprint, rows, archive.made())
        out.append(Made(step.name, _counts(rows), known))
        if each is not None:
            each(out[-1])
    return out


def is_fresh(store: Store, floor: float, steps: Sequence[Step] = STEPS) -> bool:
    """True where the derived rows are those of the record as it stands."""
    fingerprint = f"{state(store, floor)} {rules()}"
    made = store.derivations.made()
    return all(made.get(step.name) == fingerprint for step in steps)


def _counts(rows: Sequence[Derived | Standing]) -> tuple[tuple[str, int], ...]:
    kinds = Counter(row.kind if isinstance(row, Standing) else type(row) for row in rows)
    return tuple(sorted((kind.__name__.lower(), many) for kind, many in kinds.items()))
