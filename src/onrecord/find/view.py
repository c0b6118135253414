"""A page as the finders see it: document, annotations and tables, with the look-ups that all of them need."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from onrecord.find import extents, syntax
from onrecord.find.instead import standing_in
from onrecord.find.leading import leader_of
from onrecord.lexicon.frames import FrameTable, load_groups
from onrecord.schema import Annotations, Document, Quote, Sentence, Span

PERSONAL = frozenset("i you he she we they me him her us them who whom".split())
POSSESSIVES = frozenset("my your his her its our their whose".split())
NATIONS = frozenset("country nation state side".split())
"""Nouns that stand for an actor once somebody owns or counts them: *his country*, *the Norland side*, *both sides*."""
UNDERGOING = frozenset("arrested wounded injured displaced detained kidnapped jailed homeless condemned".split())
"""What people are called by what befell them: *freed* **the arrested**."""
SUING = frozenset({"sue", "accuse", "blame", "charge", "urge", "ask"})
"""Verbs whose object *the state* is who governs."""
PAIRED = frozenset({"both", "each", "either", "neither"})
CROWDS = frozenset("thousand hundred dozen million ten crowd people resident local other".split())
"""Nouns of number and place that stand for people (*thousands marched*)."""
COUNTED = frozenset(
    """kill injure wound hurt arrest detain shoot murder execute abduct kidnap jail imprison deport evacuate rescue displace behead
    release free""".split()
)
"""Verbs whose bare number counts people: *the blast killed 14*, *nine were arrested*."""
ACTOR_PRONOUNS = PERSONAL | frozenset("it both everyone everybody anyone anybody others some many those".split())
NAMED_IN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "agent", "dative"})
NAMED_PLACES = frozenset({"country", "capital", "city"})
PLACES = NAMED_PLACES | {None}
WRITINGS = frozenset(
    "letter tweet post message statement email note call video report memo telegram cable appeal".split()
)
"""What comes from whoever wrote or sent it: *a tweet* **from the president** *alleging that …*."""
FEW = frozenset("two three four five six seven eight nine ten pair duo trio".split())
"""Numbers that stand for those who were named before where *the* stands before them: **the two** *agreed*, **the pair** *met*."""
RESEARCH = frozenset({"survey", "study", "experiment", "trial", "paper", "poll"})
"""What finds something without its country's doing: *a Dutch* **survey** *blamed screens*."""
LINKING = frozenset({"with", "among", "between"})
"""Prepositions behind a noun that is nobody, before the one whom it concerns: *talks* **with Norland**."""
LAWS = frozenset("act bill order amendment law code constitution resolution proclamation".split())
"""Last words of the names of laws, which do nothing themselves: *the Rivers* **Act**, *the president's Executive* **Order**."""
WAYS = frozenset("avenue street road lane bridge boulevard highway motorway route river".split())
"""Ends of names of ways and waters: nobody, though the name before them may be somebody's."""
GIVEN = frozenset(
    """make submit offer file table propose issue put bring lodge present own run operate hold control produce build fly
    register""".split()
)
"""Participles that lead from a thing to whose it is: *an offer made* **by the Front**, *a plant owned* **by a Norland firm**."""
BEASTS = load_groups()["animal"]
BORDERS = frozenset({"border", "frontier", "boundary"})
"""What has two sides: *its border* **with Norland** concerns the other one."""


class ActorWords(Protocol):
    """What the finders ask of the actor table."""

    def is_actor_word(self, lemma: str, text: str) -> bool:
        """True for agent nouns, demonyms and words of actors' names."""

    def demonym_country(self, text: str) -> str | None:
        """The country of a demonym (*Turkish*), ISO 3166 alpha-3."""

    def sector_of(self, lemma: str) -> str | None:
        """The PLOVER sector of an agent noun, or None."""

    def place_or_actor(self, text: str) -> str | None:
        """What an exact name stands for: country, capital, city, organisation, armed_group, person, or None."""


