from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.annotate import Annotator
from onrecord.find import find, relate
from onrecord.find.view import View
from onrecord.find.weighing import weighed
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.frames import load_frames
from onrecord.resolve import resolve
from onrecord.schema import Document, Event, Findings

ViewOf = Callable[..., View]
FindingsOf = Callable[..., Findings]


@pytest.fixture(scope="session")
def view_of(annotator: Annotator, document_of: Callable[[str], Document]) -> ViewOf:
    """A text as the finders see it; ``title=True`` makes its first line a title."""

    def make(text: str, title: bool = False) -> View:
        document = document_of(text)
        if title:
            first = replace(document.blocks[0], kind="title")
            document = replace(document, blocks=(first, *document.blocks[1:]))
        return View(document, annotator.annotate(document), load_frames(), load_actors())

    return make


@pytest.fixture(scope="session")
def findings_of(view_of: ViewOf) -> FindingsOf:
    """What is found in a text, before anybody is resolved."""

    def make(text: str, title: bool = False) -> Findings:
        view = view_of(text, title)
        found = find(view.document, view.annotations, view.frames, view.actors)
        return relate(view.document, view.annotations, found)

    return make


@pytest.fixture(scope="session")
def resolved_of(view_of: ViewOf) -> FindingsOf:
    """What is found in a text, with everybody resolved."""

    def make(text: str, title: bool = False) -> Findings:
        view = view_of(text, title)
        found = find(view.document, view.annotations, view.frames, view.actors)
        return relate(view.document, view.annotations, resolve(view.document, view.annotations, found, load_actors()))

    return make


def factors(view_of: ViewOf, text: str) -> dict[str, float]:
    """By trigger, what the surroundings leave of each event's confidence."""
    view: View = view_of(text)
    found = find(view.document, view.annotations, view.frames, view.actors)
    found = resolve(view.document, view.annotations, found, load_actors())
    before: dict[str, Event] = {one.id: one for one in found.events}
    return {
        one.trigger.text: round(one.confidence / before[one.id].confidence, 2)
        for one in weighed(view.annotations, found)
    }
