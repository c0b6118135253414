"""The frame lexicon: what a predicate means wherever it stands.

Classes (``data/frames/classes.toml``) carry the grammar; entries (``data/frames/*.tsv``) name a lemma, its class, its
PLOVER type and what its sense requires. :func:`load_frames` reads both, checks them and reports every fault at once.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, cast, get_args

from onrecord.errors import LexiconError
from onrecord.schema import Attitude, Status

PartOfSpeech = Literal["verb", "noun", "adjective", "adverb", "preposition"]
Role = Literal["source", "target", "addressee", "content", "object", "against", "embedded"]
ROLES: tuple[Role, ...] = get_args(Role)
IMPLIES: frozenset[str] = frozenset(get_args(Status))
COLUMNS = ("lemma", "class", "type", "mode", "implies", "needs", "example", "near_miss")

_SIMPLE_SLOTS = frozenset(
    "subj obj iobj ccomp xcomp quote whole oprd poss amod nmod that inf support borne each pobj advcl inf-obj acl acl-goal at-doer "
    "obj+oprd obj+prep:as subject+xcomp ccomp-subject obj-actor that-subject for-subject inner neg ninf where".split()
)
_TESTS = frozenset(
    "actor somebody person country armed state place money clause thing event several alone that wish joint number peacekeeping "
    "passive own crowd aid blow force coming named".split()
)


@dataclass(frozen=True, slots=True)
class FrameClass:
    """The grammar that a set of entries shares; see the head of ``classes.toml`` for slots and roles."""

    name: str
    pos: PartOfSpeech
    roles: Mapping[Role, tuple[str, ...]]
    attitude: Attitude | None = None
    implies: Status | None = None
    denies: bool = False
    control: Role = "source"


@dataclass(frozen=True, slots=True)
class Need:
    """One requirement: ``slot`` filled (or not, where ``absent``), by a head with one of ``lemmas``, or of the kind ``test``."""

    slot: str
    absent: bool = False
    lemmas: frozenset[str] = frozenset()
    test: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One entry. ``particles`` are the words after the head of its lemma (*rule* **out**); ``where`` is file and line."""

    id: str
    lemma: str
    particles: tuple[str, ...]
    cls: FrameClass
    type: str | None
    mode: str | None
    implies: Status | None
    needs: tuple[Need, ...]
    example: str
    near_miss: str
    where: str

    @property
    def specificity(self) -> int:
        """How much the entry asks for: the most specific of a lemma's entries is tried first."""
        negative = sum(need.slot == "neg" and not need.absent for need in self.needs)
        return 2 * len(self.particles) + len(self.needs) + 3 * negative


@dataclass(frozen=True, slots=True)
class FrameTable:
    """All entries, found by the head lemma and part of speech, the most specific first."""

    frames: tuple[Frame, ...]
    _index: Mapping[tuple[str, PartOfSpeech], tuple[Frame, ...]] = field(repr=False)

    @classmethod
    def of(cls, frames: Iterable[Frame]) -> FrameTable:
        """A table of these frames; later entries come before earlier ones of equal specificity, so users' own win."""
        every = tuple(frames)
        index: dict[tuple[str, PartOfSpeech], list[Frame]] = {}
        for frame in reversed(every):
            index.setdefault((frame.lemma, frame.cls.pos), []).append(frame)
        ordered = {key: tuple(sorted(some, key=lambda f: -f.specificity)) for key, some in index.items()}
        return cls(every, ordered)

    def lookup(self, lemma: str, pos: PartOfSpeech) -> tuple[Frame, ...]:
        """The entries of a head lemma, the most specific first; empty where there is none."""
        return self._index.get((lemma, pos), ())


def load_frames(extra: Path | None = None) -> FrameTable:
    """The packaged frames and, where given, those of the user's TSV file ``extra``.

    Raises LexiconError naming every faulty line, with what is wrong in it.
    """
    packaged = _packaged()
    if extra is None:
        return packaged
    try:
        text = extra.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"{extra}: cannot be read ({error.strerror}); give a TSV file of frames") from error
    return FrameTable.of([*packaged.frames, *_checked(_read_entries(extra.name, text, load_classes()))])


@lru_cache(maxsize=1)
def _packaged() -> FrameTable:
    folder = files("onrecord").joinpath("data/frames")
    classes = load_classes()
    found: list[Frame | str] = []
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".tsv"):
            found.extend(_read_entries(file.name, file.read_text(encoding="utf-8"), classes))
    return FrameTable.of(_checked(found))


