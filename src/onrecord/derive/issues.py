"""What a commitment is about: the words of its object, and how far two of them name the same thing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from onrecord.derive.courses import course, leading
from onrecord.derive.kinship import root
from onrecord.derive.words import STOP, WORD, plain
from onrecord.lexicon.actors import load_actors
from onrecord.schema import Document, Event, Party, Span

REACH = 14
"""Words behind a trigger that may still name what it is about."""

_ENDS = re.compile(
    r"[;:.!?\n“”\"()\[\]]|\s[–—-]\s|,\s(?!(?:[\w-]+\s){1,2}and\s\w)|\b(?:that|which|who|whom|whose|where|if|once|provided|unless|until|while|when|after|before|because|although|"
    r"though|but|as|so|except|despite|amid|without|saying|adding|he|she|they|it|we|said|says|told|added)\b",
    re.IGNORECASE,
)
"""Where the words that name an issue end."""

_OVER = frozenset(";:.!?")
"""Marks behind which another clause begins."""

_EMPTY = frozenset(
    """possibility prospect idea notion issue matter question problem proposal offer plan plans deal move
    step steps effort efforts policy stance position attempt part kind form type number way need any all own
    certain biggest largest ever country countries government official officials side sides people group groups
    thing things time today tomorrow week month year earlier later recent recently early late past coming ago
    since now soon yesterday nation state states minister president leader leaders authorities response respect
    regard view fact hold held sit two three four five six seven eight
    nine ten twenty thirty forty fifty sixty hundred thousand million months days years hours morning evening afternoon night
    midnight noon place except
    call calls demand demands request requests appeal euro euros dollar dollars pound pounds billion cent percent""".split()
)
"""Words that name no issue by themselves; they count where something else stands beside them."""


_PARTICLE = re.compile(r"\s*(?:out|up|off|down|away|over)\s+")
"""What belongs to a verb and not to what it is about: "rule out", "call off"."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as a page words it: ``text``, its place, and the stems that tell it from others.

    ``head`` are the stems of what is named first, without what only tells it from others of its kind: of "case over the ban",
    the case. ``turn`` is -1 where the words name the end of the thing that the stems tell, 1 otherwise: "lifting the ban" is
    about the ban, and against it.
    """

    text: str
    start: int
    end: int
    stems: frozenset[str]
    turn: int = 1
    head: frozenset[str] = frozenset()

    @property
    def telling(self) -> frozenset[str]:
        """The stems that name an issue by themselves."""
        return _telling(self.stems)


@lru_cache(maxsize=1)
def _matters() -> Mapping[str, str]:
    """The name of the matter that a word stands for, by its root."""
    lines = files("onrecord").joinpath("data/derive/matters.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "name\t"))]
    return {root(word): name for name, group in rows for word in group.split()}


@lru_cache(maxsize=1 << 14)
def matter(word: str) -> str:
    """What a word is compared by: its root, or the name of the matter that it is one word for."""
    base = root(word)
    return _matters().get(base, base)


_EMPTY_STEMS = frozenset(matter(word) for word in _EMPTY)


def issue_behind(document: Document, start: int, end: int, without: Iterable[Party] = ()) -> Issue | None:
    """The issue named in ``text[start:end]``, up to where its clause ends; None where no word tells one.

    Names of the parties in ``without`` are no part of it: who deals with whom is told elsewhere.
    """
    particle = _PARTICLE.match(document.text, start, end)
    start = particle.end() if particle else start
    text = document.text[start:end]
    stop = len(text)
    for found in _ENDS.finditer(text):
        if text[: found.start()].strip():
            stop = found.start()
            break
    pieces = list(re.finditer(r"\S+", text[:stop]))[:REACH]
    if not pieces or text.lstrip()[:1] in _OVER:
        return None
    kept = text[: pieces[-1].end()]
    names = _stems_of_names(without)
    rest, turn = _turned(kept.strip(), names)
    stems = frozenset(stems_of(rest)) - names
    if not _telling(stems):
        return None
    lead = len(kept) - len(kept.lstrip())
    return Issue(_trimmed(kept), start + lead, start + len(kept), stems, turn, _head(rest, names))


def _turned(text: str, names: set[str]) -> tuple[str, int]:
    """What is left of an issue behind the verbs that only say whether it goes on, and what these say together.

    "Drop its plan to restart the mill" is against the mill as "close the mill" is.
    """
    turn = 1
    while (verb := leading(text)) is not None and _telling(frozenset(stems_of(text[verb.end("word") :])) - names):
        turn *= course(verb.group("word"))
        text = text[verb.end("word") :]
        meant = _INTENT.match(text)
        if meant is None:
            break
        text = text[meant.end() :]
    return text, turn


_INTENT = re.compile(
    r"\s+(?:its|the|their|his|her|any|all)\s+(?:threats?|plans?|decision|intention|offer|bid|call|attempts?|demands?)\s+(?=(?:to|for|of)\s)",
    re.IGNORECASE,
)
"""What stands between a verb and what was meant to be done: "dropped its plan to"."""


def _head(text: str, names: set[str]) -> frozenset[str]:
    """The stems of the first piece of ``text`` that tells something, up to a preposition."""
    for piece in _PREPOSITION.split(text):
        found = _telling(frozenset(stems_of(piece)) - names)
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
    if found is None or "noun" in event.rule:
        return None
    sign = course(event.trigger.text.split()[0])
    if not sign:
        return None
    begin = min(event.trigger.start, found.start)
    text = " ".join(document.text[begin : found.end].split())
    return replace(found, turn=found.turn * sign, text=_trimmed(text))


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
    return Issue(_trimmed(held), begin, stop, stems, head=stems) if _telling(stems) else None


def issue_within(spans: Iterable[Span], without: Iterable[Party] = ()) -> Issue | None:
    """The issue that all words of some pieces name together."""
    pieces = list(spans)
    stems = frozenset(name for piece in pieces for name in stems_of(piece.text)) - _stems_of_names(without)
    if not _telling(stems):
        return None
    text = " ".join(" … ".join(piece.text for piece in pieces).split())
    return Issue(text, pieces[0].start, pieces[-1].end, stems, head=stems)


def issue_of_span(span: Span, document: Document, without: Iterable[Party] = ()) -> Issue | None:
    """The issue that a stretch of words names, the stretch alone."""
    return issue_behind(document, span.start, span.end, without)


def stems_of(text: str) -> list[str]:
    """The stems of the words that can name an issue, in order; of a country, its people and its capital, the country's code."""
    found = []
    for one in WORD.finditer(text):
        word = plain(one[0])
        if word in STOP or len(word) <= 2 or word.isdigit():
            continue
        land = _land(one[0]) if one[0][0].isupper() else None
        found.append(f"{LAND}{land}" if land else matter(word))
    return found


