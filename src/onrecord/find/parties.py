"""Who does an act and to whom: the phrases that fill the roles of its frame, each as a stub of a party."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.find import extents, light, slots, syntax
from onrecord.find.control import is_said_by, understood
from onrecord.find.fills import Fill
from onrecord.find.matcher import FORCE, Match
from onrecord.find.slots import fill
from onrecord.find.speakers import author
from onrecord.find.struck import is_struck
from onrecord.find.view import View
from onrecord.find.whereabouts import with_place
from onrecord.schema import Party, Sentence


@dataclass(frozen=True, slots=True)
class Sides:
    """The stubs of an event's parties."""

    source: tuple[Party, ...]
    target: tuple[Party, ...]
    against: tuple[Party, ...]


def sides_of(view: View, match: Match, matches: Mapping[int, Match]) -> Sides:
    """Who does the act of a match, to whom, and against whom, as stubs: phrases that nobody has resolved yet."""
    doer = _understood(match, matches)
    filled = doer or match.roles.get("source")
    shown = match.frame.cls.pos == "noun" and match.frame.type == "PROTEST"  # *riots rocked* **the Kenyan capital**
    source = _parties(view, match, _writer(view, match, filled), matches, doer=not shown)
    if not source and match.frame.type == "ASSAULT" and (attack := _meanwhile(match, matches)) is not None:
        source = _parties(view, attack, attack.roles.get("source"), matches, doer=True)
    taken = {(party.start, party.end) for party in source}
    asked = _without_where(match) or _called(match) or _going(match)
    found = _parties(view, match, asked, matches) or _undergoing(view, match)
    if not found and asked is None and match.frame.type == "ASSAULT":
        found = _parties(view, match, _shared_object(match), matches)
    if not found and match.frame.cls.name == "complain":
        found = _parties(
            view, match, match.roles.get("addressee"), matches
        )  # *protested* **to Norland** *over the killings*
    target = tuple(party for party in found if (party.start, party.end) not in taken)
    if source and match.frame.type in MOVING:
        target = tuple(party for party in target if party.text.lower() not in OWN)
    if _is_spared(match, matches):
        target = ()
    target = tuple(party for party in target if not _is_own(party, source, match.frame.type))
    if match.frame.type == "SUPPORT" and match.frame.lemma in LEGISLATING:
        target = tuple(party for party in target if party.text.lower() not in {"it", "this", "that"})
    if match.frame.type in MOVING:
        target = tuple(party for party in target if not _is_mere_place(view, match, party))
    elif match.frame.type not in FORCE | {"CONSULT"}:
        target = tuple(party for party in target if not _is_town_of(view, match, party))
    if match.frame.type in FORCE:
        target = tuple(with_place(view, match.sentence, party) for party in target)
    if not target and "inner" in match.frame.cls.roles.get("target", ()):
        target = tuple(party for party in _of_embedded(view, match, matches) if (party.start, party.end) not in taken)
    against = _parties(view, match, match.roles.get("against") or _demanded_against(match), matches)
    return Sides(source, target, against)


OURS = {"our": "we", "my": "i"}


def _is_own(party: Party, source: tuple[Party, ...], type_: str | None) -> bool:
    """*we must support* **our** *nurses*: by the possessor alone whoever acts would act on itself; force is used on others'."""
    owner = party.text.lower()
    mine = OURS.get(owner) if type_ in FORCE else OURS.get(owner) or THEIRS.get(owner)
    return mine is not None and any(one.text.lower() == mine for one in source)


THEIRS = {"their": "they", "his": "he", "her": "she", "its": "it"}
LEGISLATING = frozenset("sign pass approve adopt enact ratify".split())
"""What is done to a bill, for which *it* stands."""


def _meanwhile(match: Match, matches: Mapping[int, Match]) -> Match | None:
    """*nine were killed* **when soldiers attacked** *the village*: the assault in which those were harmed whom nobody is said to
    have harmed."""
    if not syntax.is_passive(match.sentence, match.index):
        return None
    for one in syntax.children(match.sentence, match.index, "advcl"):
        marks = syntax.children(match.sentence, one, "advmod", "mark")
        when = any(match.sentence.tokens[mark].lower == "when" for mark in marks)
        other = matches.get(one)
        if when and other is not None and other.frame.type == "ASSAULT" and "source" in other.roles:
            return other
    return None


def _shared_object(match: Match) -> Fill | None:
    """*shot, strangled and beat* **the villagers**: the object of the last of several verbs, which is that of all."""
    sentence = match.sentence
    if not syntax.is_verb(match.token) or syntax.is_passive(sentence, match.index):
        return None
    at = match.index
    for _ in range(syntax.MAX_STEPS):
        joined = syntax.child(sentence, at, "conj")
        if joined is None or syntax.child(sentence, joined, "nsubj", "prep") is not None:
            return None
        named = syntax.child(sentence, joined, "dobj")
        if named is not None:
            return Fill(named, "phrase")
        at = joined
    return None


