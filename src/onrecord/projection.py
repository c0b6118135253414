"""The record as PLOVER counts it: one event for each act that was done or announced, and what was left out, with the reason.

The record keeps more than PLOVER has codes for: acts that are planned, demanded, possible or denied, and on whose word they
rest. For counts and exports they become what the manual codes. ``docs/codebook.md`` gives the rules in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.lexicon.codebook import Codebook, load_codebook
from onrecord.schema import UNKNOWN, Event, Findings, Party, Statement, When

ANNOUNCED: Mapping[str, str] = {
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "AGREE": "AGREE",
    "RETREAT": "CONCEDE",
    "CONCEDE": "CONCEDE",
}
"""What an act to come counts as once it is announced; a threat, a demand or an attack to come counts as nothing."""
AS_CAMEO: Mapping[str, str] = {
    **ANNOUNCED,
    **dict.fromkeys(("RETREAT", "CONCEDE"), "AGREE"),
    **dict.fromkeys(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "REJECT"), "THREATEN"),
    "THREATEN": "THREATEN",
    "ACCUSE": "ACCUSE",
    "REQUEST": "REQUEST",
    "SANCTION convict": "ACCUSE",
}
"""The same where data coded by CAMEO are compared or written: its 035, *intent to yield*, is AGREE by the crosswalk of 2021, and
what was done counts by type and mode where it names both: 116, *find guilty*, is ACCUSE."""
HOLDING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
"""Speech acts that another act stands in: *agreed to* **meet**, *demanded that they* **withdraw**."""
REFUSABLE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
"""What is refused, and so a REJECT, where its doer *will not* do it."""
WILL = frozenset({"will", "would", "wo", "shall", "'ll", "’ll", "'d", "’d"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
UNREAL = frozenset({"negated", "possible", "counterfactual", "conditional"})
ARMED = frozenset({"REB", "IMG"})
"""Sectors of armed groups that are no state's."""
OTHERS = {
    "other_side": "claimed by the other side",
    "third_party": "claimed by a third party",
    "unnamed": "claimed by an unnamed source",
}
MUTUAL_CLASSES = frozenset({"meet", "join", "fight", "noun-between"})
"""Classes of frames for what its doers do with or to each other: *met*, *cooperated*, *clashed*, *talks between*."""
MUTUAL_VERBS = frozenset(
    """agree attend conclude discuss exchange fail initial ink normalise normalize reach restore resume sign strengthen
    upgrade""".split()
)
"""Verbs of dealings that two who do them together do with each other: *signed a treaty*, *failed to reach agreement*."""
DEALINGS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REJECT"})
NO_REQUEST = "demanded, and the request is not on record"
FIGHTING = "mobilisation beside the same side's assault"


@dataclass(frozen=True, slots=True)
class Left:
    """An event on record that PLOVER does not count, and why."""

    event: Event
    reason: str


