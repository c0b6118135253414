"""Events of a page: who does what to whom, from the frames that carry a PLOVER type."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.find import extents, light, syntax
from onrecord.find.contexts import clause_text, contexts_of
from onrecord.find.dating import date_of, said_at
from onrecord.find.figures import figures_of
from onrecord.find.general import asks_who, is_general
from onrecord.find.holders import Holders
from onrecord.find.ids import Numbering
from onrecord.find.instead import HITTING, SPEAKING
from onrecord.find.likely_acts import likely_acts
from onrecord.find.matcher import Match
from onrecord.find.modes import mode_of
from onrecord.find.parties import Sides, sides_of
from onrecord.find.placing import place_of
from onrecord.find.private import is_in_words
from onrecord.find.spoken import HARM, spoken_events
from onrecord.find.standing import Standing, standing
from onrecord.find.statements import Found
from onrecord.find.view import View
from onrecord.lexicon.codebook import Codebook
from onrecord.lexicon.event_model import load_event_model
from onrecord.schema import UNKNOWN, Event, Sentence, Span, Statement, When

BASE = {"verb": 0.6, "noun": 0.45, "adjective": 0.42}
BOTH_SIDES = 0.2
ONE_SIDE = 0.05
"""Added to the base where both sides, or the source alone (of a noun: either), are actors; set on the dev parts
(``python evals/plv.py``)."""


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
        when, how = date_of(view, event, sentence, index, held, open_)
        return replace(event, when=when or UNKNOWN, why=event.why + how)

    for match in _without_doubles(found):
        type_ = _type(match, by_sentence[match.sentence.index])
        if type_ is None:
            continue
        sides = sides_of(view, match, by_sentence[match.sentence.index])
        if not (sides.source or sides.target) or _is_by_thing(match, sides):
            continue
        if type_ == "COOPERATE" and _is_cut_off(match, by_sentence[match.sentence.index]):
            continue
        general = is_general(match.sentence, match.index) or asks_who(match.sentence, match.index)
        if general or _is_rule(view, match):
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
    events = [_coded(view, event, codebook) for event in events]
    events.sort(key=lambda event: (event.trigger.start, event.type))
    said = (_said(view, one, statements.matches.get(one.id), by_sentence, times) for one in statements.statements)
    with_acts = tuple(replace(one, act=acts[one.id]) if one.id in acts else one for one in said)
    return tuple(events), with_acts


def _said(
    view: View,
    statement: Statement,
    match: Match | None,
    by_sentence: Mapping[int, Mapping[int, Match]],
    times: Sequence[When],
) -> Statement:
    """The statement with the time that its cue's own clause tells."""
    if match is None:
        return statement
    outside = [
        when for when in times if not any(piece.start <= (when.start or -1) < piece.end for piece in statement.content)
    ]
    held = by_sentence.get(match.sentence.index, {})
    when = said_at(view, match.token.start, match.sentence, match.index, held, outside)
    return statement if when is None else replace(statement, when=when)


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


def _coded(view: View, event: Event, codebook: Codebook) -> Event:
    """The event with its contexts and the codebook's edition."""
    sentence = view.annotations.sentences[syntax.sentence_at(view.annotations.sentences, event.trigger.start)]
    index = next((token.index for token in sentence.tokens if token.end > event.trigger.start), 0)
    contexts = contexts_of(clause_text(view.document.text, sentence, index), event.type, event.mode)
    return replace(event, contexts=contexts, codebook=codebook.version)


def _without_doubles(found: Iterable[Match]) -> list[Match]:
    """*imposed sanctions*, *met to discuss it*: two words name one act; the one with more roles stays (the first where equal)."""
    kept: list[Match] = []
    for match in found:
        rival = next((k for k in _in_sentence(kept, match.sentence.index) if _same_act(k, match)), None)
        if rival is None:
            kept.append(match)
        elif len(match.roles) > len(rival.roles) and not _is_purpose(match) and rival.frame.cls.name != "inner-vote":
            kept[kept.index(rival)] = match
    return kept


