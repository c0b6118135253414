"""Which entries are looked at, and in what order. Always as they were found: what others judged is not shown before one judges."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import islice
from typing import Literal

from onrecord.errors import UsageError
from onrecord.schema import Findings
from onrecord.store import Brief, Filter, Store
from onrecord.store.filtering import Placed, fits
from onrecord.store.identity import Identities
from onrecord.store.rows import brief, entry_rows

Order = Literal["sample", "doubt"]
ORDERS: dict[str, str] = {"sample": "a random sample", "doubt": "the most doubtful first"}
SIZE, MOST = 200, 10_000
SEED = "1"
LONGEST_SEED = 40
AT_ONCE = 10_000
"""Ids that are asked for in one question."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to look at: ``size`` of the entries that meet ``where``.

    ``sample`` draws at random, the same for everybody with the same ``seed``: entries go by a hash of seed and id, so that
    a larger sample begins with the smaller one, and pages that join leave those that were drawn in their order. ``doubt``
    takes those first of which the program is least sure: nearest to even odds that the entry, or its speaker, is right.
    """

    where: Filter
    order: Order = "sample"
    seed: str = SEED
    size: int = SIZE

    def __post_init__(self) -> None:
        """Raises UsageError for a size or a seed that makes no sense."""
        if not 1 <= self.size <= MOST:
            raise UsageError(f"size {self.size}: give a number from 1 to {MOST:,}")
        if not 1 <= len(self.seed) <= LONGEST_SEED:
            raise UsageError(f"seed: give 1 to {LONGEST_SEED} characters")
        if self.order not in ORDERS:
            raise UsageError(f"order {self.order}: choose one of {', '.join(ORDERS)}")


def queue(store: Store, wanted: Wanted) -> tuple[Brief, ...]:
    """The entries to look at, in order."""
    found = population(store, wanted.where)
    if wanted.order == "doubt":
        return tuple(nsmallest(wanted.size, found, key=lambda one: (doubt(one), drawn(wanted.seed, one.id))))
    return tuple(nsmallest(wanted.size, found, key=lambda one: drawn(wanted.seed, one.id)))


def pages(store: Store, seed: str, size: int) -> tuple[str, ...]:
    """Documents to be read whole, drawn in the same way from all that were read for entries."""
    docs = (row.doc for row in store.documents() if not row.unread and row.characters)
    return tuple(nsmallest(size, docs, key=lambda doc: drawn(seed, doc)))


def population(store: Store, where: Filter) -> list[Brief]:
    """All entries that meet ``where`` as they were found: rejected ones too, added ones not, corrections aside."""
    changed = {one.doc for one in store.judgements() if one.verdict in ("reject", "correct", "add")}
    found = [one for one in store.briefs(replace(where, limit=None, offset=0)) if one.doc not in changed]
    if changed:
        current = [row.doc for some in parts_of(sorted(changed)) for row in store.documents(Filter(doc=some))]
        found += as_found(store, sorted(current), where)
    return found


def as_found(store: Store, docs: Iterable[str], where: Filter) -> Iterator[Brief]:
    """The entries of some documents as they were found, actors as judgements have them."""
    known = Identities(store.actor_judgements())
    for doc in docs:
        findings = store.findings(doc, judged=False)
        if findings is not None:
            yield from fitting(known.apply(findings), where)


def fitting(findings: Findings, where: Filter) -> Iterator[Brief]:
    """The entries of one document that meet ``where``."""
    return (brief(row) for row in entry_rows(findings) if fits(Placed(row, findings.document), where))


def parts_of(values: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Values in parts that one question takes."""
    rest = iter(values)
    while some := tuple(islice(rest, AT_ONCE)):
        yield some


def drawn(seed: str, id: str) -> bytes:
    """The place of an entry in the sample of a seed."""
    return hashlib.sha256(f"{seed}\x1f{id}".encode("utf-8", "surrogatepass")).digest()


def doubt(one: Brief) -> float:
    """How far the program's odds for an entry are from even."""
    sure = one.confidence if one.speaker_confidence is None else min(one.confidence, one.speaker_confidence)
    return abs(sure - 0.5)
