"""Who is to do what another predicate embeds, where the clause names nobody: *called on* **Teldor** *to withdraw*."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.find import syntax
from onrecord.find.fills import Fill
from onrecord.find.matcher import Match
from onrecord.schema import Sentence

COMING = frozenset("visit come tour inspect enter see stay travel settle study".split())
"""What guests do: *offered* **the envoys** *to visit the camp*, against *offered the envoys to mediate*."""
CALLING = frozenset({"call", "phone", "telephone", "ring", "write", "cable", "tweet", "speak"})
"""What is done in order to say something, and says it thereby."""


def is_said_by(sentence: Sentence, index: int) -> bool:
    """True for an infinitive that a call or letter carries out: *called her* **to express** *his support*."""
    token = sentence.tokens[index]
    if token.dep in {"advcl", "xcomp"} and _is_taken_to(sentence, token.head) and syntax.has_to(sentence, index):
        return True  # *took to Twitter* **to accuse** *her*
    asks = token.head < index and sentence.tokens[token.head + 1].lower in {"on", "upon", "for"}
    return (
        token.dep in {"advcl", "xcomp", "acl", "relcl"}
        and sentence.tokens[token.head].lemma in CALLING
        and syntax.has_to(sentence, index)
        and not asks  # *called on her to express regret*
    )


MEDIA = frozenset("twitter facebook instagram x media airwaves floor podium stage television radio telegram".split())


def _is_taken_to(sentence: Sentence, index: int) -> bool:
    if sentence.tokens[index].lemma != "take":
        return False
    links = [one for one in syntax.children(sentence, index, "prep") if sentence.tokens[one].lower == "to"]
    places = (syntax.child(sentence, one, "pobj") for one in links)
    return any(one is not None and sentence.tokens[one].lower in MEDIA for one in places)


def understood(sentence: Sentence, index: int, matches: Mapping[int, Match], steps: int = 0) -> Fill | None:
    """The role of the outer frame that does the act at ``index``; None where the act names its own doer or no frame embeds it."""
    if syntax.child(sentence, index, "nsubj", "nsubjpass", "agent") is not None:
        return None
    if syntax.is_passive(sentence, index):
        return None  # *ordered them to be freed*: it is done to them
    token = sentence.tokens[index]
    blamed = _blamed(sentence, index, matches)
    if blamed is not None:
        return Fill(blamed, "phrase")
    heads = _joined(sentence, index)
    for outer in matches.values():
        embedded = outer.roles.get("embedded")
        if embedded is not None and embedded.head in heads and embedded.kind == "clause":
            guest = outer.frame.lemma == "offer" and token.lemma in COMING
            if guest and "target" in outer.roles:
                return outer.roles["target"]
            further = (
                understood(sentence, outer.index, matches, steps + 1)
                if _is_bare(sentence, outer) and steps < 2
                else None
            )
            return further or outer.roles.get(outer.frame.cls.control)
    return None


def _joined(sentence: Sentence, index: int) -> set[int]:
    """The infinitive and those it goes on with: *to stop and to* **leave**, *to stop, to* **leave**."""
    found = {index}
    for _ in range(syntax.MAX_STEPS):
        token = sentence.tokens[index]
        goes_on = token.dep in {"conj", "advcl"} and syntax.has_to(sentence, index)
        if not goes_on and not (token.dep == "conj" and token.tag == "VB"):
            break
        index = token.head
        found.add(index)
    return found


def _blamed(sentence: Sentence, index: int, matches: Mapping[int, Match]) -> int | None:
    """Who did what a measure is taken for: *imposed sanctions against* **Teldor** *for* **supporting** *rebels*."""
    token = sentence.tokens[index]
    link = sentence.tokens[token.head]
    if token.tag != "VBG" or token.dep != "pcomp" or link.lower != "for":
        return None
    outer = matches.get(link.head)
    if outer is None or outer.frame.type not in MEASURES or "content" in outer.frame.cls.roles:
        return None
    if syntax.is_passive(sentence, outer.index):
        return syntax.child(sentence, outer.index, "nsubjpass")
    before = sentence.tokens[link.index - 1]
    return before.index if before.pos in {"NOUN", "PROPN"} and before.dep in {"dobj", "pobj"} else None


MEASURES = frozenset({"SANCTION", "COERCE", "ASSAULT"})


def _is_bare(sentence: Sentence, outer: Match) -> bool:
    """*called on Teldor to* **stop** *shelling*: an infinitive that does what its own doer, named further out, is to do."""
    return outer.frame.cls.control == "source" and syntax.has_to(sentence, outer.index)
