"""What a sentence tells of no one act: of kinds of people, of what happens ever and again, of who it was that is asked for."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.schema import Sentence


def is_general(sentence: Sentence, index: int) -> bool:
    """*Attacks on journalists are unacceptable*: a bare plural of which the present tense judges, no act that took place."""
    token = sentence.tokens[index]
    if token.pos == "VERB":
        return _is_habit(sentence, index) or _is_interviewed(sentence, index)
    head = sentence.tokens[token.head]
    if token.tag != "NNS" or token.dep not in {"nsubj", "nsubjpass"} or head.tag not in {"VBP", "VB"}:
        return False
    if syntax.child(sentence, index, "det", "poss", "nummod", "acl", "relcl") is not None:
        return False
    judged = head.lemma == "be" and syntax.child(sentence, head.index, "acomp", "attr") is not None
    modal = any(sentence.tokens[c].tag == "MD" for c in syntax.children(sentence, head.index, "aux"))
    return judged or modal


def asks_who(sentence: Sentence, index: int) -> bool:
    """**Who** *supported them?*: the question tells of nobody."""
    subject = syntax.child(sentence, index, "nsubj", "nsubjpass")
    asked = any(token.text == "?" for token in sentence.tokens[-2:])
    if subject is None or not asked or sentence.tokens[index].dep != "ROOT":
        return False
    return sentence.tokens[subject].lower in {"who", "what", "which"}


def _is_interviewed(sentence: Sentence, index: int) -> bool:
    """**Asked** *to comment, she said …*: a reporter's question."""
    token = sentence.tokens[index]
    asked = token.lower in {"asked", "pressed", "questioned"} and token.tag == "VBN" and token.dep == "advcl"
    return asked and syntax.child(sentence, index, "agent", "nsubj", "nsubjpass") is None


ANYBODY = frozenset("those anyone anybody everyone everybody whoever people one he".split())
"""Whom a relative clause in the present tense tells a kind of people of: **those who** *oppose it*."""


def _is_habit(sentence: Sentence, index: int) -> bool:
    """*those who oppose it*, *Soldiers fight best when they are fed*: what is done ever and again, by no one in particular."""
    token = sentence.tokens[index]
    if token.tag not in {"VBP", "VBZ"} or syntax.child(sentence, index, "aux", "auxpass") is not None:
        return False
    subject = syntax.child(sentence, index, "nsubj")
    if subject is None:
        return False
    if token.dep == "relcl":
        whose = sentence.tokens[token.head]
        return sentence.tokens[subject].lower == "who" and whose.lower in ANYBODY
    bare = sentence.tokens[subject].tag == "NNS" and not sentence.children[subject]
    if bare and token.lemma == "die":
        return True  # *soldiers die in war*
    return bare and any(
        sentence.tokens[mark].lower in {"when", "whenever", "where", "wherever"}
        for one in syntax.children(sentence, index, "advcl")
        for mark in syntax.children(sentence, one, "advmod", "mark")
    )
