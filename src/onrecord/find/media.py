"""Through what something was said, where its cue does not tell: whom it was told, the saying before, the page as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.find.medium import OUTLETS
from onrecord.schema import Document, Medium, Party, Statement

REPORTS = frozenset({"report", "write", "quote", "reveal", "call", "say", "put", "according_to"})
_TITLES = frozenset(
    """times post news herald tribune daily weekly journal tv radio magazine gazette chronicle courier observer sentinel mercury
    beacon mail telegraph guardian standard express mirror press sport sports wire fm bulletin dispatch examiner
    inquirer enquirer today tonight breakfast morning broadcasting""".split()
)
"""Words with which the names of outlets begin or end."""
_OURSELVES = re.compile(r"us|(?:this|our) (?:\w+ )?(?:news)?paper|(?:this|our) (?:daily|weekly|magazine|website)")
_HANDOUT = re.compile(
    r"^\W*(?:for immediate release|(?:press|media|news) release\b|notes? to editors\b|for further information:)",
    re.IGNORECASE | re.MULTILINE,
)
_JOINT = re.compile(r"joint (?:press )?(?:statement|communiqu[eé]|declaration)\b", re.I)
_ON_AIR = re.compile(r"\b(?:listeners|viewers|on air|this programme|presenter|host)\b", re.I)
_ASKED_BY = re.compile(r"^\W*QUESTION\s?:", re.M)
_IN_HOUSE = re.compile(r"^\W*(?:(?:Mr|Madam|Mrs|Ms)\.? )?(?:SPEAKER|PRESIDENT OF THE SENATE)\s?:|\bHon\. ", re.M)
REACH = 400
"""Code points between a saying whose medium is told and the next one of the same speaker that it still covers."""


def with_media(document: Document, statements: Sequence[Statement]) -> list[Statement]:
    """The statements with the medium that their surroundings tell, where they have none of their own."""
    page = _of_page(document)
    turns = _of_turns(document) if any(one.rule == "transcript.turn" for one in statements) else None
    told = ((one, None if one.medium else _told(one, turns)) for one in statements)
    carried = _carried([replace(one, medium=medium) if medium else one for one, medium in told])
    return [replace(one, medium=page) if page and one.medium is None and one.within is None else one for one in carried]


def _of_page(document: Document) -> Medium | None:
    """A handout (*For immediate release*, *Notes to editors*) and a joint communiqué are documents as a whole."""
    joint = any(block.kind == "title" and _JOINT.match(document.text, block.start) for block in document.blocks)
    return "document" if joint or _HANDOUT.search(document.text) else None


def _of_turns(document: Document) -> Medium | None:
    """The medium of a transcript's turns: an interview, on air where it says so; a briefing where nameless voices ask
    (*QUESTION:*); none for the minutes of a house."""
    if _IN_HOUSE.search(document.text):
        return None
    if len(_ASKED_BY.findall(document.text)) > 1:
        return "briefing"
    return "broadcast" if _ON_AIR.search(document.text) else "interview"


def _told(one: Statement, turns: Medium | None) -> Medium | None:
    """What the parties tell: *told the Gazette* is an interview, *the Gazette reported* an article; a turn, and the
    headline over turns, what the transcript is."""
    if one.rule == "transcript.turn" or (one.block == "title" and turns is not None):
        return turns
    to, speaker, verb = one.addressee, one.speaker, one.rule.split(".")[0]
    if to is not None and verb == "tell":
        if "programme" in to.text.lower().split():
            return "broadcast"
        if _is_outlet(to) or (turns is None and _OURSELVES.fullmatch(to.text.lower())):
            return "interview"
    if speaker is not None and speaker.sector == "JRN" and speaker.actor_kind == "organisation" and verb in REPORTS:
        words = speaker.text.lower().split()
        return next((OUTLETS[word] for word in words if OUTLETS.get(word) == "broadcast"), "article")
    return None


def _is_outlet(party: Party) -> bool:
    """A named one, by its sector or by the words of its name."""
    words = party.text.removeprefix("the ").removeprefix("The ").split()
    titled = (
        "of" not in words
        and words[0].istitle()
        and bool({words[0].lower(), words[-1].lower()} & _TITLES)
        and words[-1][:1].isupper()
    )
    return party.name is not None and (party.sector == "JRN" or titled)


def _carried(statements: Sequence[Statement]) -> list[Statement]:
    """What somebody goes on to say near by, with nobody else in between, is said through the same."""
    out: list[Statement] = []
    before: Statement | None = None
    for one in statements:
        if one.within is not None:
            out.append(one)
            continue
        if one.medium is None and before is not None and before.medium is not None and goes_on(before, one):
            one = replace(one, medium=before.medium)
        before = one
        out.append(one)
    return out


def goes_on(before: Statement, one: Statement) -> bool:
    """True where the speaker of the saying before says something else near by."""
    if one.attitude != "says" or before.speaker is None or one.speaker is None:
        return False
    if _start(one) - _end(before) > REACH:
        return False
    same = before.speaker.actor is not None and before.speaker.actor == one.speaker.actor
    return same or one.speaker.start == before.speaker.start


def _start(one: Statement) -> int:
    return min([piece.start for piece in one.content] + ([one.cue.start] if one.cue else []))


def _end(one: Statement) -> int:
    return max([piece.end for piece in one.content] + ([one.cue.end] if one.cue else []))
