"""Who is to do what another predicate embeds, where the clause names nobody: *called on* **Teldor** *to withdraw*."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.find import syntax
from onrecord.find.matcher import Match
from onrecord.find.slots import Fill
from onrecord.schema import Sentence


def understood(sentence: Sentence, index: int, matches: Mapping[int, Match]) -> Fill | None:
    """The role of the outer frame that does the act at ``index``; None where the act names its own doer or no frame embeds it."""
    if syntax.child(sentence, index, "nsubj", "nsubjpass", "agent") is not None:
        return None
    for outer in matches.values():
        embedded = outer.roles.get("embedded")
        if embedded is not None and embedded.head == index and embedded.kind == "clause":
            return outer.roles.get(outer.frame.cls.control)
    return None
