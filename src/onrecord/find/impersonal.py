"""Acts that a sentence weighs, asks for or leaves to somebody: *sending troops would be wrong*, *it is vital that they act*."""

from __future__ import annotations

from onrecord.find import agents, syntax
from onrecord.schema import Sentence, Status


def told(sentence: Sentence, index: int) -> tuple[int, tuple[str, Status]] | None:
    """The predicate by which such a sentence tells of the act at ``index``, and what it makes of it."""
    token = sentence.tokens[index]
    if token.dep == "csubj" and token.tag == "VBG" and _is_weighed(sentence, index):
        return token.head, ("-ing", "possible")
    if token.dep == "xcomp" and agents.is_left_to(sentence, token.head):
        return token.head, ("up to", "possible")
    if (need := called_for(sentence, index)) is not None:
        return token.head, (sentence.tokens[need].lower, "demanded")
    return None


def _is_weighed(sentence: Sentence, index: int) -> bool:
    """True for what is only weighed: **sending** *troops would be wrong*, *costs lives*, not *cost them votes*."""
    if syntax.child(sentence, index, "nsubj", "aux") is not None:
        return False
    head = sentence.tokens[index].head
    helpers = {sentence.tokens[c].lower for c in syntax.children(sentence, head, "aux")}
    return bool(helpers & {"would", "could", "might", "may", "can", "will"}) or syntax.is_present(sentence, head)


NECESSARY = frozenset(
    "vital essential crucial imperative necessary indispensable urgent important critical time".split()
)
"""What *it is … that* or *for somebody to* asks for the clause behind it."""


def called_for(sentence: Sentence, index: int) -> int | None:
    """The word by which a clause is asked for: *it is* **vital** *that they act*, *it is* **time** *for them to act*."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep not in {"ccomp", "csubj", "advcl", "xcomp", "acl", "relcl"} or index < head.index:
        return None
    at = head.index if head.lemma == "be" else head.head
    subject = syntax.child(sentence, at, "nsubj")
    if sentence.tokens[at].lemma != "be" or subject is None or sentence.tokens[subject].lower != "it":
        return None
    if syntax.child(sentence, at, "neg") is not None:
        return None
    named = [c for c in syntax.children(sentence, at, "acomp", "attr") if sentence.tokens[c].lemma in NECESSARY]
    return named[0] if named and head.index in {at, *named} else None
