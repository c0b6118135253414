"""Two annotation passes over the same passages: how far they agree.

    python evals/agreement.py FIRST SECOND [--misses N] [--only KIND] [--json FILE]

FIRST and SECOND are files or folders in the corpus's format; passages are taken by name, and those that only one of them
holds, or whose words differ, are left out and named. Statements are paired as ``corpus_match.py`` pairs ours with the
gold, events where the type is the same and the triggers share a character or stand in one sentence. Precision is over
SECOND, recall over FIRST; F1 is the same whichever comes first. What is asked of pairs means what it means in
``corpus_tally.py`` and ``events.py``. It is agreement of two readings by one set of rules, no ceiling for a reader: both
may be wrong in the same way, and a reader may be right where one of them is not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from common import Agreement, Ratio, Report, digest, emit
from corpus_links import reported
from corpus_match import countries_in, same_names
from corpus_tally import shown
from polnear import Attribution, Worded, match, same_source, worded

from corpus import Act, Passage, Range, Ranges, Saying, sound
from onrecord.annotate import split_sentences

WRONG = ("statement", "speaker", "form", "attitude", "event", "parties", "status")


@dataclass(frozen=True, slots=True)
class Said:
    """The same statement in both passes, with its worded forms."""

    first: Saying
    second: Saying
    words: tuple[Worded, Worded]

    @property
    def phrase_same(self) -> bool:
        """True where the speaker phrases share half of the smaller one."""
        return same_source(self.words[0].source, self.words[1].source)

    @property
    def name_same(self) -> bool:
        """True where both name the same speakers, or nobody; a body that one only describes may be unnamed for the other."""
        one, other = self.first.speakers, self.second.speakers
        return same_names(one, other) or (not one and _described(other)) or (not other and _described(one))

    @property
    def cue_same(self) -> bool:
        """True where the cues share a word, or neither has one."""
        one, other = self.words
        return bool(one.cue & other.cue) or not (one.cue or other.cue)


def _described(names: Sequence[str]) -> bool:
    return bool(names) and all(name[0].islower() for name in names)


@dataclass(frozen=True, slots=True)
class Both:
    """A passage in both passes, paired."""

    first: Passage
    second: Passage
    said: tuple[Said, ...]
    done: tuple[tuple[Act, Act], ...]

    def alone(self) -> Iterator[tuple[str, Saying]]:
        """Statements of one pass only, with the name of the pass."""
        for name, passage, paired in (
            ("first", self.first, {one.first.key for one in self.said}),
            ("second", self.second, {one.second.key for one in self.said}),
        ):
            yield from ((name, one) for one in passage.statements if one.key not in paired)


def both(first: Passage, second: Passage) -> Both:
    """Pairs what two passes found in one text. Raises ValueError where the texts differ in more than white space."""
    if first.text.split() != second.text.split():
        raise ValueError(f"{first.name}: the texts differ")
    second = _moved(second, first.text)
    one, by_one = _worded(first)
    other, by_other = _worded(second)
    said = (
        Said(by_one[id(one[i].given)], by_other[id(other[j].given)], (one[i], other[j])) for i, j in match(one, other)
    )
    in_order = sorted(said, key=lambda pair: pair.first.content + pair.first.cue)
    return Both(first, second, tuple(in_order), _acts(first, second))


def _moved(passage: Passage, text: str) -> Passage:
    """The passage with its positions in ``text``, which has the same words with other white space between them."""
    if passage.text == text:
        return passage
    here, there = ([at for at, letter in enumerate(one) if not letter.isspace()] for one in (passage.text, text))
    place = dict(zip(here, there, strict=True))

    def range_(one: Range) -> Range:
        return place[one[0]], place[one[1] - 1] + 1

    def ranges(some: Ranges) -> Ranges:
        return tuple(range_(one) for one in some)

    sayings = [
        replace(
            one,
            speaker=ranges(one.speaker),
            cue=ranges(one.cue),
            content=ranges(one.content),
            addressee=ranges(one.addressee),
        )
        for one in (*passage.statements, *passage.nonstatements)
    ]
    acts = [replace(one, trigger=range_(one.trigger)) for one in passage.events]
    real = len(passage.statements)
    return replace(
        passage,
        text=text,
        statements=tuple(sayings[:real]),
        nonstatements=tuple(sayings[real:]),
        events=tuple(acts),
    )


def _worded(passage: Passage) -> tuple[list[Worded], dict[int, Saying]]:
    made = [(one, Attribution(one.speaker, one.cue, one.content or one.cue)) for one in passage.statements]
    return worded(passage.text, [given for _, given in made]), {id(given): one for one, given in made}


def _acts(first: Passage, second: Passage) -> tuple[tuple[Act, Act], ...]:
    """Events of one type that are the same: by the trigger first, then by the sentence."""
    sentences = [span for block in first.blocks for span in split_sentences(first.text, block.start, block.end)]

    def sentence(act: Act) -> tuple[int, int]:
        at = act.trigger[0]
        return next((span for span in sentences if span[0] <= at < span[1]), act.trigger)

    near = []
    for i, one in enumerate(first.events):
        for j, other in enumerate(second.events):
            meets = one.trigger[0] < other.trigger[1] and other.trigger[0] < one.trigger[1]
            if one.type == other.type and (meets or sentence(one) == sentence(other)):
                near.append((not meets, abs(one.trigger[0] - other.trigger[0]), i, j))
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in sorted(near):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return tuple((first.events[i], second.events[j]) for i, j in sorted(pairs))


def report(passages: Sequence[Both], gold: str) -> Report:
    """The figures, and where the passes differ, kinds in turn."""
    made = Report("agreement", gold)
    made.lines.append(f"{len(passages)} passages; P is over the second pass, R over the first")
    said = [pair for one in passages for pair in one.said]
    sizes = sum(len(one.second.statements) for one in passages), sum(len(one.first.statements) for one in passages)
    for key, what, test in _SAID:
        made.add(f"{key}_f1", what, Agreement(sum(map(test, said)), *sizes))
    for name in ("form", "attitude", "countries", "capacity"):
        same = sum(getattr(pair.first, name) == getattr(pair.second, name) for pair in said)
        made.add(f"{name}_same", f"{name} the same", Ratio(same, len(said)))
    _links(made, passages)
    _unsaid(made, passages)
    _events(made, passages)
    rows = [_differences(kind, passages) for kind in WRONG]
    made.misses = [line for row in zip_longest(*rows) for line in row if line is not None]
    return made


_SAID: tuple[tuple[str, str, Callable[[Said], bool]], ...] = (
    ("content", "content", lambda pair: True),
    ("speaker", "content + speaker", lambda pair: pair.phrase_same),
    ("name", "content + name", lambda pair: pair.name_same),
    ("cue", "content + cue", lambda pair: pair.cue_same),
    ("all", "content + speaker + cue", lambda pair: pair.phrase_same and pair.cue_same),
)


def _links(made: Report, passages: Sequence[Both]) -> None:
    """Links of statements, theirs written with the first pass's keys; what has no partner there agrees with nothing."""
    for name, what, links in _LINKS:
        mine = [
            {(one.key, reported(each.first, key)) for one in each.first.statements for key in links(one)}
            for each in passages
        ]
        other = [set(_translated(each, links)) for each in passages]
        same = sum(len(one & two) for one, two in zip(mine, other, strict=True))
        made.add(f"{name}_links", what, Agreement(same, sum(map(len, other)), sum(map(len, mine))))


