"""Files of the corpus as they stand: passages with their header, plain text, marks and notes, and what is wrong there.

Nothing here raises on bad input: a fault is noted with its line and reading goes on, so that one look shows them all.
The format is described in ``corpus/FORMAT.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

STATEMENT_ROLES = frozenset("sqca")
EVENT_ROLES = frozenset("tsgxowpcun")

_KEY = re.compile(r"\[(e?\d+)([a-z]*)( ?)")
_NOTE_KEY = re.compile(r"e?\d+")
_FIELD = re.compile(r'(\w+)=("[^"]*"|\S*)|(\S+)')
_HEADLINE = "# "


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in a file of the corpus: where, in which passage, and what."""

    path: str
    line: int
    passage: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.passage}: {self.what}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the plain text (code points, half-open): ``owner`` is ``3`` or ``e3``, ``role`` one letter."""

    owner: str
    role: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the notes: its key, the words after it, and its fields."""

    key: str
    words: tuple[str, ...]
    fields: dict[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: ``text[start:end]``; ``headline`` where it began with ``# ``."""

    start: int
    end: int
    headline: bool


@dataclass(slots=True)
class Raw:
    """A passage as it stands in its file."""

    path: str
    line: int
    name: str
    header: dict[str, str] = field(default_factory=dict)
    text: str = ""
    lines: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, what: str) -> None:
        """Notes a fault."""
        self.faults.append(Fault(self.path, line, self.name, what))


def read_files(paths: Iterable[Path]) -> list[Raw]:
    """The passages of all files, folders taken as the ``.txt`` files in them, in the order of their names."""
    return [raw for path in paths for file in _files(path) for raw in read_file(file)]


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.txt")) if path.is_dir() else [path]


def read_file(path: Path) -> list[Raw]:
    """The passages of one file."""
    return read_text(path.read_text(encoding="utf-8"), str(path))


def read_text(given: str, path: str) -> list[Raw]:
    """The passages in ``given``; ``path`` is what faults name."""
    found: list[Raw] = []
    section = ""
    body: list[tuple[int, str]] = []
    for number, line in enumerate(given.split("\n"), 1):
        if line.startswith("==="):
            _finish(found, body)
            found.append(Raw(path, number, line[3:].strip()))
            section, body = "header", []
            if not found[-1].name:
                found[-1].fault(number, "a passage without a name")
        elif not found:
            if line.strip():
                found.append(Raw(path, number, "?"))
                found[-1].fault(number, "words before the first passage (`=== NAME`)")
        elif line.rstrip() in ("--- text", "--- notes"):
            section = line.split()[1]
        elif section == "text":
            body.append((number, line))
        elif line.strip() and not (section == "notes" and line.strip() == "none"):
            (_header if section == "header" else _note)(found[-1], number, line.strip())
    _finish(found, body)
    return found


def _finish(found: list[Raw], body: list[tuple[int, str]]) -> None:
    if found:
        _take_text(found[-1], body)


def _header(raw: Raw, number: int, line: str) -> None:
    name, colon, value = line.partition(":")
    if not colon:
        raw.fault(number, f"neither a field nor a section: {line[:40]}")
    elif name.strip() in raw.header:
        raw.fault(number, f"the field {name.strip()} stands twice")
    else:
        raw.header[name.strip()] = value.strip()


def _note(raw: Raw, number: int, line: str) -> None:
    key, _, rest = line.partition(" ")
    if not _NOTE_KEY.fullmatch(key):
        raw.fault(number, f"a note begins with a number, or e and a number, not with {key!r}")
        return
    words: list[str] = []
    fields: dict[str, str] = {}
    for match in _FIELD.finditer(rest):
        if match[3]:
            words.append(match[3])
        elif match[1] in fields:
            raw.fault(number, f"{key}: {match[1]}= stands twice")
        else:
            fields[match[1]] = match[2].strip('"').strip()
    raw.notes.append(Note(key, tuple(words), fields, number))


def _take_text(raw: Raw, body: list[tuple[int, str]]) -> None:
    """Sets text, lines and marks from the text's lines; blank lines at both ends are no part of it."""
    while body and not body[0][1].strip():
        body = body[1:]
    while body and not body[-1][1].strip():
        body = body[:-1]
    parts: list[str] = []
    at = 0
    for number, line in body:
        headline = line.startswith(_HEADLINE)
        plain, marks = _unmarked(raw, number, line.removeprefix(_HEADLINE) if headline else line, at)
        raw.marks += marks
        if plain.strip():
            start = at + len(plain) - len(plain.lstrip())
            raw.lines.append(Line(start, at + len(plain.rstrip()), headline))
        parts.append(plain)
        at += len(plain) + 1
    raw.text = "\n".join(parts)
    if not raw.text.strip():
        raw.fault(raw.line, "no text")


def _unmarked(raw: Raw, number: int, line: str, offset: int) -> tuple[str, list[Mark]]:
    """A line without its marks, and the marks, in the order of their starts."""
    plain: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[str, str, int]] = []
    at = 0
    while at < len(line):
        letter = line[at]
        if letter == "\\" and line[at + 1 : at + 2] in ("[", "]"):
            plain.append(line[at + 1])
            at += 2
        elif letter == "[":
            key = _KEY.match(line, at)
            if key is None:
                raw.fault(number, f"a [ without key (the passage's own is written \\[): {line[at : at + 20]}")
                at += 1
            else:
                _check_key(raw, number, key)
                opened.append((key[1], key[2], len(plain)))
                at = key.end()
        elif letter == "]":
            if opened:
                marks += _closed(raw, number, plain, opened.pop(), offset)
            else:
                raw.fault(
                    number, f"a ] closes nothing (the passage's own is written \\]): {line[max(0, at - 20) : at]}"
                )
            at += 1
        else:
            plain.append(letter)
            at += 1
    for owner, role, _ in opened:
        raw.fault(number, f"mark {owner}{role} is not closed on its line")
    return "".join(plain), sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _check_key(raw: Raw, number: int, key: re.Match[str]) -> None:
    roles = EVENT_ROLES if key[1].startswith("e") else STATEMENT_ROLES
    if key[2] not in roles or not key[2]:
        raw.fault(number, f"no such key: {key[1]}{key[2]}")
    elif not key[3]:
        raw.fault(number, f"mark {key[1]}{key[2]}: no space after the key, or an empty mark")


def _closed(raw: Raw, number: int, plain: list[str], opened: tuple[str, str, int], offset: int) -> Iterator[Mark]:
    owner, role, start = opened
    words = "".join(plain[start:])
    if not words.strip():
        raw.fault(number, f"mark {owner}{role} is empty")
        return
    begin = start + len(words) - len(words.lstrip())
    yield Mark(owner, role, offset + begin, offset + start + len(words.rstrip()), number)
