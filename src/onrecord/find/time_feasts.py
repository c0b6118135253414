"""Feasts and holidays by name: those on the same day each year, and those that move (``time_feast_days``)."""

from __future__ import annotations

from onrecord.find import time_words as words
from onrecord.find.time_draft import Draft, term
from onrecord.find.time_words import Tokens
from onrecord.find.time_years import year_after
from onrecord.schema import Precision

_FIXED = {
    "christmas eve": "12-24", "christmas day": "12-25", "christmas": "12-25", "boxing day": "12-26",
    "may day": "05-01", "new year ' s eve": "12-31", "new year ' s day": "01-01",
    "halloween": "10-31", "valentine ' s day": "02-14", "st patrick ' s day": "03-17", "st . patrick ' s day": "03-17",
    "international women ' s day": "03-08", "juneteenth": "06-19", "fourth of july": "07-04",
    "bastille day": "07-14", "armistice day": "11-11", "remembrance day": "11-11", "veterans day": "11-11",
    "orthodox christmas": "01-07", "all saints ' day": "11-01", "groundhog day": "02-02", "anzac day": "04-25",
}  # fmt: skip
_MOVED = {
    "easter": "easter", "easter sunday": "easter", "easter day": "easter", "easter monday": "eastermonday",
    "good friday": "goodfriday", "maundy thursday": "maundythursday", "holy thursday": "maundythursday",
    "palm sunday": "palmsunday", "holy week": "holyweek", "ash wednesday": "ashwednesday", "lent": "lent",
    "pentecost": "pentecost", "orthodox easter": "orthodoxeaster", "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving", "black friday": "blackfriday", "labor day": "laborday",
    "memorial day": "memorialday", "presidents day": "presidentsday", "rosh hashanah": "roshhashanah",
    "rosh hashana": "roshhashanah", "yom kippur": "yomkippur", "sukkot": "sukkot", "hanukkah": "hanukkah",
    "passover": "passover", "purim": "purim", "ramadan": "ramadan", "eid al - fitr": "eidalfitr",
    "eid ul - fitr": "eidalfitr", "eid al - adha": "eidaladha", "eid ul - adha": "eidaladha",
    "eid al fitr": "eidalfitr", "eid al adha": "eidaladha", "ashura": "ashura", "diwali": "diwali",
    "chinese new year": "lunarnewyear", "lunar new year": "lunarnewyear", "nowruz": "nowruz", "nawruz": "nowruz",
}  # fmt: skip
_LONGEST = 6
_STRETCHES = frozenset({"ramadan", "lent", "holyweek", "sukkot", "hanukkah", "passover"})
_UNSURE = frozenset({"eidalfitr", "eidaladha", "ashura", "diwali", "nowruz", "roshhashanah"})
_BOTH = {name: f"feast({key})" for name, key in _MOVED.items()} | {name: f"day({day})" for name, day in _FIXED.items()}
BEGIN = frozenset(name.split()[0] for name in _BOTH)
"""The first words of all names."""
_OTHER_LEFT = frozenset("canadian orthodox coptic russian serbian ukrainian ethiopian greek eastern post pre".split())
_AFTER = words.FUNCTION_WORDS | frozenset(
    "said next last this begins begin starts ends falls fell comes came nears approaches".split()
)


def feast(toks: Tokens, i: int) -> Draft | None:
    """``Christmas``, ``Good Friday 2016``, ``last Eid al-Fitr``, ``New Year's Day``; not "Easter Island", "Christmas
    trees"."""
    at = i + (toks.low(i) in ("last", "this", "next", "the"))
    found = _name(toks, at)
    if found is None or toks.low(i - 1) in _OTHER_LEFT or (toks.low(i) == "the" and toks.low(at) != "fourth"):
        return None
    pick, end = found
    name = pick[6:-1] if pick.startswith("feast") else ""
    precision: Precision = "interval" if name in _STRETCHES | _UNSURE else "day"
    year = year_after(toks, end)
    if year is not None:
        stated = f"{year[0]}-{pick[4:-1]}" if pick.startswith("day") and year[0].isdecimal() else ""
        return Draft(year[1], stated or f"{pick} in {term(year[0])}", precision)
    if _part_of_name(toks, end):
        return None
    rule = {"last": f"{pick} < publication", "next": f"{pick} > publication"}.get(toks.low(i) if at > i else "")
    return Draft(end, rule or f"?{pick}", precision)


def _name(toks: Tokens, i: int) -> tuple[str, int] | None:
    """The longest name at ``i`` as a pick, and the index after it."""
    if not words.is_capital(toks, i) or toks.low(i) not in BEGIN:
        return None
    joined = ""
    found = None
    for end in range(i, i + _LONGEST):
        low = toks.low(end)
        joined += (" " if end > i else "") + ("'" if low in words.APOSTROPHES else low)
        if joined in _BOTH and (words.is_capital(toks, end) or end == i or low in ("s", "fitr", "adha")):
            found = _BOTH[joined], end + 1
    return found


def _part_of_name(toks: Tokens, i: int) -> bool:
    """True where another noun follows: the feast then names a thing, and no day is told."""
    low = toks.low(i)
    if low in words.APOSTROPHES or low in words.DASHES:
        return toks.glued(i)
    if not low.isalpha():
        return False
    return words.is_capital(toks, i) or not (low in _AFTER or low in words.DAYPARTS or low.endswith("ed"))
