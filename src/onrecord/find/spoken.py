"""Speech acts that a plain saying is by its words: a demand by a modal, a charge by an adjective, a threat by what is to come.

*Novak said Sudland must withdraw* asks Sudland to; *said Sudland was responsible for the blast* accuses it; *said his army would
strike Sudland* threatens it. Each is an event in the voice that reports the saying.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.find import syntax
from onrecord.find.deontic import addressee, demands, is_same
from onrecord.find.holders import Holders
from onrecord.find.ids import Numbering
from onrecord.find.view import View
from onrecord.lexicon.codebook import Codebook
from onrecord.schema import Event, Party, Sentence, Span, Statement

BY_WORDS = 0.5
"""Confidence of a speech act that only the words of the saying make."""
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
CHARGES = frozenset({"responsible", "guilty", "complicit", "culpable"})
"""Adjectives by which somebody is charged with something."""
WRONGS = frozenset(
    """attack killing death blast bombing explosion crisis violence plight crime war massacre murder collapse shortage failure
    bloodshed abuse atrocity raid shooting strike ambush loss disaster assassination incident fire delay escalation breach
    violation suffering kidnapping shelling genocide fraud unrest deadlock breakdown""".split()
)
"""What one is to blame for, against what an office is in charge of (*responsible for roads*)."""
FAILING = frozenset(
    "commit fail lie mislead deceive betray neglect violate breach flout mistreat scapegoat mismanage stall".split()
)
"""What whoever says it of others blames them for: *said the ministry had* **failed** *to act*."""
CRIMES = frozenset("genocide crime atrocity massacre abuse fraud violation aggression terrorism".split())
"""What one is said to have *committed*."""
OWN = frozenset("i we he she it they my our his her its their".split())


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speech act: its type, the words that make it one, who performs it, towards whom, and the saying."""

    type: str
    sentence: Span
    trigger: Span
    speaker: Party
    target: tuple[Party, ...]
    statement: Statement
    rule: str
    why: str


def spoken_events(
    view: View, statements: Sequence[Statement], events: Sequence[Event], numbering: Numbering, codebook: Codebook
) -> list[Event]:
    """The speech acts of the page that no frame names; ``events`` are those that frames found."""
    found = [*_demands(view, statements), *_charges(view, statements, events), *_threats(statements, events)]
    return [_event(view, one, numbering, codebook) for one in found]


def _demands(view: View, statements: Sequence[Statement]) -> Iterator[Spoken]:
    for one in demands(view, tuple(statements)):
        why = f"“{one.trigger.text}” inside what {one.speaker.text!r} says asks it of {one.target.text!r}"
        at = view.span(one.sentence.start, one.sentence.end)
        yield Spoken("REQUEST", at, one.trigger, one.speaker, (one.target,), one.statement, "modal.request", why)


def _charges(view: View, statements: Sequence[Statement], events: Sequence[Event]) -> Iterator[Spoken]:
    """*said Sudland was* **responsible** *for the blast*, in the words of somebody else whose cue accuses nobody itself."""
    holders = Holders(one for one in statements if one.attitude == "says")
    for sentence in view.annotations.sentences:
        for token in sentence.tokens:
            subject_of = _charging(sentence, token.index)
            if subject_of is None:
                continue
            holder = holders.innermost(token.start, token.end)
            target = addressee(view, sentence, subject_of, past=True)
            if holder is None or holder.speaker is None or target is None or is_same(holder.speaker, target):
                continue
            if _accuses(holder, events):
                continue
            why = f"“{token.text}” inside what {holder.speaker.text!r} says of {target.text!r}"
            at, trigger = view.span(sentence.start, sentence.end), view.span(token.start, token.end)
            yield Spoken("ACCUSE", at, trigger, holder.speaker, (target,), holder, "adjective.accuse", why)


def _accuses(statement: Statement, events: Sequence[Event]) -> bool:
    """*alleged that Sudland lied*: the cue is the accusation."""
    cue = statement.cue
    return cue is not None and any(
        one.type == "ACCUSE" and one.trigger.start < cue.end and cue.start < one.trigger.end for one in events
    )


def _charging(sentence: Sentence, index: int) -> int | None:
    """The verb whose subject is charged with something by the word at ``index``; None where it charges nobody."""
    token = sentence.tokens[index]
    if token.lower in CHARGES and token.pos == "ADJ":
        return token.head if _is_charge(sentence, index) else None
    return index if _is_failing(sentence, index) else None


