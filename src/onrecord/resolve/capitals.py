"""Which capital letters tell nothing: of words that begin a sentence, of headings in title case, of lines in capitals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.lexicon.actors import NameHit
from onrecord.lexicon.names import fold, given_names
from onrecord.resolve.words import NAME_PARTICLES, ORGANISATION_HEADS, SENTENCE_OPENERS
from onrecord.schema import Annotations, Document, Sentence, Token

_CLOSED = frozenset({"DET", "ADP", "SCONJ", "CCONJ", "PRON", "AUX", "PART", "INTJ"})
_SAYING = frozenset(
    "says said tells told asks asked adds added warns warned vows vowed urges urged calls called".split()
)
_HEADINGS = frozenset({"title", "subheading"})
TITLE_CASE = 0.65
"""The share of a heading's longer words that are capitalised where all of them are, be they names or not."""
MIN_WORDS = 4
"""Longer words a heading must have for its letter case to tell anything."""


@dataclass(frozen=True, slots=True)
class Common:
    """Positions of capitalised words: ``openers`` begin a sentence and are no proper nouns there, ``names`` are no names."""

    openers: frozenset[int]
    names: frozenset[int]


def common_words(document: Document, annotations: Annotations) -> Common:
    """The words of a page whose capital letters do not make them names."""
    openers: set[int] = set()
    names: set[int] = set()
    headings: list[Sentence] = []
    proper: set[str] = set()
    for sentence in annotations.sentences:
        if not sentence.tokens:
            continue
        if sentence.tokens[0].pos != "PROPN":
            openers.add(sentence.tokens[0].start)
        if _says_nothing(sentence, document):
            headings.append(sentence)
            continue
        for token in sentence.tokens:
            if not token.text[:1].isupper():
                continue
            opens = token.index == 0 and (token.lower in _SAYING or _describes(token, sentence))
            if _is_closed(token) or opens or _opens_a_matter(sentence, token):
                names.add(token.start)
            elif token.index or token.pos == "PROPN":
                proper.add(token.lower)
    if 2 * len(headings) >= len(annotations.sentences):  # a page in capitals: the tagger's word is all there is
        names.update(
            token.start
            for sentence in headings
            for token in sentence.tokens
            if token.pos not in ("PROPN", "NOUN", "ADJ")
        )
    else:
        names.update(
            token.start
            for sentence in headings
            for token in sentence.tokens
            if token.text[:1].isupper() and token.lower not in proper
        )
    return Common(frozenset(openers), frozenset(names))


def _is_closed(token: Token) -> bool:
    """True for a function word that begins a sentence, a quotation or a clause; particles may be parts of names."""
    if token.text.isupper() and len(token.text) > 1:
        return False
    if token.lower in NAME_PARTICLES or len(token.text) > 8:
        return False
    return token.pos in _CLOSED or (token.index == 0 and token.pos == "ADV" and token.lower in SENTENCE_OPENERS)


def _opens_a_matter(sentence: Sentence, token: Token) -> bool:
    """*Use of force*, *Lack of water* at the beginning of a sentence or quotation: nobody's name, whatever the tagger says."""
    begins = token.index == 0 or (token.index == 1 and sentence.tokens[0].pos == "PUNCT")
    if not begins or token.lower in ORGANISATION_HEADS or token.index + 2 >= len(sentence.tokens):
        return False
    of, what = sentence.tokens[token.index + 1 : token.index + 3]
    return of.lower == "of" and what.pos == "NOUN" and what.text.islower()


def _describes(token: Token, sentence: Sentence) -> bool:
    """True for the word that opens a sentence where it counts or describes a common noun: *Around 70*, *Reinforced troops*."""
    if token.pos in {"NUM", "ADV"} or (token.pos == "NOUN" and token.lower in _NUMBERS):
        return True
    return token.dep == "amod" and token.pos in {"ADJ", "VERB"} and sentence.tokens[token.head].pos == "NOUN"


_NUMBERS = frozenset("dozens scores hundreds thousands millions tens crowds".split())


def _says_nothing(sentence: Sentence, document: Document) -> bool:
    """True where nearly all longer words are capitalised: a heading in title case, or a line in capitals."""
    words = [token.text for token in sentence.tokens if len(token.text) > 3 and token.text[:1].isalpha()]
    if len(words) < MIN_WORDS:
        return False
    if sum(word.isupper() for word in words) > TITLE_CASE * len(words):
        return True
    heading = document.blocks[sentence.block].kind in _HEADINGS or sentence.tokens[-1].text not in (
        ".",
        "!",
        "?",
        "”",
        '"',
    )
    return heading and sum(word[:1].isupper() for word in words) > TITLE_CASE * len(words)


def borne_names(text: str, hits: Sequence[NameHit]) -> frozenset[str]:
    """Names of places that people of a page bear: "Rosa Lima", then "Lima"."""
    places = (hit for hit in hits if hit.kind in ("country", "capital", "city"))
    return frozenset(text[hit.start : hit.end] for hit in places if _follows_given_name(text, hit.start))


def _follows_given_name(text: str, start: int) -> bool:
    words = text[max(0, start - 24) : start].split(" ")
    return len(words) > 1 and words[-1] == "" and words[-2].istitle() and fold(words[-2]) in given_names()
