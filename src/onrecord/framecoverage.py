"""How much of a text the frames cover: its predicates with public actors, and those of them that no frame holds.

A predicate is a verb, or an event noun (a noun made from a verb, or one that a frame knows), with a state, a public body, an
armed group, an office-holder or civilians as subject, object, possessor or beside it. It is covered where a frame matches it,
or where it only carries one that does (*held* **talks**).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.find import extents, syntax
from onrecord.find.light import is_light
from onrecord.find.matcher import matches
from onrecord.find.view import View
from onrecord.lexicon.actors import ActorTable
from onrecord.lexicon.frames import PartOfSpeech
from onrecord.schema import Document, Sentence
from onrecord.steps import Pipeline

PUBLIC = frozenset("GOV MIL COP JUD LEG SPY REB PRM UAF PTY OPP CVL REF ELI LAB PRE IGO UNO EUR NGO ISM IMG".split())
"""Sectors whose acts may be political; business, schools, hospitals and the press alone are not."""
NAMES = frozenset({"country", "demonym", "capital", "organisation", "armed_group", "person"})
BARE = frozenset("be have do get let s 's become".split())
"""Verbs that say nothing by themselves."""
ACTIONS = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "age", "ure")
"""Ends of nouns that are made from verbs."""
BESIDE = frozenset({"by", "between", "against", "on", "with"})
"""Prepositions behind an event noun whose phrase names a side."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One occurrence. ``known`` is True where frames of the lemma are there, though none may hold here."""

    lemma: str
    pos: PartOfSpeech
    covered: bool
    known: bool
    sentence: str


@dataclass(slots=True)
class Missing:
    """A predicate that no frame covered: how often, and where first."""

    lemma: str
    pos: PartOfSpeech
    known: bool
    example: str
    count: int = 0


@dataclass(slots=True)
class Coverage:
    """Counts over texts; ``covered`` of ``total`` predicates."""

    total: int = 0
    covered: int = 0
    _missing: dict[tuple[str, str], Missing] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """``covered / total``; 0 where there is no predicate."""
        return self.covered / self.total if self.total else 0.0

    @property
    def missing(self) -> list[Missing]:
        """The predicates without a frame, the most frequent first, then by lemma."""
        return sorted(self._missing.values(), key=lambda one: (-one.count, one.lemma, one.pos))

    def count(self, found: Iterable[Predicate]) -> None:
        """Counts predicates in."""
        for one in found:
            self.total += 1
            self.covered += one.covered
            if not one.covered:
                row = self._missing.setdefault(
                    (one.lemma, one.pos), Missing(one.lemma, one.pos, one.known, one.sentence)
                )
                row.count += 1


def predicates_of(document: Document, pipeline: Pipeline) -> list[Predicate]:
    """The predicates with public actors of one page, in text order; none where the page is not read."""
    if document.unread is not None:
        return []
    view = View(document, pipeline.annotator.annotate(document), pipeline.frames, pipeline.actors)
    return [one for sentence in view.annotations.sentences for one in _in_sentence(view, sentence, pipeline.actors)]


def _in_sentence(view: View, sentence: Sentence, actors: ActorTable) -> Iterator[Predicate]:
    held = {match.index for match in matches(view, sentence)}
    text = " ".join(view.document.text[sentence.start : sentence.end].split())
    for token in sentence.tokens:
        pos: PartOfSpeech = "verb" if token.pos == "VERB" else "noun"
        lemma = token.lemma.lower()
        known = bool(view.frames.lookup(lemma, pos))
        if token.pos == "VERB":
            fits = lemma not in BARE and token.dep not in {"amod", "compound", "aux", "auxpass"}
            sides = _verb_sides(sentence, token.index)
        else:
            fits = (
                token.pos == "NOUN"
                and (known or lemma.endswith(ACTIONS))
                and not actors.is_actor_word(lemma, token.text)
            )
            sides = _noun_sides(sentence, token.index)
        if fits and any(is_public(sentence, side, actors) for side in sides):
            covered = token.index in held or _carries(sentence, token.index, held)
            yield Predicate(lemma, pos, covered, known, text)


def _verb_sides(sentence: Sentence, index: int) -> list[int]:
    found = (syntax.deep_subject(sentence, index), syntax.deep_object(sentence, index))
    return [joint for one in found if one is not None for joint in syntax.conjuncts(sentence, one)]


def _noun_sides(sentence: Sentence, index: int) -> list[int]:
    found = syntax.children(sentence, index, "poss", "amod", "compound", "nmod")
    for one in syntax.children(sentence, index, "prep", "agent"):
        if sentence.tokens[one].lower in BESIDE:
            found += syntax.children(sentence, one, "pobj")
    return found


def _carries(sentence: Sentence, index: int, held: set[int]) -> bool:
    """True for the light verb of an event noun that a frame holds, or the noun of a verb that one holds."""
    token = sentence.tokens[index]
    if token.pos == "VERB":
        return is_light(token) and any(one in held for one in syntax.children(sentence, index, "dobj", "nsubjpass"))
    return token.head in held and token.dep in {"dobj", "nsubjpass"}


def is_public(sentence: Sentence, index: int, actors: ActorTable) -> bool:
    """True where the phrase at a token names or describes a state, a public body, an armed group or civilians."""
    token = sentence.tokens[index]
    start, end = extents.phrase(sentence, index)
    if token.pos in {"PROPN", "ADJ"} and token.text[:1].isupper():
        own = [one.text for one in sentence.tokens if start <= one.start and one.end <= end and one.pos == "PROPN"]
        names = (token.text, " ".join(own))
        return any((alias := actors.exactly(name)) is not None and alias.kind in NAMES for name in names)
    noun = actors.agent_noun(token.lemma) if token.pos == "NOUN" else None
    return noun is not None and not PUBLIC.isdisjoint(noun.sectors)
