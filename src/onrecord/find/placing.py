"""Where an act took place, as words: the name in a phrase of place of its own clause. Which place that is, ``resolve`` says.

A phrase belongs to the verb or event noun that governs it in the parse, or to its object (*shot three men* **in Ferry Town**);
an event noun under a light verb has the verb's (*held talks* **in Doha**). Joined verbs share what stands before the first.
A capital that acts (*Islamabad denied*) is in no such phrase, and so no place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
TIMES = frozenset("time day night week month morning evening afternoon hour occasion year".split())
STRUCK = "what is acted on"
"""Marks a name that is a place only if the gazetteer has it as one: *raided* **Abadam**, *shot* **Kamau**."""
STRIKING = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
"""Types of acts that may be done to a place."""
LONGEST = 4
"""Words in a name."""
SAID = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE"})
"""Types of acts that are mostly done in words: where what they are about took place is not where they did."""
BLAMED = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
"""Of these, the ones behind whose verb a place is nearly always that of what they are about."""


Named = tuple[str, tuple[int, int]]
"""A preposition, or ``STRUCK``, and where the name behind it stands."""


def place_of(view: View, event: Event, sentence: Sentence, index: int) -> Place | None:
    """The place named in the clause of the act at ``sentence.tokens[index]``, unresolved; None where it names none."""
    at, shared = index, False
    for _ in range(syntax.MAX_STEPS):
        before = sentence.tokens[at].start if shared else sentence.end
        names = [one for one in _names_at(sentence, at, event) if one[1][1] <= before]
        if names:
            return _stub(view, event, names)
        step = _outer(sentence, at)
        if step is None:
            return None
        at, shared = step[0], shared or step[1]
    return None


def _stub(view: View, event: Event, names: Sequence[Named]) -> Place:
    """The first name that is no country, else the first: a town says more (*near Maiduguri in northern Nigeria*)."""
    texts = [view.document.text[start:end] for _, (start, end) in names]
    best = next((one for one, text in enumerate(texts) if view.actors.place_or_actor(text) != "country"), 0)
    word, (start, end) = names[best]
    struck = word == STRUCK or (word not in WITHIN and event.type not in GOING and _is_party(event, start, end))
    return Place(texts[best], None, None, None, "unknown", start, end, texts[best], STRUCK if struck else "")


def _is_party(event: Event, start: int, end: int) -> bool:
    parties = (*event.source, *event.target, *event.against)
    return any(party.start < end and start < party.end for party in parties)


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


def _names_at(sentence: Sentence, index: int, event: Event) -> Iterator[Named]:
    """Names in phrases of place at a token, the nearest behind it first; then at its objects; then at the noun that acts."""
    words = HERE | THERE if event.type in GOING else HERE
    for one in sorted(syntax.children(sentence, index, "prep"), key=lambda one: (one < index, abs(one - index))):
        if one < index or event.type not in BLAMED:
            yield from _in_phrase(sentence, one, words)
            yield from _behind_day(sentence, one, words)
    if event.mode == "visit" or event.type in STRIKING:
        word = "to" if event.mode == "visit" else STRUCK
        objects = syntax.children(sentence, index, "dobj", "nsubjpass")
        yield from ((word, name) for one in objects if (name := _name(sentence, one)))
    if event.type in SAID:
        return
    nouns = [*_objects(sentence, index), *syntax.children(sentence, index, "nsubj")]
    for inner in (*nouns, *(one for noun in nouns for one in _owners(sentence, noun))):
        if sentence.tokens[inner].pos == "NOUN":
            for one in (*syntax.children(sentence, inner, "prep"), *_of_participle(sentence, inner)):
                yield from _in_phrase(sentence, one, words if event.type in GOING else WITHIN)


def _of_participle(sentence: Sentence, index: int) -> Iterator[int]:
    """Prepositions that the parser hung on a participle behind the noun: *arrested a man carrying petrol* **in Kifissia**."""
    for one in syntax.children(sentence, index, "acl"):
        if sentence.tokens[one].tag == "VBG":
            yield from syntax.children(sentence, one, "prep")


def _behind_day(sentence: Sentence, preposition: int, words: frozenset[str]) -> Iterator[Named]:
    """Phrases that the parser hung on the time before them: *on Tuesday* **in the mountains of Cauca**."""
    for inner in syntax.children(sentence, preposition, "pobj"):
        if sentence.tokens[inner].lower in syntax.CALENDAR or sentence.tokens[inner].lemma in TIMES:
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
            if sentence.tokens[one].lower in {"with", "between", "against"}:
                for other in syntax.children(sentence, one, "pobj"):
                    for last in syntax.children(sentence, other, "prep"):
                        yield from _in_phrase(sentence, last, WITHIN, deeper - 1)


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
    before = _name_before(sentence, index) if lemma in KINDS | SITES else None
    if before is not None:
        return _run(sentence, before)
    for wanted, dep in ((KINDS, "appos"), (PARTS, "poss")):
        other = syntax.child(sentence, index, dep) if lemma in wanted else None
        if other is not None and sentence.tokens[other].pos == "PROPN":
            return _run(sentence, other)
    return None


def _name_before(sentence: Sentence, index: int) -> int | None:
    """The last proper noun that a noun for a place has before it: *the* **Ras Tanura** *oil port*."""
    found = [one for one in syntax.children(sentence, index, "compound", "nmod") if sentence.tokens[one].pos == "PROPN"]
    return max((one for one in found if one < index), default=None)


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
