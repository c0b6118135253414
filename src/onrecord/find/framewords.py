"""The further words of a frame (*ruled* **out**, *came to the* **defence** *of*): where they stand, and what hangs on them."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.find.fills import Fill, clause, phrase
from onrecord.find.prepositions import is_day, prepositional
from onrecord.schema import Sentence, Token

COMPOUND = frozenset({"ahead", "instead", "because"})
"""Adverbs that make one preposition with the *of* behind them: *spoke ahead of the vote* does not speak of it."""


def nouns_of(sentence: Sentence, index: int, particles: tuple[str, ...]) -> list[int]:
    """The nouns among the words of the frame, as they stand here: *came to the* **defence** *of*."""
    near = [one for one in reach(sentence, index) if sentence.tokens[one].pos == "NOUN"]
    return [one for one in near if sentence.tokens[one].lemma.lower() in particles]


def behind_noun(sentence: Sentence, index: int, word: str, particles: tuple[str, ...]) -> int | None:
    """*came to the defence* **of the strikers**: hung on a noun that is a word of the frame."""
    for noun in nouns_of(sentence, index, particles):
        found = prepositional(sentence, noun, word)
        if found is not None:
            return found
    return None


def behind_object(sentence: Sentence, index: int, word: str, particles: tuple[str, ...]) -> int | None:
    """*walked away from the talks* **with Norland**, *met with anger* **from Norland**: hung on the verb, or on the noun behind the
    frame's own preposition."""
    found = prepositional(sentence, index, word) if word not in particles else None
    if found is not None:
        return found
    inner = (prepositional(sentence, noun, word) for noun in _behind_particles(sentence, index, particles))
    return next((one for one in inner if one is not None), None)


def infinitive_of_object(sentence: Sentence, index: int, particles: tuple[str, ...]) -> int | None:
    """*filed a motion* **to dismiss the case**, *came under pressure* **to resign**: hung on the noun."""
    nouns = [*syntax.children(sentence, index, "dobj", "nsubjpass", "nsubj"), *nouns_of(sentence, index, particles)]
    for noun in [*nouns, *_behind_particles(sentence, index, particles)]:
        for one in syntax.children(sentence, noun, "acl", "xcomp", "relcl", "advcl"):
            if syntax.has_to(sentence, one):
                return one
        for link in syntax.children(sentence, noun, "prep"):
            whom = syntax.child(sentence, link, "pobj")
            clauses = [] if whom is None else syntax.children(sentence, whom, "acl", "relcl", "advcl", "xcomp")
            if told := [one for one in clauses if syntax.has_to(sentence, one)]:
                return told[0]
    return None


def _behind_particles(sentence: Sentence, index: int, particles: tuple[str, ...]) -> list[int]:
    """The nouns behind those prepositions that are words of the frame."""
    links = [one for one in reach(sentence, index) if sentence.tokens[one].lower in particles]
    found = (syntax.child(sentence, one, "pobj") for one in links)
    return [one for one in found if one is not None]


def owner_of_noun(sentence: Sentence, index: int, particles: tuple[str, ...]) -> int | None:
    """*came to* **the strikers'** *defence*; not who has it himself (*threw* **his** *weight behind her*)."""
    owners = (syntax.child(sentence, noun, "poss") for noun in nouns_of(sentence, index, particles))
    return next((one for one in owners if one is not None and sentence.tokens[one].pos != "PRON"), None)


def words_near(sentence: Sentence, index: int) -> set[str]:
    """The words that depend on ``index`` (or follow it at once), in small letters as they stand and as lemmas."""
    near = [sentence.tokens[one] for one in reach(sentence, index) if not _is_of_day(sentence, one)]
    return {token.lower for token in near} | {token.lemma for token in near}


def _is_of_day(sentence: Sentence, index: int) -> bool:
    """*called her* **on** *Friday* calls on nobody."""
    if sentence.tokens[index].pos != "ADP":
        return False
    inner = syntax.child(sentence, index, "pobj")
    return inner is not None and is_day(sentence, inner)


def reach(sentence: Sentence, index: int) -> list[int]:
    """The tokens near enough to a predicate to be words of its frame."""
    near = list(sentence.children[index])
    near += [
        g
        for c in near
        if sentence.tokens[c].dep in {"prep", "prt", "dobj", "advmod", "pobj"}
        and sentence.tokens[c].lower not in COMPOUND
        for g in sentence.children[c]
    ]
    near += [
        g for c in near if sentence.tokens[c].dep == "advcl" for g in syntax.children(sentence, c, "mark") if g < c
    ]
    if index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].dep in {"prt", "prep", "advmod"}:
        near.append(index + 1)
    return [one for one in near if one > index or _may_precede(sentence.tokens[one])]


def _may_precede(token: Token) -> bool:
    """*the claim was* **laid**, *are* **jointly** *building*, **let** *go*: words of a frame that may stand before its head."""
    return token.dep == "nsubjpass" or token.lower == "jointly" or (token.dep == "aux" and token.lower == "let")


def lexical_object(sentence: Sentence, index: int, particles: tuple[str, ...]) -> Fill | None:
    """What stands behind the last word of the frame, a preposition: *ruled on* **the case**."""
    last = particles[-1]
    direct = syntax.child(sentence, index, "dobj")
    if direct is not None and sentence.tokens[direct].lemma not in particles:
        return None
    for one in reach(sentence, index):
        token = sentence.tokens[one]
        if token.lower != last:
            continue
        inner = syntax.child(sentence, one, "pobj")
        if inner is not None and is_day(sentence, inner):
            continue
        if token.dep == "prep" and sentence.children[one] and _is_done(sentence, index):
            return None  # **a poet** *was placed under arrest*, *was barred from leaving*
        if inner is not None:
            return phrase(inner)
        gerund = syntax.child(sentence, one, "pcomp")
        if gerund is not None:
            return clause(gerund)
        if token.dep == "prep" and syntax.is_passive(sentence, index):
            return phrase(syntax.surface_subject(sentence, index))
    return None


def _is_done(sentence: Sentence, index: int) -> bool:
    """True for a passive with a subject: a phrase after its preposition is not what the act is done to."""
    return syntax.is_passive(sentence, index) and syntax.child(sentence, index, "nsubjpass") is not None


def is_particle(sentence: Sentence, index: int | None, particles: tuple[str, ...]) -> bool:
    """True for a word of the frame alone, without anybody before it (*held the governor* **hostage**)."""
    bare = index is not None and not syntax.children(sentence, index, "compound", "poss", "nmod")
    return bare and index is not None and sentence.tokens[index].lemma.lower() in particles
