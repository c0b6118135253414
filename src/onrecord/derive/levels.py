"""Where what somebody does or says stands on the scale from doing to refusing."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.derive.courses import course_of
from onrecord.schema import Event, Scale

OFFERS = frozenset({"offer", "noun-promise", "adj-ready", "noun-plan", "plan", "want"})
"""Classes of frames by which somebody comes forward with something that nobody has agreed to yet."""
STOPS = frozenset({"cancel", "noun-cut", "noun-cancel"})
"""Classes of frames that end what was going on."""
WELCOMES = frozenset({"praise", "think-of", "noun-stance", "adj-act"})
"""Classes of frames by which somebody is for what another does or proposes."""
DEEDS = frozenset({"SUPPORT", "COOPERATE", "AID", "CONSULT", "CONCEDE", "RETREAT"})
FRAMES: Mapping[str, Scale] = {
    **dict.fromkeys(("offer", "promise", "plan", "adj-ready", "noun-promise"), "offers"),
    **dict.fromkeys(("agree-to", "adopt"), "agrees"),
    "refuse": "declines",
    "reject": "rejects",
}
"""The level that a frame tells by itself, by its class."""
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
AGAINST = frozenset({"declines", "rejects", "has stopped"})
"""The levels that say no."""
OPEN = frozenset({"threatens", "evades"})
"""The levels that say neither yes nor no."""


def level_of(event: Event) -> Scale | None:
    """Where an event stands on the scale; None where it is no commitment of its source."""
    built = event.rule.split(".")[1] if event.rule.count(".") >= 2 else ""
    kind, status = event.type, event.status
    if status in ("conditional", "negated"):
        friendly = kind == "AGREE" or kind in DEEDS
        if status == "conditional":
            return "conditional" if friendly and event.condition is not None else None
        return "declines" if friendly or ends(event) else None
    if status == "planned":
        return "offers" if kind in DEEDS or kind == "AGREE" or ends(event) else None
    if status != "actual":
        return None
    if kind in ("SANCTION", "AID", "RETREAT", "REJECT") and built in STOPS:
        return "has stopped"
    if kind == "AGREE" or (kind == "SUPPORT" and built in WELCOMES):
        return "offers" if built in OFFERS else "agrees"
    if kind == "REJECT":
        return "declines" if built == "refuse" else "rejects"
    if kind == "THREATEN":
        return "threatens"
    return "does" if kind in DEEDS or kind in FORCE or kind == "SANCTION" else None


def ends(event: Event) -> bool:
    """True for a measure that closes or bars something."""
    return event.type in ("SANCTION", "COERCE") and course_of(event.trigger.text) < 0 and "noun" not in event.rule
