"""When an act took place: the time that stands in its own clause, or in one whose time it shares.

A time belongs to the verb or event noun that governs it in the parse. An act without one takes the time of the clause
that carries it (the light verb of *held talks*, *began to*), that it comes with (*fired, killing three*) or with
which it shares what stands before both (*on Monday arrested … and closed …*); the time of a saying about it, of a relative
clause, a reason or a condition is not its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.find import syntax
from onrecord.find.light import is_light
from onrecord.find.standing import RAISING, Matches
from onrecord.find.time_of import counted_from, is_length_of, tells_day
from onrecord.find.times import parse_times
from onrecord.find.told_with import DEEDS, scene_of, told_with
from onrecord.find.view import View
from onrecord.schema import Event, Sentence, Status, When

BEFORE_PENALTY = 1.2
"""English puts times after what they date more often than before: at like distance the one after wins."""
LOOSE_PREPOSITIONS = frozenset("on in at near during since by until before after outside from to inside within".split())
"""Between a noun and a time that the parser hung on it, though it dates the verb: *arrested the workers on Monday*."""
SAME_TIME = frozenset({"when", "as", "while", "where"})
"""Marks of clauses that hold at the time of the clause around them."""
HAPPENING = frozenset(
    "be begin break come continue end erupt follow go happen last leave kill occur open resume start start take claim".split()
)
"""Verbs of whose subject, an event noun, they say when it was: *the talks began on Monday*."""
GROUPS = frozenset("series wave spate string round number day night week exchange campaign".split())
LONGEST_DATELINE = 50
"""Code points of the place and agency before the day in a dateline."""
DEADLINES = frozenset({"by", "until", "till", "before"})
OPEN = frozenset({"planned", "demanded", "conditional"})
"""Statuses of what is still to come."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A predicate whose time is sought: where it stands, as what it is told, and the times of its sentence by what they date."""

    view: View
    sentence: Sentence
    index: int
    position: int
    status: Status
    matches: Matches
    governed: Mapping[int, Sequence[When]]


def date_of(
    view: View, event: Event, sentence: Sentence, index: int, matches: Matches, times: Sequence[When]
) -> tuple[When | None, str]:
    """The time of the act at ``sentence.tokens[index]``, None where the sentence gives none, and how it is known where its own
    clause does not tell it.

    A deed without a time in its clause takes the day of a deed that the sentence tells it with.
    """
    counted = counted_from(times, sentence, event.trigger.start, view.document.text)
    if counted is not None:
        return counted, ""
    governed = _governed(view, sentence, matches, times)
    told = _Told(view, sentence, index, event.trigger.start, event.status, matches, governed)
    own = _told_when(view, sentence, index, times) or _climbed(told)
    if own is not None or event.status != "actual":
        return own, ""
    near = _climbed(told, near=True, deed=event.type in DEEDS)
    return near, "; day from its sentence" if near is not None else ""


def said_at(
    view: View, position: int, sentence: Sentence, index: int, matches: Matches, times: Sequence[When]
) -> When | None:
    """The time of the saying at ``sentence.tokens[index]``, by its own clause alone; ``position`` is where its cue begins."""
    counted = counted_from(times, sentence, position, view.document.text)
    governed = _governed(view, sentence, matches, times)
    return counted or _climbed(_Told(view, sentence, index, position, "actual", matches, governed))


def _told_when(view: View, sentence: Sentence, index: int, times: Sequence[When]) -> When | None:
    """The time that a clause with *when* tells more of: *since* **April 2**, *when Kenya stopped its exports*."""
    token = sentence.tokens[index]
    marks = (sentence.tokens[one] for one in syntax.children(sentence, index, "advmod", "mark"))
    if token.dep != "relcl" or not any(mark.lower == "when" and mark.index < index for mark in marks):
        return None
    at = sentence.tokens[token.head].start
    found = next((one for one in times if one.start is not None and one.start <= at < (one.end or 0)), None)
    if found is None or found.start is None or found.text is None or not found.text.lower().startswith(SINCE):
        return found
    words, published = found.text[len(SINCE) :], view.document.published
    begun = next(iter(parse_times(f"in {words}", 0, published.latest if published else None)), None)
    return replace(begun, text=words, start=found.start + len(SINCE), end=found.end) if begun else found


SINCE = "since "


