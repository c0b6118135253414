"""Words that look like a predicate of the lexicon and are none: *in order to*, *March 23*, *called a meeting on*."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.lexicon.frames import Frame
from onrecord.schema import Sentence, Token


def is_no_act(sentence: Sentence, token: Token) -> bool:
    """True for a noun that is part of another expression, or a month."""
    strange = _is_in_order(sentence, token) or _is_month(sentence, token) or _is_in_name(sentence, token)
    return strange or _is_craft(sentence, token) or (token.tag == "NN" and token.lower in PAST)


PAST = frozenset({"overthrew", "withdrew", "overran", "struck", "undertook", "oversaw"})
"""Forms of verbs that the parser takes for nouns."""


def _is_in_name(sentence: Sentence, token: Token) -> bool:
    """*Band-***Aid**: the second half of a name."""
    return token.text[:1].isupper() and token.index > 0 and sentence.tokens[token.index - 1].text == "-"


INTO = frozenset({"into", "over", "against"})
FINDING = frozenset(
    """find conclude clear reveal uncover show examine focus look target link expose establish determine confirm discover turn
    implicate reach lead involve cover follow seek allege raise hear prompt spark cause continue begin start come""".split()
)
"""What an inquiry does."""


FLYING = frozenset("return land fly orbit travel crash circle descend touch pass enter dock".split())


def _is_craft(sentence: Sentence, token: Token) -> bool:
    """*the Kenyan space* **probe**, *Norland's* **probe** *photographed the crater*: no inquiry."""
    if token.lemma != "probe" or token.pos not in {"NOUN", "PROPN"}:
        return False
    parts = [sentence.tokens[one] for one in sentence.children[token.index]]
    if any(one.dep == "compound" and one.lower in {"space", "moon"} for one in parts):
        return True
    told = any(one.dep == "prep" and one.lower in INTO for one in parts)
    verb = sentence.tokens[token.head]
    acts = token.dep in {"nsubj", "agent"} and syntax.is_verb(verb) and verb.lemma not in FINDING | {"be"}
    return acts and not told and (verb.lemma in FLYING or syntax.child(sentence, verb.index, "dobj") is not None)


def _is_in_order(sentence: Sentence, token: Token) -> bool:
    """*in* **order** *to attack*: nobody's order."""
    return token.lower == "order" and token.index > 0 and sentence.tokens[token.index - 1].lower == "in"


def _is_month(sentence: Sentence, token: Token) -> bool:
    """**March** *23*: no march."""
    if token.lower not in syntax.CALENDAR or not token.text[:1].isupper():
        return False
    return any(one.text.isdigit() for one in sentence.tokens[max(0, token.index - 1) : token.index + 2])


def is_another_verb(sentence: Sentence, index: int, frame: Frame) -> bool:
    """True where a word beside the verb makes it another than the frame's."""
    if frame.cls.name == "call-for" and syntax.child(sentence, index, "oprd") is not None:
        return True  # *called it an end-game for the ruler*
    if frame.cls.name == "call-on" and frame.lemma == "call" and syntax.child(sentence, index, "dobj") is not None:
        return True  # *called a meeting on the aircraft*
    if frame.lemma == "arm" and _is_state(sentence, index):
        return True  # *police, armed with batons, …*
    if frame.lemma == "withdraw" and frame.type == "RETREAT" and _has_behind(sentence, index, "from", STAGES):
        return True  # *withdrew from public view*
    if frame.lemma == "summon" and frame.type is not None and _has_own_object(sentence, index):
        return True  # *summoned its ambassador home*
    if frame.lemma == "face" and syntax.has_to(sentence, index) and sentence.tokens[index].dep in {"advcl", "acl"}:
        return True  # *extradited him* **to face** *charges*: who faces them, the parser does not know
    if frame.lemma == "release" and any(one.lemma == "duty" for one in sentence.tokens[index:]):
        return True  # *released him of his duties*
    if frame.lemma == "beg" and _leads_to(sentence, index, frozenset({"differ"})):
        return True  # *I beg to differ*
    if frame.lemma == "charge" and _is_task(sentence, index):
        return True  # *the agency charged with protecting the coast*
    if frame.lemma == "let" and "go" in frame.particles and _is_let_go_of(sentence, index):
        return True  # *let go of her hand*
    if frame.mode == "ceasefire" and frame.cls.name == "cancel" and _is_others(sentence, index):
        return True  # *halted the rebel advance*
    if frame.mode == "visit" and any(
        sentence.tokens[one].lower in HOMEWARD for one in syntax.children(sentence, index, "advmod", "prt")
    ):
        return True  # *arrived back in China*
    bare = not frame.particles and frame.type is not None
    return bare and syntax.child(sentence, index, "prt") is not None  # *struck out the claim*, *called back staff*


def _has_own_object(sentence: Sentence, index: int) -> bool:
    held = syntax.deep_object(sentence, index)
    owner = None if held is None else syntax.child(sentence, held, "poss")
    return owner is not None and sentence.tokens[owner].lower in {"its", "his", "her", "their", "our"}


HOMEWARD = frozenset({"back", "home"})


def _is_others(sentence: Sentence, index: int) -> bool:
    """True where what is halted is another's: **Norland's** *offensive*, *the* **rebel** *advance*."""
    held = syntax.deep_object(sentence, index)
    if held is None or syntax.is_passive(sentence, index):
        return False
    owners = [sentence.tokens[one] for one in syntax.children(sentence, held, "poss", "compound", "amod", "nmod")]
    return any(one.pos == "PROPN" or one.lemma.lower() in ENEMIES or _is_noun_owner(one) for one in owners)


def _is_noun_owner(token: Token) -> bool:
    return token.dep == "poss" and token.pos == "NOUN"


ENEMIES = frozenset("rebel enemy insurgent militant guerrilla jihadist islamist terrorist militia opposition".split())
STAGES = frozenset("view life race limelight contest competition tournament sight".split())


def _is_state(sentence: Sentence, index: int) -> bool:
    """A participle that tells how somebody is equipped, not who equipped them."""
    token = sentence.tokens[index]
    told = syntax.child(sentence, index, "aux", "auxpass", "agent", "dobj")
    return token.tag == "VBN" and told is None and token.dep in {"acl", "advcl", "amod", "conj", "appos"}


def _has_behind(sentence: Sentence, index: int, preposition: str, words: frozenset[str]) -> bool:
    links = (one for one in syntax.children(sentence, index, "prep") if sentence.tokens[one].lower == preposition)
    things = (syntax.child(sentence, one, "pobj") for one in links)
    return any(one is not None and sentence.tokens[one].lemma in words for one in things)


TASKS = frozenset(
    """protect ensure oversee monitor enforce run manage find investigate implement coordinate lead regulate supervise guard keep
    make maintain help handle carry offer provide advise advance police promote prevent review""".split()
)


def _leads_to(sentence: Sentence, index: int, verbs: frozenset[str]) -> bool:
    return any(
        sentence.tokens[one].lemma in verbs for one in syntax.children(sentence, index, "xcomp", "ccomp", "advcl")
    )


def _is_task(sentence: Sentence, index: int) -> bool:
    """*charged with* and what somebody is there to do."""
    links = [one for one in syntax.children(sentence, index, "prep") if sentence.tokens[one].lower == "with"]
    tasks = (syntax.child(sentence, one, "pcomp") for one in links)
    return any(one is not None and sentence.tokens[one].lemma in TASKS for one in tasks)


def _is_let_go_of(sentence: Sentence, index: int) -> bool:
    words = [token.lower for token in sentence.tokens[index + 1 : index + 3]]
    return words == ["go", "of"]
