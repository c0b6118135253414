"""A document to its annotations, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.annotate.headline import verb_test
from onrecord.annotate.hyphens import whole_words
from onrecord.annotate.joined import rejoined
from onrecord.annotate.layout import Piece, replacements, title_text
from onrecord.annotate.model import DEFAULT_MODEL, load
from onrecord.annotate.parser import BATCH, Parser
from onrecord.annotate.quotes import pair_quotes
from onrecord.annotate.semicolons import side_by_side
from onrecord.annotate.sentences import split_sentences
from onrecord.annotate.titles import clauses, fits, has_verb, rewordings
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
            views = self._reworded(document, pieces, views, changes, parses)
        except MODEL_FAULTS as error:
            raise StepError(f"annotate: {document.path} ({document.doc}): the model failed: {error}") from error
        sentences = tuple(
            sentence_of(index, piece.block, (piece.start, piece.end), text, view, parses[view.text])
            for index, (piece, view) in enumerate(zip(pieces, views, strict=True))
        )
        return Annotations(sentences, quotes, self.identity)

    def _reworded(
        self,
        document: Document,
        pieces: Sequence[Piece],
        views: Sequence[View],
        changes: Mapping[int, str],
        parses: dict[str, Parse],
    ) -> list[View]:
        """The views, those of headlines without a verb reworded where that gives them one; new parses join ``parses``."""
        kept = list(views)
        for number, piece in enumerate(pieces):
            title = title_text(document, piece, changes)
            shown = changes
            for begin, end in clauses(title) if title else ():
                seen = kept[number]
                first, last = (bisect_left(seen.offsets, piece.start + at) for at in (begin, end))
                if has_verb(parses[seen.text], first, last):
                    continue
                before = has_verb(parses[seen.text], 0, first)
                for at, other, new in self._variants(
                    document.text, piece, rewordings(title, begin, end, self._is_verb), shown
                ):
                    parse = self._parse([other])[other.text]
                    place = other.offsets.index(at)
                    if fits(parse, place, main=begin == 0) and (not before or has_verb(parse, 0, place)):
                        kept[number], shown, parses[other.text] = other, new, parse
                        break
        return kept

    def _variants(
        self, text: str, piece: Piece, wordings: Iterable[tuple[int, list[tuple[int, str]]]], shown: Mapping[int, str]
    ) -> list[tuple[int, View, Mapping[int, str]]]:
        """Where the verb stands in each wording, the view of it and what is changed in it; all are parsed at once."""
        made: list[tuple[int, View, Mapping[int, str]]] = []
        for at, letters in wordings:
            new = {**shown, **{piece.start + place: letter for place, letter in letters}}
            made.append((piece.start + at, view_of(text, piece.start, piece.end, new), new))
        self._parse([other for _, other, _ in made])
        return made

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
