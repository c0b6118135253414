"""Which sentences speak of something else than public affairs: of sport, business, science, or of what a film or book tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache

from onrecord.find import syntax
from onrecord.lexicon.fields import field_words
from onrecord.schema import Event, Party, Sentence, Token

SURE = 2
"""Loose words of another field that make a sentence one of it; a sure one does alone."""
_SCORE = re.compile(r"(?<![\w–-])\d{1,3}[-–]\d{1,3}(?![\w–-])")
_LONG_AGO = re.compile(
    r"\b(?:in|of|since|from|around|about|by) (?:1[0-7]\d\d|[1-9]\d\d)(?:[,.;)]|$| [A-Z]|(?= and\b))|\b\d+ (?:BC|BCE|AD)\b"
)
"""A year long before any news: *in 1755*, *43 BC*."""
BALLOTS = frozenset("vote election ballot poll majority seat senate parliament year".split())
"""Words beside two numbers that are no score: *passed by 52-48 votes*."""


def private_weight(sentence: Sentence, text: str) -> int:
    """How many words of other fields stand in the sentence: sure ones counted as ``SURE``, loose ones as one each, less one
    for each word of public affairs. A score counts as a loose one."""
    words = field_words()
    sure, loose, public = 0, set[str](), 0
    for token, forms in zip(sentence.tokens, _forms(sentence), strict=True):
        if _is_war_game(sentence, token.index):
            continue
        named = token.pos == "PROPN"
        known = words.loose_names if named else words.loose
        if not forms.isdisjoint(words.names if named else words.sure):
            sure += 1
        elif not forms.isdisjoint(known):
            loose.add(min(forms & known))
        elif not forms.isdisjoint(words.public):
            public += 1
    loose |= {"long ago"} if _LONG_AGO.search(text, sentence.start, sentence.end) else set()
    return SURE * sure + max(0, len(loose) + has_score(sentence, text) - public)


def has_score(sentence: Sentence, text: str) -> bool:
    """*beat Navy 17-11*: two numbers that no ballot gave."""
    return _SCORE.search(text, sentence.start, sentence.end) is not None and not set(_words(sentence)) & BALLOTS


_PHASE = re.compile(
    r"\b(?:(?:first|second|third|fourth|fifth|opening|closing|deciding|final|last) "
    r"(?:half|set|period|innings|overs?|leg|frame|heat)"
    r"|half-time|full-time|(?:extra|stoppage|injury) time|tie-break(?:er)?|(?:group|pool|knock-?out) stages?|heats|medley"
    r"|play-?offs?|(?:on|after) penalties|on the (?:counter-attack|counter|break|ice|mat|clay|grass)"
    r"|the (?:last|final) (?:eight|four|sixteen|16|32)(?! [a-z])|(?:early|late|quick) (?:goals?|tries|try))\b(?! of\b)"
)
"""Phases of a match and ways to win one: *in the second half*, *on penalties*; against *the second half of the year*."""


def is_game(sentence: Sentence) -> bool:
    """True where a word of sport stands in the sentence, and none of public affairs: *Japan and Peru meet in Sunday's final*."""
    words, found = field_words(), set(_words(sentence))
    return (bool(found & words.games) or _is_played(sentence) or _has_phase(sentence)) and not found & words.public


def _has_phase(sentence: Sentence) -> bool:
    text = " ".join(token.lower for token in sentence.tokens).replace(" - ", "-")
    return _PHASE.search(text) is not None


def _is_played(sentence: Sentence) -> bool:
    """*will play Peru*: a country as the object of *play*."""
    tokens = sentence.tokens
    played = (token for token in tokens if token.dep == "dobj" and token.pos == "PROPN")
    return any(tokens[token.head].lemma == "play" for token in played)


def is_public_affair(sentence: Sentence) -> bool:
    """True where a word of public affairs stands in the sentence."""
    return not field_words().public.isdisjoint(_words(sentence))


def _words(sentence: Sentence) -> Iterator[str]:
    """The listed forms of all words but names."""
    for token, forms in zip(sentence.tokens, _forms(sentence), strict=True):
        if token.pos != "PROPN" and not _is_war_game(sentence, token.index):
            yield from forms


def _is_war_game(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].lemma == "game" and index > 0 and sentence.tokens[index - 1].lower in {"war", "-"}


def _forms(sentence: Sentence) -> Iterator[frozenset[str]]:
    """Of each word the forms of it that some list has: in small letters as it stands and as a lemma, alone (*final*, as a noun
    *final/NOUN*) and with the word behind it (*red-card*); of names as they stand."""
    tokens = sentence.tokens
    firsts = _listed()[1]
    for at, token in enumerate(tokens):
        forms = _alone(token.text, token.lemma, token.pos)
        if token.lower in firsts:
            behind = at + 1 + (tokens[at + 1 : at + 2] != () and tokens[at + 1].text == "-")
            forms |= _together(token, tokens[behind]) if behind < len(tokens) else frozenset()
        yield forms