def _is_spared(match: Match, matches: Mapping[int, Match]) -> bool:
    """*refused to criticise* **Norland**: who is spared is refused nothing."""
    embedded, asked = match.roles.get("embedded"), match.roles.get("target")
    inner = matches.get(embedded.head) if embedded is not None else None
    if match.frame.type != "REJECT" or inner is None or asked is None or inner.frame.type not in HOSTILE:
        return False
    spared = inner.roles.get("target")
    return spared is not None and spared.head == asked.head


HOSTILE = FORCE | {"ACCUSE", "SANCTION", "THREATEN"}


def _writer(view: View, match: Match, filled: Fill | None) -> Fill | None:
    """Who does it through a text: **the senator** *sent a letter demanding that she resign*."""
    written = filled is not None and match.sentence.tokens[filled.head].lemma in syntax.TEXTS
    writer = author(view, match.sentence, filled.head) if filled is not None and written else None
    return filled if writer is None else Fill(writer, "phrase")


def _demanded_against(match: Match) -> Fill | None:
    """Whom it is against that is demanded: *called for action* **against the police**."""
    content = match.roles.get("content")
    if match.frame.type != "REQUEST" or content is None or content.kind != "phrase":
        return None
    return fill(match.sentence, content.head, "prep:against")


def _called(match: Match) -> Fill | None:
    """Who is spoken to in order to say it: *phoned* **Lind** *to express her support*."""
    outer = match.sentence.tokens[match.index].head
    if not is_said_by(match.sentence, match.index):
        return None
    callee = syntax.deep_object(match.sentence, outer)
    return None if callee is None else Fill(callee, "phrase")


GOING = frozenset({"resignation", "abdication", "departure"})
"""What is asked of whoever is in office; a dismissal is asked of somebody else."""


def _going(match: Match) -> Fill | None:
    """Whose going is asked for: *demanded* **the premier's** *resignation*."""
    content = match.roles.get("content")
    if match.frame.type != "REQUEST" or content is None or content.kind != "phrase":
        return None
    return content if match.sentence.tokens[content.head].lemma in GOING else None


MOVING = frozenset({"MOBILIZE", "RETREAT", "PROTEST"})
"""Types of acts whose forces and crowds go somewhere: a town or river is where, and nobody it is done to."""
OWN = frozenset({"its", "their", "his", "her"})
"""Whose own forces move, and nobody else's: *stepped up patrols along* **its** *border*."""
WHERE = frozenset("to in on at from near along off around into outside toward towards".split())


def _is_mere_place(view: View, match: Match, party: Party) -> bool:
    """*sent troops* **to Hobyo**, *fled* **Goma**: a town, or an unknown name behind a preposition of place; no country."""
    sentence = match.sentence
    head = next((token for token in reversed(sentence.tokens) if party.start <= token.start < party.end), None)
    if head is None or head.pos != "PROPN":
        return False
    bare = party.text.removeprefix("the ").removeprefix("The ")
    known = view.actors.place_or_actor(bare)
    if match.frame.type == "PROTEST" and known in {"capital", "country"} and head.dep == "pobj":
        return sentence.tokens[head.head].lower in IN_TOWN  # *took to the streets* **in Kenya**
    if (
        known is not None or match.frame.type == "RETREAT"
    ):  # what is given back goes to somebody, also of an unknown name
        return known == "city"
    words = bare.split()
    link = sentence.tokens[head.head].lower if head.dep == "pobj" else ""
    plain = all(word[:1].isupper() for word in words) and not any(
        view.actors.is_actor_word(w.lower(), w) for w in words
    )
    return link in WHERE and plain and not any(view.actors.demonym_country(word) for word in words)


def _without_where(match: Match) -> Fill | None:
    """Whom it is done to; of protests not where they are: *marched* **in the coastal city of Hobyo**, **at her school** *they
    protested the law*."""
    filled = match.roles.get("target")
    if filled is None or match.frame.type != "PROTEST" or match.sentence.tokens[filled.head].dep != "pobj":
        return filled
    token = match.sentence.tokens[filled.head]
    link = match.sentence.tokens[token.head].lower
    opening = token.index < match.index and syntax.child(match.sentence, match.index, "dobj") is not None
    where = (link == "in" and token.lower != "front") or (opening and link in {"at", "outside", "in"})
    return None if where else filled


