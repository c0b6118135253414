"""Positions: each actor's commitments on one issue in their order, and what changed from one to the next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.derive.archive import Archive
from onrecord.derive.changes import Held, change_between, is_past, is_retold, is_told_once, order_of
from onrecord.derive.commitments import Commitment, commitments
from onrecord.derive.flat import flat, unflat
from onrecord.derive.former import former
from onrecord.derive.homeland import at_home
from onrecord.derive.ids import id_of
from onrecord.derive.lanes import Mark, lanes, mark_of, order
from onrecord.derive.sameness import Weights
from onrecord.schema import Copy, Happening, Passage, Position, Stand, Utterance

LONGEST = 31
"""Days that a time may span and still date a commitment more closely than its page does."""
OPENED = 2_000
"""Pages whose commitments stay in memory."""


def positions(archive: Archive) -> Iterator[Position]:
    """A row for each commitment on an issue on which its actor is on record more than once, or which says no."""
    pages = _Pages(archive)
    marks = [mark for card in archive.cards for mark in pages.marks(card.doc)]
    told = _tellings(archive)
    weights = Weights(mark.issue for mark in marks)
    blocks: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        blocks[mark.holder].append(mark)
    for key in sorted(blocks):
        called = _called([mark.name for mark in blocks[key]])
        for lane in lanes(blocks[key], weights):
            if len(lane) > 1 and not all(mark.is_deed for mark in lane):
                yield from _rows(archive, [pages.held(mark) for mark in lane], called, weights, told)


class _Pages:
    """The commitments of pages: marks of all, and whole those that lanes of several are told by."""

    def __init__(self, archive: Archive) -> None:
        """Nothing opened yet."""
        self._archive = archive
        self._kept = archive.kept("commitments")
        self._copied = {row.copy for row in archive.rows(Copy) if row.relation != "embeds"}
        self._inside = _embedded(archive)
        self._opened = lru_cache(maxsize=OPENED)(self._of_page)

    def marks(self, doc: str) -> list[Mark]:
        """The commitments of one page, as they were kept or from its findings."""
        if doc in self._copied:
            return []
        made_of = [self._archive.state_of(doc), repr(self._archive.published(doc))]
        made_of += (self._archive.reading(other) for other in self._inside[doc])
        plain = self._kept.value(doc, made_of, lambda: [flat(one) for one in self._marks_of(doc)])
        return [unflat(Mark, one) for one in plain]

    def held(self, mark: Mark) -> Held:
        """The commitment that a mark stands for."""
        return self._opened(mark.doc)[mark.number]

    def _marks_of(self, doc: str) -> list[Mark]:
        return [mark_of(one, number) for number, one in enumerate(self._opened(doc))]

    def _of_page(self, doc: str) -> list[Held]:
        texts = [self._archive.document(other).text for other in self._inside[doc]]
        found = _of_page(self._archive, doc)
        return [one for one in found if not any(_words(self._archive, one) in text for text in texts)]


def _embedded(archive: Archive) -> dict[str, list[str]]:
    """The pages that each page embeds: what it says there was said before."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in archive.rows(Copy):
        if row.relation == "embeds":
            found[row.copy].append(row.original)
    return found


def _words(archive: Archive, one: Held) -> str:
    start, end = one.commitment.words
    return archive.document(one.commitment.doc).text[start:end]


def _tellings(archive: Archive) -> dict[str, str]:
    """The saying or happening that each entry tells of: two reports of one say nothing twice."""
    rows = (*archive.brief(Utterance, "entries"), *archive.brief(Happening, "entries"))
    return {entry: row.id for row in rows for entry in row.entries}


def _called(names: Sequence[str]) -> str:
    """What the pages call an actor most: by a name, where they do."""
    counted = Counter(names)
    return min(counted, key=lambda name: (not name[:1].isupper(), name.startswith("The "), -counted[name], name))


def _of_page(archive: Archive, doc: str) -> list[Held]:
    """The commitments of one page; one that the page tells several times counts once."""
    kept: list[Held] = []
    findings = at_home(archive.findings(doc))
    found = list(commitments(findings))
    held_before = list(former(findings, found))
    retold = {one.id for one in held_before}
    for one in (*(one for one in found if one.id not in retold), *held_before):
        same = next((at for at, held in enumerate(kept) if _is_same(held.commitment, one)), None)
        whole = (
            next((at for at, held in enumerate(kept) if _is_part(held.commitment, one)), None) if same is None else same
        )
        if whole is None:
            kept.append(_dated(archive, one))
            continue
        before = kept[whole]
        limited = same is None and before.commitment.level == "offers" and one.level == "conditional"
        made = replace(before.commitment, level=one.level, limit=one.limit) if limited else before.commitment
        if same is None:
            issue = replace(made.issue, stems=made.issue.stems | one.issue.stems)
            made = replace(made, issue=issue)
        kept[whole] = replace(before, commitment=made, also=(*before.also, one.id))
    return kept


