"""Commitments: what an actor does, offers, agrees to or rejects, by its own word or its own act, on a scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.derive.courses import course
from onrecord.derive.issues import Issue, issue_around, issue_of, issue_of_span
from onrecord.derive.undertakings import undertakings
from onrecord.schema import UNKNOWN, Document, Event, Findings, Party, Scale, Span, Statement, When
from onrecord.store.rows import with_members

OFFERS = frozenset({"offer", "noun-promise", "adj-ready", "noun-plan", "plan", "want"})
"""Classes of frames by which somebody comes forward with something that nobody has agreed to yet."""
STOPS = frozenset({"cancel", "noun-cut", "noun-cancel"})
"""Classes of frames that end what was going on."""
WELCOMES = frozenset({"praise", "think-of", "noun-stance", "adj-act"})
"""Classes of frames by which somebody is for what another does or proposes."""
DEEDS = frozenset({"SUPPORT", "COOPERATE", "AID", "CONSULT", "CONCEDE", "RETREAT"})
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
AGAINST = frozenset({"declines", "rejects", "has stopped"})
"""The levels that say no."""
OPEN = frozenset({"threatens", "evades"})
"""The levels that say neither yes nor no."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is committed. ``key`` is one for a government with its ministers, its spokesmen and itself; another for its army.

    ``person`` is the id of the one person who spoke or acted, None for a body or somebody unnamed; ``words`` are what the
    page calls whoever it was.
    """

    key: str
    name: str
    country: str | None
    person: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """One entry as a commitment: holder, level, issue, and to whom. ``own`` is false where others say it of the holder.

    It rests on an event or, where no event tells it, on the words of a statement alone; ``start`` is where these words begin.
    ``excluded`` marks what an exception takes out of a commitment; ``limit`` is a condition or an exception that it has.
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
    yield from made
    for one in _of_words(findings):
        if not any(_is_like(other, one) and _overlap(other.issue, one.issue) for other in made):
            yield one


def _overlap(first: Issue, second: Issue) -> bool:
    return first.start < second.end and second.start < first.end


def _is_like(first: Commitment, second: Commitment) -> bool:
    return first.holder.key == second.holder.key and first.says_no == second.says_no


def _of_words(findings: Findings) -> Iterator[Commitment]:
    """What speakers say that their own side will do, where they speak for it."""
    for statement in findings.statements:
        holder = speaking(statement.speaker) if statement.speaker is not None else None
        if holder is None:
            continue
        own = frozenset({holder.key, holder.country or ""} if holder.key.startswith("state:") else {holder.key})
        for one in undertakings(statement, findings.document, own):
            level: Scale = (
                "declines" if one.says_no else "conditional" if one.limit else "does" if one.done else "offers"
            )
            yield Commitment(
                None, statement, findings.document, one.start, holder, None, level, one.issue, True, limit=one.limit
            )


def _of_events(findings: Findings) -> Iterator[Commitment]:
    statements = {one.id: one for one in findings.statements}
    for event in sorted(findings.events, key=lambda one: one.trigger.start):
        level = level_of(event)
        deed = level == "does" and event.type in FORCE
        issue = issue_around(event, findings.document) if deed else issue_of(event, findings.document)
        statement = statements.get(event.according_to or "")
        holders = holders_of(event.source) or (_at_home(event, statement) if deed else [])
        if level is None or not holders or event.voice == "unnamed" and not _speaks_for(event, statements, holders):
            continue
        own = _is_own(event, statements, holders)
        if not own and not deed:
            continue
        against = next(iter(holders_of(event.target)), None)
        limits = [span.text for span in (event.condition, event.exception, event.until) if span is not None]
        for holder in holders:
            counterpart = against if against is None or against.key != holder.key else None
            if issue is not None:
                yield Commitment(
                    event, statement, findings.document, event.trigger.start, holder, counterpart, level, issue, own,
                    limit="; ".join(limits),
                )  # fmt: skip
            out = event.exception and issue_of_span(event.exception, findings.document, (*event.source, *event.target))
            if out and level not in AGAINST:
                yield Commitment(
                    event, statement, findings.document, event.trigger.start, holder, counterpart, "declines", out, own,
                    excluded=True,
                )  # fmt: skip


def level_of(event: Event) -> Scale | None:
    """Where an event stands on the scale; None where it is no commitment of its source."""
    built = event.rule.split(".")[1] if event.rule.count(".") >= 2 else ""
    kind, status = event.type, event.status
    if status in ("conditional", "negated"):
        friendly = kind == "AGREE" or kind in DEEDS
        if status == "conditional":
            return "conditional" if friendly and event.condition is not None else None
        return "declines" if friendly or kind in ("SANCTION", "COERCE") and course(event.trigger.text) < 0 else None
    if status == "planned":
        return "offers" if kind in DEEDS or kind == "AGREE" else None
    if status != "actual":
        return None
    if kind in ("SANCTION", "AID", "RETREAT") and built in STOPS:
        return "has stopped"
    if kind == "AGREE" or (kind == "SUPPORT" and built in WELCOMES):
        return "offers" if built in OFFERS else "agrees"
    if kind == "REJECT":
        return "declines" if built == "refuse" else "rejects"
    if kind == "THREATEN":
        return "threatens"
    return "does" if kind in DEEDS or kind in FORCE or kind == "SANCTION" else None


def holders_of(parties: tuple[Party, ...]) -> list[Holder]:
    """Who stands behind a side: each actor once, somebody whom nothing is known of left out."""
    found: dict[str, Holder] = {}
    for party in with_members(parties):
        holder = holder_of(party)
        if holder is not None:
            found.setdefault(holder.key, holder)
    return list(found.values())


def holder_of(party: Party) -> Holder | None:
    """The actor that a party's word binds: its government, its army, its organisation, or itself.

    None where nothing is known of it, or its country is only assumed from the page around it.
    """
    if party.how.startswith("context:"):
        return None
    official = party.capacity == "official" or party.actor_kind in ("country", "office", "organisation")
    words = party.name or " ".join(party.text.split())
    person = party.actor if party.actor_kind == "person" else None
    name = party.principal or words
    if party.country and (party.actor_kind == "country" or (official and party.sector in ("GOV", None))):
        return Holder(f"state:{party.country}", name, party.country, person, words)
    if party.country and official and party.sector == "MIL":
        return Holder(f"army:{party.country}", name, party.country, person, words)
    if party.country and party.actor_kind == "unnamed" and party.sector in ("GOV", "MIL"):
        kind = "army" if party.sector == "MIL" else "state"
        return Holder(f"{kind}:{party.country}", name, party.country, None, words)
    if party.actor is None or not party.name:
        return None
    return Holder(party.actor, party.name, party.country, person, words)


def speaking(party: Party) -> Holder | None:
    """For whom a speaker speaks; None where nothing is known of it."""
    holders = holders_of((party,))
    return holders[0] if len(holders) == 1 else holder_of(party)


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


def _is_own(event: Event, statements: dict[str, Statement], holders: list[Holder]) -> bool:
    """True where the outlet tells it, or somebody of the holder's own side; the page decides where the speaker is not known."""
    statement = statements.get(event.according_to or "")
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