def _climbed(told: _Told, near: bool = False, deed: bool = False) -> When | None:
    """The nearest fitting time on the way outwards, as far as what is told there is of one time; ``near`` goes on to what it
    is told with, of a ``deed`` also to the deed before it."""
    sentence, at, below = told.sentence, told.index, told.index
    for _ in range(syntax.MAX_STEPS):
        found = [
            when
            for when in told.governed.get(at, ())
            if at == told.index or _shared(sentence, at, below, when) or (deed and told_with(sentence, at, below, when))
        ]
        found = found or [
            when for inner in _occasions(sentence, at, told.matches) for when in told.governed.get(inner, ())
        ]
        fitting = [when for when in found if _fits(told.view, told.status, when)]
        if found:
            return min(fitting, key=lambda when: _distance(when, told.position), default=None)
        outer = _carrier(sentence, at)
        if outer is None and near:
            outer = scene_of(sentence, at)
        if outer is None:
            return None
        at, below = outer, at
    return None


def _governed(view: View, sentence: Sentence, matches: Matches, times: Sequence[When]) -> dict[int, list[When]]:
    """The sentence's times by the token that each of them dates; those of no token (a dateline's) are left out."""
    found: dict[int, list[When]] = {}
    for when in filter(tells_day, times):
        if when.start is None or when.end is None or when.start < sentence.start or sentence.end < when.end:
            continue
        if is_length_of(view.document.text, when) or _is_in_dateline(view, sentence, when):
            continue
        governor = _governor(view, sentence, matches, when)
        if governor is not None:
            found.setdefault(_second(sentence, governor, found), []).append(when)
    return found


_BEFORE_DAY = re.compile(r"(?:[^a-z]|\b[a-z]{1,3}\b|\B[a-z])*")
_AFTER_DAY = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:[–—:]|-{1,2}\s)")


def _is_in_dateline(view: View, sentence: Sentence, when: When) -> bool:
    """*GOMA, 27 January —*: the day of writing before the first sentence of a paragraph."""
    text, block = view.document.text, view.document.blocks[sentence.block]
    if sentence.start > block.start + LONGEST_DATELINE or when.start is None or when.end is None:
        return False
    head = text[block.start : when.start]
    return (
        len(head) <= LONGEST_DATELINE
        and _BEFORE_DAY.fullmatch(head) is not None
        and bool(_AFTER_DAY.match(text, when.end))
    )


def _second(sentence: Sentence, governor: int, found: Mapping[int, Sequence[When]]) -> int:
    """*sentenced the two commanders arrested in July … last Thursday*: a clause behind a noun has one time, the next behind
    it dates the verb around."""
    token = sentence.tokens[governor]
    if governor not in found or token.dep not in {"acl", "relcl"}:
        return governor
    if all(when.start is not None and when.start < token.start for when in found[governor]):
        return governor
    at = token.head
    for _ in range(syntax.MAX_STEPS):
        if syntax.is_verb(sentence.tokens[at]):
            return _second(sentence, at, found)
        if sentence.tokens[at].head == at:
            break
        at = sentence.tokens[at].head
    return governor


def _governor(view: View, sentence: Sentence, matches: Matches, when: When) -> int | None:
    tokens = sentence.tokens
    own = [t.index for t in tokens if when.start <= t.start and t.end <= when.end]  # type: ignore[operator]
    top = next((t for t in own if tokens[t].head not in own), None)
    if top is None or tokens[top].head == top:
        return None
    at, loose = tokens[top].head, tokens[top].dep not in {"amod", "compound", "nmod", "poss", "nummod"}
    for _ in range(syntax.MAX_STEPS):
        token = tokens[at]
        if token.pos in {"ADP", "SCONJ", "ADV"} and token.dep in {"prep", "advmod", "agent", "npadvmod", "pcomp"}:
            at = token.head
        elif (
            token.pos in {"NOUN", "PROPN", "NUM", "PRON"} and loose and not _is_dated(view, sentence, matches, at, when)
        ):
            outer = _around(sentence, at)
            if outer is None:
                return at
            at = outer
        else:
            return at
    return at


def _is_dated(view: View, sentence: Sentence, matches: Matches, index: int, when: When) -> bool:
    """True for a noun that a time can date: an act, or, of anything but a day, whatever is nobody (*elections in May*)."""
    match = matches.get(index)
    if match is not None and match.frame.type is not None:
        return True
    return when.precision != "day" and not view.is_actor(sentence, index)


