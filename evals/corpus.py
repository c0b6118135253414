"""The corpus: passages with their statements and events, a check of the files, and counts.

    python evals/corpus.py check PATH… [--against FOLDER] [--doubts]    every fault with its line; status 1 where there is one
    python evals/corpus.py stats PATH…                                  passages, statements and events by kind

PATH is a file or a folder of ``.txt`` files; the format is described in ``corpus/FORMAT.md``. ``--against`` looks for
runs of words that passages share with any file in a folder; ``--doubts`` lists also what is only probably wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus_check import FIGURES, check, interval, listed, place_of
from corpus_doubts import doubts
from corpus_read import Mark, Note, Raw, read_files

from onrecord.schema import Block

Range = tuple[int, int]
Ranges = tuple[Range, ...]

_OPENING = {"“": "”", "«": "»", "„": "“", '"': '"', "‘": "’", "'": "'"}
_AFTER = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Side:
    """A party of an event as the notes code it: ISO 3166 alpha-3 or None, and a sector."""

    country: str | None
    sector: str


@dataclass(frozen=True, slots=True)
class Site:
    """Where an event took place: its name on the page, empty where only the country is told, and the country's code or None."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement of the gold; spans are code points of the passage's text, links are keys of the passage.

    ``speakers`` are names, empty for an unnamed source; ``reason`` is ``negated`` or ``asked`` where the saying did
    not take place, and then form and attitude are empty. Contents are without outer quotation marks.
    """

    key: str
    speaker: Ranges
    cue: Ranges
    content: Ranges
    addressee: Ranges
    form: str = ""
    attitude: str = ""
    reason: str = ""
    speakers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    capacity: str = ""
    within: str = ""
    act: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    same: str = ""
    about: tuple[str, ...] = ()
    when: tuple[date, date] | None = None
    medium: str = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """An event of the gold; ``by`` is the key of the innermost statement that it stands in, empty for the outlet."""

    key: str
    type: str
    mode: str
    status: str
    by: str
    trigger: Range
    source: Ranges
    target: Ranges
    against: Ranges
    sources: tuple[Side, ...]
    targets: tuple[Side, ...]
    words: tuple[tuple[str, int, int], ...] = ()
    """Other marked words by the letter of their key: object, when, place, condition, until-clause, exception."""
    when: tuple[date, date] | None = None
    figures: tuple[tuple[str, str], ...] = ()
    place: Site | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage: its plain text, its lines as blocks (``title`` or ``paragraph``), and what should be found on it."""

    name: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    topic: str
    country: str
    style: str
    published: date | None
    split: str
    no_events: bool
    statements: tuple[Saying, ...]
    nonstatements: tuple[Saying, ...]
    events: tuple[Act, ...]


def load(path: Path) -> list[Passage]:
    """The passages of a file or folder. Raises ValueError with every fault where there is one."""
    raws = read_files([path])
    faults = check(raws)
    if faults:
        raise ValueError("\n".join(str(fault) for fault in faults))
    return [passage_of(raw) for raw in raws]


def sound(paths: Iterable[Path]) -> tuple[list[Passage], int]:
    """The passages without a fault, and how many were left out for one."""
    raws = read_files(paths)
    faulty = {(fault.path, fault.passage) for fault in check(raws)}
    good = [raw for raw in raws if (raw.path, raw.name) not in faulty]
    return [passage_of(raw) for raw in good], len(raws) - len(good)


def passage_of(raw: Raw) -> Passage:
    """A passage without faults, typed."""
    blocks = tuple(
        Block("title" if line.headline else "paragraph", line.start, line.end, "corpus") for line in raw.lines
    )
    sayings = [_saying(raw, note) for note in raw.notes if not note.key.startswith("e")]
    published = raw.header["published"]
    return Passage(
        name=raw.name,
        path=raw.path,
        text=raw.text,
        blocks=blocks,
        topic=raw.header["topic"],
        country=raw.header["country"],
        style=raw.header["style"],
        published=None if published == "none" else date.fromisoformat(published),
        split=raw.header["split"],
        no_events=raw.header.get("events") == "none",
        statements=tuple(one for one in sayings if not one.reason),
        nonstatements=tuple(one for one in sayings if one.reason),
        events=tuple(_act(raw, note) for note in raw.notes if note.key.startswith("e")),
    )


def _ranges(raw: Raw, key: str, role: str) -> Ranges:
    return tuple((mark.start, mark.end) for mark in raw.marks if mark.owner == key and mark.role == role)


def _saying(raw: Raw, note: Note) -> Saying:
    real = note.words[0] != "not"
    given = note.fields
    contents = (unquoted(raw.text, *piece) for piece in _ranges(raw, note.key, "c"))
    return Saying(
        key=note.key,
        speaker=_ranges(raw, note.key, "s"),
        cue=_ranges(raw, note.key, "q"),
        content=tuple(piece for piece in contents if piece[0] < piece[1]),
        addressee=_ranges(raw, note.key, "a"),
        form=note.words[0] if real else "",
        attitude=note.words[1] if real else "",
        reason="" if real else note.words[1],
        speakers=tuple(one for one in _names(given.get("speaker", "")) if one != "?"),
        countries=tuple(code for code in listed(given.get("country", "")) if code != "-"),
        sectors=tuple(listed(given.get("sector", ""))),
        capacity=given.get("capacity", ""),
        within=given.get("within", ""),
        act=tuple(listed(given.get("act", ""))),
        denies=tuple(listed(given.get("denies", ""))),
        replies=tuple(listed(given.get("replies", ""))),
        same=given.get("same", ""),
        about=_names(given.get("about", "")),
        when=interval(given.get("when", "?")),
        medium=given.get("medium", ""),
        to=_names(given.get("to", "")),
    )


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split("|") if name.strip())


