"""Whether the words around a time speak of what was or of what is to come."""

from __future__ import annotations

from typing import Literal

from onrecord.find.time_words import DAYS, MONTHS, TIME_PREPOSITIONS, Tokens

Direction = Literal["past", "likely past", "future"]

WINDOW = 30
"""Tokens looked at on either side, within the sentence: longer clauses than this say little of their time."""

HEADLINE = 20
"""Tokens: the longest rest of a headline after its "to"."""
_WILL = frozenset("will ll shall would wo could may might must should".split())
_FUTURE = _WILL | frozenset(
    "upcoming forthcoming scheduled expected planned slated supposed plans plan hopes intends aims expect expects"
    " expecting anticipate anticipates predict predicts predicting".split()
)
_FUTURE_PAIRS = frozenset(
    {
        ("going", "to"),
        ("set", "to"),
        ("set", "for"),
        ("about", "to"),
        ("due", "on"),
        ("due", "in"),
        ("due", "by"),
        ("ahead", "of"),
    }
    | {(verb, "to") for verb in ("is", "are", "was", "were")}
)
_TO_COME = frozenset(
    "be meet hold begin start visit vote take resume travel return discuss open close launch attend go leave"
    " address convene appear face expire sign end arrive deliver announce decide join host release publish"
    " withdraw strike march protest report speak debate testify present submit pay send".split()
)
"""Verbs of what is put on a calendar: "agreed to meet on Friday" looks ahead."""
_INTENDING = frozenset(
    "threatened threatens threaten threatening vowed vows vow pledged pledges pledge promised promises promise agreed"
    " agrees ready hoped hopes hope hoping wanted wants want planning planned poised prepared preparing decided likely"
    " offered proposed scheduled determined expected intend intended due invited bound".split()
)
"""Before "to" and any verb: "threatened to strike in November" looks ahead."""
_EXPECTING = frozenset("expect expects expecting expected want wants urge urges wanted".split())
""" "They expect her to win on Monday" looks ahead."""
_OBJECTS = frozenset("him her it them us me you".split())
_TAKES_TO = frozenset(
    "attempt attempts bid bids effort efforts call calls decision right failure refusal offer offers move moves need how"
    " what where whether chance time way able in order have has had is are was were from according due thanks".split()
)
_FUTURATE = frozenset(
    "begins starts opens ends resumes expires kicks goes takes runs closes start begin open end expire meets returns"
    " matures retires concludes arrives departs".split()
)
_FUTURATE_WITH = {"kicks": ("off",), "goes": ("on",), "takes": ("effect", "place", "office"), "runs": ("through",)}
_TIME_RIGHT = frozenset("on at in from next tomorrow this".split())
"""Verbs that speak of a timetable in the present: "ticket sales start Monday"."""
_NOT_AHEAD = frozenset("went came used tried managed refused failed continued forced able had sought helped".split())
_STRONG_PAST = frozenset(
    "said told was were had did met went came took gave made began fought saw spoke sent won lost found ran"
    " broke fell rose became got brought kept knew thought wrote shot stood drew flew grew rode sank swore"
    " withdrew overthrew fled".split()
)
_WEAK_PAST = frozenset("held built struck left led hit sold bought taught sought beat forecast".split())
_NO_PAST = frozenset(
    "need indeed feed speed seed exceed proceed succeed united hundred weed shed heed reed deed breed bleed".split()
)
_GOVERNED = frozenset("in on at by between after before during under with from".split())
"""After a form in -ed these make it a verb with its place and time ("a deal signed in Oslo on Friday"): it decides."""
_STATE = frozenset("is are stay stays remain remains keep keeps".split())
"""Before a form in -ed these speak of a state: "will stay closed until April"."""
_CLAUSE = frozenset({",", "that", "who", "which", "whom", "where", "while", "but", ":", "(", ")", "—", "–"})


def direction(toks: Tokens, start: int, end: int) -> Direction | None:
    """The tense of the verb nearest to the time between the tokens ``start`` and ``end``: to its left first.

    "He said on Friday that they will meet" tells of a Friday past; "they will meet on Friday, he said" does not.
    A form in -ed is only likely to tell of the past, and gives way to a "will" before it in its clause unless it
    stands right beside the time ("will send armed men on Friday", "the text approved on Friday will"). None where
    no verb tells.
    """
    return _look(toks, start - 1, -1) or _look(toks, end, 1)


