"""The numbers that belong to an act: how many were killed, hurt, arrested or displaced, how many took part, how much money.

A number counts whom the phrase that it stands in names: the victims of a killing, the marchers of a march. What an attack left
behind (*left nine dead and thirty wounded*) is read off the words behind its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.find import extents, syntax
from onrecord.find.amounts import Amount, amounts
from onrecord.find.matcher import Match
from onrecord.find.view import View
from onrecord.schema import Figure, Sentence

UNITS = {
    lemma: unit
    for unit, lemmas in {
        "dead": "kill die death killing murder slay slaughter massacre execute execution behead assassinate lynch perish martyr",
        "injured": "injure wound hurt maim",
        "arrested": "arrest detain jail imprison apprehend round nab arrest detention arrests",
        "displaced": "displace evacuate flee uproot displacement evacuation",
    }.items()
    for lemma in lemmas.split()
}
"""What the number of those who undergo it means, by the predicate's lemma; with other predicates they are people."""
CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|US\$|Rs\.?) ?)$")
CURRENCY_AFTER = re.compile(
    r"[- ](?:US |U\.S\. |[A-Z][a-z]+ )?(?:dollars?|euros?|pounds?|rupees?|yen|yuan|roubles?|rubles?|won|pesos?|"
    r"shillings?|francs?|kwacha|naira|rand)\b"
)
KILLING = frozenset({"dead", "death"})
"""Words behind a verb that make it one of killing: *shot* **dead**, *hacked* **to death**."""
COUNTED_NOUNS = frozenset({"people", "person", "troop", "soldier", "man", "woman", "child"})
LEFT = frozenset({"leave", "claim"})
_LEFT_BEHIND = re.compile(
    r"\s+(?:[\w'’-]+\s+){0,3}?(?P<unit>dead|killed|injured|wounded|hurt|homeless|displaced|lives)\b", re.IGNORECASE
)
_LEFT_UNITS = {
    "dead": "dead", "killed": "dead", "lives": "dead", "injured": "injured", "wounded": "injured", "hurt": "injured",
    "homeless": "displaced", "displaced": "displaced",
}  # fmt: skip
REACH = 24
"""Code points before a phrase within which the words that bound its number begin: *no fewer than*, *between 12 and*."""


def figures_of(view: View, match: Match) -> tuple[Figure, ...]:
    """The figures of an act, in text order, each number once."""
    found = {
        (one.start, one.end): one for one in (*_of_people(view, match), *_of_money(view, match), *_left(view, match))
    }
    return tuple(found[key] for key in sorted(found))


def _of_people(view: View, match: Match) -> Iterator[Figure]:
    unit = _unit(match)
    roles = ("source",) if match.frame.type == "PROTEST" else ("target", "object")
    filled = next((match.roles[role] for role in roles if role in match.roles), None)  # type: ignore[index]
    if filled is None or filled.kind != "phrase":
        return
    for head in syntax.conjuncts(match.sentence, filled.head):
        amount = _amount_at(view, match.sentence, head)
        if amount is not None and (unit != "people" or _counts_people(view, match.sentence, head)):
            yield _figure(view, amount, unit)


def _unit(match: Match) -> str:
    """What the number of those who undergo the act counts."""
    if match.frame.mode == "arrest":
        return "arrested"
    if not KILLING.isdisjoint(match.frame.particles) or match.token.lemma.lower() == "gun":
        return "dead"
    unit = UNITS.get(match.token.lemma.lower(), "people")
    return "people" if unit == "displaced" and match.frame.type == "AID" else unit


def _amount_at(view: View, sentence: Sentence, head: int) -> Amount | None:
    """The number that modifies the noun at ``head``, or that it is itself: *nine were arrested*, *dozens of students*."""
    token = sentence.tokens[head]
    text = view.document.text
    own = [one for one in syntax.children(sentence, head, "nummod", "det", "amod", "quantmod", "predet")]
    first = min([sentence.tokens[one].start for one in own] + [token.start])
    for amount in amounts(text, max(sentence.start, first - REACH), token.end):
        beside = amount.end >= first
        money = CURRENCY_BEFORE.search(text, max(0, amount.start - 4), amount.start) is not None
        if beside and not money and text[amount.end : amount.end + 1] not in {"%", "-"}:
            return amount
    return None


def _counts_people(view: View, sentence: Sentence, head: int) -> bool:
    return sentence.tokens[head].lemma in COUNTED_NOUNS or view.is_actor(sentence, head)


def _of_money(view: View, match: Match) -> Iterator[Figure]:
    """Sums in the phrases that the predicate governs: *pledged* **$2 million** *in aid*."""
    sentence, text = match.sentence, view.document.text
    heads = syntax.children(sentence, match.index, "dobj", "nsubjpass")
    for one in syntax.children(sentence, match.index, "prep"):
        heads += syntax.children(sentence, one, "pobj")
    for head in heads:
        start, end = extents.phrase(sentence, head)
        for amount in amounts(text, max(sentence.start, start - 1), end):
            before = CURRENCY_BEFORE.search(text[max(0, amount.start - 5) : amount.start])
            inside = re.search(r"[$€£¥₹]", text[amount.start : amount.end])
            if before or inside or CURRENCY_AFTER.match(text, amount.end):
                yield _figure(view, amount, "money")


def _left(view: View, match: Match) -> Iterator[Figure]:
    """What an attack left behind, where the predicate is the noun that leaves it."""
    sentence, text = match.sentence, view.document.text
    head = sentence.tokens[match.token.head]
    if match.token.dep != "nsubj" or head.lemma not in LEFT:
        return
    for amount in amounts(text, head.end, sentence.end):
        behind = _LEFT_BEHIND.match(text, amount.end, sentence.end)
        if behind is not None:
            yield _figure(view, amount, _LEFT_UNITS[behind["unit"].lower()])


def _figure(view: View, amount: Amount, unit: str) -> Figure:
    text = view.document.text[amount.start : amount.end]
    return Figure(amount.value, amount.low, amount.high, unit, amount.start, amount.end, text)
