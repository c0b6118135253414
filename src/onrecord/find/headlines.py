"""Statements in titles: *Talks on hold: minister*; *Talks on hold, says minister*; *Talks on hold – sources*; *‘No way’*.

Titles have a grammar of their own, so they are read by their marks: the part that is a speaker, and the part that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.find import content
from onrecord.find.content import Piece
from onrecord.find.drafts import CONFIDENCE, Draft
from onrecord.find.view import View
from onrecord.schema import Block

MAX_SPEAKER_WORDS = 6
MIN_SAID_WORDS = 3
TELEGRAPHIC_WORDS = 5
"""Words: so many before a speaker's name are something said even without a verb (*Truce as good as dead*)."""

_DASH = re.compile(r"\s+[–—-]\s+(?=\S)")
_TRAILING = re.compile(r",\s+(?P<verb>[A-Za-z]+)\s+(?P<who>[^,:]+)$|,\s+(?P<name>[^,:]+?)\s+(?P<last>[A-Za-z]+)$")
_QUOTED = re.compile(r"[‘“\"'](?P<said>.+)[’”\"']\s*$")
PLAIN = frozenset({"say", "say-of", "tell", "reply"})
"""Classes of plain saying: *offers*, *denies* before a noun have objects, no speakers."""
_GENERIC = frozenset(
    "sources source officials official reports report police experts analysts witnesses study poll aide".split()
)
_CHIEF = frozenset("chief boss head leader star".split())


@dataclass(frozen=True, slots=True)
class Parts:
    """What is said and who says it, as stretches of the title, and the pattern that told them apart."""

    said: Piece
    speaker: Piece | None
    pattern: str


_SUMMARIES = frozenset("everything what how why all here who when where live".split())
"""What the second half of a headline begins with where it tells what the page holds, not who speaks."""


def headline_drafts(view: View) -> Iterator[Draft]:
    """The statements that titles make by their form, in text order."""
    for number, block in enumerate(view.document.blocks):
        if block.kind == "title":
            parts = _parts(view, number, block)
            draft = _draft(view, number, parts) if parts is not None else None
            if draft is not None:
                yield draft


def _parts(view: View, number: int, block: Block) -> Parts | None:
    return (
        _around_colon(view, number, block)
        or _after_dash(view, number, block)
        or _said_last(view, block)
        or _quoted(view, block)
    )


def _around_colon(view: View, number: int, block: Block) -> Parts | None:
    """*Talks on hold: minister*; *Minister: talks on hold*."""
    text = view.document.text
    last = text.rfind(": ", block.start, block.end)
    if last < 0:
        return None
    first = text.find(": ", block.start, block.end)
    if _is_speaker(view, text[last + 2 : block.end]) and _is_said(view, number, block.start, last):
        return Parts((block.start, last), (last + 2, block.end), "colon")
    rest = text[first + 2 : block.end]
    if _is_person(view, text[block.start : first]) and len(rest.split()) >= MIN_SAID_WORDS:
        return Parts((first + 2, block.end), (block.start, first), "colon")
    return None


def _after_dash(view: View, number: int, block: Block) -> Parts | None:
    """*Rail link to be cut – sources*."""
    found = list(_DASH.finditer(view.document.text, block.start, block.end))
    if not found:
        return None
    last = found[-1]
    if not _is_speaker(view, view.document.text[last.end() : block.end]) or not _is_said(
        view, number, block.start, last.start()
    ):
        return None
    return Parts((block.start, last.start()), (last.end(), block.end), "dash")


def _said_last(view: View, block: Block) -> Parts | None:
    """*Talks on hold, says minister*; *Talks on hold, minister says*."""
    found = _TRAILING.search(view.document.text, block.start, block.end)
    if found is None or len(view.document.text[block.start : found.start()].split()) < MIN_SAID_WORDS:
        return None
    verb, who = ("verb", "who") if found["verb"] and _is_saying(view, found["verb"]) else ("last", "name")
    if not found[verb] or not _is_saying(view, found[verb]) or not _is_speaker(view, found[who]):
        return None
    return Parts((block.start, found.start()), found.span(who), "trailing verb")


def _quoted(view: View, block: Block) -> Parts | None:
    """A title that is all quotation: somebody on the page says it, the title does not tell who."""
    found = _QUOTED.fullmatch(view.document.text, block.start, block.end)
    if found is None or len(found["said"].split()) < TELEGRAPHIC_WORDS or found["said"].count("’ ") > 1:
        return None
    return Parts(found.span("said"), None, "quotation")


def _is_saying(view: View, word: str) -> bool:
    """A verb of saying in the present of headlines (*says*, *say*, *warns*)."""
    lowered = word.lower()
    forms = {lowered, lowered.removesuffix("s"), lowered.removesuffix("es"), lowered.removesuffix("ies") + "y"}
    frames = [frame for form in forms for frame in view.frames.lookup(form, "verb") if not frame.particles]
    return any(frame.cls.name in PLAIN and frame.type is None for frame in frames)


def _is_said(view: View, number: int, start: int, end: int) -> bool:
    """A clause, or words enough for a telegraphic one."""
    tokens = [
        t
        for s in view.annotations.sentences
        if s.block == number
        for t in s.tokens
        if start <= t.start and t.end <= end
    ]
    if len(tokens) >= MIN_SAID_WORDS and any(t.pos in {"VERB", "AUX"} for t in tokens):
        return True
    return len(view.document.text[start:end].split()) >= TELEGRAPHIC_WORDS


def _is_speaker(view: View, text: str) -> bool:
    """Short, and some word of it names or describes an actor."""
    said = text.strip().split()
    if not 0 < len(said) <= MAX_SPEAKER_WORDS or said[0].lower() in _SUMMARIES:
        return False
    if view.actors.place_or_actor(text.strip()) is not None or said[-1].lower() in _GENERIC | _CHIEF:
        return True
    return any(view.actors.is_actor_word(word.lower().rstrip("s"), word) for word in said) or _is_name(said)


def _is_person(view: View, text: str) -> bool:
    """A speaker who is somebody: topics before a colon (a country, a group, a word in the plural) are no speakers."""
    said = text.strip().split()
    if not 0 < len(said) <= MAX_SPEAKER_WORDS:
        return False
    kind = view.actors.place_or_actor(text.strip())
    if kind is not None:
        return kind == "person" or (kind == "organisation" and text.strip().isupper())
    last = said[-1].lower()
    return last in _GENERIC or (view.actors.is_actor_word(last, last) and not last.endswith("s"))


def _is_name(said: list[str]) -> bool:
    return len(said) in {2, 3} and all(word[:1].isupper() and word.isalpha() for word in said)


def _draft(view: View, number: int, parts: Parts) -> Draft | None:
    piece = content.strip(view.document.text, *parts.said)
    who = content.strip(view.document.text, *parts.speaker) if parts.speaker is not None else None
    if piece is None or (parts.speaker is not None and who is None):
        return None
    return Draft(
        block=number,
        pieces=[piece],
        attitude="says",
        confidence=CONFIDENCE["headline" if who is not None else "quoted headline"],
        rule=f"headline.{parts.pattern.replace(' ', '-')}",
        why=f"a headline told apart by its {parts.pattern}" + ("" if who is not None else "; it names no speaker"),
        speaker=who,
        form="direct" if parts.pattern == "quotation" else None,
    )
