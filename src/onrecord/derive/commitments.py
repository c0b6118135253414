"""Commitments: what an actor does, offers, agrees to or rejects, by its own word or its own act, on a scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.derive.courses import course_of
from onrecord.derive.holders import Holder, holders_of, speaking
from onrecord.derive.issues import Issue, issue_around, issue_behind, issue_of, issue_of_span
from onrecord.derive.levels import AGAINST, DEEDS, FORCE, FRAMES, level_of
from onrecord.derive.matters import LAND, matter
from onrecord.derive.undertakings import undertakings
from onrecord.schema import UNKNOWN, Document, Event, Findings, Party, Scale, Span, Statement, When


@dataclass(frozen=True, slots=True)
class Commitment:
    """One entry as a commitment: holder, level, issue, and to whom. ``own`` is false where others say it of the holder.

    It rests on an event or, where no event tells it, on the words of a statement alone; ``start`` is where these words begin.
    ``excluded`` marks what an exception takes out of a commitment; ``limit`` is a condition or an exception that it has.
    ``former`` marks what a page tells as held before what it tells now.
    """

    event: Event | None
    statement: Statement | None
    document: Document
    start: int
    holder: Holder
    counterpart: Holder | None
    level: Scale
    issue: Issue
    own: bool
    excluded: bool = False
    limit: str = ""
    former: bool = False

    @property
    def id(self) -> str:
        """The entry's id."""
        entry = self.event or self.statement
        assert entry is not None, "a commitment rests on an entry"
        return entry.id

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of its event and of the statement that tells it, as far as there are such."""
        return tuple(one.id for one in (self.event, self.statement) if one is not None)

    @property
    def cue(self) -> int:
        """Where the word begins by which it is told: the event's, or that of saying."""
        if self.event is not None:
            return self.event.trigger.start
        cue = self.statement.cue if self.statement is not None else None
        return cue.start if cue is not None else self.start

    @property
    def doc(self) -> str:
        """Its document."""
        return self.document.doc

    @property
    def person(self) -> str | None:
        """The id of the one person who acted, or whose word it is; None for a body or somebody unnamed."""
        speaker = self.statement.speaker if self.statement is not None else None
        return self.holder.person or (speaker.actor if speaker is not None and speaker.actor_kind == "person" else None)

    @property
    def words(self) -> tuple[int, int]:
        """From where to where the words that prove it stand: an event's sentence, the pieces of a statement."""
        if self.event is not None:
            return self.event.sentence.start, self.event.sentence.end
        pieces: tuple[Span, ...] = self.statement.content if self.statement else ()
        return min(piece.start for piece in pieces), max(piece.end for piece in pieces)

    @property
    def when(self) -> When:
        """When it was done, as far as its words tell."""
        return self.event.when if self.event is not None else UNKNOWN

    @property
    def is_deed(self) -> bool:
        """True for an attack, an arrest, a visit: it is set against what was said of it, and no position by itself."""
        if self.event is None:
            return False
        return self.event.type in FORCE or (self.event.type == "CONSULT" and self.level in ("does", "offers"))

    @property
    def says_no(self) -> bool:
        """True for what is against its issue: a no to it, or a yes to its end."""
        return (self.level in AGAINST) != (self.issue.turn < 0)


def commitments(findings: Findings) -> Iterator[Commitment]:
    """The commitments of one page: one for each event and side that tells of an issue, then those of words alone."""
    made = list(_of_events(findings))
    for one in (*_of_frames(findings), *_of_words(findings)):
        if not any(_is_like(other, one) and _overlap(other.issue, one.issue) for other in made):
            made.append(one)
    yield from made
    yield from _of_answers(findings, made)


def _overlap(first: Issue, second: Issue) -> bool:
    return first.start < second.end and second.start < first.end


def _is_like(first: Commitment, second: Commitment) -> bool:
    return first.holder.key == second.holder.key and first.says_no == second.says_no


def _of_frames(findings: Findings) -> Iterator[Commitment]:
    """What speakers offer, agree to or reject by the word that reports them, where no event tells it: in headlines mostly."""
    events = {one.id for one in findings.events}
    for statement in findings.statements:
        built = statement.rule.split(".")[1] if "." in statement.rule else ""
        holder = speaking(statement.speaker) if statement.speaker is not None else None
        if built not in FRAMES or holder is None or not statement.content or statement.act in events:
            continue
        span = statement.content[0]
        issue = issue_behind(findings.document, span.start, span.end)
        if issue is not None:
            yield Commitment(None, statement, findings.document, span.start, holder, None, FRAMES[built], issue, True)