def _is_part(whole: Commitment, part: Commitment) -> bool:
    """True for what somebody is ready to do beside being ready: "talks" in "ready to hold talks if the road is opened"."""
    inside = whole.issue.start <= part.start < whole.issue.end
    both_yes = not (whole.says_no or part.says_no or whole.excluded or part.excluded)
    return inside and both_yes and whole.holder.key == part.holder.key and part.level in ("offers", "conditional")


def _is_same(first: Commitment, second: Commitment) -> bool:
    """True for two entries of a page that tell of one commitment: same actor, same level, words that stand in the other's."""
    if (first.holder.key, first.level, first.excluded) != (second.holder.key, second.level, second.excluded):
        return False
    fewer, more = sorted((first.issue.stems, second.issue.stems), key=len)
    return fewer == more or len(fewer & more) > 1


def _dated(archive: Archive, one: Commitment) -> Held:
    first, last, stated = archive.published(one.doc)
    when = one.when
    told = when.earliest and when.latest and (when.latest - when.earliest).days <= LONGEST
    if told and not (last and when.earliest and when.earliest > last):
        return Held(one, when.earliest, when.latest, True)
    if is_past(one):
        return Held(one, None, last, False)
    return Held(one, first, last, stated)


def _rows(
    archive: Archive, lane: Sequence[Held], called: str, weights: Weights, told: Mapping[str, str]
) -> Iterator[Position]:
    name = _named(lane)
    first = lane[0].commitment
    lane_id = id_of("lane", first.holder.key, first.id)
    before: Held | None = None
    past: list[Held] = []
    for one in _ordered(lane):
        if any(is_retold(one, other) for other in past):
            continue
        past.append(one)
        made = one.commitment
        change, order, earlier = None, None, None
        if before is not None and not is_told_once(before.commitment, made, told):
            change, order = change_between(before, one, weights)
            earlier = before if change is not None else None
        events = [made.id, *one.also] + ([earlier.commitment.id] if earlier else [])
        passages = [_passage(made)] + ([_passage(earlier.commitment)] if earlier else [])
        yield Position(
            id=id_of("position", made.holder.key, made.id, "excluded" if made.excluded else ""),
            entries=tuple(dict.fromkeys(events)),
            docs=archive.in_order([passage.doc for passage in passages]),
            passages=tuple(passages),
            lane=lane_id,
            actor=made.holder.key,
            name=called,
            counterpart=made.counterpart.key if made.counterpart else None,
            issue=name,
            level=made.level,
            change=change,
            order=order,
            earliest=one.first,
            latest=one.last,
            attributed=not made.own,
            earlier=_stand(earlier) if earlier else None,
            later=_stand(one),
        )
        before = one


def _ordered(lane: Sequence[Held]) -> list[Held]:
    """The commitments of a lane by their days; one that speaks of another as made before comes behind it."""
    held = sorted(lane, key=lambda one: order(one.first, one.last, one.commitment.start, one.commitment.id))
    for at in range(len(held) - 1):
        first, second = held[at], held[at + 1]
        if order_of(first, second) is None and order_of(second, first) is not None:
            held[at : at + 2] = [second, first]
    return held


def _named(lane: Sequence[Held]) -> str:
    """The issue in the words of its pages: the shortest wording that has a word which most of them share."""
    counted: dict[str, int] = defaultdict(int)
    for one in lane:
        for name in one.commitment.issue.telling:
            counted[name] += 1

    def worth(one: Held) -> tuple[int, int, str]:
        issue = one.commitment.issue
        return -sum(counted[name] for name in issue.telling if counted[name] > 1), len(issue.text), issue.text

    return min(lane, key=worth).commitment.issue.text


def _passage(one: Commitment) -> Passage:
    return Passage(one.doc, *one.words)


def _stand(one: Held) -> Stand:
    made = one.commitment
    said = made.statement.speaker if made.statement else None
    speaker = (said.name or " ".join(said.text.split())) if said else made.holder.words
    return Stand(
        entry=made.id,
        doc=made.doc,
        level=made.level,
        speaker=speaker,
        limit=made.limit,
        earliest=one.first,
        latest=one.last,
        start=made.words[0],
        end=made.words[1],
    )
