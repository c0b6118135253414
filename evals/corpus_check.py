"""What may be wrong in a passage of the corpus beyond its brackets: codes, links, dates, and marks that contradict notes."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from corpus_read import Fault, Mark, Note, Raw

from onrecord.lexicon.codebook import load_codebook

SPLITS = ("train", "dev", "test")
FORMS = ("direct", "indirect", "mixed")
ATTITUDES = ("says", "thinks", "wants", "decides")
REASONS = ("negated", "asked")
CAPACITIES = ("official", "former", "expert", "unnamed", "other")
MEDIA = ("interview", "tweet", "article", "letter", "briefing", "broadcast", "document")
STATUSES = ("actual", "planned", "conditional", "possible", "counterfactual", "demanded", "negated")
SECTORS = load_codebook().sectors.keys() | {"NGO", "IGO", "UNO", "EUR"}
"""PLOVER's sectors, and its codes for international actors that stand in a sector's place."""
FIGURES = ("dead", "injured", "arrested", "displaced", "money")

HEADER = ("topic", "country", "style", "published", "split")
HEADER_TOO = ("events", "real")
SAYING_NEEDS = ("speaker", "country", "sector", "capacity")
SAYING_FIELDS = frozenset(
    (*SAYING_NEEDS, "within", "act", "denies", "replies", "same", "about", "when", "medium", "to")
)
EVENT_FIELDS = frozenset(("by", "source", "target", "against", "when", "place", *FIGURES))

SHINGLE = 12
"""Words in a row that two texts may not share: shorter runs are formulas of news prose."""

_WORD = re.compile(r"\w+")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[nt\"])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
_PARTY = re.compile(r"([A-Z]{3}|-)/([A-Z]{3})")
_FIGURE = re.compile(r"\d[\d,.]*(?:-\d[\d,.]*)?\+?")
_CODE = re.compile(r"[A-Z]{3}")


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """The ISO 3166 alpha-3 codes that the package knows."""
    table = files("onrecord").joinpath("data/actors/countries.tsv").read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in table.splitlines()[1:])


def interval(value: str) -> tuple[date, date] | None:
    """First and last day of ``2019-04-11``, ``2019-04``, ``2019`` or ``A..B``; None for ``?``. Raises ValueError."""
    if value == "?":
        return None
    first, dots, last = value.partition("..")
    begin, end = _days(first), _days(last if dots else first)
    if begin[0] > end[1]:
        raise ValueError(value)
    return begin[0], end[1]


def _days(value: str) -> tuple[date, date]:
    if _DAY.fullmatch(value):
        return date.fromisoformat(value), date.fromisoformat(value)
    if not _MONTH.fullmatch(value):
        raise ValueError(value)
    year, month = int(value[:4]), int(value[5:] or 1)
    until = date(year + 1, 1, 1) if len(value) == 4 or month == 12 else date(year, month + 1, 1)
    return date(year, month, 1), date.fromordinal(until.toordinal() - 1)


def listed(value: str) -> list[str]:
    """The keys in ``denies=2+e4``, whichever of ``+ , |`` stands between them."""
    return [one.strip() for one in re.split(r"[+,|]", value) if one.strip()]


def place_of(value: str) -> tuple[str, str]:
    """Name and country code of ``Douentza, MLI``; the name is empty where only a country is told."""
    name, _, code = value.rpartition(",")
    return name.strip(), code.strip()


def check(raws: Sequence[Raw], against: Path | None = None) -> list[Fault]:
    """Every fault in the passages, by file and line."""
    for raw in raws:
        _check_header(raw)
        _check_keys(raw)
        for note in raw.notes:
            (_check_event if note.key.startswith("e") else _check_saying)(raw, note)
        _check_nesting(raw)
        _check_own_content(raw)
        _check_same_content(raw)
    found = [fault for raw in raws for fault in raw.faults]
    return sorted({*found, *_twice(raws), *_shared(raws, against)})


def _twice(raws: Sequence[Raw]) -> Iterator[Fault]:
    seen: dict[str, Raw] = {}
    for raw in raws:
        first = seen.setdefault(raw.name, raw)
        if first is not raw:
            yield Fault(raw.path, raw.line, raw.name, f"the name stands already at {first.path}:{first.line}")


def _check_header(raw: Raw) -> None:
    for name in HEADER:
        if name not in raw.header:
            raw.fault(raw.line, f"no {name}:")
    for name in raw.header.keys() - {*HEADER, *HEADER_TOO}:
        raw.fault(raw.line, f"unknown field {name}:")
    if raw.header.get("split", "train") not in SPLITS:
        raw.fault(raw.line, f"split: {raw.header['split']} is none of {' '.join(SPLITS)}")
    for code in listed(raw.header.get("country", "-").replace(" ", "+")):
        _check_country(raw, raw.line, "country:", code)
    if raw.header.get("published", "none") != "none":
        _check_day(raw, raw.line, "published:", raw.header["published"])
    if raw.header.get("events", "none") != "none":
        raw.fault(raw.line, "events: takes none only")
    if raw.header.get("events") == "none" and any(note.key.startswith("e") for note in raw.notes):
        raw.fault(raw.line, "events: none, but there are events")


def _check_day(raw: Raw, line: int, where: str, value: str) -> None:
    try:
        date.fromisoformat(value)
    except ValueError:
        raw.fault(line, f"{where} {value} is no date")


def _check_country(raw: Raw, line: int, where: str, code: str) -> None:
    if code != "-" and code not in countries():
        raw.fault(line, f"{where} {code} is no ISO 3166 alpha-3 code (- where there is none)")


def _check_keys(raw: Raw) -> None:
    noted: dict[str, Note] = {}
    for note in raw.notes:
        if noted.setdefault(note.key, note) is not note:
            raw.fault(note.line, f"{note.key} is noted twice")
    marked = {mark.owner: mark.line for mark in reversed(raw.marks)}
    for key in sorted(marked.keys() - noted.keys()):
        raw.fault(marked[key], f"{key} is marked and not noted")
    for key in sorted(noted.keys() - marked.keys()):
        raw.fault(noted[key].line, f"{key} is noted and not marked")


def _check_fields(raw: Raw, note: Note, known: frozenset[str], needed: Iterable[str]) -> None:
    for name in sorted(note.fields.keys() - known):
        raw.fault(note.line, f"{note.key}: unknown field {name}=")
    for name in needed:
        if not note.fields.get(name):
            raw.fault(note.line, f"{note.key}: no {name}=")


def _among(raw: Raw, note: Note, what: str, value: str | None, known: Iterable[str]) -> None:
    if value is not None and value not in known:
        raw.fault(note.line, f"{note.key}: {what} {value} is none of {' '.join(sorted(known))}")


def _check_saying(raw: Raw, note: Note) -> None:
    if len(note.words) != 2:
        raw.fault(note.line, f"{note.key}: wants a form and an attitude, or `not` and a reason, then fields")
        return
    real = note.words[0] != "not"
    _among(raw, note, "form", note.words[0], (*FORMS, "not"))
    _among(raw, note, "attitude" if real else "reason", note.words[1], ATTITUDES if real else REASONS)
    _check_fields(raw, note, SAYING_FIELDS, SAYING_NEEDS if real else ())
    for code in listed(note.fields.get("country", "-")):
        _check_country(raw, note.line, f"{note.key}: country=", code)
    for code in listed(note.fields.get("sector", "UNK")):
        _among(raw, note, "sector=", code, SECTORS)
    _among(raw, note, "capacity=", note.fields.get("capacity"), CAPACITIES)
    _among(raw, note, "medium=", note.fields.get("medium"), MEDIA)
    _check_when(raw, note)
    for name in ("within", "replies", "same", "act", "denies"):
        _check_link(raw, note, name)
    roles = {mark.role for mark in raw.marks if mark.owner == note.key}
    if real and roles and "c" not in roles and "denies" not in note.fields:
        raw.fault(
            note.line,
            f"{note.key}: no content marked, and nothing that it denies= (what has no content is no statement)",
        )
    if real and "s" not in roles and "q" not in roles and "c" in roles and note.words[0] == "indirect":
        raw.fault(note.line, f"{note.key}: indirect, with neither speaker nor cue marked")


def _check_link(raw: Raw, note: Note, name: str) -> None:
    wanted = {"act": ("e",), "denies": ("", "e")}.get(name, ("",))
    noted = {other.key for other in raw.notes}
    for key in listed(note.fields.get(name, "")):
        if key == note.key or key not in noted:
            raw.fault(note.line, f"{note.key}: {name}={key} leads nowhere")
        elif ("e" if key.startswith("e") else "") not in wanted:
            raw.fault(note.line, f"{note.key}: {name}={key} is the wrong kind of entry")


def _check_when(raw: Raw, note: Note) -> None:
    value = note.fields.get("when", "?")
    try:
        interval(value)
    except ValueError:
        raw.fault(note.line, f"{note.key}: when={value} is no date, month or interval")


def _check_event(raw: Raw, note: Note) -> None:
    if len(note.words) != 3:
        raw.fault(note.line, f"{note.key}: wants type, mode and status, then fields")
        return
    kind, mode, status = note.words
    types = load_codebook().types
    _among(raw, note, "type", kind, types.keys())
    if kind in types:
        _among(raw, note, f"mode of {kind}", mode, (*types[kind].modes, "-"))
    _among(raw, note, "status", status, STATUSES)
    _check_fields(raw, note, EVENT_FIELDS, ("by",))
    _check_when(raw, note)
    _check_place(raw, note)
    for name in ("source", "target", "against"):
        _check_parties(raw, note, name)
    for name in FIGURES:
        if name in note.fields and not _FIGURE.fullmatch(note.fields[name]):
            raw.fault(note.line, f"{note.key}: {name}={note.fields[name]} is no number")
    own = [mark for mark in raw.marks if mark.owner == note.key]
    if own and sum(mark.role == "t" for mark in own) != 1:
        raw.fault(note.line, f"{note.key}: wants one trigger")
    if "source" not in note.fields and "target" not in note.fields:
        raw.fault(note.line, f"{note.key}: neither source= nor target= (who is understood is noted without a mark)")
    if note.fields.get("by", "outlet") != "outlet":
        _check_link(raw, note, "by")


def _check_place(raw: Raw, note: Note) -> None:
    value = note.fields.get("place")
    if value is None:
        return
    name, code = place_of(value)
    if code == "-" and not name:
        raw.fault(note.line, f"{note.key}: place={value} tells neither a name nor a country")
    _check_country(raw, note.line, f"{note.key}: place=", code)
    if name.lower() not in raw.text.lower():
        raw.fault(note.line, f"{note.key}: place={value}, and the passage does not name {name}")


def _check_parties(raw: Raw, note: Note, name: str) -> None:
    role = {"source": "s", "target": "g", "against": "x"}[name]
    marks = sum(mark.owner == note.key and mark.role == role for mark in raw.marks)
    parties = [one for one in note.fields.get(name, "").split("+") if one]
    for party in parties:
        match = _PARTY.fullmatch(party)
        if match is None:
            raw.fault(note.line, f"{note.key}: {name}={party} is not COUNTRY/SECTOR")
            continue
        _check_country(raw, note.line, f"{note.key}: {name}=", match[1])
        _among(raw, note, f"{name}=", match[2], SECTORS)
    if marks > len(parties):
        raw.fault(note.line, f"{note.key}: {marks} marks {note.key}{role}, and {len(parties)} in {name}=")


def _check_nesting(raw: Raw) -> None:
    """What stands in a content says so: ``within=`` of statements, ``by=`` of events, with the innermost."""
    notes = {note.key: note for note in raw.notes}
    contents = [
        mark for mark in raw.marks if mark.role == "c" and not mark.owner.startswith("e") and mark.owner in notes
    ]
    for mark in raw.marks:
        note = notes.get(mark.owner)
        if note is None or mark.role != ("t" if mark.owner.startswith("e") else "q"):
            continue
        around = [
            one for one in contents if one.start <= mark.start and mark.end <= one.end and one.owner != mark.owner
        ]
        inner = min(around, key=lambda one: one.end - one.start, default=None)
        if inner is None or notes[inner.owner].words[:1] != ("not",):
            _check_around(raw, note, mark, inner)


def _check_around(raw: Raw, note: Note, mark: Mark, inner: Mark | None) -> None:
    name, outside = ("by", "outlet") if note.key.startswith("e") else ("within", "")
    said, stands = note.fields.get(name, outside), inner.owner if inner else outside
    if said != stands:
        got, wanted = f"{name}={said}" if said else f"no {name}=", f"{name}={stands}" if stands else f"no {name}="
        where = f"in the content of {stands}" if inner else "in no content"
        raw.fault(
            note.line, f"{note.key}: {got}, but its {'trigger' if name == 'by' else 'cue'} stands {where} ({wanted})"
        )


def _check_own_content(raw: Raw) -> None:
    """A content may not hold its own cue or speaker: what stands on both sides of them is two pieces."""
    for mark in raw.marks:
        if mark.role in "qs" and not mark.owner.startswith("e"):
            around = (one for one in raw.marks if one.owner == mark.owner and one.role == "c")
            if any(one.start <= mark.start and mark.end <= one.end for one in around):
                key = f"{mark.owner}{mark.role}"
                raw.fault(mark.line, f"{key} stands in a piece of {mark.owner}c: mark the pieces on both sides of it")


def _check_same_content(raw: Raw) -> None:
    seen: dict[tuple[tuple[int, int], ...], str] = {}
    for note in raw.notes:
        pieces = tuple((m.start, m.end) for m in raw.marks if m.owner == note.key and m.role == "c")
        if pieces and not note.key.startswith("e"):
            first = seen.setdefault(pieces, note.key)
            if first != note.key:
                raw.fault(note.line, f"{note.key}: its content is that of {first}")


def shingles(text: str) -> set[str]:
    """Every ``SHINGLE`` words in a row, in lower case."""
    words = _WORD.findall(text.lower())
    return {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _shared(raws: Sequence[Raw], against: Path | None) -> Iterator[Fault]:
    owner: dict[str, Raw] = {}
    told: set[tuple[str, str]] = set()
    for raw in raws:
        for shingle in sorted(shingles(raw.text)):
            first = owner.setdefault(shingle, raw)
            if first is not raw and (raw.name, first.name) not in told:
                told.add((raw.name, first.name))
                yield Fault(raw.path, raw.line, raw.name, f"words shared with {first.name}: {shingle}")
    for path in sorted(against.rglob("*")) if against and against.is_file() is False else [against] if against else []:
        if path.is_file():
            for shingle in sorted(owner.keys() & shingles(_plain(path))):
                raw = owner[shingle]
                yield Fault(raw.path, raw.line, raw.name, f"words shared with {path}: {shingle}")


def _plain(path: Path) -> str:
    """A file's text, unpacked, with the escapes of JSON taken as spaces."""
    given = path.read_bytes()
    if path.suffix == ".gz":
        given = gzip.decompress(given)
    return _ESCAPE.sub(" ", given.decode("utf-8", errors="replace"))
