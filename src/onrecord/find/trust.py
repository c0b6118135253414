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
AT_HOME = 0.6
"""A journey of somebody in office within their own country, or to nobody who is told: one of 26 visits in our corpus."""
DEALINGS = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "REJECT", "SUPPORT"})
PERSONS = frozenset("he she i we".split())
OFFERING = "propose.offer"
"""The frame that is right in half where nobody is told to whom: *the government proposes a new rule*."""
HARM = frozenset({"ASSAULT", "COERCE"})
ANYBODY = frozenset("people those everyone everybody anyone anybody others some one".split())
PERSON = frozenset("he she him her his".split())
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
    if _is_pointed(event) or _is_by_something(event) or _is_by_anybody(event) or _is_private_story(event):
        factor = min(factor, POINTED)
    if event.rule.startswith(OFFERING) and not event.target:
        factor = min(factor, POINTED)
    if event.mode == "visit" and _is_at_home(event):
        factor = min(factor, AT_HOME)
    return factor


def _is_at_home(event: Event) -> bool:
    """*the president visited* **Sandport** *of her own country*, *her visit*: a journey to nobody else."""
    homes = {party.country for party in event.source if party.country}
    return bool(homes) and all(
        party.country in homes and (party.actor_kind in {"country", "group"} or party.sector is None)
        for party in event.target
    )


def _is_pointed(event: Event) -> bool:
    """*they attacked him*, *she was freed*, *he thanked the crew*; not what somebody in office says of himself: *the premier said
    he had rejected the plan*."""
    if event.according_to and event.source and all(party.sector == "GOV" for party in event.source):
        return False
    if event.type in HARM and event.target and all(map(_is_pronoun, (*event.target, *event.source))):
        return True
    persons = bool(event.source) and all(_is_pronoun(one) and one.text.lower() in PERSONS for one in event.source)
    return persons and event.type in DEALINGS and all(map(_is_pronoun, event.target))


def _is_by_something(event: Event) -> bool:
    """*it killed them*, *this struck the town*: harm by what the page does not show to be somebody."""
    unknown = bool(event.source) and all(
        party.text.lower() in {"it", "this", "that"} and party.how.startswith("none:") for party in event.source
    )
    return unknown and event.type in HARM


def _is_by_anybody(event: Event) -> bool:
    """*people help themselves*, *everyone is critical of it*."""
    return bool(event.source) and all(party.text.lower() in ANYBODY for party in event.source)


def _is_private_story(event: Event) -> bool:
    """*the man shot her*, *he was beaten*: what befalls one person whom no table knows and of whom no office is told."""
    return (
        event.type in HARM
        and bool(event.target)
        and all(
            party.text.lower() in PERSON
            and not (party.actor and not party.actor.startswith("doc:"))
            and not party.sector
            for party in event.target
        )
    )


def _is_pronoun(party: Party) -> bool:
    """True where no table knows whom the pronoun means: *we* of a state is that state."""
    known = party.actor is not None and not party.actor.startswith("doc:")
    return not known and ("pronoun" in party.how or party.text.lower() in PERSONS)


def _is_talk(party: Party) -> bool:
    """*we*, of whom the page does not tell who they are; not *US*."""
    return party.text.lower() in TALKING and party.text != "US" and party.country is None and party.sector is None