def _in_sentence(kept: list[Match], sentence: int) -> Iterator[Match]:
    """The last of ``kept`` that stand in this sentence: matches come in text order."""
    return itertools.takewhile(lambda one: one.sentence.index == sentence, reversed(kept))


def _same_act(one: Match, other: Match) -> bool:
    if one.frame.type != other.frame.type or one.frame.type is None:
        return False
    return _is_held(other, one) or _is_held(one, other)


def _is_held(inner: Match, outer: Match) -> bool:
    """*imposed* **sanctions**, *held a series of* **talks**, *met to* **discuss** *it*: the first match is what the second does."""
    sentence = inner.sentence
    token = sentence.tokens[light.counted(sentence, inner.index)]
    if inner.frame.type == "PROTEST" and token.dep == "pobj" and sentence.tokens[token.head].head == outer.index:
        return True  # *shut their shops in* **protest**
    if _strikes(inner, outer):
        return True  # *an attack by rebels* **killed** *nine*
    link = sentence.tokens[token.head]
    if token.dep == "pobj" and link.head == outer.index and link.lower in outer.frame.particles:
        return True  # *came under* **pressure**
    if token.dep == "pcomp" and link.lower == "for" and link.head == outer.index:
        return True  # *worked together for* **strengthening** *ties*
    if token.head != outer.index:
        return False
    purpose = token.dep == "advcl" and syntax.has_to(sentence, token.index)
    done_by_order = token.dep == "ccomp" and inner.frame.type == "COERCE" and syntax.is_passive(sentence, token.index)
    return token.dep in JOINED or purpose or done_by_order


def _strikes(inner: Match, outer: Match) -> bool:
    """True for the attack that a verb of harm has as its doer, and that is told to be made on nobody else."""
    doer = outer.roles.get("source")
    noun = inner.frame.cls.pos == "noun" and "target" not in inner.roles
    return (
        noun
        and inner.frame.type == "ASSAULT"
        and "target" in outer.roles
        and doer is not None
        and doer.head == inner.index
    )


def _is_cut_off(match: Match, matches: Mapping[int, Match]) -> bool:
    """*banned* **imports** *of pork*: no trade besides the ban."""
    head = matches.get(match.sentence.tokens[match.index].head)
    cut = head is not None and head.frame.type == "SANCTION" and head.frame.cls.name != "cancel"
    return cut and match.frame.cls.pos == "noun" and match.token.dep in {"dobj", "nsubjpass"}


def _is_purpose(match: Match) -> bool:
    """*met* **to discuss** *it*, *worked together for* **strengthening** *ties*: what they met for; that they met took place."""
    if match.token.dep == "pcomp":
        return True
    return match.frame.type == "CONSULT" and match.token.dep == "advcl" and syntax.has_to(match.sentence, match.index)


JOINED = frozenset({"dobj", "nsubjpass", "xcomp", "compound"})


def _type(match: Match, matches: Mapping[int, Match]) -> str | None:
    """The frame's type; a promise or readiness to do harm is a threat, an agreement or plan to do it none of its own; to
    refuse to speak is a rejection where it is told to whom."""
    type_ = match.frame.type
    if _is_of_nobody(match):
        return None
    if type_ == "MOBILIZE" and match.frame.lemma == "raise" and _is_of_health(match.sentence):
        return None
    if type_ == "ASSAULT" and match.frame.lemma in FIGURATIVE and is_in_words(match.sentence, match.index):
        return "ACCUSE" if match.frame.lemma in FIGHTING_WORDS else None
    embedded = match.roles.get("embedded")
    inner = matches.get(embedded.head) if embedded is not None else None
    if type_ is None and inner is not None and match.frame.cls.name == "refuse":
        return "REJECT" if inner.frame.type == "CONSULT" and "target" in inner.roles else None  # *refused to talk to*
    kept = inner is not None and syntax.child(match.sentence, inner.index, "neg") is not None
    if kept and type_ == "THREATEN" and match.frame.lemma in PROMISING:
        return "AGREE"  # *promised not to fire*
    if type_ != "AGREE":
        return type_
    if inner is None or inner.frame.type not in HARM | {"PROTEST"} or kept:
        return type_
    return "THREATEN" if match.frame.cls.name in {"promise", "noun-promise", "adj-ready", "offer"} else None


