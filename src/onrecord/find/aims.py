"""What an attack or a protest is for, by its own words: *an offensive to retake* **Berov**, *protests against* **his rule**."""

from __future__ import annotations

from onrecord.find import light, syntax
from onrecord.schema import Sentence

TAKING = frozenset(
    """capture retake recapture seize take regain reclaim reconquer liberate overrun storm encircle besiege conquer occupy secure
    dislodge oust expel evict eject flush crush defeat destroy eliminate annihilate neutralise neutralize rout subdue topple
    overthrow kill assassinate kidnap abduct punish clear cleanse rid relieve break enter""".split()
)
"""What those set out to do who attack."""
ENDS = frozenset(
    """end fall ouster removal departure overthrow resignation downfall dismissal impeachment trial halt exit prosecution
    arrest""".split()
)
"""What those demand who are against somebody."""
OPPOSING = frozenset({"denounce", "oppose", "condemn", "criticise", "criticize", "target"})


def taken(sentence: Sentence, index: int) -> int | None:
    """What the attack is made to take: *launched an offensive to retake* **Berov**."""
    labels = ("acl", "xcomp", "relcl")
    verbs = [one for one in syntax.children(sentence, index, *labels) if syntax.has_to(sentence, one)]
    head = sentence.tokens[index].head
    if not verbs and light.is_light(sentence.tokens[head]):
        verbs = [one for one in syntax.children(sentence, head, "advcl") if syntax.has_to(sentence, one)]
    aimed = bool(verbs) and sentence.tokens[verbs[0]].lemma in TAKING
    return syntax.child(sentence, verbs[0], "dobj") if aimed else None


def participle(sentence: Sentence, index: int) -> int | None:
    """The -ing clause that goes with the noun: *protests* **calling** *for an end to it*."""
    return next((one for one in syntax.children(sentence, index, "acl") if sentence.tokens[one].tag == "VBG"), None)


def opposed(sentence: Sentence, index: int) -> int | None:
    """Whom a protest is against by the clause that goes with it: *protests calling for an end to* **the mayor's rule**."""
    clause = participle(sentence, index)
    if clause is None:
        return None
    thing = _behind(sentence, clause, "for")
    thing = syntax.child(sentence, clause, "dobj") if thing is None else thing
    if thing is None or sentence.tokens[clause].lemma in OPPOSING:
        return thing
    if sentence.tokens[thing].lemma not in ENDS:
        return None
    whose = [_behind(sentence, thing, "of"), _behind(sentence, thing, "to"), syntax.child(sentence, thing, "poss")]
    return next((one for one in whose if one is not None), None)


def _behind(sentence: Sentence, index: int, word: str) -> int | None:
    """The noun behind the preposition ``word`` that hangs on ``index``."""
    for one in syntax.children(sentence, index, "prep"):
        if sentence.tokens[one].lower == word:
            return syntax.child(sentence, one, "pobj")
    return None
