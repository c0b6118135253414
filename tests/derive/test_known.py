"""What pages teach each other about actors."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from datetime import date

from onrecord.derive import derive
from onrecord.derive.archive import Archive
from onrecord.schema import Block, Document, Done, Findings, Known, Learned, Party, Span, Statement, When
from onrecord.store import MemoryStore

MATTER = "The ferry of the Bresk lake and its toll were argued about by herders and the harbour board again."
ELSEWHERE = "A violinist opened the season of the old opera house with two encores before a full hall of guests."


def party(text: str, words: str, name: str | None, **fields: object) -> Party:
    start = text.index(words)
    actor = f"doc:{name.lower().replace(' ', '-')}" if name else None
    known: dict[str, object] = {"name": name, "actor": actor, "actor_kind": "person", "capacity": "other", **fields}
    return Party(words, start, start + len(words), **known)  # type: ignore[arg-type]


def page(
    day: date | None, line: str, words: str, name: str | None, *, matter: str = MATTER, **fields: object
) -> Findings:
    """A page on which somebody speaks: ``words`` of ``line``. ``office`` is what the page calls them, in these words."""
    office = fields.pop("office", None)
    standing = fields.pop("standing", "holds")
    text = f"{line}\n{matter}"
    doc = hashlib.sha256(f"{text}{day}".encode()).hexdigest()
    when = When(earliest=day, latest=day, precision="day", basis="metadata") if day else None
    blocks = Block("paragraph", 0, len(line), "test"), Block("paragraph", len(line) + 1, len(text), "test")
    document = Document(doc[:16], doc, f"{doc[:6]}.txt", text, blocks, published=when)
    speaker = party(text, words, name, **fields)
    statement = Statement(
        f"{doc[:15]}s", doc[:16], "paragraph", None, (Span.of(text, len(line) - 4, len(line)),), "indirect", "says",
        speaker, confidence=0.9, speaker_confidence=0.9,
    )  # fmt: skip
    facts = []
    if office:
        facts.append(
            Learned(doc[:16], speaker.start, speaker.end, words, "title before name", name or "", speaker.actor or "",
                    "person", str(office), "minister", standing, None, None, day=day)  # type: ignore[arg-type]
        )  # fmt: skip
    return Findings(document, (statement,), learned=tuple(facts))


OFFICIAL = {"capacity": "official", "sector": "GOV"}
PLACED = "page:title or office beside the name; context:dateline"


def minister(day: int, country: str | None = "LUM", how: str = "page:title", **fields: object) -> Findings:
    line = "Toll Minister Ida Moor said that the ferry sails."
    known = {**OFFICIAL, "country": country, "how": how, "office": "toll minister", **fields}
    return page(date(2021, 3, day), line, "Toll Minister Ida Moor", "Ida Moor", **known)


def bare(day: int, month: int = 3, **fields: object) -> Findings:
    return page(date(2021, month, day), "Moor said that the toll stays.", "Moor", "Moor", how="page:name", **fields)


def rows(pages: Sequence[Findings]) -> tuple[list[Known], Archive]:
    store = MemoryStore()
    for one in pages:
        store.put(one, [Done(one.document.doc, "page", "f1", "found")])
    derive(store, 0.0)
    return store.derivations.rows(Known), Archive(store, 0.0)


def speaker(archive: Archive, one: Findings) -> Party:
    found = archive.findings(one.document.doc).statements[0].speaker
    assert found is not None
    return found


def test_a_surname_is_the_one_bearer_whom_pages_of_the_matter_know() -> None:
    told, short = minister(1), bare(9)
    found, archive = rows([told, short])
    assert [(row.about, row.actor, row.value) for row in found] == [
        ("same", "doc:moor", "doc:ida-moor"),
        ("country", "doc:ida-moor", "LUM"),
        ("office", "doc:ida-moor", "toll minister"),
    ]
    meant = speaker(archive, short)
    assert (meant.name, meant.country, meant.sector, meant.capacity) == ("Ida Moor", "LUM", "GOV", "official")
    assert found[0].id in meant.how
    assert found[0].entries == (short.statements[0].id,)
    own = archive.page(short.document.doc).statements[0].speaker
    assert own == short.statements[0].speaker  # the page itself stays as it is


def test_a_surname_on_a_page_of_another_matter_or_long_after_stays_open() -> None:
    assert rows([minister(1), bare(9, matter=ELSEWHERE)])[0] == []
    assert rows([minister(1), bare(9, month=9)])[0] == []


def test_two_bearers_leave_a_surname_open_and_that_is_told() -> None:
    other = page(date(2021, 3, 2), "Jon Moor said that the ferry leaks.", "Jon Moor", "Jon Moor", how="page:name")
    short = bare(9)
    found, archive = rows([minister(1), other, short])
    [row] = [one for one in found if one.about == "same"]
    assert row.conflict and not row.value and not row.entries
    assert row.shown == "Ida Moor or Jon Moor"
    assert speaker(archive, short).actor == "doc:moor"


def test_a_named_country_counts_for_more_than_datelines() -> None:
    abroad = [minister(day, "COR", PLACED) for day in (2, 3)]
    found, archive = rows([minister(1), *abroad])
    assert [(row.about, row.value, row.pages) for row in found] == [("country", "LUM", 1)]
    assert [speaker(archive, one).country for one in abroad] == ["LUM", "LUM"]


def test_of_datelines_the_most_count_if_they_are_clearly_more() -> None:
    away = minister(5, "COR", PLACED)
    _, archive = rows([*(minister(day, how=PLACED) for day in (1, 2, 3, 4)), away])
    assert speaker(archive, away).country == "LUM"


def test_where_datelines_disagree_the_country_is_open_on_all_of_them() -> None:
    home, away = minister(1, how=PLACED), minister(5, "COR", PLACED)
    [row], archive = rows([home, away])
    assert row.conflict and row.shown == "COR or LUM"
    assert [speaker(archive, one).country for one in (home, away)] == [None, None]
    assert archive.page(away.document.doc).statements[0].speaker.country == "COR"  # type: ignore[union-attr]


def test_what_a_page_is_about_speaks_against_no_dateline() -> None:
    about = "page:title; context:the country the page is about"
    _, archive = rows([minister(1, how=PLACED), minister(2, how=PLACED), weak := minister(5, "COR", about)])
    assert speaker(archive, weak).country == "LUM"


def test_countries_that_pages_name_and_that_differ_are_told_and_fill_in_nothing() -> None:
    unplaced = minister(7, None)
    found, archive = rows([minister(1), minister(2, "COR"), unplaced])
    [row] = [one for one in found if one.about == "country"]
    assert row.conflict and row.shown == "COR or LUM"
    assert speaker(archive, unplaced).country is None


def test_an_office_reaches_a_month_and_never_past_a_farewell() -> None:
    full = {"name": "Ida Moor"}

    def plain(day: date, line: str = "Ida Moor said that the toll stays.") -> Findings:
        return page(day, line, "Ida Moor", full["name"], how="page:name", country="LUM")

    near, far = plain(date(2021, 3, 20)), plain(date(2021, 6, 1))
    _, archive = rows([minister(1), near, far])
    assert speaker(archive, near).capacity == "official"
    assert speaker(archive, far).capacity == "other"
    left = page(
        date(2021, 3, 10), "Ex-minister Ida Moor said that she swims.", "Ida Moor", "Ida Moor", how="page:name",
        country="LUM", capacity="former", office="toll minister", standing="former",
    )  # fmt: skip
    _, archive = rows([minister(1), left, near])
    assert speaker(archive, near).capacity == "other"
    assert speaker(archive, left).capacity == "former"


def unnamed(day: int) -> Findings:
    line = "Lumenia's toll minister said that the ferry waits."
    fields = {**OFFICIAL, "actor_kind": "office", "country": "LUM", "how": "table:office"}
    return page(date(2021, 3, day), line, "Lumenia's toll minister", None, **fields)


def test_an_unnamed_holder_is_who_held_it_before_and_after() -> None:
    between, after = unnamed(10), unnamed(25)
    found, archive = rows([minister(1), minister(20), between, after])
    [row] = [one for one in found if one.about == "holder"]
    assert (row.value, row.shown, row.entries) == ("doc:ida-moor", "Ida Moor", (between.statements[0].id,))
    assert speaker(archive, between).name == "Ida Moor"
    assert speaker(archive, after).name is None  # nobody was seen in it after that day


def test_two_seen_in_an_office_leave_days_between_them_open() -> None:
    other = page(
        date(2021, 3, 20), "Toll Minister Leo Bent said that the ferry sails.", "Toll Minister Leo Bent", "Leo Bent",
        country="LUM", how="page:title", office="toll minister", **OFFICIAL,
    )  # fmt: skip
    assert [one for one in rows([minister(1), other, unnamed(10)])[0] if one.about == "holder"] == []


def test_the_order_of_reading_changes_nothing() -> None:
    pages = [minister(1), minister(20), bare(9), unnamed(10), minister(2, "COR", PLACED)]
    expected = rows(pages)[0]
    shuffled = random.Random(4).sample(pages, len(pages))
    assert expected and rows(shuffled)[0] == expected


def test_a_forgotten_page_takes_along_what_it_taught(filled: Callable[[Sequence[Findings]], MemoryStore]) -> None:
    told = minister(1)
    store = filled([told, bare(9)])
    derive(store, 0.0)
    store.forget(told.document.doc, "2021-04-01T00:00:00Z")
    assert store.derivations.rows(Known) == []
    derive(store, 0.0)
    assert store.derivations.rows(Known) == []