def _of_answers(findings: Findings, made: Sequence[Commitment]) -> Iterator[Commitment]:
    """What is said to *the proposal*: it is about what somebody else offered just before."""
    document = findings.document
    for statement in findings.statements:
        built = statement.rule.split(".")[1] if "." in statement.rule else ""
        holder = speaking(statement.speaker) if statement.speaker is not None else None
        level: Scale | None = "agrees" if built == "praise" else FRAMES.get(built)
        if holder is None or level is None or not statement.content:
            continue
        span = statement.content[0]
        before = [
            one for one in made
            if one.holder.key != holder.key and one.level in ("offers", "conditional") and one.start < span.start
        ]  # fmt: skip
        if before and _ANSWERED.fullmatch(span.text):
            meant = max(before, key=lambda one: one.start)
            yield Commitment(None, statement, document, span.start, holder, meant.holder, level, meant.issue, True)


_LESS = re.compile(
    r"\b(?:(?:though|but|albeit) not|provided|on condition|on the condition|as long as|so long as|if|unless|once) [^.;,”\"]+"
)
"""What limits a commitment behind it, where its clause names nothing: "willing to pay, though not for the lorries"."""
_MUST = re.compile(
    r"if (?:we|they|it|he|she|\w+) (?:has|have|had|needs?|must)(?: to)?\b|if (?:necessary|needed|required|possible)\b",
    re.IGNORECASE,
)
"""A condition that limits nothing: "if we have to"."""
_ANSWERED = re.compile(
    r"(?:the|this|that|such an?|its|their|[\w’'-]+['’]s?)\s+"
    r"(?:proposal|offer|idea|plan|initiative|suggestion|invitation|overture)s?",
    re.IGNORECASE,
)


def _of_words(findings: Findings) -> Iterator[Commitment]:
    """What speakers say that their own side will do, where they speak for it."""
    for statement in findings.statements:
        holder = speaking(statement.speaker) if statement.speaker is not None else None
        if holder is None:
            continue
        own = frozenset({holder.key, holder.country or ""} if holder.key.startswith("state:") else {holder.key})
        for one in undertakings(statement, findings.document, own):
            if RESIGN in one.issue.stems:
                if holder.person is None:
                    continue
                holder = replace(holder, key=holder.person)
            level: Scale = (
                "declines" if one.says_no else "conditional" if one.limit else "does" if one.done else "offers"
            )
            issue = replace(one.issue, withs=_withs(one.issue, (), holder) | _named(statement, one.issue))
            yield Commitment(
                None, statement, findings.document, one.start, holder, None, level, issue, True, limit=one.limit
            )


def _of_events(findings: Findings) -> Iterator[Commitment]:
    statements = {one.id: one for one in findings.statements}
    for event in sorted(findings.events, key=lambda one: one.trigger.start):
        level = level_of(event)
        deed = level == "does" and event.type in FORCE
        turned = course_of(event.trigger.text) if "noun" not in event.rule else 0
        issue = (issue_around if deed and not turned else issue_of)(event, findings.document)
        if issue is not None and turned and _is_told_by(event, level):
            issue = replace(issue, turn=issue.turn * turned, moved=True)
        statement = statements.get(event.according_to or "")
        holders = holders_of(event.source) or (_at_home(event, statement) if deed else [])
        if level is None or not holders or event.voice == "unnamed" and not _speaks_for(event, statements, holders):
            continue
        own = _is_own(event, statements, holders)
        if not own and not deed or level == "declines" and statement is not None and ".deny" in statement.rule:
            continue
        if _is_said_of_it(event, findings.document.text):
            continue
        if level == "declines" and event.type == "AGREE" and _ON.match(findings.document.text, event.trigger.end):
            continue
        holders = _in_person(event, holders) if issue is not None and RESIGN in issue.stems else holders
        against = next(iter(holders_of(event.target)), None)
        limits = [
            span.text
            for span in (event.condition, event.exception, event.until)
            if span is not None and not _MUST.match(span.text)
        ]
        less = _LESS.search(findings.document.text, event.trigger.end, event.sentence.end)
        limits += [less.group()] if less is not None and level not in AGAINST and not limits else []
        for holder in holders:
            counterpart = against if against is None or against.key != holder.key else None
            if issue is not None:
                met = replace(issue, withs=_withs(issue, event.target, holder))
                yield Commitment(
                    event, statement, findings.document, event.trigger.start, holder, counterpart, level, met, own,
                    limit="; ".join(limits),
                )  # fmt: skip
            out = event.exception and issue_of_span(event.exception, findings.document, (*event.source, *event.target))
            if out and level not in AGAINST:
                yield Commitment(
                    event, statement, findings.document, event.trigger.start, holder, counterpart, "declines", out, own,
                    excluded=True,
                )  # fmt: skip


