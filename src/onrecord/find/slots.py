"""Where a frame's roles stand: each slot of the frame classes as a look at the parse.

:func:`fill` answers one slot around one predicate. Slots are named and described at the head of ``data/frames/classes.toml``.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.find import aims, clauses, framewords, light, syntax
from onrecord.find.fills import Fill, clause, phrase
from onrecord.find.happening import scene
from onrecord.find.leading import leader_of
from onrecord.find.prepositions import gerund, prepositional, prepositions
from onrecord.lexicon.frames import load_groups
from onrecord.schema import Sentence


def fill(sentence: Sentence, index: int, slot: str, particles: tuple[str, ...] = ()) -> Fill | None:
    """What fills ``slot`` of the predicate at ``index``; None where nothing does.

    ``particles`` are the lexical words of the frame: the object of a lexical preposition is the predicate's ``obj``.
    The slots ``quote``, ``whole`` and ``inner`` are not answered here: they need more than the parse.
    """
    kind, _, word = slot.partition(":")
    if kind == "prep" and word:
        own = prepositional(sentence, index, word)
        return phrase(framewords.behind_noun(sentence, index, word, particles) if own is None else own)
    if slot == "poss" and particles and syntax.is_verb(sentence.tokens[index]):
        return phrase(framewords.owner_of_noun(sentence, index, particles))
    if kind == "nprep":
        return phrase(framewords.behind_object(sentence, index, word, particles))
    if slot == "ninf":
        return clause(framewords.infinitive_of_object(sentence, index, particles))
    if kind == "pcomp":
        return clause(gerund(sentence, index, word))
    if slot == "obj" and particles and (found := framewords.lexical_object(sentence, index, particles)) is not None:
        return found
    if (
        slot in {"obj", "obj-actor"}
        and particles
        and framewords.is_particle(sentence, syntax.deep_object(sentence, index), particles)
    ):
        return None  # *joined* **forces**
    if slot.startswith("obj+"):
        return _object_with(sentence, index, slot.removeprefix("obj+"))
    handler = _HANDLERS.get(slot)
    return handler(sentence, index) if handler else None


def _subject(sentence: Sentence, index: int) -> Fill | None:
    if sentence.tokens[index].pos == "ADJ" or sentence.tokens[index].dep == "acomp":
        return phrase(syntax.copula_subject(sentence, index))
    return phrase(_named(sentence, syntax.deep_subject(sentence, index)))


def _named(sentence: Sentence, index: int | None) -> int | None:
    """*with Norland's ally* **Sudland** *calling for it*: a name right behind a description, a subject to the parser, too."""
    if index is None or sentence.tokens[index].pos != "NOUN":
        return index
    beside = syntax.children(sentence, sentence.tokens[index].head, sentence.tokens[index].dep)
    names = (one for one in beside if sentence.tokens[one].pos == "PROPN")
    return next((one for one in names if min(syntax.subtree(sentence, one)) == index + 1), index)


def _object(sentence: Sentence, index: int) -> Fill | None:
    found = syntax.deep_object(sentence, index)
    if found is None and (predicate := syntax.child(sentence, index, "oprd")) is not None:
        named = syntax.child(sentence, predicate, "nmod")  # *called* **Lind** *a “liar” who …*
        found = named if named is not None and sentence.tokens[named].pos == "PROPN" else None
    return None if found is not None and _is_when(sentence, index, found) else phrase(found)


WHEN = frozenset("time day moment year week month hour".split())


def _is_when(sentence: Sentence, index: int, found: int) -> bool:
    """*the first* **time** *the two ministers had met*: when it was, and nobody whom they met."""
    token = sentence.tokens[index]
    return token.dep == "relcl" and token.head == found and sentence.tokens[found].lemma in WHEN


def _indirect(sentence: Sentence, index: int) -> Fill | None:
    return phrase(syntax.indirect_object(sentence, index))


def _complement(sentence: Sentence, index: int) -> Fill | None:
    found = clauses.complement(sentence, index)
    return None if found is None else Fill(found, "clause", clauses.parted_subject(sentence, index, found))


def _infinitive(sentence: Sentence, index: int) -> Fill | None:
    own = next((c for c in syntax.children(sentence, index, "xcomp") if syntax.is_verb(sentence.tokens[c])), None)
    return clause(clauses.strayed_infinitive(sentence, index) if own is None else own)


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
    own = syntax.child(sentence, clause, "nsubj", "nsubjpass")
    return phrase(_strayed_subject(sentence, clause) if own is None else own)


def _strayed_subject(sentence: Sentence, clause: int) -> int | None:
    """*declared the* **envoy** *persona non grata*: what the parser takes for a part of the noun that is said of it."""
    if syntax.is_verb(sentence.tokens[clause]):
        return None
    return next(reversed(syntax.children(sentence, clause, "compound", "nmod")), None)


