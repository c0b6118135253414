"""Those whom a word names by what they are to somebody else: "his counterpart", "its neighbour", "the other side"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.resolve import bodies
from onrecord.resolve.capacity import GOVERNING
from onrecord.resolve.page import Page
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.sides import the_two
from onrecord.resolve.single import settle_any
from onrecord.schema import Party

_OF_EQUALS = re.compile(
    r"(?:counterpart|opposite number|neighbou?r|rival|opponent|adversary|foe|enemy|guest|visitor|ally)s?", re.IGNORECASE
)
"""Words for somebody who is not of the country of whoever they belong to."""
_ALLIES = re.compile(r"all(?:y|ies)|partners?", re.IGNORECASE)
"""Words for other states, where their owner is a state; a president's allies are his followers."""
_FAR = re.compile(r"\b(?:Western|Arab|Gulf|European|NATO|foreign|regional|overseas)\b")
_BY_OFFICE = re.compile(r"\b(?:counterpart|opposite number)s?$", re.IGNORECASE)
_OTHER_SIDE = re.compile(r"the (?:other|opposing|opposite) (?:side|party|country|government|camp)\b", re.IGNORECASE)
_STATES = re.compile(r"neighbou?r|side|party|country|government|camp", re.IGNORECASE)
_HOW = "page:the other of the two that the page is about"


def is_of_another(phrase: Phrase) -> bool:
    """True for a noun that names somebody by an owner of another country, and tells no country beside that owner's."""
    last = " ".join(phrase.text.split(" ")[-2:])
    equals = _OF_EQUALS.fullmatch(phrase.head) or _ALLIES.fullmatch(phrase.head)
    return equals is not None or re.search(r"\bopposite numbers?$", last) is not None


def is_owned_so(phrase: Phrase, owner: Party) -> bool:
    """True where the word can only mean somebody of another country: a villager's neighbour is a villager, too."""
    if _ALLIES.fullmatch(phrase.head):
        return owner.actor_kind == "country" or _FAR.search(phrase.text) is not None
    public = owner.actor_kind == "country" or owner.sector in GOVERNING
    return public or _BY_OFFICE.search(phrase.text) is not None


def is_other_side(phrase: Phrase) -> bool:
    """True for "the other side", whose owner is whoever the sentence speaks of."""
    return _OTHER_SIDE.match(phrase.text) is not None and not phrase.countries


def of_another(stub: Party, phrase: Phrase, owner: str | None, page: Page) -> Party:
    """Whom a word means that names somebody by an owner: of the other of the two countries, or of none that the page tells."""
    other = None if phrase.plural and phrase.head.endswith("s") else _other(owner, page)
    if other is not None and _STATES.search(phrase.head):
        return replace(bodies.government(stub, other, page.actors, _HOW), sector="GOV", sectors=("GOV",))
    settled = settle_any(
        stub, replace(phrase, countries=(other,) if other else ()), page, page.hits_in(stub.start, stub.end)
    )
    return settled if other is not None else replace(settled, country=None)


def _other(owner: str | None, page: Page) -> str | None:
    """The one of the page's two countries that is not the owner's."""
    pair = the_two(page, states_only=True) if owner is not None else None
    codes = [actor for actor, _ in pair] if pair else []
    if owner not in codes or (page.home is not None and page.home not in codes):
        return None  # a page that is set in a third country may speak of its own
    return next((code for code in codes if code != owner), None)
