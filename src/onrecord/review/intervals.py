"""Shares with the interval that they lie in: how far a few entries that were looked at speak for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

Z = 1.959964
"""The normal quantile for 95 in 100."""


def wilson(share: float, looked: float, z: float = Z) -> tuple[float, float]:
    """The interval that holds the share of all with 95 in 100, where ``share`` of ``looked`` drawn at random have it.

    It stays within 0 and 1 and is sound for few entries and for shares near 1, where the textbook's is not: Wilson,
    Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209–212; recommended by Brown,
    Cai and DasGupta, Interval estimation for a binomial proportion, Statistical Science 16 (2001), 101–133.
    ``looked`` may be an effective number, see below. (0, 1) where nothing was looked at.
    """
    if looked <= 0:
        return 0.0, 1.0
    middle = share + z * z / (2 * looked)
    reach = z * sqrt(share * (1 - share) / looked + z * z / (4 * looked * looked))
    whole = 1 + z * z / looked
    return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


def effective(pages: Sequence[tuple[int, int]]) -> float:
    """How many entries drawn one by one would tell as much as these, which came page by page.

    ``pages`` holds for each page how many have it, of how many. Entries of a page are alike, so that they tell less: their
    number is divided by the design effect, the variance of the ratio between pages over that of single entries (Kish,
    Survey Sampling, 1965; put into a Wilson interval after Korn and Graubard, Survey Methodology 24, 1998, 193–201). Never
    more than there are; of a single page no effect can be told.
    """
    total = sum(of for _, of in pages)
    share = sum(has for has, _ in pages) / total if total else 0.0
    alone = share * (1 - share) / total if total else 0.0
    if len(pages) < 2 or alone == 0:
        return float(total)
    spread = sum((has - share * of) ** 2 for has, of in pages)
    between = len(pages) / (len(pages) - 1) * spread / total**2
    return total / max(1.0, between / alone)
