""" "The two agreed", "the pair", "both leaders": the two whom the page has just told of as dealing with each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.schema import Event, Findings, Party, Statement

Key = tuple[int, int]
"""Where a phrase stands: code points."""

_THE_TWO = re.compile(
    r"the two|the pair|both|(?:the two|both) (?:leaders|men|women|sides|presidents|(?:foreign |defence |defense )?ministers|"
    r"countries|governments|officials|parties|diplomats|neighbou?rs|nations|premiers|prime ministers|generals)",
    re.IGNORECASE,
)
_DEALING = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_FIGHTING = re.compile(r"fight|clash|battle|war\b|skirmish")
MAX_GAP = 400
"""Code points back within which the two were told of."""


def pairs(stubs: Iterable[Key], findings: Findings, done: Mapping[Key, Party]) -> dict[Key, Party]:
    """The phrases among ``stubs`` that mean two who dealt with or spoke to each other right before, with the two as members."""
    wanted = [
        key for key in stubs if key in done and _THE_TWO.fullmatch(done[key].text.strip()) and not done[key].members
    ]
    if not wanted:
        return {}
    dealings = sorted([*_acts(findings.events), *_talks(findings.statements)], key=lambda one: -one[0])
    found = {key: _pair_before(done[key], dealings, done) for key in wanted}
    return {key: party for key, party in found.items() if party is not None}


def _pair_before(
    party: Party, dealings: Sequence[tuple[int, Sequence[Party]]], done: Mapping[Key, Party]
) -> Party | None:
    for at, two in dealings:
        members = tuple(done.get((one.start, one.end), one) for one in two)
        known = all(
            one.end <= party.start and not one.members and one.how and one.sector != "JRN" for one in members
        )  # what is told to reporters is no dealing with them
        if 0 < party.start - at <= MAX_GAP and known:
            return replace(
                party, actor_kind="group", members=members, how="page:the two who dealt with each other before"
            )
    return None


def _acts(events: Iterable[Event]) -> Iterator[tuple[int, Sequence[Party]]]:
    """Where two meet, agree or fight in the text, and who they are."""
    for event in events:
        two = (*event.source, *event.target) if len(event.source) < 2 else event.source
        if len(two) == 2 and (event.type in _DEALING or _FIGHTING.match(event.rule)):
            yield event.trigger.start, two


def _talks(statements: Iterable[Statement]) -> Iterator[tuple[int, Sequence[Party]]]:
    """Where one says something to another."""
    for one in statements:
        if one.cue is not None and one.speaker is not None and one.addressee is not None:
            yield one.cue.start, (one.speaker, one.addressee)
