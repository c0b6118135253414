"""What a commitment is about: the words of its object, and what is left of them to compare."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.derive.courses import course, course_of, leading, leads
from onrecord.derive.matters import stems_of, telling_of
from onrecord.schema import Document, Event, Party, Span

REACH = 14
"""Words behind a trigger that may still name what it is about."""

_ENDS = re.compile(
    r"[;:.!?\n“”\"()\[\]]|\s[–—-]\s|,\s(?!(?:[\w-]+\s){1,2}and\s\w)|\b(?:that|which|who|whom|whose|where|if|once|provided|unless|until|while|when|after|before|because|although|"
    r"though|but|as|so|except|despite|amid|without|saying|adding|he|she|they|it|we|said|says|told|added)\b",
    re.IGNORECASE,
)
"""Where the words that name an issue end."""

_GOES_ON = frozenset({"that", "it", "he", "she", "they"})
_ASKED = re.compile(
    r"\s*(?:an?|the|any|all|its|his|her|their|[\w’']+['’]s?)?\s*(?:\w+\s+)?(?:demands?|requests?|calls?|appeals?|proposals?|offers?|suggestions?|idea)\b"
    r"(?:\s+(?:by|from|of)\s+(?:[\w’'-]+\s+){1,4})?\s*(?:that\s*)?$",
    re.IGNORECASE,
)
"""What asks for something, before the clause that tells what: "rejected a demand by Norland that it apologize"."""

_OVER = frozenset(";:.!?")
"""Marks behind which another clause begins."""

_PARTICLE = re.compile(r"\s*(?:out|up|off|down|away|over)\s+")
"""What belongs to a verb and not to what it is about: "rule out", "call off"."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as a page words it: ``text``, its place, and the stems that tell it from others.

    ``head`` are the stems of what is named first, without what only tells it from others of its kind: of "case over the ban",
    the case. ``turn`` is -1 where the words name the end of the thing that the stems tell, 1 otherwise: "lifting the ban" is
    about the ban, and against it. ``moved`` marks one of whose thing a verb says whether it goes on. ``withs`` are the ids of
    those with whom it is to be, as far as the words name them.
    """

    text: str
    start: int
    end: int
    stems: frozenset[str]
    turn: int = 1
    head: frozenset[str] = frozenset()
    moved: bool = False
    withs: frozenset[str] = frozenset()

    @property
    def telling(self) -> frozenset[str]:
        """The stems that name an issue by themselves."""
        return telling_of(self.stems)


def issue_behind(document: Document, start: int, end: int, without: Iterable[Party] = ()) -> Issue | None:
    """The issue named in ``text[start:end]``, up to where its clause ends; None where no word tells one.

    Names of the parties in ``without`` are no part of it: who deals with whom is told elsewhere.
    """
    particle = _PARTICLE.match(document.text, start, end)
    start = particle.end() if particle else start
    text = document.text[start:end]
    stop = len(text)
    for found in _ENDS.finditer(text):
        before = text[: found.start()]
        if before.strip() and not (found[0].lower() in _GOES_ON and _ASKED.match(before)):
            stop = found.start()
            break
    pieces = list(re.finditer(r"\S+", text[:stop]))[:REACH]
    if not pieces or text.lstrip()[:1] in _OVER:
        return None
    kept = text[: pieces[-1].end()]
    names = _stems_of_names(without)
    rest, turn, moved = _turned(kept.strip(), names)
    stems = frozenset(stems_of(rest)) - names
    if not telling_of(stems) or _is_mere(kept):
        return None
    lead = len(kept) - len(kept.lstrip())
    return Issue(_trimmed(kept), start + lead, start + len(kept), stems, turn, _head(rest, names), moved)


def _turned(text: str, names: set[str]) -> tuple[str, int, bool]:
    """What is left of an issue behind the verbs that only say whether it goes on, what these say together, and if there are any.

    "Drop its plan to restart the mill" is against the mill as "close the mill" is.
    """
    turn, moved = 1, False
    text = _CALLED.sub("", _WHEN.sub("", text))
    denied = _NOT_TO.match(text)
    if denied is not None:
        turn, text = -1, text[denied.end() :]
    while (verb := leading(text)) is not None and telling_of(frozenset(stems_of(text[verb.end("verb") :])) - names):
        turn *= leads(verb)
        moved = True
        text = text[verb.end("verb") :].lstrip()
        meant = _INTENT.match(text)
        text = text[meant.end() :] if meant is not None else text
    return text, turn, moved


_INTENT = re.compile(
    r"(?:its|the|their|his|her|any|all)\s+(?:threats?|plans?|decision|intention|offer|bid|call|attempts?|demands?)\s+(?=(?:to|for|of)\s)",
    re.IGNORECASE,
)
"""What stands between a verb and what was meant to be done: "dropped its plan to"."""


_WHEN = re.compile(
    r"^(?:(?:late|early)\s+)?(?:(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:night|evening|morning))?|yesterday|today|"
    r"in\s+principle|(?:last|this)\s+(?:week|month|year))\s+(?=to\s|not\s|on\s)",
)
"""When or how somebody agreed, before to what."""
_NOT_TO = re.compile(r"(?:to\s+(?:not|never)|(?:not|never)\s+to)\s+", re.IGNORECASE)
"""What turns an issue round: "agreed not to close the mill"."""
_CALLED = re.compile(
    r"^(?:(?:an?|the|any|all|its|his|her|their|such|new|fresh|international|[\w’']+['’]s)\s+){0,3}"
    r"(?:calls?|demands?|requests?|appeals?|plans?|proposals?|offers?|suggestions?|threats?)\s+to\s+(?=\w)",
    re.IGNORECASE,
)
"""What asks for a thing, before the verb that tells what is to become of it: "dismissed calls to halt the march"."""


def _head(text: str, names: set[str]) -> frozenset[str]:
    """The stems of the first piece of ``text`` that tells something, up to a preposition."""
    for piece in _PREPOSITION.split(text):
        found = telling_of(frozenset(stems_of(piece)) - names)
        if found:
            return found
    return frozenset()


_PREPOSITION = re.compile(
    r"\b(?:of|over|on|in|at|by|with|from|for|to|about|against|under|within|as|among|between|into|during|through|because|before|"
    r"after)\b",
    re.IGNORECASE,
)


def _stems_of_names(parties: Iterable[Party]) -> set[str]:
    """The stems of what parties are called, on the page and in the record."""
    return {name for party in parties for name in stems_of(f"{party.text} {party.name or ''}")}


def _trimmed(text: str) -> str:
    """The words of an issue without what only ties them to others."""
    kept = text.split()
    while len(kept) > 1 and kept[0].lower() in _TIES:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1].lower().strip(",") in _TIES:
        kept = kept[:-1]
    return " ".join(kept)


_TIES = frozenset("of to on for in with by at from about over and or the a an its their his her".split())


def _is_mere(text: str) -> bool:
    """True for a verb alone that says whether a thing goes on, without the thing: "halt", "to reopen"."""
    words = text.split()
    return len(words) < 3 and words[-1].isalpha() and course(words[-1]) != 0 and words[-1].lower() in _MERE


_MERE = frozenset(
    "halt stop end suspend lift open reopen close shut keep maintain continue resume let allow permit drop remove cut".split()
)


def issue_of(event: Event, document: Document) -> Issue | None:
    """What an event is about: its object with what follows, else what follows its trigger in the sentence."""
    parties = [one for one in (*event.source, *event.target) if one.actor or one.name]
    begin = event.object.start if event.object is not None else event.trigger.end
    found = issue_behind(document, begin, max(event.sentence.end, begin), parties)
    acted = _acted(event, document, found)
    if acted is not None or not _names_its_act(event):
        return acted or found
    if found is None:
        return issue_behind(document, event.trigger.start, max(event.sentence.end, begin), event.source)
    own = frozenset(stems_of(event.trigger.text))
    return replace(found, stems=found.stems | own, head=found.head | own)


def _acted(event: Event, document: Document, found: Issue | None) -> Issue | None:
    """An issue under a trigger that only says whether it goes on: "lifted the ban"."""
    if found is None:
        return None
    sign = course_of(event.trigger.text)
    if "noun" in event.rule:
        behind = document.text[event.trigger.end : event.trigger.end + 4]
        return replace(found, turn=found.turn * sign, moved=True) if sign and behind == " of " else None
    if not sign:
        return None
    begin = min(event.trigger.start, found.start)
    text = " ".join(document.text[begin : found.end].split())
    return replace(found, turn=found.turn * sign, text=_trimmed(text), moved=True)


def _names_its_act(event: Event) -> bool:
    """True where the trigger itself says what is done or not: "will not negotiate", and not "refused to"."""
    frame, _, rest = event.rule.partition(".")
    built = rest.partition(".")[0]
    return built in _ACTS or (built == "refuse" and frame not in _REFUSING)


_ACTS = frozenset("act-on act-prep act-thing act-alone give meet join visit provide-with impose".split())
"""Classes of frames whose word is the act."""
_REFUSING = frozenset("refuse decline balk accept agree tolerate".split())


def issue_around(event: Event, document: Document) -> Issue | None:
    """What a deed is told by: its trigger with the clause around it ("operations in the valley are targeting rebels")."""
    begin, end = event.sentence.start, event.sentence.end
    for found in _ENDS.finditer(document.text, begin, event.trigger.start):
        begin = found.end()
    after = _ENDS.search(document.text, event.trigger.end, end)
    stop = after.start() if after else end
    held = document.text[begin:stop]
    stems = frozenset(stems_of(held)) - _stems_of_names(event.target)
    return Issue(_trimmed(held), begin, stop, stems, head=stems) if telling_of(stems) else None


def issue_within(spans: Iterable[Span], without: Iterable[Party] = ()) -> Issue | None:
    """The issue that all words of some pieces name together."""
    pieces = list(spans)
    stems = frozenset(name for piece in pieces for name in stems_of(piece.text)) - _stems_of_names(without)
    if not telling_of(stems):
        return None
    text = " ".join(" … ".join(piece.text for piece in pieces).split())
    return Issue(text, pieces[0].start, pieces[-1].end, stems, head=stems)


def issue_of_span(span: Span, document: Document, without: Iterable[Party] = ()) -> Issue | None:
    """The issue that a stretch of words names, the stretch alone."""
    return issue_behind(document, span.start, span.end, without)
