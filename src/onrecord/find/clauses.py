"""Clauses and predicates that a verb reports, found also where the parser hung them elsewhere."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.schema import Sentence

OPENING = frozenset({"“", '"', "''", "``", "‘", "«", "'"})


def complement(sentence: Sentence, index: int) -> int | None:
    """The verb of the clause that the predicate at ``index`` reports."""
    reported = [c for c in syntax.children(sentence, index, "ccomp") if _is_clause(sentence, c)]
    behind = [c for c in reported if c > index]
    if behind and min(syntax.subtree(sentence, behind[0])) == index + 1:
        reported = behind  # *The team, the first to go in, said* **it was safe**: what stands before describes
    if reported and reported[0] < index and _joins_on(sentence, index):
        reported = behind
    own = next(iter(reported), None)
    if own is None or own < index or syntax.child(sentence, own, "nsubj", "nsubjpass", "expl", "csubj") is None:
        strayed = _strayed_clause(sentence, index) or _told_clause(sentence, index)
        return own if strayed is None else strayed
    return own


def _joins_on(sentence: Sentence, index: int) -> bool:
    """*The river rose* **and the mayor said** *…*, *he said little:* **the mayor had agreed**: what stands before is a clause
    beside, not what was said."""
    subject = next((c for c in syntax.children(sentence, index, "nsubj") if c < index), None)
    first = min(syntax.subtree(sentence, subject)) if subject is not None else 0
    if first > 1 and sentence.tokens[first - 1].text in {":", ";"}:
        return True
    return first > 1 and sentence.tokens[first - 1].lower in {"and", "but"} and sentence.tokens[first - 2].text != "”"


def _strayed_clause(sentence: Sentence, index: int) -> int | None:
    """*said in one of several messages* **that the truck was empty**: the clause that the parser hung on a noun before it."""
    for preposition in syntax.children(sentence, index, "prep"):
        if preposition < index:
            continue
        for one in sorted(syntax.subtree(sentence, preposition)):
            token = sentence.tokens[one]
            if token.lower == "that" and _opens_clause(sentence, one):
                clause = sentence.tokens[token.head]
                if clause.dep in {"relcl", "acl", "ccomp", "advcl"} and syntax.is_verb(clause):
                    return clause.index
    return None


TELLING = frozenset("assure reassure tell inform notify remind warn promise convince advise".split())
"""Verbs with an object who is told, and a clause of what."""


def _told_clause(sentence: Sentence, index: int) -> int | None:
    """*assured the victims* **that nobody would be evicted**: the clause that the parser hung on whoever is told."""
    if sentence.tokens[index].lemma not in TELLING:
        return None
    for told in syntax.children(sentence, index, "dobj"):
        for one in syntax.children(sentence, told, "acl"):
            mark = syntax.child(sentence, one, "mark")
            if mark is not None and sentence.tokens[mark].lower == "that":
                return one
    return None


def _opens_clause(sentence: Sentence, index: int) -> bool:
    """A *that* which brings in what is said; the parser may take it for *when* (*denied at the time* **that** …)."""
    token = sentence.tokens[index]
    conjunction = token.dep == "mark" or (token.dep == "advmod" and token.tag == "WDT")
    return conjunction and token.head > index


def parted_subject(sentence: Sentence, index: int, clause: int) -> tuple[int, ...]:
    """*shows* **most of the hours** *were for travel*: the clause's subject, which the parser hung on the verb as its object."""
    if syntax.child(sentence, clause, "nsubj", "nsubjpass", "expl", "csubj", "mark") is not None:
        return ()
    thing = syntax.child(sentence, index, "dobj")
    if thing is None or thing < index or sentence.tokens[clause].tag not in {"VBD", "VBZ", "VBP", "MD"}:
        return ()
    return (thing,) if max(syntax.subtree(sentence, thing)) + 1 == min(syntax.subtree(sentence, clause)) else ()


def _is_clause(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return syntax.is_verb(token) or bool(syntax.children(sentence, index, "nsubj", "nsubjpass", "mark", "cop", "expl"))


def object_predicate(sentence: Sentence, index: int) -> int | None:
    """What the object is said to be (*called him* **a liar**)."""
    own = syntax.child(sentence, index, "oprd", "acomp")
    if own is None and sentence.tokens[index].lemma in NAMING:
        own = next(iter(syntax.children(sentence, index, "dobj", "npadvmod")[1:]), None)
    return own if own is not None else _quoted_predicate(sentence, index)


NAMING = frozenset({"brand", "label", "dub"})
"""Verbs behind whose object the parser takes the name given for another object: *branded him* **a coward**."""


def _quoted_predicate(sentence: Sentence, index: int) -> int | None:
    """*called the plan* **“quite dangerous”**: a quotation right behind the object, which the parser takes for a part of it."""
    thing = syntax.child(sentence, index, "dobj")
    if thing is None or thing < index:
        return None
    for one in sorted(syntax.subtree(sentence, thing)):
        before = sentence.tokens[one - 1]
        if one > thing and before.text in OPENING and before.index > thing:
            return _top(sentence, one, before.index)
    return None


def _top(sentence: Sentence, index: int, after: int) -> int:
    """The highest token above ``index`` that stands behind ``after``."""
    for _ in range(syntax.MAX_STEPS):
        head = sentence.tokens[index].head
        if head <= after or head == index:
            break
        index = head
    return index


def is_gerund(sentence: Sentence, index: int) -> bool:
    """True for an -ing form without an object that stands where a noun does: **fighting** *between the clans resumed*."""
    token = sentence.tokens[index]
    nominal = token.tag == "VBG" and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}
    return nominal and syntax.child(sentence, index, "dobj", "aux", "nsubj") is None


