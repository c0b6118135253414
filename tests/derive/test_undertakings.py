"""What a speaker says that its own side will do is its position, if only its own."""

from __future__ import annotations

import pytest

from onrecord.derive.undertakings import Undertaking, undertakings
from onrecord.schema import About, Document, Party, Span, Statement


def said(text: str, *pieces: str, rule: str = "say.say", kind: str = "person") -> list[Undertaking]:
    """The undertakings of a minister of Lumenia who says ``pieces`` of ``text``."""
    document = Document("d" * 16, "d" * 64, "d.txt", text, ())
    content = tuple(Span.of(text, text.index(one), text.index(one) + len(one)) for one in pieces or (text,))
    about = tuple(
        About("Lumenia", "LUM", at, at + len("Lumenia"), "table")
        for at in range(len(text))
        if text.startswith("Lumenia", at)
    )
    speaker = Party("she", 0, 3, "Ida Moor", "p:moor", kind, "LUM", "GOV", capacity="official")  # type: ignore[arg-type]
    statement = Statement(
        "s", document.doc, "paragraph", None, content, "indirect", "says", speaker, about=about, rule=rule
    )
    return list(undertakings(statement, document, frozenset({"LUM", "state:LUM"})))


@pytest.mark.parametrize(
    ("text", "says_no", "limit"),
    [
        ("Lumenia will finish the lake dam", False, ""),
        ("We shall never open the eastern border", True, ""),
        ("her country would open the border if Corvo paid its debt", False, "if Corvo paid its debt"),
        ("her country would open the border only when Corvo had paid", False, "only when Corvo had paid"),
        ("her country will free the crew in exchange for the boat", False, "in exchange for the boat"),
        ("the government would hand over no more prisoners", True, ""),
        ("There will be no talks on the lake dam", True, ""),
        ("It is late, but we won’t share the fishing bank", True, ""),
    ],
)
def test_what_its_own_side_will_or_will_not_do(text: str, says_no: bool, limit: str) -> None:
    assert [(one.says_no, one.limit) for one in said(text)] == [(says_no, limit)]


@pytest.mark.parametrize(
    "text",
    [
        "Corvo will finish the lake dam",
        "the water would fall by half a metre",
        "Lumenia will be a happy country",
        "we would have opened the eastern border",
        "Lumenia opened the eastern border",
    ],
)
def test_what_others_do_or_what_will_befall_it_binds_nobody(text: str) -> None:
    assert said(text) == []


def test_a_content_that_the_speaker_interrupts_is_read_on() -> None:
    text = "The government, she said, would open the eastern border once winter is over"
    found = said(text, "The government", "would open the eastern border once winter is over")
    assert [(one.says_no, one.limit) for one in found] == [(False, "once winter is over")]


def test_a_denial_or_a_wish_is_no_undertaking() -> None:
    assert said("Lumenia will finish the lake dam", rule="deny.deny") == []
