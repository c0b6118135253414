"""Events of a page: who does what to whom, from the frames that carry a PLOVER type."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.find import extents, light, syntax
from onrecord.find.contexts import contexts_of
from onrecord.find.control import understood
from onrecord.find.dating import date_of
from onrecord.find.figures import figures_of
from onrecord.find.holders import Holders
from onrecord.find.ids import Numbering
from onrecord.find.instead import HITTING, SPEAKING
from onrecord.find.likely_acts import likely_acts
from onrecord.find.matcher import FORCE, Match, is_struck
from onrecord.find.modes import mode_of
from onrecord.find.placing import place_of
from onrecord.find.private import is_in_words
from onrecord.find.slots import Fill
from onrecord.find.spoken import HARM, spoken_events
from onrecord.find.standing import Standing, standing
from onrecord.find.statements import Found
from onrecord.find.unreal import is_general
from onrecord.find.view import View
from onrecord.find.whereabouts import with_place
from onrecord.lexicon.codebook import Codebook
from onrecord.lexicon.event_model import load_event_model
from onrecord.schema import UNKNOWN, Event, Party, Sentence, Span, Statement, When

BASE = {"verb": 0.6, "noun": 0.45, "adjective": 0.42}
BOTH_SIDES = 0.2
ONE_SIDE = 0.05
"""Added to the base where both sides, or the source alone (of a noun: either), are actors; set on the dev parts
(``python evals/plv.py``)."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The stubs of an event's parties."""

    source: tuple[Party, ...]
    target: tuple[Party, ...]
    against: tuple[Party, ...]


