"""A document to its annotations, sentence by sentence."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from onrecord.annotate.forms import Forms
from onrecord.annotate.headline import verb_test
from onrecord.annotate.joined import rejoined
from onrecord.annotate.layout import Piece, replacements
from onrecord.annotate.model import DEFAULT_MODEL, load
from onrecord.annotate.quotes import pair_quotes
from onrecord.annotate.semicolons import side_by_side
from onrecord.annotate.sentences import split_sentences
from onrecord.annotate.tokens import Parse, parse_of, sentence_of
from onrecord.annotate.view import View, view_of
from onrecord.errors import StepError
from onrecord.schema import READ_KINDS, Annotations, Document

BATCH = 64
"""Sentences given to the framework at a time, of like length; a parse never hangs on what else is in its batch."""

BATCH_TEXT = 6000
"""Characters given to the framework at a time: its memory grows with them, and 64 sentences of 2,000 would take 1 GB."""

CACHED = 4096
"""Parses kept, so that equal sentences (headlines, formulas, reprints) are parsed once: some 10 MB."""

MODEL_FAULTS = (ValueError, TypeError, KeyError, IndexError, RuntimeError)
"""What the framework raises on a text it cannot handle."""


class Annotator:
    """Loads a language model once and annotates documents with it. The same text always gets the same annotations.

    ``identity`` names the model, its weights' digest and the framework's version. Raises ModelError where the model
    is missing or is not the pinned one.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        """Loads ``model``: a package's name, or a folder with a spaCy pipeline."""
        loaded = load(model)
        self.identity = loaded.identity
        self._pipeline = loaded.pipeline
        self._is_verb = verb_test(loaded.verbs)
        self._forms = Forms(self._pipeline)
        self._cache: OrderedDict[str, Parse] = OrderedDict()

    def annotate(self, document: Document) -> Annotations:
        """Sentences of the blocks that are read, in text order, each parsed on its own; and all paired quotes.

        A document that is not read has no annotations. Raises StepError, naming step and document, where the model
        fails on a sentence.
        """
        if document.unread is not None:
            return Annotations((), (), self.identity)
        text = document.text
        pieces = [
            Piece(index, start, end)
            for index, block in enumerate(document.blocks)
            if block.kind in READ_KINDS
            for start, end in split_sentences(text, block.start, block.end)
        ]
        quotes = pair_quotes(text, document.blocks)
        changes = replacements(document, pieces, quotes, self._is_verb)
        views = [view_of(text, piece.start, piece.end, changes) for piece in pieces]
        try:
            parses = self._parse(views)
        except MODEL_FAULTS as error:
            raise StepError(f"annotate: {document.path} ({document.doc}): the model failed: {error}") from error
        sentences = tuple(
            sentence_of(index, piece.block, (piece.start, piece.end), text, view, parses[view.text])
            for index, (piece, view) in enumerate(zip(pieces, views, strict=True))
        )
        return Annotations(sentences, quotes, self.identity)

    def _parse(self, views: Sequence[View]) -> dict[str, Parse]:
        """Per text its parse; only texts that are not kept from before are parsed."""
        wanted = dict.fromkeys(view.text for view in views)
        known = {text: self._cache[text] for text in wanted if text in self._cache}
        fresh = [text for text in wanted if text not in known]
        with _freed(self._pipeline):
            for batch in batches(fresh):
                parsed = self._run(batch)
                for text, one, forms in zip(batch, parsed, self._forms.of(parsed), strict=True):
                    known[text] = rejoined(text, side_by_side(text, parse_of(one, forms)))
        for text in wanted:
            self._cache[text] = known[text]
            self._cache.move_to_end(text)
        while len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        return known

    def _run(self, texts: Sequence[str]) -> list[Any]:
        return list(self._pipeline.pipe(map(self._made, texts), batch_size=BATCH))

    def _made(self, text: str) -> Any:
        """The text cut into tokens and marked as one sentence, so that the parser builds one tree of it."""
        made = self._pipeline.make_doc(text)
        for token in made[1:]:
            token.is_sent_start = False
        return made


def batches(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts by length, in batches of at most BATCH and, where there are several in one, BATCH_TEXT characters."""
    batch: list[str] = []
    size = 0
    for text in sorted(texts, key=len):
        if batch and (len(batch) == BATCH or size + len(text) > BATCH_TEXT):
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


@contextmanager
def _freed(pipeline: Any) -> Iterator[None]:
    """Frees what the framework keeps of the words it met, so that memory does not grow with an archive.

    The framework's own manager is left half open by an exception, and the next use of the pipeline then fails.
    """
    zone = pipeline.memory_zone()
    zone.__enter__()
    try:
        yield
    finally:
        zone.__exit__(None, None, None)
