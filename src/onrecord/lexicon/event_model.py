"""The event model: from features to how likely each PLOVER type is.

A multinomial logistic regression whose weights are whole numbers in ``data/model_event/weights.tsv.gz``, made by
``tools/train_events.py``; docs/models.md is its card.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

NONE = "none"
"""The class of predicates that are no event."""
STEP = 0.05
"""What one unit of a stored weight is worth."""


@dataclass(frozen=True, slots=True)
class EventModel:
    """Classes in alphabetical order, and of each feature the weights by the class's position; those of 0 are left out."""

    classes: tuple[str, ...]
    weights: Mapping[str, tuple[tuple[int, int], ...]]

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """The probability of each class; they sum to 1."""
        scores = [0.0] * len(self.classes)
        for name, value in features.items():
            for at, weight in self.weights.get(name, ()):
                scores[at] += value * weight
        top = max(scores)
        powers = [math.exp(STEP * (score - top)) for score in scores]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.classes, powers, strict=True)}

    def best(self, features: Mapping[str, float]) -> tuple[str, float]:
        """The likeliest type of event, whether or not no event is likelier, and its probability."""
        likely = self.probabilities(features)
        type_ = max((name for name in likely if name != NONE), key=lambda name: (likely[name], name))
        return type_, likely[type_]


def parse(lines: Iterable[str]) -> EventModel:
    """The model in the lines of its table: the classes, then a feature and its weights (0 is empty), parted by tabs."""
    rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    _, *classes = rows[0]
    return EventModel(tuple(classes), {name: _sparse(cells) for name, *cells in rows[1:]})


def _sparse(cells: Sequence[str]) -> tuple[tuple[int, int], ...]:
    return tuple((at, int(cell)) for at, cell in enumerate(cells) if cell)


@lru_cache(maxsize=1)
def load_event_model() -> EventModel:
    """The model as shipped."""
    raw = files("onrecord").joinpath("data", "model_event", "weights.tsv.gz").read_bytes()
    return parse(gzip.decompress(raw).decode("utf-8").splitlines())
