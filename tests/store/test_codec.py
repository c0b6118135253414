from __future__ import annotations

import json
import zlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.schema import (
    About,
    Block,
    Document,
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
from onrecord.store.codec import decoded_field, pack, pack_text, unpack, unpack_text
from onrecord.store.deflate import inflated

TEXT = "Mara Quist told the Herald on Monday that 12 boats left Porto."


def span(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def rich() -> Findings:
    """Findings with every kind of field filled in."""
    monday = When(
        "Monday", 30, 36, date(2021, 3, 1), date(2021, 3, 1), "day", "throughout", "weekday", "publication - 2"
    )
    mara = Party(
        "Mara Quist", 0, 10, "Mara Quist", "doc:mara", "person", "PRT", "GOV", ("GOV", "ELI"), "Portugal", "former"
    )
    joint = Party(TEXT[:27], 0, 27, members=(mara, Party("the Herald", 16, 26)), how="none:joint")
    document = Document(
        "d" * 16,
        "d" * 64,
        "a/b.html",
        TEXT,
        (Block("title", 0, 10, "first line"), Block("paragraph", 11, len(TEXT), "a sentence")),
        line=3,
        source_id="x1",
        title=Sourced("Mara Quist", 0, 10),
        url=Sourced("https://herald.example/1", origin="url"),
        published=When(earliest=date(2021, 3, 3), latest=None, basis="metadata", origin="json-ld:datePublished"),
    )
    statement = Statement(
        id="s1",
        doc="d" * 16,
        block="paragraph",
        cue=span("told"),
        content=(span("12 boats left Porto"),),
        form="mixed",
        attitude="wants",
        speaker=joint,
        denies=("e1",),
        about=(About("boats", None, 44, 49, "page:noun"),),
        when=monday,
        confidence=1.0,
    )
    event = Event(
        id="e1",
        doc="d" * 16,
        block="paragraph",
        type="RETREAT",
        trigger=span("left"),
        sentence=Span.of(TEXT, 0, len(TEXT)),
        contexts=("maritime",),
        source=(mara,),
        place=Place("Porto", "PRT", 41.15, -8.61, "city", 56, 61, "Porto"),
        figures=(Figure(12.0, None, None, "boats", 42, 44, "12"),),
        status="possible",
        voice="own_side",
        according_to="s1",
    )
    negated = Nonstatement("d" * 16, "paragraph", span("told"), (), "negated", mara, "why")
    return Findings(document, (statement,), (event,), (negated,), (mara, joint), (monday,), (("relate", "a defect"),))


def test_everything_comes_back() -> None:
    assert unpack(pack(rich()), TEXT) == rich()


def test_words_of_the_page_are_not_kept_twice() -> None:
    plain = inflated(pack(rich())).decode()
    assert "told" not in plain and "boats left" not in plain and "Monday" not in plain


def test_a_text_that_is_not_the_page_s_own_is_kept() -> None:
    found = rich()
    odd = Findings(found.document, mentions=(Party("Mrs Quist", 0, 10),))
    assert unpack(pack(odd), TEXT) == odd


def test_a_field_that_an_older_record_lacks_gets_its_default() -> None:
    plain = json.loads(inflated(pack(rich())))
    del plain["events"][0]["voice"]
    found = unpack(zlib.compress(json.dumps(plain).encode()), TEXT)
    assert found.events[0].voice == "outlet"


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_survives(text: str) -> None:
    assert unpack_text(pack_text(text)) == text


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("form", "loud", ValueError),
        ("form", 3, ValueError),
        ("confidence", "high", TypeError),
        ("confidence", True, TypeError),
        ("denies", "e1", TypeError),
        ("denies", [1], TypeError),
        ("speaker", "Mara", TypeError),
        ("speaker", {"name": "Mara"}, TypeError),
        ("colour", "red", KeyError),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_refused(name: str, value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        decoded_field(Statement, name, value, TEXT, "d" * 16)


def test_a_party_is_read_from_its_place_alone() -> None:
    party = decoded_field(Statement, "speaker", {"start": 0, "end": 4, "name": "Mara"}, TEXT, "d" * 16)
    assert party == Party("Mara", 0, 4, "Mara")
