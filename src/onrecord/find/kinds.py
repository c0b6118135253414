"""What kind of thing fills a slot: an actor, a person, money, a place, several who act on one another."""

from __future__ import annotations

from onrecord.find import extents, syntax
from onrecord.find.fills import Fill
from onrecord.find.view import CROWDS, PERSONAL, View
from onrecord.lexicon.frames import Need, load_groups
from onrecord.schema import Sentence

MONEY = frozenset("money fund dollar euro pound rupee yen yuan rouble million billion cash grant loan payment".split())


def is_kind(view: View, sentence: Sentence, filled: Fill, need: Need) -> bool:
    """True where what fills the slot has one of the lemmas asked for and is of the kind asked for."""
    token = sentence.tokens[filled.head]
    if need.lemmas and not ({token.lemma.lower(), token.lower} | _counted(sentence, filled.head)) & need.lemmas:
        return False
    return need.test is None or _TESTS[need.test](view, sentence, filled)


QUANTITIES = frozenset(
    """ton tonne worth percent % dozen hundred thousand million billion number lot piece box load truckload kilo kilogram litre
    dose package consignment shipment amount quantity half part most some rest batch share portion set series round wave total
    spate string hail pound barrel bale bag sack fifth quarter third crate pallet planeload container carton state act""".split()
)
"""Nouns that only count, measure or frame what stands behind their *of*: *tons of rice*, *a state of emergency*."""


def _counted(sentence: Sentence, head: int) -> set[str]:
    """The lemma of what a quantity or number is of: *over 13 tons of* **medicine**, *three of the* **crossings**."""
    return {sentence.tokens[one].lemma.lower() for one in _things_counted(sentence, head)}


def _things_counted(sentence: Sentence, head: int) -> list[int]:
    if sentence.tokens[head].lemma.lower() not in QUANTITIES and sentence.tokens[head].pos not in {"NUM", "DET"}:
        return []
    links = [c for c in syntax.children(sentence, head, "prep") if sentence.tokens[c].lower == "of"]
    things = (syntax.child(sentence, link, "pobj") for link in links)
    return [one for one in things if one is not None]


def _is_person(view: View, sentence: Sentence, filled: Fill) -> bool:
    token = sentence.tokens[filled.head]
    kind = view.actors.place_or_actor(token.text)
    if token.pos == "PROPN":
        return kind not in {"country", "capital", "city"}
    counted = token.lemma in CROWDS and token.tag == "NNS"
    return (
        counted
        or token.lower in PERSONAL
        or (token.pos == "NOUN" and view.actors.is_actor_word(token.lemma, token.text))
    )


GOVERNING = frozenset("government administration junta regime kingdom republic".split())


def _is_country(view: View, sentence: Sentence, filled: Fill) -> bool:
    """A country by its name, capital or people, of one word or several (*Sri Lanka*), or its government."""
    head = sentence.tokens[filled.head]
    if head.lemma.lower() in GOVERNING:
        owners = syntax.children(sentence, filled.head, "amod", "compound", "nmod", "poss")
        return any(_names_country(view, sentence, one) for one in owners)
    return _names_country(view, sentence, filled.head)


def _names_country(view: View, sentence: Sentence, index: int) -> bool:
    whole = extents.whole_name(sentence, index)
    return view.actors.demonym_country(whole) is not None or view.actors.place_or_actor(whole) in {"country", "capital"}


def _is_place(view: View, sentence: Sentence, filled: Fill) -> bool:
    token = sentence.tokens[filled.head]
    return token.pos == "PROPN" or view.actors.place_or_actor(token.text) in {"country", "capital", "city"}


def _is_money(view: View, sentence: Sentence, filled: Fill) -> bool:
    clauses = frozenset(syntax.children(sentence, filled.head, "relcl", "acl", "advcl", "appos"))
    tokens = (sentence.tokens[i] for i in syntax.subtree(sentence, filled.head, clauses))
    return any(token.lemma in MONEY or token.tag == "$" for token in tokens)


def _is_number(view: View, sentence: Sentence, filled: Fill) -> bool:
    """*at* **at least 30**, *at* **$38 million**, **320** *people*: a number, or what one counts."""
    near = (filled.head, *sentence.children[filled.head])
    return any(sentence.tokens[one].pos == "NUM" or sentence.tokens[one].tag == "CD" for one in near)


def _is_event(view: View, sentence: Sentence, filled: Fill) -> bool:
    return any(frame.type for frame in view.frames.lookup(sentence.tokens[filled.head].lemma, "noun"))


