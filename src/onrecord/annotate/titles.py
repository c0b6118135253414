"""The grammar of headlines put as that of sentences, for the parser: *Kenya, Uganda sign*, *PM to visit*, *Protesters storm*.

The parser learned from running text. It takes a name before a comma for an aside, *to* for an infinitive without a verb, and a
short present tense for a noun. What it is given instead has the same words in the same places: a comma becomes *and*, *to*
becomes *will*, and a present tense the past. The first is done wherever it fits; the others only where the headline as
it stands has no verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.headline import SMALL, Known
from onrecord.annotate.tokens import Parse

NAME = r"(?:[A-Z][\w.’'-]*)(?: (?:[A-Z][\w.’'-]*)){0,3}"
_JOINED = re.compile(rf"((?:{NAME}, ){{0,2}}{NAME})(,) ({NAME}) ([a-z]+)\b")
_TO = re.compile(r" (to) ([a-z]+)\b")
_MARK = re.compile(r" (?:after|as|amid|while|before) ")
_WORD = re.compile(r"[a-z]+\b")
MOST_VERBS = 4
"""Words of a headline that are tried as its verb."""
NOUNS = frozenset(
    "talks ties arms forces aid police states results sanctions troops charges rights hopes fears plans".split()
)
"""Words that may be verbs and in headlines mostly are none: tried last."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
IRREGULAR = dict(
    pair.split("=")
    for pair in """arise=arose awake=awoke be=was bear=bore beat=beat become=became begin=began bend=bent bet=bet bid=bid bind=bound
    bite=bit bleed=bled blow=blew break=broke breed=bred bring=brought broadcast=broadcast build=built burst=burst buy=bought
    cast=cast catch=caught choose=chose cling=clung come=came cost=cost creep=crept cut=cut deal=dealt dig=dug do=did draw=drew
    drive=drove eat=ate fall=fell feed=fed feel=felt fight=fought find=found flee=fled fly=flew forbid=forbade forget=forgot
    forgive=forgave freeze=froze get=got give=gave go=went grow=grew have=had hear=heard hide=hid hit=hit hold=held hurt=hurt
    keep=kept know=knew lay=laid lead=led leave=left lend=lent let=let lose=lost make=made mean=meant meet=met overcome=overcame
    overthrow=overthrew pay=paid put=put quit=quit read=read rebuild=rebuilt retake=retook ride=rode ring=rang rise=rose run=ran
    say=said see=saw seek=sought sell=sold send=sent set=set shake=shook shed=shed shoot=shot show=showed shut=shut sink=sank
    sit=sat slay=slew sleep=slept slide=slid speak=spoke spend=spent split=split spread=spread stand=stood steal=stole
    stick=stuck strike=struck strive=strove swear=swore sweep=swept swim=swam swing=swung take=took teach=taught tear=tore
    tell=told think=thought throw=threw undergo=underwent uphold=upheld wake=woke wear=wore win=won withdraw=withdrew
    withhold=withheld write=wrote""".split()
)
DOUBLING = frozenset(
    """ban bar beg blur cap chop clap clip dim dip drag drop drum fit flag flog grab grip jam lag map nab nag nip nod pin plan plot
    plug prop ram rap rig rip rob rub sag scan scrap ship skip slam slap slip snap snub span spot stab stem step stir stop strip
    stun swap tap tip top trap trim tug vet whip admit commit submit permit deter refer defer rebut abet regret occur control
    patrol expel repel compel propel""".split()
)
"""Verbs that double their last letter."""


def joins(text: str, is_verb: Known) -> Iterator[tuple[int, str]]:
    """The comma of *Kenya, Uganda sign* as *and*, with its position."""
    found = _JOINED.match(text)
    if found is None:
        return
    first, last = found[1].split(" ")[0].lower(), found[3].split(" ")[0].lower()
    if is_verb(found[4]) and found[4] not in SMALL and not {first, last} & SMALL:
        yield found.start(2), " and"


def clauses(text: str) -> list[tuple[int, int]]:
    """The ranges of a headline that may have a verb each: *Army shells port* and *after rebels seize bridge*."""
    found = _MARK.search(text)
    return [(0, len(text))] if found is None else [(0, found.start()), (found.end(), len(text))]


def rewordings(text: str, begin: int, end: int, is_verb: Known) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """What a clause of a headline without a verb may be read as, the likeliest first: where its verb then stands, and what
    changes."""
    to = _TO.search(text, begin, end)
    if to is not None and begin == 0 and is_verb(to[2]) and to[2] not in SMALL:
        yield to.start(2), [(to.start(1), "wil"), (to.start(1) + 1, "l")]
    words = [one for one in _WORD.finditer(text, begin, end) if one.start() > begin and text[one.start() - 1] == " "]
    found = [(one, past_of(one.group(), is_verb)) for one in words if len(one.group()) > 2 and one.group() not in SMALL]
    likely = sorted(((one, past) for one, past in found if past), key=lambda pair: pair[0].group() in NOUNS)
    for one, past in likely[:MOST_VERBS]:
        yield one.start(), list(_instead(one.group(), past, one.start()))


def _instead(word: str, new: str, start: int) -> Iterator[tuple[int, str]]:
    """The letters of ``new`` over the places of ``word``, the first and the last of which it keeps."""
    last = len(word) - 1
    for at in range(last):
        yield start + at, new[at] if at < len(new) - 1 else ""
    yield start + last, new[min(last, len(new) - 1) :]


def past_of(word: str, is_verb: Known) -> str | None:
    """The past of a verb in the present tense; None for what is no present tense of a verb that ``is_verb`` knows."""
    base = word
    if word.endswith("s") and not word.endswith("ss"):
        bases = [word[:-3] + "y"] if word.endswith("ies") else [word[:-1], word[:-2]]
        base = next((one for one in bases if is_verb(one)), "")
    if not base or base.endswith(("ed", "ing")):
        return None
    if base in IRREGULAR:
        return IRREGULAR[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in set("aeiou"):
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if base in DOUBLING else base + "ed"


def has_verb(parse: Parse, begin: int, end: int) -> bool:
    """True where a finite verb stands between the two places of the view, or a participle that tells what was done to the noun
    right before it (*Three men* **charged**)."""
    return any(
        (node.tag in FINITE and node.pos in {"VERB", "AUX"})
        or (node.tag == "VBN" and (node.head == index or _is_told(parse, index)))
        for index, node in enumerate(parse)
        if begin <= node.start < end
    )


def _is_told(parse: Parse, index: int) -> bool:
    node = parse[index]
    return node.dep == "acl" and node.head == index - 1 and parse[node.head].pos != "NUM"


def fits(parse: Parse, start: int, main: bool) -> bool:
    """True where the word that begins at ``start`` of the view has become a verb with a subject: the root of the tree, or not
    where it stands in a further clause."""
    at = next((index for index, node in enumerate(parse) if node.start == start), None)
    if at is None or (parse[at].head == at) != main or parse[at].pos != "VERB":
        return False
    return any(node.head == at and node.dep in SUBJECTS and index < at for index, node in enumerate(parse))
