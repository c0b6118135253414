"""The prepositions of a predicate, also where the parser hung them on its object, its light verb or the phrase before."""

from __future__ import annotations

from onrecord.find import clauses, light, syntax
from onrecord.schema import Sentence

LEADING = frozenset({"according", "due", "thanks", "owing", "prior", "contrary", "subsequent", "opposed"})
"""Words with which *to* is one preposition: *spoke on Sunday,* **according to** *a spokesman*."""
PINNING = frozenset({"blame", "pin"})
"""Verbs that lay on somebody what their object tells."""
STATES = frozenset({"be", "remain", "stay"})
"""Verbs of being in a state, whose subject keeps its prepositions: *aid* **to Peru** *is on hold*."""


def prepositions(sentence: Sentence, index: int, word: str) -> list[int]:
    """Prepositions ``word`` of the predicate, then those that the parser hung on its object, particle or complement."""
    own = [c for c in sentence.children[index] if _is_preposition(sentence, c, word)]
    if word == "by":
        own = [c for c in own if c == index + 1 or not _is_inner_harm(sentence, c - 1)]
    own.sort(key=lambda c: c < index)  # *In May it fought in Berov*: what stands behind the predicate first
    if (
        word == "on"
        and sentence.tokens[index].dep == "dobj"
        and sentence.tokens[sentence.tokens[index].head].lemma in PINNING
    ):
        return []  # *blamed the attack* **on** *rebels*, who are not attacked
    if sentence.tokens[index].pos not in {"VERB", "AUX"} or clauses.is_gerund(sentence, index):
        strayed = _by_phrase(sentence, index) if word == "by" else []
        if word == "by" and _is_done_to(sentence, index):
            return []
        return own + _nested_prepositions(sentence, index, word) + _on_light_verb(sentence, index, word) + strayed
    for c in sentence.children[index]:
        token = sentence.tokens[c]
        told = token.dep == "nsubjpass" or (token.dep == "nsubj" and sentence.tokens[index].lemma in STATES)
        if told and word not in {"of", "in", "at", "by"}:  # *aid* **to Peru** *was halted*, *is on hold*
            own += [g for g in sentence.children[c] if _is_preposition(sentence, g, word)]
        nested = token.dep == "prep" and token.lower not in {word, *LEADING}
        if token.dep in {"dobj", "prt", "dative", "attr", "advmod"} or nested:
            own += [g for g in sentence.children[c] if g > index and _is_preposition(sentence, g, word)]
    return own or _behind_quantity(sentence, index, word) or _behind_forum(sentence, index, word)


def _behind_forum(sentence: Sentence, index: int, word: str) -> list[int]:
    """*lodged a complaint with the council* **against** *Norland*: hung on whom it was lodged with."""
    if word != "against":
        return []
    links = [c for c in syntax.children(sentence, index, "prep") if sentence.tokens[c].lower in FORUMS]
    heads = [inner for link in links if (inner := syntax.child(sentence, link, "pobj")) is not None]
    return [g for head in heads for g in sentence.children[head] if _is_preposition(sentence, g, word)]


FORUMS = frozenset({"with", "before", "at", "to"})


def _behind_quantity(sentence: Sentence, index: int, word: str) -> list[int]:
    """*returned dozens of masks* **to** *Peru*, *imposed a series of sanctions* **on** *Peru*: hung on what is counted."""
    return [
        preposition
        for thing in syntax.children(sentence, index, "dobj", "nsubjpass")
        for of in syntax.children(sentence, thing, "prep")
        if sentence.tokens[of].lower == "of" and word != "of"
        for counted in syntax.children(sentence, of, "pobj")
        for preposition in sentence.children[counted]
        if _is_preposition(sentence, preposition, word)
    ]


def _nested_prepositions(sentence: Sentence, index: int, word: str) -> list[int]:
    """*the invasion of Meridia* **by** *Sorland*: hung on the noun of the phrase before it."""
    found = []
    for preposition in syntax.children(sentence, index, "prep"):
        inner = syntax.child(sentence, preposition, "pobj")
        own = word == "by" and sentence.tokens[preposition].lower != "of" and _is_harm(sentence, inner)
        if inner is not None and word not in {"of", "in", "at", "for"} and not own:
            found += [c for c in sentence.children[inner] if _is_preposition(sentence, c, word)]
    return found