def _is_town_of(view: View, match: Match, party: Party) -> bool:
    """*ended their strike* **in Gulu**: the town where it is, against *aid to Gulu*."""
    bare = party.text.removeprefix("the ").removeprefix("The ")
    before = next((t for t in reversed(match.sentence.tokens) if t.end <= party.start), None)
    return before is not None and before.lower in IN_TOWN and view.actors.place_or_actor(bare) in {"city", "capital"}


IN_TOWN = frozenset({"in", "at", "near", "outside", "around"})

DEALINGS = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID"})
"""Types of acts in which who turns the act down turns down its other side: *ruled out talks* **with Norland**."""


def _of_embedded(view: View, match: Match, matches: Mapping[int, Match]) -> tuple[Party, ...]:
    """Whom the promised or refused act is done to, where its own frame tells: *agreed to lift a ban on* **Norland's** *fish*."""
    embedded = match.roles.get("embedded")
    if embedded is None:
        return ()
    joined = (
        embedded.head,
        *syntax.children(match.sentence, embedded.head, "conj"),
    )  # *ready to promote and* **deepen** *ties*
    inner = next((matches[one] for one in joined if one in matches), None)
    if inner is None or inner.frame.type is None or (match.frame.type == "REJECT" and inner.frame.type in HOSTILE):
        return ()
    parties = _parties(view, inner, inner.roles.get("target"), matches)
    return tuple(one for one in parties if match.frame.type != "AGREE" or NAMED.search(one.text))


NAMED = re.compile(r"\b[A-Z]|^the\b")
"""A name or a definite phrase: promises are made to such, while *two hostages* are only what the promise is about."""

PERSON_MODES = frozenset({"arrest", "abduct", "torture", "beat", "sexual", "targeted", "firearms"})
"""What is done to people only: whoever undergoes it is somebody, though no table knows the word for them."""


def _undergoing(view: View, match: Match) -> tuple[Party, ...]:
    """Who or what an assault or arrest is done to where no word for an actor stands there: *shelled* **a market**."""
    filled = match.roles.get("target")
    if filled is None or filled.kind != "phrase":
        return ()
    sentence, frame = match.sentence, match.frame
    person = sentence.tokens[filled.head].pos == "NOUN" and frame.mode in PERSON_MODES
    if not (person or is_struck(sentence, frame, filled)):
        return ()
    start, end = extents.phrase(sentence, filled.head)
    return (Party(view.document.text[start:end], start, end),)


def _understood(match: Match, matches: Mapping[int, Match]) -> Fill | None:
    """Who is to do what another frame embeds, where the clause names nobody: *called on* **Teldor** *to withdraw*."""
    sentence = match.sentence
    if (
        match.frame.cls.pos == "noun"
        and match.frame.type in DEALINGS
        and not match.roles.keys() & {"source", "addressee"}
    ):
        holder = light.holder(sentence, match.index)
        return None if holder is None else Fill(holder, "phrase")
    return understood(sentence, match.index, matches) if match.frame.cls.pos == "verb" else None


def _parties(
    view: View, match: Match, filled: Fill | None, matches: Mapping[int, Match], doer: bool = False
) -> tuple[Party, ...]:
    """The actors in a role, each as a stub; of a ``doer`` not where it is from. Where an act stands in it (*condemned the
    killing*), those who did that."""
    if filled is None:
        return ()
    sentence = match.sentence
    told_of = match.frame.type == "ACCUSE" or (match.frame.type == "PROTEST" and doer)  # *a protest of his death*
    if told_of and sentence.tokens[filled.head].lemma in FATES:
        return ()
    if match.frame.type == "SUPPORT" and not doer and sentence.tokens[filled.head].lemma in FATES | ENDS:
        return ()  # *hailed the end of the ruler's reign*
    if not doer and match.frame.cls.name == "ruling" and _is_named_text(sentence, filled.head):
        return ()
    act = matches.get(filled.head) if filled.kind == "phrase" else None
    if act is not None and act.frame.type is not None and act.frame.cls.pos == "noun":
        return _parties(view, act, act.roles.get("source"), {}, doer=True) or (
            _parties(view, act, act.roles.get("target"), {}) if act.frame.type in DEALINGS else ()
        )
    parties = []
    heads = [m for head in syntax.conjuncts(sentence, filled.head) for m in _members(sentence, head)]
    somebody = view.is_actor(sentence, filled.head)
    for head in dict.fromkeys(heads):
        actor = view.doer_in(sentence, head, match.frame.type) if doer else view.party_in(sentence, head)
        if somebody and head != filled.head and actor not in {head, None} and _is_thing_of(sentence, head, actor):
            continue  # *attacks on police and the deaths of* **nurses**: beside people, what somebody owns is a thing
        if doer and actor is not None and actor < head and slots.is_where_it_stands(sentence, actor, head):
            continue
        if actor is None or (not doer and (_only_describes(match, actor, head) or _is_beside(match, actor, head))):
            continue
        both = _hyphened(view, sentence, actor)
        for one in both:
            token = sentence.tokens[one]
            start, end = view.phrase(sentence, one) if len(both) == 1 else (token.start, token.end)
            parties.append(Party(view.document.text[start:end], start, end))
    return tuple(parties)


