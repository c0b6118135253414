"""What sides did to each other, counted by period: the rows of ``dyads``, made for as many as are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from onrecord.derive.dyads import Measures, Published, Rule, coverage, dyad, measure
from onrecord.lexicon.codebook import load_codebook
from onrecord.results import Rows
from onrecord.schema import Dyad, Uncounted, Weighed
from onrecord.store import Filter, Store

AT_ONCE = 500
"""Rows that are looked up together."""
Worded = Callable[[Iterable[Dyad]], Iterable[Dyad]]
"""Gives rows the words of their passages."""


def counted(store: Store, worded: Worded, rule: Rule, between: tuple[str, str] | None) -> Dyads:
    """The measures by a rule, of all pairs or of the two sides of one."""
    derived = store.derivations

    def make() -> Measures:
        rows = derived.brief(Weighed, ("reported", "earliest", "latest"))
        read = coverage(derived.kept("published", lambda: _published(store)), rule.by)
        return measure(rows, derived.brief(Uncounted), read, load_codebook(), rule)

    found: Measures = derived.kept(rule, make)
    if between is not None:
        found = replace(found, cells=[cell for cell in found.cells if set(cell[1]) == set(between)])
    return Dyads(store, worded, found)


def _published(store: Store) -> list[Published]:
    rows = store.documents()
    return [
        (row.published_earliest if row.published_earliest == row.published_latest else None, row.outlet) for row in rows
    ]


class Dyads(Rows[Dyad]):
    """The measures of pairs; ``rule`` tells in words what was counted, ``left`` what was left out and how often."""

    def __init__(self, store: Store, worded: Worded, found: Measures) -> None:
        """The rows of ``found``."""

        def fetch(some: slice) -> Iterator[Dyad]:
            places = range(len(found.cells))[some]
            for start in range(0, len(places), AT_ONCE):
                yield from worded(made(places[start : start + AT_ONCE]))

        def made(places: range) -> Iterator[Dyad]:
            ids = {row.id for at in places for row in found.cells[at][2].rows}
            whole = {row.id: row for row in store.derivations.rows(Weighed, ids=ids)}
            docs = tuple({doc for row in whole.values() for doc in row.docs})
            order = {row.doc: at for at, row in enumerate(store.documents(Filter(doc=docs)))} if docs else {}

            def in_order(some: Iterable[str]) -> tuple[str, ...]:
                return tuple(sorted({doc for doc in some if doc in order}, key=order.__getitem__))

            for at in places:
                rows = [whole[row.id] for row in found.cells[at][2].rows if row.id in whole]
                yield dyad(found, at, rows, in_order, load_codebook())

        super().__init__(Dyad, fetch, lambda: len(found.cells))
        self.rule = found.rule
        self.left = dict(found.left.most_common())
        self._cells = found.cells

    def totals(self) -> list[tuple[str, str, float, float]]:
        """Each pair over all periods: source, target, happenings, and the sum of their intensities."""
        held: dict[tuple[str, str], tuple[float, float]] = {}
        for _, pair, cell in self._cells:
            weight, score = held.get(pair, (0.0, 0.0))
            held[pair] = weight + cell.weight, score + cell.score
        return [(*pair, round(weight, 3), round(score, 3)) for pair, (weight, score) in held.items()]