def _is_done_to(sentence: Sentence, index: int) -> bool:
    """*crackdowns on* **protests** *by police*: the by-phrase is that of the act before."""
    token = sentence.tokens[index]
    link = sentence.tokens[token.head]
    on = token.dep == "pobj" and link.lower in {"on", "against"}
    return on and not _is_harm(sentence, index) and _is_harm(sentence, link.head)


def _is_harm(sentence: Sentence, index: int | None) -> bool:
    """*an inquiry into* **torture** *by rebels*: an act with a by-phrase of its own."""
    return index is not None and sentence.tokens[index].lemma.lower() in HARMS


HARMS = frozenset(
    """violence abuse torture killing attack assault massacre atrocity rape shooting bombing strike raid crackdown interference
    spying espionage meddling fraud corruption""".split()
)
"""Acts that have a doer of their own wherever they stand."""


def _by_phrase(sentence: Sentence, index: int) -> list[int]:
    """*condemned the violence* **by rebels**, *blocked a march* **by nurses**: right behind the noun, which the parser hung on an
    active verb."""
    after = index + 1
    if after >= len(sentence.tokens) or not _is_preposition(sentence, after, "by"):
        return []
    verb = sentence.tokens[after].head
    active = syntax.is_verb(sentence.tokens[verb]) and not syntax.is_passive(sentence, verb)
    loose = verb < index and (active or _is_inner_harm(sentence, index))
    held = sentence.tokens[index].dep == "dobj" and sentence.tokens[index].head == verb and active
    return [after] if loose and (held or _is_harm(sentence, index)) else []


def _is_inner_harm(sentence: Sentence, index: int) -> bool:
    """*an inquiry into* **torture** *by rebels*: a harm behind a preposition other than *of*."""
    token = sentence.tokens[index]
    link = sentence.tokens[token.head].lower
    return token.dep == "pobj" and link in {"into", "over", "about"} and _is_harm(sentence, index)


def _on_light_verb(sentence: Sentence, index: int, word: str) -> list[int]:
    """*held drills* **with** *Kenya*, *suffered an attack* **by** *rebels*, *clashes erupted* **between** *clans*: hung on the verb
    that has the noun as its object, or tells that it went on."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if word in {"by", "from"} and (verb := light.undergone(sentence, index)) is not None:
        return [c for c in sentence.children[verb] if c > index and _is_preposition(sentence, c, word)]
    told = token.dep == "nsubj" and light.goes_on(head) and word in {"between", "among", "with", "against"}
    done = token.dep in {"dobj", "nsubjpass"} and light.is_light(head) and word not in {"of", "in", "at", "by"}
    if not told and not done:
        return []
    return [c for c in sentence.children[token.head] if c > index and _is_preposition(sentence, c, word)]


def _is_preposition(sentence: Sentence, index: int, word: str) -> bool:
    token = sentence.tokens[index]
    return token.dep in {"prep", "agent", "dative"} and token.pos in {"ADP", "SCONJ", "PART"} and token.lower == word


def prepositional(sentence: Sentence, index: int, word: str) -> int | None:
    """The noun behind a preposition of the predicate, unless it is a day."""
    for preposition in prepositions(sentence, index, word):
        inner = syntax.child(sentence, preposition, "pobj")
        if inner is not None and not is_day(sentence, inner):
            return inner
    return None


def is_day(sentence: Sentence, index: int) -> bool:
    """*on Wednesday*, *in May*: a time, whatever role the preposition could give."""
    return sentence.tokens[index].lower.rstrip(".") in syntax.CALENDAR


def gerund(sentence: Sentence, index: int, word: str) -> int | None:
    """The -ing clause behind a preposition of the predicate."""
    for preposition in prepositions(sentence, index, word):
        inner = syntax.child(sentence, preposition, "pcomp")
        if inner is not None:
            return inner
    return None
