"""To which noun of a phrase a relative clause belongs."""

from __future__ import annotations

from onrecord.schema import Sentence

KILLING = frozenset("kill injure wound destroy damage maim devastate hit".split())
HAPPENINGS = frozenset(
    """shooting attack bombing explosion blast raid strike ambush assault massacre crash fire quake earthquake clash violence
    shelling bombardment stampede storm flood operation""".split()
)
SPEECHES = frozenset("address call letter message remark speech statement talk visit".split())


def meant(sentence: Sentence, pronoun: int, noun: int, clause: int) -> int:
    """The noun that a relative clause belongs to where the parser hung it on another of its phrase: *a speech by* **Lind**, *who
    will visit*, *the* **shooting** *at Fort Lind that killed nine*."""
    token = sentence.tokens[noun]
    if sentence.tokens[pronoun].lower == "who" and token.lemma in SPEECHES:
        names = [one for one in range(noun + 1, pronoun) if sentence.tokens[one].dep == "pobj"]
        return names[-1] if names else noun
    link = sentence.tokens[token.head]
    where = token.dep == "pobj" and link.lower in {"at", "in", "on", "near", "outside"}
    if where and sentence.tokens[pronoun].lower in {"that", "which"} and sentence.tokens[clause].lemma in KILLING:
        happening = sentence.tokens[link.head]
        return link.head if happening.lemma in HAPPENINGS else noun
    return noun
