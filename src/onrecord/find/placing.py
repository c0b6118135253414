"""Where an act took place, as words: the name in a phrase of place of its own clause. Which place that is, ``resolve`` says.

A phrase belongs to the verb or event noun that governs it in the parse, or to its object (*shot three men* **in Ferry Town**);
an event noun under a light verb has the verb's (*held talks* **in Doha**). Joined verbs share what stands before the first.
A capital that acts (*Islamabad denied*) is in no such phrase, and so no place.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.find import syntax
from onrecord.find.light import is_light
from onrecord.find.standing import RAISING
from onrecord.find.view import View
from onrecord.schema import Event, Place, Sentence

WITHIN = frozenset("in at near outside inside around across throughout within off along".split())
"""Prepositions of place alone: what stands behind them is a place even where a frame takes it for a party."""
HERE = WITHIN | {"on", "beside", "above", "below", "by"}
THERE = frozenset({"to", "into"})
"""Prepositions of where somebody goes, which is where a visit and a deployment are."""
GOING = frozenset({"MOBILIZE", "CONSULT"})
KINDS = frozenset(
    """city town village port district province county region state capital territory peninsula island valley mountain area
    neighbourhood neighborhood suburb kingdom republic camp municipality hamlet township governorate prefecture oblast quarter
    stronghold resort settlement enclave department""".split()
)
"""Nouns for places: *the village* **of Gomarti**, **Djugu** *territory*."""
SITES = frozenset(
    """airport prison jail base crossing port airbase barracks hospital university square bridge checkpoint border highway road
    station refinery plant stadium forest""".split()
)
"""Nouns for sites, named after the place where they are: **Burgas** *airport*."""
PARTS = frozenset(
    "north south east west northeast northwest southeast southwest centre center outskirt coast part interior".split()
)
"""Nouns for a part of a place: *the north* **of Mali**, **Mali's** *north*."""
LONGEST = 4
"""Words in a name."""
SAID = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE"})
"""Types of acts that are mostly done in words: where what they are about took place is not where they did."""
BLAMED = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Of these, the ones behind whose verb a place is nearly always that of what they are about."""


def place_of(view: View, event: Event, sentence: Sentence, index: int) -> Place | None:
    """The place named in the clause of the act at ``sentence.tokens[index]``, unresolved; None where it names none."""
    at, shared = index, False
    for _ in range(syntax.MAX_STEPS):
        before = sentence.tokens[at].start if shared else sentence.end
        names = [name for name in _names_at(sentence, at, event) if name[1][1] <= before and _fits(event, *name)]
        if names:
            texts = [view.document.text[start:end] for _, (start, end) in names]
            best = next((one for one, text in enumerate(texts) if not _is_country(view, text)), 0)
            return Place(texts[best], None, None, None, "unknown", *names[best][1], texts[best])
        step = _outer(sentence, at)
        if step is None:
            return None
        at, shared = step[0], shared or step[1]
    return None


def _is_country(view: View, text: str) -> bool:
    """True for a country: a town in the same clause says more (*near Maiduguri in northern Nigeria*)."""
    return view.actors.place_or_actor(text) == "country"


def _fits(event: Event, word: str, place: tuple[int, int]) -> bool:
    """False where the words are a party's: whom an attack is on is no place."""
    if word in WITHIN or event.type in GOING:
        return True
    parties = (*event.source, *event.target, *event.against)
    return not any(party.start < place[1] and place[0] < party.end for party in parties)


