"""Weighted words of texts, and how alike texts are by them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

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

    def __init__(self, counts: Sequence[Mapping[str, float]], power: float = POWER) -> None:
        """``counts`` of the terms of each text; a term may weigh more than it occurs. ``power`` is of the inverse frequency."""
        frequency = Counter(term for one in counts for term in one)
        self._number = {term: number for number, term in enumerate(sorted(frequency))}
        self.terms = tuple(sorted(frequency))
        many = len(counts)
        inverse = {term: (math.log((1 + many) / (1 + often)) + 1) ** power for term, often in frequency.items()}
        single = max(SINGLE, min(1.0, FEW / max(1, many)))
        inverse.update((term, inverse[term] * single) for term, often in frequency.items() if often == 1)
        self.vectors = [self._vector(one, inverse) for one in counts]

    def _vector(self, counts: Mapping[str, float], inverse: Mapping[str, float]) -> tuple[Places, Floats]:
        ordered = sorted(counts)
        places = np.fromiter((self._number[term] for term in ordered), np.int64, len(ordered))
        weights = [(1 + math.log(max(1.0, counts[term]))) * inverse[term] for term in ordered]
        length = math.sqrt(sum(weight * weight for weight in weights)) or 1.0
        return places, np.array([weight / length for weight in weights], np.float32)

    def telling(self, text: int) -> Places:
        """The terms of highest weight of a text, highest first, as numbers."""
        places, weights = self.vectors[text]
        return places[np.lexsort((places, -weights))[:TELLING]]

    def cosine(self, one: int, other: int) -> float:
        """How alike two texts are, from 0 to 1."""
        (places, weights), (theirs, heavy) = self.vectors[one], self.vectors[other]
        _, mine, yours = np.intersect1d(places, theirs, assume_unique=True, return_indices=True)
        return round(float(weights[mine] @ heavy[yours]), 6)

    def scores(self) -> dict[tuple[int, int], float]:
        """The cosine of each pair of texts that share telling terms, the lower place first."""
        having: dict[int, list[int]] = {}
        telling = [self.telling(text).tolist() for text in range(len(self.vectors))]
        for text, terms in enumerate(telling):
            for term in terms:
                having.setdefault(term, []).append(text)
        found: dict[tuple[int, int], float] = {}
        dense = np.zeros(len(self.terms), np.float32)
        for text, terms in enumerate(telling):
            met = Counter(
                other for term in terms if len(having[term]) <= COMMON for other in having[term] if other != text
            )
            others = [other for other, _ in sorted(met.items(), key=lambda one: (-one[1], one[0]))[:NEAREST]]
            if not others:
                continue
            places, weights = self.vectors[text]
            dense[places] = weights
            for other in others:
                theirs, heavy = self.vectors[other]
                found[min(text, other), max(text, other)] = round(float(dense[theirs] @ heavy), 6)
            dense[places] = 0
        return found
