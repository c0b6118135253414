"""Words parted at their hyphen (*ex-minister*, *U-turn*) put together again where the model hangs each part on the same head."""

from __future__ import annotations

from onrecord.annotate.tokens import Node, Parse

ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "appos", "conj", "poss"})

PREFIXES = frozenset({"ex", "vice", "co", "non", "half", "anti", "pro"})
"""First parts of words that never stand alone beside a noun."""


def whole_words(text: str, parse: Parse) -> Parse:
    """The parse with the first part and the hyphen hung on the last part, and with them what hung on the first."""
    nodes = list(parse)
    for hyphen in range(1, len(parse) - 1):
        first, last = hyphen - 1, hyphen + 1
        if not _is_parted(text, parse, first, hyphen, last):
            continue
        nodes[first] = nodes[first]._replace(head=last, dep="compound")
        nodes[hyphen] = nodes[hyphen]._replace(head=last, dep="punct")
        for one, node in enumerate(nodes):
            if node.head == first and one != first:
                nodes[one] = node._replace(head=last)
    return tuple(nodes)


def _is_parted(text: str, parse: Parse, first: int, hyphen: int, last: int) -> bool:
    """Three tokens without a blank between them, the middle one a hyphen, with one role in common."""
    before, mark, after = parse[first], parse[hyphen], parse[last]
    if text[mark.start : mark.end] != "-" or before.end != mark.start or mark.end != after.start:
        return False
    prefixed = text[before.start : before.end].lower() in PREFIXES and before.head == after.head
    return after.dep in ROLES and (prefixed or _role(before) == _role(after))


def _role(node: Node) -> tuple[str, int]:
    return node.dep, node.head