@dataclass(frozen=True)
class View:
    """One page with the tables it is read by."""

    document: Document
    annotations: Annotations
    frames: FrameTable
    actors: ActorWords

    @cached_property
    def outer_quotes(self) -> tuple[Quote, ...]:
        """The quotes that stand in no other."""
        return tuple(quote for quote in self.annotations.quotes if quote.depth == 0)

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.outer_quotes]

    def quote_at(self, position: int) -> Quote | None:
        """The outer quote around the code point ``position``, marks excluded."""
        at = bisect_right(self._quote_starts, position) - 1
        if at < 0:
            return None
        quote = self.outer_quotes[at]
        return quote if quote.inner_start <= position < quote.inner_end else None

    def quotes_in(self, start: int, end: int) -> list[Quote]:
        """The outer quotes that overlap the range, in text order."""
        at = max(bisect_right(self._quote_starts, start) - 1, 0)
        found = []
        for quote in self.outer_quotes[at:]:
            if quote.start >= end:
                break
            if quote.end > start:
                found.append(quote)
        return found

    def span(self, start: int, end: int) -> Span:
        """The span of the document's text."""
        return Span.of(self.document.text, start, end)

    def piece(self, place: tuple[int, int] | None) -> Span | None:
        """The span of a place that may not be told."""
        return None if place is None else self.span(*place)

    def is_saying(self, lemma: str) -> bool:
        """True for verbs that some frame takes for saying."""
        return any(frame.cls.attitude == "says" for frame in self.frames.lookup(lemma, "verb"))

    def is_actor(self, sentence: Sentence, index: int) -> bool:
        """True where the token itself names or describes somebody: a name, an agent noun, a demonym, a personal pronoun."""
        token = sentence.tokens[index]
        if token.pos == "PRON":
            return token.lower in ACTOR_PRONOUNS or (token.dep == "poss" and token.lower in POSSESSIVES)
        if token.pos == "PROPN":
            return token.lower not in syntax.CALENDAR and token.lower not in WAYS | LAWS
        if token.dep in NAMED_IN and token.text[:1].isupper() and self.actors.place_or_actor(token.text) == "country":
            return True  # *Belize voiced support*: a name that the parser takes for a verb
        if token.lower in UNDERGOING and token.tag in {"VBN", "JJ"} and _is_alone(sentence, index):
            return True
        if token.lemma == "campaign" and _is_waged(sentence, index):
            return False  # *Norland's* **military campaign**
        if token.lower == "world" and token.dep in {"poss", "pobj"} and not _is_told(sentence, index):
            return False  # *the* **world's** *largest port*, *the oldest bank in the* **world**
        if token.lower == "state" and token.dep == "dobj" and sentence.tokens[token.head].lemma in SUING:
            return True
        if token.lemma in NATIONS and token.pos == "NOUN":
            before = [sentence.tokens[c] for c in sentence.children[index]]
            return any(t.dep in {"poss", "amod", "compound", "nummod"} or t.lower in PAIRED for t in before)
        if token.lower in {"power", "force"} and not sentence.children[index]:
            return False  # *seized power*, *used force*
        if token.lemma in CROWDS and token.tag in {"NNS", "NN"}:
            return not _counts_beasts(sentence, index)
        if token.pos == "NUM" and token.dep in {"dobj", "nsubjpass"} and sentence.tokens[token.head].lemma in COUNTED:
            return True
        if token.lower in FEW:
            return _is_the(sentence, index)
        if token.pos in {"NOUN", "ADV"} and (_is_acronym(sentence, index) or syntax.has_who(sentence, index)):
            return True
        if token.pos == "NOUN" and self._is_of_two_words(sentence, index):
            return True
        return token.pos in {"NOUN", "ADJ", "NUM"} and self.actors.is_actor_word(token.lemma, token.text)

    def _is_of_two_words(self, sentence: Sentence, index: int) -> bool:
        """*the upper* **house**, *the ruling* **house**: a body of the state by an agent noun of two words."""
        if index == 0 or sentence.tokens[index - 1].head != index:
            return False
        before = sentence.tokens[index - 1].lower
        return self.actors.sector_of(f"{before} {sentence.tokens[index].lemma}") in {"GOV", "JUD", "LEG"}

    def actor_in(self, sentence: Sentence, index: int) -> int | None:
        """The token in the noun phrase at ``index`` that is an actor: its head, else its possessor, a demonym before it, or the
        noun of an of-phrase; None where the phrase holds none."""
        if self.is_actor(sentence, index):
            return index
        if sentence.tokens[index].pos in {"VERB", "AUX"} or sentence.tokens[index].lower in WAYS:
            return None
        if sentence.tokens[index].pos == "PROPN" and sentence.tokens[index].lower in LAWS:
            owner = syntax.child(sentence, index, "poss")
            return owner if owner is not None and self.is_actor(sentence, owner) else None
        owner = self._modifier(sentence, index)
        if owner is not None and sentence.tokens[owner].pos != "PRON":
            return owner
        for one in sentence.children[index]:
            token = sentence.tokens[one]
            if token.dep == "prep" and token.lower in {"of", "by", "from", "in", "for", "against"}:
                for inner in sentence.children[one]:
                    if sentence.tokens[inner].dep != "pobj":
                        continue
                    if self.is_actor(sentence, inner):
                        return inner if owner is None else owner
                    if token.lower in {"of", "for"} and owner is None:
                        owner = self._modifier(sentence, inner)
        return owner

    def _modifier(self, sentence: Sentence, index: int) -> int | None:
        """The actor right before a noun: its possessor, a name, a demonym; a possessive pronoun where there is nothing else."""
        pronoun = None
        for one in sentence.children[index]:
            token = sentence.tokens[one]
            leader = leader_of(sentence, one)
            if leader is not None and self.is_actor(sentence, leader):
                return leader
            if token.dep == "amod" and not token.text[:1].isupper():
                continue
            if token.dep == "poss" and token.lower in POSSESSIVES:
                pronoun = one
            elif token.dep in {"poss", "compound", "amod", "nmod", "appos"} and self.is_actor(sentence, one):
                return one
        return pronoun

    def doer_in(self, sentence: Sentence, index: int, event_type: str | None = None) -> int | None:
        """As :meth:`party_in`, for whoever does something: where a thing is or comes from does nothing (*a moth* from
        *Kenya*), nor does a country whose athletes or salads do (*the archive* of *Kenya*)."""
        found = self.party_in(sentence, index)
        if found is None or found == index:
            return found
        token, whole = sentence.tokens[found], sentence.tokens[index]
        link = sentence.tokens[token.head].lower if token.dep == "pobj" else ""
        if link == "from" and whole.lemma in WRITINGS:
            return found
        if link == "of" and whole.pos == "NOUN" and not standing_in(whole.lemma.lower(), event_type):
            return None if token.pos == "PROPN" and self.actors.place_or_actor(token.text) in NAMED_PLACES else found
        if whole.lemma in RESEARCH and self.actors.place_or_actor(token.text) == "country":
            return None
        if whole.lemma in RESEARCH and self.actors.demonym_country(token.text) is not None:
            return None
        if link in {"in", "from"}:
            return None if self.actors.place_or_actor(token.text) in PLACES else found
        if token.dep == "poss" and sentence.tokens[token.head].pos == "NOUN":
            whole = sentence.tokens[token.head]  # *many of* **his aides** *fled*
        owned = token.dep in {"poss", "amod", "nmod", "compound"} and whole.pos == "NOUN"
        if token.dep == "compound" and self.actors.place_or_actor(token.text) in {"capital", "city"}:
            return None  # *the Paris attacks*
        if token.dep == "compound" and self.actors.place_or_actor(token.text) not in NAMED_PLACES:
            event_type = None  # *army boats* carry aid, too
        return None if owned and not _stands_in(sentence, whole.index, event_type) else found

    def party_in(self, sentence: Sentence, index: int) -> int | None:
        """As :meth:`actor_in`, else whom the noun concerns: *talks* **with Norland**, *an offer made* **by the Front**."""
        found = self.actor_in(sentence, index)
        shared = sentence.tokens[index].lemma in BORDERS and found is not None and sentence.tokens[found].pos == "PRON"
        if (found is not None and not shared) or sentence.tokens[index].pos != "NOUN":
            return found
        for one in sentence.children[index]:
            link = sentence.tokens[one].dep == "prep" and sentence.tokens[one].lower in LINKING
            inner = syntax.child(sentence, one, "pobj") if link else None
            if inner is not None and self.is_actor(sentence, inner):
                return inner
        return self._giver(sentence, index) if found is None else found

    def phrase(self, sentence: Sentence, index: int) -> tuple[int, int]:
        """The phrase of a party as code points. A place has no apposition who is somebody: of *from Meridia, Defence Minister Lind
        said* it is **Meridia**."""
        start, end = extents.phrase(sentence, index)
        place, comma, rest = self.document.text[start:end].partition(",")
        listed = rest.replace(" and ", ",").split(",")[0]
        if comma and self._is_named_place(place) and not self._is_named_place(listed):
            return start, start + len(place.rstrip())
        return start, end

    def _is_named_place(self, text: str) -> bool:
        bare = text.strip().removeprefix("the ").removeprefix("The ")
        return self.actors.place_or_actor(bare) in NAMED_PLACES

    def _giver(self, sentence: Sentence, index: int) -> int | None:
        """Who made the offer, filed the suit: the by-phrase of the participle behind the noun."""
        for one in syntax.children(sentence, index, "acl"):
            by = syntax.child(sentence, one, "agent") if sentence.tokens[one].lemma in GIVEN else None
            found = None if by is None else syntax.child(sentence, by, "pobj")
            if found is not None and self.is_actor(sentence, found):
                return found
        return None


