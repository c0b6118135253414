"""Claims and denials of one page: whose word each is, about whom, and which claim a denial meets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.derive.archive import passage
from onrecord.derive.holders import Holder, giver, holders_of, is_one_side, is_somebody, state_of
from onrecord.derive.issues import Issue, issue_within
from onrecord.derive.matters import stems_of
from onrecord.schema import Document, Entry, Event, Statement

BACK = 400
"""Characters before a denial that names nothing in which what it answers stands."""
AROUND = 700
"""Characters between a denial and a claim that share words."""
COVERED = 0.5
"""The share of the words of a denial that a claim near it has, to be what is denied."""
_CHARGE = (
    r"charges?|accusations?|allegations?|claims?|reports?|remarks?|suggestions?|criticism|story|account|version|statements?|"
    r"figures?|numbers?|estimates?|findings?|polls?|survey|tally"
)
_FALSE = (
    r"(?:lies?|fabrications?|fabricated|slanders?|inventions?|invented|propaganda|untrue|false|baseless|unfounded|groundless|fake|"
    r"fairy tales?|smears?|rumou?rs?|forger(?:y|ies)|not true)"
)
_DOUBTED = (
    r"(?:exaggerat(?:ed|ions?)|incorrect|inaccurate|misleading|nonsense|absurd|ridiculous|laughable|ludicrous|fiction|"
    r"worthless)"
)
"""What is said of a claim by name; of anything else it is an opinion."""
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
_VERY = r"(?:all |just |simply |completely |entirely |totally |grossly |greatly |wildly |“|\")*(?:an? )?(?:[\w-]+ )?"
_REFUTED = re.compile(
    rf"(?:(?:it|this|that) (?:was|is|were)\s+{_VERY}{_FALSE}|"
    rf"(?:the|these|those|such|his|her|their|its) (?:{_CHARGE})(?: (?:of|by|from|about|in) [^.,;]{{1,60}}?)?"
    rf"(?: (?:was|is|were|are))?"
    rf"\s+{_VERY}(?:{_FALSE}|{_DOUBTED}))\b.*",
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
    return (
        Word(one, document, by, frozenset(), _issue(one))
        if by is not None and is_somebody(one.speaker) and is_denial(one)
        else None
    )


def is_denial(one: Statement) -> bool:
    """True for what says that a claim is not so."""
    built = one.rule.split(".")[1] if one.rule.count(".") >= 1 else ""
    if built in _DENIALS and not one.rule.startswith("retract") or (built == "reject" and names_nothing(one)):
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
    just_before = _before(denial, others)
    if linked:
        told = [word for word in linked if _is_told(word, denial) or denial.by.key in word.charges and word.accuses]
        return told or [word for word in just_before if word in linked and _is_answered(word, denial)]
    ids = {word.entry.id for word in just_before}
    covered = [
        word
        for word in others
        if abs(word.start - denial.start) <= AROUND and _is_covered(word, denial, 1 if word.entry.id in ids else 2)
    ]
    return covered or [word for word in just_before if _is_answered(word, denial)]


def contradicted(one: Statement, word: Word, on_page: Sequence[Word]) -> list[Word]:
    """The claims near a word that says that something is *not* so, where they say with its words that it is.

    *Norland said its envoy had been promised a visa; Sorland said it had never promised him one.*
    """
    if not is_somebody(one.speaker) or not _is_negated(_words(one)):
        return []
    return [
        other
        for other in on_page
        if not _is_one(other.by, word.by)
        and abs(other.start - word.start) <= AROUND
        and not _OPEN.search(_words_of(other))
        and _LACKS.search(_words_of(other)) is None
        and _is_covered(other, word, 2)
        and _is_short_of(other, word)
    ]


TIMES = 3
"""How many times the words of a denial a claim may have and still be what it contradicts."""


def _is_short_of(claim: Word, denial: Word) -> bool:
    return (
        claim.issue is not None
        and denial.issue is not None
        and len(claim.issue.telling) <= TIMES * len(denial.issue.telling)
    )


def _is_one(first: Holder, second: Holder) -> bool:
    """True for one side, and for two unnamed speakers of one kind: "diplomats", "a diplomat"."""
    nameless = first.key.startswith("unnamed:") and second.key.startswith("unnamed:")
    return is_one_side(first, second) or nameless and bool(set(stems_of(first.words)) & set(stems_of(second.words)))


_NEGATED = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,6}?(?:(?:had|has|have|was|were|did)\s+(?:not|never)\b(?!\s+(?:only|just|how|why|what|enough|yet|the|a|an|"
    r"see|think|believe|want|know|expect|intend|plan|need|mean|rule|support|say|like|wish|seek|understand|look|feel)\b)|"
    r"(?:had|has|have|was|were|did)n['’]t\b|(?:there\s+(?:had been|has been|was|were)|had)\s+no\b|(?:nobody|no one)\b)",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"\b(?:want|wish|hope|fear|seek|plan|not|no|never|nobody|none|nothing|without|fail\w*|refus\w*|den(?:y|ied)|lack\w*|\w+n['’]t)\b",
    re.IGNORECASE,
)


def _is_negated(words: str) -> bool:
    """True for a clause that says that something is not so."""
    return _NEGATED.match(words) is not None


def _before(denial: Word, words: Sequence[Word]) -> list[Word]:
    """What was said last before a denial, with what the same speaker said just before that."""
    near = [word for word in words if 0 < denial.start - word.start <= BACK]
    return [word for word in near if word.by.key == near[-1].by.key]


def _is_near(word: Word, denial: Word) -> bool:
    return abs(denial.start - word.start) <= BACK


def _is_answered(word: Word, denial: Word) -> bool:
    """True for what was just said of whoever denies something, or of whom the denial speaks, in whatever words."""
    ours = {denial.by.key, state_of(denial.by.key)} - {None}
    if ours & word.charges or _begins_with(word, ours):
        return True
    first, second = _subject(word), _subject(denial)
    return first is not None and first == second


FIRST = 30
"""Characters from the beginning of a claim on in which those stand whom it is about."""


def _begins_with(word: Word, keys: set[str | None]) -> bool:
    """True for a claim that begins with one of some actors: "a Lumenian ship had chased the boat"."""
    entry = word.entry
    if not isinstance(entry, Statement):
        return False
    near = (one.actor for one in entry.about if 0 <= one.start - word.start <= FIRST)
    return any(actor in keys or f"state:{actor}" in keys for actor in near if actor)


_SUBJECT = re.compile(
    r"[“\"‘']*(?P<who>they|he|she|(?:the|its|his|her|their)\s+\w+)\s+(?:had|has|have|was|were|is|are|did)\b",
    re.IGNORECASE,
)


def _subject(word: Word) -> str | None:
    """The pronoun or the short phrase that a word begins with, in small letters."""
    found = _SUBJECT.match(_words_of(word))
    return " ".join(found["who"].lower().split()) if found is not None else None


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
    if denial.issue is None:
        return False
    telling = denial.issue.telling
    return len(shared) >= max(min(least, len(telling)), COVERED * len(telling)) and bool(shared)


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
