"""Clauses side by side: a semicolon joins two sentences, and neither is what the other says."""

from __future__ import annotations

from onrecord.annotate.tokens import Node, Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def side_by_side(text: str, parse: Parse) -> Parse:
    """The parse with the second of two clauses hung on the first as its ``conj``.

    The model makes the first a complement of the second (*Sorland says it won; Teldor says it did not*), as if the second
    speaker had said all of it. Both need a subject of their own; one that follows the semicolon tells the second.
    """
    if ";" not in text:
        return parse
    nodes = list(parse)
    for second in range(len(nodes)):
        first = _clause_before(text, nodes, second)
        if first is None:
            continue
        above = nodes[second]
        root = above.head == second
        nodes[first] = nodes[first]._replace(dep=above.dep, head=first if root else above.head)
        nodes[second] = above._replace(dep="conj", head=first)
    return tuple(nodes)


def _clause_before(text: str, nodes: list[Node], second: int) -> int | None:
    """The complement of ``second`` that ends at a semicolon before its subject; None where there is none."""
    subject = _subject(nodes, second)
    if subject is None or subject > second:
        return None
    before = [i for i in range(subject) if nodes[i].head == second and nodes[i].dep == "ccomp"]
    if not before or _subject(nodes, before[-1]) is None:
        return None
    after = max(_branch(nodes, before[-1])) + 1
    return before[-1] if any(text[one.start : one.end] == ";" for one in nodes[after:subject]) else None


def _subject(nodes: list[Node], verb: int) -> int | None:
    return next((i for i, node in enumerate(nodes) if node.head == verb and node.dep in SUBJECTS and i != verb), None)


def _branch(nodes: list[Node], top: int) -> set[int]:
    found, fresh = {top}, {top}
    while fresh:
        fresh = {i for i, node in enumerate(nodes) if node.head in fresh} - found
        found |= fresh
    return found
