"""Disputes: one party claims and another denies, or two give other figures or other accounts of one thing. Always possible
ones: both passages stand side by side, and nothing says who is right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from onrecord.derive.accounts import accounts, figures, in_other_words, on_page
from onrecord.derive.archive import Archive, passage
from onrecord.derive.claims import Word, claim_of, contradicted, denial_of, met
from onrecord.derive.flat import flat, unflat
from onrecord.derive.holders import Holder, is_one_side, state_of
from onrecord.derive.homeland import at_home
from onrecord.derive.issues import Issue
from onrecord.derive.matters import matter
from onrecord.derive.sameness import Weights, likeness
from onrecord.derive.sides import dispute, side
from onrecord.derive.strands import strands
from onrecord.schema import Copy, Derived, Dispute, Document, Entry, Findings, Passage, Says
from onrecord.store.derivations import Standing
from onrecord.store.rows import anchor, published_days

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
class Told:
    """A claim or a denial as what is compared across pages: ``at`` is where it is put in order, ``day`` that of its page."""

    id: str
    doc: str
    at: int
    start: int
    end: int
    by: Holder
    concerns: frozenset[str]
    charges: frozenset[str]
    issue: Issue | None
    day: date | None

    @property
    def passage(self) -> Passage:
        """The words that prove it."""
        return Passage(self.doc, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Clash:
    """A claim and the denial that meets it, and why they are held to meet."""

    claim: Told
    denial: Told
    why: str


@dataclass(frozen=True, slots=True)
class OnPage:
    """The claims of a page, the denials that nothing on it answers to, and its clashes."""

    claims: tuple[Told, ...]
    denials: tuple[Told, ...]
    clashes: tuple[Clash, ...]


def disputes(archive: Archive) -> Iterator[Derived | Standing]:
    """The disputes of the record: claims and denials, then figures, then accounts, each kind by its first pages."""
    copied = {row.copy for row in archive.rows(Copy) if row.relation != "embeds"}
    docs = [card.doc for card in archive.cards if card.doc not in copied]
    made_of = {doc: f"{archive.state_of(doc)} {archive.published(doc)} {doc in copied}" for doc in archive.by_doc}
    told = strands(archive)
    yield from _denied(archive, docs)
    kept = archive.kept("figures")
    for strand in told:
        made = partial(figures, archive, strand.docs, copied)
        yield from kept.rows(strand.id, map(made_of.__getitem__, strand.docs), made)
    kept = archive.kept("figures of a page")
    for doc in docs:
        yield from kept.rows(f"of {doc}", (made_of[doc],), partial(_figures_of_page, archive, doc))
    kept = archive.kept("accounts")
    for strand in told:
        own = [doc for doc in strand.docs if doc not in copied]
        yield from kept.rows(strand.id, map(made_of.__getitem__, own), partial(accounts, archive, own))


def _figures_of_page(archive: Archive, doc: str) -> Iterator[Dispute]:
    tolls = list(on_page(archive.findings(doc), archive))
    told = {row.entries for row in tolls}
    yield from tolls
    yield from (row for row in in_other_words(archive.findings(doc), archive) if row.entries not in told)


def _words_of_page(findings: Findings) -> OnPage:
    denials: list[Word] = []
    clashes: list[Clash] = []
    entries: dict[str, Entry] = {one.id: one for one in findings.entries}
    words = [claim_of(one, findings.document, entries) for one in findings.statements]
    claims = sorted((word for word in words if word is not None), key=lambda word: word.start)
    for one in findings.statements:
        denial = denial_of(one, findings.document)
        if denial is None:
            word = next((word for word in claims if word.entry.id == one.id), None)
            against = contradicted(one, word, claims) if word is not None else []
            why = "one says that it is so, the other that it is not"
            clashes += [Clash(_told(other), _told(word), why) for other in against if word]
            continue
        answered = met(one, denial, claims, entries)
        clashes += [Clash(_told(word), _told(denial), "the page says that it is denied") for word in answered]
        if not answered and denial.issue is not None:
            denials.append(denial)
    return OnPage(tuple(map(_told, claims)), tuple(map(_told, denials)), tuple(clashes))


def _told(word: Word) -> Told:
    place = passage(word.entry)
    return Told(
        word.entry.id, place.doc, anchor(word.entry)[0], place.start, place.end, word.by, word.concerns, word.charges,
        word.issue, _day(word.document),
    )  # fmt: skip


def _denied(archive: Archive, docs: Sequence[str]) -> Iterator[Dispute]:
    claims: list[Told] = []
    denials: list[Told] = []
    found: list[Clash] = []
    kept = archive.kept("claims")
    for doc in docs:
        made_of = (archive.state_of(doc),)
        page = unflat(OnPage, kept.value(doc, made_of, lambda: flat(_words_of_page(at_home(archive.findings(doc))))))  # noqa: B023
        claims += page.claims
        denials += page.denials
        found += page.clashes
    weights = Weights(word.issue for word in (*claims, *denials) if word.issue is not None)
    accused: dict[str, list[Told]] = defaultdict(list)
    for word in claims:
        for key in word.concerns | set(filter(None, map(state_of, word.concerns))):
            accused[key].append(word)
        if state_of(word.by.key) is not None and not word.charges:
            accused[OTHERS].append(word)
    for denial in denials:
        ours = state_of(denial.by.key)
        about = {word.id: word for key in {denial.by.key, ours} - {None} for word in accused[key or ""]}
        for word in about.values():
            if not is_one_side(word.by, denial.by) and _alike(word, denial, weights):
                found.append(Clash(word, denial, f"both speak of “{_short(denial)}”"))
        for word in accused[OTHERS] if ours else ():
            other = word.id not in about and state_of(word.by.key) != ours
            if other and _alike(word, denial, weights, SAME):
                found.append(Clash(word, denial, f"both speak of “{_short(denial)}”"))
    yield from _joined(archive, found, claims, weights)


def _alike(word: Told, denial: Told, weights: Weights, least: float = LEAST) -> bool:
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


def _near(word: Told, denial: Told) -> bool:
    """True unless it is known that the denial is much younger, or older, than what it would deny."""
    return word.day is None or denial.day is None or 0 <= (denial.day - word.day).days + 1 <= RECENT


def _day(document: Document) -> date | None:
    days = published_days(document)
    return days[0] if days is not None and days[0] == days[1] else None


def _short(word: Told) -> str:
    return word.issue.text if word.issue else ""


def _joined(archive: Archive, found: Sequence[Clash], claims: Sequence[Told], weights: Weights) -> Iterator[Dispute]:
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
        words: dict[str, tuple[Says, Told]] = {clash.claim.id: ("claims", clash.claim) for clash in group}
        words |= {clash.denial.id: ("denies", clash.denial) for clash in group}
        for word in claims:
            also = word.by.key == first.claim.by.key and first.denial.by.key in word.charges
            if also and word.id not in words and _alike_claims(word, first.claim, weights):
                words[word.id] = ("claims", word)
        ordered = sorted(words.values(), key=lambda one: (archive.by_doc[one[1].doc].place, one[1].at, one[1].id))
        sides = [side(archive, word.by, says, word.id, word.passage) for says, word in ordered]
        issue = next((clash.claim.issue.text for clash in group if clash.claim.issue), "")
        passages = [word.passage for _, word in ordered]
        evidence = first.claim.id, first.denial.id
        yield dispute(archive, "claim", issue, first.why, sides, passages, *evidence)


def _same_matter(first: Clash, second: Clash, weights: Weights) -> bool:
    if (first.claim.by.key, first.denial.by.key) != (second.claim.by.key, second.denial.by.key):
        return False
    if first.denial.id == second.denial.id or first.claim.id == second.claim.id:
        return True
    return _alike_claims(first.claim, second.claim, weights)


def _alike_claims(first: Told, second: Told, weights: Weights) -> bool:
    if first.issue is None or second.issue is None:
        return False
    shared = first.issue.telling & second.issue.telling
    return len(shared) > 1 and likeness(first.issue, second.issue, weights) >= AGAIN
