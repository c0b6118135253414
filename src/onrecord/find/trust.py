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
    return factor


def _is_talk(party: Party) -> bool:
    """*we*, of whom the page does not tell who they are; not *US*."""
    return party.text.lower() in TALKING and party.text != "US" and party.country is None and party.sector is None
