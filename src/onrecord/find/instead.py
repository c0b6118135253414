"""Things that act in somebody's stead: his words, his decrees, his weapons and bodies; against those nobody stands behind."""

from __future__ import annotations

from onrecord.find import syntax
from onrecord.lexicon.frames import load_groups

SPEAKING = (
    syntax.TEXTS
    | syntax.EVIDENCE
    | frozenset(
        """law bill act draft decree order treaty agreement deal constitution charter budget rule ruling verdict measure policy
    plan ban media press board bench side bloc majority minority third half quarter percent section number part rest most
    wave crackdown regime junta state country nation""".split()
    )
)
"""Words for what somebody says or decrees, and for parts and numbers of people."""
_WEAPONS = ("missile", "shot", "vehicle", "violence", "weapons", "throwable", "troops", "crowd")
HITTING = SPEAKING.union(
    *(load_groups()[name] for name in _WEAPONS),
    """blast explosion strike airstrike bombing shooting ambush clash gunfire shell arson stabbing gas teargas jet warplane
    f-16 aircraft defence defense shrapnel helicopter attacker assailant bomber sniper mob crowd robbery killing firefight
    knife violence unrest riot""".split(),
)
"""Words for what hits people when somebody makes it."""
_BODIES = frozenset(
    """unit staff ruler service services organisation organization republic brass conference decision call aid gratitude
    move step offer demand proposal threat action intervention invasion occupation campaign sanction sanctions pressure
    support influence diplomacy strategy agency organ institution body bodies leadership rule government authority power
    powers council committee commission court embassy mission delegation office ministry department bureau intelligence
    navy fleet coalition alliance front wing faction branch cabinet parliament assembly legislature congress senate
    party movement association union side negotiator veto vote warning refusal
    rejection promise pledge commitment announcement effort initiative request appeal plea stance position national
    deployment access funding claim accusation criticism condemnation response reply reaction advance offensive blockade
    siege embargo incursion assault onslaught raid patrol royal royals monarchy crown presidency
    administration diplomat""".split()
)


_CRAFT = frozenset("airline spyware gun fire plane boat airport pipeline".split()) | (HITTING - {"arm"})
FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "THREATEN"})
"""Types of acts that are done with weapons, vehicles and what else belongs to whose they are."""
_ARMED = (load_groups()["troops"] | load_groups()["missile"]) - set(
    "vehicle carrier company division cutter device aircraft battery launcher column adviser advisers".split()
)
_SPEAKING = SPEAKING | _BODIES | _ARMED


def standing_in(lemma: str, event_type: str | None = None) -> bool:
    """True for nouns through which their owner acts: *Kenya's warships*, *the Kenyan offer*, against *the Kenyan sprinter*; with
    the type of an act that no weapon is needed for, not for a car or a blast."""
    return lemma in _SPEAKING or (lemma in _CRAFT and (event_type is None or event_type in FORCEFUL))
