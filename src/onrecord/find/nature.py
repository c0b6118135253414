"""What kills and threatens without being anybody: weather, mishaps, illnesses."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.lexicon.frames import load_groups
from onrecord.schema import Sentence, Token

NATURE = load_groups()["nature"]
"""What kills and threatens without being anybody, though a name may stand in the phrase: *the Magenta fire*."""
DISEASES = frozenset({"SARS", "AIDS", "HIV", "MERS", "H1N1", "Ebola", "Covid-19"})


def is_natural(sentence: Sentence, head: int) -> bool:
    """*heat*, *a heat dome*, *falling rocks*: what nobody sends."""
    return any(_is_natural(sentence.tokens[one]) for one in (head, *syntax.children(sentence, head, "compound")))


def _is_natural(token: Token) -> bool:
    """A word for mishap or weather, also at the head of a sentence, where the parser takes it for a name (*Landslides*)."""
    opens = token.index == 0 and bool({token.lower, token.lower.removesuffix("s")} & NATURE)
    small = token.text.islower() and token.pos in {"NOUN", "PROPN"}
    return opens or (small and token.lemma.lower() in NATURE) or token.text in DISEASES
