"""What decisions say about the record: how much of it is right, how much it lacks, and how far reviewers agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from onrecord.review.agreement import cohen_kappa, krippendorff_alpha
from onrecord.review.decisions import Decisions
from onrecord.review.intervals import effective, wilson
from onrecord.schema import Entry, Findings, Statement
from onrecord.selection import above
from onrecord.settings import MIN_CONFIDENCE, confidence_floor
from onrecord.store import Brief, Store
from onrecord.store.judge import added_entries

Measure = Literal["right", "right or fixed", "found", "agreement", "kappa", "alpha"]
MEANING: dict[Measure, str] = {
    "right": "Of the entries looked at, those that are right as they stand.",
    "right or fixed": "Of the entries looked at, those that are right, or were once a field was corrected.",
    "found": "Of what pages that were read whole hold, that which was found.",
    "agreement": "Of the entries that both reviewers judged, those on which they gave the same word.",
    "kappa": "Cohen's kappa of two reviewers: 1 is full agreement, 0 what chance gives.",
    "alpha": "Krippendorff's alpha of all reviewers together, on the same scale.",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. ``has`` of ``looked`` have it; ``low`` and ``high`` bound the share of all with 95 in 100.

    ``of`` says of which entries, ``words`` says it in a sentence. ``share`` is a coefficient for kappa and alpha.
    """

    measure: Measure
    of: str
    looked: int
    has: int | None
    share: float | None
    low: float | None
    high: float | None
    words: str


def figures(
    store: Store, sample: Sequence[Brief], pages: Sequence[str], decisions: Decisions, by: str | None = None
) -> list[Figure]:
    """All figures: of a sample, of pages that were drawn, and of reviewers. ``by`` takes one reviewer's words alone."""
    return [
        *precision(sample, decisions, by),
        *recall(store, pages, decisions, by),
        *agreement(decisions),
    ]


def precision(sample: Sequence[Brief], decisions: Decisions, by: str | None = None) -> Iterator[Figure]:
    """How much of a random sample is right: of all, of statements, and of events by type."""
    words = {one.id: decisions.word(one.id, by) for one in sample}
    looked = [one for one in sample if words[one.id] is not None]
    groups: dict[str, list[Brief]] = {"all entries": looked}
    for one in sorted(looked, key=lambda one: (one.kind == "event", one.type or "")):
        groups.setdefault(f"{one.kind}s", []).append(one)
        if one.type is not None:
            groups.setdefault(one.type, []).append(one)
    for name, entries in groups.items():
        right = sum(words[one.id] == "right" for one in entries)
        fixed = sum(words[one.id] == "fixed" for one in entries)
        yield _share("right", name, right, len(entries))
        if fixed:
            yield _share("right or fixed", name, right + fixed, len(entries))


def recall(store: Store, docs: Sequence[str], decisions: Decisions, by: str | None = None) -> Iterator[Figure]:
    """How much of what pages hold was found, at each floor of confidence; of pages that were read whole and judged whole.

    An entry below the floor that is right counts as missed there, and so does one that a reviewer added.
    """
    found = [
        findings for doc in read_of(docs, decisions, by) if (findings := store.findings(doc, judged=False)) is not None
    ]
    whole = [one for one in found if not undecided(one, decisions, by)]
    if not whole:
        return
    for kind in ("statement", "event"):
        for floor in MIN_CONFIDENCE:
            pages = [_found_of(one, kind, floor, decisions, by) for one in whole]
            name = f"{kind}s, {floor}"
            found_here, there = sum(has for has, _ in pages), sum(of for _, of in pages)
            yield _share("found", name, found_here, there, effective(pages), _on(len(pages)))


def read_of(docs: Sequence[str], decisions: Decisions, by: str | None = None) -> list[str]:
    """Those of some documents that somebody (or one reviewer) read whole."""
    return [doc for doc in docs if (doc in decisions.read if by is None else by in decisions.read.get(doc, ()))]


def undecided(findings: Findings, decisions: Decisions, by: str | None = None) -> list[str]:
    """The entries of a page that nobody (or one reviewer) decided on."""
    return [one.id for one in findings.entries if decisions.word(one.id, by) is None]


def _found_of(findings: Findings, kind: str, floor: str, decisions: Decisions, by: str | None) -> tuple[int, int]:
    """How many right entries of a page are above the floor, of how many there are."""
    entries = findings.statements if kind == "statement" else findings.events
    right = {one.id for one in entries if decisions.word(one.id, by) in ("right", "fixed")}
    sure = {one.id for one in above(findings, confidence_floor(floor)).entries}
    more = [one for one in missed(findings, decisions, by) if isinstance(one, Statement) == (kind == "statement")]
    return len(right & sure), len(right) + len(more)


def missed(findings: Findings, decisions: Decisions, by: str | None = None) -> list[Entry]:
    """The entries that reviewers added to a page, what two of them added once, and without those rejected afterwards."""
    given = [one for one in decisions.added if one.doc == findings.document.doc and by in (None, one.by)]
    return [one for one in added_entries(findings, given).values() if decisions.word(one.id) != "wrong"]


def agreement(decisions: Decisions) -> Iterator[Figure]:
    """How far each two reviewers agree on the entries that both judged, and all together."""
    for one, other in combinations([name for name, _ in decisions.reviewers], 2):
        pairs = decisions.pairs(one, other)
        if pairs:
            both = f"{one} and {other}"
            yield _share("agreement", both, sum(first == second for first, second in pairs), len(pairs))
            yield _coefficient("kappa", both, len(pairs), cohen_kappa(pairs))
    shared = [unit for unit in decisions.units() if len(unit) > 1]
    if shared:
        yield _coefficient("alpha", "all reviewers", len(shared), krippendorff_alpha(shared))


def _on(pages: int) -> str:
    return f"on {pages:,} page" + ("" if pages == 1 else "s")


def _share(
    measure: Measure, of: str, has: int, looked: int, effective: float | None = None, where: str = "looked at"
) -> Figure:
    share = has / looked if looked else None
    low, high = wilson(share or 0.0, looked if effective is None else effective)
    verb = {"found": "found", "agreement": "the same"}.get(measure, measure)
    if share is None:
        return Figure(measure, of, 0, 0, None, None, None, "none looked at yet")
    words = f"of {looked:,} {where}, {has:,} {verb}; between {_hundredth(low)} and {_hundredth(high)} in 100"
    return Figure(measure, of, looked, has, share, low, high, words)


def _coefficient(measure: Measure, of: str, looked: int, value: float | None) -> Figure:
    said = "not to be told: one word was given to all" if value is None else f"{value:.2f}"
    return Figure(measure, of, looked, None, value, None, None, f"{said}, from {looked:,} judged by both")


def _hundredth(share: float) -> int:
    return round(100 * share)
