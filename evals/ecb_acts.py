"""Gold mentions of ECB+ as the acts that the package compares, so that its own grouping is what is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ecb import Mention, Text

from onrecord.derive.kinship import families, is_general, roots
from onrecord.derive.reports import Act
from onrecord.derive.words import STOP, stem, terms
from onrecord.schema import Annotations, Sentence, Token

PRONOUNS = frozenset(
    """he she it they him her them his hers its their theirs who whom whose that which this these those i we you us me my our
    your himself herself itself themselves""".split()
)
ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "oprd", "attr", "poss", "compound"})
LINKS = frozenset({"xcomp", "conj", "advcl", "dobj", "acl", "relcl"})
"""Dependencies over which a mention that has no subject is given that of what governs it."""


def acts(texts: Sequence[Text], notes: Sequence[Annotations]) -> list[Act]:
    """An act for each mention, in order; ``page`` is the place of its document."""
    found = []
    for page, (text, note) in enumerate(zip(texts, notes, strict=True)):
        for mention in text.mentions:
            found.append(_act(page, mention, note))
    return found


def _act(page: int, mention: Mention, note: Annotations) -> Act:
    sentence = next((one for one in note.sentences if one.start <= mention.start < one.end), None)
    stems = roots(mention.text)
    whole = " ".join(token.text for token in sentence.tokens) if sentence else ""
    return Act(
        page=page,
        sentence=sentence.start if sentence else mention.start,
        roots=stems,
        families=families(mention.text),
        general=is_general(stems),
        persons=frozenset(_parties(mention, sentence)) if sentence else frozenset(),
        around=frozenset(terms(whole)) - frozenset(terms(mention.text)),
    )


def _parties(mention: Mention, sentence: Sentence) -> Iterator[str]:
    """The stems of the words that name who takes part: subjects, objects, possessors and what prepositions lead to."""
    inside = [token for token in sentence.tokens if mention.start <= token.start < mention.end]
    subject = False
    for token in inside:
        for child in _children(sentence, token):
            if child in inside:
                continue
            if child.dep in ROLES:
                subject = subject or child.dep in ("nsubj", "poss")
                yield from _names(sentence, child)
            if child.dep in ("agent", "prep"):
                for below in _children(sentence, child):
                    if below.dep == "pobj":
                        subject = subject or child.lower == "by"
                        yield from _names(sentence, below)
    head = next((one for one in inside if sentence.tokens[one.head] not in inside or one.head == one.index), None)
    if head is not None and not subject:
        yield from _governed(sentence, head)


def _governed(sentence: Sentence, token: Token) -> Iterator[str]:
    for _ in range(2):
        above = sentence.tokens[token.head]
        if above is token or token.dep not in LINKS:
            return
        subjects = [one for one in _children(sentence, above) if one.dep in ("nsubj", "nsubjpass") and one is not token]
        if token.dep in ("acl", "relcl") and above.pos in ("NOUN", "PROPN"):
            subjects.append(above)
        for one in subjects:
            yield from _names(sentence, one)
        if subjects:
            return
        token = above


def _names(sentence: Sentence, token: Token) -> Iterator[str]:
    if token.lower in PRONOUNS:
        return
    for one in (token, *_children(sentence, token)):
        near = one is token or one.dep in ("compound", "appos", "nmod", "conj")
        if near and one.pos in ("PROPN", "NOUN", "NUM") and one.lower not in STOP:
            yield stem(one.lower)


def _children(sentence: Sentence, token: Token) -> list[Token]:
    return [sentence.tokens[place] for place in sentence.children[token.index]]
