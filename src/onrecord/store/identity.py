"""Judgements on actors applied on read: which ids mean one actor, and by what name. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from onrecord.errors import UsageError
from onrecord.schema import About, ActorJudgement, Findings, Learned, Party
from onrecord.store.base import Filter

One = TypeVar("One", Party, About, Learned)

JUDGED = "; joined by a judgement"
"""Stands at the end of ``how`` where an actor goes by another id than its page gave it."""


class Identities:
    """What the judgements on actors, in the order they were made, come to."""

    def __init__(self, judgements: Sequence[ActorJudgement]) -> None:
        """Takes all of them, those that were undone included."""
        self.judgements = tuple(judgements)
        self._into: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._split: dict[tuple[str, str], str] = {}
        for one in self.standing.values():
            self._take(one)

    @cached_property
    def standing(self) -> dict[int, ActorJudgement]:
        """The judgements that were not undone, by number (the first is 1); those that undo are not among them."""
        undone: set[int] = set()
        for number in range(len(self.judgements), 0, -1):
            one = self.judgements[number - 1]
            if one.verdict == "undo" and number not in undone:
                undone.add(int(one.into))
        return {
            number: one
            for number, one in enumerate(self.judgements, 1)
            if number not in undone and one.verdict != "undo"
        }

    def _take(self, one: ActorJudgement) -> None:
        if one.verdict == "merge":
            kept, gone = self.of(one.actor), self.of(one.into)
            if kept != gone:
                self._into[gone] = kept
        if one.verdict == "split":
            self._split[one.actor, one.doc] = one.into
        if one.name:
            named = one.into if one.verdict == "split" else self.of(one.actor)
            self._names[named] = one.name

    def of(self, actor: str, doc: str = "") -> str:
        """The id by which an actor of a document goes."""
        joined = self._joined(actor)
        other = self._split.get((actor, doc)) or self._split.get((joined, doc))
        return self._joined(other) if other else joined

    def _joined(self, actor: str) -> str:
        while actor in self._into:
            actor = self._into[actor]
        return actor

    def asked(self, where: Filter) -> Filter:
        """``where`` with the ids in it as they go by now: an id that was merged still finds its actor."""

        def now(asked: str | None) -> str | None:
            return None if asked is None else self.of(asked)

        return replace(
            where,
            speaker=now(where.speaker),
            source=now(where.source),
            target=now(where.target),
            actor=now(where.actor),
            about=now(where.about),
        )

    def apply(self, findings: Findings) -> Findings:
        """``findings`` with every actor under the id and name that the judgements give it."""
        if not self.standing:
            return findings
        doc = findings.document.doc
        return replace(
            findings,
            statements=tuple(
                replace(
                    one,
                    speaker=self._party(one.speaker, doc) if one.speaker else None,
                    addressee=self._party(one.addressee, doc) if one.addressee else None,
                    about=tuple(self._meant(topic, doc) for topic in one.about),
                )
                for one in findings.statements
            ),
            events=tuple(
                replace(
                    one,
                    source=self._parties(one.source, doc),
                    target=self._parties(one.target, doc),
                    against=self._parties(one.against, doc),
                )
                for one in findings.events
            ),
            nonstatements=tuple(
                replace(one, speaker=self._party(one.speaker, doc) if one.speaker else None)
                for one in findings.nonstatements
            ),
            mentions=self._parties(findings.mentions, doc),
            learned=tuple(self._meant(one, doc) for one in findings.learned),
        )

    def _parties(self, parties: Sequence[Party], doc: str) -> tuple[Party, ...]:
        return tuple(self._party(one, doc) for one in parties)

    def _party(self, party: Party, doc: str) -> Party:
        return self._meant(replace(party, members=self._parties(party.members, doc)) if party.members else party, doc)

    def _meant(self, one: One, doc: str) -> One:
        if one.actor is None:
            return one
        actor = self.of(one.actor, doc)
        name = self._names.get(actor, one.name)
        if (actor, name) == (one.actor, one.name):
            return one
        changed = replace(one, actor=actor, name=name)
        if isinstance(changed, Learned) or actor == one.actor:
            return changed
        return replace(changed, how=changed.how + JUDGED)

    def note(self, actor: str) -> str:
        """What was judged of an actor, in a few words; empty where nothing was."""
        said: dict[str, None] = {}
        for one in self.standing.values():
            if one.verdict == "split":
                if actor in (one.into, self.of(one.into)):
                    said[f"split from {one.actor}"] = None
            elif self.of(one.actor) == actor:
                words = {"confirm": "confirmed", "rename": "renamed", "merge": f"with {one.into}"}
                said[words[one.verdict]] = None
        return "; ".join(said)


def check(known: Identities, judgement: ActorJudgement) -> None:
    """Raises UsageError for a judgement on an actor that says nothing, or undoes what is not there."""
    where = f"{judgement.verdict} {judgement.actor}".strip()
    if judgement.verdict == "undo":
        if not judgement.into.isdecimal() or int(judgement.into) not in known.standing:
            raise UsageError(f"undo {judgement.into}: no judgement with this number stands; list them to see which do")
        return
    if judgement.verdict == "merge" and known.of(judgement.actor) == known.of(judgement.into):
        raise UsageError(f"{where}: {judgement.into} is the same actor already")
    if judgement.verdict in ("rename", "split") and not judgement.name.strip():
        raise UsageError(f"{where}: give the name it should go by")
    if judgement.verdict == "split" and not (judgement.doc and judgement.into):
        raise UsageError(f"{where}: name the document in which somebody else is meant")


def touched(known: Identities, judgement: ActorJudgement) -> set[str]:
    """The ids under which the record may hold the actors that a judgement is about."""
    if judgement.verdict == "undo" and int(judgement.into) in known.standing:
        judgement = known.standing[int(judgement.into)]
    return {id for one in (judgement.actor, judgement.into) if one for id in (one, known.of(one))}
