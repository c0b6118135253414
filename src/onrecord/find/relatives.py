"""To which noun of a phrase a relative clause belongs."""

from __future__ import annotations

from onrecord.schema import Sentence

KILLING = frozenset("kill injure wound destroy damage maim devastate hit".split())
HAPPENINGS = frozenset(
    """shooting shoot attack bombing explosion blast raid strike ambush assault massacre crash fire quake earthquake clash
    violence shelling bombardment stampede storm flood operation war conflict offensive invasion incursion campaign siege
    airstrike""".split()
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
        beside = link.index - 1 if sentence.tokens[link.index - 1].pos == "NOUN" else link.head
        return next((one for one in (link.head, beside) if sentence.tokens[one].lemma in HAPPENINGS), noun)
    return noun


def loose(sentence: Sentence, pronoun: int, clause: int) -> int | None:
    """The noun before the comma that *which* stands for where the parser made its clause no relative one: *bases in* **Italy**,
    *which has left the union*; by its number where its verb tells that."""
    if sentence.tokens[pronoun].lower not in {"which", "who"} or sentence.tokens[clause].dep != "advcl":
        return None
    finite = next((c for c in sentence.children[clause] if sentence.tokens[c].dep in {"aux", "auxpass"}), clause)
    single = sentence.tokens[finite].tag == "VBZ" or sentence.tokens[finite].lower in {"has", "was", "is"}
    plural = sentence.tokens[finite].tag == "VBP" or sentence.tokens[finite].lower in {"have", "were", "are"}
    for one in range(pronoun - 1, sentence.tokens[clause].head, -1):
        token = sentence.tokens[one]
        if token.pos in {"NOUN", "PROPN"} and token.dep in {"dobj", "pobj", "conj"} and not _is_aside(sentence, one):
            if (single and token.tag in {"NNS", "NNPS"}) or (plural and token.tag in {"NN", "NNP"}):
                continue
            return one
    return None


def _is_aside(sentence: Sentence, index: int) -> bool:
    """*for* **example**, *in* **fact**."""
    return sentence.tokens[index].lower in {"example", "instance", "fact", "addition", "turn", "particular", "course"}