def find_events(
    view: View, found: Sequence[Match], statements: Found, times: Sequence[When], codebook: Codebook
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """The events in text order, and the statements with the ``act`` that each of them is."""
    by_sentence: dict[int, dict[int, Match]] = {}
    for match in found:
        by_sentence.setdefault(match.sentence.index, {})[match.index] = match
    numbering = Numbering(view.document.doc)
    events: list[Event] = []
    acts: dict[str, str] = {}
    holders = Holders(statements.statements)
    own = {(m.sentence.index, m.index): statement for statement, m in statements.matches.items()}

    def settled(event: Event, sentence: Sentence, index: int, own_statement: str | None = None) -> Event:
        """The event with its voice, place and time."""
        holder = holders.innermost(event.trigger.start, event.trigger.end, without=own_statement)
        event = replace(event, according_to=holder.id if holder else None)
        event = replace(event, place=place_of(view, event, sentence, index))
        open_ = [when for when in times if not _is_in_others_words(when, event, statements.statements)]
        held = by_sentence.get(sentence.index, {})
        return replace(event, when=_when(view, event, sentence, index, held, open_))

    for match in _without_doubles(found):
        type_ = _type(match, by_sentence[match.sentence.index])
        if type_ is None:
            continue
        sides = _sides(view, match, by_sentence[match.sentence.index])
        if not (sides.source or sides.target) or _is_by_thing(match, sides):
            continue
        if is_general(match.sentence, match.index):
            continue
        stands = standing(match.sentence, match.index, by_sentence[match.sentence.index])
        if type_ == "AGREE" and match.frame.cls.name == "adj-ready" and stands.chain == ("not",):
            type_, stands = "REJECT", replace(stands, status="actual", chain=())  # *is not ready to accept*
        event = _event(view, match, type_, sides, stands, numbering, codebook)
        statement = own.get((match.sentence.index, match.index))
        if statement is not None:
            acts[statement] = event.id
        events.append(settled(event, match.sentence, match.index, statement))
    likely = list(likely_acts(view, by_sentence, events, load_event_model(), numbering, codebook))
    events += [settled(one.event, one.sentence, one.index) for one in likely]
    events += spoken_events(view, statements.statements, events, numbering, codebook)
    events = [_coded(event, codebook) for event in events]
    events.sort(key=lambda event: (event.trigger.start, event.type))
    with_acts = tuple(replace(one, act=acts[one.id]) if one.id in acts else one for one in statements.statements)
    return tuple(events), with_acts


def _is_in_others_words(when: When, event: Event, statements: Iterable[Statement]) -> bool:
    """True for a time inside what is said in a saying that the event is no part of: *accused Norland of shelling it* **in May**."""
    if when.start is None or not event.sentence.start <= when.start < event.sentence.end:
        return False
    at, trigger = when.start, event.trigger.start
    for one in statements:
        if one.attitude != "says" or not any(piece.start <= at < piece.end for piece in one.content):
            continue
        if not any(piece.start <= trigger < piece.end for piece in one.content):
            return True
    return False


def _coded(event: Event, codebook: Codebook) -> Event:
    """The event with its contexts and the codebook's edition."""
    contexts = contexts_of(event.sentence.text, event.type, event.mode)
    return replace(event, contexts=contexts, codebook=codebook.version)


def _without_doubles(found: Iterable[Match]) -> list[Match]:
    """*imposed sanctions*: verb and noun name one act; the one with more roles stays (the verb where equal)."""
    kept: list[Match] = []
    for match in found:
        rival = next((k for k in _in_sentence(kept, match.sentence.index) if _same_act(k, match)), None)
        if rival is None:
            kept.append(match)
        elif len(match.roles) > len(rival.roles):
            kept[kept.index(rival)] = match
    return kept


def _in_sentence(kept: list[Match], sentence: int) -> Iterator[Match]:
    """The last of ``kept`` that stand in this sentence: matches come in text order."""
    return itertools.takewhile(lambda one: one.sentence.index == sentence, reversed(kept))


def _same_act(one: Match, other: Match) -> bool:
    if one.frame.type != other.frame.type or one.frame.type is None:
        return False
    tokens = one.sentence.tokens
    inner, outer = (other, one) if tokens[other.index].head == one.index else (one, other)
    return tokens[inner.index].head == outer.index and tokens[inner.index].dep in JOINED


JOINED = frozenset({"dobj", "nsubjpass", "xcomp", "compound"})


def _type(match: Match, matches: Mapping[int, Match]) -> str | None:
    """The frame's type; a promise or readiness to do harm is a threat, an agreement or plan to do it none of its own; to
    refuse to speak is a rejection where it is told to whom."""
    type_ = match.frame.type
    if type_ == "ASSAULT" and match.frame.lemma in FIGURATIVE and is_in_words(match.sentence, match.index):
        return "ACCUSE" if match.frame.lemma in FIGHTING_WORDS else None
    embedded = match.roles.get("embedded")
    inner = matches.get(embedded.head) if embedded is not None else None
    if type_ is None and inner is not None and match.frame.cls.name == "refuse":
        return "REJECT" if inner.frame.type == "CONSULT" and "target" in inner.roles else None  # *refused to talk to*
    if type_ != "AGREE":
        return type_
    if inner is None or inner.frame.type not in HARM:
        return type_
    return "THREATEN" if match.frame.cls.name in {"promise", "noun-promise", "adj-ready", "offer"} else None


FIGHTING_WORDS = frozenset({"attack", "target", "assault", "hit"})
FIGURATIVE = FIGHTING_WORDS | {"fight", "battle", "clash", "war", "combat"}
"""What is also done in words: to *attack* somebody in a debate is to blame him, to *battle* over a bill is no act of its own."""


def _is_by_thing(match: Match, sides: Sides) -> bool:
    """True for what a thing does that nobody stands behind: *the hotel bans children*, *the guide praises Peru*."""
    filled = match.roles.get("source")
    if filled is None or sides.source or match.frame.cls.pos != "verb":
        return False
    token = match.sentence.tokens[filled.head]
    acting = HITTING if match.frame.type == "ASSAULT" else SPEAKING
    return token.pos == "NOUN" and token.lemma.lower() not in acting


def _sides(view: View, match: Match, matches: Mapping[int, Match]) -> Sides:
    doer = _understood(match, matches)
    filled = doer or match.roles.get("source")
    source = _parties(view, match, filled, matches, doer=match.frame.cls.pos == "verb")
    taken = {(party.start, party.end) for party in source}
    found = _parties(view, match, match.roles.get("target"), matches) or _undergoing(view, match)
    target = tuple(party for party in found if (party.start, party.end) not in taken)
    if match.frame.type in FORCE:
        target = tuple(with_place(view, match.sentence, party) for party in target)
    if not target and "inner" in match.frame.cls.roles.get("target", ()):
        target = tuple(party for party in _of_embedded(view, match, matches) if (party.start, party.end) not in taken)
    return Sides(source, target, _parties(view, match, match.roles.get("against"), matches))


DEALINGS = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID"})
"""Types of acts in which who turns the act down turns down its other side: *ruled out talks* **with Norland**."""


def _of_embedded(view: View, match: Match, matches: Mapping[int, Match]) -> tuple[Party, ...]:
    """Whom the promised or refused act is done to, where its own frame tells: *agreed to lift a ban on* **Norland's** *fish*."""
    embedded = match.roles.get("embedded")
    inner = matches.get(embedded.head) if embedded is not None else None
    if inner is None or inner.frame.type is None:
        return ()
    parties = _parties(view, inner, inner.roles.get("target"), matches)
    return tuple(one for one in parties if match.frame.type != "AGREE" or NAMED.search(one.text))


NAMED = re.compile(r"\b[A-Z]|^the\b")
"""A name or a definite phrase: promises are made to such, while *two hostages* are only what the promise is about."""

PERSON_MODES = frozenset({"arrest", "abduct", "torture", "beat", "sexual", "targeted", "firearms"})
"""What is done to people only: whoever undergoes it is somebody, though no table knows the word for them."""


def _undergoing(view: View, match: Match) -> tuple[Party, ...]:
    """Who or what an assault or arrest is done to where no word for an actor stands there: *shelled* **a market**."""
    filled = match.roles.get("target")
    if filled is None or filled.kind != "phrase":
        return ()
    sentence, frame = match.sentence, match.frame
    person = sentence.tokens[filled.head].pos == "NOUN" and frame.mode in PERSON_MODES
    if not (person or is_struck(sentence, frame, filled)):
        return ()
    start, end = extents.phrase(sentence, filled.head)
    return (Party(view.document.text[start:end], start, end),)


def _understood(match: Match, matches: Mapping[int, Match]) -> Fill | None:
    """Who is to do what another frame embeds, where the clause names nobody: *called on* **Teldor** *to withdraw*."""
    sentence = match.sentence
    if (
        match.frame.cls.pos == "noun"
        and match.frame.type in DEALINGS
        and not match.roles.keys() & {"source", "addressee"}
    ):
        holder = light.holder(sentence, match.index)
        return None if holder is None else Fill(holder, "phrase")
    return understood(sentence, match.index, matches) if match.frame.cls.pos == "verb" else None


def _parties(
    view: View, match: Match, filled: Fill | None, matches: Mapping[int, Match], doer: bool = False
) -> tuple[Party, ...]:
    """The actors in a role, each as a stub; of a ``doer`` not where it is from. Where an act stands in it (*condemned the
    killing*), those who did that."""
    if filled is None:
        return ()
    sentence = match.sentence
    if match.frame.type == "ACCUSE" and sentence.tokens[filled.head].lemma in FATES:
        return ()
    act = matches.get(filled.head) if filled.kind == "phrase" else None
    if act is not None and act.frame.type is not None and act.frame.cls.pos == "noun":
        return _parties(view, act, act.roles.get("source"), {}) or (
            _parties(view, act, act.roles.get("target"), {}) if act.frame.type in DEALINGS else ()
        )
    parties = []
    heads = [m for head in syntax.conjuncts(sentence, filled.head) for m in _members(sentence, head)]
    for head in dict.fromkeys(heads):
        actor = view.doer_in(sentence, head) if doer else view.party_in(sentence, head)
        if actor is None:
            continue
        both = _hyphened(view, sentence, actor)
        for one in both:
            token = sentence.tokens[one]
            start, end = extents.phrase(sentence, one) if len(both) == 1 else (token.start, token.end)
            parties.append(Party(view.document.text[start:end], start, end))
    return tuple(parties)


MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})


