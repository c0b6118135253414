"""Verbs joined to the clause that stands before them, where they go on with the one around it.

The model joins a verb to the nearest: in *They demanded that the president resign and ordered people to stay at home* it is
the president who orders.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.tokens import Node, Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
DEMANDING = frozenset("ask demand insist order propose recommend request require suggest urge".split())
"""Verbs whose clause has its verb in the base form: *demanded that he resign*."""
SAYING = frozenset("add announce claim explain insist note say state tell".split())
SPEECH_ACTS = frozenset(
    """accuse appeal ask blame call condemn criticise criticize demand denounce deny dismiss invite order pledge praise promise
    refuse reject thank threaten urge vow warn welcome""".split()
)
"""What a speaker does beside saying something: *said the talks were over and* **accused** *the rebels*."""


def rejoined(text: str, parse: Parse) -> Parse:
    """The parse with such verbs hung on the clause around as its ``conj``, and their conjunction with them."""
    nodes = list(parse)
    for verb, node in enumerate(parse):
        if node.dep != "conj" or node.tag not in {"VBD", "VB", "VBZ", "VBN"} or _subject(parse, verb):
            continue
        if node.tag == "VB":
            infinitive = _infinitive_before(parse, verb, node.head)
            if infinitive is not None:
                nodes[verb] = node._replace(head=infinitive)
            continue
        inner = node.head
        outer = parse[inner].head
        if _is_around(text, parse, verb, inner, outer):
            nodes[verb] = node._replace(head=outer)
            for one in range(inner + 1, verb):
                if parse[one].head == inner and parse[one].dep == "cc":
                    nodes[one] = parse[one]._replace(head=outer)
    return tuple(nodes)


def _infinitive_before(parse: Sequence[Node], verb: int, outer: int) -> int | None:
    """The infinitive that a bare verb goes on with, where it is joined to a finite one: *urged Norland to stop and* **leave**."""
    if parse[outer].tag not in FINITE or any(one.head == verb and one.dep == "aux" for one in parse):
        return None
    held = (at for at, one in enumerate(parse[:verb]) if one.head == outer and one.dep == "xcomp" and one.tag == "VB")
    return next((at for at in held if any(one.head == at and one.tag == "TO" for one in parse)), None)


FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _is_around(text: str, parse: Sequence[Node], verb: int, inner: int, outer: int) -> bool:
    above, below = parse[outer], parse[inner]
    if _is_past_infinitive(text, parse, verb, inner, outer):
        return True
    if parse[verb].tag != "VBD":
        return False
    if not outer < inner < verb or below.dep != "ccomp" or above.tag != "VBD" or not _subject(parse, inner):
        return False
    if not _subject(parse, outer):
        return False
    if above.lemma in DEMANDING:
        return _form(text, below) == below.lemma and _form(text, parse[verb]) != parse[verb].lemma
    told = {one.lemma for one in parse if one.head == inner and one.dep == "mark"}
    plain = above.lemma in SAYING and "that" not in told and below.lemma not in SPEECH_ACTS
    return plain and parse[verb].lemma in SPEECH_ACTS


AFTER = {"VBD": frozenset({"VBD"}), "VBZ": frozenset({"VBZ"}), "VBN": frozenset({"VBD", "VBN"})}
"""By the tag of the verb around: the tags of those that can go on with it."""


def _is_past_infinitive(text: str, parse: Sequence[Node], verb: int, inner: int, outer: int) -> bool:
    """*urged Norland to end the row and* **shipped** *rice*: no infinitive goes on with a finite verb."""
    above, below, own = parse[outer], parse[inner], parse[verb]
    if not outer < inner < verb or below.dep not in {"xcomp", "advcl", "acl", "ccomp"} or below.tag != "VB":
        return False
    helped = {one.tag for one in parse if one.head == inner and one.dep == "aux"}
    if helped != {"TO"} or not _subject(parse, outer) or any(one.head == verb and one.dep in HELP for one in parse):
        return False
    return own.tag in AFTER.get(above.tag, ()) and _form(text, own) != own.lemma


HELP = frozenset({"aux", "auxpass"})


def _form(text: str, node: Node) -> str:
    return text[node.start : node.end].lower()


def _subject(parse: Sequence[Node], verb: int) -> bool:
    return any(node.head == verb and node.dep in SUBJECTS and at != verb for at, node in enumerate(parse))
