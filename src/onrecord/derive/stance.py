"""What a sentence is for and what it is against, from its words and their grammar alone.

Each content word gets a sign: the product of what the predicates, prepositions and negations above it say of what they
govern. "We oppose a ban on fireworks" is against the ban and for the fireworks. A judged subject takes the sign of its
judgement ("toll roads are a burden"), and so does what helps or hurts something ("tolls hurt commuters").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.derive.leaning import BEARS, DEMANDS, GAINS, LEVELS, NEGATORS, PASSIVE, SUBJECTS, Leaning
from onrecord.derive.polarity import Polarity, load_polarity
from onrecord.schema import Sentence

AGAINST = frozenset({"against", "without", "despite", "versus"})
SWAPS = frozenset("conversion convert replacement replace substitute substitution swap exchange transform".split())
"""Words by which one thing goes and another comes."""
LINE = "~"
"""Before the name of a line of dispute, which stands for no word."""
PAIR = "^"
"""Before the name of a pair of opposites."""
_RID_OF = frozenset("relieve deprive strip rob free cure exempt".split())
_ON = frozenset({"of", "on", "for", "against"})
_PARTING = NEGATORS | {"than", "instead"}
_AROUND = frozenset("in at within during among across since until after before".split())
_MEANS = frozenset({"by", "through", "via"})
_GROUNDS = frozenset({"due", "because", "if", "regardless", "under"})
_MUTE = frozenset({"aux", "auxpass", "punct", "det", "neg", "mark", "cc", "case", "expl", "predet", "intj", "prt"})
_OPEN = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV"})
_SHARES = {"VERB": 0.5, "ADV": 0.2}
"""How much a part of speech tells beside a noun."""


@dataclass(frozen=True, slots=True)
class Term:
    """A concept that a sentence is for (``sign`` 1), against (-1) or only speaks of (0).

    ``name`` is shared by words for one thing; the name of a line of dispute starts with "~". ``weight`` is how much the word
    tells, 0 to 1; ``word`` is the lemma as it stands.
    """

    name: str
    sign: int
    weight: float
    word: str


def stance(sentence: Sentence) -> tuple[Term, ...]:
    """The terms of a sentence, each name once, in text order; empty where it takes up nothing."""
    reader = _Reader(sentence, load_polarity())
    for token in sentence.tokens:
        if token.head == token.index:
            reader.visit(token.index, 1, 1.0)
    return tuple(reader.terms())


class _Reader:
    """Goes down a tree and notes the sign of every word. Signs come from above, weights lessen on the way."""

    def __init__(self, sentence: Sentence, words: Polarity) -> None:
        self._tree = Leaning(sentence, words)
        self._tokens = sentence.tokens
        self._words = words
        self._found: dict[int, tuple[int, float]] = {}
        self._free: list[Term] = []

    def terms(self) -> list[Term]:
        """What was noted, each name once: where it is taken up with most weight."""
        made: dict[str, Term] = {}
        for term in (*(term for at in sorted(self._found) for term in self._terms_at(at)), *self._free):
            known = made.get(term.name)
            if known is None or (abs(term.sign), term.weight) > (abs(known.sign), known.weight):
                made[term.name] = term
        return list(made.values())

    def _terms_at(self, at: int) -> Iterator[Term]:
        token, lemma = self._tokens[at], self._tree.lemma(at)
        sign, weight = self._found[at]
        for line, end in self._words.poles.get(lemma, ()):
            yield Term(f"{LINE}{line}", sign * end, weight * 0.5, lemma)
        for pair, end in self._words.contrasts.get(token.lower) or self._words.contrasts.get(lemma, ()):
            yield Term(f"{PAIR}{pair}", sign * end, weight, lemma)
        name, side = self._words.concept(lemma)
        if lemma in self._words.same:
            yield Term(name, sign * side, weight, lemma)
            return
        dull = lemma in self._words.empty or lemma in self._words.actors or len(lemma) < 3 or not lemma[0].isalpha()
        operator = lemma in self._words.carry
        judging = token.pos == "ADJ" and (lemma in self._words.judge or lemma in LEVELS)
        if dull or judging or operator and token.pos != "NOUN":
            return
        told = 0.3 if operator else 0.35 if lemma in self._words.weak else _SHARES.get(token.pos, 1.0)
        yield Term(name, sign * side, weight * told, lemma)

    def _note(self, at: int, sign: int, weight: float) -> None:
        known = self._found.get(at)
        if at > 1 and self._tokens[at - 1].text == "-" and self._tree.lower(at - 2) in ("anti", "non"):
            sign = -sign
        if self._tokens[at].pos in _OPEN and (known is None or known[0] == 0):
            self._found[at] = (sign, weight)

    def visit(self, at: int, sign: int, weight: float, wanted: bool = False) -> None:
        """Notes ``at`` and what hangs on it. ``wanted`` marks a clause that somebody wants to be so."""
        subjects = self._tree.kids(at, *SUBJECTS)
        if self._tokens[at].pos in ("VERB", "AUX"):
            self._clause(at, sign, weight, wanted)
        elif subjects and self._tokens[at].pos in ("ADJ", "ADV"):
            verdict = self._tree.verdict(at, True) or 1
            for one in (*subjects, *self._tree.kids(at, "xcomp", "ccomp", "advcl")):
                self.visit(one, sign * verdict, weight, True)
        else:
            self._phrase(at, sign, weight)

    def _conjuncts(self, at: int, sign: int, weight: float, wanted: bool) -> None:
        tree = self._tree
        for one in tree.kids(at, "conj"):
            between = [two for two in tree.kids(at, "neg", "advmod", "cc") if at < two < one]
            swing = -1 if any(tree.lower(two) in _PARTING for two in between) else 1
            self.visit(one, sign * swing, weight, wanted)

    # Phrases

    def _phrase(self, at: int, sign: int, weight: float) -> None:
        """A noun, an adjective or an adverb with what it governs."""
        tree, lemma, noun = self._tree, self._tree.lemma(at), self._tokens[at].pos == "NOUN"
        values = self._words.value
        self._conjuncts(at, sign, weight, False)
        own = sign * tree.negated(at)
        if own < 0 and any(tree.lower(one) == "enough" for one in tree.kids(at, "amod")):
            own = 1
        rid = lemma == "free" and bool(tree.kids(at, "npadvmod", "compound"))
        if not rid:
            self._note(at, own, weight)
        carried = -1 if rid else self._words.carry.get(lemma, 1) if noun else 1
        held = (
            -1
            if lemma in self._words.hold or tree.is_strict(at) and lemma in ("rule", "law", "requirement")
            else carried
        )
        opposing = self._tokens[at].pos == "ADJ" and self._words.judge.get(lemma) == -1
        for one in tree.children[at]:
            dep = self._tokens[one].dep
            if dep == "cc" and tree.kids(one, "pobj", "pcomp"):
                self._preposition(one, at, sign, weight)
            elif dep in _MUTE or dep == "conj":
                continue
            elif dep == "prep" and lemma in SWAPS:
                self._swap(one, own, weight)
            elif dep in ("prep", "agent", "dative"):
                self._preposition(one, at, own * (held if tree.lower(one) in _ON else carried), weight)
            elif dep in ("amod", "advmod", "nummod", "poss"):
                self._phrase(one, own, weight * (0.5 if dep == "poss" else 0.7))
            elif dep in ("compound", "nmod", "npadvmod"):
                # "Youth unemployment must fall" is for the young.
                suffers = noun and values.get(lemma) == -1 and values.get(tree.lemma(one)) == 1
                self._phrase(one, own * (-1 if suffers else carried), weight)
            elif dep == "appos":
                swing = -1 if any(at < two < one for two in tree.kids(at, "neg")) else 1
                self.visit(one, own * swing, weight)
            else:
                inner = 0.7 if dep == "relcl" else 1.0
                self.visit(one, 1 if opposing else own * carried, weight * inner)

    def _swap(self, at: int, sign: int, weight: float) -> None:
        """The one thing goes and the other comes: "conversion of meadows to car parks"."""
        comes = self._tree.lower(at) in ("to", "into", "with", "by")
        for one in self._tree.kids(at, "pobj", "pcomp"):
            for two in self._tree.kids(one, "prep"):
                if self._tree.lower(two) in ("to", "into", "with", "by"):
                    self._swap(two, sign, weight)
            self.visit(one, sign if comes else -sign, weight)

    def _preposition(self, at: int, head: int, sign: int, weight: float) -> None:
        tree = self._tree
        word = tree.lower(at)
        if self._reverses(at, head):
            sign = -sign
        elif word in _MEANS or self._tokens[at].dep == "agent":
            sign, weight = 1, weight * 0.7
        elif word in _GROUNDS:
            sign = 0
        elif word in _AROUND:
            weight *= 0.6
        for one in tree.kids(at, "prep"):
            self._preposition(one, head, sign, weight)
        for one in tree.kids(at, "pobj", "pcomp", "amod", "advmod", "conj"):
            self.visit(one, sign, weight, True)

    def _reverses(self, at: int, head: int) -> bool:
        """True for "against tolls", "bridges instead of ferries", "lower than", "protect from", "prefer to"."""
        tree, word = self._tree, self._tree.lower(at)
        if word in AGAINST:
            lemma = tree.lemma(head)
            return self._words.carry.get(lemma) != -1 and lemma not in self._words.hold
        if at and tree.lower(at - 1) in ("instead", "rather") or word == "of" and tree.lower(at - 1) == "free":
            return True
        if word == "of" and tree.lemma(head) in _RID_OF:
            return True
        if word in ("to", "over"):
            return "prefer" in (tree.lemma(head), tree.lemma(self._tokens[head].head))
        if word == "than":
            return tree.lemma(head) != "more"
        return word == "from" and self._words.carry.get(tree.lemma(head)) == 1

    # Clauses

    def _clause(self, at: int, sign: int, weight: float, wanted: bool) -> None:
        tree = self._tree
        self._conjuncts(at, sign, weight, wanted or tree.is_wanted(at))
        own = (sign or int(tree.is_wanted(at))) * tree.negated(at)
        self._note(at, own, weight)
        subjects = tree.kids(at, *SUBJECTS)
        for one in tree.kids(at, "ccomp"):
            if one < at:
                # "Bridges are cheap, so ferries must go": a sentence of its own.
                self.visit(one, 1, weight)
        if tree.small_clause(at):
            for one in subjects:
                self.visit(one, own * tree.carried(at), weight)
            subjects = []
        demanded = tree.lemma(self._tokens[at].head) in DEMANDS
        bare = demanded or any(self._tokens[one].tag == "TO" for one in tree.kids(at, "aux"))
        wanted = wanted and (not subjects or bare)
        named = any(self._tokens[one].pos == "PROPN" and tree.lemma(one) not in self._words.actors for one in subjects)
        decided = all(tree.decides(one) for one in subjects) and not (named and tree.effect(at)[0])
        complements = [one for one in tree.kids(at, "acomp", "attr", "oprd") if not subjects or one > min(subjects)]
        for one in tree.kids(at, "advmod", "npadvmod"):
            if tree.lower(one) not in NEGATORS:
                self._phrase(one, own, weight * 0.5)
        if tree.lemma(at) == "be" or complements and self._tokens[at].dep != "xcomp" and not tree.kids(at, "dobj"):
            self._copula(at, own, weight, subjects, complements)
        elif wanted or tree.is_wanted(at) or decided:
            self._action(at, own, weight, subjects)
        else:
            self._effect(at, own, weight, subjects)
        it = any(tree.lower(one) == "it" for one in tree.kids(at, *PASSIVE))
        for one in tree.kids(at, "advcl"):
            purpose = any(self._tokens[two].tag == "TO" for two in tree.kids(one, "aux"))
            if purpose and it:
                self.visit(one, own * tree.carried(at), weight, True)
            else:
                self.visit(one, 1 if purpose else 0, weight * 0.5, True)

    def _copula(self, at: int, sign: int, weight: float, subjects: Sequence[int], complements: Sequence[int]) -> None:
        """The subject takes the sign of what is said of it; "there is" and "we are" say nothing of theirs."""
        tree, wanted = self._tree, self._tree.is_wanted(at)
        verdicts = {one: tree.verdict(one, wanted) for one in complements}
        verdict = next((found for found in verdicts.values() if found), 0)
        due = any(tree.kids(one, "auxpass") for one in tree.kids(at, "xcomp"))
        raised = tree.raised(at) if due and not complements else 0
        against = any(tree.lower(one) == "against" for one in tree.kids(at, "prep"))
        decided = [one for one in subjects if tree.decides(one)]
        there = bool(tree.kids(at, "expl")) or any(tree.lower(one) == "there" for one in subjects)
        for one in subjects:
            if one not in decided:
                fate = -1 if against else verdict or raised
                self.visit(one, sign * (fate or int(wanted)), weight * (1.0 if fate else 0.6))
        for one in complements:
            minded = self._words.carry.get(tree.lemma(one), 0) or tree.participle(one)
            attitude = (minded or 1) * sign if decided else minded * sign if not verdicts[one] else 0
            if attitude and not there and self._tokens[one].pos in ("ADJ", "VERB"):
                self._complement(one, attitude * tree.negated(one), weight)
            elif verdicts[one] and not there:
                self._judgement(one, sign * tree.negated(one), sign * verdict, weight)
            else:
                it = any(tree.lower(two) == "it" for two in subjects)
                self.visit(one, sign if there or it or wanted or decided or not subjects else 0, weight)
        for one in tree.kids(at, "prep", "agent"):
            self._preposition(one, at, sign, weight)
        for one in tree.kids(at, "ccomp", "xcomp", "dobj", *PASSIVE):
            self.visit(one, sign * (verdict or 1), weight, True)
        for one in tree.kids(at, "advcl"):
            if verdict and any(self._tokens[two].tag == "TO" for two in tree.kids(one, "aux")):
                self.visit(one, sign * verdict, weight, True)

    def _complement(self, at: int, sign: int, weight: float) -> None:
        """What somebody is ready for, opposed to, afraid of."""
        self._note(at, sign, weight * 0.5)
        for one in self._tree.kids(at, "prep", "agent"):
            self._preposition(one, at, sign, weight)
        for one in self._tree.kids(at, "xcomp", "ccomp", "advcl", "dobj"):
            self.visit(one, sign, weight, True)
        self._conjuncts(at, sign, weight, True)

    def _judgement(self, at: int, own: int, verdict: int, weight: float) -> None:
        """What stands beside a judgement: "harmful to children" is for children, "right to stop the ferries" against ferries."""
        tree, free = self._tree, self._tree.lemma(at) == "free"
        if tree.lemma(at) in self._words.same:
            self._note(at, own, weight)
        for one in tree.children[at]:
            dep = self._tokens[one].dep
            if dep == "prep":
                self._preposition(one, at, verdict if tree.participle(at) else 1, weight * 0.6)
            elif dep in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
                self.visit(one, verdict, weight * 0.8, True)
            elif dep not in _MUTE and dep not in ("amod", "prep", "conj"):
                self.visit(one, 1, weight * 0.8)
        bound = any(tree.lower(one) in ("to", "from") or self._tokens[one].dep == "xcomp" for one in tree.children[at])
        if free and not bound:
            self._free.append(Term("fee", -own, weight, "free"))
        self._conjuncts(at, own, weight, False)

    def _action(self, at: int, sign: int, weight: float, subjects: Sequence[int]) -> None:
        """What somebody does or should do: the verb carries its sign to its objects."""
        tree, swaps = self._tree, self._tree.lemma(at) in SWAPS
        carried = tree.carried(at)
        objects = tree.objects_of(at)
        for one in subjects:
            if not tree.decides(one):
                gains = 1 if tree.lemma(at) in GAINS else -1 if tree.lemma(at) in BEARS else 0
                fate = gains if objects else tree.raised(at)
                self.visit(one, sign * fate, weight * (0.6 if objects else 1.0))
        for one in tree.kids(
            at, *PASSIVE, "dobj", "ccomp", "xcomp", "oprd", "attr", "acomp", "dative", "pobj", "pcomp"
        ):
            self.visit(one, -sign if swaps else sign * carried, weight, True)
        light = carried * (-1 if any(self._ends(one) for one in tree.kids(at, "dobj")) else 1)
        for one in tree.kids(at, "prep", "agent"):
            if swaps:
                self._swap(one, sign, weight)
            else:
                self._preposition(
                    one, at, sign * (light if tree.lower(one) in ("to", "on", "for", "of") else carried), weight
                )
        for one in tree.kids(at, "acl", "relcl", "parataxis", "dep"):
            self.visit(one, sign, weight)

    def _ends(self, at: int) -> bool:
        """True for the object of "put an end to", "impose a tax on"."""
        lemma = self._tree.lemma(at)
        known = self._words.carry.get(lemma) == -1 or lemma in self._words.hold
        return self._tokens[at].pos in ("NOUN", "DET", "INTJ") and (known or lemma == "no")

    def _effect(self, at: int, sign: int, weight: float, subjects: Sequence[int]) -> None:
        """What something does to another: the subject is judged by it."""
        tree = self._tree
        verdict, worth = tree.effect(at)
        carried = tree.carried(at)
        unknown = 0 if tree.verb(at) in self._words.change else sign * carried
        for one in subjects:
            self.visit(one, sign * verdict, weight)
        for one in tree.kids(at, "dobj", "ccomp", "xcomp", "oprd", "attr", "acomp"):
            self.visit(one, (tree.worth(one) or 1) if verdict else unknown, weight * 0.6)
        for one in tree.kids(at, *PASSIVE):
            self.visit(one, sign * carried, weight)
        for one in tree.kids(at, "prep", "agent"):
            self._preposition(one, at, (worth or 1) if verdict else sign, weight * 0.6)
