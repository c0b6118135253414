"""The ways in which full dates are written, as one regular expression, and times, zones and weekdays beside them."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.read.months import month_names, one_of, weekdays

_YEAR = r"(?:19|20)\d\d"
_AFTER = r"(?!\d(?!\d?:\d\d|\d?\s?[A-Z][a-z]{2}))"
"""No digit follows, unless it is that of a time or of a second date that is glued on."""
_APART = r"(?:(?<![\w/])|(?-i:(?<=[^\W\dA-Z_])))"
"""A number stands alone, or a word in small letters is glued to it, as a name often is."""
_WORDS_TOO = frozenset("set out led pro lip lis mag gor ion dis mac tra bal pri fra".split())
"""Short names of months that are words of English or of another language, and count only between day and year."""
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""Years before the first of an era, or of the Republic of China's count."""
BUDDHIST = 543
"""Years by which the Thai count is ahead."""


@lru_cache(maxsize=1)
def date_pattern() -> re.Pattern[str]:
    """All the ways in which a full date is written; the groups are numbered by the way."""
    end = r"(?![^\W\d_])"
    month = rf"(?:{one_of(month_names() | {'sept', 'sep'})}){end}"
    long_month = rf"(?:{one_of(name for name in month_names() if len(name) >= 3 and name not in _WORDS_TOO)}){end}"
    return re.compile(
        rf"(?:(?<![\w/])|(?-i:(?<=[a-z])(?=[A-Z])))(?P<m1>{long_month})\.?\s{{0,2}}(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?"
        rf"\s{{0,2}},?\s{{0,2}}(?:de\s)?(?P<y1>{_YEAR}){_AFTER}"
        rf"|{_APART}(?P<d2>[0-3]?\d)(?:st|nd|rd|th|er|º|°|ª)?"
        rf"(?:\.?\s{{0,2}}|[-/]|\s{{1,2}}(?:of|de|ta’|na)\s{{1,2}}|\s{{1,2}}d['’]|\sב)"
        rf"(?P<m2>{month})\.?(?:\s?/\s?{month})?[\s,/-]{{0,3}}(?:del?\s{{1,2}})?(?P<y2>{_YEAR}|25[4-9]\d){_AFTER}"
        rf"|{_APART}(?P<y3>{_YEAR})(?:[-/.]|\s/\s|\.\s)(?P<m3>[01]?\d)(?:[-/.]|\s/\s|\.\s)(?P<d3>[0-3]?\d)(?=$|\D|T\d)"
        rf"|(?:(?<![\w/])|(?-i:(?<=[^\W\dA-Z_]))(?=\d\d?\.))(?P<a4>[0-3]?\d)(?P<s4>[-/]|\.\s?|\s/\s)(?P<b4>[0-3]?\d)(?P=s4)(?P<y4>{_YEAR})(?!\d(?!\d?:\d\d))"
        rf"|(?<!\d)(?P<y5>{_YEAR})\s?[年년]\s?(?P<m5>[01]?\d)\s?[月월]\s?(?P<d5>[0-3]?\d)\s?[日일号號]"
        rf"|(?<!\w)(?P<y6>{_YEAR})\.?(?:\s(?:m|gada)\.?)?\s(?P<m6>{long_month})\s(?P<d6>[0-3]?\d)(?!\d)"
        rf"|(?<!\w)(?P<m7>{month})\s(?P<d7>[0-3]?\d)\s\d\d:\d\d:\d\d\s(?:\S{{2,10}}\s)?(?P<y7>{_YEAR})(?!\d)"
        rf"|(?P<e8>{'|'.join(ERAS)})\s?(?P<y8>\d{{1,3}}|元)\s?年\s?(?P<m8>[01]?\d)\s?月\s?(?P<d8>[0-3]?\d)\s?日"
        rf"|(?<!\d)(?P<d9>[0-3]?\d)\s?tháng\s?(?P<m9>[01]?\d)(?:,|\snăm)?\s(?P<y9>{_YEAR})(?!\d)"
        rf"|(?<!\w)(?P<y10>{_YEAR})\.\sgada\s(?P<d10>[0-3]?\d)\.\s(?P<m10>{long_month})"
        rf"|(?<![\w/.:-])(?P<d11>[0-3]?\d)(?P<s11>[-/.]|\s)(?P<m11>[01]?\d|{month}\.?)(?P=s11)['’]?(?P<y11>[012]\d)(?![\w/%-]|[.:,]\d)",
        re.IGNORECASE,
    )


TIME = re.compile(
    r"\b(?:at |@ )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s?(?:[ap]\.?m\b\.?)?(?:\s?(?:hrs|hours|h|uhr)\b)?"
    r"|\bT\d{2}:\d{2}(?::\d{2})?\S{0,8}|\b(?:at )?\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\b\d{1,2}\s?(?:h|ч|u)\s?\d{2}\b|\d{1,2}\s?時\s?\d{1,2}\s?分|\d{1,2}\s?시\s?\d{1,2}\s?분|\b\d{1,2}\s?uhr\b",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"\(?\b(?:GMT|UTC|Z|BST|EST|EDT|ET|CST|CDT|CT|PST|PDT|PT|MST|MDT|IST|PKT|PST|CET|CEST|SGT|HKT"
    r"|JST|KST|AEST|AEDT|WIB|WITA|WIT|MSK|МСК|EET|EEST|TRT|SAST|BRT|ART|local time"
    r"|(?:Eastern|Pacific|Central) (?:Standard |Daylight )?Time)\b\)?"
    r"(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|(?<=[\d ])[+-]\d{2}:?\d{2}\b",
)


@lru_cache(maxsize=1)
def weekday_pattern() -> re.Pattern[str]:
    """The names of weekdays, in English and in the other languages."""
    other = one_of(weekdays())
    return re.compile(
        r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
        rf"|(?<![^\W\d_]){other}(?![^\W\d_])\.?[,،]?|[(（](?:[月火水木金土日]|[월화수목금토일])[)）]",
        re.IGNORECASE,
    )