def _around(sentence: Sentence, index: int) -> int | None:
    """The predicate or noun on which a noun hangs: its verb, or the noun whose phrase it ends."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass", "nsubj", "attr", "dative", "npadvmod", "appos", "conj", "oprd"}:
        return token.head if token.head != index else None
    if token.dep == "pobj" and (
        head.lower in LOOSE_PREPOSITIONS or head.lower in {"of", "for", "with", "against", "over"}
    ):
        return head.head if head.head != head.index else None
    return None


def _occasions(sentence: Sentence, index: int, matches: Matches) -> Iterator[int]:
    """Acts in or at which the act takes place (*died in* **an attack** *on Monday*), and clauses of the same moment."""
    for one in sentence.children[index]:
        token = sentence.tokens[one]
        if token.dep in {"prep", "agent"} and token.lower in {"in", "during", "by", "at"}:
            inner = syntax.child(sentence, one, "pobj")
            if inner is not None and inner in matches and matches[inner].frame.type is not None:
                yield inner
        elif token.dep == "advcl" and _mark(sentence, one) in {"when", "as"}:
            yield one


def _carrier(sentence: Sentence, index: int) -> int | None:
    """The next token outwards whose time is the time of ``index``, too."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.head == index:
        return None
    if token.pos in {"NOUN", "PROPN"}:
        return _carrier_of_noun(sentence, index)
    carried = (
        (token.dep == "xcomp" and (head.lemma in RAISING or token.tag == "VBG"))
        or (token.dep == "advcl" and _comes_with(sentence, index))
        or (token.dep in {"acomp", "attr", "oprd"} and syntax.is_verb(head))
        or token.dep == "conj"
    )
    if carried:
        return token.head
    if token.dep == "pcomp" and head.lower in {"by", "in"} and syntax.is_verb(sentence.tokens[head.head]):
        return head.head
    return None


def _carrier_of_noun(sentence: Sentence, index: int) -> int | None:
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"} and is_light(head):
        return token.head
    if token.dep == "nsubj" and head.lemma in HAPPENING:
        return token.head
    if token.dep == "conj":
        return token.head
    if token.dep == "pobj" and head.lower in {"in", "during", "by"} and head.head != head.index:
        return head.head
    if token.dep == "pobj" and head.lower == "of" and sentence.tokens[head.head].lemma in GROUPS:
        return head.head
    return None


def _comes_with(sentence: Sentence, index: int) -> bool:
    """A participle without a mark of its own (*fired,* **killing** *three*), or a clause of the same moment."""
    mark = _mark(sentence, index)
    return mark in SAME_TIME or (not mark and sentence.tokens[index].tag in {"VBG", "VBN"})


def _mark(sentence: Sentence, index: int) -> str:
    """The word that opens a clause; also one that the parser hung on it as an adverb or a preposition."""
    found = syntax.child(sentence, index, "mark")
    if found is None:
        found = next((c for c in syntax.children(sentence, index, "advmod", "prep") if c < index), None)
        if found is not None and sentence.tokens[found].lower not in SAME_TIME | {"after", "before", "since", "until"}:
            found = None
    return sentence.tokens[found].lower if found is not None else ""


def _shared(sentence: Sentence, at: int, below: int, when: When) -> bool:
    """Joined verbs share what stands before the first; what stands behind it, where one subject does both in turn."""
    if sentence.tokens[below].dep != "conj" or sentence.tokens[below].pos in {"NOUN", "PROPN"}:
        return True
    if when.end is not None and when.end <= sentence.tokens[at].start:
        return True
    joint = syntax.child(sentence, at, "cc")
    alone = syntax.child(sentence, below, "nsubj", "nsubjpass") is None
    return alone and when.precision == "day" and (joint is None or sentence.tokens[joint].lower == "and")


def _fits(view: View, status: Status, when: When) -> bool:
    """False where the act cannot have been then: a deadline, or tomorrow, for what has happened; the past for what is to come."""
    published = view.document.published
    if status == "actual":
        symbol = when.symbol or ""
        if symbol.startswith(("publication ..", "..")) or (when.text or "").split(" ")[0].lower() in DEADLINES:
            return False
        return not (published and published.latest and when.earliest and when.earliest > published.latest)
    if status in OPEN and published and published.earliest and when.latest:
        return when.latest >= published.earliest
    return True


def _distance(when: When, position: int) -> float:
    """Code points between the act and the time, those before it weighed by ``BEFORE_PENALTY``."""
    assert when.start is not None and when.end is not None
    return when.start - position if when.start >= position else (position - when.end) * BEFORE_PENALTY
