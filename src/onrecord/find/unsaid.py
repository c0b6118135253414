"""Sayings that did not take place or are asked about, and silences: *did not say*, *asked whether*, *declined to comment*.

So are thoughts and wishes that nobody has (*does not think*, *nobody believes*, *has yet to decide*); what is only said by
denying it (*did not rule out*) is a statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from onrecord.find import extents, syntax
from onrecord.find.content import Piece
from onrecord.find.matcher import Match
from onrecord.find.view import NATIONS, View
from onrecord.schema import Nonstatement, Party, Sentence, Span

Reason = Literal["negated", "asked"]

SILENT = frozenset(
    """comment respond reply answer elaborate say speak discuss disclose confirm specify identify explain react talk name mention
    reveal""".split()
)
"""Verbs whose negation is a silence even where nothing is named that was not said."""
TALKS = frozenset({"discuss", "talk"})
"""Of these, the verbs whose refusal is a deed: *refused to discuss the pension age*."""
REFUSALS = frozenset({"decline", "refuse"})
RELUCTANT = frozenset("want wish care prefer choose opt".split())
"""Verbs above a silence: *did not want to say*, *preferred not to comment*."""
LITOTES = frozenset("rule_out exclude doubt object_to mind hesitate refuse decline".split())
"""Frames whose negation is a statement of its own."""
ONLY = frozenset({"only", "just", "merely", "simply"})
"""Words behind *not* that leave what they stand before as said (*not only said*)."""
NOBODY = frozenset({"nobody", "none", "noone"})
NOTHINGS = frozenset(
    """comment detail mention reason explanation information name figure date reply answer response timetable number
    clarification""".split()
)
"""Nouns that nobody gives who stays silent: *gave no details*, *made no comment*."""
GIVING = frozenset("give make offer provide release add disclose say reveal issue name".split())


def reason(view: View, match: Match) -> Reason | None:
    """Why what a match reports was not said; None where it was."""
    if match.frame.cls.pos != "verb":
        return None
    if match.frame.lemma in REFUSALS and _refuses_to_say(match):
        return "negated"
    if _is_within_refusal(match) or _is_of_nothing(match):
        return "negated"
    if is_negated(match.sentence, match.index) and not _says_by_negation(match):
        return "negated"
    if match.frame.cls.attitude == "says" and _is_held_back(match.sentence, match.index):
        return "negated"
    return "asked" if is_asked(view, match) else None


def _says_by_negation(match: Match) -> bool:
    """*will not yield*, *did not rule out*; *is not thought to be ready*: what is thought is that it is not."""
    refusal = any(need.slot == "neg" for need in match.frame.needs)
    raised = match.frame.cls.attitude == "thinks" and syntax.is_passive(match.sentence, match.index)
    return refusal or raised or match.frame.id.split(".")[0] in LITOTES


def _is_held_back(sentence: Sentence, index: int) -> bool:
    """*declined to say*, *did not want to say*."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if (
        token.dep == "pcomp"
        and head.lower == "of"
        and "short" in {t.lower for t in sentence.tokens[max(0, index - 2) : index]}
    ):
        return True  # *stopped short of calling for an embargo*
    if token.dep != "xcomp":
        return False
    return head.lemma in REFUSALS or (head.lemma in RELUCTANT and is_negated(sentence, token.head))


def _refuses_to_say(match: Match) -> bool:
    filled = match.roles.get("content")
    if filled is None or filled.kind != "clause":
        return False
    return match.sentence.tokens[filled.head].lemma in SILENT - TALKS


def _is_within_refusal(match: Match) -> bool:
    """*preferred not to comment*: the wish to be silent, and the silence."""
    filled = match.roles.get("content")
    if match.frame.lemma not in RELUCTANT or filled is None or filled.kind != "clause":
        return False
    return match.sentence.tokens[filled.head].lemma in SILENT and (
        is_negated(match.sentence, filled.head) or is_negated(match.sentence, match.index)
    )


def _is_of_nothing(match: Match) -> bool:
    """*promised nothing in public*."""
    filled = match.roles.get("content")
    if filled is None or match.frame.cls.attitude == "thinks":
        return False
    return match.sentence.tokens[filled.head].lower == "nothing" and not match.sentence.children[filled.head]


def is_negated(sentence: Sentence, index: int) -> bool:
    """*did not say*, *never said*, *neither confirmed nor denied*, *nobody said*, *has yet to say*, *without saying*."""
    for one in sentence.children[index]:
        token = sentence.tokens[one]
        negates = (token.dep == "neg" and one < index) or token.lower in {"never", "neither"}
        if negates and _joined(sentence, one, index) and sentence.tokens[one + 1].lower not in ONLY:
            return True
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep == "conj" and any(sentence.tokens[c].lower == "nor" for c in sentence.children[token.head]):
        return True
    if token.dep == "pcomp" and head.lower == "without":
        return sentence.tokens[head.head].lemma != "go"
    return _is_yet_to(sentence, index) or _is_nobodys(sentence, index)


