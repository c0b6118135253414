from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from onrecord.schema import Block, Document, Done, Event, Findings, Learned, Party, Sourced, Span, Statement, When
from onrecord.schema.finding import About, Status, Voice
from onrecord.schema.party import Capacity
from onrecord.store import MemoryStore, SQLiteStore, Store

COUNTRIES = {"Ada Roy": "FRA", "Ben Okoro": "NGA", "Čeněk Novák": "CZE", "Lagos": "NGA", "Prague": "CZE"}
SAID = ("Ada Roy", "the northern border stays open")
Saying = tuple[str, str]
Act = tuple[str, str, str, str, Status]


def id_of(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


def party(text: str, name: str, at: int) -> Party:
    named = name in COUNTRIES
    return Party(
        name,
        text.index(name, at),
        text.index(name, at) + len(name),
        name=name if named else None,
        actor=f"t:{name}" if named else None,
        actor_kind="person" if named else "unnamed",
        country=COUNTRIES.get(name),
        how="table:test" if named else "none:unnamed",
    )


def page(
    path: str,
    sayings: Sequence[Saying] = (SAID,),
    acts: Sequence[Act] = (),
    *,
    day: date | None = None,
    outlet: str | None = None,
    url: Sourced | None = None,
    line: int | None = None,
    source_id: str | None = None,
    confidence: float = 0.9,
) -> Findings:
    """A page whose every line is one saying ("X said Y.") or one act ("X accused Y.")."""
    said = [f"{who} said {what}." for who, what in sayings]
    done = [f"{source} {verb} {target}." for source, verb, target, _, _ in acts]
    text = "\n".join([*said, *done]) or "Nothing to see."
    sha = hashlib.sha256(f"{text}{day}{outlet}".encode("utf-8", "surrogatepass")).hexdigest()
    doc = sha[:16]
    starts = [sum(len(one) + 1 for one in [*said, *done][:number]) for number in range(len(said) + len(done))]
    when = When(earliest=day, latest=day, precision="day", basis="publication") if day else When()
    statements = [
        Statement(
            id=id_of(doc, "statement", number),
            doc=doc,
            block="paragraph",
            cue=Span.of(text, text.index("said", at), text.index("said", at) + 4),
            content=(Span.of(text, text.index(what, at), text.index(what, at) + len(what)),),
            form="indirect",
            attitude="says",
            speaker=party(text, who, at),
            confidence=confidence,
            when=when,
        )
        for number, (at, (who, what)) in enumerate(zip(starts, sayings, strict=False))
    ]
    events = [
        Event(
            id=id_of(doc, "event", number),
            doc=doc,
            block="paragraph",
            type=type,
            trigger=Span.of(text, text.index(verb, at), text.index(verb, at) + len(verb)),
            sentence=Span.of(text, at, at + len(done[number])),
            source=(party(text, source, at),),
            target=(party(text, target, text.index(verb, at)),),
            status=status,
            voice=voice_of(number),
            according_to=statements[0].id if statements and voice_of(number) != "outlet" else None,
            confidence=confidence,
            when=when,
        )
        for number, (at, (source, verb, target, type, status)) in enumerate(zip(starts[len(said) :], acts, strict=True))
    ]
    document = Document(
        doc=doc,
        sha256=sha,
        path=path,
        text=text,
        blocks=(Block("paragraph", 0, len(text), "test"),),
        line=line,
        source_id=source_id,
        url=url,
        outlet=Sourced(outlet, origin="meta:site") if outlet else None,
        published=when if day else None,
    )
    mentions = tuple(one.speaker for one in statements if one.speaker)
    learned = tuple(taught(document, one, "mayor", day) for one in mentions if one.name)
    return Findings(document, tuple(statements), tuple(events), mentions=mentions, learned=learned)


def taught(document: Document, who: Party, office: str, day: date | None) -> Learned:
    """That somebody holds an office, as a page may teach it."""
    assert who.name is not None and who.actor is not None
    words = document.text[who.start : who.end]
    return Learned(
        *(document.doc, who.start, who.end, words, "title before name", who.name, who.actor, "person"),
        *(office, office, "holds", None, who.country, None, day),
    )


def voice_of(number: int) -> Voice:
    return "other_side" if number % 2 else "outlet"


def done(findings: Findings, fingerprint: str = "f1") -> list[Done]:
    return [Done(findings.document.doc, "page", fingerprint, "found" if findings.statements else "nothing")]


def collection() -> list[Findings]:
    """Five pages over two months by two outlets, one without a date."""
    return [
        page(
            "a.txt", [SAID], [("Ada Roy", "accused", "Lagos", "ACCUSE", "actual")], day=date(2021, 3, 2), outlet="Pine"
        ),
        page(
            "b.txt",
            [("Ben Okoro", "talks may resume in April"), ("a clerk", "the ferry was late")],
            [
                ("Lagos", "rejected", "Prague", "REJECT", "actual"),
                ("Prague", "shelled", "Lagos", "ASSAULT", "possible"),
            ],
            day=date(2021, 3, 9),
            outlet="Oak",
            confidence=0.6,
        ),
        page("c.txt", [("Čeněk Novák", "the border stays closed")], day=date(2021, 4, 1), outlet="Oak"),
        page("d.txt", [("Ben Okoro", "negotiations failed")], [("Lagos", "warned", "Ada Roy", "THREATEN", "planned")]),
        page("e.txt", [], day=date(2021, 4, 1), outlet="Pine"),
    ]


def held(found: Findings, number: int, capacity: Capacity) -> Party:
    """The speaker of a page's statement, speaking as ``capacity``."""
    speaker = found.statements[number].speaker
    assert speaker is not None
    return replace(speaker, capacity=capacity)


def topical() -> list[Findings]:
    """A page whose statements differ in manner, in the speaker's capacity and in what they are about."""
    sayings = [
        ("Ada Roy", "Ben Okoro was well"),
        ("a clerk", "the office in Prague must close"),
        ("Ben Okoro", "the harvest is poor"),
        ("Čeněk Novák", "Adaeze and the Prague Circle met"),
    ]
    found = page("topics.txt", sayings, [("Lagos", "accused", "Prague", "ACCUSE", "actual")], day=date(2021, 3, 20))
    text = found.document.text
    at = [one.content[0].start for one in found.statements]
    named = [party(text, "Ben Okoro", at[0]), party(text, "Prague", at[1])]
    circle = party(text, "Prague Circle", at[3])
    about = [About(one.name or one.text, one.actor, one.start, one.end, one.how) for one in (*named, circle)]
    pair = replace(held(found, 1, "other"), members=(held(found, 0, "official"), held(found, 1, "unnamed")))
    first, second, third, last = found.statements
    statements = (
        replace(first, speaker=held(found, 0, "official"), about=(about[0],), form="direct", medium="interview"),
        replace(second, speaker=pair, about=(about[1],), form="mixed", attitude="wants"),
        replace(third, speaker=held(found, 2, "former"), attitude="thinks"),
        replace(last, about=(about[2], about[2]), attitude="decides", medium="tweet"),
    )
    sureness = (0.95, 0.4, 0.6, 0.91)
    statements = tuple(replace(one, speaker_confidence=sure) for one, sure in zip(statements, sureness, strict=True))
    return [replace(found, statements=statements, mentions=(*found.mentions, *named, circle))]


def fill(store: Store, pages: Sequence[Findings]) -> Store:
    for one in pages:
        store.put(one, done(one), size=len(one.document.text.encode()))
    return store


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each kind of store, empty."""
    with MemoryStore() if request.param == "memory" else SQLiteStore(tmp_path / "test.onrecord") as made:
        yield made


@pytest.fixture
def new_store(store: Store, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Makes further empty stores of the same kind."""
    made: list[Store] = []

    def make() -> Store:
        number = len(made)
        made.append(
            MemoryStore() if isinstance(store, MemoryStore) else SQLiteStore(tmp_path / f"more{number}.onrecord")
        )
        return made[-1]

    yield make
    for one in made:
        one.close()
