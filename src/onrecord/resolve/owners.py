"""Whose *its* and *their* are by the clause they stand in: of those who are blamed for it, or asked to end it.

*France condemned* **Mali** *for its crackdown*, *sanctions on* **Mali** *over its tests*, *urged* **Mali** *to end its
strikes*: the nearest subject, France, is not meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.schema import Sentence, Token

REASONS = frozenset({"over", "because"})
"""Prepositions behind which stands what somebody else is blamed or pressed for."""
JUDGING = frozenset(
    """praise thank hail commend laud applaud congratulate honour honor reward admire credit condemn criticise criticize blame
    denounce rebuke attack mock punish sanction fine jail blast slam pillory chide berate scold reprimand censure lambast lambaste
    deplore deride ridicule vilify fault chastise castigate excoriate upbraid reproach admonish warn question confront challenge
    sue prosecute indict try impose target ask pay""".split()
)
"""Verbs whose *for* tells of what the other has done: *thanked Mali for its help*, against *apologised to Mali for its raid*."""
ASKING = frozenset("confront question challenge press warn".split())
"""Verbs whose *about* does."""
AGAINST = frozenset("on upon against at with to".split())
"""Prepositions behind which those stand whom an act or its object is against."""
CHANGING = frozenset(
    """end stop halt cease curb limit honor honour fulfil fulfill keep withdraw pull lift reconsider review change alter improve
    reform abandon drop renounce resume continue suspend freeze scrap dismantle disarm give lay cut ease loosen reduce increase
    expand extend strengthen maintain step scale moderate soften explain justify clarify settle""".split()
)
"""What somebody does, when asked, to something of their own; *to respect its borders* may be to respect those of whoever asks."""
OWED = frozenset("commitment obligation promise pledge undertaking word duty responsibility".split())
"""What is always one's own."""
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLIMB = 6


def owner(sentence: Sentence, pronoun: Token) -> Token | None:
    """The noun that the possessive at ``pronoun`` belongs to by its clause; None where the clause does not tell."""
    if pronoun.dep != "poss":
        return None
    owned = sentence.tokens[pronoun.head]
    at = owned
    for _ in range(_CLIMB):
        above = sentence.tokens[at.head]
        if above.index == at.index:
            return None
        governor = sentence.tokens[above.head]
        if above.dep == "prep" and _tells_of_another(above, governor):
            return _before(_faced(sentence, governor), above)
        if above.pos in {"VERB", "AUX"}:
            changed = above.lemma.lower() in CHANGING or owned.lemma.lower() in OWED
            return _asked(sentence, above) if changed and at.dep in {"dobj", "pobj", "prep"} else None
        if at.dep not in {"pobj", "prep", "conj", "compound", "pcomp"}:
            return None
        at = above
    return None


def _tells_of_another(preposition: Token, governor: Token) -> bool:
    word, verb = preposition.text.lower(), governor.lemma.lower()
    blames = word == "for" and (governor.pos in _NOUNS or verb in JUDGING)
    return word in REASONS or blames or (word == "about" and verb in ASKING)


def _before(candidates: Iterator[Token], preposition: Token) -> Token | None:
    return next((one for one in candidates if one.index < preposition.index), None)


def _faced(sentence: Sentence, governor: Token) -> Iterator[Token]:
    """Whom an act faces, the nearest first: behind *on* or *against* of its object (*calls for sanctions on*), of itself, else its
    object."""
    things = [governor] if governor.pos in _NOUNS else _children(sentence, governor, {"dobj"})
    within = [one for thing in things for link in _children(sentence, thing, {"prep"})
              for one in _children(sentence, link, {"pobj"})]  # fmt: skip
    for one in (*things, *within, governor):
        for link in _children(sentence, one, {"prep"}):
            if link.text.lower() in AGAINST:
                yield from _named(_children(sentence, link, {"pobj"}))
    if governor.pos not in _NOUNS:
        yield from _named(things)


def _named(tokens: list[Token]) -> Iterator[Token]:
    return (one for one in tokens if one.pos in _NOUNS)


def _asked(sentence: Sentence, verb: Token) -> Token | None:
    """Who is to do what an infinitive tells: the object of its verb of asking, or who stands behind that one's preposition."""
    asking = sentence.tokens[verb.head]
    if verb.dep not in {"xcomp", "advcl", "ccomp", "acl"} or asking.index == verb.index:
        return None
    if not any(one.text.lower() == "to" for one in _children(sentence, verb, {"aux"})):
        return None
    own = next(_named(_children(sentence, verb, {"nsubj"})), None)
    if own is not None:
        return own
    if asking.pos in _NOUNS:
        return None
    called = [whom for link in _children(sentence, asking, {"prep"}) if link.text.lower() in AGAINST
              for whom in _children(sentence, link, {"pobj"})]  # fmt: skip
    found = next(_named([*_children(sentence, asking, {"dobj", "dative"}), *called]), None)
    return found if found is not None and found.index < verb.index else None


def _children(sentence: Sentence, token: Token, kinds: set[str]) -> list[Token]:
    return [sentence.tokens[one] for one in sentence.children[token.index] if sentence.tokens[one].dep in kinds]
