"""A document to its annotations, sentence by sentence."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence

from onrecord.annotate.headline import verb_test
from onrecord.annotate.hyphens import whole_words
from onrecord.annotate.joined import rejoined
from onrecord.annotate.layout import Piece, replacements
from onrecord.annotate.model import DEFAULT_MODEL, load
from onrecord.annotate.parser import BATCH, Parser
from onrecord.annotate.quotes import pair_quotes
from onrecord.annotate.semicolons import side_by_side
from onrecord.annotate.sentences import split_sentences
from onrecord.annotate.tokens import Parse, sentence_of
from onrecord.annotate.view import View, view_of
from onrecord.errors import StepError
from onrecord.schema import READ_KINDS, Annotations, Document

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
        self._is_verb = verb_test(loaded.verbs)
        self._parser = Parser(loaded.pipeline)
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
        for batch in batches(fresh):
            for text, parse in zip(batch, self._parser.parses(batch), strict=True):
                known[text] = rejoined(text, side_by_side(text, whole_words(text, parse)))
        for text in wanted:
            self._cache[text] = known[text]
            self._cache.move_to_end(text)
        while len(self._cache) > CACHED:
            self._cache.popitem(last=False)
        return known


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