def _hyphened(view: View, sentence: Sentence, actor: int) -> list[int]:
    """Both of *Kenyan-Ugandan talks*, the second of which the parser hangs the first on; else the one alone."""
    tokens = sentence.tokens
    if actor < 2 or tokens[actor - 1].text not in {"-", "–"} or tokens[actor].dep not in MODIFYING:
        return [actor]
    first = actor - 2
    joined = tokens[first].end == tokens[actor - 1].start and tokens[actor - 1].end == tokens[actor].start
    return [first, actor] if joined and view.is_actor(sentence, first) else [actor]


FATES = frozenset(
    "death killing murder disappearance assassination shooting abduction kidnapping injury suicide".split()
)
"""What befell somebody: an inquiry into it accuses others."""


def _members(sentence: Sentence, head: int) -> list[int]:
    """Those whom a plural noun goes on to name (*neighbours including Kenya and Uganda*), else the noun itself."""
    if sentence.tokens[head].tag != "NNS":
        return [head]
    for one in sentence.children[head]:
        token = sentence.tokens[one]
        inner = one if token.dep == "appos" else None
        if token.dep == "prep" and token.lower in {"including", "like", "as"}:
            inner = syntax.child(sentence, one, "pobj")
        if inner is not None and sentence.tokens[inner].pos == "PROPN":
            return syntax.conjuncts(sentence, inner)
    return [head]