@lru_cache(maxsize=1)
def load_classes() -> Mapping[str, FrameClass]:
    """The packaged classes by name. Raises LexiconError where one is malformed."""
    text = files("onrecord").joinpath("data/frames/classes.toml").read_text(encoding="utf-8")
    return {name: _class(name, body) for name, body in tomllib.loads(text).items()}


def _class(name: str, body: dict[str, object]) -> FrameClass:
    roles: dict[Role, tuple[str, ...]] = {}
    for role in ROLES:
        slots = tuple(cast(list[str], body.get(role, [])))
        for slot in slots:
            _check_slot(slot, f"classes.toml [{name}]")
        if slots:
            roles[role] = slots
    return FrameClass(
        name=name,
        pos=cast(PartOfSpeech, body["pos"]),
        roles=roles,
        attitude=cast("Attitude | None", body.get("attitude")),
        implies=cast("Status | None", body.get("implies")),
        denies=bool(body.get("denies", False)),
        control=cast(Role, body.get("control", "source")),
    )


def _check_slot(slot: str, where: str) -> None:
    if slot not in _SIMPLE_SLOTS and slot.split(":", 1)[0] not in {"prep", "nprep", "pcomp", "obj+prep", "obj+pcomp"}:
        raise LexiconError(f"{where}: no slot is named {slot!r}; see the head of classes.toml")


def _read_entries(name: str, text: str, classes: Mapping[str, FrameClass]) -> Iterator[Frame | str]:
    """Frames, and for each faulty line a message instead."""
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
        if header is None:
            header = cells
            if missing := [column for column in ("lemma", "class", "example") if column not in header]:
                yield f"{name}:{number}: the header lacks {', '.join(missing)}"
                return
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        try:
            yield _entry(row, f"{name}:{number}", classes)
        except LexiconError as error:
            yield str(error)


def _entry(row: Mapping[str, str], where: str, classes: Mapping[str, FrameClass]) -> Frame:
    given = {column: row.get(column, "").strip() for column in COLUMNS}
    given = {column: "" if value == "-" else value for column, value in given.items()}
    if not given["lemma"] or given["class"] not in classes:
        raise LexiconError(f"{where}: no class is named {given['class']!r} (lemma {given['lemma']!r})")
    if given["implies"] and given["implies"] not in IMPLIES:
        raise LexiconError(f"{where}: implies {given['implies']!r} is no status; use one of {sorted(IMPLIES)}")
    cls = classes[given["class"]]
    head, *particles = given["lemma"].split()
    return Frame(
        id=f"{given['lemma'].replace(' ', '_')}.{cls.name}" + (f".{given['type'].lower()}" if given["type"] else ""),
        lemma=head,
        particles=tuple(particles),
        cls=cls,
        type=given["type"] or None,
        mode=given["mode"] or None,
        implies=cast("Status | None", given["implies"] or cls.implies),
        needs=tuple(_need(word, where) for word in given["needs"].split()),
        example=given["example"],
        near_miss=given["near_miss"],
        where=where,
    )


def _need(word: str, where: str) -> Need:
    """``slot``, ``!slot``, ``slot=lemma|@group``, ``slot~test``, and their negations."""
    absent, word = word.startswith("!"), word.removeprefix("!")
    slot, equals, lemmas = word.partition("=")
    slot, tilde, test = slot.partition("~")
    _check_slot(slot, where)
    if tilde and test not in _TESTS:
        raise LexiconError(f"{where}: no test is named {test!r}; use one of {sorted(_TESTS)}")
    return Need(slot, absent, _lemmas(lemmas, where) if equals else frozenset(), test or None)


def _lemmas(written: str, where: str) -> frozenset[str]:
    """The lemmas of ``a|b|@group``, groups written out."""
    found: set[str] = set()
    for one in written.split("|"):
        if not one.startswith("@"):
            found.add(one)
        elif one[1:] in load_groups():
            found.update(load_groups()[one[1:]])
        else:
            raise LexiconError(f"{where}: no group is named {one[1:]!r}; see groups.toml")
    return frozenset(found)


@lru_cache(maxsize=1)
def load_groups() -> Mapping[str, frozenset[str]]:
    """The packaged groups of nouns by name."""
    text = files("onrecord").joinpath("data/frames/groups.toml").read_text(encoding="utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def _checked(found: Iterable[Frame | str]) -> list[Frame]:
    frames: list[Frame] = []
    faults: list[str] = []
    for one in found:
        if isinstance(one, Frame):
            frames.append(one)
        else:
            faults.append(one)
    if faults:
        raise LexiconError("\n".join(faults))
    return frames
