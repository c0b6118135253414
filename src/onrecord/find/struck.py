"""What is struck in somebody's stead: houses, towns, convoys."""

from __future__ import annotations

from onrecord.find.fills import Fill
from onrecord.lexicon.frames import Frame, load_groups
from onrecord.schema import Sentence

ARMS = load_groups()["missile"] | load_groups()["shot"] | load_groups()["weapons"] | load_groups()["vehicle"]
STRUCK = load_groups()["site"] | load_groups()["vehicle"]


def is_struck(sentence: Sentence, frame: Frame, filled: Fill) -> bool:
    """True for the town, house or convoy that an assault is made on in somebody's stead: *an attack on* **a church**."""
    token = sentence.tokens[filled.head]
    struck = token.pos == "NOUN" and token.lemma.lower() in STRUCK
    return struck and frame.type == "ASSAULT" and filled.kind == "phrase"


def is_armament(sentence: Sentence, frame: Frame, filled: Fill) -> bool:
    """True for what force is used with: *fired on us with* **tanks**."""
    token = sentence.tokens[filled.head]
    return frame.type in {"ASSAULT", "COERCE"} and token.pos == "NOUN" and token.lemma.lower() in ARMS


def is_edge(sentence: Sentence, filled: Fill) -> bool:
    """True for where something is: *fired on* **the border** *with Norland*, *marched on* **the banks** *of the river*."""
    token = sentence.tokens[filled.head]
    return token.lemma.lower() in EDGES or token.lower == "banks"


EDGES = frozenset("border outskirt edge coast shore frontier front sideline eve anniversary".split())
