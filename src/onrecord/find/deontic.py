"""Requests without a verb of requesting: *Novak said Sudland must withdraw* asks Sudland to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.find import extents, impersonal, syntax
from onrecord.find.holders import Holders
from onrecord.find.unreal import OPEN_NOUNS
from onrecord.find.view import View
from onrecord.schema import Party, Sentence, Span, Statement

HEARERS = frozenset({"reporters", "journalists", "us", "me"})
"""Whom one tells what others must do."""
MODALS = frozenset({"must", "should", "ought"})


@dataclass(frozen=True, slots=True)
class Demand:
    """A modal of obligation inside what somebody says, and who is to do it."""

    sentence: Sentence
    trigger: Span
    speaker: Party
    target: Party
    statement: Statement


def demands(view: View, statements: tuple[Statement, ...]) -> Iterator[Demand]:
    """The demands on the page in text order. What the speaker asks of its own side (*we must*) is none, and neither is what
    nobody in particular is asked, a question, or a condition."""
    holders = Holders(one for one in statements if one.attitude == "says")
    for sentence in view.annotations.sentences:
        if sentence.tokens[-1].text == "?":
            continue
        for word, verb in _obliging(sentence):
            token = sentence.tokens[word]
            holder = holders.innermost(token.start, token.end)
            target = addressee(view, sentence, verb) or _told(view, sentence, verb, holder)
            if target is None or holder is None or holder.speaker is None or is_same(holder.speaker, target):
                continue
            yield Demand(sentence, view.span(token.start, token.end), holder.speaker, target, holder)


def _obliging(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Words of obligation, each with the verb whose subject is obliged: **must** *go*, **needs** *to go*, **vital** *that they
    go*."""
    for token in sentence.tokens:
        if token.dep == "aux" and token.lower in MODALS and not _is_guess(sentence, token.head):
            if sentence.tokens[token.head].lemma in BORNE:
                continue  # *voters shouldn't* **lose** *their right*: asked of somebody else
            yield token.index, token.head
        elif _is_needing(sentence, token.index):
            yield token.index, token.index
        elif (named := impersonal.called_for(sentence, token.index)) is not None and _is_definite(
            sentence, token.index
        ):
            yield named, token.index


BORNE = frozenset({"lose", "suffer", "face", "endure", "undergo", "fear", "worry"})
"""What befalls somebody, who is asked for nothing."""


def _is_guess(sentence: Sentence, verb: int) -> bool:
    """*The soldiers must* **be from** *Norland*, *they must* **realise** *that*: so it seems, or so it is said to be."""
    if sentence.tokens[verb].lemma in KNOWING:
        return True
    return sentence.tokens[verb].lemma == "be" and syntax.child(sentence, verb, "prep", "attr") is not None


KNOWING = frozenset("realize realise know understand remember".split())


def _is_definite(sentence: Sentence, verb: int) -> bool:
    """*that* **Norland** *act*, *that* **the rebels** *disarm*, against *that people understand it*."""
    subject = syntax.surface_subject(sentence, verb)
    if subject is None:
        return False
    the = any(sentence.tokens[c].lower == "the" for c in syntax.children(sentence, subject, "det"))
    return the or sentence.tokens[subject].pos == "PROPN"


def _is_needing(sentence: Sentence, index: int) -> bool:
    """*The rebels* **need** *to disarm*, *Norland* **has** *to leave*: now, and not what they need not; *farmers have to pay more*
    tells of a burden."""
    token = sentence.tokens[index]
    if token.lemma not in {"need", "have"} or token.tag not in {"VBP", "VBZ"}:
        return False
    subject = syntax.child(sentence, index, "nsubj")
    if token.lemma == "have" and (subject is None or sentence.tokens[subject].pos != "PROPN"):
        return False
    if token.lemma == "have" and token.dep == "relcl" and sentence.tokens[token.head].lemma in OPEN_NOUNS:
        return False  # *the chance that Norland* **has** *to speak*
    if sentence.tokens[min(index + 1, len(sentence.tokens) - 1)].lower != "to":
        return False  # *has until March to pay*
    act = syntax.child(sentence, index, "xcomp")
    negated = syntax.child(sentence, index, "neg") is not None
    return act is not None and not negated and syntax.has_to(sentence, act) and not syntax.is_passive(sentence, act)


def _told(view: View, sentence: Sentence, verb: int, holder: Statement | None) -> Party | None:
    """*told* **both armies** *that they must not shell it*: whoever was spoken to, where *they* or *you* are to do it."""
    subject = syntax.surface_subject(sentence, verb)
    if subject is None or holder is None or sentence.tokens[subject].lower not in {"they", "you", "he", "she", "it"}:
        return None
    told = holder.addressee
    if told is None or told.text.lower() in HEARERS:
        return None
    owner = told.text.split("'")[0].split("’")[0]  # *told* **CNN's** *Lea Brandt that you need to …*
    return None if view.actors.place_or_actor(owner) == "organisation" else told


def addressee(view: View, sentence: Sentence, verb: int, past: bool = False) -> Party | None:
    """The named or described actor who is the subject of a verb; of one of what has been done only where ``past``."""
    if not past and any(sentence.tokens[c].lower == "have" for c in syntax.children(sentence, verb, "aux")):
        return None
    if any(sentence.tokens[c].tag in {"WRB", "WP"} for c in sentence.children[verb]) or (
        sentence.tokens[verb].dep == "relcl" and impersonal.called_for(sentence, verb) is None
    ):
        return None  # *when our troops should come back*, *the sum that the firm must pay*
    subject = syntax.surface_subject(sentence, verb)
    if subject is not None and any(sentence.tokens[c].lower in {"some", "our"} for c in sentence.children[subject]):
        return None  # *some troops should go*: nobody in particular, or one's own
    if subject is None or sentence.tokens[subject].pos == "PRON" or syntax.is_passive(sentence, verb):
        return None
    if not view.is_actor(sentence, subject):
        return None
    start, end = extents.joint_phrase(sentence, subject)
    return Party(view.document.text[start:end], start, end)


def is_same(speaker: Party, target: Party) -> bool:
    """True where both phrases read the same."""
    return speaker.text.lower() == target.text.lower()
