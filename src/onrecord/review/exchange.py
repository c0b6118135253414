"""Judgements as lines to hand on: written in the order they were made, taken in by whoever has the same pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, get_args

from onrecord.errors import UsageError
from onrecord.schema import ActorJudgement, ActorVerdict, Judgement
from onrecord.schema.record import Verdict
from onrecord.store import Store
from onrecord.store.judge import check, fields_of, key_of

ENTRY, ACTOR = "judgement", "actor_judgement"
LONGEST = 1_000_000
"""Characters of one line."""


@dataclass(slots=True)
class Taken:
    """What came of judgements that were taken in: new ones, and those that were there already.

    Of the new ones: those whose page is not on record (they show as soon as it is), and those that do not fit what is here,
    since another version read the page. Both are kept.
    """

    new: int = 0
    known: int = 0
    without_page: int = 0
    unfit: int = 0


def lines(store: Store) -> Iterator[dict[str, Any]]:
    """Every judgement, those that were taken back included, on entries and then on actors."""
    for one in store.judgements():
        yield {"kind": ENTRY, "key": key_of(one), **asdict(one), "fields": fields_of(one)}
    for number, actor in enumerate(store.actor_judgements(), 1):
        yield {"kind": ACTOR, "number": number, **asdict(actor)}


def take_in(store: Store, given: Iterable[str]) -> Taken:
    """Appends the judgements of some lines that are not there yet: a second time changes nothing.

    All lines are checked before any is kept. Raises UsageError, with its number, for a line that is none.
    """
    entries: list[Judgement] = []
    actors: list[tuple[int, ActorJudgement]] = []
    for number, line in enumerate(given, 1):
        if line.strip():
            row = _row(number, line)
            if row.get("kind") == ENTRY:
                entries.append(_judgement(number, row))
            else:
                actors.append((_number(number, row), _actor_judgement(number, row)))
    taken = Taken()
    _take_entries(store, entries, taken)
    _take_actors(store, actors, taken)
    return taken


def _take_entries(store: Store, given: list[Judgement], taken: Taken) -> None:
    known = {key_of(one) for one in store.judgements()}
    new: list[Judgement] = []
    for one in given:
        key = key_of(one)
        taken.known += key in known
        if key not in known:
            known.add(key)
            new.append(one)
    docs = {row.doc for row in store.documents()}
    taken.unfit += sum(not _fits(store, one) for one in new)
    store.judge(*new, checked=False)
    taken.new += len(new)
    taken.without_page += sum(one.doc not in docs for one in new)


def _fits(store: Store, judgement: Judgement) -> bool:
    if judgement.verdict not in ("correct", "add"):
        return True
    try:
        check(store.findings(judgement.doc), judgement)
    except UsageError:
        return False
    return True


def _take_actors(store: Store, given: list[tuple[int, ActorJudgement]], taken: Taken) -> None:
    """Judgements on actors; an undo names its judgement by the number that it gets here."""
    numbers: dict[int, int] = {}
    for number, one in given:
        if one.verdict == "undo":
            one = replace(one, into=str(numbers.get(int(one.into), 0)) if one.into.isdecimal() else "")
        held = store.actor_judgements()
        if one in held:
            numbers[number] = held.index(one) + 1
            taken.known += 1
        else:
            numbers[number] = store.judge_actor(one)
            taken.new += 1


def _row(number: int, line: str) -> Mapping[str, Any]:
    if len(line) > LONGEST:
        raise UsageError(f"line {number}: longer than {LONGEST:,} characters")
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UsageError(f"line {number}: no JSON ({error})") from error
    if not isinstance(row, dict) or row.get("kind") not in (ENTRY, ACTOR):
        raise UsageError(f"line {number}: no judgement; its kind is to be {ENTRY} or {ACTOR}")
    return row


def _judgement(number: int, row: Mapping[str, Any]) -> Judgement:
    words = _words(number, row, Judgement, ("fields",))
    given = row.get("fields", {})
    if words["verdict"] not in get_args(Verdict) or not isinstance(given, dict):
        raise UsageError(f"line {number}: no such verdict, or its fields are no object")
    if not words["doc"] or not words["by"] or not words["made"]:
        raise UsageError(f"line {number}: a judgement has a doc, and says by whom and when it was made")
    return Judgement(**words, fields=json.dumps(given, sort_keys=True))


def _actor_judgement(number: int, row: Mapping[str, Any]) -> ActorJudgement:
    words = _words(number, row, ActorJudgement, ())
    if words["verdict"] not in get_args(ActorVerdict) or not words["by"] or not words["made"]:
        raise UsageError(f"line {number}: no such verdict on an actor, or not by whom and when it was made")
    return ActorJudgement(**words)


def _words(number: int, row: Mapping[str, Any], shape: type[Any], aside: tuple[str, ...]) -> dict[str, Any]:
    """The fields that are text; one that is missing is empty."""
    found = {one.name: row.get(one.name, "") for one in fields(shape) if one.name not in aside}
    odd = [name for name, value in found.items() if not isinstance(value, str) or "\x00" in value]
    if odd:
        raise UsageError(f"line {number}: {', '.join(odd)}: give text")
    return found


def _number(number: int, row: Mapping[str, Any]) -> int:
    if type(row.get("number")) is not int:
        raise UsageError(f"line {number}: a judgement on an actor has a number")
    return int(row["number"])
