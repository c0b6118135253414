"""What the words of one sentence do to each other: negate, judge, carry on. Asked by ``stance``, which goes down the tree."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.derive.polarity import Polarity
from onrecord.schema import Sentence

NEGATORS = frozenset("no not never n't n’t neither nor nobody nothing none without hardly cannot".split())
FEWER = frozenset("less fewer lower little few least shorter smaller weaker slower looser cheaper".split())
MAKES = frozenset("make keep render consider deem find call think leave declare".split())
"""Verbs with a small clause: "make fishing harder"."""
STRICT = frozenset("strict stringent tight tough rigorous".split())
HIGH = {"high": 1, "large": 1, "big": 1, "great": 1, "long": 1, "strong": 1, "strict": 1, "many": 1, "much": 1}
LOW = {"low": -1, "small": -1, "short": -1, "weak": -1, "few": -1, "little": -1, "loose": -1, "slow": -1}
LEVELS = HIGH | LOW
"""Adjectives of measure: too much of a thing speaks against it, and so does "should be lower"."""
SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")
_DEONTIC = frozenset({"should", "must", "shall", "ought"})
GAINS = frozenset("have receive get enjoy obtain gain retain keep earn deserve choose decide select".split())
BEARS = frozenset("bear pay lose forfeit face suffer shoulder".split())
"""Verbs whose subject is better or worse off: "commuters should have a say", "should bear the costs"."""
DEMANDS = frozenset("ensure guarantee want demand insist propose recommend require urge wish request".split())
"""Verbs whose clause tells what should be so, without "should"."""
_LIGHT = frozenset({"place", "sense", "room", "future", "merit", "role", "part", "say", "contribution", "progress"})
_OF_KIND = {
    "one": 1,
    "part": 1,
    "matter": 1,
    "form": 1,
    "sign": 1,
    "act": 1,
    "source": 1,
    "violation": -1,
    "breach": -1,
}


class Leaning:
    """Questions about a parsed sentence. A sign is 1 or -1; 0 means that nothing tells."""

    def __init__(self, sentence: Sentence, words: Polarity) -> None:
        """``words`` are the polarities by lemma."""
        self.tokens = sentence.tokens
        self.children = sentence.children
        self.words = words

    def kids(self, at: int, *deps: str) -> list[int]:
        """The dependents of ``at`` with one of these labels, in text order; all where none is given."""
        return [one for one in self.children[at] if not deps or self.tokens[one].dep in deps]

    def lemma(self, at: int) -> str:
        """The lemma in small letters; of a comparative that the framework left as it is, the adjective."""
        token = self.tokens[at]
        lemma = token.lemma.lower()
        if token.pos == "ADJ" and lemma.endswith(("er", "est")):
            base = lemma.removesuffix("er").removesuffix("est")
            return base if base in LEVELS or base in STRICT or base in self.words.judge else lemma
        return lemma

    def lower(self, at: int) -> str:
        """The word in small letters."""
        return self.tokens[at].lower

    def verb(self, at: int) -> str:
        """The lemma of a verb, with its particle behind a hyphen where the two have a meaning of their own: "give-up"."""
        whole = "-".join((self.lemma(at), *(self.lower(one) for one in self.kids(at, "prt"))))
        return whole if whole in self.words.carry or whole in self.words.change else self.lemma(at)

    def carried(self, at: int) -> int:
        """What a verb says of its object."""
        lemma = self.verb(at)
        judged = self.words.judge.get(self.lower(at), 1) if self.tokens[at].tag == "VBN" else 1
        sign = self.words.carry.get(lemma, -1 if lemma in self.words.hold else judged)
        for one in self.kids(at, "oprd", "acomp", "ccomp", "xcomp", "advmod"):
            if lemma in MAKES and not self.kids(one, *SUBJECTS):
                sign *= self.words.judge.get(self.lemma(one), 1)
        for one in self.kids(at, "prep"):
            if self.lower(one) == "as":
                found = (self.verdict(two) for two in self.kids(one, "pobj", "amod", "acomp", "pcomp"))
                sign *= next((value for value in found if value), 1)
            elif lemma == "leave" and self.lower(one) == "to":
                return 1
        return sign

    # Negation

    def negated(self, at: int) -> int:
        """-1 for a word that is negated or that there should be less of, else 1."""
        sign = 1
        for one in self.children[at]:
            if not self._belongs_to_next(at, one) and self._turns(at, one):
                sign = -sign
        return sign

    def _belongs_to_next(self, at: int, one: int) -> bool:
        """True for the "not" of "bridges, not ferries" and of "is needed but not wanted"."""
        ties = self.kids(at, "cc")
        conjuncts = [other for other in self.kids(at, "conj", "appos", "dep") if other > one]
        noun = self.tokens[at].pos in ("NOUN", "PROPN", "ADJ")
        return bool(conjuncts) and one > at and (noun or any(at < tie < one for tie in ties))

    def _turns(self, at: int, one: int) -> bool:
        token = self.tokens[one]
        if token.dep in (*SUBJECTS, *PASSIVE):
            none = any(self.lower(two) == "no" for two in self.kids(one, "det"))
            return token.lower in NEGATORS or token.lower == "one" and none
        if token.dep == "advmod" and token.lower == "longer":
            return any(self.lower(two) == "no" for two in self.children[one])
        if token.lower in NEGATORS:
            if one + 1 < len(self.tokens) and self.lower(one + 1) in ("only", "just", "merely"):
                return False
            return token.dep in ("neg", "det", "advmod", "preconj", "amod", "cc", "intj", "dobj")
        if token.lower in FEWER:
            return token.dep in ("amod", "advmod", "nmod", "dobj")
        if token.lower == "too":
            return token.dep == "advmod" and self.tokens[at].pos in ("ADJ", "ADV") and self.lemma(at) not in LEVELS
        if token.dep == "aux":
            return self.words.carry.get(self.lemma(one)) == -1
        if token.dep == "prep":
            return token.lower == "out" and self.tokens[at].pos in ("NOUN", "PROPN")
        if token.dep in ("amod", "advmod"):
            too = any(self.lower(two) == "too" for two in self.children[one])
            participle = token.tag in ("VBN", "VBD", "VBG") and self.words.carry.get(self.lemma(one)) == -1
            return too and self.lemma(one) not in LOW or token.dep == "amod" and participle
        return False

    # Who and how

    def decides(self, at: int) -> bool:
        """True for a subject whose verb tells what it wants: "we", "the government", "our party"."""
        if any(self.lower(one) in ("our", "my") for one in self.kids(at, "poss")):
            return True
        if any(self.tokens[one].pos in ("NOUN", "ADJ") for one in self.kids(at, "compound", "nmod")):
            return False
        if self.lower(at) in ("it", "this", "that", "these", "those", "which", "what", "there"):
            return False
        # What opens a sentence is easily taken for a name.
        named = self.tokens[at].pos == "PRON" or self.tokens[at].pos == "PROPN" and at > 0
        return named or self.lemma(at) in self.words.actors

    def is_wanted(self, at: int) -> bool:
        """True for what should or must be, or needs to be."""
        if any(self.lemma(one) in _DEONTIC for one in self.kids(at, "aux")):
            return True
        above = self.lemma(self.tokens[at].head)
        below = any(self.kids(one, "aux") for one in self.kids(at, "xcomp"))
        needs = self.lemma(at) in ("need", "have", "deserve") and below
        return needs or above in ("need", "have") and self.tokens[at].dep == "xcomp"

    def objects_of(self, at: int) -> list[int]:
        """What a verb is done to, by itself or by the verb that it governs: nothing in "should continue to apply"."""
        passive = self.kids(at, "auxpass")
        said = () if passive else ("oprd", "attr", "acomp", "ccomp", "dobj", "dative")
        found = self.kids(at, *PASSIVE, *said)
        return found + [two for one in self.kids(at, "xcomp") for two in self.objects_of(one)]

    def raised(self, at: int) -> int:
        """What a chain of verbs without an object says of its subject: "need to be stopped", "should continue to apply"."""
        sign = self.carried(at) if self.lemma(at) not in ("need", "have", "be") else 1
        for one in self.kids(at, "xcomp"):
            sign *= self.negated(one) * self.raised(one)
        return sign

    def small_clause(self, at: int) -> bool:
        """True for "their grants reduced" in "should have their grants reduced"."""
        token = self.tokens[at]
        under = self.lemma(token.head) in ("have", "get", "see") and token.dep in ("ccomp", "xcomp")
        return token.tag in ("VBN", "VBD") and under and not self.kids(at, "aux", "auxpass")

    def is_strict(self, at: int) -> bool:
        """True for a rule that is strict, or stricter."""
        return any(self.lemma(one) in STRICT for one in self.kids(at, "amod"))

    # Judging

    def verdict(self, at: int, wanted: bool = False) -> int:
        """How a complement judges the subject; ``wanted`` marks one that should be so ("should be lower")."""
        lemma, sign = self.lemma(at), self.negated(at)
        if lemma in LEVELS:
            too = any(self.lower(one) == "too" for one in self.children[at])
            compared = self.tokens[at].tag == "JJR" or any(self.lower(one) == "more" for one in self.children[at])
            return -LEVELS[lemma] if too else LEVELS[lemma] if compared and wanted else 0
        for one in (at, *self.kids(at, "amod", "acomp")):
            known = self.words.judge.get(self.lemma(one)) or self.words.judge.get(self.lower(one))
            if known:
                return known * sign
        for one in (at, *self.kids(at, "amod")):
            done = self.participle(one)
            if done:
                return done * sign
        if lemma in self.words.value:
            return self.words.value[lemma] * sign
        if lemma in _OF_KIND:
            inner = (self.verdict(two) for one in self.kids(at, "prep") for two in self.kids(one, "pobj"))
            return next((found * _OF_KIND[lemma] * sign for found in inner if found), 0)
        return 0

    def participle(self, at: int) -> int:
        """The sign of "legalised" or "cherished" where it stands as an adjective."""
        word = self.lower(at)
        if self.tokens[at].pos not in ("ADJ", "VERB") or not word.endswith("ed"):
            return 0
        return self.words.carry.get(word[:-2]) or self.words.carry.get(word[:-1]) or 0

    def effect(self, at: int) -> tuple[int, int]:
        """What a verb's work says of its subject, and how good what it works on is as such."""
        lemma = self.verb(at)
        worth = next((found for one in self._governed(at) if (found := self.worth(one))), 0)
        for one in self.kids(at, "dobj"):
            if lemma in ("have", "make", "play") and self.lemma(one) in _LIGHT:
                return self.negated(one), 0
        if lemma == "go" and any(self._turns(at, one) for one in self.kids(at, "advmod")):
            return 1, 0
        for one in self.kids(at, "ccomp", "oprd", "acomp"):
            if lemma in MAKES and self.tokens[one].pos == "ADJ":
                return self.verdict(one, True), 0
        direction = self.words.change.get(lemma, 0)
        return direction * worth or self.words.effect.get(lemma, 0), worth

    def _governed(self, at: int) -> Iterator[int]:
        yield from self.kids(at, "dobj", "ccomp", "xcomp", "oprd", "attr", "acomp")
        for one in self.kids(at, "prep"):
            yield from self.kids(one, "pobj", "pcomp")

    def worth(self, at: int) -> int:
        """Whether what a phrase names is good or bad as such: "more jobs", "less food waste"."""
        lemma, sign = self.lemma(at), self.negated(at)
        if lemma in self.words.value:
            return self.words.value[lemma] * sign
        if self.tokens[at].pos == "VERB" and lemma in self.words.effect:
            return self.words.effect[lemma] * sign
        inner = [two for one in self.kids(at, "prep") for two in self.kids(one, "pobj", "pcomp")]
        for one in (*self.kids(at, "compound", "amod"), *inner, *self.kids(at, "dobj", "nsubj", "ccomp")):
            deeper = self.tokens[one].pos in ("NOUN", "VERB")
            found = self.words.value.get(self.lemma(one), 0) or (self.worth(one) if deeper else 0)
            if found:
                return found * sign * self.words.carry.get(lemma, 1)
        return 0
