"""Part of speech and lemma of a token, remembered: both follow from its form, its tag and its relation alone.

The framework asks some two hundred patterns about every token anew, which is a sixth of the time that a parse takes. Here
its own components are asked once for each form, tag and relation. The few patterns over two tokens (*gon na*, *there is*)
are looked for in every text, and a text in which one holds goes through the components as it is.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
OWN = frozenset({"TAG", "LOWER", "ORTH", "TEXT", "DEP", "IS_SPACE"})
"""What a pattern may ask of a token for its answer to follow from form, tag and relation."""
REMEMBERED = 200_000
"""Forms kept, some 40 MB; a language has fewer that come twice."""
BETWEEN = ","
"""Stands between the forms that are asked about together, so that no pattern over two tokens holds of them."""

Form = tuple[int, int, int]
Known = tuple[str, str]
"""Part of speech and lemma."""


class Forms:
    """The components of a pipeline that give parts of speech and lemmas, asked once for each form."""

    def __init__(self, pipeline: Any) -> None:
        """Takes the components out of the pipeline, where they are such as can be remembered; ``taken`` says so."""
        self._pipeline = pipeline
        self._known: dict[Form, Known] = {}
        self.taken = pipeline.pipe_names[-2:] == [RULER, LEMMATIZER] and self._is_plain()
        if self.taken:
            self._components = [pipeline.get_pipe(name) for name in (RULER, LEMMATIZER)]
            self._pairs = self._matcher()
            pipeline.disable_pipes(RULER, LEMMATIZER)

    def of(self, texts: Sequence[Any]) -> list[list[Known]]:
        """Part of speech and lemma of each token of each parsed text."""
        if not self.taken:
            return [[(token.pos_, token.lemma_) for token in text] for text in texts]
        forms = [[(token.orth, token.tag, token.dep) for token in text] for text in texts]
        self._learn({form for some in forms for form in some if form not in self._known})
        return [
            self._asked(text) if self._pairs(text) else [self._known[form] for form in some]
            for text, some in zip(texts, forms, strict=True)
        ]

    def _asked(self, text: Any) -> list[Known]:
        for component in self._components:
            text = component(text)
        return [(token.pos_, token.lemma_) for token in text]

    def _learn(self, fresh: set[Form]) -> None:
        if len(self._known) + len(fresh) > REMEMBERED:
            self._known.clear()
        strings = self._pipeline.vocab.strings
        words, tags, deps = [], [], []
        for orth, tag, dep in sorted(fresh):
            words += [strings[orth], BETWEEN]
            tags += [strings[tag], BETWEEN]
            deps += [strings[dep], "punct"]
        if words:
            made = importlib.import_module("spacy.tokens").Doc(
                self._pipeline.vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words)))
            )
            self._known.update(zip(sorted(fresh), self._asked(made)[::2], strict=True))

    def _is_plain(self) -> bool:
        ruler, lemmatizer = self._pipeline.get_pipe(RULER), self._pipeline.get_pipe(LEMMATIZER)
        asked = {name for rule in ruler.patterns for pattern in rule["patterns"] for token in pattern for name in token}
        return asked <= OWN and lemmatizer.mode == "rule"

    def _matcher(self) -> Any:
        matcher = importlib.import_module("spacy.matcher").Matcher(self._pipeline.vocab)
        longer = [
            pattern
            for rule in self._pipeline.get_pipe(RULER).patterns
            for pattern in rule["patterns"]
            if len(pattern) > 1 or any("OP" in token for token in pattern)
        ]
        if not longer:
            return lambda text: ()
        matcher.add("longer", longer)
        return matcher
