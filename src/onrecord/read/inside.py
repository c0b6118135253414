"""What a line inside the article shows, and the labels that follow for all of them."""

from __future__ import annotations

import re

from onrecord.read.captions import is_caption
from onrecord.read.frame import View
from onrecord.read.prose import FULL, SHORT_SENTENCE, is_doubled
from onrecord.read.sequence import Look, Part, parts

_MARKED = re.compile(r"[\"“”‘]|^(?:Q|A|[A-Z][\w.' -]{1,30})[:.] ")
ASKING_WORDS = (3, 9)
"""Words of a question that heads a part of an article."""
LIVE_STAMPS = 4
"""Times alone on lines inside the article from which it is a live blog."""
_QUOTED = re.compile(r"[\"“‘'].{2,120}[\"”’']\??")


def article_parts(view: View) -> dict[int, Part]:
    """The labels of the article's lines that show nothing by themselves, decided together."""
    inside = [
        at
        for at in range(*view.body)
        if ((cue := view.cues[at]) is None or cue.kind in ("soft", "bio")) and not is_caption(view, at)
    ]
    live = _is_live(view)
    return dict(zip(inside, parts([_look_at(view, at, live) for at in inside]), strict=True))


def _is_live(view: View) -> bool:
    """True where times stand alone on lines again and again: a live blog, each of its entries with its time."""
    stamps = sum(cue is not None and cue.kind in ("date", "time") for cue in view.cues[view.body[0] : view.body[1]])
    text = sum(weight >= FULL for weight in view.prose[view.body[0] : view.body[1]])
    return stamps >= LIVE_STAMPS and stamps * 12 >= text


def _look_at(view: View, at: int, live: bool) -> Look:
    line = view.lines[at]
    above = view.cues[at - 1] if at else None
    below = view.cues[at + 1] if at + 1 < len(view.cues) else None
    return Look(
        weight=view.prose[at],
        words=line.words,
        closed=line.closed,
        bullet=line.bullet,
        capitals=line.text.isupper(),
        quoted=bool(_QUOTED.fullmatch(line.text)) and line.words <= 14,
        doubled=is_doubled(line.plain),
        listed=view.listing is not None and at >= view.listing or _lists(view, at),
        dated=below is not None and below.kind == "date" and at - view.body[0] > 3,
        headed=above is not None and above.kind == "tail",
        labelled=above is not None and above.why == "navigation",
        live=live,
        asks=_asks(view, at),
    )


def _asks(view: View, at: int) -> bool:
    """True for a short question between paragraphs: "What happens next?" """
    line = view.lines[at]
    if not line.text.endswith("?") or not ASKING_WORDS[0] <= line.words <= ASKING_WORDS[1] or at == view.body[0]:
        return False
    if _MARKED.search(line.text) or line.bullet or not line.text[0].isupper() or view.lines[at - 1].text.endswith(":"):
        return False
    return at + 1 < view.body[1] and view.prose[at + 1] >= SHORT_SENTENCE


def _lists(view: View, at: int) -> bool:
    """True for a line right under one with a colon, and for bullets in a run that hangs on such a line."""
    if not view.lines[at].bullet:
        return at > view.body[0] and view.lines[at - 1].text.endswith(":") and view.cues[at - 1] is None
    while at >= 0 and view.lines[at].bullet:
        at -= 1
    return at >= 0 and view.lines[at].text.endswith(":")
