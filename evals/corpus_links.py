"""Links between entries, scored: nesting, denials, acts, replies, and statements that report one saying.

Recall is over the gold's, precision over ours whose statement has a partner; a link to an entry without one is wrong. To
deny an act that somebody reports is to deny that report, and what holds of one report of a saying (headline, lead, quote)
holds of the others. ``one saying`` counts pairs of statements; of ours those whose both ends have a partner.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from common import LEFT_OUT, Agreement, Report
from corpus_match import Aligned, triggers_meet

from corpus import Passage, Saying
from onrecord.schema import Statement

Link = tuple[str, str]


def count_links(made: Report, aligned: Sequence[Aligned]) -> None:
    """A row for each kind of link."""
    for name, what, wanted, given in _LINKS:
        gold = [{(one.key, key) for one in each.passage.statements for key in wanted(one)} for each in aligned]
        ours = [
            {(pair.gold.key, _key_of(each, entry)) for pair in each.pairs for entry in given(pair.ours)}
            for each in aligned
        ]
        if name in {"denies", "replies"}:
            gold = [told_once(each.passage, links) for each, links in zip(aligned, gold, strict=True)]
            ours = [told_once(each.passage, links) for each, links in zip(aligned, ours, strict=True)]
        _add(made, f"{name}_links", what, gold, ours)
    _add(made, "same_links", "one saying", [same_saying(one.passage) for one in aligned], [*map(_keyed_alike, aligned)])


def _add(made: Report, name: str, what: str, gold: Sequence[set[Link]], ours: Sequence[set[Link]]) -> None:
    hits = sum(len(one & other) for one, other in zip(gold, ours, strict=True))
    made.add(name, what, Agreement(hits, sum(map(len, ours)), sum(map(len, gold))))


def told_once(passage: Passage, links: set[Link]) -> set[Link]:
    """The links with what they point at as the first report of its saying."""
    first: dict[str, str] = {}
    for one, other in sorted(same_saying(passage)):
        first.setdefault(other, first.get(one, one))
    acts = {(one, reported(passage, key)) for one, key in links}
    return {(one, first.get(key, key)) for one, key in acts}


def reported(passage: Passage, key: str) -> str:
    """The key of the statement that reports an event; of a statement, and of an event in the outlet's own words, the key itself."""
    return next((act.by for act in passage.events if act.key == key and act.by), key)


def same_saying(passage: Passage) -> set[Link]:
    """The pairs of statements that report one saying, also where the notes say so of each with a third."""
    groups: list[set[str]] = []
    for one in passage.statements:
        linked = {one.key, *_one(one.same)}
        joined = [group for group in groups if group & linked]
        groups = [group for group in groups if not group & linked] + [linked.union(*joined)]
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _keyed_alike(each: Aligned) -> set[Link]:
    return {
        (min(one.gold.key, other.gold.key), max(one.gold.key, other.gold.key))
        for one, other in combinations(each.pairs, 2)
        if one.ours.utterance and one.ours.utterance == other.ours.utterance
    }


def _one(entry: str | None) -> tuple[str, ...]:
    return (entry,) if entry else ()


_LINKS: tuple[tuple[str, str, Callable[[Saying], tuple[str, ...]], Callable[[Statement], tuple[str, ...]]], ...] = (
    ("within", "nesting", lambda one: _one(one.within), lambda one: _one(one.within)),
    ("denies", "denies", lambda one: one.denies, lambda one: one.denies),
    ("act", "act", lambda one: one.act, lambda one: _one(one.act)),
    ("replies", "replies", lambda one: one.replies, lambda one: _one(one.replies_to)),
)


def _key_of(each: Aligned, entry: str | None) -> str:
    """The gold's key of one of our entries: of the statement that it is paired with, or the event whose trigger it has."""
    paired = next((pair.gold.key for pair in each.pairs if pair.ours.id == entry), None)
    if paired is not None:
        return paired
    event = next((one for one in each.found.events if one.id == entry), None)
    meets = (act.key for act in each.passage.events if event and triggers_meet(act, event))
    return next(meets, LEFT_OUT)
