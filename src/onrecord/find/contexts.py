"""What an act is about, in PLOVER's contexts: from the words of its clause, by the lexicon in ``data/codebook/contexts.tsv``.

The clause is that of the predicate that carries the act, with what is said or wanted in it; clauses joined to it, relative
clauses, reasons and conditions tell what other acts are about. A word inside somebody's longer name counts, too (*the Nuclear
Weapons Commission*).
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.find import syntax
from onrecord.lexicon.codebook import load_context_terms
from onrecord.schema import Sentence, Token

MOST = 4
"""Contexts of one act at most: the first that its clause names, after those that its mode brings along."""
BY_MODE = {("COERCE", "cyber"): "cyber", ("COERCE", "misinformation"): "misinformation"}
"""Contexts that the manual adds to a mode."""


CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass"})
OTHERS = frozenset({"advcl", "relcl", "parataxis"})


def clause_text(text: str, sentence: Sentence, index: int) -> str:
    """The words of the clause that carries the act at ``index``; a bar stands where words of other clauses are left out."""
    head = _clause_head(sentence, index)
    without = frozenset(token.index for token in sentence.tokens if token.index != head and _is_apart(sentence, token))
    kept = sorted(syntax.subtree(sentence, head, without))
    runs: list[str] = []
    for place, at in enumerate(kept):
        token = sentence.tokens[at]
        gap = text[sentence.tokens[kept[place - 1]].end : token.start] if place and kept[place - 1] == at - 1 else " | "
        runs += [gap if place else "", token.text]
    return "".join(runs)


def _is_apart(sentence: Sentence, token: Token) -> bool:
    """True for the head of a clause that tells another act: joined, relative, adverbial, or a participle behind a noun."""
    joined = token.dep == "conj" and _has_subject(sentence, token.index)
    return token.dep in OTHERS or joined or (token.dep == "acl" and token.tag in {"VBN", "VBG"})


def _clause_head(sentence: Sentence, index: int) -> int:
    at = index
    for _ in range(len(sentence.tokens)):
        token = sentence.tokens[at]
        own = token.dep == "conj" and _has_subject(sentence, at)
        if token.head == at or token.dep in CLAUSES or own:
            return at
        at = token.head
    return at


def _has_subject(sentence: Sentence, index: int) -> bool:
    return syntax.child(sentence, index, "nsubj", "nsubjpass", "expl") is not None


def contexts_of(clause: str, type_: str, mode: str | None) -> tuple[str, ...]:
    """The contexts of an act of this type and mode in a clause, in the order in which its words name them."""
    found = [BY_MODE[type_, mode]] if mode and (type_, mode) in BY_MODE else []
    for match in _pattern().finditer(clause.lower().replace("’", "'")):
        found += load_context_terms()[match["term"]]
    return tuple(dict.fromkeys(found))[:MOST]


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """All terms, the longest first, each as a word of its own or its plural."""
    terms = sorted(load_context_terms(), key=lambda one: (-len(one), one))
    return re.compile(rf"(?<![\w'-])(?P<term>{'|'.join(map(re.escape, terms))})(?:s|es|'s|s')?(?![\w-])")
