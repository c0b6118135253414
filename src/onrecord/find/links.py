"""How the statements of a page answer each other: denials, replies, one saying told twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.find.denials import Denials
from onrecord.find.replies import Replies
from onrecord.find.sayings import with_utterances
from onrecord.schema import Document, Event, Party, Statement


def linked(document: Document, statements: Sequence[Statement], events: Sequence[Event] = ()) -> list[Statement]:
    """The statements with what they deny, what they answer, and the key of the utterance that they report."""
    denials, replies = Denials(statements, events), Replies(document, statements, events)
    found = ((one, denials.of(one), replies.of(one)) for one in statements)
    return with_utterances(
        [
            replace(one, denies=denied, replies_to=answered) if denied or answered else one
            for one, denied, answered in found
        ]
    )


def side(party: Party | None) -> frozenset[str]:
    """What tells whose side somebody is on: own identity, country, and those of members."""
    if party is None:
        return frozenset()
    keys = {key for key in (party.actor, party.country) if key}
    for member in party.members:
        keys |= side(member)
    return frozenset(keys)
