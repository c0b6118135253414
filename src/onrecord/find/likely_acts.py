"""Acts whose frame asks for more than the sentence has, where the model of ``lexicon.event_model`` takes them for its type.

Frames name the words that their sense requires, and news has more ways to put a thing than any list. Where no frame holds
at a verb with a party as its doer, and the model is sure of a type that some frame of the verb has, that
is an event. What did not take place or is only planned, wanted or possible, what people say to and do for one another, and what
stands among words of sport, business or science is left alone: there the model is wrong too often.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.find import framewords, slots, syntax
from onrecord.find.act_features import features
from onrecord.find.control import understood
from onrecord.find.general import is_general
from onrecord.find.ids import Numbering
from onrecord.find.kinds import is_kind, is_somebody
from onrecord.find.matcher import Match
from onrecord.find.nature import is_natural
from onrecord.find.private import private_weight
from onrecord.find.standing import standing
from onrecord.find.view import POSSESSIVES, View
from onrecord.lexicon.codebook import Codebook
from onrecord.lexicon.event_model import EventModel
from onrecord.lexicon.frames import Frame
from onrecord.schema import Event, Party, Sentence

ENOUGH = 0.7
"""The least probability of a type. From 0.35 to 0.8 was tried on the dev part (``python evals/events.py``): below 0.55 false
events rise on passages without any, above 0.6 fewer are found and no more of them are right; 0.7 stands because on news pages,
which our passages are not, few of the less likely ones were."""
SPOKEN = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "REQUEST", "SUPPORT"})
"""Types that the model is not asked for: what people say to and do for one another is too often no public act (*orders masks*,
*delivers a lecture*, *agrees with the analyst*)."""
SPEAKING = frozenset({"order", "impose", "leave", "quit"})
"""Verbs of too many senses for it."""
CONFIDENCE = 0.57
"""On that part 16 of 22 types taken are right where nothing lowers it; on news pages a third are, so that what lowers it at all
takes them off the balanced point."""
TOWARDS = frozenset("with to against on for from into over between toward towards upon through about".split())
WHERE = frozenset("in of at by".split())
"""Prepositions that lead to whom an act concerns only where nothing else does."""
CARRIERS = frozenset({"dobj", "prt", "attr", "advmod", "prep", "acomp", "nsubjpass"})
"""Dependents on which the parser hangs prepositions of the predicate."""


@dataclass(frozen=True, slots=True)
class Likely:
    """An event without time, place and voice, and where its predicate stands."""

    event: Event
    sentence: Sentence
    index: int


def likely_acts(
    view: View,
    matches: Mapping[int, Mapping[int, Match]],
    known: Sequence[Event],
    model: EventModel,
    numbering: Numbering,
    codebook: Codebook,
) -> Iterator[Likely]:
    """The events in text order. ``matches`` are the frames that hold, by sentence and token; ``known`` are their events."""
    taken = {event.trigger.start for event in known}
    for sentence in view.annotations.sentences:
        held = matches.get(sentence.index, {})
        free = [i for i in _verbs(sentence) if i not in held and sentence.tokens[i].start not in taken]
        known_types = {i: types for i in free if (types := _types(view, sentence, i))}
        if not known_types or private_weight(sentence, view.document.text):
            continue
        for index, types in known_types.items():
            event = _event(view, sentence, index, types, held, model, numbering, codebook)
            if event is not None:
                yield Likely(event, sentence, index)


def _verbs(sentence: Sentence) -> list[int]:
    """Verbs but for participles on a noun, which mostly tell a state (*villages held by rebels*), and those of what happens to
    somebody: who died did nothing."""
    return [
        one.index
        for one in sentence.tokens
        if one.pos == "VERB"
        and one.lemma not in syntax.UNTAKING
        and not (one.tag == "VBN" and one.dep in {"acl", "amod"})
    ]


def _types(view: View, sentence: Sentence, index: int) -> dict[str, str | None]:
    """The types of the verb's frames whose words stand here, each with its mode where all of them have the same.

    With a particle that no frame names the verb is another one: *took back*.
    """
    particle = syntax.child(sentence, index, "prt")
    own = set() if particle is None else {sentence.tokens[particle].lower}
    modes: dict[str, set[str | None]] = {}
    frames = [frame for frame in view.frames.lookup(sentence.tokens[index].lemma.lower(), "verb") if frame.type]
    near = framewords.words_near(sentence, index) if any(frame.particles for frame in frames) else set[str]()
    barred = {
        one.type
        for one in frames
        if _lacks_somebody(view, sentence, index, one) or _is_ruled_out(view, sentence, index, one)
    }
    for frame in frames:
        if (
            frame.type is not None
            and frame.type not in barred
            and own <= set(frame.particles)
            and near.issuperset(frame.particles)
            and _may_stand(sentence, index, frame)
        ):
            modes.setdefault(frame.type, set()).add(frame.mode)
    return {type_: next(iter(found)) if len(found) == 1 else None for type_, found in modes.items()}


def _may_stand(sentence: Sentence, index: int, frame: Frame) -> bool:
    """True for a frame whose words are there where an object is, too, if it asks for one, of whatever kind.

    A frame that asks for words behind its own preposition lives by them: *returned to* **barracks**, *to Berov*.
    """
    asked = {need.slot for need in frame.needs if not need.absent}
    if asked & {f"prep:{word}" for word in frame.particles}:
        return False
    return "obj" not in asked or slots.fill(sentence, index, "obj", frame.particles) is not None


def _is_ruled_out(view: View, sentence: Sentence, index: int, frame: Frame) -> bool:
    """True where a word stands there that the frame is never with: *complained of* **a fever**."""
    for need in frame.needs:
        if need.absent and need.lemmas:
            filled = slots.fill(sentence, index, need.slot, frame.particles)
            if filled is not None and is_kind(view, sentence, filled, need):
                return True
    return False


def _lacks_somebody(view: View, sentence: Sentence, index: int, frame: Frame) -> bool:
    """True where the frame asks for somebody as its object and something else is there: *released a report*."""
    if not any(need.slot == "obj" and need.test == "somebody" for need in frame.needs):
        return False
    filled = slots.fill(sentence, index, "obj", frame.particles)
    return filled is not None and not is_somebody(view, sentence, filled)


def _event(
    view: View,
    sentence: Sentence,
    index: int,
    types: Mapping[str, str | None],
    held: Mapping[int, Match],
    model: EventModel,
    numbering: Numbering,
    codebook: Codebook,
) -> Event | None:
    source = _parties(view, sentence, _doers(sentence, index, held), doer=True)
    if not source or is_general(sentence, index):
        return None
    own = {(one.start, one.end) for one in source}
    target = tuple(one for one in _undergoing(view, sentence, index) if (one.start, one.end) not in own)
    type_, likely = model.best(features(view, sentence, index))
    if likely < ENOUGH or type_ not in types or type_ in SPOKEN or sentence.tokens[index].lemma.lower() in SPEAKING:
        return None
    stands = standing(sentence, index, held)
    if stands.status not in {"actual", "conditional"}:
        return None
    token = sentence.tokens[index]
    trigger = view.span(token.start, token.end)
    return Event(
        id=numbering.give("event", trigger.text, type_),
        doc=view.document.doc,
        block=view.document.blocks[sentence.block].kind,
        type=type_,
        trigger=trigger,
        sentence=view.span(sentence.start, sentence.end),
        mode=types[type_],
        cameo=codebook.types[type_].cameo,
        source=source,
        target=target,
        status=stands.status,
        status_chain=stands.chain,
        condition=view.piece(stands.condition),
        exception=view.piece(stands.exception),
        until=view.piece(stands.until),
        confidence=CONFIDENCE,
        rule=f"{token.lemma.lower()}.model",
        why=f"its frames ask for more than stands with “{trigger.text}”; the event model takes it for {type_} ({likely:.2f})",
    )


def _doers(sentence: Sentence, index: int, held: Mapping[int, Match]) -> list[int]:
    outer = understood(sentence, index, held)
    subject = outer.head if outer is not None else syntax.deep_subject(sentence, index)
    return [] if subject is None or is_natural(sentence, subject) else [subject]


def _undergoing(view: View, sentence: Sentence, index: int) -> tuple[Party, ...]:
    """Whom the act is done to or concerns: objects and what prepositions lead to, else what those of place do."""
    objects = [syntax.deep_object(sentence, index), syntax.indirect_object(sentence, index)]
    linked = _linked(sentence, index)
    first = [one for one in objects if one is not None] + [one for link, one in linked if link in TOWARDS]
    return _parties(view, sentence, first) or _parties(view, sentence, [one for link, one in linked if link in WHERE])


def _linked(sentence: Sentence, index: int) -> list[tuple[str, int]]:
    near = list(sentence.children[index])
    near += [g for c in near if sentence.tokens[c].dep in CARRIERS for g in sentence.children[c]]
    return [
        (sentence.tokens[one].lower, inner)
        for one in near
        if sentence.tokens[one].dep in {"prep", "dative"} and (inner := syntax.child(sentence, one, "pobj")) is not None
    ]


def _parties(view: View, sentence: Sentence, heads: Sequence[int], doer: bool = False) -> tuple[Party, ...]:
    """The actors at these heads and what is joined to them, as stubs, each once; not whose something is that the act is done with
    (*turned* **their** *rifles*)."""
    found: dict[tuple[int, int], Party] = {}
    for head in heads:
        for one in syntax.conjuncts(sentence, head):
            actor = view.doer_in(sentence, one) if doer else view.party_in(sentence, one)
            if actor is not None and (doer or sentence.tokens[actor].lower not in POSSESSIVES):
                start, end = view.phrase(sentence, actor)
                found.setdefault((start, end), Party(view.document.text[start:end], start, end))
    return tuple(found.values())