def _is_named_text(sentence: Sentence, head: int) -> bool:
    """*passed a* **Security Council** *resolution*: whose it is, and nobody on the other side."""
    before = syntax.children(sentence, head, "compound", "nmod")
    text = sentence.tokens[head].lemma in {"resolution", "bill", "motion", "declaration"}
    return text and any(sentence.tokens[one].pos == "PROPN" for one in before)


def _is_thing_of(sentence: Sentence, head: int, actor: int | None) -> bool:
    """True for whoever a noun belongs to: *his* **aide's** *jail*, *the deaths of* **nurses**; not for *a section of* **it**."""
    dep = sentence.tokens[actor].dep if actor is not None else ""
    return dep == "poss" or (dep == "pobj" and sentence.tokens[head].lemma in FATES)


def _only_describes(match: Match, actor: int, head: int) -> bool:
    """**government** *insurance*, **executive** *pay*: a common noun that tells what kind of thing it is; who is hit with a
    **police** *station* is told elsewhere."""
    token = match.sentence.tokens[actor]
    if match.sentence.tokens[head].lemma in CONDUCT:
        return False  # *criticised the* **police** *response*
    return actor != head and token.dep == "compound" and token.tag in {"NN", "NNS"} and match.frame.type not in FORCE


CONDUCT = frozenset(
    "response reaction conduct handling behaviour behavior action operation crackdown brutality abuse violence killing".split()
)
"""What somebody did, whom the noun before it names."""


def _is_beside(match: Match, actor: int, head: int) -> bool:
    """*supported action* **against Norland**, *met people* **in the valley**: whom what is backed is aimed at, where they met."""
    token = match.sentence.tokens[actor]
    link = match.sentence.tokens[token.head].lower if actor != head and token.dep == "pobj" else ""
    above = match.sentence.tokens[match.sentence.tokens[token.head].head].lemma.lower()
    if link == "of" and above in STREETS:
        return True  # *rallied in the streets* **of Cairo**
    return (link == "against" and match.frame.type in DEALINGS) or (link == "in" and match.frame.type == "CONSULT")


STREETS = frozenset({"street", "square", "avenue", "boulevard", "outskirts", "centre", "center", "heart"})


MODIFYING = frozenset({"amod", "compound", "nmod", "npadvmod"})


def _hyphened(view: View, sentence: Sentence, actor: int) -> list[int]:
    """Both of *Kenyan-Ugandan talks*, the second of which the parser hangs the first on, and of *Kenya and Uganda's services*;
    else the one alone."""
    tokens = sentence.tokens
    joined_names = [one for one in syntax.children(sentence, actor, "conj") if tokens[one].pos == "PROPN"]
    if tokens[actor].dep in MODIFYING | {"poss"} and joined_names and view.is_actor(sentence, joined_names[0]):
        return [actor, *joined_names]
    if actor < 2 or tokens[actor - 1].text not in {"-", "–"} or tokens[actor].dep not in MODIFYING:
        return [actor]
    first = actor - 2
    joined = tokens[first].end == tokens[actor - 1].start and tokens[actor - 1].end == tokens[actor].start
    return [first, actor] if joined and view.is_actor(sentence, first) else [actor]


FATES = frozenset(
    "death killing murder disappearance assassination shooting abduction kidnapping injury suicide".split()
)
"""What befell somebody: an inquiry into it accuses others."""


ENDS = frozenset(
    "end fall ouster defeat departure resignation overthrow removal collapse capture arrest demise exit".split()
)
"""What ends somebody's power: to hail it is to back others."""


def _members(sentence: Sentence, head: int) -> list[int]:
    """Those whom a plural noun goes on to name (*neighbours including Kenya and Uganda*), else the noun itself."""
    if sentence.tokens[head].tag != "NNS":
        return [head]
    for one in sentence.children[head]:
        token = sentence.tokens[one]
        inner = one if token.dep == "appos" else None
        if token.dep == "prep" and token.lower in {"including", "like", "as"}:
            inner = syntax.child(sentence, one, "pobj")
        if inner is not None and sentence.tokens[inner].pos == "PROPN":
            return syntax.conjuncts(sentence, inner)
    return [head]
