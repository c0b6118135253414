"""A small record made by hand, and a pipeline that needs no language model."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from onrecord import steps
from onrecord.cli import main
from onrecord.schema import About, Block, Document, Event, Findings, Learned, Party, Sourced, Span, Statement, When
from onrecord.store import SQLiteStore

SAID = re.compile(r'([A-Z]\w+) said "([^"]+)"')
DID = re.compile(r"([A-Z]\w+) (shelled|might shell|accused) ([A-Z]\w+)")
TYPES = {"shelled": "ASSAULT", "might shell": "ASSAULT", "accused": "ACCUSE"}


def party(found: re.Match[str], group: int) -> Party:
    """The party in one group of a match, with a country of the first three letters."""
    name = found[group]
    start, end = found.span(group)
    return Party(name, start, end, name, f"c:{name}", "country", name[:3].upper(), "GOV", how="table:test")


def about(text: str, start: int, end: int) -> tuple[About, ...]:
    """The lands named between two places."""
    names = re.compile(r"[A-Z]\w+land").finditer(text, start, end)
    return tuple(About(one[0], f"c:{one[0]}", one.start(), one.end(), "table:test") for one in names)


def findings_of(document: Document) -> Findings:
    """Everything that says ``X said "…"``, ``X shelled Y``, ``X might shell Y``, ``X accused Y``."""
    text = document.text
    statements = []
    for at, found in enumerate(SAID.finditer(text)):
        cue = Span.of(text, found.end(1) + 1, found.end(1) + 5)
        content = (Span.of(text, *found.span(2)),)
        key = hashlib.sha256(f"s{document.doc}{at}".encode()).hexdigest()[:16]
        sure = 0.3 if "perhaps" in found[2] else 0.9
        statements.append(
            Statement(
                key,
                document.doc,
                "paragraph",
                cue,
                content,
                "direct",
                "wants" if "shall" in found[2] else "says",
                replace(party(found, 1), capacity="official" if "agreement" in found[2] else "other"),
                denies=tuple(one.id for one in statements if "never" in found[2]),
                replies_to=statements[0].id if statements else None,
                about=about(text, *found.span(2)),
                medium="interview" if "Norland" in found[2] else None,
                confidence=sure,
                speaker_confidence=0.93,
            )
        )
    events = []
    for at, found in enumerate(DID.finditer(text)):
        inside = next((one for one in statements if one.content[0].start <= found.start() < one.content[0].end), None)
        events.append(
            Event(
                hashlib.sha256(f"e{document.doc}{at}".encode()).hexdigest()[:16],
                document.doc,
                "paragraph",
                TYPES[found[2]],
                Span.of(text, *found.span(2)),
                Span.of(text, text.rfind("\n", 0, found.start()) + 1, (text + "\n").find("\n", found.end())),
                source=(party(found, 1),),
                target=(party(found, 3),),
                status="possible" if "might" in found[2] else "actual",
                according_to=inside.id if inside else None,
                voice="other_side" if inside else "outlet",
                confidence=0.9,
                rule="test",
                why="said so",
            )
        )
    return Findings(document, tuple(statements), tuple(events), learned=learned(document))


def learned(document: Document) -> tuple[Learned, ...]:
    """What is told of everybody called a mayor."""
    day = document.published.earliest if document.published else None
    return tuple(
        Learned(
            *(document.doc, *found.span(), found[0], "title before name", found[1], f"c:{found[1]}", "person"),
            *("mayor", "mayor", "holds", None, found[1][:3].upper(), None, day),
        )
        for found in re.finditer(r"Mayor ([A-Z]\w+)", document.text)
    )


def document_of(path: str, text: str, published: date | None = None) -> Document:
    """A document whose first line is its title."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    title, _, _ = text.partition("\n")
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("title" if not start else "paragraph", start, start + len(line), "test"))
        start += len(line) + 1
    when = When("date", None, None, published, published, "day", basis="given", origin="input") if published else None
    return Document(
        digest[:16],
        digest,
        path,
        text,
        tuple(blocks),
        title=Sourced(title, 0, len(title)),
        outlet=Sourced("The Orlan Post", origin="input"),
        published=when,
        language="en",
    )


@dataclass
class FakePipeline:
    """Finds by pattern; fails on a page that speaks of a defect, and is interrupted by one that speaks of a key."""

    fingerprint: str = "f" * 16

    def process(self, document: Document) -> Findings:
        if "Interrupt key" in document.text:
            raise KeyboardInterrupt
        return steps.attempt("find", document.path, lambda: self._found(document))

    def _found(self, document: Document) -> Findings:
        if "defect" in document.text:
            raise KeyError("subject")
        return findings_of(document)


@pytest.fixture
def fake_pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    """No language model is loaded: pages are read by pattern."""
    pipeline = FakePipeline()
    monkeypatch.setattr(steps, "assemble", lambda model=None, frames=None, actors=None: pipeline)
    return pipeline


DENIAL = """Norland denies shelling
The dispute on the border went on for another week.
Sudland said "Norland shelled Westport and many were hurt there".
Norland shelled Eastport on the same day, a witness saw.
Norland said "we perhaps never meant to hurt anybody at all".
Sudland accused Norland.
Norland might shell Westport.
"""
MEETING = """Talks in Midtown
Ministers met in Midtown for the first time this year.
Sudland said "an agreement is near and we shall sign it".
"""


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two pages."""
    path = tmp_path / "small.onrecord"
    pages = ("denial.txt", DENIAL, date(2021, 3, 11)), ("meeting.txt", MEETING, None)
    from onrecord.run import Result

    with SQLiteStore(str(path)) as store:
        for name, text, published in pages:
            found = findings_of(document_of(name, text, published))
            done = Result("read", name, None, found.document.doc, found).done("f" * 16)
            assert done is not None
            store.put(found, [done], size=len(text))
    return path


@dataclass
class Ran:
    """What the program wrote, and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def onrecord(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    """Runs the program in this process."""

    def call(*arguments: object) -> Ran:
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as end:
            main([str(one) for one in arguments])
        out, err = capfdbinary.readouterr()
        return Ran(int(end.value.code or 0), out.decode(), err.decode())

    return call