WAGED = frozenset(
    """military terror bombing air aerial ground bomb advertising ad vaccination smear fundraising disinformation propaganda social
    media pressure assassination influence""".split()
)


def _is_waged(sentence: Sentence, index: int) -> bool:
    """True for a campaign that somebody wages, which is nobody."""
    return any(
        sentence.tokens[one].lower in WAGED for one in syntax.children(sentence, index, "amod", "compound", "nmod")
    )


def _is_told(sentence: Sentence, index: int) -> bool:
    """True for the world that is spoken to, or does something: *a message to the* **world**, *condemned by the* **world**."""
    link = sentence.tokens[sentence.tokens[index].head]
    return sentence.tokens[index].dep == "pobj" and link.lower in {"to", "by", "with", "for"}


CHAMBERS = frozenset({"lower", "upper", "white"})


def _stands_in(sentence: Sentence, index: int, event_type: str | None) -> bool:
    """True for a noun through which its owner acts; of houses those that sit: *Kenya's lower house*, *the Kenyan House*."""
    token = sentence.tokens[index]
    if token.lemma.lower() == "house":
        before = syntax.children(sentence, index, "amod", "compound")
        return token.text == "House" or any(sentence.tokens[one].lower in CHAMBERS for one in before)
    return standing_in(token.lemma.lower(), event_type)


