"""Subjects and objects of clauses: where in a sentence they stand, for pronouns to point back to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.schema import Quote, Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_BEFORE = frozenset("det amod compound poss nummod nmod advmod predet quantmod appos".split())
_AFTER = frozenset("prep pobj appos case pcomp".split())
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_TOWARDS = frozenset("to with against".split())
"""Prepositions behind a verb whose noun takes part in the act: *appealed to the rebels*."""
_BESIDE = frozenset("along alongside together".split())
_MASTERS = frozenset("of for at from with".split())
_SHARED_SUBJECT = frozenset("xcomp conj advcl acl pcomp prep dobj pobj aux".split())
"""How a clause hangs on the one whose subject is also its own: *asked for leave to visit them*."""
_CLIMB = 8
"""Steps up a sentence within which a clause finds its subject."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun phrase, ``text[start:end]`` of the document; ``main`` where its verb is the sentence's root.

    ``head`` is the index of its noun in the sentence, -1 where not known; ``inner`` are the phrases within it of those whom
    somebody serves or owns: *the company* of *a spokesman for the company*.
    """

    start: int
    end: int
    main: bool
    quoted: bool
    plural: bool
    head: int = -1
    inner: tuple[Subject, ...] = ()


def subjects_of(sentence: Sentence, quotes: Sequence[Quote]) -> list[Subject]:
    """The nouns that do what a sentence tells, in text order: its subjects, the by-phrase of a passive, whom *who* points back
    to; pronouns are left out."""
    return [
        _phrase(sentence, token, quotes)
        for token in sentence.tokens
        if token.pos in _NOUNS
        and (token.dep in _SUBJECTS or _is_doer(sentence, token))
        and not _describes_a_name(sentence, token)
    ]


def _is_doer(sentence: Sentence, token: Token) -> bool:
    """*sold* **by rebels**, **rebels** *who hold the east*."""
    if token.dep == "pobj" and sentence.tokens[token.head].dep == "agent":
        return True
    if token.dep in {"appos", "attr"}:
        return False  # *Lind,* **a doctor** *who …*: somebody named before
    clauses = [sentence.tokens[child] for child in sentence.children[token.index]]
    words = (sentence.tokens[inner] for one in clauses if one.dep == "relcl" for inner in sentence.children[one.index])
    return any(word.dep in _SUBJECTS and word.text.lower() == "who" for word in words)


def objects_of(sentence: Sentence, quotes: Sequence[Quote]) -> list[Subject]:
    """The nouns that undergo or share in the acts of a sentence, in text order; pronouns are left out."""
    return [
        replace(_phrase(sentence, token, quotes), inner=())
        for token in sentence.tokens
        if token.pos in _NOUNS and (token.dep in _OBJECTS or _is_towards(sentence, token))
    ]


def subject_at(sentence: Sentence, start: int, end: int, quotes: Sequence[Quote]) -> Subject | None:
    """The phrase ``text[start:end]`` as a subject of its sentence; None where none of its words is the noun of it."""
    inside = [token for token in sentence.tokens if start <= token.start < end and token.pos in _NOUNS]
    head = next((token for token in inside if not start <= sentence.tokens[token.head].start < end), None)
    return replace(_phrase(sentence, head, quotes), start=start, end=end, main=True) if head else None


def phrase_of(sentence: Sentence, token: Token, quotes: Sequence[Quote]) -> Subject:
    """The noun phrase of a token, whatever its place in the sentence."""
    return replace(_phrase(sentence, token, quotes), inner=())


def told_of(sentence: Sentence, pronoun: Token) -> Token | None:
    """The noun of the relative clause that a pronoun stands in, whose *which* or *who* is the subject: **Norland**, *which said it
    would pay*."""
    if pronoun.dep not in _SUBJECTS:
        return None
    token = pronoun
    for _ in range(_CLIMB):
        if token.dep == "relcl":
            below = [sentence.tokens[one] for one in sentence.children[token.index]]
            which = any(one.dep in _SUBJECTS and one.text.lower() in {"which", "who"} for one in below)
            other = any(one.dep in _OBJECTS and one.pos == "PROPN" for one in below)  # *which fought Sudland when it …*
            noun = sentence.tokens[token.head]
            return noun if which and not other and noun.pos in _NOUNS and noun.index < pronoun.index else None
        if token.head == token.index or token.dep == "pcomp":
            return None
        token = sentence.tokens[token.head]
    return None


def bound_subjects(sentence: Sentence, pronoun: Token) -> frozenset[int]:
    """Indices of the nouns that a plain object pronoun cannot mean: its own clause's subject (*police dispersed them*).

    Where the clause has none of its own, it is the one that it shares: *members asked for leave to visit them*.
    """
    if pronoun.dep not in _OBJECTS | {"pobj"} or pronoun.text.lower().endswith(("self", "selves")):
        return frozenset()
    token = sentence.tokens[pronoun.head]
    for _ in range(_CLIMB):
        subjects = [
            sentence.tokens[child]
            for child in sentence.children[token.index]
            if sentence.tokens[child].dep in _SUBJECTS
        ]
        if subjects:
            relative = {token.head} if token.dep == "relcl" else set()
            return frozenset({one for subject in subjects for one in _joined(sentence, subject)} | relative)
        if token.dep not in _SHARED_SUBJECT:
            return frozenset()
        token = sentence.tokens[token.head]
    return frozenset()


def _joined(sentence: Sentence, subject: Token) -> Iterator[int]:
    """The subject and those who act beside it: *our troops* **along with the US** *would destroy them*."""
    yield subject.index
    for token in _descendants(sentence, subject, frozenset({"prep", "pobj", "conj"})):
        above = sentence.tokens[token.head]
        beside = above.text.lower() in _BESIDE or (
            above.text.lower() == "with" and sentence.tokens[above.head].text.lower() in _BESIDE
        )
        if token.dep == "conj" or (token.dep == "pobj" and beside):
            yield token.index


def _is_towards(sentence: Sentence, token: Token) -> bool:
    preposition = sentence.tokens[token.head]
    verb = sentence.tokens[preposition.head]
    return token.dep == "pobj" and preposition.text.lower() in _TOWARDS and verb.pos == "VERB"


def _phrase(sentence: Sentence, token: Token, quotes: Sequence[Quote]) -> Subject:
    """The noun phrase of a token."""
    start, end = noun_span(sentence, token)
    verb = sentence.tokens[token.head]  # *“the highest levels” had assured*: told by the narrator, but for two words
    quoted = any(quote.start <= token.start < quote.end and quote.start <= verb.start < quote.end for quote in quotes)
    inner = tuple(_phrase(sentence, one, quotes) for one in _masters(sentence, token))
    return Subject(
        start, end, _is_main(sentence, token), quoted, _is_many(sentence, token), head=token.index, inner=inner
    )


def _is_many(sentence: Sentence, token: Token) -> bool:
    joint = any(sentence.tokens[child].dep == "conj" for child in sentence.children[token.index])
    return token.tag in ("NNS", "NNPS") or joint


def _masters(sentence: Sentence, token: Token) -> list[Token]:
    """Whom the bearer of a noun serves or belongs to: its possessor, and the nouns behind its *of* or *for*."""
    below = [sentence.tokens[child] for child in sentence.children[token.index]]
    behind = [
        sentence.tokens[child]
        for one in below
        if one.dep == "prep" and one.text.lower() in _MASTERS
        for child in sentence.children[one.index]
    ]
    found = [one for one in below if one.dep == "poss"] + [one for one in behind if one.dep == "pobj"]
    return [one for one in found if one.pos in ("NOUN", "PROPN")]


def _describes_a_name(sentence: Sentence, token: Token) -> bool:
    """*A former minister*, *Novak was …*: the parser's second subject of the verb is the one."""
    last = max((one.index for one in _descendants(sentence, token, _BEFORE | _AFTER)), default=token.index)
    last = max(last, token.index)
    if token.pos != "NOUN" or last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].text != ",":
        return False
    others = (sentence.tokens[child] for child in sentence.children[token.head])
    return any(o.dep in _SUBJECTS and o.pos == "PROPN" and token.index < o.index < token.head for o in others)


