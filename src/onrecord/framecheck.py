"""The frame lexicon held against its own examples: each entry's example must match, its near miss must not.

Examples mark roles inline: ``{S:Norland} accused {T:Sudland} of {C:sheltering rebels}.`` A role counts as found where its head or
content lies within, or around, the marked words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.find import content, extents, matcher
from onrecord.find.matcher import Match
from onrecord.find.view import ActorWords, View
from onrecord.lexicon.frames import Frame, FrameTable, Role
from onrecord.schema import Block, Document
from onrecord.steps import Annotates

_MARK = re.compile(r"\{([STACOG]):([^{}]*)\}")
_ROLES: dict[str, Role] = {
    "S": "source",
    "T": "target",
    "A": "addressee",
    "C": "content",
    "O": "object",
    "G": "against",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """An entry that its own sentences do not bear out, and what went wrong."""

    frame: Frame
    sentence: str
    problem: str

    def __str__(self) -> str:
        return f"{self.frame.where}: {self.frame.id}: {self.problem}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Marked:
    """An example without its marks, and the stretches that they named."""

    text: str
    roles: tuple[tuple[Role, int, int], ...]


def unmark(example: str) -> Marked:
    """The plain sentence of a marked example, with the roles' code points in it."""
    text, roles, last = "", [], 0
    for found in _MARK.finditer(example):
        text += example[last : found.start()]
        roles.append((_ROLES[found[1]], len(text), len(text) + len(found[2])))
        text += found[2]
        last = found.end()
    return Marked(text + example[last:], tuple(roles))


def check(frames: Iterable[Frame], table: FrameTable, annotator: Annotates, actors: ActorWords) -> Iterator[Fault]:
    """The faults of these entries, in their order; an entry without an example is one."""
    for frame in frames:
        if not frame.example:
            yield Fault(frame, "", "has no example")
            continue
        marked = unmark(frame.example)
        problem = _example_problem(frame, marked, _view(marked.text, table, annotator, actors))
        if problem is not None:
            yield Fault(frame, marked.text, problem)
        if frame.near_miss:
            view = _view(frame.near_miss, table, annotator, actors)
            if any(match.frame.id == frame.id for match in _all(view)):
                yield Fault(frame, frame.near_miss, "matches its near miss")


def _view(text: str, table: FrameTable, annotator: Annotates, actors: ActorWords) -> View:
    block = Block("paragraph", 0, len(text), "example")
    document = Document("0" * 16, "0" * 64, "example", text, (block,))
    return View(document, annotator.annotate(document), table, actors)


def _all(view: View) -> list[Match]:
    return [match for sentence in view.annotations.sentences for match in matcher.matches(view, sentence)]


def _example_problem(frame: Frame, marked: Marked, view: View) -> str | None:
    every = _all(view)
    found = [match for match in every if match.frame.id == frame.id]
    if not found:
        return f"does not match its example (matched: {', '.join(m.frame.id for m in every) or 'nothing'})"
    missing = min((_missing(match, marked, view) for match in found), key=len)
    return f"finds no {', '.join(missing)}" if missing else None


def _missing(match: Match, marked: Marked, view: View) -> list[str]:
    lacking: list[str] = []
    for role, start, end in marked.roles:
        ranges = content.pieces(view, match) if role == "content" else _ranges(match, role)
        if not any(a < end and start < b for a, b in ranges):
            lacking.append(role)
    return lacking


def _ranges(match: Match, role: Role) -> list[tuple[int, int]]:
    filled = match.roles.get(role)
    return [] if filled is None else [extents.joint_phrase(match.sentence, filled.head)]


def main() -> int:
    """Check the packaged lexicon; print the faults and a count. 1 where there are any."""
    import sys

    from onrecord.steps import assemble

    pipeline = assemble()
    faults = list(check(pipeline.frames.frames, pipeline.frames, pipeline.annotator, pipeline.actors))
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{len(pipeline.frames.frames)} frames, {len({f.frame.where for f in faults})} with faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