def _is_actor(view: View, sentence: Sentence, filled: Fill) -> bool:
    return filled.kind == "phrase" and view.actor_in(sentence, filled.head) is not None


def is_somebody(view: View, sentence: Sentence, filled: Fill) -> bool:
    """As ``actor``, of the noun itself or what it counts (*ten of the nurses*, not *the report on the nurses*), of people whom a
    name before them tells (*the Afghan Army trainees*, *the opposition deputy, Lea Brandt*), and of *the arrested*."""
    heads = {filled.head, *_things_counted(sentence, filled.head)}
    return filled.kind == "phrase" and any(_is_one(view, sentence, one) for one in heads)


def _is_one(view: View, sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if view.is_actor(sentence, index) or token.lower == "whoever":
        return True
    before = syntax.children(sentence, index, "det", "amod", "compound", "nmod")
    if token.tag in {"VBN", "JJ"}:
        return any(sentence.tokens[one].lower == "the" for one in before)
    told = token.tag == "NNS" or syntax.child(sentence, index, "appos") is not None
    return told and any(view.is_actor(sentence, one) for one in before)


def _is_named(view: View, sentence: Sentence, filled: Fill) -> bool:
    """Somebody or a party by name: *Lind*, *the Democrats*; who bears arms by trade may be written as a name, too."""
    return sentence.tokens[filled.head].pos == "PROPN" and not _is_armed(view, sentence, filled)


ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY", "IMG"})
"""Sectors of those who bear arms."""
FORCES = frozenset(
    """army navy force marine militia brigade battalion regiment troop taliban hezbollah hamas guard column peshmerga fleet frigate
    warship destroyer tank jet warplane paratrooper paramilitary airman contingent reinforcement patrol garrison cavalry""".split()
)


def _is_armed(view: View, sentence: Sentence, filled: Fill) -> bool:
    """Soldiers, police, rebels, gunmen, their planes and columns, and armed groups by name."""
    token = sentence.tokens[filled.head]
    if token.lemma.lower() in FORCES or view.actors.place_or_actor(token.text) == "armed_group":
        return True
    if token.lemma in BANDS and _is_told_by(sentence, filled.head, FIGHTING):
        return True
    return token.pos == "NOUN" and view.actors.sector_of(token.lemma.lower()) in ARMED


BANDS = frozenset("group network faction outfit cell wing organisation organization movement element".split())
FIGHTING = frozenset(
    "armed terror terrorist militant rebel insurgent guerrilla jihadi jihadist extremist separatist".split()
)
"""What makes a group or network one that bears arms."""
GUNS = frozenset(
    """artillery mortar rocket gun sniper tank machine machinegun hostile enemy friendly arm arms aircraft shell small cannon
    missile police army rebel heavy cross automatic""".split()
)


def _is_blow(view: View, sentence: Sentence, filled: Fill) -> bool:
    """A weapon, a blast or an attack, and *artillery* **fire**: what harms because somebody means it to."""
    words = {sentence.tokens[filled.head].lemma.lower()} | _counted(sentence, filled.head)
    if _is_of_work(sentence, filled.head):
        return False
    return bool(words & load_groups()["blow"]) or (
        bool(words & {"fire", "round"}) and _is_told_by(sentence, filled.head, GUNS)
    )


WORKING = frozenset(
    """general national nationwide indefinite wildcat postal rail train bus transport tube metro dock port school pay wage day
    hour week hunger rent sympathy""".split()
)
"""What stands before *strike* where work is laid down."""


def _is_of_work(sentence: Sentence, index: int) -> bool:
    """*a general* **strike**, *a* **strike** *of bus drivers*: nothing that harms anybody."""
    if sentence.tokens[index].lemma.lower() != "strike":
        return False
    people = load_groups()["crowd"] | load_groups()["workers"]
    before = syntax.children(sentence, index, "amod", "compound", "nmod", "poss")
    near = {sentence.tokens[g].lemma.lower() for one in before for g in (one, *sentence.children[one])}
    return bool(near & (WORKING | people) or _of(sentence, index) & people)


def _is_told_by(sentence: Sentence, index: int, words: frozenset[str]) -> bool:
    """True where one of the words stands before the noun: **relief** *convoy*, **rescue** *team*."""
    before = syntax.children(sentence, index, "amod", "compound", "nmod", "npadvmod")
    near = [g for one in before for g in (one, *sentence.children[one])]
    return any(sentence.tokens[one].lemma.lower() in words or sentence.tokens[one].lower in words for one in near)


BEARING_ARMS = frozenset("armed masked hooded uniformed unidentified unknown gun-toting knife-wielding".split())
UNCROWDED = frozenset({"GOV", "JRN", "BUS", "LEG", "JUD", "SPY", "CRM", "UAF"})


def _is_crowd(view: View, sentence: Sentence, filled: Fill) -> bool:
    """Several people who are neither armed nor in office: *Muslims*, *hundreds of villagers*, *the opposition*."""
    return any(_are_people(view, sentence, one) for one in {filled.head, *_things_counted(sentence, filled.head)})


def _are_people(view: View, sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if not load_groups()["crowd"].isdisjoint({token.lemma.lower(), token.lower}):
        return True
    if token.tag not in {"NNS", "NNPS"} or not view.actors.is_actor_word(token.lemma, token.text):
        return False
    armed = _is_armed(view, sentence, Fill(index, "phrase")) or _is_told_by(sentence, index, BEARING_ARMS)
    return not armed and view.actors.sector_of(token.lemma.lower()) not in UNCROWDED


MATERIEL = frozenset(
    """artillery bomber gunship armour armor warship frigate destroyer corvette gunboat submarine flotilla squadron tank warplane
    jet fleet howitzer troop soldier marine commando battalion brigade regiment division reinforcement reinforcements legionnaire
    gendarme militia army paratrooper""".split()
)
"""What moves when forces do."""
MOVABLE = frozenset(
    "vehicle carrier convoy column truck group unit helicopter aircraft plane car jeep boat personnel".split()
)
SOLDIERLY = frozenset(
    "armoured armored military army combat police riot naval troop personnel tank amphibious infantry carrier strike".split()
)
"""Words that make a vehicle one of the forces'."""


def _is_force(view: View, sentence: Sentence, filled: Fill) -> bool:
    """Troops, warships, armour, and vehicles told to be the army's or the police's."""
    words = {sentence.tokens[filled.head].lemma.lower()} | _counted(sentence, filled.head)
    if words & MATERIEL or sentence.tokens[filled.head].lemma.lower() == "police":
        return True
    held = bool(words & {"column", "convoy"}) and bool(_of(sentence, filled.head) & MATERIEL)
    return held or (bool(words & MOVABLE) and _is_told_by(sentence, filled.head, SOLDIERLY))


def _of(sentence: Sentence, head: int) -> set[str]:
    """The lemmas behind the noun's *of*: *a column of* **tanks**."""
    links = [c for c in syntax.children(sentence, head, "prep") if sentence.tokens[c].lower == "of"]
    return {sentence.tokens[one].lemma.lower() for link in links for one in syntax.children(sentence, link, "pobj")}


AIDING = frozenset(
    """aid relief humanitarian medical food emergency rescue medicine search disaster mercy surgical health vaccine firefighting
    assistance medic""".split()
)
BEARERS = frozenset(
    """convoy plane ship flight truck lorry helicopter vessel flotilla team mission brigade package shipment consignment delivery
    supply cargo boat aircraft train barge airlift unit crew personnel staff worker aid relief equipment vehicle goods""".split()
)
"""What brings help where a word before it says so, or what it carries: *a* **relief** *flight*, *a ship with* **medicine**."""
GOODS = frozenset(
    """aid medicine food blanket tent relief rice flour vaccine ration medication meal assistance wheat grain milk clothing
    drinking-water""".split()
)
"""What helps whoever gets it, wherever it comes from."""


def _is_aid(view: View, sentence: Sentence, filled: Fill) -> bool:
    """What is brought to those in need, and what brings it: *aid*, *a medical team*, *trucks loaded with food*."""
    if sentence.tokens[filled.head].lemma.lower() not in BEARERS:
        return bool(_counted(sentence, filled.head) & GOODS) or sentence.tokens[filled.head].lemma.lower() in GOODS
    clauses = syntax.children(sentence, filled.head, "acl", "prep", "amod")
    held = (sentence.tokens[one] for clause in clauses for one in syntax.subtree(sentence, clause))
    carried = any(token.lemma.lower() in GOODS and token.dep in {"dobj", "pobj", "conj"} for token in held)
    helps = sentence.tokens[filled.head].lemma.lower() in {"aid", "relief"}
    return helps or carried or _is_told_by(sentence, filled.head, AIDING)


def _is_that_clause(view: View, sentence: Sentence, filled: Fill) -> bool:
    mark = syntax.child(sentence, filled.head, "mark")
    return mark is not None and sentence.tokens[mark].lower == "that"


def _is_alone(view: View, sentence: Sentence, filled: Fill) -> bool:
    """*he*, *Lea Brandt*: one human being by a pronoun or name."""
    token = sentence.tokens[filled.head]
    plain = view.actors.place_or_actor(token.text) in {None, "person"}
    named = (
        token.tag == "NNP" and plain and view.actors.sector_of(token.text) is None
    )  # not *GOP Lawmakers Attended Rally*
    return named or token.lower in {"i", "he", "she"}


def _is_several(view: View, sentence: Sentence, filled: Fill) -> bool:
    """*Kenya and Uganda*, *the leaders of Kenya and Uganda*, *both sides*: those who can do something with one another."""
    inside = [one for one in syntax.subtree(sentence, filled.head) if sentence.tokens[one].dep == "conj"]
    near = {filled.head, *(g for c in sentence.children[filled.head] for g in (c, *sentence.children[c]))}
    joined = any(sentence.tokens[one].head in near and view.actor_in(sentence, one) is not None for one in inside)
    return joined or any(sentence.tokens[c].lower in {"both", "two"} for c in sentence.children[filled.head])


def _is_wish(view: View, sentence: Sentence, filled: Fill) -> bool:
    """True for the clause of *insisted that Norland* **withdraw**: a bare verb tells what is wanted, not what is so."""
    helpers = {sentence.tokens[c].lower for c in syntax.children(sentence, filled.head, "aux", "auxpass")}
    subject = syntax.child(sentence, filled.head, "nsubj", "nsubjpass")
    if helpers:
        return bool(helpers & {"should", "must", "be"})
    number = sentence.tokens[subject].tag if subject is not None else ""
    return sentence.tokens[filled.head].tag in {"VB", "VBP"} and number in {"NN", "NNP", "NNPS"}


def _is_joint(view: View, sentence: Sentence, filled: Fill) -> bool:
    """*a* **joint** *patrol*."""
    return any(sentence.tokens[c].lower in {"joint", "combined", "shared"} for c in sentence.children[filled.head])


def _is_peacekeeping(view: View, sentence: Sentence, filled: Fill) -> bool:
    """True where the phrase speaks of keeping the peace: *250 troops* **as peacekeepers**, *a* **peacekeeping** *mission*."""
    words = (sentence.tokens[one].lower for one in syntax.subtree(sentence, filled.head))
    return any(word.startswith(("peacekeep", "peace-keep")) for word in words)


OWN = frozenset("it they he she we i".split())
WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "'d", "’d"})


