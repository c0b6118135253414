"""Which words stand for one act: forms of one word, nouns made from verbs, and words that news puts for one another."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from onrecord.derive.words import STOP, WORD, plain, stem

ENDINGS = (
    *(
        "ization",
        "isation",
        "ation",
        "ition",
        "ment",
        "ness",
        "tion",
        "sion",
        "ance",
        "ence",
        "anc",
        "enc",
        "ion",
        "ive",
    ),
    *("iv", "ure", "ur", "ate", "at", "al", "er", "or", "ee", "e", "y"),
)
"""Endings that make nouns of verbs, the longest first; some as the stemmer leaves them."""
LEFT = 4
"""Letters that have to be left of a word when an ending goes."""
IRREGULAR = {
    form: word
    for line in """be am is are was were been|beat beaten|begin began begun|bind bound|blow blew blown|break broke broken|
    bring brought|build built|buy bought|catch caught|choose chose chosen|come came|die died dying dead|do did done|draw drew drawn|
    drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found|flee fled|fly flew flown|freeze froze
    frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|
    know knew known|lay laid|lead led|leave left|lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|ring rang rung|
    rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shoot shot|sing sang sung|
    sink sank sunk|slay slew slain|speak spoke spoken|steal stole stolen|strike struck stricken|swear swore sworn|swim swam|
    take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|wake woke|wear wore worn|win won|
    write wrote written""".split("|")
    for word, *forms in [line.split()]
    for form in forms
}
"""Past forms that no ending tells."""


@lru_cache(maxsize=1 << 14)
def root(word: str) -> str:
    """What is left of a word when the endings of its forms, and those that make nouns of verbs, are gone."""
    base = stem(IRREGULAR.get(word, word))
    for ending in ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= LEFT:
            base = base[: -len(ending)]
            break
    while len(base) > LEFT and base[-1] in "dts":
        base = base[:-1]
    return base


GENERAL_WORDS = """say tell report accord make take do be have get go come give see know think cause happen occur begin start
    continue try plan expect it this that what which who so"""
"""Verbs and pronouns that fit any story."""


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    return frozenset(root(word) for word in GENERAL_WORDS.split())


def is_general(stems: frozenset[str]) -> bool:
    """True where all of the roots fit any story."""
    return stems <= _general()


@lru_cache(maxsize=1)
def _families() -> tuple[dict[str, frozenset[str]], list[tuple[frozenset[str], str]]]:
    """The families of each root, and those of words that belong together, by their roots."""
    single: dict[str, set[str]] = {}
    several: list[tuple[frozenset[str], str]] = []
    table = files("onrecord").joinpath("data/derive/families.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith(("#", "family\t")):
            continue
        name, words = line.split("\t")
        for word in words.split():
            parts = [root(part) for part in word.split("-")]
            if len(parts) == 1:
                single.setdefault(parts[0], set()).add(name)
            else:
                several.append((frozenset(parts), name))
    return {one: frozenset(names) for one, names in single.items()}, several


@lru_cache(maxsize=1 << 14)
def roots(trigger: str) -> frozenset[str]:
    """The roots of the words of a trigger; words that tell nothing only where there is no other."""
    found = [plain(one[0]) for one in WORD.finditer(trigger)]
    telling = [word for word in found if word not in STOP]
    return frozenset(root(word) for word in telling or found)


@lru_cache(maxsize=1 << 14)
def families(trigger: str) -> frozenset[str]:
    """The families that a trigger may stand in."""
    single, several = _families()
    whole = frozenset(root(plain(one[0])) for one in WORD.finditer(trigger))
    found = {name for one in roots(trigger) for name in single.get(one, ())}
    return frozenset(found | {name for parts, name in several if parts <= whole})