def _is_of_nobody(match: Match) -> bool:
    """*the answer that he* **wanted**: what an answer is told to be, and no demand."""
    sentence, token = match.sentence, match.token
    head = sentence.tokens[token.head]
    named = syntax.child(sentence, head.index, "nsubj")
    told = named is not None and sentence.tokens[named].pos in {"NOUN", "PROPN"}
    if match.frame.lemma == "blame" and token.dep == "xcomp" and head.lemma == "be" and told:
        return "target" not in match.roles  # *Democrats are to blame*
    if match.frame.lemma == "ready" and any(sentence.tokens[c].lower == "more" for c in sentence.children[match.index]):
        return True  # *to make its troops more ready to deploy*
    held = match.roles.get("target") or match.roles.get("object")
    if match.frame.lemma in {"host", "hold"} and held is not None and _is_for_press(match.sentence, held.head):
        return True
    return match.frame.lemma == "want" and match.token.dep == "relcl"


def _is_for_press(sentence: Sentence, index: int) -> bool:
    """*a* **press** *conference*: nobody is met there."""
    before = syntax.children(sentence, index, "compound", "amod", "nmod")
    return any(sentence.tokens[one].lower in {"press", "news"} for one in before)


def _is_of_health(sentence: Sentence) -> bool:
    """*raised its pandemic alert*: no soldier moves."""
    return not HEALTH.isdisjoint(token.lemma.lower() for token in sentence.tokens)


HEALTH = frozenset("pandemic epidemic virus flu influenza disease outbreak who vaccine health swine".split())
PROMISING = frozenset({"promise", "pledge", "vow", "agree", "swear"})
FIGHTING_WORDS = frozenset({"attack", "target", "assault", "hit"})
FIGURATIVE = FIGHTING_WORDS | {"fight", "battle", "clash", "war", "combat"}
"""What is also done in words: to *attack* somebody in a debate is to blame him, to *battle* over a bill is no act of its own."""


def _is_rule(view: View, match: Match) -> bool:
    """What lets people do something all the time, or leads to it: *the treaty* **allows** *them to fish*, **allowing** *it to stand
    down*; in a title the present tense tells what was done."""
    sentence, token = match.sentence, match.token
    if match.frame.type != "CONCEDE" or match.frame.cls.name != "operator-on":
        return False
    if token.tag == "VBG":
        return syntax.child(sentence, match.index, "aux") is None
    helped = syntax.child(sentence, match.index, "aux", "auxpass") is not None
    titled = view.document.blocks[sentence.block].kind == "title"
    return token.tag in {"VBZ", "VBP"} and not helped and not titled


def _is_by_thing(match: Match, sides: Sides) -> bool:
    """True for what a thing does, or what is done to a thing, that nobody stands behind: *the hotel bans children*."""
    if match.frame.cls.name == "go-meet" and not sides.target:
        return True  # *went to see the melting ice*
    filled = match.roles.get("source")
    if filled is None or sides.source or match.frame.cls.pos != "verb" or match.frame.cls.name == "bring":
        return False
    if any(need.test == "blow" for need in match.frame.needs):
        return False  # *a land* **mine** *killed nine*
    token = match.sentence.tokens[filled.head]
    acting = HITTING if match.frame.type == "ASSAULT" else SPEAKING
    return token.pos == "NOUN" and token.lemma.lower() not in acting


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
        condition=view.piece(stands.condition),
        exception=view.piece(stands.exception),
        until=view.piece(stands.until),
        figures=figures_of(view, match),
        confidence=round(BASE.get(frame.cls.pos, 0.4) + extra, 2),
        rule=frame.id,
        why=f"“{trigger.text}” as {frame.cls.pos} (frame {frame.id})" + _operators(stands),
    )


def _operators(stands: Standing) -> str:
    return f"; {stands.status} by {' > '.join(stands.chain)}" if stands.chain else ""


def _object(view: View, match: Match) -> Span | None:
    filled = match.roles.get("object")
    return None if filled is None else view.span(*extents.phrase(match.sentence, filled.head))
