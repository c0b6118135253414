"""A component for spaCy: ``nlp.add_pipe("onrecord")`` behind any English pipeline, a blank one included.

``doc._.statements`` and ``doc._.events`` are what is on record of the text, and their offsets are those of ``doc.text``.
Each line of the text is read as a paragraph, with onrecord's own parser: what is found does not hang on the pipeline that
the component stands in, and is what ``onrecord.read`` finds on the same text. ``doc._.onrecord`` has all findings, with the
reason in ``document.unread`` where a text was not read; ``doc.spans["onrecord"]`` marks the words.

What is known of the text beside its words is given before the component runs, and dates and people are told by it::

    doc = nlp.make_doc(text)
    doc._.onrecord_page = {"published": "2021-03-09", "title": "…", "outlet": "…", "url": "…"}
    doc = nlp(doc)
"""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.api import default_pipeline
from onrecord.errors import UsageError
from onrecord.schema import Event, Findings
from onrecord.selection import above
from onrecord.settings import confidence_floor
from onrecord.steps import read_page
from onrecord.store.codec import decoded, plain_of
from onrecord.store.rows import evidence_of

if TYPE_CHECKING:
    from onrecord.schema import Page
    from onrecord.steps import Pipeline

KEPT = "onrecord"
"""Under this name the findings stand in ``doc.user_data``, as JSON, so that a doc can be written out and sent to another
process; and under it the marked words in ``doc.spans``."""
KNOWN = ("published", "title", "outlet", "url", "id")
"""What ``doc._.onrecord_page`` may say."""


class Component:
    """What ``add_pipe`` puts into the pipeline; its own parser is loaded with the first text."""

    def __init__(self, model: str | None, min_confidence: float | str) -> None:
        """``model`` names another parser for onrecord, ``min_confidence`` the least that an entry needs."""
        self.model = model
        self.floor = confidence_floor(str(min_confidence))

    def __call__(self, doc: Doc) -> Doc:
        """The doc with what is found on it. Raises StepError where a step fails on it."""
        if doc.text.strip():
            document = read_page(_page(doc))
            found = above(self.pipeline.process(document), self.floor)
            doc.user_data[KEPT] = json.dumps(plain_of(found, "", ""))
            doc.spans[KEPT] = list(_marked(doc, found))
        return doc

    @cached_property
    def pipeline(self) -> Pipeline:
        """The steps of onrecord."""
        return default_pipeline(self.model)

    def __reduce__(self) -> tuple[type[Component], tuple[str | None, float]]:
        """Another process loads its own parser."""
        return Component, (self.model, self.floor)


def component(nlp: Language, name: str, model: str | None, min_confidence: float | str) -> Component:
    """The factory behind the entry point ``onrecord``. Raises UsageError for a pipeline of another language."""
    if nlp.lang not in ("en", "xx"):
        raise UsageError(
            f"onrecord reads English, and this pipeline is for {nlp.lang!r}; take an English or a blank one"
        )
    return Component(model, min_confidence)


def findings_of(doc: Doc) -> Findings | None:
    """All that was found on a doc; None where the component did not run, or the text is blank."""
    kept = doc.user_data.get(KEPT)
    found: Findings | None = decoded(Findings, json.loads(kept)) if kept is not None else None
    return found


def _page(doc: Doc) -> Page:
    """The doc's text with what is known of it, as the line of a JSONL file."""
    from onrecord.read.jsonl import canonical, page_of

    given = doc._.onrecord_page or {}
    unknown = sorted(set(given) - set(KNOWN))
    if unknown:
        raise UsageError(f"doc._.onrecord_page: no such field: {', '.join(unknown)}; there are {', '.join(KNOWN)}")
    data = {"text": doc.text, **{name: str(value) for name, value in given.items() if value}}
    return page_of("doc", canonical(data), data, None)


def _marked(doc: Doc, found: Findings) -> list[Span]:
    """The words of each entry as spans of whole tokens: an event's trigger by its type, what is said as STATEMENT."""
    marked = []
    for entry in found.entries:
        places = ((entry.trigger.start, entry.trigger.end),) if isinstance(entry, Event) else evidence_of(entry)
        label = entry.type if isinstance(entry, Event) else "STATEMENT"
        for start, end in places:
            span = doc.char_span(start, end, label=label, span_id=entry.id, alignment_mode="expand")
            if span is not None:
                marked.append(span)
    return marked


def _entries(kind: str) -> Any:
    def get(doc: Doc) -> tuple[Any, ...]:
        found = findings_of(doc)
        return getattr(found, kind) if found is not None else ()

    return get


Language.factory("onrecord", default_config={"model": None, "min_confidence": "balanced"}, func=component)
for extension in ("statements", "events"):
    Doc.set_extension(extension, getter=_entries(extension), force=True)
Doc.set_extension("onrecord", getter=findings_of, force=True)
Doc.set_extension("onrecord_page", default=None, force=True)
