"""Weighted words of texts, and how alike texts are by them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.derive.linkage import Doubles, Places, Scores

Floats = npt.NDArray[np.float32]

TELLING = 25
"""Terms of highest weight by which a text finds others to be compared with."""
COMMON = 300
"""Texts with a term from which on it finds nobody: what a story costs then grows with its pages, not with the archive."""
NEAREST = 80
"""Texts that one text is compared with at most, those that share most of its telling terms first."""
POWER = 1.5
"""Of the inverse frequency; 1 and 2 give one to three points less of B-cubed on ECB+."""
SINGLE = 0.15
"""What a term of one text alone counts: in a large record it is a slip or a name that nobody else gives."""
FEW = 6
"""Texts up to which a term of one text counts in full, for there hardly any term is met twice."""


class Vectors:
    """Texts as unit vectors of their terms: 1 + log of the count, times a power of the smoothed inverse frequency."""

    def __init__(self, counts: Iterable[Mapping[str, float]], power: float = POWER) -> None:
        """``counts`` of the terms of each text; a term may weigh more than it occurs. ``power`` is of the inverse frequency.

        Of each text no more than arrays are held: its terms would take ten times as much.
        """
        number: dict[str, int] = {}
        numbers: list[Places] = []
        given: list[Doubles] = []
        for one in counts:
            numbers.append(np.fromiter((number.setdefault(term, len(number)) for term in one), np.int64, len(one)))
            given.append(np.fromiter(one.values(), np.float64, len(one)))
        self.terms = tuple(sorted(number))
        place = np.empty(len(number), np.int64)
        place[[number[term] for term in self.terms]] = np.arange(len(number))
        often = np.bincount(np.concatenate(numbers), minlength=len(number)) if numbers else np.empty(0, np.int64)
        weights = (np.log((1 + len(numbers)) / (1 + often)) + 1) ** power
        weights[often == 1] *= max(SINGLE, min(1.0, FEW / max(1, len(numbers))))
        self.vectors = [_vector(place[one], held, weights[one]) for one, held in zip(numbers, given, strict=True)]

    def telling(self, text: int) -> Places:
        """The terms of highest weight of a text, highest first, as numbers."""
        places, weights = self.vectors[text]
        return places[np.lexsort((places, -weights))[:TELLING]]

    def cosine(self, one: int, other: int) -> float:
        """How alike two texts are, from 0 to 1."""
        (places, weights), (theirs, heavy) = self.vectors[one], self.vectors[other]
        _, mine, yours = np.intersect1d(places, theirs, assume_unique=True, return_indices=True)
        return round(float(weights[mine] @ heavy[yours]), 6)

    def likest(self, texts: Sequence[int]) -> int:
        """Of some texts the one that is most like all of them together; the first of equals."""
        total = np.zeros(len(self.terms), np.float64)
        for text in texts:
            places, weights = self.vectors[text]
            total[places] += weights
        likeness = {text: round(float(total[self.vectors[text][0]] @ self.vectors[text][1]), 6) for text in texts}
        return max(texts, key=lambda text: (likeness[text], -text))

    def scores(self) -> Scores:
        """The cosine of each pair of texts that share telling terms, the lower place first."""
        many = len(self.vectors)
        telling = [self.telling(text) for text in range(many)]
        having = _having(telling, len(self.terms))
        near = []
        for text, terms in enumerate(telling):
            others = _nearest(text, [having[term] for term in terms.tolist() if len(having[term]) <= COMMON])
            near.append(np.minimum(text, others) * many + np.maximum(text, others))
        ones, others = np.divmod(np.unique(np.concatenate(near)), many) if near else (_NONE, _NONE)
        return Scores(ones, others, self._cosines(ones, others))

    def _cosines(self, ones: Places, others: Places) -> Doubles:
        """How alike the pairs are; those of one text come in a row."""
        found = np.empty(len(ones), np.float64)
        dense = np.zeros(len(self.terms), np.float32)
        held = -1
        for at, (one, other) in enumerate(zip(ones.tolist(), others.tolist(), strict=True)):
            if one != held:
                if held >= 0:
                    dense[self.vectors[held][0]] = 0
                held = one
                dense[self.vectors[one][0]] = self.vectors[one][1]
            theirs, heavy = self.vectors[other]
            found[at] = round(float(dense[theirs] @ heavy), 6)
        return found


_NONE = np.empty(0, np.int64)


def _vector(places: Places, counts: Doubles, inverse: Doubles) -> tuple[Places, Floats]:
    """The terms of a text in ascending order, and what they weigh."""
    order = np.argsort(places)
    weights = ((1 + np.log(np.maximum(1.0, counts))) * inverse)[order]
    length = math.sqrt(float(weights @ weights)) or 1.0
    return places[order], (weights / length).astype(np.float32)


def _having(telling: Sequence[Places], many: int) -> list[Places]:
    """The texts in which each of ``many`` terms is a telling one."""
    if not telling:
        return []
    terms = np.concatenate(telling)
    texts = np.repeat(np.arange(len(telling), dtype=np.int64), [len(one) for one in telling])
    order = np.lexsort((texts, terms))
    return np.split(texts[order], np.searchsorted(terms[order], np.arange(1, many)))


def _nearest(text: int, having: Sequence[Places]) -> Places:
    """The texts that share most terms with one, those first."""
    if not having:
        return _NONE
    others, often = np.unique(np.concatenate(having), return_counts=True)
    others, often = others[others != text], often[others != text]
    nearest: Places = others[np.lexsort((others, -often))[:NEAREST]]
    return nearest
