"""Small rules that every store keeps to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.errors import UsageError
from onrecord.schema import ActorJudgement, Done, Findings, Judgement
from onrecord.store.base import FACETS, Filter, several
from onrecord.store.rows import Kind

LEAST_PREFIX = 4
"""Characters of an id that are enough to ask for it by: shorter ones fit several in any record worth the name."""


def fingerprint_of(doc: str, done: Sequence[Done]) -> str:
    """The fingerprint that the rows share; empty where there are none.

    Raises UsageError where they name another document or several fingerprints.
    """
    prints = {row.fingerprint for row in done}
    if len(prints) > 1 or any(row.doc != doc for row in done):
        raise UsageError(f"document {doc}: the rows kept with it must be its own and share one fingerprint")
    return prints.pop() if prints else ""


def is_complete(findings: Findings, done: Sequence[Done]) -> bool:
    """True where no step failed."""
    return not findings.failed and all(row.outcome != "failed" for row in done)


def unique_prefix(start: str, ids: Iterable[str]) -> str | None:
    """The one of ``ids`` that is ``start``, or else the only one that begins so; None where there is none.

    Raises UsageError where several begin so.
    """
    fits = sorted({id for id in ids if id.startswith(start)})
    if start in fits:
        return start
    if not fits or len(start) < LEAST_PREFIX:
        return None
    if len(fits) > 1:
        raise UsageError(f"{start}: {len(fits)} entries begin so ({fits[0]}, {fits[1]}, …); give more of the id")
    return fits[0]


def only(where: Filter, kind: Kind) -> Filter | None:
    """``where`` for one kind of entry; None where it excludes that kind."""
    return replace(where, kind=kind) if not where.kind or kind in several(where.kind) else None


def check_facet(by: str) -> None:
    """Raises UsageError for a facet that there is not."""
    if by not in FACETS:
        raise UsageError(f"there is no facet {by!r}: take one of {', '.join(FACETS)}")


def emptied(judgement: Judgement) -> Judgement:
    """``judgement`` without any words of its page, or that somebody wrote about them."""
    return replace(judgement, why="", fields="{}", quote="", prefix="", suffix="")


def emptied_actor(judgement: ActorJudgement) -> ActorJudgement:
    """``judgement`` without what somebody wrote about a page that was forgotten."""
    return replace(judgement, why="", name="")
