"""Acts that somebody has with nobody else: talks with reporters, journeys at home, praise of one's own deeds."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.find.public import is_crowd
from onrecord.schema import Event, Party

_MET = frozenset({"person", "office", "organisation", "armed_group"})
_LISTENING = frozenset({"EDU", "CVL", "BUS", "LAB", "MED", "REL", "SOC", "AGR", "UNK"})
_NAMED = ("table:city", "table:country adjective", "page:place", "table:metonym")


def is_own_affair(event: Event) -> bool:
    """True for a talk with reporters, a journey within one's own country, praise of what is one's own."""
    if event.source and all(one.text.lower() == "you" and one.how.startswith("none:") for one in event.source):
        return True  # *you can disagree with Lind*: anybody
    if event.type == "CONSULT" and (_is_press(event.source) or _is_press(event.target) or _is_at_home(event)):
        return True
    if event.rule.startswith("speak_to.") and bool(event.target) and all(map(_is_audience, event.target)):
        return True
    return event.rule.startswith("celebrate.") and not event.target  # *celebrated his victory*


def _is_press(side: Sequence[Party]) -> bool:
    """True where reporters alone are one side: an interview is no meeting."""
    return bool(side) and all(one.sector == "JRN" for one in side)


def _is_audience(party: Party) -> bool:
    """*spoke to* **students**: who listens to a speech is not consulted."""
    return party.actor_kind in {"group", "unnamed"} and party.sector in _LISTENING and is_crowd(party)


def _is_at_home(event: Event) -> bool:
    """*The president will visit Flint, Michigan*: a journey to a place of one's own country meets nobody."""
    homes = {one.country for one in event.source if one.country}
    placed = bool(event.target) and all(one.country in homes and _is_place(one) for one in event.target)
    return event.mode == "visit" and placed


def _is_place(party: Party) -> bool:
    listed = "," in party.text and party.how.startswith("page:name")  # *Flint, Michigan*, which reads like a name
    return listed or (party.actor_kind not in _MET and party.how.startswith(_NAMED))
