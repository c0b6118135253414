"""Who is masked in exports, and that nothing of the name is left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.api import Record
from onrecord.export.jsonl import dumps, lines
from onrecord.export.privacy import MASK, Privacy, read_list
from onrecord.schema import Block, Document, Done, Event, Findings, Learned, Party, Sourced, Span, Statement
from onrecord.settings import EXPORT_FORMATS
from onrecord.store import MemoryStore

TEXT = (
    "By Karo Lint\n"
    "The baker Petra Voss told Minister Oda Renn that rose prices rose.\n"
    "Mrs Voss and Rose Renn left. Oda Renn stayed."
)


def at(words: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(words, after)
    return start, start + len(words)


def person(words: str, name: str, after: int = 0, official: bool = False) -> Party:
    id = "doc:" + name.lower().replace(" ", "-")
    capacity = "official" if official else "other"
    return Party(words, *at(words, after), name, id, "person", capacity=capacity, how="page:name")  # type: ignore[arg-type]


@pytest.fixture
def page() -> Findings:
    blocks = [Block("byline", 0, 12, "t"), Block("paragraph", 13, TEXT.index("\nMrs"), "t"),
              Block("paragraph", TEXT.index("Mrs"), len(TEXT), "t")]  # fmt: skip
    document = Document(
        "0" * 16, "0" * 64, "in/petra-voss.txt", TEXT, tuple(blocks), url=Sourced("https://e.org/voss-says", origin="input"),
        title=Sourced("Petra Voss on prices", origin="meta"), byline=Sourced("Karo Lint", 3, 12),
        outlet=Sourced("The Post", origin="input"),
    )  # fmt: skip
    petra, oda = person("The baker Petra Voss", "Petra Voss"), person("Minister Oda Renn", "Oda Renn", official=True)
    said = Statement(
        "s1", "0" * 16, "paragraph", Span.of(TEXT, *at("told")), (Span.of(TEXT, *at("rose prices rose")),), "indirect",
        "says", speaker=petra, addressee=oda, confidence=0.9, speaker_confidence=0.95, why="told: Petra Voss speaks",
    )  # fmt: skip
    mentions = (petra, oda, person("Mrs Voss", "Petra Voss"), person("Rose Renn", "Rose Renn"),
                person("Oda Renn", "Oda Renn", TEXT.index("stayed") - 12))  # fmt: skip
    blamed = Event(
        "e1", "0" * 16, "paragraph", "ACCUSE", Span.of(TEXT, *at("told")), Span.of(TEXT, 13, TEXT.index("\nMrs")), cameo="11",
        source=(petra,), target=(oda,), confidence=0.9, why="Petra Voss told",
    )  # fmt: skip
    return Findings(document, (said,), (blamed,), mentions=mentions)


def test_a_private_person_is_masked_wherever_the_name_stands_and_an_office_holder_is_not(page: Findings) -> None:
    found = Privacy(redact=True)(page)
    text = found.document.text
    assert len(text) == len(TEXT)
    assert "Voss" not in text and "Petra" not in text and text.count("Oda Renn") == 2
    assert "rose prices rose" in text
    assert found.statements[0].content == page.statements[0].content


def test_a_calling_is_no_office(page: Findings) -> None:
    taught = Learned("0" * 16, *at("The baker Petra Voss"), "The baker Petra Voss", "title before name", "Petra Voss",
                     "doc:petra-voss", "person", office="baker", role="other", standing="holds")  # fmt: skip
    found = Privacy(redact=True)(replace(page, learned=(taught,)))
    assert "Voss" not in found.document.text and found.learned == ()


def test_every_span_is_still_the_text_between_its_ends(page: Findings) -> None:
    found = Privacy(redact=True)(page)
    speaker = found.statements[0].speaker
    assert speaker is not None
    assert speaker.text == found.document.text[speaker.start : speaker.end] == f"The baker {MASK * 10}"
    assert (speaker.name, speaker.actor) == ("private person 1", f"private:{'0' * 16}-1")


def test_nothing_of_the_name_is_left_anywhere(page: Findings) -> None:
    written = "\n".join(dumps(line) for line in lines(Privacy(redact=True)(page), everything=True)).lower()
    assert "voss" not in written and "petra" not in written and "karo" not in written and "lint" not in written


def test_the_address_is_cut_to_the_site_where_it_has_the_name(page: Findings) -> None:
    url = Privacy(redact=True)(page).document.url
    assert url is not None and url.text == "https://e.org/"
    assert Privacy(protect=("Oda Renn",))(page).document.url == page.document.url


def test_the_people_of_a_list_are_masked_whoever_they_are(page: Findings) -> None:
    found = Privacy(protect=("oda renn",))(page)
    assert "Oda" not in found.document.text and "Petra Voss" in found.document.text
    assert found.statements[0].addressee is not None and found.statements[0].addressee.name == "private person 1"


def test_an_id_protects_as_a_name_does(page: Findings) -> None:
    assert Privacy(protect=("doc:oda-renn",))(page).document.text.count("Oda") == 0


def test_a_protected_name_is_masked_also_where_nobody_was_found(page: Findings) -> None:
    bare = replace(page, statements=(), events=(), mentions=())
    assert "Voss" not in Privacy(protect=("Petra Voss",))(bare).document.text


def test_a_page_that_names_nobody_to_be_masked_is_left_as_it_is(page: Findings) -> None:
    assert Privacy(protect=("Jan Amos",))(page) is page


def test_capitals_and_the_owners_s_hide_nobody(page: Findings) -> None:
    text = TEXT + "\nVOSS’S SHOP, PETRA VOSS SAYS"
    shouted = replace(page, document=replace(page.document, text=text))
    assert Privacy(redact=True)(shouted).document.text.endswith(f"\n{MASK * 4}’S SHOP, {MASK * 10} SAYS")


def test_a_list_has_a_name_on_each_line_and_notes() -> None:
    assert read_list(["# people", "", " Petra Voss \n", "Q42"]) == ("Petra Voss", "Q42")


@pytest.mark.parametrize("form", EXPORT_FORMATS)
def test_no_export_lets_a_protected_name_through(page: Findings, tmp_path: Path, form: str) -> None:
    store = MemoryStore()
    store.put(page, [Done(page.document.doc, "find", "f1", "found")])
    record = Record(store, "memory")
    record.derive()
    out = tmp_path / ("out.db" if form == "sqlite" else "out.x")
    record.export(form, out, everything=True, redact=True)
    written = b"".join(one.read_bytes() for one in tmp_path.iterdir()).lower()
    assert written and b"voss" not in written and b"petra" not in written
