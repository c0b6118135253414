"""Datelines: the place, day and agency at the head of an article's first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.lines import trim
from onrecord.schema import Block, Sourced

AGENCIES = {
    "AFP": "AFP",
    "Agence France-Presse": "AFP",
    "Reuters": "Reuters",
    "Thomson Reuters": "Reuters",
    "AP": "AP",
    "Associated Press": "AP",
    "The Associated Press": "AP",
    "APP": "APP",
    "PTI": "PTI",
    "ANI": "ANI",
    "IANS": "IANS",
    "UNI": "UNI",
    "Xinhua": "Xinhua",
    "TASS": "TASS",
    "RIA Novosti": "RIA Novosti",
    "Interfax": "Interfax",
    "Sputnik": "Sputnik",
    "IRNA": "IRNA",
    "Tasnim": "Tasnim",
    "Kyodo": "Kyodo",
    "Kyodo News": "Kyodo",
    "Jiji Press": "Jiji Press",
    "Yonhap": "Yonhap",
    "KCNA": "KCNA",
    "dpa": "dpa",
    "DPA": "dpa",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Efe": "EFE",
    "PA": "PA",
    "Press Association": "PA",
    "UPI": "UPI",
    "Anadolu": "Anadolu",
    "AA": "Anadolu",
    "Anadolu Agency": "Anadolu",
    "SANA": "SANA",
    "WAM": "WAM",
    "SPA": "SPA",
    "QNA": "QNA",
    "MENA": "MENA",
    "Bernama": "Bernama",
    "BERNAMA": "Bernama",
    "Antara": "Antara",
    "ANTARA": "Antara",
    "VNA": "VNA",
    "BSS": "BSS",
    "UNB": "UNB",
    "Pajhwok": "Pajhwok",
    "NAN": "NAN",
    "Ukrinform": "Ukrinform",
    "AAP": "AAP",
    "Canadian Press": "Canadian Press",
    "The Canadian Press": "Canadian Press",
    "Bloomberg": "Bloomberg",
    "INP": "INP",
    "NNI": "NNI",
    "Online": "Online",
    "SABAH": "SABAH",
    "Fides": "Fides",
}
"""Names under which news agencies are credited, and the name that the record uses."""

_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:[a-z]{0,6})\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{1,24}"
_UPPER = rf"{_CAPS}(?:[ /]{{1,3}}{_CAPS}){{0,4}}"
_TITLED = r"[A-ZÀ-Þ][a-zà-ÿ.'’-]{1,20}(?:[ /-]{1,3}[A-ZÀ-Þ][a-zà-ÿ.'’-]{1,20}){0,3}"
_WHERE = r"(?:, [A-ZÀ-Þ][\w.'’-]{1,20}(?: [A-ZÀ-Þ][\w.'’-]{1,20}){0,2})?"
_OPEN, _SHUT = r"(?:[(\[/]|-LRB- )", r"(?:[)\]/]| -RRB-)"
"""Brackets, and what they are written as in texts that were split into tokens."""
_CREDIT = rf"(?:\s?{_OPEN}(?:(?P<agency>{_AGENCY})|[A-Z]{{2,10}})(?:[/|, -]{{1,3}}[\w .]{{2,30}}?)?{_SHUT})"
_DASH = r"\s{0,3}(?:--|[–—:_-])(?=[\s\"“‘A-Z])"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_UPPER}{_WHERE})(?:,? {_DAY})?{_CREDIT}?{_DASH}",
        rf"(?P<place>{_TITLED}{_WHERE}),? {_DAY}{_CREDIT}?{_DASH}",
        rf"(?P<place>{_TITLED}{_WHERE}){_CREDIT}{_DASH}",
        rf"(?P<place>{_UPPER}{_WHERE}|{_TITLED}{_WHERE}),? {_DAY}\s?[(\[](?P<agency>{_AGENCY})[)\]](?=\s[A-Z\"“])",
        rf"(?P<place>{_UPPER}{_WHERE}),? {_DAY}[.,]? /?(?P<agency>{_AGENCY})/?\.(?=\s[A-Z\"“])",
        rf"(?P<place>{_DAY}){_CREDIT}{_DASH}",
        rf"{_OPEN}(?P<agency>{_AGENCY}){_SHUT}\s?{_DASH}",
        r"(?P<place>[A-ZÀ-Þ][a-zà-ÿ'’-]{2,20}"
        r"(?: [A-ZÀ-Þ][a-zà-ÿ'’-]{2,20}){0,2})(?: –| —|:)(?=\s[A-Z])",
    )
)
_PLAIN = len(_FORMS) - 1
_NO_PLACE = frozenset(
    "analysis opinion note update updated question answer summary background comment editorial exclusive "
    "breaking watch read video photos photo live explainer factbox fact claim rating verdict conclusion "
    "introduction abstract location date time source sources tags caption image warning correction "
    "clarification disclaimer moderator host interviewer interviewee reporter spokesman spokesperson president "
    "secretary minister senator governor ambassador general mr ms mrs dr q a key highlights here also "
    "statement press release for immediate subject from to cc re result".split()
)
_UPPER_NO_PLACE = frozenset(
    "CLAIM FACT FACTS VERDICT RATING QUESTION ANSWER Q A MODERATOR UPDATE NOTE WATCH READ BREAKING EXCLUSIVE ANALYSIS "
    "OPINION THE SUMMARY ASSESSMENT MR MS MRS DR NATO EU UN US UK USA IMF WHO OPEC ISIS".split()
)


def dateline_end(own: str, later: Sequence[str] = ()) -> int:
    """Where the dateline at the head of ``own`` ends (its dash or colon included); 0 where there is none.

    "Name:" is no dateline where ``later`` lines start with such names too: then it is a transcript.
    """
    for number, form in enumerate(_FORMS):
        match = form.match(own[:160])
        if match is None or len(own) - match.end() < 20:
            continue
        place = match.groupdict().get("place") or ""
        first = re.split(r"[\s/,.]", place)[0] if place else ""
        if not _opens(own[match.end() :].lstrip()) or first in _UPPER_NO_PLACE or first.lower() in _NO_PLACE:
            return 0
        mark = own[match.end() - 1]
        if match.groupdict().get("agency") is None and mark == ":" and _is_transcript(place, later):
            return 0
        if number == _PLAIN and not _reads_on(own[match.end() :]):
            return 0
        return match.end()
    return 0


def _opens(rest: str) -> bool:
    """A sentence begins: "NATO – the alliance –" is no dateline."""
    return rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "\"“‘'"


def _is_transcript(place: str, later: Sequence[str]) -> bool:
    head = place + ":"
    if any(line.startswith(head) for line in later):
        return True
    turns = sum(bool(re.match(r"[A-Z][\w.'’ -]{1,40}: \S", line[:60])) for line in later)
    return turns >= 3


def _reads_on(rest: str) -> bool:
    """A sentence of some length follows, and it is no quotation: "Asif: We will …" is a speaker's turn."""
    words = rest.split(None, 13)
    return len(words) >= 12 and words[0].lower() not in (
        "i",
        "we",
        "my",
        "our",
        "you",
        "i’m",
        "i'm",
        "well",
        "yes",
        "no",
    )


