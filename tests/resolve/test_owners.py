"""Whose *its*, *their* and *his* are by the clause they stand in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.schema import Document, Event, Findings, Span
from tests.resolve.conftest import Resolve, stub


@pytest.mark.parametrize(
    ("text", "pronoun", "country"),
    [
        ("Chile condemned Peru for its crackdown on miners.", "its", "PER"),
        ("Chile imposed sanctions on Peru over its crackdown on miners.", "its", "PER"),
        ("Chile rejected calls for sanctions on Peru over its crackdown on miners.", "its", "PER"),
        ("Chile asked Peru to end its attacks on fishermen.", "its", "PER"),
        ("Chile called on Peru to honour its commitment to a truce.", "its", "PER"),
        ("Chile confronted Peru about its arms shipments to Bolivia.", "its", "PER"),
        ("Chile apologised to Peru for its attacks on fishermen.", "its", "CHL"),
        ("Chile accused Peru of shelling its villages.", "its", "CHL"),
        ("Chile asked Peru to respect its borders.", "its", "CHL"),
        ("Bolivia stood by. Chile spoke of Peru, which said it would pay.", "it", "PER"),
        ("President Michelle Bachelet of Chile thanked President Ollanta Humala of Peru for his visit.", "his", "PER"),
    ],
)
def test_what_somebody_is_blamed_for_or_asked_to_end_is_theirs(
    resolved: Resolve, text: str, pronoun: str, country: str
) -> None:
    (party,) = resolved(text, pronoun)
    assert party.country == country


def test_nobody_deals_with_himself(annotator: Annotator, document_at: Callable[..., Document]) -> None:
    text = "Kenya said that it was negotiating the terms of its exit."
    document = document_at(text)
    kenya, own = stub(text, "Kenya"), stub(text, "its")
    talks = Event(
        "e",
        "d",
        "paragraph",
        "CONSULT",
        Span.of(text, 23, 34),
        Span(text, 0, len(text)),
        source=(kenya,),
        target=(own,),
    )
    found = resolve(document, annotator.annotate(document), Findings(document, events=(talks,)), load_actors())
    assert not found.events[0].target
