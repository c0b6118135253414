"""How things are worded on pages: with care, since what somebody says of another is no fact."""

from __future__ import annotations

from onrecord.store import EntryRow
from onrecord.wording import flat_days

STATUS = {
    "actual": "presented as having happened",
    "planned": "announced or planned",
    "conditional": "on a condition",
    "possible": "possible",
    "counterfactual": "told as what did not come about",
    "demanded": "demanded",
    "negated": "denied, refused, or not to happen",
}
STATUS_MEANING = {
    "actual": "The words present it as having happened. Whether it did is not judged here; see on whose word it rests.",
    "planned": "Somebody announces or plans it, or it is said to be about to come.",
    "conditional": "It is said to come, or to have come, only if something else does.",
    "possible": "It may have happened or may come: the words leave it open.",
    "counterfactual": "The words tell it as what would have been, and was not.",
    "demanded": "Somebody asks for it, orders it or calls for it.",
    "negated": "The words deny it, say that it did not take place, or demand or promise that it shall not.",
}
VOICE = {
    "outlet": "the outlet's own word",
    "own_side": "by its own side's word",
    "other_side": "by the other side's word",
    "third_party": "by a third party's word",
    "unnamed": "by an unnamed source's word",
}
BLOCK = {
    "title": "title",
    "byline": "byline",
    "date": "date",
    "dateline": "place line",
    "paragraph": "paragraph",
    "subheading": "subheading",
    "caption": "caption",
    "related": "other story",
    "comment": "comment",
    "furniture": "page furniture",
}
HOW = {
    "table": "found in the table of known actors",
    "page": "known from this page",
    "context": "told from what stands around it",
    "none": "not resolved",
}
NOBODY = "somebody"
UNDATED = "undated"


def resolved(how: str) -> str:
    """How a phrase was resolved, in words, with the rule's own name."""
    root, _, rule = how.partition(":")
    return f"{HOW.get(root, root)} ({rule or how})"


def standing(row: EntryRow, speaker: str | None) -> str:
    """Whether it is presented as having happened, and on whose word; ``speaker`` is who says so, where it is not the outlet."""
    outlet = row.outlet or "the page"
    if row.kind == "statement":
        return f"said, according to {outlet}" if row.according_to is None else f"said, according to {speaker or NOBODY}"
    source = None if row.according_to is None else speaker or NOBODY
    return standing_of(row.status, row.voice or "outlet", source, outlet)


def standing_of(status: str, voice: str, source: str | None, outlet: str) -> str:
    """The same of an event: ``source`` says so where it stands in somebody's statement."""
    words = STATUS.get(status, status)
    if source is not None:
        return f"{words}, according to {source}"
    if voice != "outlet":
        return f"{words}, {VOICE.get(voice, voice)}"
    return vouched(outlet) if status == "actual" else f"{words}, according to {outlet}"


def vouched(outlet: str) -> str:
    """What an outlet tells by itself as having happened."""
    return f"presented by {outlet} as having happened"


def when(row: EntryRow) -> str:
    """The entry's own day, else the page's, and then it is said so."""
    own = flat_days(row.when_earliest, row.when_latest)
    if own:
        return own
    published = flat_days(row.published_earliest, row.published_latest)
    return f"published {published}" if published else UNDATED


def many(number: float, noun: str, plural: str = "") -> str:
    """``1 page``, ``2 pages``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