def _act(raw: Raw, note: Note) -> Act:
    kind, mode, status = note.words
    by = note.fields["by"]
    own = [mark for mark in raw.marks if mark.owner == note.key]
    return Act(
        key=note.key,
        type=kind,
        mode="" if mode == "-" else mode,
        status=status,
        by="" if by == "outlet" else by,
        trigger=_ranges(raw, note.key, "t")[0],
        source=_ranges(raw, note.key, "s"),
        target=_ranges(raw, note.key, "g"),
        against=_ranges(raw, note.key, "x"),
        sources=_sides(note.fields.get("source", "")),
        targets=_sides(note.fields.get("target", "")),
        words=tuple((mark.role, mark.start, mark.end) for mark in own if _is_words(mark)),
        when=interval(note.fields.get("when", "?")),
        figures=tuple((name, note.fields[name]) for name in FIGURES if name in note.fields),
        place=_site(note.fields["place"]) if "place" in note.fields else None,
    )


def _site(value: str) -> Site:
    name, code = place_of(value)
    return Site(name, None if code == "-" else code)


def _is_words(mark: Mark) -> bool:
    return mark.role not in "tsgx"


def _sides(value: str) -> tuple[Side, ...]:
    parties = (party.split("/") for party in value.split("+") if party)
    return tuple(Side(None if country == "-" else country, sector) for country, sector in parties)


def unquoted(text: str, start: int, end: int) -> Range:
    """The range without quotation marks that hold all of it, or that open or close it and have no partner in it."""
    opening, inner = text[start], start + 1
    closing_at = _last_letter(text, start, end)
    if opening in _OPENING:
        partner = text.find(_OPENING[opening], inner, end)
        if partner < 0:
            return _trimmed(text, inner, end)
        if text[closing_at] == _OPENING[opening] and _holds_all(text[inner:closing_at], opening):
            return _trimmed(text, inner, closing_at)
    if text[closing_at] in "”»" and not any(mark in text[start:closing_at] for mark in "“«„"):
        return _trimmed(text, start, closing_at)
    if text[closing_at] == '"' and '"' not in text[start:closing_at]:
        return _trimmed(text, start, closing_at)
    return start, end


def _last_letter(text: str, start: int, end: int) -> int:
    """The last position in the range that is no punctuation, so that a mark before a comma is seen."""
    at = end - 1
    while at > start and text[at] in _AFTER:
        at -= 1
    return at


def _holds_all(inside: str, opening: str) -> bool:
    """True where the marks around ``inside`` are one pair, not the ends of two quotations."""
    closing = _OPENING[opening]
    if opening == closing:
        return opening == "'" or opening not in inside
    depth = 0
    for letter in inside:
        depth += (letter == opening) - (letter == closing)
        if depth < 0 and opening != "‘":
            return False
    return opening != "‘" or "‘" not in inside


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def stats(passages: Sequence[Passage]) -> list[str]:
    """Counts, a line a kind."""
    sayings = [(one, passage) for passage in passages for one in passage.statements]
    acts = [one for passage in passages for one in passage.events]
    words = sum(len(passage.text.split()) for passage in passages)
    lines = [
        f"{len(passages)} passages, {words} words, {len(sayings)} statements, "
        f"{sum(len(passage.nonstatements) for passage in passages)} not said, {len(acts)} events"
    ]
    counted: list[tuple[str, Iterable[str]]] = [
        ("passages by split", (passage.split for passage in passages)),
        ("passages by topic", (passage.topic for passage in passages)),
        ("passages by country", (passage.country for passage in passages)),
        ("passages by style", (passage.style for passage in passages)),
        ("statements by form", (one.form for one, _ in sayings)),
        ("statements by attitude", (one.attitude for one, _ in sayings)),
        ("statements by split", (passage.split for _, passage in sayings)),
        ("statements by capacity", (one.capacity for one, _ in sayings)),
        ("statements with", (name for one, _ in sayings for name in _links(one))),
        ("events by type", (one.type for one in acts)),
        ("events by status", (one.status for one in acts)),
        ("events with", (name for one in acts for name in _told(one))),
        ("passages without events", ("events: none" for passage in passages if passage.no_events)),
    ]
    return lines + [f"{what}: {_counts(values)}" for what, values in counted]


def _links(one: Saying) -> list[str]:
    names = ("within", "act", "denies", "replies", "same", "about", "when", "medium", "to", "addressee")
    return [name for name in names if getattr(one, name)]


def _told(one: Act) -> list[str]:
    """What else the notes say of an event."""
    told = {"day": one.when, "place": one.place, "figures": one.figures, "voice": one.by}
    return [name for name, value in told.items() if value]


def _counts(values: Iterable[str]) -> str:
    return ", ".join(f"{value} {count}" for value, count in Counter(values).most_common())


def main() -> int:
    """Checks or counts from the command line; gives the exit status."""
    parser = argparse.ArgumentParser(description="The corpus: check its files, count what is in it.")
    parser.add_argument("action", choices=("check", "stats"))
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--doubts", action="store_true", help="list also what is only probably wrong")
    parser.add_argument("--against", type=Path, metavar="FOLDER", help="look for words shared with its files")
    wanted = parser.parse_args()
    if wanted.action == "stats":
        passages, left = sound(wanted.paths)
        print("\n".join(stats(passages)))
        print(f"{left} passages with faults left out")
        return 0
    raws = read_files(wanted.paths)
    faults = check(raws, wanted.against)
    looked_at = doubts(raws) if wanted.doubts else []
    print("\n".join([*(f"{one} (doubt)" for one in looked_at), *map(str, faults)]))
    print(f"{len(raws)} passages, {len(faults)} faults" + (f", {len(looked_at)} doubts" if wanted.doubts else ""))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
