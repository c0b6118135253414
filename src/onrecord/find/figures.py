"""How many: the figures that an event gives, with their unit."""

from __future__ import annotations

import re

from onrecord.find.matcher import Match
from onrecord.find.view import View
from onrecord.schema import Figure, Sentence

UNITS = {
    "kill": "dead",
    "die": "dead",
    "death": "dead",
    "injure": "injured",
    "wound": "injured",
    "hurt": "injured",
    "arrest": "arrested",
    "detain": "arrested",
    "displace": "displaced",
}
_NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
}
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")


def figures(view: View, match: Match) -> tuple[Figure, ...]:
    """The numbers before whom or what the act is done to, with what they count."""
    filled = match.roles.get("target") or match.roles.get("object")
    if filled is None or filled.kind != "phrase":
        return ()
    unit = UNITS.get(match.token.lemma.lower(), "people")
    sentence = match.sentence
    found = []
    for one in sentence.children[filled.head]:
        token = sentence.tokens[one]
        value = _value(token.text) if token.dep == "nummod" else None
        if value is not None and _counts_people(view, sentence, filled.head, unit):
            found.append(Figure(value, None, None, unit, token.start, token.end, token.text))
    return tuple(found)


def _counts_people(view: View, sentence: Sentence, head: int, unit: str) -> bool:
    return unit != "people" or sentence.tokens[head].lemma in {"people", "person"} or view.is_actor(sentence, head)


def _value(text: str) -> float | None:
    lowered = text.lower()
    if lowered in _NUMBER_WORDS:
        return float(_NUMBER_WORDS[lowered])
    found = _NUMBER.fullmatch(text)
    return float(text.replace(",", "")) if found else None
