"""What a reviewer changes of an entry, from words in a form to the fields of a correction."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from onrecord.errors import UsageError
from onrecord.lexicon.codebook import load_codebook
from onrecord.review.places import Naming, called, whole
from onrecord.schema import Entry, Event, Party, Statement
from onrecord.schema.finding import Attitude, Form, Status
from onrecord.store.rows import anchor

BETWEEN = "; "
CHOICES: dict[str, tuple[str, ...]] = {
    "form": get_args(Form),
    "attitude": get_args(Attitude),
    "status": get_args(Status),
}
STATEMENT = ("speaker", "addressee", "attitude", "form", "since", "until")
EVENT = ("type", "status", "source", "target", "against", "since", "until")


def fixable(entry: Entry) -> dict[str, str]:
    """The fields of an entry that can be corrected, by name, each as a form shows it. Several parties are parted by "; "."""
    when = {"since": _day(entry.when.earliest), "until": _day(entry.when.latest)}
    if isinstance(entry, Statement):
        parties = {"speaker": called(entry.speaker), "addressee": called(entry.addressee)}
        return {**parties, "attitude": entry.attitude, "form": entry.form, **when}
    sides = {role: BETWEEN.join(map(called, parties)) for role, parties in entry.sides}
    return {"type": entry.type, "status": entry.status, **sides, **when}


def fixes(naming: Naming, entry: Entry, given: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a correction: what of ``given`` is not as the entry has it. Raises UsageError for what makes no sense."""
    shown = fixable(entry)
    odd = sorted(given.keys() - shown.keys())
    if odd:
        raise UsageError(f"{', '.join(odd)}: this cannot be corrected here; there are {', '.join(shown)}")
    changed = {name: value.strip() for name, value in given.items() if _flat(value) != _flat(shown[name])}
    found: dict[str, Any] = {}
    for name, value in changed.items():
        if name == "type":
            found |= _type(value.upper())
        elif name in CHOICES:
            if value not in CHOICES[name]:
                raise UsageError(f"{name} {value}: choose one of {', '.join(CHOICES[name])}")
            found[name] = value
        elif name not in ("since", "until"):
            found[name] = _parties(naming, entry, name, value)
    if found.get("speaker") is not None:
        # How sure the program was of another speaker says nothing of this one.
        found["speaker_confidence"] = 1.0
    if changed.keys() & {"since", "until"}:
        found["when"] = _when({**shown, **changed})
    return found


def _type(name: str) -> dict[str, Any]:
    book = load_codebook()
    if name not in book.types:
        raise UsageError(f"type {name}: no such type; there are {', '.join(book.types)}")
    # A mode belongs to its type.
    return {"type": name, "mode": None, "cameo": book.types[name].cameo, "codebook": book.version}


def _parties(naming: Naming, entry: Entry, role: str, value: str) -> Any:
    present = {name: parties for name, parties in entry.sides}[role]  # type: ignore[index]
    names = [one.strip() for one in value.split(BETWEEN.strip()) if one.strip()]
    found = [_party(naming, entry, role, one, present, len(names)) for one in names]
    if isinstance(entry, Event):
        return [whole(one) for one in found]
    if len(found) > 1:
        raise UsageError(f"{role}: name one; who speaks together is one phrase of the page")
    return whole(found[0]) if found else None


def _party(naming: Naming, entry: Entry, role: str, words: str, present: tuple[Party, ...], many: int) -> Party:
    same = [one for one in present if _flat(called(one)) == _flat(words)]
    if same:
        return same[0]
    # A new name takes the phrase that stood there where it is clear which.
    phrase = present[0] if len(present) == many == 1 else None
    return naming.party(words, anchor(entry), phrase, role)


def _when(shown: Mapping[str, str]) -> dict[str, Any]:
    """The days that a reviewer gives, in the place of everything that was known of the time."""
    first, last = _given_day("since", shown["since"]), _given_day("until", shown["until"])
    if first is not None and last is not None and first > last:
        raise UsageError(f"since {first} is after until {last}: swap them")
    empty: dict[str, Any] = {
        "text": None, "start": None, "end": None, "symbol": None, "extent": "within", "origin": None,
        "earliest": None, "latest": None, "precision": None, "basis": "unknown",
    }  # fmt: skip
    if first is None and last is None:
        return empty
    days = {"earliest": _iso(first), "latest": _iso(last)}
    return {**empty, **days, "precision": _precision(first, last), "basis": "given", "origin": "a reviewer"}


def _precision(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "interval"
    if first == last:
        return "day"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return "year"
    month = first.replace(day=monthrange(first.year, first.month)[1])
    return "month" if first.day == 1 and last == month else "interval"


def _given_day(name: str, value: str) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise UsageError(f"{name} {value}: write the day as 2021-03-09") from error


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _flat(value: str) -> str:
    return " ".join(value.split())
