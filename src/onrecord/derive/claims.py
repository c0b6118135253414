"""Claims and denials of one page: whose word each is, about whom, and which claim a denial meets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.derive.archive import passage
from onrecord.derive.holders import Holder, giver, holders_of, is_one_side
from onrecord.derive.issues import Issue, issue_within
from onrecord.schema import Document, Entry, Event, Statement

BACK = 400
"""Characters before a denial that names nothing in which what it answers stands."""
AROUND = 700
"""Characters between a denial and a claim that share words."""
COVERED = 0.5
"""The share of the words of a denial that a claim near it has, to be what is denied."""
_CHARGE = r"charges?|accusations?|allegations?|claims?|reports?|remarks?|suggestions?|criticism|story|account"
_FALSE = (
    r"(?:lies?|fabrications?|fabricated|slanders?|inventions?|propaganda|untrue|false|baseless|unfounded|groundless|fake|"
    r"fairy tales?|smears?|rumou?rs?)"
)
_NOTHING = re.compile(
    rf"(?:it|this|that|so)(?:,? (?:as|to be) .*\b{_FALSE}\b.*)?|"
    rf"(?:(?:the|any|all|such|these|those|both|his|her|their|its|[\w’'-]+['’]s?) )*(?:{_CHARGE})(?:,? (?:as|to be) .*)?",
    re.IGNORECASE,
)
"""What is denied where the denial itself names nothing."""
_GUILT = re.compile(
    r"(?:(?:any|all|a|the|his|her|its|their|such) )*(?:part|role|involvement|hand|responsibility|share|wrongdoing|guilt|blame)"
    r"(?: (?:in|for) (?:it|this|that|the [\w’' -]{1,40}))?",
    re.IGNORECASE,
)
"""What only somebody denies who is charged with something."""
_REFUTED = re.compile(
    rf"(?:(?:it|this|that) (?:was|is|were)|(?:the|these|those|such|his|her|their|its) (?:{_CHARGE})(?: (?:was|is|were|are))?)"
    rf"\s+(?:all |just |simply |completely |entirely |totally |“|\")*(?:an? )?(?:[\w-]+ )?{_FALSE}\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What is said of a claim to say that it is not so: "called the claims a fabrication", "it was an absurd slander"."""
_DENIALS = frozenset({"deny", "noun-deny"})
_NO_CLAIM = frozenset(
    "urge call-on call-for demand ask-whether offer promise want threaten praise think think-of fear plan decide order-act "
    "agree-to noun-demand noun-promise noun-threat noun-plan refuse reject apologise lodge".split()
)
"""Classes of frames by which nothing is claimed to be so."""
_OPEN = re.compile(r"\b(?:could|would|will|might|may|if|unless|should|must|likely)\b")
"""What tells what may be, and not what is so."""


@dataclass(frozen=True, slots=True)
class Word:
    """Somebody's word in a dispute: who gives it, about whom, on what; ``charges`` are those whom it says to have done it.

    ``accuses`` marks one that is an accusation by the word that reports it.
    """

    entry: Entry
    document: Document
    by: Holder
    concerns: frozenset[str]
    issue: Issue | None
    charges: frozenset[str] = frozenset()
    accuses: bool = False

    @property
    def start(self) -> int:
        """Where its words begin."""
        return passage(self.entry).start


def claim_of(one: Statement, document: Document, entries: Mapping[str, Entry]) -> Word | None:
    """A statement as a claim; None where nobody is known to make it, and for a denial."""
    by = giver(one.speaker)
    built = one.rule.split(".")[1] if "." in one.rule else ""
    if by is None or is_denial(one) or one.attitude != "says" or built in _NO_CLAIM or not one.content:
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
    accuses = isinstance(act, Event) and act.type == "ACCUSE"
    return Word(one, document, by, frozenset(about), _issue(one), charges, accuses)


def denial_of(one: Statement, document: Document) -> Word | None:
    """A statement as a denial; None where it is none, or nobody is known to make it."""
    by = giver(one.speaker)
    return Word(one, document, by, frozenset(), _issue(one)) if by is not None and is_denial(one) else None


def is_denial(one: Statement) -> bool:
    """True for what says that a claim is not so."""
    built = one.rule.split(".")[1] if one.rule.count(".") >= 1 else ""
    if built in _DENIALS or (built == "reject" and names_nothing(one)):
        return True
    return _REFUTED.fullmatch(_words(one)) is not None


def met(one: Statement, denial: Word, on_page: Sequence[Word], entries: Mapping[str, Entry]) -> list[Word]:
    """The claims of its page that a denial meets."""
    others = [word for word in on_page if not is_one_side(word.by, denial.by) and not _OPEN.search(_words_of(word))]
    if _GUILT.fullmatch(_words(one)):
        return _before(denial, [word for word in others if word.accuses and denial.by.key in word.charges])
    linked = [word for word in others if word.entry.id in _meant(one, entries)]
    if names_nothing(one) or _REFUTED.fullmatch(_words(one)):
        return [word for word in linked if _is_near(word, denial)] or _before(denial, others)
    if linked:
        return [word for word in linked if _is_told(word, denial) or denial.by.key in word.charges and word.accuses]
    just_before = {word.entry.id for word in _before(denial, others)}
    return [
        word
        for word in others
        if abs(word.start - denial.start) <= AROUND
        and _is_covered(word, denial, 1 if word.entry.id in just_before else 2)
    ]


def _before(denial: Word, words: Sequence[Word]) -> list[Word]:
    """What was said last before a denial, with what the same speaker said just before that."""
    near = [word for word in words if 0 < denial.start - word.start <= BACK]
    return [word for word in near if word.by.key == near[-1].by.key]


def _is_near(word: Word, denial: Word) -> bool:
    return abs(denial.start - word.start) <= BACK


def _shared(word: Word, denial: Word) -> frozenset[str]:
    if word.issue is None or denial.issue is None:
        return frozenset()
    return word.issue.telling & denial.issue.telling


def _is_told(word: Word, denial: Word) -> bool:
    """True for a claim that shares some words with a denial; one word is enough only of what stands before it."""
    return len(_shared(word, denial)) > (0 if word.start < denial.start else 1)


def _is_covered(word: Word, denial: Word, least: int) -> bool:
    """True for a claim that has most of the words of a denial, and at least so many."""
    shared = _shared(word, denial)
    return denial.issue is not None and len(shared) >= max(least, COVERED * len(denial.issue.telling))


def names_nothing(one: Statement) -> bool:
    """True for "denied it", "rejected the charge"."""
    return not one.content or _NOTHING.fullmatch(_words(one)) is not None


def _words_of(word: Word) -> str:
    return _words(word.entry) if isinstance(word.entry, Statement) else ""


def _words(one: Statement) -> str:
    return " ".join(" ".join(piece.text for piece in one.content).split())


def _meant(one: Statement, entries: Mapping[str, Entry]) -> set[str]:
    """The ids of the statements that a denial speaks of, directly or by the event in them."""
    meant = set(one.denies)
    for at in one.denies:
        entry = entries.get(at)
        if isinstance(entry, Event) and entry.according_to:
            meant.add(entry.according_to)
    meant |= {entry.id for entry in entries.values() if isinstance(entry, Statement) and entry.act in meant}
    return meant


def _issue(one: Statement) -> Issue | None:
    return issue_within(one.content, [party for _, side in one.sides for party in side])
