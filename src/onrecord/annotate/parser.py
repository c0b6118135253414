"""The framework at work: texts to parses, each text one sentence with one tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from onrecord.annotate.forms import Forms
from onrecord.annotate.tokens import Parse, parse_of
from onrecord.annotate.vectors import Vectors

BATCH = 64
"""Sentences given to the framework at a time, of like length; a parse never hangs on what else is in its batch."""

AT_ONCE = 4 * BATCH
"""The framework's parser steps through a quarter of what it is told to take."""

KEPT = 50_000
"""Words up to which the framework may keep all that it meets, and how to cut them: some 20 MB, and most words of an archive."""

WORDS = 20_000
"""New words beyond them after which it is made to forget: with every page, and it would make them anew for each."""


class Parser:
    """A pipeline, with what follows from the form of words remembered."""

    def __init__(self, pipeline: Any) -> None:
        """Takes from the pipeline the components whose work is remembered."""
        self._pipeline = pipeline
        self._vectors = Vectors(pipeline)
        self._forms = Forms(pipeline)
        self._zone: Any = None
        self._full = 0

    def parses(self, texts: Sequence[str]) -> list[Parse]:
        """The parse of each text. What the framework raises goes through."""
        with self._freed():
            made = [self._made(text) for text in texts]
            self._vectors.give(made)
            parsed = list(self._pipeline.pipe(made, batch_size=AT_ONCE))
            return [parse_of(words, *_places(one)) for one, words in zip(parsed, self._forms.of(parsed), strict=True)]

    def _made(self, text: str) -> Any:
        """The text cut into tokens and marked as one sentence, so that the parser builds one tree of it."""
        made = self._pipeline.make_doc(text)
        inside = np.full(len(made), -1, np.int64)
        inside[:1] = 0
        return made.from_array(["SENT_START"], inside.view(np.uint64))

    @contextmanager
    def _freed(self) -> Iterator[None]:
        """Frees what the framework keeps of the words it met, now and then, so that memory does not grow with an archive.

        The framework's own manager is left half open by an exception, and the next use of the pipeline then fails.
        """
        if len(self._pipeline.vocab) < KEPT and self._zone is None:
            yield
            return
        if self._zone is None:
            self._zone = self._pipeline.memory_zone()
            self._zone.__enter__()
            self._full = len(self._pipeline.vocab) + WORDS
        done = False
        try:
            yield
            done = len(self._pipeline.vocab) < self._full
        finally:
            if not done:
                self._zone.__exit__(None, None, None)
                self._zone = None


def _places(text: Any) -> tuple[list[int], list[int], list[int]]:
    """Of each token its head, its first character and the one behind its last."""
    heads, starts, lengths = text.to_array(["HEAD", "IDX", "LENGTH"]).astype(np.int64).T
    return (heads + np.arange(len(heads))).tolist(), starts.tolist(), (starts + lengths).tolist()