def _withs(issue: Issue, parties: tuple[Party, ...], holder: Holder) -> frozenset[str]:
    """The ids of those with whom an issue is to be, by the parties of its event and the countries that its words name."""
    lands = {f"state:{stem.removeprefix(LAND)}" for stem in issue.stems if stem.startswith(LAND)}
    return frozenset({one.key for one in holders_of(parties)} | lands) - {holder.key}


def _named(statement: Statement, issue: Issue) -> frozenset[str]:
    """The ids of the actors that the words of an issue name."""
    near = (one.actor for one in statement.about if issue.start <= one.start < issue.end)
    return frozenset(f"state:{actor}" if len(actor) == 3 else actor for actor in near if actor)


_ON = re.compile(r"\s+(?:on|about|whether)\b")
"""Behind *did not agree*: two have not come to terms, and nobody has said no."""
_BE = re.compile(r"\b(?:be|been|being|get|is|are|was|were)\s+(?:\w+ly\s+)?$")
_WANTED = re.compile(
    r"\b(?:for|on|upon|want\w*|urg\w+|ask\w*|beg\w*|tell\w*|told|press\w*|forc\w+|order\w*|expect\w*|allow\w*|get|persuad\w+)\s+"
    r"(?:[\w’'.-]+\s+){1,6}?to\s+$"
)
"""What another wants somebody to do: "calls for the king to"."""
_LEFT_OUT = re.compile(
    r"\b(?:did|does|do|has|have|had|was|were)(?:n['’]t|\s+(?:not|never))\s+(?:\w+\s+){0,3}$|"
    r"\bnot\s+(?:mention|discuss|address|say|know|expect|believe|think)\b[^.;]{0,40}$"
)
"""What did not come about, or was not spoken of; nobody has refused it."""
BACK = 90
"""Characters before a trigger that tell who wants what it names."""


def _is_said_of_it(event: Event, text: str) -> bool:
    """True for an act that is no stand of its actor: wanted by others, left undone, or named to tell of whom."""
    before = text[max(event.sentence.start, event.trigger.start - BACK) : event.trigger.start]
    if event.status == "planned":
        participle = event.trigger.text.lower().endswith("ed") and _BE.search(before) is None
        return participle or _WANTED.search(before) is not None
    told = event.voice == "outlet" and event.according_to is None
    return event.status == "negated" and event.type in DEEDS and told and _LEFT_OUT.search(before) is not None


RESIGN = matter("resign")


def _in_person(event: Event, holders: list[Holder]) -> list[Holder]:
    """Who leaves an office does so for himself and not for his government; nobody, where no person is known."""
    people = {holder.person: holder for holder in holders if holder.person is not None}
    return [replace(holder, key=person) for person, holder in people.items()]


def _is_told_by(event: Event, level: Scale | None) -> bool:
    """True where the level says already what the verb says: "vetoed" is a rejection, "suspended" has stopped something."""
    built = event.rule.split(".")[1] if event.rule.count(".") >= 2 else ""
    return level == "has stopped" or level == "rejects" and built == "reject"


def _at_home(event: Event, statement: Statement | None) -> list[Holder]:
    """The state whose forces act in a place of its own: "operations in the valley", said of that country and nobody else."""
    if event.source or event.place is None:
        return []
    told = {one.actor for one in statement.about if one.actor and len(one.actor) == 3} if statement else set()
    return [
        Holder(f"state:{code}", one.name, code, None, one.name)
        for one in (statement.about if statement else ())
        if (code := one.actor) and told == {code} == {event.place.country}
    ][:1]


_RULING = frozenset({"GOV", "MIL", "UNK", None})
"""Sectors of those who may speak for a government though nothing else is known of them."""


def _is_own(event: Event, statements: dict[str, Statement], holders: list[Holder]) -> bool:
    """True where the outlet tells it, or somebody of the holder's own side; the page decides where the speaker is not known."""
    statement = statements.get(event.according_to or "")
    while statement is not None and statement.speaker is None:
        statement = statements.get(statement.within or "")
    if statement is not None and statement.speaker is not None and statement.speaker.sector not in _RULING:
        return _speaks_for(event, statements, holders)
    if statement is None or statement.speaker is None or speaking(statement.speaker) is None:
        return event.voice in ("outlet", "own_side")
    return _speaks_for(event, statements, holders)


def _speaks_for(event: Event, statements: dict[str, Statement], holders: list[Holder]) -> bool:
    """True where whoever says it speaks for the holder: an unnamed official of the government on what it will do."""
    statement = statements.get(event.according_to or "")
    while statement is not None:
        if statement.speaker is not None:
            speaking = {one.key for one in holders_of((statement.speaker,))}
            return bool(speaking & {one.key for one in holders})
        statement = statements.get(statement.within or "")
    return False