@dataclass(frozen=True, slots=True)
class Projection:
    """One page's events as PLOVER counts them, in text order, and those left out.

    Each event has the id of the one on record that it rests on; type, mode, CAMEO root, time and parties' countries are
    as counted, and its status is ``actual``.
    """

    events: tuple[Event, ...]
    left: tuple[Left, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """How many events were left out for each reason, the most frequent first."""
        return dict(Counter(one.reason for one in self.left).most_common())


def plover(findings: Findings, *, vouched: bool = True) -> Projection:
    """The events of a page as PLOVER counts them, and those left out, each with the reason.

    ``vouched=False`` counts also what somebody claims of others.
    """
    return project(findings, load_codebook(), vouched=vouched)


def project(
    findings: Findings, codebook: Codebook, *, vouched: bool = True, announced: Mapping[str, str] = ANNOUNCED
) -> Projection:
    """The events of a page as PLOVER counts them.

    ``vouched`` takes what the outlet itself reports and what an actor says of its own acts; without it, what others claim
    counts as well. ``announced`` says what types count as while they are still to come.
    """
    said = {one.id: one for one in findings.statements}
    kept: list[Event] = []
    left: list[Left] = []
    for event in findings.events:
        reason = _reason(event, findings.events, announced, vouched)
        if reason is None:
            kept.append(_counted(event, said, codebook, announced))
        else:
            left.append(Left(event, reason))
    once, doubles = _without_doubles(kept, findings.events)
    left += doubles
    left.sort(key=lambda one: (one.event.trigger.start, one.event.type))
    return Projection(tuple(once), tuple(left))


def _reason(event: Event, events: Sequence[Event], announced: Mapping[str, str], vouched: bool) -> str | None:
    """Why an event on record is not counted; None where it is."""
    holder = _holder(event, events)
    if holder is not None and event.status != "actual":
        return f"{event.status}: part of its {holder.type}"
    if event.status in UNREAL and not is_refusal(event):
        return event.status
    if event.status == "demanded":
        return NO_REQUEST
    if event.status == "planned" and event.type not in announced:
        return "planned"
    return OTHERS.get(event.voice) if vouched else None


def _holder(event: Event, events: Iterable[Event]) -> Event | None:
    """The speech act in the same sentence that the event stands in: one of the words that make its status is its trigger."""
    chain = set(event.status_chain)
    fitting = [
        one
        for one in events
        if one.type in HOLDING and one.id != event.id and one.sentence == event.sentence and _words(one) & chain
    ]
    return min(fitting, key=lambda one: abs(one.trigger.start - event.trigger.start), default=None)


def _words(event: Event) -> set[str]:
    """The words by which an operator chain names the event: its frame's lemma, and its trigger as it stands."""
    return {event.rule.split(".")[0].replace("_", " "), event.trigger.text.lower()}


def _counted(event: Event, said: Mapping[str, Statement], codebook: Codebook, announced: Mapping[str, str]) -> Event:
    """The event as it is counted: an act to come as its announcement, armed groups without a country."""
    planned = event.status == "planned"
    type_ = announced[event.type] if planned else announced.get(f"{event.type} {event.mode}", event.type)
    type_ = "REJECT" if is_refusal(event) else type_
    return replace(
        event,
        type=type_,
        mode=event.mode if type_ == event.type else None,
        cameo=codebook.types[type_].cameo,
        status="actual",
        when=_announced(event, said) if planned else event.when,
        source=tuple(map(_unrolled, event.source)),
        target=tuple(map(_unrolled, event.source if is_mutual(event) else event.target)),
        against=tuple(map(_unrolled, event.against)),
    )


def is_refusal(event: Event) -> bool:
    """True for what a side that speaks for itself, or of whom the outlet tells it, *will not*, *would never* do."""
    *_, will, negation = ("", "", *event.status_chain)
    own = event.source and event.voice in {"outlet", "own_side"}
    return (
        bool(own) and event.status == "negated" and event.type in REFUSABLE and will in WILL and negation in NEGATIONS
    )


def is_mutual(event: Event) -> bool:
    """True for what several did with or to each other, whom no other side is told of: each of them is the others' recipient."""
    sources = [member for party in event.source for member in (party.members or (party,))]
    if len(sources) < 2 or event.target:
        return False
    lemma, _, rest = event.rule.partition(".")
    if rest.split(".")[0] in MUTUAL_CLASSES:
        return True
    return event.type in DEALINGS and lemma.split("_")[0] in MUTUAL_VERBS


def _announced(event: Event, said: Mapping[str, Statement]) -> When:
    """When an act to come was announced: the time of the statement it stands in; its own time is that of the act."""
    statement = said.get(event.according_to) if event.according_to else None
    return statement.when if statement else UNKNOWN


def _unrolled(party: Party) -> Party:
    """The party, without a country where it is an armed group: its acts are not its country's."""
    members = tuple(map(_unrolled, party.members))
    armed = party.actor_kind == "armed_group" or party.sector in ARMED
    return replace(party, members=members, country=None if armed else party.country)


def _without_doubles(counted: Sequence[Event], events: Sequence[Event]) -> tuple[list[Event], list[Left]]:
    """The events without those that another of the page already says: one announcement, one fight."""
    record = {one.id: one for one in events}
    kept: list[Event] = []
    left: list[Left] = []
    for event in counted:
        original = record[event.id]
        rival = next((one for one in _rivals(event, original, counted, record) if _share_source(one, event)), None)
        if rival is None:
            kept.append(event)
        else:
            left.append(Left(original, FIGHTING if event.type == "MOBILIZE" else f"planned: told by its {rival.type}"))
    return kept, left


def _rivals(event: Event, original: Event, counted: Sequence[Event], record: Mapping[str, Event]) -> Iterator[Event]:
    """What may already say the same: an announcement in its sentence, of a mobilisation any assault on the page."""
    for one in counted:
        if one is event:
            continue
        if event.type == "MOBILIZE":
            if one.type == "ASSAULT":
                yield one
        elif original.status == "planned" and one.type == event.type and one.sentence == event.sentence:
            first = record[one.id].status != "planned" or one.trigger.start < event.trigger.start
            if first:
                yield one


def _share_source(one: Event, other: Event) -> bool:
    """True where both have a source in common, by its place in the text, actor, or country and sector."""
    return bool(_keys(one.source) & _keys(other.source))


def _keys(parties: Iterable[Party]) -> set[object]:
    found: set[object] = set()
    for party in parties:
        found |= {(party.start, party.end)} | _keys(party.members)
        if party.actor is not None:
            found.add(party.actor)
        if party.country is not None and party.sector is not None:
            found.add((party.country, party.sector))
    return found
