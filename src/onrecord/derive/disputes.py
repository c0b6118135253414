"""Disputes: one party claims and another denies, or two give other figures or other accounts of one thing. Always possible
ones: both passages stand side by side, and nothing says who is right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.derive.accounts import accounts, figures, in_other_words, on_page
from onrecord.derive.archive import Archive, passage
from onrecord.derive.claims import Word, claim_of, contradicted, denial_of, met
from onrecord.derive.holders import is_one_side, state_of
from onrecord.derive.matters import matter
from onrecord.derive.sameness import Weights, likeness
from onrecord.derive.sides import dispute, side
from onrecord.schema import Copy, Dispute, Document, Entry, Says
from onrecord.store.rows import published_days

LEAST = 0.55
"""How like what is claimed and what is denied must be, where they stand on different pages."""
AGAIN = 0.4
"""How like two claims of one party about another must be to be told again."""
LONGER = 3
"""How many times the words of a denial a claim may have and still be what is denied."""
RECENT = 61
"""Days within which a claim is denied."""
SAME = 0.75
"""The same where another state makes the claim and charges nobody."""
MOST = 0.7
"""The share of what a denial names, beside who is said to have done it, that a claim on another page names, too."""
AGENTS = frozenset(
    matter(word) for word in "forces troops army police soldiers government officials authorities military".split()
)
"""Stems of those who are said to have done something."""
OTHERS = "*"
"""Under which key the claims of states are found, whomever they are about."""
_OPEN = re.compile(r"\b(?:could|would|might|may|if|unless|should)\b")


@dataclass(frozen=True, slots=True)
class Clash:
    """A claim and the denial that meets it, and why they are held to meet."""

    claim: Word
    denial: Word
    why: str


def disputes(archive: Archive) -> Iterator[Dispute]:
    """The disputes of the record: claims and denials, then figures, then accounts, each kind by its first pages."""
    copied = {row.copy for row in archive.rows(Copy) if row.relation != "embeds"}
    docs = [card.doc for card in archive.cards if card.doc not in copied]
    yield from _denied(archive, docs)
    yield from figures(archive, copied)
    for doc in docs:
        tolls = list(on_page(archive.findings(doc), archive))
        told = {row.entries for row in tolls}
        yield from tolls
        yield from (row for row in in_other_words(archive.findings(doc), archive) if row.entries not in told)
    yield from accounts(archive, docs)


def _denied(archive: Archive, docs: Sequence[str]) -> Iterator[Dispute]:
    claims: list[Word] = []
    denials: list[Word] = []
    found: list[Clash] = []
    for doc in docs:
        findings = archive.findings(doc)
        entries: dict[str, Entry] = {one.id: one for one in findings.entries}
        words = [claim_of(one, findings.document, entries) for one in findings.statements]
        on_page = sorted((word for word in words if word is not None), key=lambda word: word.start)
        claims += on_page
        for one in findings.statements:
            denial = denial_of(one, findings.document)
            if denial is None:
                word = next((word for word in on_page if word.entry.id == one.id), None)
                against = contradicted(one, word, on_page) if word is not None else []
                found += [
                    Clash(other, word, "one says that it is so, the other that it is not") for other in against if word
                ]
                continue
            answered = met(one, denial, on_page, entries)
            found += [Clash(word, denial, "the page says that it is denied") for word in answered]
            if not answered and denial.issue is not None:
                denials.append(denial)
    weights = Weights(word.issue for word in (*claims, *denials) if word.issue is not None)
    accused: dict[str, list[Word]] = defaultdict(list)
    for word in claims:
        for key in word.concerns | set(filter(None, map(state_of, word.concerns))):
            accused[key].append(word)
        if state_of(word.by.key) is not None and not word.charges:
            accused[OTHERS].append(word)
    for denial in denials:
        ours = state_of(denial.by.key)
        about = {word.entry.id: word for key in {denial.by.key, ours} - {None} for word in accused[key or ""]}
        for word in about.values():
            if not is_one_side(word.by, denial.by) and _alike(word, denial, weights):
                found.append(Clash(word, denial, f"both speak of “{_short(denial)}”"))
        for word in accused[OTHERS] if ours else ():
            other = word.entry.id not in about and state_of(word.by.key) != ours
            if other and _alike(word, denial, weights, SAME):
                found.append(Clash(word, denial, f"both speak of “{_short(denial)}”"))
    yield from _joined(archive, found, claims, weights)


def _alike(word: Word, denial: Word, weights: Weights, least: float = LEAST) -> bool:
    if word.issue is None or denial.issue is None:
        return False
    shared = word.issue.telling & denial.issue.telling
    told = denial.issue.telling - AGENTS
    if (
        len(shared) < 2
        or len(told & shared) < MOST * len(told)
        or len(word.issue.telling) > LONGER * len(denial.issue.telling)
        or not _near(word, denial)
    ):
        return False
    return not _OPEN.search(word.issue.text) and likeness(word.issue, denial.issue, weights) >= least


def _near(word: Word, denial: Word) -> bool:
    """True unless it is known that the denial is much younger, or older, than what it would deny."""
    days = [_day(one.document) for one in (word, denial)]
    return None in days or 0 <= (days[1] - days[0]).days + 1 <= RECENT  # type: ignore[operator]


def _day(document: Document) -> date | None:
    days = published_days(document)
    return days[0] if days is not None and days[0] == days[1] else None


def _short(word: Word) -> str:
    return word.issue.text if word.issue else ""


def _joined(archive: Archive, found: Sequence[Clash], claims: Sequence[Word], weights: Weights) -> Iterator[Dispute]:
    """Clashes of the same two parties about one thing as one dispute, with everybody else who makes the same claim."""
    groups: list[list[Clash]] = []
    for clash in found:
        group = next((one for one in groups if _same_matter(one[0], clash, weights)), None)
        if group is None:
            groups.append([clash])
        else:
            group.append(clash)
    for group in groups:
        first = group[0]
        words: dict[str, tuple[Says, Word]] = {clash.claim.entry.id: ("claims", clash.claim) for clash in group}
        words |= {clash.denial.entry.id: ("denies", clash.denial) for clash in group}
        for word in claims:
            also = word.by.key == first.claim.by.key and first.denial.by.key in word.charges
            if also and word.entry.id not in words and _alike_claims(word, first.claim, weights):
                words[word.entry.id] = ("claims", word)
        ordered = sorted(words.values(), key=lambda one: archive.order_of(one[1].entry))
        sides = [side(archive, word.by, says, word.entry.id, passage(word.entry)) for says, word in ordered]
        issue = next((clash.claim.issue.text for clash in group if clash.claim.issue), "")
        passages = [passage(word.entry) for _, word in ordered]
        evidence = first.claim.entry.id, first.denial.entry.id
        yield dispute(archive, "claim", issue, first.why, sides, passages, *evidence)


def _same_matter(first: Clash, second: Clash, weights: Weights) -> bool:
    if (first.claim.by.key, first.denial.by.key) != (second.claim.by.key, second.denial.by.key):
        return False
    if first.denial.entry.id == second.denial.entry.id or first.claim.entry.id == second.claim.entry.id:
        return True
    return _alike_claims(first.claim, second.claim, weights)


def _alike_claims(first: Word, second: Word, weights: Weights) -> bool:
    if first.issue is None or second.issue is None:
        return False
    shared = first.issue.telling & second.issue.telling
    return len(shared) > 1 and likeness(first.issue, second.issue, weights) >= AGAIN
