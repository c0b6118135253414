"""What the entries of a page have to do with each other, once it is known who is meant: voices, denials, one saying told twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.find.dated import is_told, with_days
from onrecord.find.links import linked, side
from onrecord.find.media import goes_on, with_media
from onrecord.find.speakers import Speakers
from onrecord.find.time_of import counted, governing, is_length_of, tells_day
from onrecord.find.topics import Topics, named_in
from onrecord.find.weighing import weighed
from onrecord.schema import (
    UNKNOWN,
    Annotations,
    Document,
    Event,
    Findings,
    Statement,
    Voice,
    When,
)


def relate(document: Document, annotations: Annotations, findings: Findings) -> Findings:
    """The findings with voices, denials, replies, topics, times of saying and utterance keys filled in."""
    outside = _times_outside(findings)
    named = [one for one in findings.mentions if one.name is not None]
    starts = [one.start for one in named]
    statements = [
        replace(one, when=_said_when(document, one, outside[one.within]), about=named_in(one, named, starts))
        for one in findings.statements
    ]
    linked_ones = linked(document, statements, findings.events)
    linked_ones = Topics(document, annotations, findings.mentions).added(linked_ones)
    linked_ones = _said_on_the_same_day(linked_ones)
    sure = [replace(one, speaker_confidence=_speaker_confidence(one)) for one in linked_ones]
    whole = Speakers(document, annotations)
    statements = [replace(one, speaker=whole.of(one)) for one in with_media(document, sure)]
    by_id = {one.id: one for one in statements}
    voiced = [replace(one, voice=_voice(one, by_id)) for one in weighed(annotations, findings)]
    events = with_days(document, voiced, statements)
    return _without_empty(replace(findings, statements=tuple(statements), events=events))


SPEAKER_TRUST = (
    ("none:pronoun", 0.4),
    ("none:unnamed", 0.9),
    ("none:", 0.65),
    ("page:subject before", 0.88),
    ("page:title", 0.96),
    ("page:name as written", 0.85),
    ("page:place", 0.7),
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
GUESSED_SPEAKER = {
    "quote.next-sentence": 0.6,
    "quote.next-paragraph": 0.7,
    "quote.quoted-on": 0.9,
    "quote.colon": 0.85,
    "headline.colon": 0.7,
}
"""Factor for rules that take a speaker over from the words before."""


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


def _times_outside(findings: Findings) -> Mapping[str | None, Sequence[When]]:
    """By the id of a statement, the times that may date a saying told within it (of None: told by the page).

    A time that stands in the words of one saying tells nothing about when another was made; how long one went on (*for the
    past nine years*) tells no day.
    """
    dating = [time for time in findings.times if not is_length_of(findings.document.text, time)]
    sayings = [one for one in findings.statements if one.attitude == "says"]
    inside = [(one, {id(time) for time in dating if _is_in(time, one)}) for one in sayings]
    found: dict[str | None, Sequence[When]] = {}
    within = {one.id: one.within for one in findings.statements}
    for holder in {one.within for one in findings.statements}:
        around = _holders(holder, within)
        taken = {key for one, keys in inside if one.id not in around for key in keys}
        found[holder] = [time for time in dating if id(time) not in taken]
    return found


def _holders(holder: str | None, within: Mapping[str, str | None]) -> set[str]:
    """The statement ``holder`` and all that it stands in."""
    around: set[str] = set()
    while holder is not None and holder not in around:
        around.add(holder)
        holder = within.get(holder)
    return around


def _is_in(time: When, statement: Statement) -> bool:
    start = time.start
    return start is not None and any(piece.start <= start < piece.end for piece in statement.content)


def _said_when(document: Document, statement: Statement, times: Sequence[When]) -> When:
    """The time beside the cue, outside what was said; else no later than the day of publication."""
    if is_told(statement.when):
        return statement.when
    anchor = statement.content[0] if statement.cue is None and statement.content else None
    if anchor is not None:
        low = bisect_left(times, anchor.start - BESIDE, key=_start)
        high = bisect_left(times, anchor.start + BESIDE, key=_start)
        beside = [t for t in times[low:high] if _beside(document, statement, t, anchor.start)]
        near = [t for t in beside if tells_day(t)]
        phrase = governing(beside, anchor.start, document.text, _sentence_start(document.text, anchor.start))
        if phrase is not None:
            before = [t for t in near if (t.end or 0) <= (phrase.start or 0)]
            near = [t for t in near if t not in before] or [t for t in [counted(phrase, before)] if t is not None]
        if near:
            return min(near, key=lambda t: abs((t.start or 0) - anchor.start))
    published = document.published
    if published is not None and published.latest is not None:
        return When(latest=published.latest, precision="interval", basis="publication", symbol="<= publication")
    return UNKNOWN


def _said_on_the_same_day(statements: Sequence[Statement]) -> list[Statement]:
    """What a speaker goes on to say is said when the saying right before it was, where that has a time of its own."""
    out: list[Statement] = []
    before: Statement | None = None
    for one in statements:
        if one.within is None:
            if before is not None and before.when.start is not None and goes_on(before, one) and one.when.start is None:
                one = replace(one, when=before.when)
            before = one
        out.append(one)
    return out


def _sentence_start(text: str, position: int) -> int:
    stop = text.rfind(". ", 0, position)
    return max(text.rfind("\n", 0, position) + 1, 0 if stop < 0 else stop + 2)


def _start(time: When) -> int:
    return time.start or 0


BESIDE = 90
"""Code points between a cue and the time of saying that belongs to it."""


def _beside(document: Document, statement: Statement, time: When, anchor: int) -> bool:
    if time.start is None or time.end is None or abs(time.start - anchor) > BESIDE:
        return False
    if _is_in(time, statement):
        return False
    between = document.text[min(time.end, anchor) : max(time.start, anchor)]
    return "\n" not in between and ". " not in between


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
