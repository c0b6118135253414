"""Title, byline, dateline, outlet and agency credit of a labelled text dump, each as the words on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.read.dateline import AGENCIES, dateline_names
from onrecord.read.dump import Labelled
from onrecord.schema import Block, Sourced

_BY = re.compile(
    r"(?:(?:written|posted|reported|compiled|words|story|text|analysis|opinion|interview|published|reporting) )?"
    r"by:?\s+|(?:author|reporter|correspondent)s?\s?:\s*",
    re.IGNORECASE,
)
_BYLINE_END = re.compile(
    r"\s[|•·–—-]\s|;|\s\(|,? (?:in [A-Z]|for the |updated|published|posted)|\s{3,}|\s[|]", re.IGNORECASE
)
_WORD = r"[A-Z][\w'’&-]*(?:\.[a-z]{2,4}\b)?"
_NAME = rf"(?-i:(?:The |Daily )?{_WORD}(?: (?:{_WORD}|of|and|the|&)){{0,5}})"
_IMPRINT = re.compile(
    r"(?:first )?(?:published|appeared) in "
    rf"(?P<outlet>{_NAME})(?=[,.]| on )",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©,.:()]{0,4}(?:copyright\s)?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,.:–-]{0,3}"
    rf"(?:by )?(?P<outlet>{_NAME})",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]{2,40}\.(?:com|net|org|co\.uk|com\.\w\w|news|tv|in|pk|ie|de|eu|info|co)", re.IGNORECASE
)
_NOT_OUTLETS = frozenset("all copyright content rights images photo photos reuters image the".split())
_AGENCY_END = re.compile(
    r"[(\[–—-]\s?(?P<agency>"
    + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
    + r")[)\]]?\.?$"
)
_INPUTS = re.compile(
    r"(?:inputs?|reporting|contributions?) (?:from|by)\s(?P<agency>"
    + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)


_SOURCE = re.compile(
    r"[(\[]?(?:(?:[Ss]ource|[Aa]gency|[Cc]ourtesy|[Vv]ia)s?\s?:?\s)?(?P<agency>"
    + "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
    + r")[)\]]?\.?"
)


@dataclass(frozen=True, slots=True)
class Names:
    """What a page says of its headline, writers, place, outlet and agency; None where it does not."""

    title: Sourced | None = None
    byline: Sourced | None = None
    dateline: Sourced | None = None
    outlet: Sourced | None = None
    credit: Sourced | None = None


def names(text: str, page: Labelled, blocks: Sequence[Block]) -> Names:
    """The names that the page gives, from its title, byline, dateline, imprint, copyright and masthead lines.

    ``blocks`` are the page's, the dateline among them.
    """
    dateline, credit = dateline_names(text, blocks)
    byline = _byline(page)
    if byline is not None and byline.text in AGENCIES:
        byline, credit = None, credit or byline
    outlet = _outlet(page)
    if outlet is not None and outlet.text.removeprefix("The ") in AGENCIES:
        outlet, credit = None, credit or outlet  # whose text it is, not who shows it
    title = page.title
    head = page.lines[title] if title is not None else None
    return Names(
        Sourced(head.text, head.start, head.end) if head else None,
        byline,
        dateline,
        outlet,
        credit or _credit(page),
    )


def _byline(page: Labelled) -> Sourced | None:
    first = next((at for at, kind in enumerate(page.kinds) if kind == "paragraph"), len(page.lines))
    for line, kind in zip(page.lines[: first + 6], page.kinds[: first + 6], strict=False):
        if kind != "byline" or _INPUTS.search(line.text):
            continue
        match = _BY.match(line.text)
        start = match.end() if match else 0
        end = _BYLINE_END.search(line.text, start + 1)
        stop = end.start() if end else len(line.text)
        own = line.text[start:stop].rstrip(" ,|")
        if own:
            return Sourced(own, line.start + start, line.start + start + len(own))
    return None


def _credit(page: Labelled) -> Sourced | None:
    """An agency in brackets at the end of one of the last paragraphs, alone on a line, or thanked for its input."""
    paragraphs = [at for at, kind in enumerate(page.kinds) if kind == "paragraph"]
    for at in reversed(paragraphs[-2:]):
        tail = page.lines[at].text[-40:]
        match = _AGENCY_END.search(tail)
        if match:
            start = page.lines[at].end - len(tail) + match.start("agency")
            return Sourced(match["agency"], start, start + len(match["agency"]))
    for line, kind in zip(page.lines, page.kinds, strict=True):
        if kind in ("byline", "furniture", "caption") and len(line.text) <= 200:
            match = _INPUTS.search(line.text)
            if match:
                return Sourced(match["agency"], line.start + match.start("agency"), line.start + match.end("agency"))
        if kind == "byline" and line.text in AGENCIES:
            return Sourced(line.text, line.start, line.end)
    # Above the text a bare name may be that of a picture's agency.
    below = paragraphs[-1] + 1 if paragraphs else len(page.lines)
    for line, kind in zip(page.lines[below:], page.kinds[below:], strict=True):
        match = _SOURCE.fullmatch(line.text) if kind != "comment" else None
        if match:
            return Sourced(match["agency"], line.start + match.start("agency"), line.start + match.end("agency"))
    return None


def _outlet(page: Labelled) -> Sourced | None:
    """The outlet: the imprint, else the copyright line, else a domain at the head, else the window title's end."""
    for pattern in (_IMPRINT, _COPYRIGHT):
        for line, kind in zip(page.lines, page.kinds, strict=True):
            match = pattern.search(line.text) if kind == "furniture" and len(line.text) <= 300 else None
            if (
                match
                and match["outlet"].split()[0].lower() not in _NOT_OUTLETS - {"the"}
                and match["outlet"][0].isupper()
            ):
                return Sourced(match["outlet"], line.start + match.start("outlet"), line.start + match.end("outlet"))
    for line, kind in zip(page.lines[:12], page.kinds[:12], strict=True):
        if kind == "furniture" and _DOMAIN.fullmatch(line.text):
            return Sourced(line.text, line.start, line.end)
    return _from_window_title(page)


def _from_window_title(page: Labelled) -> Sourced | None:
    """ "Headline | Outlet" on the first line, where the headline stands again further down."""
    if page.title is None or page.title == 0:
        return None
    first, title = page.lines[0], page.lines[page.title]
    if not first.text.startswith(title.text):
        return None
    match = re.search(r"\s[|–—-]\s([A-Z][\w .'’&-]{1,40})$", first.text[len(title.text) :])
    if match is None:
        return None
    start = first.start + len(title.text) + match.start(1)
    return Sourced(match[1], start, start + len(match[1]))