def noun_span(sentence: Sentence, head: Token) -> tuple[int, int]:
    """The noun phrase of ``head``: what leads up to it and the prepositional phrases and appositions that follow."""
    first = last = head
    for token in _descendants(sentence, head, _BEFORE | {"conj", "cc"} | _AFTER):
        if token.start < first.start:
            first = token
        if token.end > last.end:
            last = token
    return first.start, last.end


def _descendants(sentence: Sentence, head: Token, allowed: frozenset[str]) -> list[Token]:
    found, waiting = [], [head.index]
    while waiting:
        index = waiting.pop()
        for child in sentence.children[index]:
            token = sentence.tokens[child]
            if token.dep in allowed:
                found.append(token)
                waiting.append(child)
    return found


def _is_main(sentence: Sentence, token: Token) -> bool:
    verb = sentence.tokens[token.head]
    if verb.head == verb.index:
        return True
    # "X said" inside the quotation's sentence is parsed as a parenthesis or as its clause's parent
    return verb.dep in ("ROOT", "parataxis", "conj")


def token_at(sentence: Sentence, start: int) -> Token | None:
    """The token that begins at or holds ``start``, or None."""
    return next((token for token in sentence.tokens if token.start <= start < token.end), None)


def noun_joined_before(sentences: Sequence[Sentence], at: int) -> tuple[int, int] | None:
    """Where the words before the first of joined nouns stand, for the plural noun at ``at``: **Kenyan** *officers and nurses*."""
    index = bisect_right(sentences, at, key=lambda one: one.start) - 1
    token = token_at(sentences[index], at) if index >= 0 else None
    if token is None or token.dep != "conj":
        return None
    sentence = sentences[index]
    while token.dep == "conj" and sentence.tokens[token.head].pos == "NOUN":
        token = sentence.tokens[token.head]
    start = noun_span(sentence, token)[0]
    return (start, token.start) if token.tag == "NNS" and start < token.start else None
