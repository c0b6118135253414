"""How far reviewers agree, beyond what chance would give.

Written out here: the library krippendorff is under the GPL, and scikit-learn's kappa would bring all of scikit-learn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Agreement of two reviewers on the entries that both judged: 1 is full, 0 what chance gives.

    Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37–46. None
    where there is no pair, or where both gave one and the same word to all, since then chance alone agrees fully.
    """
    total = len(pairs)
    if not total:
        return None
    seen = sum(one == other for one, other in pairs) / total
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(first[word] * second[word] for word in first) / total**2
    return None if chance == 1 else (seen - chance) / (1 - chance)


def krippendorff_alpha(units: Sequence[Sequence[str]]) -> float | None:
    """Agreement of any number of reviewers, each of whom may have judged some entries only; words are nominal.

    ``units`` has the words on each entry; those with less than two say nothing. Krippendorff, Content Analysis, 2nd ed.
    (2004), ch. 11, by the matrix of coincidences. None where no entry has two, or all have one and the same word.
    """
    totals: Counter[str] = Counter()
    differing = 0.0
    for unit in units:
        if len(unit) < 2:
            continue
        counts = Counter(unit)
        totals.update(counts)
        unequal = len(unit) ** 2 - sum(many**2 for many in counts.values())
        differing += unequal / (len(unit) - 1)
    paired = sum(totals.values())
    expected = paired**2 - sum(many**2 for many in totals.values())
    if not paired or not expected:
        return None
    return 1 - (paired - 1) * differing / expected
