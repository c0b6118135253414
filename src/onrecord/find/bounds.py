"""Where a reported clause begins and ends, where the parse draws it too narrow or too wide."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.find.fills import Fill
from onrecord.find.matcher import Match
from onrecord.find.view import View
from onrecord.schema import Sentence, Token


def carried_on(view: View, match: Match, head: int) -> set[int]:
    """Clauses that the parser hung on the verb of saying, though they go on with what was said: *said it had done enough and
    it was their turn* (no comma before *and*), and what follows an attribution set between commas (*The river rose, Novak said,
    and two bridges fell*)."""
    sentence = match.sentence
    found: set[int] = set()
    if sentence.tokens[head].dep != "ccomp" or view.quote_at(sentence.tokens[head].start) is not None:
        return found
    if head > match.index:
        found |= _fronted(view, match) | _second_half(sentence, match.index, head)
    for one in syntax.children(sentence, match.index, "conj"):
        token = sentence.tokens[one]
        own = syntax.child(sentence, one, "nsubj", "nsubjpass", "expl")
        if own is None or view.is_saying(token.lemma):
            continue
        branch = set(syntax.subtree(sentence, one))
        joint = min(branch) - 1
        goes_on = head < match.index or sentence.tokens[joint - 1].text != ","
        if joint > max(head, match.index) and sentence.tokens[joint].dep == "cc" and goes_on:
            found |= branch | {joint}
    return found


def _second_half(sentence: Sentence, cue: int, head: int) -> set[int]:
    """*said most of the hours worked* **are spent in the office**: one clause of which the parser made two."""
    end = max(syntax.subtree(sentence, head))
    for one in syntax.children(sentence, cue, "ccomp"):
        branch = set(syntax.subtree(sentence, one))
        if one != head and min(branch) == end + 1:
            return branch
    return set()


def and_that(sentence: Sentence, keep: set[int], cue: int) -> set[int]:
    """*said that the road was shut* **and that the bridge had gone**, wherever the parser hung the second clause."""
    at = max(keep) + 1
    tokens = sentence.tokens
    if at < len(tokens) and tokens[at].text in {",", "”", '"'}:
        at += 1
    if at + 2 >= len(tokens) or tokens[at].dep != "cc" or max(keep) < cue:
        return set()
    mark = tokens[at + 1]
    if mark.lower != "that" or mark.dep != "mark" or mark.head <= mark.index:
        return set()
    return {at} | {one for one in syntax.subtree(sentence, mark.head) if one > at}


DAYS = syntax.CALENDAR | frozenset("week month year today yesterday night morning afternoon evening weekend".split())
"""Nouns that tell when something was said, where they stand right behind the predicate."""


def day_of_saying(match: Match, filled: Fill) -> set[int]:
    """*said* **on Monday** *the bridge would open*: the day before the clause's subject is that of the saying."""
    sentence, head = match.sentence, filled.head
    subject = syntax.child(sentence, head, "nsubj", "nsubjpass", "expl")
    if filled.kind != "clause" or subject is None or subject < match.index:
        return set()
    opens = min(syntax.subtree(sentence, subject))
    mark = next(
        (c for c in syntax.children(sentence, head, "mark", "advmod") if sentence.tokens[c].lower == "that"), opens
    )
    for one in syntax.children(sentence, head, "prep", "npadvmod"):
        branch = set(syntax.subtree(sentence, one))
        inner = syntax.child(sentence, one, "pobj") if sentence.tokens[one].dep == "prep" else one
        told = inner is not None and sentence.tokens[inner].lower in DAYS
        if told and match.index < min(branch) and max(branch) < min(mark, opens) and max(branch) + 1 in (mark, opens):
            return branch
    return set()


OCCASIONS = frozenset(
    """interview statement tweet post message letter email speech briefing conference news rally debate video ad article report
    twitter facebook instagram television tv radio show appearance week month year day night morning time event meeting session
    court occasion response reply remark comment address hearing""".split()
)
"""Nouns behind a preposition that tell where or when something was said, not what."""
TIMED = syntax.CALENDAR | OCCASIONS


def behind(match: Match, filled: Fill, keep: set[int]) -> set[int]:
    """*cited the tax* **as a reason**, *backed Lind* **for president**: what stands right behind the object and the parser hung on
    the predicate."""
    sentence = match.sentence
    if sentence.tokens[filled.head].dep != "dobj" or sentence.tokens[filled.head].head != match.index:
        return set()
    found: set[int] = set()
    for one in syntax.children(sentence, match.index, "prep", "advcl", "xcomp"):
        branch = set(syntax.subtree(sentence, one))
        if min(branch) == max(keep | found) + 1 and _tells_on(sentence, one):
            found |= branch
    return found


def _tells_on(sentence: Sentence, one: int) -> bool:
    """*defended the call* **to wait**, *promised aid* **if he wins**; not *praised him* **after he left**."""
    token = sentence.tokens[one]
    if token.dep == "prep":
        return token.lower in BINDING and not _is_occasion(sentence, one)
    mark = syntax.child(sentence, one, "mark", "advmod", "prep")
    return token.dep == "xcomp" or mark is None or mark > one or sentence.tokens[mark].lower in {"if", "when", "unless"}


BINDING = frozenset("as for with in to on over of from about".split())