def dateline_parts(own: str) -> tuple[tuple[int, int] | None, str | None]:
    """The place's range in a dateline, and the agency it credits."""
    for form in _FORMS:
        match = form.match(own + " A")
        if match:
            groups = match.groupdict()
            agency = groups.get("agency")
            place = match.span("place") if groups.get("place") else None
            return place, AGENCIES[agency] if agency else None
    return None, None


HEADS = 3
"""Paragraphs at whose head a dateline is looked for: a standfirst and a picture's text may stand before the first."""


def with_dateline(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the dateline at the head of one of the first paragraphs as a block of its own."""
    paragraphs = [at for at, block in enumerate(blocks) if block.kind == "paragraph"]
    for at in paragraphs[:HEADS]:
        block = blocks[at]
        later = [text[one.start : min(one.end, one.start + 160)] for one in blocks[at + 1 : at + 200]]
        end = dateline_end(text[block.start : block.end], later)
        if end:
            one, two = trim(text, block.start, block.start + end), trim(text, block.start + end, block.end)
            head = Block("dateline", *one, "place or agency at the head of the article")
            return (*blocks[:at], head, Block("paragraph", *two, block.why), *blocks[at + 1 :])
    return tuple(blocks)


def dateline_names(text: str, blocks: Sequence[Block]) -> tuple[Sourced | None, Sourced | None]:
    """The place that the page's dateline block names, and the agency that it credits."""
    for block in blocks:
        if block.kind == "dateline":
            own = text[block.start : block.end]
            place, agency = dateline_parts(own)
            where = Sourced(own[place[0] : place[1]], block.start + place[0], block.start + place[1]) if place else None
            return where, _credited(own, block.start, agency)
    return None, None


def _credited(own: str, offset: int, agency: str | None) -> Sourced | None:
    for name, known in AGENCIES.items():
        at = own.find(name) if known == agency else -1
        if at >= 0:
            return Sourced(name, offset + at, offset + at + len(name))
    return None