@lru_cache(maxsize=50_000)
def _alone(text: str, lemma: str, pos: str) -> frozenset[str]:
    small = lemma.lower()
    return _listed()[0] & ({text.lower()} if pos == "PROPN" else {text.lower(), small, f"{small}/{pos}"})


def _together(token: Token, behind: Token) -> frozenset[str]:
    named = token.pos == "PROPN"
    if (behind.pos == "PROPN") != named:
        return frozenset()
    pairs = {f"{token.lower}-{behind.lower}", f"{token.lower}-{behind.lower if named else behind.lemma.lower()}"}
    return _listed()[0] & pairs


@lru_cache(maxsize=1)
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    """The words of all lists, and the first halves of those of two words."""
    lists = field_words()
    listed = frozenset[str](BALLOTS).union(*(getattr(lists, one.name) for one in fields(lists)))
    return listed, frozenset(word[:at] for word in listed for at, sign in enumerate(word) if sign == "-")


def harm_of(sentence: Sentence) -> str:
    """``violence`` where words of it stand in the sentence, else ``accident`` where those of mishap do, else nothing."""
    words, found = field_words(), set(_words(sentence))
    if any("-" in one for one in found & words.accident):
        return "accident"  # *a gas explosion*
    mishap = found & words.accident
    if found & words.violence - words.accident - (EITHER if mishap else frozenset()):
        return "violence"
    return "accident" if mishap else ""


EITHER = frozenset("blast explosion strike fire force forces front shell mine".split())
"""Words of violence that are as much at home among those of mishap: *the quake struck*, *the rig explosion and the spill*."""
FOUGHT_OUT = frozenset(
    """court legal verbal political ratings custody bidding price public-relations pr media ad scathing stinging blistering
    withering veiled personal rhetorical parting twitter""".split()
)
"""What tells right before a *battle* or an *attack* that no arms are used in it."""
BLAMING = frozenset("blame criticize criticise accuse mock ridicule denounce insult question".split())
OF_TERROR = frozenset("terror terrorist suicide armed deadly rocket missile drone air militant jihadist".split())
"""What tells there that they are, whatever is debated beside it."""


STRUCK = frozenset(
    "target position base outpost town village convoy soldier troop civilian ship airport tanker barracks".split()
)
"""What is attacked with arms, whatever words of debate stand in the sentence."""


ARMED = frozenset("force troop army soldier militia rebel insurgent militant gunman warplane jet navy tank".split())
"""Who attacks with arms."""


def is_in_words(sentence: Sentence, index: int) -> bool:
    """True for an attack or a fight in words: *attacked him in a tweet*, *a court battle*; not where violence is told beside it."""
    words = field_words()
    before = {sentence.tokens[one].lower for one in syntax.children(sentence, index, "compound", "amod", "nmod")}
    if index:
        before.add(sentence.tokens[index - 1].lower)  # *a standoff and* **court** *battle*
    if before & FOUGHT_OUT:
        return True
    if before & OF_TERROR:
        return False
    if _is_joined_to_blame(sentence, index):
        return True  # *attacked the police and* **blamed** *them*
    if any(sentence.tokens[one].lemma in STRUCK for one in syntax.children(sentence, index, "dobj", "nsubjpass")):
        return False
    doers = (sentence.tokens[one].lemma for one in syntax.children(sentence, index, "nsubj"))
    if not ARMED.isdisjoint(doers):
        return False
    rest = [
        forms
        for token, forms in zip(sentence.tokens, _forms(sentence), strict=True)
        if token.index != index and token.lemma != sentence.tokens[index].lemma
    ]
    spoken = any(not forms.isdisjoint(words.debate) for forms in rest)
    return spoken and all(forms.isdisjoint(words.violence) for forms in rest)