_LINKS: tuple[tuple[str, str, Callable[[Saying], tuple[str, ...]]], ...] = (
    ("within", "nesting", lambda one: (one.within,) if one.within else ()),
    ("denies", "denies", lambda one: one.denies),
)


def _translated(each: Both, links: Callable[[Saying], tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    keys = {pair.second.key: pair.first.key for pair in each.said} | {two.key: one.key for one, two in each.done}
    for one in each.second.statements:
        for key in links(one):
            denied = reported(each.second, key)
            yield keys.get(one.key, f"second {one.key}"), keys.get(denied, f"second {denied}")


def _unsaid(made: Report, passages: Sequence[Both]) -> None:
    sizes = (
        sum(len(one.second.nonstatements) for one in passages),
        sum(len(one.first.nonstatements) for one in passages),
    )
    same = sum(
        any(_share(one.cue, other.cue) for other in each.second.nonstatements)
        for each in passages
        for one in each.first.nonstatements
    )
    made.add("unsaid_f1", "not said", Agreement(same, *sizes))


def _share(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)


def _events(made: Report, passages: Sequence[Both]) -> None:
    done = [pair for each in passages for pair in each.done]
    sizes = sum(len(one.second.events) for one in passages), sum(len(one.first.events) for one in passages)
    made.add("type_f1", "event type", Agreement(len(done), *sizes))
    made.add("complete_f1", "type + countries of both", Agreement(sum(map(_countries_same, done)), *sizes))
    for name in ("status", "mode"):
        same = sum(getattr(one, name) == getattr(other, name) for one, other in done)
        made.add(f"{name}_same", f"{name} the same", Ratio(same, len(done)))
    dated = [(one, other) for one, other in done if one.when and other.when]
    made.add("when_same", "day the same, both dated", Ratio(sum(a.when == b.when for a, b in dated), len(dated)))
    placed = [(one, other) for one, other in done if one.place and other.place]
    made.add(
        "place_same", "place the same, both placed", Ratio(sum(a.place == b.place for a, b in placed), len(placed))
    )


def _countries_same(pair: tuple[Act, Act]) -> bool:
    one, other = pair
    return countries_in(one.sources) == countries_in(other.sources) and countries_in(one.targets) == countries_in(
        other.targets
    )


def _differences(kind: str, passages: Sequence[Both]) -> list[str]:
    """Where the passes differ in what ``kind`` names."""
    made: list[str] = []
    for each in passages:
        text, name = each.first.text, each.first.name
        if kind == "statement":
            lines = [f"only {which}: {shown(text, one)}" for which, one in each.alone()]
        elif kind == "event":
            lines = [f"only {which}: {line}" for which, line in _alone(each)]
        elif kind in ("parties", "status"):
            off = [pair for pair in each.done if not _event_same(kind, pair)]
            lines = [f"{_act(text, one)} / {_act(text, other)}" for one, other in off]
        else:
            lines = [_said_otherwise(kind, pair, text) for pair in each.said if not _said_same(kind, pair)]
        made += [f"{kind:<9}{name}: {line}" for line in lines]
    return made


def _event_same(kind: str, pair: tuple[Act, Act]) -> bool:
    return _countries_same(pair) if kind == "parties" else pair[0].status == pair[1].status


def _alone(each: Both) -> Iterator[tuple[str, str]]:
    for which, passage, at in (("first", each.first, 0), ("second", each.second, 1)):
        paired = {pair[at].key for pair in each.done}
        yield from ((which, _act(passage.text, one)) for one in passage.events if one.key not in paired)


def _act(text: str, act: Act) -> str:
    sides = ("+".join(f"{side.country or '-'}/{side.sector}" for side in some) for some in (act.sources, act.targets))
    return f"{text[slice(*act.trigger)]} {act.type} {act.status} {' -> '.join(sides)}"


def _said_same(kind: str, pair: Said) -> bool:
    if kind == "speaker":
        return pair.phrase_same and pair.name_same
    return bool(getattr(pair.first, kind) == getattr(pair.second, kind))


def _said_otherwise(kind: str, pair: Said, text: str) -> str:
    if kind == "speaker":
        names = (" and ".join(one.speakers) or "?" for one in (pair.first, pair.second))
    else:
        names = (str(getattr(one, kind)) for one in (pair.first, pair.second))
    return f"{' / '.join(names)}; {shown(text, pair.first)}"


def paired(first: Iterable[Path], second: Iterable[Path]) -> tuple[list[Both], list[str]]:
    """The passages that both passes hold, paired, and why others were left out."""
    mine, faulty = sound(first)
    others, faulty_there = sound(second)
    by_name = {one.name: one for one in mine}
    made: list[Both] = []
    left = [f"{faulty + faulty_there} with faults"] if faulty + faulty_there else []
    for other in others:
        if other.name not in by_name:
            left.append(f"{other.name}: not in the first pass")
            continue
        try:
            made.append(both(by_name[other.name], other))
        except ValueError as error:
            left.append(str(error))
    return made, left


def main() -> int:
    """Compares two passes from the command line; gives the exit status."""
    parser = argparse.ArgumentParser(description="How far two annotation passes over the same passages agree.")
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path, nargs="+")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N differences")
    parser.add_argument("--only", choices=WRONG, help="list differences of this kind only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE")
    wanted = parser.parse_args()
    made, left = paired([wanted.first], wanted.second)
    if left:
        print(f"left out: {'; '.join(left)}", file=sys.stderr)
    compared = report(made, digest({Path(side.path) for one in made for side in (one.first, one.second)}))
    compared.misses = [line for line in compared.misses if line.startswith(wanted.only or "")]
    emit(compared, wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
