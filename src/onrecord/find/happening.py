"""Where what an event noun names happens, if the sentence says no more of who does it: *protests* **in Kenya**, *clashes broke
out* **in Hama**, *riots shook* **the Kenyan capital**."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.find import syntax
from onrecord.schema import Sentence

WITHIN = frozenset("in across throughout around inside outside near at".split())
SPREADING = frozenset("to into over through".split())
SPREAD = frozenset("spread spill expand extend move come return".split())
"""What happenings do to places: *protests* **spread** *to Berov*."""
HAPPENING = SPREAD | frozenset(
    """begin start break erupt continue resume rage go take occur happen flare escalate intensify worsen grow persist ease
    subside end stop turn kill injure wound leave claim force follow mar enter last cause displace drive be""".split()
)
"""What happenings do, whose places are theirs: *fighting* **broke out** *in Hama*."""
GRIPPING = frozenset(
    """rock shake grip sweep hit cripple ground halt engulf roil paralyse paralyze rattle convulse strike plague disrupt shut
    ravage beset""".split()
)
"""What happenings do to places that stand as objects: *riots* **rocked** *the capital*."""
WATCHED = frozenset("see witness watch cover film monitor follow report hear face have experience".split())
"""What people do with happenings, whose places are the happenings': *saw* **clashes** *in Berov*."""
AIMED = frozenset({"against", "over", "about", "by", "between"})
TOWNS = frozenset("capital city town country province region".split())


def scene(sentence: Sentence, index: int) -> int | None:
    """The head of the phrase for the place, or None."""
    return next(_places(sentence, index), None)


def _places(sentence: Sentence, index: int) -> Iterator[int]:
    if not any(sentence.tokens[one].lower in AIMED for one in syntax.children(sentence, index, "prep")):
        yield from _within(sentence, index, WITHIN)  # *protests against the war* **in Iraq** are elsewhere
    token = sentence.tokens[index]
    verb = sentence.tokens[token.head]
    if not syntax.is_verb(verb):
        return
    if token.dep in {"nsubj", "nsubjpass"}:
        if verb.lemma in HAPPENING:
            yield from _within(sentence, verb.index, WITHIN | (SPREADING if verb.lemma in SPREAD else frozenset()))
        if verb.lemma in GRIPPING:
            yield from _named(sentence, syntax.children(sentence, verb.index, "dobj"))
    elif token.dep in {"dobj", "attr"} and (verb.lemma in WATCHED or verb.lemma == "be"):
        yield from _within(sentence, verb.index, WITHIN)


def _within(sentence: Sentence, index: int, words: frozenset[str]) -> Iterator[int]:
    for preposition in syntax.children(sentence, index, "prep", "prt", "advmod"):
        if sentence.tokens[preposition].lower in words:
            yield from _named(sentence, syntax.children(sentence, preposition, "pobj"))


def _named(sentence: Sentence, heads: list[int]) -> Iterator[int]:
    for head in heads:
        token = sentence.tokens[head]
        if token.pos == "PROPN" or (token.lemma.lower() in TOWNS and _is_told(sentence, head)):
            yield head


def _is_told(sentence: Sentence, head: int) -> bool:
    """True for *the Kenyan capital*, *the town of Berov*, against *the region*."""
    owners = syntax.children(sentence, head, "amod", "poss", "compound", "nmod")
    inner = (one for of in syntax.children(sentence, head, "prep") for one in sentence.children[of])
    return any(sentence.tokens[one].text[:1].isupper() for one in (*owners, *inner))
