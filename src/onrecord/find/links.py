"""How the statements of a page answer each other: denials, replies, one saying told twice."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.schema import Event, Party, Statement

SAME_SAYING = 0.6
"""Share of the shorter content's words that two statements of one speaker share when they report one saying."""
SAME_MATTER = 0.5
"""Share of a denial's words found in what it denies."""
RIGHT_BEFORE = 300
"""Code points: how far back it looks where nothing before speaks of the denier."""
NEAR = 1200
"""Code points: how far back a denial or reply without words of its own (*denied the claim*) looks."""

CLAIM_NOUNS = frozenset(
    """claim claims allegation allegations accusation accusations charge charges report reports suggestion suggestions rumour
    rumours rumor rumors story version account assertion assertions notion""".split()
)
UNTRUE = frozenset(
    """false untrue baseless unfounded groundless fabricated fabrication fabrications lie lies nonsense fiction fake propaganda
    rubbish ridiculous absurd invented invention incorrect misleading slander fantasy ludicrous unsubstantiated""".split()
)
REPLIES = frozenset({"reply", "respond", "retort", "answer", "counter", "hit back", "shoot back", "fire back", "react"})
_STOP = frozenset(
    """a an and are as at be been but by for from had has have he her his i in is it its not of on or our she that the their
    they this to was we were which who will with would""".split()
)

Words = Mapping[str, frozenset[str]]
"""The words of each statement's content that carry meaning, by the statement's id."""


def linked(statements: Sequence[Statement], events: Sequence[Event] = ()) -> list[Statement]:
    """The statements with what they deny, what they answer, and the key of the utterance that they report."""
    words = {one.id: content_words(one) for one in statements}
    sides = {one.id: side(one.speaker) for one in statements}
    out = [_with_denial(one, statements, words, sides) for one in statements]
    out = [_with_denied_events(one, events) for one in out]
    out = [_with_reply(one, statements, sides) for one in out]
    return _with_utterances(out, words, sides)


def content_words(statement: Statement) -> frozenset[str]:
    """The words of the content in lower case, without punctuation and small words."""
    raw = " ".join(piece.text for piece in statement.content).lower()
    return frozenset(w.strip(".,;:!?\"'“”‘’()[]") for w in raw.split()) - _STOP


def side(party: Party | None) -> frozenset[str]:
    """What tells whose side somebody is on: own identity, country, and those of members."""
    if party is None:
        return frozenset()
    keys = {key for key in (party.actor, party.country) if key}
    for member in party.members:
        keys |= side(member)
    return frozenset(keys)


def _is_denial(statement: Statement) -> bool:
    """A verb or noun of denying; the rejection of a claim (*rejected the charge*); a claim called untrue (*called it a lie*)."""
    rule = statement.rule
    if ".deny" in rule or ".noun-deny" in rule:
        return True
    said = content_words(statement)
    if ".reject" in rule and ".refuse" not in rule:
        return bool(said & CLAIM_NOUNS)
    return any(name in rule for name in (".call", ".describe-as", ".reject", ".blame")) and bool(said & UNTRUE)


def _with_denial(one: Statement, others: Sequence[Statement], words: Words, sides: Words) -> Statement:
    if not _is_denial(one):
        return one
    rivals = [
        s
        for s in others
        if s.id not in (one.id, one.within)
        and s.attitude == "says"
        and s.content
        and not _is_denial(s)
        and not sides[s.id] & sides[one.id]
    ]
    bare = not one.content or _names_a_claim(words[one.id])
    denied = _nearest(one, rivals, sides) if bare else _same_matter(words[one.id], rivals, words)
    return replace(one, denies=denied, content=() if denied and bare else one.content)


def _with_denied_events(one: Statement, events: Sequence[Event]) -> Statement:
    """A denial that an act took place denies the page's other reports of it: same type and a shared party or trigger."""
    if not _is_denial(one):
        return one
    inside = [event for event in events if event.according_to == one.id]
    denied = [
        event.id
        for event in events
        if event.according_to != one.id and event.id != one.act and any(_same_act(event, mine) for mine in inside)
    ]
    return replace(one, denies=(*one.denies, *denied)) if denied else one


def _same_act(event: Event, other: Event) -> bool:
    if event.type != other.type or event.status == "negated":
        return False
    mine = [side(party) for party in (*event.source, *event.target)]
    theirs = [side(party) for party in (*other.source, *other.target)]
    return event.trigger.text.lower()[:5] == other.trigger.text.lower()[:5] or any(a & b for a in mine for b in theirs)


def _names_a_claim(said: frozenset[str]) -> bool:
    """*denied the claim*, *called the report a lie*: what is denied stands elsewhere."""
    return len(said - UNTRUE) <= 3 and bool(CLAIM_NOUNS & said) or len(said - UNTRUE) <= 1


def _nearest(one: Statement, rivals: Sequence[Statement], sides: Words) -> tuple[str, ...]:
    """The last statement before it that speaks of the denier's side, else the last one right before it."""
    start = one.cue.start if one.cue else one.content[0].start
    before = [s for s in rivals if 0 < start - s.content[0].start <= NEAR]
    near = [s for s in before if _concerns(s, sides[one.id])] or [
        s for s in before if start - s.content[-1].end <= RIGHT_BEFORE
    ]
    return (max(near, key=lambda s: (s.content[0].start, s.within is None)).id,) if near else ()


def _same_matter(said: frozenset[str], rivals: Sequence[Statement], words: Words) -> tuple[str, ...]:
    if len(said) < 2:
        return ()
    return tuple(s.id for s in rivals if len(said & words[s.id]) >= SAME_MATTER * len(said))


def _concerns(statement: Statement, of: frozenset[str]) -> bool:
    return not of or any(about.actor in of or about.name in of for about in statement.about)


def _with_reply(one: Statement, others: Sequence[Statement], sides: Words) -> Statement:
    """What a reply answers: the last saying before it of somebody else."""
    if one.cue is None or one.rule.split(".")[0].replace("_", " ") not in REPLIES:
        return one
    before = [
        s
        for s in others
        if s.attitude == "says"
        and s.content
        and 0 < one.cue.start - s.content[0].start <= NEAR
        and one.cue.start >= s.content[-1].end
        and not (sides[s.id] & sides[one.id])
    ]
    return replace(one, replies_to=max(before, key=lambda s: s.content[0].start).id) if before else one


def _with_utterances(statements: Sequence[Statement], words: Words, sides: Words) -> list[Statement]:
    """One key for all statements that report one saying: same side, same attitude, mostly the same words."""
    keyed: dict[str, str] = {}
    out: list[Statement] = []
    for one in statements:
        same = next(
            (s.id for s in out if s.attitude == one.attitude and _same_saying(one.id, s.id, words, sides)), None
        )
        key = keyed[same] if same else hashlib.sha256(f"utterance\x1f{one.id}".encode()).hexdigest()[:16]
        keyed[one.id] = key
        out.append(replace(one, utterance=key))
    return out


def _same_saying(one: str, other: str, words: Words, sides: Words) -> bool:
    if not sides[one] & sides[other]:
        return False
    least = min(len(words[one]), len(words[other]))
    return least >= 3 and len(words[one] & words[other]) >= SAME_SAYING * least
