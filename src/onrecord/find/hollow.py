"""Frames that hold, but report nothing: *issued a statement*, *in order to*, *is worth remembering*, *according to law*."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.find.matcher import Match
from onrecord.find.view import View

TEXT_CLASSES = frozenset({"say-of", "express", "speak-about"})
"""Frames whose object may be the text itself."""
RULES = frozenset(
    """law rule constitution statute regulation schedule plan protocol principle tradition custom standard procedure calendar
    alphabet size age rank need ability merit taste preference timetable timeline""".split()
)
"""Nouns that things are done *according to*, and nobody's word."""
SURE = frozenset({"certain", "sure"})


def says_nothing(view: View, match: Match) -> bool:
    """True where the predicate of the match is used in a way that makes it nobody's saying."""
    if _names_a_text(match) or _is_carried_by_saying(view, match) or _qualifies_a_speaker(view, match):
        return True
    return _is_conjunction(match) or _is_advice(match) or _is_prospect(match) or _is_by_rule(match)


def _qualifies_a_speaker(view: View, match: Match) -> bool:
    """*An envoy commenting on the talks said …*: what it says stands behind the other verb."""
    sentence, token = match.sentence, match.token
    holder = sentence.tokens[token.head]
    if token.dep != "acl" or token.tag != "VBG" or match.frame.cls.name not in {"speak-about", "refer-to"}:
        return False
    says = sentence.tokens[holder.head]
    return holder.dep == "nsubj" and view.is_saying(says.lemma)


def _is_carried_by_saying(view: View, match: Match) -> bool:
    filled = match.roles.get("content")
    if match.frame.cls.name != "quoted-saying" or filled is None or filled.kind != "clause":
        return False
    return view.is_saying(match.sentence.tokens[filled.head].lemma)


def _names_a_text(match: Match) -> bool:
    """*issued a statement*, *repeated the remark*: that there was a text is no content."""
    filled = match.roles.get("content")
    if filled is None or filled.kind != "phrase" or match.frame.cls.name not in TEXT_CLASSES:
        return False
    return match.sentence.tokens[filled.head].lemma in syntax.TEXTS


def _is_conjunction(match: Match) -> bool:
    """*in order to save time*: no command."""
    return match.token.lower == "order" and match.frame.cls.pos == "noun" and _before(match) == "in"


def _is_advice(match: Match) -> bool:
    """*It is worth remembering that …*: the outlet says it to the reader."""
    head = match.sentence.tokens[match.token.head]
    return match.token.tag == "VBG" and (head.lower == "worth" or _before(match) == "worth")


def _before(match: Match) -> str:
    return match.sentence.tokens[match.index - 1].lower if match.index else ""


def _is_prospect(match: Match) -> bool:
    """*She is certain to win*: so the outlet thinks, not she."""
    filled = match.roles.get("content")
    if match.token.lower not in SURE or match.frame.cls.pos != "adjective" or filled is None:
        return False
    return syntax.has_to(match.sentence, filled.head)


def _is_by_rule(match: Match) -> bool:
    """*to be shared out according to law*: it says how, not who says so."""
    filled = match.roles.get("source")
    return match.token.lower == "according" and filled is not None and match.sentence.tokens[filled.head].lemma in RULES
