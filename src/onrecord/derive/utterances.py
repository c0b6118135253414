"""Utterances: reports of one saying brought together, inside a story, where speaker and words are compatible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from onrecord.derive.archive import Archive, passage
from onrecord.derive.copies import Sources
from onrecord.derive.happenings import made_of
from onrecord.derive.ids import id_of
from onrecord.derive.likeness import Likeness
from onrecord.derive.linkage import Pair, average_link, mean_score
from onrecord.derive.reports import Side, heads, known
from onrecord.derive.strands import Strand, strands
from onrecord.derive.words import terms, words
from onrecord.schema import Derived, Report, Statement, Utterance, Wording
from onrecord.store.derivations import Standing

LEAST = 0.6
"""Mean score of reports from which on they tell of one saying."""
RUN = 6
"""Words in a row that two sayings of one speaker do not share by chance."""
FEW = 4
"""Words in a row, or terms, that a saying needs to be compared by them: fewer are shared by anything."""
TELLING = 60
"""Sayings of one story with a term from which on it brings nobody together."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement cut down to what is compared: its speaker, its words in order, and the terms among them."""

    statement: Statement
    speaker: Side
    heads: frozenset[str]
    words: tuple[str, ...]
    terms: frozenset[str]


def utterances(archive: Archive) -> Iterator[Derived | Standing]:
    """A row for each saying that is reported more than once, by story and first report."""
    sources = Sources(archive)
    kept = archive.kept("utterances")
    for strand in strands(archive):
        yield from kept.rows(
            strand.id, made_of(archive, strand, sources), partial(_in_strand, archive, strand, sources)
        )


def _in_strand(archive: Archive, strand: Strand, sources: Sources) -> Iterator[Utterance]:
    said = [one for doc in strand.docs for one in archive.findings(doc).statements if one.content and one.speaker]
    sayings = [saying_of(one) for one in sorted(said, key=archive.order_of)]
    likes = archive.judged.over([one.statement.id for one in sayings], compared(sayings))
    scores = {pair: like.score for pair, like in likes.items()}
    for group in average_link(len(sayings), scores, LEAST):
        if len(group) > 1:
            yield _row(
                archive,
                strand.story,
                [sayings[place] for place in group],
                group,
                likes,
                mean_score(group, scores),
                sources,
            )


def saying_of(statement: Statement) -> Saying:
    """What is compared of a statement."""
    text = " ".join(span.text for span in statement.content)
    speaker = (statement.speaker,) if statement.speaker else ()
    return Saying(statement, known(speaker), heads(speaker), tuple(words(text)), frozenset(terms(text)))


def compared(sayings: Sequence[Saying]) -> dict[Pair, Likeness]:
    """The pairs of sayings that may be one: only those that share a term that not everybody uses are compared."""
    having: dict[str, list[int]] = {}
    for place, saying in enumerate(sayings):
        for term in sorted(saying.terms):
            having.setdefault(term, []).append(place)
    shared: dict[Pair, int] = {}
    for places in having.values():
        if len(places) <= TELLING:
            for pair in combinations(places, 2):
                shared[pair] = shared.get(pair, 0) + 1
    found = {pair: compare(sayings[pair[0]], sayings[pair[1]]) for pair in sorted(shared) if shared[pair] > 1}
    return {pair: like for pair, like in found.items() if like is not None}


def compare(one: Saying, other: Saying) -> Likeness | None:
    """How alike two sayings are; None for another speaker or other words."""
    mine, theirs = one.statement, other.statement
    if mine.doc == theirs.doc and mine.utterance and mine.utterance == theirs.utterance:
        return Likeness(1.0, "one saying by its own page")
    if one.speaker.ids and other.speaker.ids:
        if not one.speaker.meets(other.speaker):
            return None
    elif one.heads.isdisjoint(other.heads):
        return None
    run = longest_run(one.words, other.words)
    if run >= min(RUN, len(one.words), len(other.words)) and run >= FEW:
        return Likeness(1.0, f"{run} words in a row are the same")
    fewest = min(len(one.terms), len(other.terms))
    both = len(one.terms & other.terms)
    if fewest < FEW or both / fewest < LEAST:
        return None
    return Likeness(round(both / fewest, 3), f"{both} of {fewest} words are shared")


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """The most words in a row that both have."""
    best, before = 0, [0] * (len(other) + 1)
    for word in one:
        now = [0] * (len(other) + 1)
        for at, theirs in enumerate(other, 1):
            if word == theirs:
                now[at] = before[at - 1] + 1
                best = max(best, now[at])
        before = now
    return best


def wording(sayings: Sequence[Saying]) -> Wording:
    """How the wordings of one saying compare."""
    texts = [f" {' '.join(one.words)} " for one in sayings]
    longest = max(texts, key=len)
    if all(text == longest for text in texts):
        return "same"
    return "shortened" if all(text in longest for text in texts) else "reworded"


def _row(
    archive: Archive, story: str, sayings: Sequence[Saying], group: Sequence[int], likes: Mapping[Pair, Likeness],
    score: float, sources: Sources,
) -> Utterance:  # fmt: skip
    statements = [one.statement for one in sayings]
    docs = archive.in_order([one.doc for one in statements])
    fullest = max(sayings, key=lambda one: len(one.words))
    named = next((one.speaker for one in statements if one.speaker and one.speaker.name), statements[0].speaker)
    firsts = [one.when.earliest for one in statements if one.when.earliest]
    lasts = [one.when.latest for one in statements if one.when.latest]
    earliest, latest = max(firsts, default=None), min(lasts, default=None)
    if earliest is not None and latest is not None and earliest > latest:
        earliest, latest = min(firsts), max(lasts)
    fits = [_best(place, group, likes) for place in group]
    return Utterance(
        id=id_of("utterance", statements[0].id),
        entries=tuple(one.id for one in statements),
        docs=docs,
        passages=tuple(passage(one) for one in statements),
        story=story,
        who=(named.name or named.text) if named else "",
        actor=named.actor if named else None,
        what=" … ".join(span.text for span in fullest.statement.content),
        words=wording(sayings),
        earliest=earliest,
        latest=latest,
        reports=len(statements),
        independent_sources=sources.independent(docs),
        score=round(score, 3),
        why=fits[-1].why,
        reported=tuple(
            Report(one.id, one.doc, "actual", "outlet" if one.within is None else "unnamed", like.score, like.why)
            for one, like in zip(statements, fits, strict=True)
        ),
    )


def _best(place: int, group: Sequence[int], likes: Mapping[Pair, Likeness]) -> Likeness:
    pairs = [(min(place, other), max(place, other)) for other in group if other != place]
    best = max((likes[pair] for pair in pairs if pair in likes), key=lambda like: like.score)
    return replace(best, score=min(1.0, best.score))
