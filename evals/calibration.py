"""Whether a confidence means what it says: the share that is right, by how sure we were."""

from __future__ import annotations

from collections.abc import Sequence

BINS = 10
"""Bins of equal width from 0 to 1; the last one takes in 1."""

Judged = Sequence[tuple[float, bool]]
"""Confidences from 0 to 1, each with whether the answer was right."""


def bins(judged: Judged) -> list[list[tuple[float, bool]]]:
    """The answers by confidence."""
    made: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in judged:
        made[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return made


def expected_error(judged: Judged) -> float:
    """Expected calibration error: the gap between mean confidence and share right, weighted by the bins' sizes."""
    gaps = (abs(sum(c for c, _ in one) - sum(right for _, right in one)) for one in bins(judged))
    return sum(gaps) / len(judged) if judged else 0.0


def table(what: str, judged: Judged) -> list[str]:
    """The reliability table as lines: per bin how many, how sure on average, how many of them right."""
    lines = [f"{what}: {len(judged)} answers, expected calibration error {expected_error(judged):.3f}"]
    for number, one in enumerate(bins(judged)):
        if one:
            sure, right = sum(c for c, _ in one) / len(one), sum(right for _, right in one) / len(one)
            low, high = number / BINS, (number + 1) / BINS
            lines.append(
                f"  {low:.1f} to {high:.1f}  {len(one):5}  sure {sure:.3f}  right {right:.3f}  {right - sure:+.3f}"
            )
    return lines
