"""Positions: each actor's commitments on one issue in their order, and what changed from one to the next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from onrecord.derive.archive import Archive
from onrecord.derive.changes import Held, change_between, is_past, is_retold, is_told_once, order_of
from onrecord.derive.commitments import Commitment, commitments
from onrecord.derive.holders import Holder
from onrecord.derive.ids import id_of
from onrecord.derive.sameness import Weights, likeness
from onrecord.schema import Copy, Happening, Passage, Position, Stand, Utterance

LEAST = 0.55
"""How like two issues must be to be one."""
LONGEST = 31
"""Days that a time may span and still date a commitment more closely than its page does."""


@dataclass
class Lane:
    """The commitments of one actor on one issue."""

    held: list[Held] = field(default_factory=list)

    def takes(self, one: Held, weights: Weights) -> float:
        """How well ``one`` fits in, 0 where it does not."""
        counterparts = {held.commitment.counterpart.key for held in self.held if held.commitment.counterpart}
        against = one.commitment.counterpart
        if against is not None and counterparts and not any(_may_be_one(against.key, key) for key in counterparts):
            return 0.0
        return max(likeness(one.commitment.issue, held.commitment.issue, weights) for held in self.held[-8:])


def _may_be_one(first: str, second: str) -> bool:
    """True for one actor, and for two that pages alone know, of names with a word in common: "Front", "Front for the Lake"."""
    if first == second:
        return True
    names = [set(key.removeprefix("doc:").split("-")) for key in (first, second) if key.startswith("doc:")]
    return len(names) == 2 and bool(names[0] & names[1])


def positions(archive: Archive) -> Iterator[Position]:
    """A row for each commitment on an issue on which its actor is on record more than once, or which says no."""
    copied = {row.copy for row in archive.rows(Copy) if row.relation != "embeds"}
    inside = _embedded(archive)
    held = [
        one
        for card in archive.cards
        if card.doc not in copied
        for one in _of_page(archive, card.doc)
        if not any(_words(archive, one) in archive.document(doc).text for doc in inside[card.doc])
    ]
    told = _tellings(archive)
    weights = Weights(one.commitment.issue for one in held)
    blocks: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        blocks[one.commitment.holder.key].append(one)
    for key in sorted(blocks):
        called = _called([one.commitment.holder for one in blocks[key]])
        for lane in _lanes(blocks[key], weights):
            yield from _rows(archive, lane, called, weights, told)


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


def _called(holders: Sequence[Holder]) -> str:
    """What the pages call an actor most: by a name, where they do."""
    counted = Counter(one.name for one in holders)
    return min(counted, key=lambda name: (not name[:1].isupper(), name.startswith("The "), -counted[name], name))


def _of_page(archive: Archive, doc: str) -> list[Held]:
    """The commitments of one page; one that the page tells several times counts once."""
    kept: list[Held] = []
    for one in commitments(archive.findings(doc)):
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


def _lanes(held: Sequence[Held], weights: Weights) -> Iterator[Lane]:
    """The lanes of one actor, by their first commitments."""
    lanes: list[Lane] = []
    index: dict[str, list[int]] = defaultdict(list)
    for one in sorted(held, key=_order):
        stems = one.commitment.issue.telling
        near = sorted({at for name in stems for at in index[name]})
        scored = [(lanes[at].takes(one, weights), -at) for at in near]
        best, place = max(scored, default=(0.0, 0))
        if best >= LEAST:
            at = -place
        else:
            at = len(lanes)
            lanes.append(Lane())
        lanes[at].held.append(one)
        for name in stems:
            if at not in index[name]:
                index[name].append(at)
    yield from lanes


def _order(one: Held) -> tuple[date, date, int, str]:
    unknown = one.first is None and one.last is None
    first = one.first or one.last or date.max
    last = one.last or one.first or date.max
    return (date.max if unknown else first, last, one.commitment.start, one.commitment.id)


def _rows(archive: Archive, lane: Lane, called: str, weights: Weights, told: Mapping[str, str]) -> Iterator[Position]:
    if len(lane.held) < 2 or all(one.commitment.is_deed for one in lane.held):
        return
    name = _named(lane)
    first = lane.held[0].commitment
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


def _ordered(lane: Lane) -> list[Held]:
    """The commitments of a lane by their days; one that speaks of another as made before comes behind it."""
    held = sorted(lane.held, key=_order)
    for at in range(len(held) - 1):
        first, second = held[at], held[at + 1]
        if order_of(first, second) is None and order_of(second, first) is not None:
            held[at : at + 2] = [second, first]
    return held


def _named(lane: Lane) -> str:
    """The issue in the words of its pages: the shortest wording that has a word which most of them share."""
    counted: dict[str, int] = defaultdict(int)
    for one in lane.held:
        for name in one.commitment.issue.telling:
            counted[name] += 1

    def worth(one: Held) -> tuple[int, int, str]:
        issue = one.commitment.issue
        return -sum(counted[name] for name in issue.telling if counted[name] > 1), len(issue.text), issue.text

    return min(lane.held, key=worth).commitment.issue.text


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