def _is_own(view: View, sentence: Sentence, filled: Fill) -> bool:
    """The clause of *warned that* **it would defend** *its coast*: what whoever speaks will do."""
    subject = syntax.child(sentence, filled.head, "nsubj")
    helpers = {sentence.tokens[c].lower for c in syntax.children(sentence, filled.head, "aux")}
    return subject is not None and sentence.tokens[subject].lower in OWN and bool(helpers & WILL)


def _is_coming(view: View, sentence: Sentence, filled: Fill) -> bool:
    """The clause of *assured them that* **nobody would be evicted**: what is to come."""
    helpers = {sentence.tokens[c].lower for c in syntax.children(sentence, filled.head, "aux")}
    return bool(helpers & WILL)


def _is_passive(view: View, sentence: Sentence, filled: Fill) -> bool:
    """*ordered them* **to be jailed**, *ordered them* **jailed**, against *ordered them to jail him*."""
    token = sentence.tokens[filled.head]
    return token.tag == "VBN" or (token.tag == "VBD" and syntax.child(sentence, filled.head, "dobj") is None)


_TESTS = {
    "actor": _is_actor,
    "somebody": is_somebody,
    "person": _is_person,
    "country": _is_country,
    "state": _is_country,
    "armed": _is_armed,
    "place": _is_place,
    "money": _is_money,
    "number": _is_number,
    "clause": lambda view, sentence, filled: filled.kind == "clause",
    "thing": lambda view, sentence, filled: filled.kind == "phrase" and not view.is_actor(sentence, filled.head),
    "event": _is_event,
    "alone": _is_alone,
    "several": _is_several,
    "that": _is_that_clause,
    "wish": _is_wish,
    "joint": _is_joint,
    "peacekeeping": _is_peacekeeping,
    "passive": _is_passive,
    "blow": _is_blow,
    "crowd": _is_crowd,
    "aid": _is_aid,
    "force": _is_force,
    "own": _is_own,
    "coming": _is_coming,
    "named": _is_named,
}
