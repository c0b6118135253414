"""Which statements of a page report one saying: the headline, the lead and the quote."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from onrecord.find.likeness import content_stems, holds, same_speaker
from onrecord.schema import Statement

SAME_SAYING = 0.6
"""Share of the shorter content's words that two statements of one speaker share when they report one saying."""


def with_utterances(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with one key for all that report one saying."""
    keyed: dict[str, str] = {}
    out: list[Statement] = []
    headed = {body: head for head, body in _headlines(statements).items()}
    for one in statements:
        same = headed.get(one.id) or next((s.id for s in out if _is_same(one, s)), None)
        key = keyed[same] if same else hashlib.sha256(f"utterance\x1f{one.id}".encode()).hexdigest()[:16]
        keyed[one.id] = key
        out.append(replace(one, utterance=key))
    return out


def _is_same(one: Statement, other: Statement) -> bool:
    """Mostly the same words in the same mouth, neither inside the other."""
    if one.attitude != other.attitude or not same_speaker(one.speaker, other.speaker):
        return False
    mine, theirs = content_stems(one), content_stems(other)
    least = min(len(mine), len(theirs))
    if least < 3 or len(mine & theirs) < SAME_SAYING * least:
        return False
    return not (_overlap(one, other) or holds(one, other) or holds(other, one))


def _overlap(one: Statement, other: Statement) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.content for b in other.content)


def _headlines(statements: Sequence[Statement]) -> dict[str, str]:
    """From each headline's statement to the one in the body that it announces: of the same speaker the one with most of
    its words, the first of equals; where none shares a word, the lead."""
    found: dict[str, str] = {}
    body = [s for s in statements if s.block != "title" and s.within is None and s.content]
    for head in statements:
        if head.block != "title" or head.within is not None:
            continue
        words = content_stems(head)
        own = [
            (len(words & content_stems(s)), -n, s) for n, s in enumerate(body) if same_speaker(head.speaker, s.speaker)
        ]
        best = max(own, key=lambda entry: entry[:2], default=None)
        if best is None or (best[0] == 0 and best[2] is not body[0]) or best[2].id in found.values():
            continue
        found[head.id] = best[2].id
    return found
