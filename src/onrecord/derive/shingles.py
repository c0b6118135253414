"""Runs of words as numbers, and which pages share how many of them.

Containment of shingles, not their Jaccard index: a page cut to a third shares all that it has left, and yet has a Jaccard
index of a third (Broder 1997, "On the resemblance and containment of documents"). An inverted index gives the shared
numbers exactly; its cost is held down by comparing all pairs only of pages that share rare shingles.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

SIZE = 4
"""Words of a shingle. With one word in seven replaced half of the shingles of 4 survive, of 5 four in nine."""
RARE = 24
"""Pages that may share a shingle and still be compared each with each; of a more common one, each is compared with the
page before it and with the first."""
ENOUGH = 0.15
"""Share of the shorter text's shingles that two pages have to share, by that count, before they are compared in full."""
SAMPLED = np.uint64(4)
"""One shingle in so many is looked up in the index; which ones hangs on the shingle alone. All count once two are compared."""
FACTOR = np.uint64(0x9E3779B97F4A7C15)


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def shingles(words: Sequence[str]) -> Numbers:
    """The shingles of a text as numbers, in the order they stand in, repeated ones again."""
    if len(words) < SIZE:
        return np.empty(0, np.uint64)
    each = np.fromiter((_number(word) for word in words), np.uint64, len(words))
    many = len(words) - SIZE + 1
    total = each[:many].copy()
    for step in range(1, SIZE):
        total = (total * FACTOR) ^ each[step : step + many]
    return total


def sampled(text: Numbers) -> Numbers:
    """The shingles by which a text is looked up, each once, in ascending order."""
    return np.unique(text[text % SAMPLED == 0])


def pairs(texts: Sequence[Numbers]) -> Iterator[tuple[int, int]]:
    """The pairs of texts worth comparing, as places in ``texts``, the lower one first, in order. Of each its sample is given."""
    if not any(map(len, texts)):
        return
    sizes = [len(one) for one in texts]
    numbers = np.concatenate(texts)
    owners = np.repeat(np.arange(len(texts), dtype=np.int64), sizes)
    order = np.lexsort((owners, numbers))
    numbers, owners = numbers[order], owners[order]
    starts = np.flatnonzero(np.r_[True, numbers[1:] != numbers[:-1]])
    lengths = np.diff(np.r_[starts, len(numbers)])
    met = np.concatenate([_met(owners, starts, lengths, len(texts), away) for away in range(1, RARE)])
    both, often = np.unique(np.concatenate([met, _with_first(owners, starts, lengths, len(texts))]), return_counts=True)
    own = np.bincount(owners, minlength=len(texts))
    first, second = both // len(texts), both % len(texts)
    enough = often >= ENOUGH * np.minimum(own[first], own[second])
    yield from zip(first[enough].tolist(), second[enough].tolist(), strict=True)


def shared(one: Numbers, other: Numbers) -> npt.NDArray[np.bool_]:
    """For each shingle of one text whether it stands in the other, which is in ascending order."""
    places = np.searchsorted(other, one)
    places[places == len(other)] = 0
    found: npt.NDArray[np.bool_] = other[places] == one
    return found


def _met(owners: Places, starts: Places, lengths: Places, many: int, away: int) -> Places:
    """Pairs of owners that stand ``away`` places from each other in one group; of a large group only neighbours."""
    group = np.repeat(np.arange(len(starts)), lengths)
    if len(owners) <= away:
        return np.empty(0, np.int64)
    same = group[away:] == group[:-away]
    if away > 1:
        same &= lengths[group[away:]] <= RARE
    found: Places = owners[:-away][same] * many + owners[away:][same]
    return found


def _with_first(owners: Places, starts: Places, lengths: Places, many: int) -> Places:
    large = np.flatnonzero(lengths > RARE)
    if not len(large):
        return np.empty(0, np.int64)
    places = np.concatenate([np.arange(starts[one] + 1, starts[one] + lengths[one]) for one in large])
    found: Places = np.repeat(owners[starts[large]], lengths[large] - 1) * many + owners[places]
    return found
