from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

import onrecord
from onrecord.api import Record
from onrecord.cli.demo import samples
from onrecord.engines import LoopEngine
from onrecord.schema import (
    About,
    Block,
    Document,
    Done,
    Event,
    Figure,
    Findings,
    Nonstatement,
    Party,
    Place,
    Sourced,
    Span,
    Statement,
    When,
)
from onrecord.store import MemoryStore

DOC = "0123456789abcdef"
TEXT = (
    "Tivo accuses Lurania of arming rebels\n"
    "Minister Oda Renn told reporters on Tuesday: “They shelled Porva unless the map is wrong.”\n"
    "=SUM is not what Lurania denied."
)


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span.of(TEXT, start, start + len(words))


@pytest.fixture
def findings() -> Findings:
    """A page of an invented dispute with an entry of every kind and most fields filled in."""
    tuesday = When("Tuesday", *_place("Tuesday"), date(2022, 5, 3), date(2022, 5, 3), "day", basis="weekday")
    oda = Party(
        "Minister Oda Renn",
        *_place("Minister Oda Renn"),
        name="Oda Renn",
        actor="doc:oda-renn",
        actor_kind="person",
        country="TVO",
        sector="GOV",
        sectors=("GOV",),
        principal="Tivo",
        capacity="official",
        how="page:title-before-name",
    )
    lurania = Party(
        "Lurania",
        *_place("Lurania"),
        name="Lurania",
        actor="c:LUR",
        actor_kind="country",
        country="LUR",
        how="table:name",
    )
    tivo = replace(lurania, text="Tivo", start=0, end=4, name="Tivo", actor="c:TVO", country="TVO")
    both = Party("They", *_place("They"), members=(tivo, lurania), how="none:joint")
    title_end = TEXT.index("\n")
    second_end = TEXT.index("\n", title_end + 1)
    document = Document(
        DOC,
        DOC * 4,
        "pages/a.txt",
        TEXT,
        (
            Block("title", 0, title_end, "first line"),
            Block("paragraph", title_end + 1, second_end, "a sentence"),
            Block("paragraph", second_end + 1, len(TEXT), "a sentence"),
        ),
        title=Sourced(TEXT[:title_end], 0, title_end),
        outlet=Sourced("The Tivo Post", origin="meta:og:site_name"),
        language="en",
        published=When(
            "2022-05-04",
            None,
            None,
            date(2022, 5, 4),
            date(2022, 5, 4),
            "day",
            basis="metadata",
            origin="json-ld:datePublished",
        ),
    )
    saying = Statement(
        "s-oda",
        DOC,
        "paragraph",
        span("told"),
        (span("They shelled Porva unless the map is wrong."),),
        "direct",
        "says",
        speaker=oda,
        addressee=Party("reporters", *_place("reporters")),
        about=(About("Porva", None, *_place("Porva"), "page:place"),),
        medium="briefing",
        utterance="u1",
        when=tuesday,
        confidence=0.8,
        speaker_confidence=0.75,
        rule="tell",
        why="tell: the subject speaks",
    )
    denial = Statement(
        "s-denial",
        DOC,
        "paragraph",
        span("denied"),
        (),
        "indirect",
        "says",
        speaker=lurania,
        denies=("e-shell",),
        replies_to="s-oda",
        confidence=0.6,
    )
    accusation = Statement(
        "s-title",
        DOC,
        "title",
        span("accuses"),
        (span("arming rebels"),),
        "indirect",
        "says",
        speaker=tivo,
        act="e-accuse",
        speaker_confidence=0.95,
        confidence=0.9,
    )
    accuse = Event(
        "e-accuse",
        DOC,
        "title",
        "ACCUSE",
        span("accuses"),
        Span.of(TEXT, 0, title_end),
        cameo="11",
        source=(tivo,),
        target=(lurania,),
        confidence=0.9,
    )
    shell = Event(
        "e-shell",
        DOC,
        "paragraph",
        "ASSAULT",
        span("shelled"),
        span("They shelled Porva unless the map is wrong."),
        mode="bombard",
        contexts=("military", "territory"),
        source=(both,),
        object=span("Porva"),
        place=Place("Porva", "TVO", 1.5, -2.0, "city", *_place("Porva"), "Porva"),
        status="conditional",
        status_chain=("unless",),
        exception=span("unless the map is wrong"),
        figures=(Figure(1.0, None, None, "people", *_place("map"), "map"),),
        according_to="s-oda",
        voice="own_side",
        confidence=0.4,
    )
    asked = Nonstatement(DOC, "paragraph", span("denied"), (), "negated", lurania, "not said")
    return Findings(document, (accusation, saying, denial), (accuse, shell), (asked,), (tivo, lurania, oda), (tuesday,))


def _place(words: str) -> tuple[int, int]:
    found = span(words)
    return found.start, found.end


@pytest.fixture
def store(findings: Findings) -> MemoryStore:
    """A store with that page."""
    made = MemoryStore()
    made.put(findings, [Done(DOC, "find", "f1", "found")])
    return made


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record of the sample pages, derived."""
    pipeline = onrecord.default_pipeline()
    with onrecord.open(tmp_path_factory.mktemp("demo") / "demo.onrecord") as record:
        record.add_pages(samples(), LoopEngine(pipeline), pipeline.fingerprint)
        record.derive()
        yield record
