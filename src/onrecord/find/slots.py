"""Where a frame's roles stand: each slot of the frame classes as a look at the parse.

:func:`fill` answers one slot around one predicate. Slots are named and described at the head of ``data/frames/classes.toml``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from onrecord.find import aims, clauses, light, syntax
from onrecord.find.happening import scene
from onrecord.find.leading import leader_of
from onrecord.find.prepositions import gerund, is_day, prepositional, prepositions
from onrecord.schema import Sentence, Token

FillKind = Literal["phrase", "clause"]

COMPOUND = frozenset({"ahead", "instead", "because"})
"""Adverbs that make one preposition with the *of* behind them: *spoke ahead of the vote* does not speak of it."""


@dataclass(frozen=True, slots=True)
class Fill:
    """What stands in a slot: the head token, and whether it heads a phrase or a clause. ``also`` are further heads that belong
    to it: the object before its predicate (*called* **him a liar**), the subject of a raised infinitive."""

    head: int
    kind: FillKind
    also: tuple[int, ...] = ()


def fill(sentence: Sentence, index: int, slot: str, particles: tuple[str, ...] = ()) -> Fill | None:
    """What fills ``slot`` of the predicate at ``index``; None where nothing does.

    ``particles`` are the lexical words of the frame: the object of a lexical preposition is the predicate's ``obj``.
    The slots ``quote``, ``whole`` and ``inner`` are not answered here: they need more than the parse.
    """
    kind, _, word = slot.partition(":")
    if kind == "prep" and word:
        return _phrase(prepositional(sentence, index, word))
    if kind == "pcomp":
        return _clause(gerund(sentence, index, word))
    if slot == "obj" and particles and (found := _lexical_object(sentence, index, particles)) is not None:
        return found
    if (
        slot in {"obj", "obj-actor"}
        and particles
        and _is_particle(sentence, syntax.deep_object(sentence, index), particles)
    ):
        return None  # *joined* **forces**
    if slot.startswith("obj+"):
        return _object_with(sentence, index, slot.removeprefix("obj+"))
    handler = _HANDLERS.get(slot)
    return handler(sentence, index) if handler else None


def words_near(sentence: Sentence, index: int) -> set[str]:
    """The words that depend on ``index`` (or follow it at once), in small letters as they stand and as lemmas."""
    near = [sentence.tokens[one] for one in _reach(sentence, index) if not _is_of_day(sentence, one)]
    return {token.lower for token in near} | {token.lemma for token in near}


def _is_of_day(sentence: Sentence, index: int) -> bool:
    """*called her* **on** *Friday* calls on nobody."""
    if sentence.tokens[index].pos != "ADP":
        return False
    inner = syntax.child(sentence, index, "pobj")
    return inner is not None and is_day(sentence, inner)


def _reach(sentence: Sentence, index: int) -> list[int]:
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


def _lexical_object(sentence: Sentence, index: int, particles: tuple[str, ...]) -> Fill | None:
    last = particles[-1]
    direct = syntax.child(sentence, index, "dobj")
    if direct is not None and sentence.tokens[direct].lemma not in particles:
        return None
    for one in _reach(sentence, index):
        token = sentence.tokens[one]
        if token.lower != last:
            continue
        inner = syntax.child(sentence, one, "pobj")
        if inner is not None and is_day(sentence, inner):
            continue
        if token.dep == "prep" and sentence.children[one] and _is_done(sentence, index):
            return None  # **a poet** *was placed under arrest*, *was barred from leaving*
        if inner is not None:
            return Fill(inner, "phrase")
        clause = syntax.child(sentence, one, "pcomp")
        if clause is not None:
            return Fill(clause, "clause")
        if token.dep == "prep" and syntax.is_passive(sentence, index):
            return _phrase(syntax.surface_subject(sentence, index))
    return None


def _is_done(sentence: Sentence, index: int) -> bool:
    """True for a passive with a subject: a phrase after its preposition is not what the act is done to."""
    return syntax.is_passive(sentence, index) and syntax.child(sentence, index, "nsubjpass") is not None


def _is_particle(sentence: Sentence, index: int | None, particles: tuple[str, ...]) -> bool:
    """True for a word of the frame alone, without anybody before it (*held the governor* **hostage**)."""
    bare = index is not None and not syntax.children(sentence, index, "compound", "poss", "nmod")
    return bare and index is not None and sentence.tokens[index].lemma.lower() in particles


def _phrase(index: int | None) -> Fill | None:
    return None if index is None else Fill(index, "phrase")


def _clause(index: int | None) -> Fill | None:
    return None if index is None else Fill(index, "clause")


def _subject(sentence: Sentence, index: int) -> Fill | None:
    if sentence.tokens[index].pos == "ADJ" or sentence.tokens[index].dep == "acomp":
        return _phrase(syntax.copula_subject(sentence, index))
    return _phrase(syntax.deep_subject(sentence, index))


def _object(sentence: Sentence, index: int) -> Fill | None:
    return _phrase(syntax.deep_object(sentence, index))


def _indirect(sentence: Sentence, index: int) -> Fill | None:
    return _phrase(syntax.indirect_object(sentence, index))


def _complement(sentence: Sentence, index: int) -> Fill | None:
    found = clauses.complement(sentence, index)
    return None if found is None else Fill(found, "clause", clauses.parted_subject(sentence, index, found))


def _infinitive(sentence: Sentence, index: int) -> Fill | None:
    own = next((c for c in syntax.children(sentence, index, "xcomp") if syntax.is_verb(sentence.tokens[c])), None)
    return _clause(clauses.strayed_infinitive(sentence, index) if own is None else own)


def _adverbial_infinitive(sentence: Sentence, index: int) -> Fill | None:
    return next(
        (Fill(c, "clause") for c in syntax.children(sentence, index, "advcl") if syntax.has_to(sentence, c)), None
    )


def _object_with(sentence: Sentence, index: int, rest: str) -> Fill | None:
    thing = syntax.deep_object(sentence, index)
    kind, _, word = rest.partition(":")
    if rest == "oprd":
        predicate = clauses.object_predicate(sentence, index)
        if thing is None and predicate is not None:  # *called Lind a “liar”*: the name hung on the noun behind it
            thing = syntax.child(sentence, predicate, "nmod")
        pointer = _pointer(sentence, index)
        if pointer is not None:
            thing, predicate = pointer, predicate if predicate is not None else thing
    elif word == "as":
        predicate = _as_predicate(sentence, index)
    else:
        predicate = prepositional(sentence, index, word) if kind == "prep" else gerund(sentence, index, word)
    if thing is None or predicate is None or thing == predicate:
        return None
    return Fill(predicate, "clause", (thing,))


def _pointer(sentence: Sentence, index: int) -> int | None:
    """*called that “a bad joke”*: *that* before a quotation is what is called so, whatever the parser made of it."""
    after = sentence.tokens[index + 1 : index + 3]
    if len(after) == 2 and after[0].lower in {"that", "this"} and after[1].text in QUOTE_MARKS:
        return index + 1
    return None


QUOTE_MARKS = frozenset({"“", '"', "‘", "«", "'"})


def _as_predicate(sentence: Sentence, index: int) -> int | None:
    """What stands after *as*: a noun, a participle, or the adjective that the parser hangs on it as a modifier."""
    for preposition in prepositions(sentence, index, "as"):
        inner = syntax.child(sentence, preposition, "pobj", "pcomp", "amod", "acomp", "advmod")
        if inner is not None:
            return inner
    return None


def _raised(sentence: Sentence, index: int) -> Fill | None:
    infinitive = syntax.child(sentence, index, "xcomp")
    thing = syntax.surface_subject(sentence, index)
    if (
        infinitive is None
        or thing is None
        or not syntax.has_to(sentence, infinitive)
        or not syntax.is_passive(sentence, index)
    ):
        return None
    return Fill(infinitive, "clause", (thing,))


def _complement_subject(sentence: Sentence, index: int) -> Fill | None:
    clause = syntax.child(sentence, index, "ccomp")
    if clause is None:
        return None
    return _phrase(syntax.child(sentence, clause, "nsubj", "nsubjpass"))


def _that_clause(sentence: Sentence, index: int) -> Fill | None:
    for one in syntax.children(sentence, index, "acl", "ccomp", "relcl", "appos"):
        mark = syntax.child(sentence, one, "mark")
        if mark is not None and sentence.tokens[mark].lower in {"that", "whether"}:
            return Fill(one, "clause")
    token = sentence.tokens[index]
    if token.pos == "ADJ":
        own = _complement(sentence, index)
        held = token.dep == "acomp" and sentence.tokens[token.head].lemma == "be"
        return own or (_complement(sentence, token.head) if held else None)
    return _copular_content(sentence, index)


def _that_subject(sentence: Sentence, index: int) -> Fill | None:
    clause = _that_clause(sentence, index) or _clause(clauses.asked_of(sentence, index))
    return None if clause is None else _phrase(syntax.child(sentence, clause.head, "nsubj", "nsubjpass"))


def _for_subject(sentence: Sentence, index: int) -> Fill | None:
    """*called for* **Lind** *to leave*; not *for Lind to be freed*, who is not to do it."""
    clause = clauses.asked_of(sentence, index)
    return None if clause is None else _phrase(syntax.child(sentence, clause, "nsubj"))


def _copular_content(sentence: Sentence, index: int) -> Fill | None:
    """*The message is that …*: the clause after the noun's own *be*."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep != "nsubj" or head.lemma != "be":
        return None
    one = syntax.child(sentence, token.head, "ccomp")
    return Fill(one, "clause") if one is not None and syntax.child(sentence, one, "mark") is not None else None