def _that_clause(sentence: Sentence, index: int) -> Fill | None:
    for one in syntax.children(sentence, index, "acl", "ccomp", "relcl", "appos"):
        mark = syntax.child(sentence, one, "mark")
        if (
            mark is not None
            and sentence.tokens[mark].lower in {"that", "whether"}
            and not _is_of_it(sentence, one, mark)
        ):
            return Fill(one, "clause")
    token = sentence.tokens[index]
    if token.pos == "ADJ":
        own = _complement(sentence, index)
        held = token.dep == "acomp" and sentence.tokens[token.head].lemma == "be"
        return own or (_complement(sentence, token.head) if held else None)
    return _copular_content(sentence, index)


def _is_of_it(sentence: Sentence, clause: int, mark: int) -> bool:
    """*a request* **that Norland turned down**: a clause about the noun, which is its object, and not what it says."""
    if sentence.tokens[mark].tag != "WDT" or sentence.tokens[clause].dep != "relcl":
        return False
    held = syntax.child(sentence, clause, "dobj", "ccomp", "xcomp", "acomp", "attr")
    return held is None and sentence.tokens[clause].tag in {"VBD", "VBZ"}


def _that_subject(sentence: Sentence, index: int) -> Fill | None:
    found = _that_clause(sentence, index) or clause(clauses.asked_of(sentence, index))
    return None if found is None else phrase(syntax.child(sentence, found.head, "nsubj", "nsubjpass"))


def _for_subject(sentence: Sentence, index: int) -> Fill | None:
    """*called for* **Lind** *to leave*; not *for Lind to be freed*, who is not to do it."""
    asked = clauses.asked_of(sentence, index)
    return None if asked is None else phrase(syntax.child(sentence, asked, "nsubj"))


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
    own = next((c for c in syntax.children(sentence, index, *labels) if syntax.has_to(sentence, c)), None)
    return clause(clauses.asked_beside(sentence, index) if own is None else own)


def _possessor(sentence: Sentence, index: int) -> Fill | None:
    """The possessor; of *continued their attacks* whoever continued."""
    owner = syntax.child(sentence, index, "poss")
    if owner is not None and sentence.tokens[owner].lower in {"its", "their", "his", "her"}:
        held = light.supported(sentence, index)
        return phrase(owner if held is None else held)
    return phrase(owner)


MULTIPLES = frozenset({"twin", "double", "triple", "dual"})
"""Words that count acts, though some of them are also people: **Twin** *attacks*."""
DATES = syntax.CALENDAR | {"christmas", "easter", "ramadan"}
"""Words that tell the day of an act before who did it: *the* **October** *7 rebel attack*."""


def is_where_it_stands(sentence: Sentence, name: int, index: int) -> bool:
    """*a* **Kenya** *hospital attack*: the name tells where what was struck is, and not who did it."""
    sites = load_groups()["site"]
    return any(token.lemma in sites and token.dep == "compound" for token in sentence.tokens[name + 1 : index])


def _modifier(sentence: Sentence, index: int) -> Fill | None:
    """A name or demonym before the noun; of *a Saudi-led strike* the one who leads it."""
    for one in syntax.children(sentence, index, "amod", "compound", "nmod"):
        if is_where_it_stands(sentence, one, index):
            continue
        leader = leader_of(sentence, one)
        token = sentence.tokens[one]
        if leader is not None or (token.text[:1].isupper() and token.lower not in MULTIPLES | DATES):
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
    "oprd": lambda sentence, index: phrase(clauses.object_predicate(sentence, index)),
    "subject+xcomp": _raised,
    "ccomp-subject": _complement_subject,
    "that": _that_clause,
    "that-subject": _that_subject,
    "for-subject": _for_subject,
    "inf": lambda s, i: _infinitive(s, i) if s.tokens[i].pos == "ADJ" else _noun_infinitive(s, i),
    "inf-obj": lambda sentence, index: phrase(aims.taken(sentence, index)),
    "acl": lambda sentence, index: clause(aims.participle(sentence, index)),
    "acl-goal": lambda sentence, index: phrase(aims.opposed(sentence, index)),
    "support": lambda sentence, index: phrase(light.supported(sentence, index)),
    "borne": lambda sentence, index: phrase(light.borne(sentence, index)),
    "at-doer": lambda sentence, index: phrase(light.asked(sentence, index)),
    "poss": _possessor,
    "amod": _modifier,
    "nmod": _modifier,
    "where": lambda sentence, index: phrase(scene(sentence, index)),
    "neg": lambda sentence, index: phrase(syntax.child(sentence, index, "neg")),
    "pobj": lambda sentence, index: phrase(clauses.innermost_object(sentence, index)),
}