def _event(
    view: View, match: Match, type_: str, sides: Sides, stands: Standing, numbering: Numbering, codebook: Codebook
) -> Event:
    sentence, frame = match.sentence, match.frame
    trigger = view.span(match.token.start, match.token.end)
    single = sides.source or (sides.target and frame.cls.pos == "noun")
    extra = BOTH_SIDES if sides.source and sides.target else ONE_SIDE if single else 0.0
    return Event(
        id=numbering.give("event", trigger.text, type_),
        doc=view.document.doc,
        block=view.document.blocks[sentence.block].kind,
        type=type_,
        trigger=trigger,
        sentence=view.span(sentence.start, sentence.end),
        mode=mode_of(match, type_),
        cameo=codebook.types[type_].cameo,
        source=sides.source,
        target=sides.target,
        against=sides.against,
        object=_object(view, match),
        status=stands.status,
        status_chain=stands.chain,
        condition=_span(view, stands.condition),
        exception=_span(view, stands.exception),
        until=_span(view, stands.until),
        figures=figures_of(view, match),
        confidence=round(BASE.get(frame.cls.pos, 0.4) + extra, 2),
        rule=frame.id,
        why=f"“{trigger.text}” as {frame.cls.pos} (frame {frame.id})" + _operators(stands),
    )


def _operators(stands: Standing) -> str:
    return f"; {stands.status} by {' > '.join(stands.chain)}" if stands.chain else ""


def _span(view: View, piece: tuple[int, int] | None) -> Span | None:
    return None if piece is None else view.span(*piece)


def _object(view: View, match: Match) -> Span | None:
    filled = match.roles.get("object")
    return None if filled is None else view.span(*extents.phrase(match.sentence, filled.head))


def _when(
    view: View, event: Event, sentence: Sentence, index: int, matches: Mapping[int, Match], times: Sequence[When]
) -> When:
    """The time of its clause; else, for what has happened, no later than the day of publication."""
    stated = date_of(view, event, sentence, index, matches, times)
    if stated is not None:
        return stated
    published = view.document.published
    if event.status == "actual" and published is not None and published.latest is not None:
        return When(latest=published.latest, precision="interval", basis="publication", symbol="<= publication")
    return UNKNOWN