def _noun_infinitive(sentence: Sentence, index: int) -> Fill | None:
    asked = clauses.asked_of(sentence, index)
    if asked is not None:
        return Fill(asked, "clause")
    labels = ("acl", "xcomp", "relcl")
    return next(
        (Fill(c, "clause") for c in syntax.children(sentence, index, *labels) if syntax.has_to(sentence, c)), None
    )


def _possessor(sentence: Sentence, index: int) -> Fill | None:
    """The possessor; of *continued their attacks* whoever continued."""
    owner = syntax.child(sentence, index, "poss")
    if owner is not None and sentence.tokens[owner].lower in {"its", "their", "his", "her"}:
        held = light.supported(sentence, index)
        return _phrase(owner if held is None else held)
    return _phrase(owner)


MULTIPLES = frozenset({"twin", "double", "triple", "dual"})
"""Words that count acts, though some of them are also people: **Twin** *attacks*."""


def _modifier(sentence: Sentence, index: int) -> Fill | None:
    """A name or demonym before the noun; of *a Saudi-led strike* the one who leads it."""
    for one in syntax.children(sentence, index, "amod", "compound", "nmod"):
        leader = leader_of(sentence, one)
        token = sentence.tokens[one]
        if leader is not None or (token.text[:1].isupper() and token.lower not in MULTIPLES):
            return Fill(one if leader is None else leader, "phrase")
    return None