def _outer(sentence: Sentence, index: int) -> tuple[int, bool] | None:
    """The next token outwards whose place is that of ``index``, and whether only what stands before it is shared."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.head == index:
        return None
    if token.dep in {"dobj", "nsubjpass"} and is_light(head):
        return token.head, False
    if token.dep == "xcomp" and (head.lemma in RAISING or token.tag == "VBG"):
        return token.head, False
    if token.dep == "conj":
        return token.head, True
    if token.dep == "advcl" and token.tag in {"VBG", "VBN"} and syntax.child(sentence, index, "mark") is None:
        return token.head, False
    return None


Named = tuple[str, tuple[int, int]]
"""A preposition and the name behind it."""


def _names_at(sentence: Sentence, index: int, event: Event) -> Iterator[Named]:
    """Names in phrases of place at a token, the nearest behind it first; then at its objects; then at the noun that acts."""
    words = HERE | THERE if event.type in GOING else HERE
    for one in sorted(syntax.children(sentence, index, "prep"), key=lambda one: (one < index, abs(one - index))):
        if one < index or event.type not in BLAMED:
            yield from _in_phrase(sentence, one, words)
            yield from _behind_day(sentence, one, words)
    if event.mode == "visit":
        yield from (("to", name) for one in syntax.children(sentence, index, "dobj") if (name := _name(sentence, one)))
    if event.type in SAID:
        return
    nouns = [*_objects(sentence, index), *syntax.children(sentence, index, "nsubj")]
    for inner in (*nouns, *(one for noun in nouns for one in _owners(sentence, noun))):
        if sentence.tokens[inner].pos == "NOUN":
            for one in syntax.children(sentence, inner, "prep"):
                yield from _in_phrase(sentence, one, words if event.type in GOING else WITHIN)


def _behind_day(sentence: Sentence, preposition: int, words: frozenset[str]) -> Iterator[Named]:
    """Phrases that the parser hung on the day before them: *on Tuesday* **in the mountains of Cauca**."""
    for inner in syntax.children(sentence, preposition, "pobj"):
        if sentence.tokens[inner].lower in syntax.CALENDAR:
            for one in syntax.children(sentence, inner, "prep"):
                yield from _in_phrase(sentence, one, words)


def _objects(sentence: Sentence, index: int) -> Iterator[int]:
    """What is acted on, directly or behind a preposition: *clashed with* **police** *in Cordoba*."""
    yield from syntax.children(sentence, index, "dobj", "nsubjpass")
    for one in syntax.children(sentence, index, "prep", "agent"):
        if sentence.tokens[one].lower in {"with", "against", "on", "of", "between", "by"}:
            yield from syntax.children(sentence, one, "pobj")


def _owners(sentence: Sentence, index: int) -> Iterator[int]:
    """What the noun is of: *the offices* **of the paper** *in Kampala*."""
    for one in syntax.children(sentence, index, "prep"):
        if sentence.tokens[one].lower == "of":
            yield from syntax.children(sentence, one, "pobj")


def _in_phrase(sentence: Sentence, preposition: int, words: frozenset[str], deeper: int = 2) -> Iterator[Named]:
    """The name behind a preposition of place, or behind one of the noun there: *at a market* **in Kano**."""
    word = sentence.tokens[preposition].lower
    inner = syntax.child(sentence, preposition, "pobj")
    if inner is None or word not in words:
        return
    found = _name(sentence, inner)
    if found is not None:
        yield word, found
    elif deeper and sentence.tokens[inner].pos == "NOUN":
        for one in syntax.children(sentence, inner, "prep"):
            yield from _in_phrase(sentence, one, WITHIN, deeper - 1)


def _name(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The proper name in the noun phrase at ``index``: its head, what it is of, beside or before it."""
    token = sentence.tokens[index]
    if token.pos == "PROPN":
        return _run(sentence, index)
    if token.pos not in {"NOUN", "ADJ"}:
        return None
    lemma = token.lemma.lower()
    inner = next(iter(_owners(sentence, index)), None)
    if lemma in KINDS | PARTS and inner is not None and sentence.tokens[inner].pos == "PROPN":
        return _run(sentence, inner)
    if lemma in KINDS | SITES and index and _is_name_before(sentence, index - 1, index):
        return _run(sentence, index - 1)
    for wanted, dep in ((KINDS, "appos"), (PARTS, "poss")):
        other = syntax.child(sentence, index, dep) if lemma in wanted else None
        if other is not None and sentence.tokens[other].pos == "PROPN":
            return _run(sentence, other)
    return None


def _is_name_before(sentence: Sentence, before: int, index: int) -> bool:
    token = sentence.tokens[before]
    return token.pos == "PROPN" and token.head == index and token.dep in {"compound", "nmod"}


def _run(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The whole name that ends at a token: the capitalised words before it that are parts of it."""
    tokens = sentence.tokens
    if tokens[index].lower.rstrip(".") in syntax.CALENDAR or not tokens[index].text[:1].isupper():
        return None
    first = index
    while first > 0 and index - first < LONGEST and _continues(sentence, first - 1, index):
        first -= 1
    while first < index and not tokens[first].text[:1].isupper():
        first += 1
    if first > 1 and tokens[first - 1].text == "The":
        first -= 1  # The Hague; at the head of a sentence it would be an article
    return tokens[first].start, tokens[index].end


def _continues(sentence: Sentence, one: int, index: int) -> bool:
    token, following = sentence.tokens[one], sentence.tokens[one + 1]
    if token.text in {"-", "–"} or following.text in {"-", "–"}:
        return token.end == following.start
    return (
        token.pos == "PROPN"
        and token.dep in {"compound", "nmod", "amod"}
        and token.head <= index
        and token.text[:1].isupper()
    )
