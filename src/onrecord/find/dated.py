"""Days of acts that no words of their own clause tell: from the saying, from the story under a headline, else bounds.

``dating`` has looked at the act's clause and sentence. What is left here are an act of speech, which took place when its
statement was made; the act that a headline tells, where the text below tells it again with its day; and bounds: what is told as
done was done by the time of the telling, what is still to come comes no earlier. The day of publication is never given as
the day of an act. How a day is known is said in the event's ``why``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.schema import Document, Event, Party, Statement, When

BOUNDS = frozenset({"bounded", "publication"})
"""How a time is known that no words tell."""
AHEAD = frozenset({"planned", "demanded"})
"""Statuses of acts that come after they are spoken of."""
WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
"""What is still to come on the day of the page; what was promised or ordered some day may have been done before it."""
LEAST_WORD = 4
"""Letters of a word of a party that tells two parties to be one."""
_WORD = re.compile(r"[^\W\d_]+")


def with_days(document: Document, events: Sequence[Event], statements: Sequence[Statement]) -> tuple[Event, ...]:
    """The events, those without a day of their own with what else the page tells of it."""
    said = {one.id: one for one in statements}
    acts = {one.act: one for one in statements if one.act is not None}
    spoken = [_spoken(one, acts.get(one.id)) for one in events]
    told = [_headlined(one, spoken) for one in spoken]
    return tuple(_bounded(document, one, said.get(one.according_to or "")) for one in told)


def is_told(when: When) -> bool:
    """True where words of the page tell the day, also on a page that has no day to count it from."""
    return when.text is not None and when.basis not in BOUNDS


def _spoken(event: Event, statement: Statement | None) -> Event:
    """An act of speech, with the day on which its statement was made."""
    if statement is None or is_told(event.when) or not is_told(statement.when):
        return event
    return replace(event, when=statement.when, why=f"{event.why}; on the day of the saying")


def _headlined(event: Event, events: Sequence[Event]) -> Event:
    """The act of a headline, with the day of the first act below that is the same."""
    if event.block != "title" or is_told(event.when):
        return event
    same = next((one for one in events if one.block != "title" and is_told(one.when) and _is_same(event, one)), None)
    return event if same is None else replace(event, when=same.when, why=f"{event.why}; day from the text below")


def _is_same(headline: Event, event: Event) -> bool:
    """True where both are of one type and status, by one word or with a party in common."""
    if headline.type != event.type or headline.status != event.status:
        return False
    if headline.rule.split(".")[0] == event.rule.split(".")[0]:
        return True
    return bool(_words(headline.source) & _words(event.source) or _words(headline.target) & _words(event.target))


def _words(parties: Sequence[Party]) -> set[str]:
    words = (word.lower() for party in parties for word in _WORD.findall(party.text))
    known = {f"{party.country} {party.sector}" for party in parties if party.country}
    return {word for word in words if len(word) >= LEAST_WORD} | known


def _bounded(document: Document, event: Event, statement: Statement | None) -> Event:
    """The event between bounds: done by the time it was told, or to come after it."""
    if is_told(event.when):
        return event
    if event.status != "actual" and event.status not in AHEAD:
        return event
    ahead = event.status in AHEAD
    told = statement.when if statement is not None and is_told(statement.when) else None
    if told is not None and told.symbol is not None:
        when = _beyond(told, ahead)
        return replace(event, when=when, why=f"{event.why}; {'after' if ahead else 'by'} the day of the saying")
    published = document.published
    if published is None:
        return event
    if not ahead and published.latest is not None:
        before = When(latest=published.latest, precision="interval", basis="publication", symbol="<= publication")
        return replace(event, when=before)
    if WILL.intersection(event.status_chain[:1]) and published.earliest is not None:
        after = When(earliest=published.earliest, precision="interval", basis="publication", symbol=">= publication")
        return replace(event, when=after)
    return event


def _beyond(told: When, ahead: bool) -> When:
    """From the day of a saying on, or up to it."""
    symbol = (told.symbol or "").partition(" at ")[0]
    return replace(
        told,
        earliest=told.earliest if ahead else None,
        latest=None if ahead else told.latest,
        precision="interval",
        extent="within",
        basis="bounded" if (told.earliest if ahead else told.latest) is not None else "unknown",
        symbol=f"({symbol}) .." if ahead else f".. ({symbol})",
    )
