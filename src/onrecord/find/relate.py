"""What the entries of a page have to do with each other, once it is known who is meant: voices, denials, one saying told twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from onrecord.find.links import linked, side
from onrecord.find.weighing import weighed
from onrecord.schema import (
    UNKNOWN,
    About,
    Annotations,
    Document,
    Event,
    Findings,
    Medium,
    Party,
    Statement,
    Voice,
    When,
)


def relate(document: Document, annotations: Annotations, findings: Findings) -> Findings:
    """The findings with voices, denials, replies, topics, times of saying and utterance keys filled in."""
    statements = [replace(one, when=_said_when(document, one, findings.times)) for one in findings.statements]
    named = [one for one in findings.mentions if one.name is not None]
    starts = [one.start for one in named]
    statements = [replace(one, about=_about(one, named, starts)) for one in statements]
    linked_ones = linked(statements, findings.events)
    statements = [
        replace(one, speaker_confidence=_speaker_confidence(one), medium=one.medium or _medium(one))
        for one in linked_ones
    ]
    by_id = {one.id: one for one in statements}
    events = tuple(replace(one, voice=_voice(one, by_id)) for one in weighed(annotations, findings))
    return _without_empty(replace(findings, statements=tuple(statements), events=events))


SPEAKER_TRUST = (
    ("none:pronoun", 0.4),
    ("none:unnamed", 0.9),
    ("none:", 0.65),
    ("page:subject before", 0.88),
    ("page:title", 0.96),
    ("page:name as written", 0.85),
    ("page:name", 0.9),
    ("page:", 0.92),
    ("context:", 0.6),
    ("table:agent noun", 0.8),
    ("table:country adjective", 0.5),
    ("table:body", 0.75),
    ("table:office", 0.7),
    ("table:name", 0.94),
    ("table:", 0.9),
)
"""How sure it is who is meant, by the beginning of the party's ``how``: the share that is right on the train part of our corpus
(phrase and name) and the dev part of PolNeAR (phrase; ``python evals/statements.py --calibration``)."""
GUESSED_SPEAKER = {"quote.next-sentence": 0.6, "quote.next-paragraph": 0.7, "quote.colon": 0.85, "headline.colon": 0.7}
"""Factor for rules that take a speaker over from the words before."""


PRESS = frozenset("reporter reporters journalist journalists newsmen press correspondents media".split())
REPORTS = frozenset({"report", "write", "quote", "reveal", "call"})


def _medium(statement: Statement) -> Medium | None:
    """What the parties tell of the medium: *told the Gazette* is an interview, *told reporters* a briefing, *the Gazette
    reported* an article; a transcript's turns are an interview."""
    if statement.attitude != "says":
        return None
    if statement.rule == "transcript.turn":
        return "interview"
    to, speaker = statement.addressee, statement.speaker
    if to is not None and PRESS & set(to.text.lower().split()):
        return "briefing"
    if to is not None and to.sector == "JRN" and to.name is not None and statement.rule.startswith("tell"):
        return "interview"
    if speaker is not None and speaker.sector == "JRN" and speaker.actor_kind == "organisation":
        return "article" if statement.rule.split(".")[0] in REPORTS else None
    return None


def _speaker_confidence(statement: Statement) -> float:
    """The speaker's confidence, apart from the content's: 0 where nobody is named or described."""
    if statement.speaker is None:
        return 0.0
    how = statement.speaker.how
    trust = next(value for beginning, value in (*SPEAKER_TRUST, ("", 0.8)) if how.startswith(beginning))
    return round(trust * GUESSED_SPEAKER.get(statement.rule, 1.0), 2)


def _without_empty(findings: Findings) -> Findings:
    """A denial that has neither words nor anything that it denies says nothing."""
    kept = tuple(one for one in findings.statements if one.content or one.denies)
    gone = {one.id for one in findings.statements} - {one.id for one in kept}
    if not gone:
        return findings
    events = tuple(replace(e, according_to=None if e.according_to in gone else e.according_to) for e in findings.events)
    kept = tuple(_without_links(s, gone) for s in kept)
    return replace(findings, statements=kept, events=events)


def _without_links(one: Statement, gone: set[str]) -> Statement:
    return replace(
        one,
        within=None if one.within in gone else one.within,
        replies_to=None if one.replies_to in gone else one.replies_to,
        denies=tuple(other for other in one.denies if other not in gone),
    )


def _said_when(document: Document, statement: Statement, times: Sequence[When]) -> When:
    """The time beside the cue, outside what was said; else no later than the day of publication."""
    anchor = statement.cue or (statement.content[0] if statement.content else None)
    if anchor is not None:
        low = bisect_left(times, anchor.start - BESIDE, key=_start)
        high = bisect_left(times, anchor.start + BESIDE, key=_start)
        near = [t for t in times[low:high] if _beside(document, statement, t, anchor.start)]
        if near:
            return min(near, key=lambda t: abs((t.start or 0) - anchor.start))
    published = document.published
    if published is not None and published.latest is not None:
        return When(latest=published.latest, precision="interval", basis="publication", symbol="<= publication")
    return UNKNOWN


def _start(time: When) -> int:
    return time.start or 0


BESIDE = 60
"""Code points between a cue and the time of saying that belongs to it."""


def _beside(document: Document, statement: Statement, time: When, anchor: int) -> bool:
    if time.start is None or time.end is None or abs(time.start - anchor) > BESIDE:
        return False
    if any(piece.start <= time.start < piece.end for piece in statement.content):
        return False
    between = document.text[min(time.end, anchor) : max(time.start, anchor)]
    return "\n" not in between and ". " not in between


def _about(statement: Statement, named: Sequence[Party], starts: Sequence[int]) -> tuple[About, ...]:
    """The named actors inside the content, each once. ``named`` are mentions in text order, ``starts`` their positions."""
    found: dict[str, About] = {}
    for piece in statement.content:
        for one in named[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]:
            if one.name is not None and one.end <= piece.end:
                found.setdefault(one.actor or one.name, About(one.name, one.actor, one.start, one.end, one.how))
    return tuple(found.values())


def _voice(event: Event, by_id: dict[str, Statement]) -> Voice:
    if event.according_to is None:
        return "outlet"
    speaker = by_id[event.according_to].speaker if event.according_to in by_id else None
    mine = side(speaker)
    if speaker is None or (not mine and speaker.name is None):
        return "unnamed"
    if any(mine & side(party) for party in event.source):
        return "own_side"
    if any(mine & side(party) for party in (*event.target, *event.against)):
        return "other_side"
    return "third_party"