def _is_joined_to_blame(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    near = syntax.children(sentence, index, "conj")
    if token.dep == "conj":
        near += [token.head, *syntax.children(sentence, token.head, "conj")]
    return syntax.is_verb(token) and any(sentence.tokens[one].lemma in BLAMING for one in near if one != index)


def is_dispute(sentence: Sentence, position: int) -> bool:
    """True among words of pay, unions and government, besides that for the act at ``position``."""
    forms = zip(sentence.tokens, _forms(sentence), strict=True)
    beside = (near for token, near in forms if token.pos != "PROPN" and token.start != position)
    return any(not field_words().labour.isdisjoint(near) for near in beside)


def is_of_public_affairs(sentence: Sentence, event: Event) -> bool:
    """True where a word of public affairs or of violence stands in the sentence besides the event's own."""
    words = field_words()
    parties = (*event.source, *event.target)
    own = [
        (event.trigger.start, event.trigger.end),
        *((one.start, one.end) for one in parties if _says_little(one, event)),
    ]
    for token, forms in zip(sentence.tokens, _forms(sentence), strict=True):
        if any(start <= token.start < end for start, end in own):
            continue
        if not forms.isdisjoint(words.public) or (token.pos != "PROPN" and not forms.isdisjoint(words.violence)):
            return True
    return False


def _says_little(party: Party, event: Event) -> bool:
    """*a flock of* **drones**, **officials** *of a fair*, **a court** *upheld a fine*: bodies of state by the page's country alone,
    by a common word alone, and those that judge anybody."""
    if party.sector == "JUD":
        return event.type not in {"SANCTION", "COERCE", "ACCUSE"}
    return party.how.startswith("context:") or (party.sector == "GOV" and party.how.startswith("none:unnamed"))


def is_told_story(sentence: Sentence, position: int) -> bool:
    """True for what happens in a film, a book or a game: *In the series, …*, *The thriller begins when …*, *She plays a
    minister who …*, *a play about the siege*; ``position`` is that of the act."""
    works = field_words().works
    act = next((t.index for t in sentence.tokens if t.start <= position < t.end), 0)
    for token in sentence.tokens:
        if (
            token.lemma in CHARACTERS
            and token.dep in {"nsubj", "nsubjpass"}
            and syntax.is_present(sentence, token.head)
        ):
            return True
        if token.lemma == "play" and syntax.is_verb(token) and act in _reach(sentence, token.index, "dobj"):
            return True
        if token.lemma.lower() not in works | PAPERS or token.pos not in {"NOUN", "PROPN"}:
            continue
        head = sentence.tokens[token.head]
        inside = any(act in syntax.subtree(sentence, one) for one in _told_in(sentence, token.index))
        if token.lemma in PAPERS:
            if inside and head.lemma in HOLDING:
                return True
            continue
        if token.dep == "nsubj" and head.lemma in TELLING:
            return True
        determiner = syntax.child(sentence, token.index, "det")
        if (
            token.dep == "pobj"
            and head.lower == "in"
            and determiner is not None
            and sentence.tokens[determiner].lower == "this"
        ):
            return True  # *holds his family hostage in this comedy*
        opens = head.lower in {"in", "at"} and syntax.is_verb(sentence.tokens[head.head]) and head.index == 0
        present = syntax.is_present(sentence, head.head)
        if token.dep == "pobj" and opens and present:
            return True
        if any(sentence.tokens[one].lower in {"about", "on"} for one in _above(sentence, act, token.index)):
            return True
        if inside:
            return True
    return False


CHARACTERS = frozenset({"hero", "heroine", "protagonist", "villain", "antihero"})
PAPERS = frozenset({"letter", "diary", "photograph", "tablet", "manuscript", "relief", "note"})
"""What tells a story only where it is on show: *a letter in which he orders a retreat*."""
HOLDING = frozenset("hold include contain feature show display have comprise".split())


def _told_in(sentence: Sentence, work: int) -> list[int]:
    """The clauses that tell what happens in a work: *a film* **in which** *rebels take a city*."""
    return [one for one in syntax.children(sentence, work, "relcl") if _opens_inside(sentence, one)]


def _opens_inside(sentence: Sentence, clause: int) -> bool:
    first = min(syntax.subtree(sentence, clause))
    words = [token.lower for token in sentence.tokens[first : first + 2]]
    return words[0] == "where" or words == ["in", "which"]


def _reach(sentence: Sentence, index: int, dep: str) -> set[int]:
    """What hangs on the dependents of ``index`` with this label, without their heads."""
    heads = syntax.children(sentence, index, dep)
    return {one for head in heads for one in syntax.subtree(sentence, head) if one != head}


def _above(sentence: Sentence, index: int, work: int) -> list[int]:
    """The prepositions between an act and the work whose phrase it stands in; none where it stands elsewhere."""
    found: list[int] = []
    for _ in range(syntax.MAX_STEPS):
        token = sentence.tokens[index]
        if token.dep == "prep" and token.head == work:
            return [index]
        if token.head == index:
            break
        index = token.head
    return found


TELLING = frozenset(
    """begin open end start let follow show tell depict portray see feature imagine chronicle recount centre center allow
    describe""".split()
)
"""What a work does with what happens in it."""