def _is_failing(sentence: Sentence, index: int) -> bool:
    """*had* **failed** *to act*, *was* **lying**: done, or being done, and neither denied nor asked."""
    token = sentence.tokens[index]
    if token.lemma not in FAILING or token.pos != "VERB" or syntax.is_passive(sentence, index):
        return False
    if syntax.child(sentence, index, "neg") is not None or "?" in sentence.tokens[-1].text:
        return False
    helpers = {sentence.tokens[one].lower for one in syntax.children(sentence, index, "aux")}
    done = token.tag == "VBD" or bool(helpers & {"has", "have", "had", "'s", "is", "are", "was", "were"})
    where = token.lemma == "lie" and token.tag != "VBG" and token.lower != "lied"  # *the town lay to the north*
    if token.lemma == "commit":
        wrong = syntax.deep_object(sentence, index)
        return done and wrong is not None and sentence.tokens[wrong].lemma in CRIMES
    own = syntax.child(sentence, index, "nsubj")
    both = own is not None and syntax.child(sentence, own, "conj") is not None  # *the two sides failed to agree*
    failing = token.lemma != "fail" or (syntax.child(sentence, index, "xcomp") is not None and not both)
    return done and failing and not where


def _is_charge(sentence: Sentence, index: int) -> bool:
    """True where the adjective is said of a subject, unnegated, of some wrong or of none in particular."""
    token = sentence.tokens[index]
    if token.dep != "acomp" or syntax.child(sentence, token.head, "neg") is not None or "?" in sentence.tokens[-1].text:
        return False
    links = [c for c in sentence.children[index] if sentence.tokens[c].lower in {"for", "of"}]
    things = [
        t for link in links for t in (syntax.child(sentence, link, "pobj"), syntax.child(sentence, link, "pcomp"))
    ]
    told = [sentence.tokens[one] for one in things if one is not None]
    return all(one.lemma.lower() in WRONGS or one.tag == "VBG" for one in told)


def _threats(statements: Sequence[Statement], events: Sequence[Event]) -> Iterator[Spoken]:
    """*said* **it would strike Sudland**: harm that the speaker's own side is to do."""
    said = {one.id: one for one in statements if one.cue is not None and one.speaker is not None}
    for event in events:
        statement = said.get(event.according_to or "")
        if event.type not in HARM | {"PROTEST"} or statement is None:
            continue
        cue, speaker = statement.cue, statement.speaker
        warned = cue is not None and cue.text.lower().startswith("warn")
        if event.status not in ({"planned", "conditional", "possible"} if warned else {"planned", "conditional"}):
            continue
        if "to" in event.status_chain:
            continue  # *said they had launched a push to take Berov*: what it was done for
        if not warned and event.type != "ASSAULT":
            continue  # *said it would close the post*: a plan, where no word threatens
        unnamed = warned and not event.source  # *warned that strikers could be jailed*
        own = unnamed or _is_own(event.source)
        if cue is None or speaker is None or not own or _is_alone(event):
            continue
        if not any(one.trigger.start < cue.end and cue.start < one.trigger.end for one in events):
            why = f"{speaker.text!r} says that its own side is to do it: “{event.trigger.text}”"
            others = tuple(party for party in event.target if not _is_own((party,)))
            yield Spoken("THREATEN", event.sentence, cue, speaker, others, statement, "own-harm.threaten", why)


def _is_alone(event: Event) -> bool:
    """True for what one person would do, and what hangs on something else: *I would strangle him*, *unless we send the navy*."""
    persons = all(party.text.lower() in {"i", "he", "she"} for party in event.source)
    return persons or bool(OPEN & set(event.status_chain))


OPEN = frozenset({"unless", "until", "till", "when", "once", "before", "after"})
"""Marks of clauses that something else hangs on, and that threaten nobody by themselves."""


def _is_own(source: Iterable[Party]) -> bool:
    """True for *it*, *we*, *his army*: whoever speaks, and those who are theirs; not for *Kenya and its allies*."""
    first = next(iter(source), None)
    return first is not None and first.text.split(" ", 1)[0].lower() in OWN


def _event(view: View, one: Spoken, numbering: Numbering, codebook: Codebook) -> Event:
    """The act as an event in the voice that reports the saying."""
    return Event(
        id=numbering.give("event", one.trigger.text, one.type),
        doc=view.document.doc,
        block=one.statement.block,
        type=one.type,
        trigger=one.trigger,
        sentence=one.sentence,
        cameo=codebook.types[one.type].cameo,
        source=(one.speaker,),
        target=one.target,
        according_to=one.statement.within,
        confidence=BY_WORDS,
        rule=one.rule,
        why=one.why,
    )