def _is_occasion(sentence: Sentence, preposition: int) -> bool:
    inner = syntax.child(sentence, preposition, "pobj")
    if inner is None:
        return False
    token = sentence.tokens[inner]
    return token.lower in TIMED or token.lemma in OCCASIONS or token.text.isdigit()


def _fronted(view: View, match: Match) -> set[int]:
    """*To win, Novak said, they need bread*: where the attribution stands between commas, what comes before it was said, too."""
    sentence = match.sentence
    speaker = syntax.child(sentence, match.index, "nsubj")
    after = match.index + 1
    if (
        speaker is None
        or speaker > match.index
        or after + 1 >= len(sentence.tokens)
        or sentence.tokens[after].text != ","
    ):
        return set()
    if view.quotes_in(sentence.tokens[after].start, sentence.tokens[after + 1].end):
        return set()
    found: set[int] = set()
    for one in sentence.children[match.index]:
        branch = set(syntax.subtree(sentence, one))
        if sentence.tokens[one].dep in {"advcl", "prep", "npadvmod", "advmod"} and max(branch) < speaker:
            found |= branch
    return found


def asides(view: View, sentence: Sentence, head: int, cue: int) -> frozenset[int]:
    """Branches of the clause that are not part of what was said, though the parser hung them there: a further attribution
    (*…, reported the Gazette*; *…, citing the cost*), a second saying with its own speaker (*…, and Orlov warned that …*), and
    behind a noun phrase the comment after a comma (*…, who has denied it*)."""
    return frozenset(
        one
        for one in syntax.subtree(sentence, head)
        if one not in (head, cue) and one > cue and _is_aside(view, sentence, head, one, cue)
    )


def says_on(sentence: Sentence, head: int, one: int, cue: Token) -> bool:
    """*said the road was unsafe, and called on the minister to go*: a second saying by the same speaker, told by its tense."""
    if sentence.tokens[one].tag != cue.tag:
        return False
    before = min(syntax.subtree(sentence, one)) - 1
    comma = before > 0 and any(t.text == "," for t in sentence.tokens[max(before - 1, 0) : before + 1])
    return comma or sentence.tokens[head].tag != cue.tag


def _is_aside(view: View, sentence: Sentence, head: int, one: int, cue: int) -> bool:
    token = sentence.tokens[one]
    if view.quote_at(token.start) is not None:
        return False
    if token.dep == "advcl" and token.head == head and _sets_scene(sentence, one):
        return True
    if token.dep == "relcl":
        return _after_comma(sentence, one) and (_is_comment(sentence, head, one) or _is_of_phrase(sentence, head, one))
    if token.dep == "appos":
        return _is_gloss(sentence, head, one)
    if not syntax.is_verb(token) or not view.is_saying(token.lemma):
        return False
    if token.dep == "parataxis":
        return True
    if token.dep == "conj":
        if syntax.child(sentence, one, "nsubj") is None:
            return says_on(sentence, head, one, sentence.tokens[cue])
        return syntax.child(sentence, one, "ccomp") is not None
    return token.dep == "advcl" and token.tag == "VBG" and _after_comma(sentence, one)


def _is_gloss(sentence: Sentence, head: int, one: int) -> bool:
    """*said she would leave Sorland, a step that alarmed its neighbours*: so is an apposition at the end with its own clause."""
    if one < head or not _ends(sentence, head, one):
        return False
    determined = syntax.child(sentence, one, "det") is not None
    return determined and syntax.child(sentence, one, "relcl", "acl") is not None and _after_comma(sentence, one)


def _is_of_phrase(sentence: Sentence, head: int, one: int) -> bool:
    return sentence.tokens[one].head == head and sentence.tokens[head].pos in syntax.NOMINAL


def _is_comment(sentence: Sentence, head: int, one: int) -> bool:
    """*said the gate was open, which alarmed Norland*: a relative clause behind a comma that ends the clause tells what the outlet
    knows more often than what was said."""
    if not syntax.is_verb(sentence.tokens[head]) or sentence.tokens[one].tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return False
    return _ends(sentence, head, one)


def _ends(sentence: Sentence, head: int, one: int) -> bool:
    """True where the branch reaches to the end of the clause, but for its stop."""
    return max(syntax.subtree(sentence, one)) >= max(syntax.subtree(sentence, head)) - 1


CLOSING = frozenset({"”", '"', "''", "’", "»"})
SCENE = frozenset({"after", "as", "while", "amid", "following"})


def _sets_scene(sentence: Sentence, index: int) -> bool:
    """*denied the charge, after elders accused it*: behind a comma the outlet tells when, nobody said it."""
    mark = syntax.child(sentence, index, "mark", "prep")
    return mark is not None and sentence.tokens[mark].lower in SCENE and _after_comma(sentence, index)


def _after_comma(sentence: Sentence, index: int) -> bool:
    """A comma, bracket or dash stands before the branch, also where a quotation closes behind the comma."""
    at = min(syntax.subtree(sentence, index)) - 1
    if at > 0 and sentence.tokens[at].text in CLOSING:
        at -= 1
    return at >= 0 and (sentence.tokens[at].text in {",", "("} or _is_dash(sentence, at))


def _is_dash(sentence: Sentence, index: int) -> bool:
    """A dash between words; not the hyphen of *co-author*."""
    token = sentence.tokens[index]
    if token.text not in {"–", "—", "-", "--"}:
        return False
    return token.text != "-" or (index > 0 and sentence.tokens[index - 1].end < token.start)