def innermost_object(sentence: Sentence, index: int) -> int | None:
    """The object of a preposition of one or several words (*according to*, *in the words of*)."""
    at = index
    for _ in range(syntax.MAX_STEPS):
        inner = syntax.child(sentence, at, "pobj")
        if inner is None:
            inner = syntax.child(sentence, at, "prep", "pcomp")
        if inner is None:
            return at if at != index and sentence.tokens[at].dep == "pobj" else None
        at = inner
        if sentence.tokens[at].dep == "pobj" and not _is_lexical_noun(sentence, at):
            return at
    return None


def _is_lexical_noun(sentence: Sentence, index: int) -> bool:
    """*words* in *in the words of*: the noun belongs to the preposition, its of-phrase is the object."""
    return sentence.tokens[index].lemma in {"word", "account", "view", "opinion", "eye"}


CALLING = frozenset({"for", "on", "upon"})


def asked_of(sentence: Sentence, index: int) -> int | None:
    """The infinitive with *for* or *on* and a subject behind a noun: *renewed his calls* **for Congress to pass** *the bill*,
    which the parser may hang on the verb."""
    after = index + 1
    if (
        after >= len(sentence.tokens)
        or sentence.tokens[after].lower not in CALLING
        or sentence.tokens[after].dep != "mark"
    ):
        return _asked_later(sentence, index)
    verb = sentence.tokens[after].head
    named = syntax.child(sentence, verb, "nsubj", "nsubjpass") is not None
    return verb if named and verb > after and syntax.has_to(sentence, verb) else None


def asked_beside(sentence: Sentence, index: int) -> int | None:
    """*renewed its call on Norland* **to free** *them*: what is asked of who stands behind the noun, hung on the noun's verb."""
    token = sentence.tokens[index]
    links = [c for c in syntax.children(sentence, index, "prep") if sentence.tokens[c].lower in {"on", "upon", "to"}]
    if token.lemma not in syntax.ASKING or token.dep != "dobj" or not links:
        return None
    later = (c for c in syntax.children(sentence, token.head, "advcl", "xcomp") if c > links[0])
    bare = (c for c in later if syntax.child(sentence, c, "nsubj", "mark") is None)
    return next((c for c in bare if syntax.has_to(sentence, c)), None)


def _asked_later(sentence: Sentence, index: int) -> int | None:
    """*There were calls by the opposition* **for the minister to quit**: hung on the noun, its verb, or whoever calls."""
    if sentence.tokens[index].lemma not in syntax.ASKING:
        return None
    links = syntax.children(sentence, index, "prep")
    named = (whom for link in links for whom in syntax.children(sentence, link, "pobj"))
    for one in (c for at in (index, sentence.tokens[index].head, *named) for c in sentence.children[at]):
        mark = syntax.child(sentence, one, "mark") if one > index and syntax.has_to(sentence, one) else None
        if mark is not None and sentence.tokens[mark].lower == "for":
            return one
    return None


ASKING = frozenset({"call", "appeal", "prevail"})
"""Verbs with a preposition before whom they ask to do something."""


def strayed_infinitive(sentence: Sentence, index: int) -> int | None:
    """*called on leaders troubled by unrest* **to show restraint**: what somebody is asked to do, which the parser hung on a
    participle of theirs."""
    things = syntax.children(sentence, index, "dobj")
    for preposition in syntax.children(sentence, index, "prep"):
        things += syntax.children(sentence, preposition, "pobj")
    for thing in things:
        own = next((c for c in syntax.children(sentence, thing, "acl", "relcl") if syntax.has_to(sentence, c)), None)
        if own is not None and sentence.tokens[index].lemma in ASKING and sentence.tokens[thing].head != index:
            return own  # *calls on ministers* **to act**, which the parser took for what ministers they are
        for clause in syntax.children(sentence, thing, "acl"):
            if sentence.tokens[clause].tag != "VBN" or thing < index:
                continue
            for one in syntax.children(sentence, clause, "advcl", "xcomp"):
                if syntax.has_to(sentence, one) and syntax.child(sentence, clause, "agent") is not None:
                    return one
    return None


def is_victim(sentence: Sentence, subject: int) -> bool:
    """*alleged that* **the singer** *died*, *was poisoned*: who undergoes it is not who is charged with it."""
    verb = sentence.tokens[subject].head
    return sentence.tokens[verb].lemma in syntax.UNTAKING or syntax.is_passive(sentence, verb)
