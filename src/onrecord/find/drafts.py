"""Statements in the making, and how sure each construction is."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.find.content import Piece
from onrecord.find.matcher import Match
from onrecord.schema import Attitude, Form

CONFIDENCE = {
    "direct": 0.96,
    "clause": 0.9,
    "around": 0.82,
    "infinitive": 0.82,
    "phrase": 0.74,
    "noun": 0.7,
    "adjective": 0.7,
    "hypothetical": 0.45,
    "next sentence": 0.8,
    "next paragraph": 0.4,
    "quoted on": 0.7,
    "colon": 0.75,
    "signature": 0.95,
    "loose quote": 0.68,
    "headline": 0.92,
    "quoted headline": 0.8,
    "transcript": 0.9,
}
"""How often a construction is right: the share of those found that annotators have, too, on the train part of our corpus and the
dev part of PolNeAR together, rounded to .05 where few are found (``python evals/statements.py --calibration`` measures it)."""

UNNAMED = 0.7
"""Factor where nobody is named as the speaker."""
PLANS = frozenset({"noun-plan", "noun-demand", "noun-threat"})
UNNAMED_PLAN = 0.5
"""Factor where nobody is named whose plan, demand or threat it is: *a plan to save the bank* is spoken of rather than reported
(of 14 such on the dev part of PolNeAR, 1 is marked)."""
NESTED = 0.62
"""Factor for what stands inside the words of another statement (*AFP reported that Novak said …*). On our corpus such are right as
often as others; the annotators of PolNeAR mark about one in four."""
NESTED_PRONOUN = 0.4
"""The same where its speaker is a pronoun: mostly the outer speaker's own turn of phrase (*Novak said he believed that …*). Of
those inside indirect words .19 are right in both sets together, of those with a noun for a speaker .35."""
NESTED_IN_QUOTE = 0.1
"""Factor where the outer words are a quotation, an interviewer's question included: its speaker's turns of phrase more often
than reports."""


@dataclass(slots=True)
class Draft:
    """A statement in the making. ``speaker`` and ``addressee`` are stretches of text; ``match`` is None where no cue
    stands; ``form`` is given where the marks do not tell it (a transcript's turn is direct without any). ``construction`` is
    the key of ``CONFIDENCE`` for what a frame made, empty for the others."""

    block: int
    pieces: list[Piece]
    attitude: Attitude
    confidence: float
    rule: str
    why: str
    cue: Piece | None = None
    speaker: Piece | None = None
    addressee: Piece | None = None
    match: Match | None = None
    form: Form | None = None
    construction: str = ""

    @property
    def start(self) -> int:
        """The first code point of cue or content."""
        starts = [piece[0] for piece in self.pieces]
        return min([*starts, self.cue[0]] if self.cue else starts)