LAND = "="
"""Stands before the code of a country among stems."""


@lru_cache(maxsize=1 << 14)
def _land(word: str) -> str | None:
    """The country that a word names, by its name, its people or its capital."""
    hits = load_actors().matcher.exactly(word.replace("’", "'").removesuffix("'s"))
    return next((hit.actor for hit in hits if hit.kind in ("country", "demonym", "capital")), None)


@lru_cache(maxsize=1 << 16)
def _telling(stems: frozenset[str]) -> frozenset[str]:
    """The stems that name an issue by themselves: no empty words, and no countries, whose quarrels are many."""
    return frozenset(name for name in stems if name not in _EMPTY_STEMS and not name.startswith(LAND))


class Weights:
    """How much a stem tells, by how many of the issues it stands in."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        """Counts the stems of ``issues``."""
        counted: Counter[str] = Counter()
        total = 0
        for issue in issues:
            counted.update(issue.stems)
            total += 1
        self._weights: Mapping[str, float] = {
            name: math.log((total + 2) / (count + 0.5)) * (1.0 if _telling(frozenset((name,))) else 0.3)
            for name, count in counted.items()
        }

    def of(self, stems: Iterable[str]) -> float:
        """The sum over ``stems``."""
        return sum(max(self._weights.get(name, 1.0), 0.1) for name in stems)


def likeness(first: Issue, second: Issue, weights: Weights) -> float:
    """How far two issues are one, 0 to 1: the weight of the words they share, by that of the one with fewer words.

    What both name first must be among these words. One shared word is too little unless it is all that one of them names first.
    """
    shared = first.stems & second.stems
    if not shared & first.telling or not shared & second.telling:
        return 0.0
    if first.head and second.head and not (shared & first.head and shared & second.head):
        return 0.0
    score = weights.of(shared) / max(min(weights.of(first.stems), weights.of(second.stems)), 0.1)
    score = score if len(shared) > 1 else score * 0.6
    return max(score, ALONE) if is_named_alone(first, second) and not _kinds_apart(first, second) else score


def _kinds_apart(first: Issue, second: Issue) -> bool:
    """True where both tell more than what they name, and nothing that is the same: a ban on maize, a ban on milk."""
    more = first.telling - first.head, second.telling - second.head
    return bool(more[0] and more[1]) and not more[0] & more[1]


ALONE = 0.7
"""How like two issues are that have what they name first in common, and nothing that speaks against it."""


def is_named_alone(first: Issue, second: Issue) -> bool:
    """True where one of two issues names a single thing and the other names the same: "mediation", "mediation by the league"."""
    one = min(first.head, second.head, key=lambda head: (len(head), sorted(head)))
    return len(one) == 1 and one <= first.head & second.head and not one & _COMMON


_COMMON = frozenset(
    matter(word)
    for word in """talks meeting visit agreement support help work border people law report use implement hand act move respond
    discuss decide consider ensure begin start end call demand request appeal answer reply accept seek try change decision word
    condition violence power state force war peace security rights attack action country side order role""".split()
)
"""Stems of what is named so often that it alone makes no issue."""
