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
_WEAPONS = ("blow", "missile", "shot", "vehicle", "violence", "weapons", "throwable", "troops", "crowd")
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
    navy fleet coalition alliance front wing faction branch cabinet parliament assembly legislature congress senate house
    party movement association union side negotiator airline spyware gun fire plane boat veto vote warning refusal
    rejection promise pledge commitment announcement effort initiative request appeal plea stance position national
    deployment access funding claim accusation criticism condemnation response reply reaction advance offensive blockade
    siege embargo incursion assault onslaught raid patrol airport pipeline royal royals monarchy crown presidency
    administration diplomat""".split()
)


def standing_in(lemma: str) -> bool:
    """True for nouns through which their owner acts: *Kenya's jets*, *the Kenyan offer*, against *the Kenyan sprinter*."""
    return lemma in HITTING or lemma in _BODIES
