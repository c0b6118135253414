"""How many words a screen could keep from the parser: those of sentences that no step has anything to ask of.

    python benchmarks/screen.py [--pages 60] [TEXTS]

A sentence may be left out where it holds no word of any frame, no quotation, no capital but its first, no pronoun that stands for
somebody and no digit: it makes no entry, and names, dates or points back to nothing for the others. Lemmas are the parser's, so
that a screen by form could only leave out less. TEXTS as for ``speed.py``.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from speed import page_of, texts_of

from onrecord.find.view import ACTOR_PRONOUNS, POSSESSIVES
from onrecord.lexicon.frames import FrameTable, PartOfSpeech
from onrecord.read import read
from onrecord.schema import Annotations, Sentence
from onrecord.steps import assemble

POINTING = ACTOR_PRONOUNS | POSSESSIVES


def asked_of(sentence: Sentence, notes: Annotations, frames: FrameTable) -> Iterator[str]:
    """What some step would look at in the sentence."""
    tokens = sentence.tokens
    words = {word for token in tokens for word in (token.lemma.lower(), token.lower)}
    if any(frames.lookup(word, pos) for word in words for pos in get_args(PartOfSpeech)):
        yield "a word of a frame"
    if any(quote.start < sentence.end and quote.end > sentence.start for quote in notes.quotes):
        yield "a quotation"
    if any(token.text[:1].isupper() for token in tokens[1:]):
        yield "a capital"
    if not POINTING.isdisjoint(words):
        yield "a pronoun"
    if any(letter.isdigit() for token in tokens for letter in token.text):
        yield "a digit"


def main() -> int:
    """Prints the sentences and words that are asked for, by what is asked, and those that are not."""
    parser = argparse.ArgumentParser(description="What a screen before the parser could leave out.")
    parser.add_argument("texts", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=60)
    given = parser.parse_args()
    pipeline = assemble()
    sentences, words, asked = Counter[bool](), Counter[bool](), Counter[str]()
    for number, text in enumerate(texts_of(given.texts, given.pages, 0.0)):
        notes = pipeline.annotator.annotate(read(page_of(number, text)))
        for sentence in notes.sentences:
            found = list(asked_of(sentence, notes, pipeline.frames))
            sentences[bool(found)] += 1
            words[bool(found)] += len(sentence.tokens)
            asked.update(found)
    total = sentences.total()
    for what, count in asked.most_common():
        print(f"{what:<20}{100 * count / total:6.1f} % of {total:,} sentences")
    share = 100 * words[False] / words.total()
    print(f"{'nothing':<20}{100 * sentences[False] / total:6.1f} % of them, with {share:.2f} % of the tokens")
    return 0


if __name__ == "__main__":
    sys.exit(main())
