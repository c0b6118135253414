"""The one file that wires the rooms together: a document goes in, what is found on it comes out.

annotate → find → resolve → relate
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from onrecord.errors import OnrecordError, PageError, StepError, UsageError
from onrecord.schema import Annotations, Document, Findings, Page

if TYPE_CHECKING:
    from onrecord.lexicon.actors import ActorTable
    from onrecord.lexicon.codebook import Codebook
    from onrecord.lexicon.frames import FrameTable
    from onrecord.lexicon.own_actors import OwnActor

T = TypeVar("T")

DECIDING = ("data", "lexicon", "read", "annotate", "find", "resolve", "schema")
"""The parts of the package that decide what comes out of a page; the fingerprint covers every file in them."""


class Annotates(Protocol):
    """What the pipeline needs of a language model."""

    @property
    def identity(self) -> str:
        """Name, version and digest of the weights."""
        ...

    def annotate(self, document: Document) -> Annotations:
        """Sentences, tokens and quotes of one document."""
        ...


def package_version() -> str:
    """The installed version, or ``0`` where the package is used from a source tree without being installed."""
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return "0"


@dataclass(frozen=True)
class Pipeline:
    """The steps with all they need. ``own`` are the user's own actors; ``extra`` is the digest of the user's own frames and
    actors, empty where there are none.
    """

    annotator: Annotates
    frames: FrameTable
    codebook: Codebook
    actors: ActorTable
    extra: str = ""
    own: tuple[OwnActor, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """16 hex digits over package version, rules and data, model, and the user's frames and actors.

        Equal fingerprints mean equal results for equal pages; it is what a record is resumed by.
        """
        return _fingerprint(self.annotator.identity, self.extra)

    def process(self, document: Document) -> Findings:
        """What is found on ``document``; nothing where it is marked unread.

        Raises StepError, which names the step and the document.
        """
        if document.unread is not None:
            return Findings(document)
        from onrecord.read.mojibake import cleared

        view = cleared(document)
        return self._found(document) if view is None else view.back(self._found(view.document))

    def _found(self, document: Document) -> Findings:
        from onrecord.find import find, relate
        from onrecord.resolve import resolve

        where = place(document.path, document.line)
        notes = attempt("annotate", where, lambda: self.annotator.annotate(document))
        actors = self._actors_for(document)
        found = attempt("find", where, lambda: find(document, notes, self.frames, actors))
        resolved = attempt("resolve", where, lambda: resolve(document, notes, found, actors))
        return attempt("relate", where, lambda: relate(document, notes, resolved))

    def _actors_for(self, document: Document) -> ActorTable:
        """The table with those of the user's own actors that count on the day of a page."""
        if not self.own:
            return self.actors
        from onrecord.resolve import day_of, with_list

        day = day_of(document)
        lines = frozenset(one.line for one in self.own if one.counts_on(day))
        if lines not in self._tables:
            self._tables[lines] = with_list(self.actors, [one for one in self.own if one.line in lines])
        return self._tables[lines]

    @cached_property
    def _tables(self) -> dict[frozenset[int], ActorTable]:
        """The tables made so far, by the lines of the own list that count."""
        return {}


def read_page(page: Page) -> Document:
    """The document on a page. Raises PageError for a page that cannot be read, StepError where the reader failed."""
    from onrecord.read import read

    return attempt("read", place(page.path, page.line), lambda: read(page))


def assemble(model: str | None = None, frames: Path | None = None, actors: Path | None = None) -> Pipeline:
    """The pipeline as shipped: ``model`` names another spaCy pipeline, ``frames`` and ``actors`` files with the user's own.

    Raises ModelError, LexiconError, or UsageError where a file cannot be read.
    """
    from onrecord.annotate import DEFAULT_MODEL, Annotator
    from onrecord.lexicon.actors import load_actors
    from onrecord.lexicon.codebook import load_codebook
    from onrecord.lexicon.frames import load_frames
    from onrecord.lexicon.own_actors import load_own

    extra = _extra(frames, actors)
    table = load_actors()
    own = load_own(actors, table) if actors is not None else ()
    return Pipeline(Annotator(model or DEFAULT_MODEL), load_frames(frames), load_codebook(), table, extra, own)


def fingerprint_of(model: str | None = None, frames: Path | None = None, actors: Path | None = None) -> str:
    """The fingerprint of the pipeline that ``assemble`` would make; the language model is not loaded for it.

    Raises what ``assemble`` raises.
    """
    from onrecord.annotate import DEFAULT_MODEL, identify

    extra = _extra(frames, actors)
    if frames is not None or actors is not None:
        from onrecord.lexicon.actors import load_actors
        from onrecord.lexicon.frames import load_frames
        from onrecord.lexicon.own_actors import load_own

        load_frames(frames)
        if actors is not None:
            load_own(actors, load_actors())
    return _fingerprint(identify(model or DEFAULT_MODEL), extra)


def _extra(frames: Path | None, actors: Path | None) -> str:
    extra = _digest_of(frames, "frames") if frames is not None else ""
    return extra + (f" actors {_digest_of(actors, 'actors')}" if actors is not None else "")


def _fingerprint(identity: str, extra: str) -> str:
    parts = (package_version(), package_digest(), identity, extra)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def attempt(step: str, where: str, call: Callable[[], T]) -> T:
    """The value of ``call()``; a failure becomes a StepError that names step and place.

    This is the one broad ``except`` of the package. Pages come from anywhere, and a defect that shows on one page in
    ten thousand must not cost the others a night's run: the failure is recorded as failed, with its reason, and the run
    goes on and ends with a status other than 0. Nothing is hidden: the traceback is kept as the cause, and ``--debug``
    shows it.
    """
    try:
        return call()
    except PageError:
        raise
    except Exception as error:
        reason = str(error) if isinstance(error, OnrecordError) else f"{type(error).__name__}: {error}"
        raise StepError(f"{where}: the step {step} failed: {reason}", step) from error


def place(path: str, line: int | None) -> str:
    """``path``, with the line of a JSONL file behind a colon."""
    return path if line is None else f"{path}:{line}"


def package_digest() -> str:
    """SHA-256 over the files of the package that decide what comes out of a page, in the order of their paths."""
    total = hashlib.sha256()
    root = resources.files("onrecord")
    for part in DECIDING:
        for name, file in _files(root.joinpath(part), part):
            total.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    total.update(hashlib.sha256(root.joinpath("steps.py").read_bytes()).digest())
    return total.hexdigest()


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    if not folder.is_dir():
        return
    for item in sorted(folder.iterdir(), key=lambda one: one.name):
        below = f"{name}/{item.name}"
        if item.is_dir() and item.name != "__pycache__":
            yield from _files(item, below)
        elif item.is_file() and not item.name.endswith((".pyc", ".pyo")):
            yield below, item


def _digest_of(path: Path, what: str) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: the {what} file cannot be read ({error.strerror}); check the path") from error
    return hashlib.sha256(raw).hexdigest()