def _counts_beasts(sentence: Sentence, index: int) -> bool:
    """*dozens of sheep*, *millions of doses*: a number of what is nobody."""
    links = [one for one in syntax.children(sentence, index, "prep") if sentence.tokens[one].lower == "of"]
    inner = syntax.child(sentence, links[0], "pobj") if links else None
    return inner is not None and sentence.tokens[inner].lemma.lower() in BEASTS


def _is_alone(sentence: Sentence, index: int) -> bool:
    """*the arrested*, *the wounded*: a participle with *the* and no noun behind it."""
    token = sentence.tokens[index]
    before = index > 0 and sentence.tokens[index - 1].lower in {"the", "those"}
    return before and token.dep in {"dobj", "pobj", "nsubj", "nsubjpass"}


def _is_acronym(sentence: Sentence, index: int) -> bool:
    """*ICE*, *NCB*: capitals among small letters, which the parser takes for a common noun."""
    word = sentence.tokens[index].text
    told = len(word) > 2 and word.isalpha() and word.isupper()
    return told and any(token.text.islower() and token.pos in {"VERB", "NOUN"} for token in sentence.tokens)


def _is_the(sentence: Sentence, index: int) -> bool:
    """*the two agreed*: a bare number after *the* that does something, not *the two of June*."""
    token = sentence.tokens[index]
    article = syntax.child(sentence, index, "det")
    told = (
        article is not None and sentence.tokens[article].lower == "the" and token.dep in {"nsubj", "nsubjpass", "agent"}
    )
    return told and all(sentence.tokens[one].dep == "det" for one in sentence.children[index])
