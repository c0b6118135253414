"""Entries, parties and days in words, for whatever shows them to people."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from onrecord.explain import Explanation
from onrecord.schema import Entry, Event, Known, Party, Span, When


def days(earliest: date | None, latest: date | None) -> str:
    """An interval of days as short as it can be said; empty where both ends are open."""
    if earliest is None and latest is None:
        return ""
    if earliest is None:
        return f"by {latest}"
    if latest is None:
        return f"from {earliest}"
    if earliest == latest:
        return str(earliest)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year}–{latest.year}"
    if earliest.day == 1 and latest == _end_of_month(earliest):
        return f"{earliest:%Y-%m}"
    return f"{earliest}\n–{latest}"


def flat_days(earliest: date | None, latest: date | None) -> str:
    """The same on one line."""
    return days(earliest, latest).replace("\n", "")


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def headline(entry: Entry) -> str:
    """The entry in one line."""
    if isinstance(entry, Event):
        who = ", ".join(name(one) for one in entry.source) or "somebody"
        whom = ", ".join(name(one) for one in entry.target)
        return f"event {entry.id}: {who} · {entry.type}{f' · {whom}' if whom else ''} · {entry.status}"
    speaker = name(entry.speaker) if entry.speaker else "somebody"
    to = f" · to {name(entry.addressee)}" if entry.addressee else ""
    return f"statement {entry.id}: {speaker} · {entry.cue.text if entry.cue else entry.attitude}{to}"


def words(entry: Entry) -> str:
    """What is said, the cue where a denial has no content; an event's sentence."""
    if isinstance(entry, Event):
        spans: tuple[Span, ...] = (entry.sentence,)
    else:
        spans = entry.content or ((entry.cue,) if entry.cue else ())
    return " … ".join(" ".join(span.text.split()) for span in spans)


def whose_word(found: Explanation) -> str:
    """The chain from the outlet inwards."""
    outlet = found.document.outlet.text if found.document.outlet else "the page"
    steps = [outlet, *(name(one.speaker) if one.speaker else "somebody" for one in reversed(found.chain))]
    if len(steps) == 1:
        return f"{outlet} says so itself"
    return " reports that ".join(steps[:-1]) + f" reports that {steps[-1]} says so"


def described(party: Party) -> str:
    """The phrase, whom it means, and how that is known."""
    phrase = " ".join(party.text.split())
    means = f" = {party.name}" if party.name and party.name != phrase else ""
    known = [one for one in (party.actor_kind.replace("_", " "), party.country, party.sector, party.capacity) if one]
    speaks_for = f", for {party.principal}" if party.principal else ""
    return f"“{phrase}”{means} ({', '.join(known)}{speaks_for}; {party.how})"


def dated(when: When) -> str:
    """The interval, the words it comes from, and how it is known."""
    if when.basis == "unknown":
        return f"not known{f' (“{when.text}”)' if when.text else ''}"
    words = f" from “{when.text}”" if when.text else ""
    symbol = f", {when.symbol}" if when.symbol else ""
    return f"{flat_days(when.earliest, when.latest)}{words} ({when.basis}{symbol})"


def confidence(entry: Entry) -> str:
    """How sure the program is, 0 to 1."""
    if isinstance(entry, Event) or entry.speaker is None:
        return f"{entry.confidence:.2f}"
    return f"{entry.confidence:.2f}, of the speaker {entry.speaker_confidence:.2f}"


def lesson(row: Known) -> str:
    """What other pages teach of an actor, in one line: what, how many of them, of which days, and why."""
    what = {
        "same": f"{row.name} is {row.shown}",
        "country": f"{row.name} is of {row.shown}",
        "office": f"{row.name} is {row.shown}",
        "holder": f"the {row.name} ({row.country}) is {row.shown}",
    }[row.about]
    many = f"{row.pages:,} page{'' if row.pages == 1 else 's'}"
    on = flat_days(row.earliest, row.latest) or "no known day"
    return f"{'open: ' if row.conflict else ''}{what}: {row.why} ({many}, {on})"


def name(party: Party) -> str:
    """Whom it resolved to, else the phrase."""
    return " ".join((party.name or party.text).split())
