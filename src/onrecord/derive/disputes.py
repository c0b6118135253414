"""Disputes: one party claims and another denies, or two give other figures or other accounts of one thing. Always possible
ones: both passages stand side by side, and nothing says who is right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.derive.accounts import accounts, figures, on_page
from onrecord.derive.archive import Archive, passage
from onrecord.derive.commitments import Holder, holders_of, speaking
from onrecord.derive.issues import Issue, Weights, issue_within, likeness
from onrecord.derive.sides import dispute, side
from onrecord.schema import Copy, Dispute, Document, Entry, Event, Says, Statement
from onrecord.store.rows import published_days

LEAST = 0.55
"""How like what is claimed and what is denied must be, where they stand on different pages."""
AGAIN = 0.4
"""How like two claims of one party about another must be to be told again."""
LONGER = 3
"""How many times the words of a denial a claim may have and still be what is denied."""
RECENT = 61
"""Days within which a claim is denied."""
_OPEN = re.compile(r"\b(?:could|would|might|may|if|unless|should)\b")
BACK = 400
"""Characters before a denial that names nothing in which the charge stands that it answers."""
_NOTHING = re.compile(
    r"(?:it|this|that|(?:(?:the|any|these|those|such|both|all|this) )?(?:charges?|accusations?|allegations?|claims?|reports?|"
    r"(?:part|role|involvement|hand|responsibility|share)(?: (?:in|for) (?:it|this|that|the \w+))?))",
    re.IGNORECASE,
)
"""What is denied where the denial itself names nothing."""
_DENIALS = frozenset({"deny", "noun-deny"})


@dataclass(frozen=True, slots=True)
class Word:
    """Somebody's word in a dispute: who gives it, about whom, on what; ``charges`` are those whom it says to have done it."""

    entry: Entry
    document: Document
    by: Holder
    concerns: frozenset[str]
    issue: Issue | None
    charges: frozenset[str] = frozenset()


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
        yield from on_page(archive.findings(doc), archive)
    yield from accounts(archive, docs)


def _denied(archive: Archive, docs: Sequence[str]) -> Iterator[Dispute]:
    claims: list[Word] = []
    denials: list[Word] = []
    found: list[Clash] = []
    for doc in docs:
        findings = archive.findings(doc)
        entries: dict[str, Entry] = {one.id: one for one in findings.entries}
        on_page = [word for one in findings.statements if (word := _claim(one, findings.document, entries)) is not None]
        claims += on_page
        for one in findings.statements:
            denial = _denial(one, findings.document)
            if denial is None:
                continue
            met = [word for word in on_page if word.entry.id in _meant(one, entries) and _concerns(word, denial)]
            met = met or _answered(one, denial, on_page)
            found += [Clash(word, denial, "the page says that it is denied") for word in met]
            if not met and denial.issue is not None:
                denials.append(denial)
    weights = Weights(word.issue for word in (*claims, *denials) if word.issue is not None)
    accused: dict[str, list[Word]] = defaultdict(list)
    for word in claims:
        for key in word.concerns:
            accused[key].append(word)
    for denial in denials:
        for word in accused[denial.by.key]:
            if _concerns(word, denial) and _alike(word, denial, weights):
                found.append(Clash(word, denial, f"both speak of “{_short(denial)}”"))
    yield from _joined(archive, found, claims, weights)


def _claim(one: Statement, document: Document, entries: dict[str, Entry]) -> Word | None:
    """A statement as a claim about somebody else; None where it is no such thing."""
    if one.speaker is None or _is_denial(one):
        return None
    by = speaking(one.speaker)
    if by is None:
        return None
    act = entries.get(one.act or "")
    about = {holder.key for holder in holders_of(act.target)} if isinstance(act, Event) else set()
    about |= {
        holder.key
        for event in entries.values()
        if isinstance(event, Event) and event.according_to == one.id
        for holder in holders_of(event.source)
    }
    charges = frozenset(about - {by.key})
    about |= {f"state:{entry.actor}" for entry in one.about if entry.actor and len(entry.actor) == 3}
    about |= {entry.actor for entry in one.about if entry.actor and len(entry.actor) != 3}
    about.discard(by.key)
    return Word(one, document, by, frozenset(about), _issue(one), charges) if about else None


def _denial(one: Statement, document: Document) -> Word | None:
    if one.speaker is None or not _is_denial(one):
        return None
    by = speaking(one.speaker)
    return Word(one, document, by, frozenset(), _issue(one)) if by else None


def _is_denial(one: Statement) -> bool:
    built = one.rule.split(".")[1] if one.rule.count(".") >= 1 else ""
    return built in _DENIALS or (built == "reject" and _names_nothing(one))


def _meant(one: Statement, entries: dict[str, Entry]) -> set[str]:
    """The ids of the statements that a denial speaks of, directly or by the event in them."""
    meant = set(one.denies)
    for at in one.denies:
        entry = entries.get(at)
        if isinstance(entry, Event) and entry.according_to:
            meant.add(entry.according_to)
    meant |= {entry.id for entry in entries.values() if isinstance(entry, Statement) and entry.act in meant}
    return meant


def _concerns(word: Word, denial: Word) -> bool:
    """True where a claim is about whoever denies it and is not its own."""
    return denial.by.key in word.concerns and word.by.key != denial.by.key


def _answered(one: Statement, denial: Word, on_page: Sequence[Word]) -> list[Word]:
    """The charge that stands just before "denied the charge" or "which denied any part in it", where it names nothing itself."""
    if not _names_nothing(one):
        return []
    start = passage(one).start
    before = [
        word for word in on_page if 0 <= start - passage(word.entry).start <= BACK and word.by.key != denial.by.key
    ]
    charged = [word for word in before if denial.by.key in word.charges]
    return charged[-1:]


def _names_nothing(one: Statement) -> bool:
    return bool(one.content) and _NOTHING.fullmatch(" ".join(one.content[0].text.split())) is not None


def _alike(word: Word, denial: Word, weights: Weights) -> bool:
    if word.issue is None or denial.issue is None:
        return False
    shared = word.issue.telling & denial.issue.telling
    if len(shared) < 2 or len(word.issue.telling) > LONGER * len(denial.issue.telling) or not _near(word, denial):
        return False
    return not _OPEN.search(word.issue.text) and likeness(word.issue, denial.issue, weights) >= LEAST


def _near(word: Word, denial: Word) -> bool:
    """True unless it is known that the denial is much younger, or older, than what it would deny."""
    days = [_day(one.document) for one in (word, denial)]
    return None in days or 0 <= (days[1] - days[0]).days + 1 <= RECENT  # type: ignore[operator]


def _day(document: Document) -> date | None:
    days = published_days(document)
    return days[0] if days is not None and days[0] == days[1] else None


def _issue(one: Statement) -> Issue | None:
    return issue_within(one.content, [party for _, side in one.sides for party in side])


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
