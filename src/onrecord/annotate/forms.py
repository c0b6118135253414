"""What follows from a token's form, its tag and its relation alone is remembered: part of speech and lemma.

The framework asks some two hundred patterns about every token anew, which is a sixth of the time that a parse takes. Here
its own components are asked once for each form, tag and relation. The few patterns over two tokens (*gon na*, *there is*)
are looked for in each text that holds one of their words, and a text in which one holds goes through the components as it is.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from onrecord.annotate.lemmas import repaired

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
OWN = frozenset({"TAG", "LOWER", "ORTH", "TEXT", "DEP", "IS_SPACE"})
"""What a pattern may ask of a token for its answer to follow from form, tag and relation."""
REMEMBERED = 200_000
"""Forms kept, some 50 MB; a language has fewer that come twice."""
BETWEEN = ","
"""Stands between the forms that are asked about together, so that no pattern over two tokens holds of them."""

Form = tuple[int, int, int]
"""Hashes of a token's letters, its tag and its relation."""


class Word(NamedTuple):
    """What is known of a token by its form."""

    lemma: str
    pos: str
    tag: str
    dep: str
    space: bool
    """True for white space, which is no word."""


class Forms:
    """The components of a pipeline that give parts of speech and lemmas, asked once for each form."""

    def __init__(self, pipeline: Any) -> None:
        """Takes the components out of the pipeline, where they are such as can be remembered; ``taken`` says so."""
        self._pipeline = pipeline
        self._known: dict[Form, Word] = {}
        self.taken = pipeline.pipe_names[-2:] == [RULER, LEMMATIZER] and self._is_plain()
        if self.taken:
            self._components = [pipeline.get_pipe(name) for name in (RULER, LEMMATIZER)]
            longer = self._longer()
            self._signs = signs_of(longer)
            self._matcher = importlib.import_module("spacy.matcher").Matcher(pipeline.vocab)
            if longer:
                self._matcher.add("longer", longer)
            pipeline.disable_pipes(RULER, LEMMATIZER)

    def of(self, texts: Sequence[Any]) -> list[list[Word]]:
        """What is known of each token of each parsed text."""
        if not self.taken:
            return [_words(text) for text in texts]
        forms = [[*map(tuple, text.to_array(["ORTH", "TAG", "DEP"]).tolist())] for text in texts]
        known = self._known
        self._learn({form for some in forms for form in some if form not in known})
        return [
            self._asked(text) if self._is_met(text) else [known[form] for form in some]
            for text, some in zip(texts, forms, strict=True)
        ]

    def _is_met(self, text: Any) -> bool:
        """True where a pattern over several tokens holds."""
        if self._signs is not None:
            strings = self._pipeline.vocab.strings
            met = (
                not {strings[sign] for sign in signs}.isdisjoint(text.to_array([name]).tolist())
                for name, signs in self._signs.items()
            )
            if not any(met):
                return False
        return bool(self._matcher(text))

    def _asked(self, text: Any) -> list[Word]:
        for component in self._components:
            text = component(text)
        return _words(text)

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

    def _longer(self) -> list[list[dict[str, Any]]]:
        return [
            pattern
            for rule in self._pipeline.get_pipe(RULER).patterns
            for pattern in rule["patterns"]
            if len(pattern) > 1 or any("OP" in token for token in pattern)
        ]


def signs_of(patterns: Iterable[Sequence[Mapping[str, object]]]) -> dict[str, list[str]] | None:
    """Per attribute, values of which a text has to have one for any of the patterns to hold; None where nothing is
    certain.
    """
    signs: dict[str, list[str]] = {}
    for pattern in patterns:
        firm = [
            (name, value)
            for token in pattern
            if "OP" not in token
            for name, value in token.items()
            if name in ("LOWER", "DEP", "TAG") and isinstance(value, str)
        ]
        if not firm:
            return None
        signs.setdefault(firm[0][0], []).append(firm[0][1])
    return signs


def _words(text: Any) -> list[Word]:
    return [
        Word(repaired(token.text, token.lemma_, token.tag_), token.pos_, token.tag_, token.dep_, token.is_space)
        for token in text
    ]
