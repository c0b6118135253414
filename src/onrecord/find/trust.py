"""How far an event of a kind is right where nothing else is known of it: by its status, its parties and its frame.

The shares are those right in type and status on the train and dev parts of our corpus, against 0.82 of all
(``python evals/events.py``). A factor takes off the balanced point what has one side only, and leaves on it what has both.
"""

from __future__ import annotations

from onrecord.schema import Event, Party

OPEN = 0.7
"""What is ruled out or only possible, with one side told: 48 of 100 are right."""
SPOKEN = 0.7
"""What somebody who is only *I*, *we* or *you*, and of whom no more is known, does or undergoes."""
BETWEEN = 0.9
"""A noun for what two do with each other, where one of them is told: 40 of 100; *an agreement* is mostly only spoken of."""
POINTED = 0.55
"""What people do who are only pointed at (*he*, *they*), where the dealing is with nobody in particular, or the other side is no
more than pointed at, too: 54 of 100; most of it is somebody's own story."""
DEALINGS = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "REJECT", "SUPPORT"})
PERSONS = frozenset("he she i we".split())
TALKING = frozenset("i we you me us my our your".split())


def trust(event: Event) -> float:
    """The factor on the event's confidence."""
    parties = (*event.source, *event.target)
    factor = 1.0
    if event.status in {"negated", "possible"} and not (event.source and event.target):
        factor = min(factor, OPEN)
    if any(_is_talk(party) for party in parties):
        factor = min(factor, SPOKEN)
    if ".noun-between." in event.rule and len(parties) == 1:
        factor = min(factor, BETWEEN)
    if _is_pointed(event):
        factor = min(factor, POINTED)
    return factor


def _is_pointed(event: Event) -> bool:
    """*they attacked him*, *she was freed*, *he thanked the crew*; not what somebody in office says of himself: *the premier said
    he had rejected the plan*."""
    if event.according_to and event.source and all(party.sector == "GOV" for party in event.source):
        return False
    if event.target and all(map(_is_pronoun, event.target)) and all(map(_is_pronoun, event.source)):
        return True
    persons = bool(event.source) and all(party.text.lower() in PERSONS for party in event.source)
    return persons and event.type in DEALINGS and not any(map(_is_named, event.target))


def _is_pronoun(party: Party) -> bool:
    return "pronoun" in party.how or party.text.lower() in PERSONS


def _is_named(party: Party) -> bool:
    return party.name is not None and not _is_pronoun(party)


def _is_talk(party: Party) -> bool:
    """*we*, of whom the page does not tell who they are; not *US*."""
    return party.text.lower() in TALKING and party.text != "US" and party.country is None and party.sector is None