def _look(toks: Tokens, at: int, step: int) -> Direction | None:
    weak = False
    for index in range(at, at + step * WINDOW, step):
        if _stops(toks, index, step):
            break
        low = toks.low(index)
        if weak and low in _CLAUSE:
            break
        found = _sense(toks, index)
        if found == "weak":
            weak = True
            if step > 0 or at - index <= 1 or toks.low(index + 1) in _GOVERNED:
                break
        elif found == "present":
            return None
        elif found is not None and not (weak and low not in _WILL):
            return found
        elif weak and found is not None:
            break
    return "likely past" if weak else None


_SHORT_ENDINGS = frozenset("may day war men him her it too top one two day ago now law oil aid".split())
"""Words of up to three letters that end sentences; others before a full stop are taken for abbreviations."""


def _stops(toks: Tokens, i: int, step: int) -> bool:
    token = toks[i]
    if not token.low or token.low in ("!", "?", ";"):
        return True
    if toks[i + 1].newline if step < 0 else token.newline:
        return True
    ends = len(toks.low(i - 1)) > 3 or toks.low(i - 1) in _SHORT_ENDINGS
    return token.low == "." and toks[i + 1].gap and toks[i + 1].text[:1].isupper() and ends


def _on_a_timetable(toks: Tokens, i: int) -> bool:
    low, after = toks.low(i), toks.low(i + 1)
    if low in _FUTURATE_WITH:
        return after in _FUTURATE_WITH[low]
    return after in _TIME_RIGHT or after in DAYS or (after in MONTHS and toks[i + 1].text[:1].isupper())


def _headline(toks: Tokens, i: int) -> bool:
    """ "Teachers to down tools on Monday": a line without a full stop that opens with a name and "to"."""
    start = next((k for k in range(i, max(-1, i - 7), -1) if toks[k].newline or k == 0), None)
    if start is None or start == i or toks.low(i - 1) in _TAKES_TO or not toks[start].text[:1].isupper():
        return False
    if any(_sense_of_form(toks, k) or toks.low(k) in _NOT_AHEAD for k in range(start, i)):
        return False
    for k in range(i, min(len(toks), i + HEADLINE)):
        if toks[k].newline:
            return toks.low(k - 1) not in (".", "!", "?", "”", '"')
        if toks.low(k) == "." and toks[k + 1].gap:
            return False
    return len(toks) <= i + HEADLINE


def _sense_of_form(toks: Tokens, k: int) -> bool:
    low = toks.low(k)
    return low in _STRONG_PAST or low in _WEAK_PAST or (low.endswith("ed") and low not in _NO_PAST)


def _to_verb(toks: Tokens, i: int, verb: str) -> Literal["future"] | None:
    """What "to" with a verb says: what is intended or put on a calendar lies ahead; what was brought about does not."""
    left = toks.low(i - 1)
    if left in _INTENDING or _headline(toks, i) or {toks.low(i - 2), toks.low(i - 3)} & _EXPECTING:
        return "future"
    managed = left in _NOT_AHEAD or (left in _OBJECTS and toks.low(i - 2) in _NOT_AHEAD)
    return "future" if verb in _TO_COME and not managed else None


def _sense(toks: Tokens, i: int) -> Literal["past", "future", "weak", "present"] | None:
    low, after = toks.low(i), toks.low(i + 1)
    if low in _FUTURE or (low, after) in _FUTURE_PAIRS:
        return None if toks[i].text == "May" and toks.low(i - 1) in TIME_PREPOSITIONS else "future"
    if low in ("do", "does") and after in ("not", "n"):
        return "present"
    if low in _FUTURATE and _on_a_timetable(toks, i):
        return "future"
    if low == "to" and after.isalpha():
        return _to_verb(toks, i, after)
    strong = low in _STRONG_PAST
    if strong or low in _WEAK_PAST or (low.endswith("ed") and len(low) > 3 and low not in _NO_PAST):
        left = (toks.low(i - 1), toks.low(i - 2))
        if "be" in left or left[0] in _STATE:
            return None
        return "past" if strong else "weak"
    return None
