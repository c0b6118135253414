"""From tokens to the code points of the phrase around them.

Labels are ClearNLP's, as in :mod:`onrecord.find.syntax`.
"""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.schema import Sentence


def extent(sentence: Sentence, indices: set[int]) -> tuple[int, int]:
    """The code points from the first to the last of these tokens."""
    tokens = sentence.tokens
    return tokens[min(indices)].start, tokens[max(indices)].end


def phrase(sentence: Sentence, index: int) -> tuple[int, int]:
    """The noun phrase headed by ``index`` as code points: modifiers, short appositions and names, no relative clauses.

    The run of tokens around the head is contiguous: what stands behind a gap is left out.
    """
    keep = {index}
    for one in sentence.children[index]:
        if _belongs(sentence, index, one):
            keep.update(syntax.subtree(sentence, one, _clauses(sentence, one)))
    run = trim(sentence, _without_day(sentence, _run_around(sentence, keep, index), index), index)
    return extent(sentence, _with_bracket(sentence, run))


ON = frozenset({"on", "in", "by", "since", "until", "last", "next", "this"})


def _without_day(sentence: Sentence, run: set[int], index: int) -> set[int]:
    """*On* *Sunday* **Poland** *attacked*: the day before a name that the parser takes for a part of it."""
    first = min(run)
    tokens = sentence.tokens
    told = first < index and tokens[first].lower in syntax.CALENDAR and first > 0 and tokens[first - 1].lower in ON
    return run - {first} if told and tokens[index].pos == "PROPN" else run


def joint_phrase(sentence: Sentence, index: int) -> tuple[int, int]:
    """As :func:`phrase`, with all that is joined to it: *US and Afghan officials*, *Tillerson and Mattis*."""
    keep: set[int] = set()
    for one in syntax.conjuncts(sentence, index):
        start, end = phrase(sentence, one)
        keep.update(t.index for t in sentence.tokens if start <= t.start and t.end <= end)
    return extent(sentence, trim(sentence, keep, index))


def _belongs(sentence: Sentence, head: int, one: int) -> bool:
    token = sentence.tokens[one]
    if token.dep in {
        "relcl",
        "acl",
        "advcl",
        "cc",
        "conj",
        "ccomp",
        "parataxis",
        "punct",
        "advmod",
        "mark",
        "aux",
        "neg",
    }:
        return token.dep == "punct" and one < head and token.text in {"-", "–", "'"}
    if token.dep in {"nsubj", "nsubjpass", "cop", "dobj", "auxpass", "npadvmod"}:
        return False
    if token.dep == "amod" and one > head and syntax.child(sentence, one, "xcomp") is not None:
        return False  # *US* **ready to talk to Russia**: what is told of it
    if token.dep == "appos":
        return not any(sentence.tokens[t].dep == "relcl" for t in syntax.subtree(sentence, one)) or token.pos == "PROPN"
    if token.dep == "prep":
        near = (
            {"of", "for", "to"}
            if sentence.tokens[head].pos == "PROPN"
            else {"of", "for", "to", "in", "at", "from", "on"}
        )
        inner = syntax.child(sentence, one, "pobj")
        return (
            token.lower in near
            and one > head
            and syntax.child(sentence, one, "pcomp") is None  # *accused the rebels* **of shelling the town**
            and (inner is None or sentence.tokens[inner].lower not in syntax.CALENDAR)
        )
    return True


def _clauses(sentence: Sentence, index: int) -> frozenset[int]:
    return frozenset(t for t in syntax.subtree(sentence, index) if sentence.tokens[t].dep in {"relcl", "acl", "advcl"})


def _with_bracket(sentence: Sentence, run: set[int]) -> set[int]:
    """*the agency (NSA)*: with the bracket that closes what the phrase opened."""
    texts = [sentence.tokens[i].text for i in run]
    after = max(run) + 1
    if texts.count("(") > texts.count(")") and after < len(sentence.tokens) and sentence.tokens[after].text == ")":
        return run | {after}
    return run


def _run_around(sentence: Sentence, keep: set[int], index: int) -> set[int]:
    """The tokens of ``keep`` that reach ``index`` over gaps of at most one token (a comma, an *and*)."""
    run = {index}
    for step in (1, -1):
        at, gap = index + step, 0
        bound = max(keep) if step > 0 else min(keep)
        while (at <= bound) if step > 0 else (at >= bound):
            if sentence.tokens[at].text in {":", ";"}:
                break
            if at in keep:
                run.add(at)
                gap = 0
            elif (gap := gap + 1) > 1:
                break
            at += step
    return run


def trim(sentence: Sentence, keep: set[int], head: int) -> set[int]:
    """Without punctuation and conjunctions at either end."""
    ordered = sorted(keep)
    while len(ordered) > 1 and ordered[-1] != head and sentence.tokens[ordered[-1]].pos in {"PUNCT", "CCONJ", "ADP"}:
        ordered.pop()
    while len(ordered) > 1 and ordered[0] != head and sentence.tokens[ordered[0]].pos in {"PUNCT", "CCONJ"}:
        ordered.pop(0)
    return set(ordered)


def whole_name(sentence: Sentence, index: int) -> str:
    """*Abu Dhabi* in *the Abu Dhabi talks*: the name with the words of it before."""
    first = index
    while first > 0 and sentence.tokens[first - 1].pos == "PROPN" and sentence.tokens[first - 1].dep == "compound":
        first -= 1
    return " ".join(token.text for token in sentence.tokens[first : index + 1])