_HANDLERS: dict[str, Callable[[Sentence, int], Fill | None]] = {
    "subj": _subject,
    "each": _subject,
    "obj": _object,
    "obj-actor": _object,
    "iobj": _indirect,
    "ccomp": _complement,
    "xcomp": _infinitive,
    "advcl": _adverbial_infinitive,
    "oprd": lambda sentence, index: _phrase(clauses.object_predicate(sentence, index)),
    "subject+xcomp": _raised,
    "ccomp-subject": _complement_subject,
    "that": _that_clause,
    "that-subject": _that_subject,
    "for-subject": _for_subject,
    "inf": lambda s, i: _infinitive(s, i) if s.tokens[i].pos == "ADJ" else _noun_infinitive(s, i),
    "inf-obj": lambda sentence, index: _phrase(aims.taken(sentence, index)),
    "acl": lambda sentence, index: _clause(aims.participle(sentence, index)),
    "acl-goal": lambda sentence, index: _phrase(aims.opposed(sentence, index)),
    "support": lambda sentence, index: _phrase(light.supported(sentence, index)),
    "borne": lambda sentence, index: _phrase(light.borne(sentence, index)),
    "poss": _possessor,
    "amod": _modifier,
    "nmod": _modifier,
    "where": lambda sentence, index: _phrase(scene(sentence, index)),
    "neg": lambda sentence, index: _phrase(syntax.child(sentence, index, "neg")),
    "pobj": lambda sentence, index: _phrase(clauses.innermost_object(sentence, index)),
}
