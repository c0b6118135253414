"""What the event model sees of a predicate: its word, its dependents, who they are, and words nearby."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.find import syntax
from onrecord.find.view import View
from onrecord.schema import Sentence

NGRAMS = (3, 4, 5)
"""Lengths of the runs of letters by which lemmas of one kind resemble each other."""
RUN, WITHIN, BESIDE = 0.5, 0.7, 0.4
"""Weights of a run of letters, of a word in the predicate's own phrase, and of one elsewhere in its sentence; a plain
feature weighs 1. Of what was tried (``tools/train_events.py``), leaving out either kind of word or the runs was worse."""
CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
MODIFIERS = CONTENT | {"ADV"}
AUXILIARY = frozenset({"aux", "auxpass", "neg"})
LINKS = frozenset({"prep", "agent", "dative", "prt"})
EMPTY = frozenset({"punct", "det"})


def features(view: View, sentence: Sentence, index: int) -> dict[str, float]:
    """The features of the predicate at ``sentence.tokens[index]`` with their weights."""
    token = sentence.tokens[index]
    found = {f"run={run}": RUN for run in _runs(token.lemma.lower())}
    found.update((name, 1.0) for name in (*_word(sentence, index), *_sides(view, sentence, index)))
    found.update((name, 1.0) for name in _dependents(view, sentence, index))
    own = set(syntax.subtree(sentence, index))
    for other in sentence.tokens:
        if other.pos in CONTENT and other.index != index:
            name = f"within={other.lemma.lower()}" if other.index in own else f"beside={other.lemma.lower()}"
            found[name] = WITHIN if other.index in own else BESIDE
    return found


def _runs(lemma: str) -> Iterator[str]:
    """Runs of letters of the lemma, its ends marked."""
    marked = f"^{lemma}$"
    for length in NGRAMS:
        for start in range(len(marked) - length + 1):
            yield marked[start : start + length]


def _word(sentence: Sentence, index: int) -> Iterator[str]:
    token = sentence.tokens[index]
    yield f"lemma={token.lemma.lower()}"
    yield f"pos={token.pos}"
    yield f"as={token.dep}"
    if token.head != index:
        yield f"head={sentence.tokens[token.head].lemma.lower()}"
    if syntax.is_passive(sentence, index):
        yield "passive"


def _sides(view: View, sentence: Sentence, index: int) -> Iterator[str]:
    """Who or what does it and undergoes it, and whether a party stands there."""
    if not syntax.is_verb(sentence.tokens[index]):
        return
    for side, at in (
        ("doer", syntax.deep_subject(sentence, index)),
        ("object", syntax.deep_object(sentence, index)),
        ("receiver", syntax.indirect_object(sentence, index)),
    ):
        if at is None:
            continue
        yield f"{side} is {_kind(view, sentence, at)}"
        yield f"{side} party" if view.party_in(sentence, at) is not None else f"{side} nobody"
        if sentence.tokens[at].pos == "NOUN":
            yield f"{side}={sentence.tokens[at].lemma.lower()}"


def _dependents(view: View, sentence: Sentence, index: int) -> Iterator[str]:
    lemma = sentence.tokens[index].lemma.lower()
    for one in sentence.children[index]:
        token = sentence.tokens[one]
        if token.dep in EMPTY:
            continue
        yield f"has {token.dep}"
        if token.dep in LINKS:
            yield f"link={token.lower}"
            yield f"lemma={lemma} {token.lower}"
            for inner in syntax.children(sentence, one, "pobj"):
                yield from _linked(view, sentence, inner, token.lower)
        elif token.dep in AUXILIARY:
            yield f"aux={token.lower}"
        elif token.pos in MODIFIERS:
            yield f"{token.dep}={token.lemma.lower()}"


def _linked(view: View, sentence: Sentence, index: int, link: str) -> Iterator[str]:
    yield f"{link} is {_kind(view, sentence, index)}"
    if view.party_in(sentence, index) is not None:
        yield f"{link} party"
    if sentence.tokens[index].pos == "NOUN":
        yield f"linked={sentence.tokens[index].lemma.lower()}"


def _kind(view: View, sentence: Sentence, index: int) -> str:
    """A name, a pronoun, somebody of a sector, anybody else, or a thing."""
    token = sentence.tokens[index]
    if token.pos in {"PRON", "PROPN"}:
        return token.pos
    sector = view.actors.sector_of(token.lemma)
    return sector or ("somebody" if view.is_actor(sentence, index) else "thing")