def _is_yet_to(sentence: Sentence, index: int) -> bool:
    """*has yet to comment*, *is yet to comment*."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep != "xcomp" or head.lemma not in {"have", "be"}:
        return False
    return any(sentence.tokens[c].lower == "yet" for one in (index, token.head) for c in sentence.children[one])


def _is_nobodys(sentence: Sentence, index: int) -> bool:
    """*Nobody said*, *no group has claimed*, *neither side confirmed*."""
    subject = syntax.child(sentence, index, "nsubj")
    if subject is None:
        return False
    words = {sentence.tokens[c].lower for c in syntax.children(sentence, subject, "det", "neg")}
    nobodys = sentence.tokens[subject].lower in NOBODY or bool(words & {"no", "neither"})
    return nobodys and _joined(sentence, subject, index)


def _joined(sentence: Sentence, one: int, index: int) -> bool:
    """Nothing but words between the two: “Probably not,” *she said* negates no saying."""
    return all(token.pos != "PUNCT" for token in sentence.tokens[min(one, index) : max(one, index)])


def is_asked(view: View, match: Match) -> bool:
    """The saying itself is in question: a question outside quotation marks, or under *whether* and *if*."""
    sentence = match.sentence
    if _is_in_question(view, match):
        return True
    mark = syntax.child(sentence, match.index, "mark")
    return mark is not None and sentence.tokens[mark].lower in {"whether", "if"}


def _is_in_question(view: View, match: Match) -> bool:
    """In a question outside quotation marks; not where the question is what is reported (*What, he wanted to know, …?*)."""
    tokens = match.sentence.tokens
    if tokens[-1].text != "?" or view.quote_at(tokens[-1].start) is not None:
        return False
    if view.quote_at(match.token.start) is not None or "content" not in match.roles:
        return False
    return all(token.text not in {".", "!", "?"} for token in tokens[match.index : -1])


def nonstatement(view: View, match: Match, pieces: list[Piece], why: Reason, speaker: Party | None) -> Nonstatement:
    """A match that reports no saying, with what was not said."""
    return Nonstatement(
        doc=view.document.doc,
        block=view.document.blocks[match.sentence.block].kind,
        cue=_cue(view, match.sentence, match.index),
        content=tuple(Span.of(view.document.text, *piece) for piece in pieces),
        reason=why,
        speaker=speaker,
        why=f"“{match.token.text}” is {why} (frame {match.frame.id})",
    )


def silences(view: View, known: Iterable[Nonstatement]) -> Iterator[Nonstatement]:
    """Refusals to speak that no frame reports, in text order: *did not comment*, *has not replied*, *gave no details*."""
    taken = [(one.cue.start, one.cue.end) for one in known]
    for sentence in view.annotations.sentences:
        for token in sentence.tokens:
            if token.pos != "VERB" or view.quote_at(token.start) is not None:
                continue
            index = _silence_at(sentence, token.index)
            if index is None:
                continue
            cue = sentence.tokens[index]
            subject = _silent_one(sentence, index)
            if (
                subject is None
                or not _could_speak(view, sentence, subject)
                or any(start < cue.end and cue.start < end for start, end in taken)
            ):
                continue
            yield _silence(view, sentence, index, subject)


def without_doubles(found: Iterable[Nonstatement]) -> list[Nonstatement]:
    """In text order, without those whose cue stands inside another's (*declined to say*, *say*)."""
    kept: list[Nonstatement] = []
    for one in sorted(found, key=lambda each: (each.cue.start, -each.cue.end)):
        if not kept or one.cue.end > kept[-1].cue.end:
            kept.append(one)
    return kept


def _could_speak(view: View, sentence: Sentence, subject: int) -> bool:
    """An actor, or *neither side*, *no group*."""
    token = sentence.tokens[subject]
    return view.actor_in(sentence, subject) is not None or (token.lemma in NATIONS | {"group"} and token.pos == "NOUN")


def _silent_one(sentence: Sentence, index: int) -> int | None:
    """Who keeps silent: the verb's subject; of *without elaborating*, that of the verb it hangs on."""
    token = sentence.tokens[index]
    if token.dep == "pcomp" and sentence.tokens[token.head].dep == "prep":
        index = sentence.tokens[token.head].head
    return syntax.surface_subject(sentence, index)


def _silence_at(sentence: Sentence, index: int) -> int | None:
    """The token that says it: the negated verb, or the verb of refusing above it; None where somebody does speak."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.lemma in GIVING and _gives_nothing(sentence, index):
        return index
    if token.lemma == "draw" and syntax.child(sentence, index, "auxpass") is not None:
        return index if is_negated(sentence, index) else None
    if token.lemma not in SILENT:
        return None
    if token.dep == "xcomp" and head.lemma in REFUSALS and token.lemma not in TALKS:
        return token.head
    if token.dep == "xcomp" and head.lemma in RELUCTANT and is_negated(sentence, token.head):
        return index
    return index if is_negated(sentence, index) else None


def _gives_nothing(sentence: Sentence, index: int) -> bool:
    given = syntax.child(sentence, index, "dobj")
    if given is None:
        return False
    words = {sentence.tokens[c].lower for c in syntax.children(sentence, given, "det", "neg")}
    thing = sentence.tokens[given]
    return ("no" in words and thing.lemma in NOTHINGS) or (
        thing.lower == "nothing" and sentence.tokens[index].lemma == "say"
    )


def _silence(view: View, sentence: Sentence, index: int, subject: int) -> Nonstatement:
    cue = _cue(view, sentence, index)
    start, end = extents.joint_phrase(sentence, subject)
    return Nonstatement(
        doc=view.document.doc,
        block=view.document.blocks[sentence.block].kind,
        cue=cue,
        content=(),
        reason="negated",
        speaker=Party(view.document.text[start:end], start, end),
        why=f"“{cue.text}”: nothing was said",
    )


def _cue(view: View, sentence: Sentence, index: int) -> Span:
    """The verb; of a refusal or reluctance together with the silence: *declined to comment*."""
    token = sentence.tokens[index]
    below = next((c for c in syntax.children(sentence, index, "xcomp") if sentence.tokens[c].lemma in SILENT), None)
    reach = below is not None and token.lemma in REFUSALS | RELUCTANT and index < below <= index + 3
    return view.span(token.start, sentence.tokens[below].end if reach and below is not None else token.end)
