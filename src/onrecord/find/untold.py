"""Passives that leave out who did it: *flour was handed out to the villagers*, *the town was captured*."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.lexicon.frames import Frame
from onrecord.schema import Sentence

UNTOLD = frozenset({"AID", "COERCE", "MOBILIZE", "RETREAT"})
"""Types of acts whose doer a passive may leave out, whoever its frame asks for: *flour was handed out to the villagers*."""
ALSO_NATURAL = frozenset(
    """hit strike destroy damage burn kill injure wound hurt harm level flatten batter pummel hammer torch wreck raze demolish
    displace cut flood close sink""".split()
)
"""What floods and fires do, too."""


def is_untold(sentence: Sentence, index: int, frame: Frame) -> bool:
    """True for a passive that names no doer, where what is done needs one: *the town was captured*."""
    if frame.type == "RETREAT" and frame.cls.name == "act-thing":
        return False  # *the soldiers' lorry was freed from the mud*
    if frame.cls.pos != "verb" or frame.lemma in ALSO_NATURAL or frame.mode == "destroy":
        return False
    if not syntax.is_passive(sentence, index) or syntax.child(sentence, index, "agent") is not None:
        return False
    return frame.type in UNTOLD or (frame.type == "ASSAULT" and "obj" in frame.cls.roles.get("target", ()))
