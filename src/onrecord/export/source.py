"""A record as exporters see it: its pages one after the other, less what the user did not ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from onrecord.schema import Derived, Findings
from onrecord.selection import above, vouched
from onrecord.settings import MIN_CONFIDENCE
from onrecord.store import Store

AT_ONCE = 200
"""Documents whose derived rows are fetched together."""
Mask = Callable[[Findings], Findings]
T = TypeVar("T")


class RecordSource:
    """The pages of a store. See ``Source`` for what each method gives."""

    def __init__(self, store: Store, *, everything: bool = False, mask: Mask | None = None) -> None:
        """``everything`` leaves nothing out; ``mask`` is put over each page before anybody sees it."""
        self._store = store
        self._everything = everything
        self._mask = mask or (lambda findings: findings)

    def whole(self) -> Iterator[Findings]:
        """Every page with every entry."""
        return map(self._mask, self._store.all_findings())

    def sure(self) -> Iterator[Findings]:
        """The entries of high confidence."""
        return map(self._sure, self.whole())

    def chosen(self) -> Iterator[Findings]:
        """Of these, what the outlet itself reports."""
        if self._everything:
            return self.whole()
        return (above(vouched(one), MIN_CONFIDENCE["precise"]) for one in self.whole())

    def page(self, doc: str) -> Findings | None:
        """One page with its sure entries."""
        found = self._store.findings(doc)
        return self._sure(self._mask(found)) if found is not None else None

    def derived(self, kind: type[Derived]) -> Iterator[Derived]:
        """Derived rows, each once, at the first of its pages."""
        for docs in batched((row.doc for row in self._store.documents()), AT_ONCE):
            here = set(docs)
            for row in self._store.derivations.rows(kind, docs=docs):
                if row.docs[0] in here:
                    yield row

    def is_derived(self) -> bool:
        """True where there are derived rows."""
        return bool(self._store.derivations.made())

    def _sure(self, findings: Findings) -> Findings:
        return findings if self._everything else above(findings, MIN_CONFIDENCE["precise"])


def batched(values: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """``values`` in tuples of ``size``, the last one shorter."""
    rest = iter(values)
    while some := tuple(islice(rest, size)):
        yield some
