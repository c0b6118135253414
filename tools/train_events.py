"""Makes the event model: ``src/onrecord/data/model_event/weights.tsv.gz``. docs/models.md is its card.

    PYTHONPATH=src:evals python tools/train_events.py gather    # reads corpus and frames anew: tools/model_event/training.tsv.gz
    python tools/train_events.py train                          # the weights from that table, bit for bit

``gather`` takes the train part of ``corpus/`` and the example and near-miss sentences of the frames, and nothing else. A
predicate is a verb, a noun or an adjective with a party beside it; its label is the type of the event whose trigger it is, else
``none``. The table holds the label and the features of each (``find/act_features.py``), so that ``train`` needs no
language model. ``train`` fits a multinomial logistic regression by stochastic gradient descent (Adagrad; the L2 penalty of a
feature spread over the rows that have it) and rounds the weights to steps of 0.05. Rows are shuffled by a generator with a
fixed seed and sums run in a fixed order, so that the result does not depend on the machine.
"""

from __future__ import annotations

import argparse
import gzip
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from onrecord.find.act_features import BESIDE, RUN, WITHIN
from onrecord.lexicon.event_model import STEP

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "tools" / "model_event" / "training.tsv.gz"
WEIGHTS = ROOT / "src" / "onrecord" / "data" / "model_event" / "weights.tsv.gz"
FRAMES = ROOT / "src" / "onrecord" / "data" / "frames"

SEED = 6
EPOCHS = 12
RATE = 0.3
PENALTY = 0.5
"""Rate of Adagrad and strength of the L2 penalty. On the dev part of the corpus (``python evals/events.py``) penalties from
0.5 to 2 differ by less than a point, and so do 12 epochs from 25."""
RARE = 3
"""Rows that a feature needs to be kept."""
VALUES = {"run": RUN, "within": WITHIN, "beside": BESIDE}
HEAD = """\
# The event model: features and their weights by class, in steps of {step}; made by tools/train_events.py.
# Source: corpus/ (train part, CC0) and the frames' own sentences (Apache-2.0). Licence: Apache-2.0.
"""

Row = tuple[str, tuple[str, ...]]
"""A label and the names of the features."""


def value_of(name: str) -> float:
    """What a feature weighs, which its name tells."""
    return VALUES.get(name.partition("=")[0], 1.0)


def common(rows: Sequence[Row]) -> list[Row]:
    """The rows without features that are rare among them."""
    counts = Counter(name for _, names in rows for name in names)
    return [(label, tuple(name for name in names if counts[name] >= RARE)) for label, names in rows]


def trained(rows: Sequence[Row]) -> tuple[list[str], dict[str, list[int]]]:
    """The classes, and each feature's rounded weights; features whose weights are all 0 are left out."""
    classes = sorted({label for label, _ in rows})
    counts = Counter(name for _, names in rows for name in names)
    features = sorted(counts)
    at = {name: place for place, name in enumerate(features)}
    places = [np.array([at[name] for name in names]) for _, names in rows]
    values = [np.array([[value_of(name)] for name in names]) for _, names in rows]
    decay = np.array([[PENALTY / counts[name]] for name in features])
    weights = np.zeros((len(features), len(classes)))
    squares = np.full_like(weights, 1e-8)
    order = list(range(len(rows)))
    shuffler = random.Random(SEED)
    for _ in range(EPOCHS):
        shuffler.shuffle(order)
        for one in order:
            here, value = places[one], values[one]
            error = _shares((weights[here] * value).sum(axis=0))
            error[classes.index(rows[one][0])] -= 1.0
            slope = value * error + decay[here] * weights[here]
            squares[here] += slope * slope
            weights[here] -= RATE * slope / np.sqrt(squares[here])
    steps = np.rint(weights / STEP).astype(int)
    return classes, {name: steps[at[name]].tolist() for name in features if steps[at[name]].any()}


def _shares(scores: np.ndarray) -> np.ndarray:
    """The softmax, by the exponential of the C library: that of numpy differs between processors in the last bit."""
    top = float(scores.max())
    powers = [math.exp(score - top) for score in scores.tolist()]
    total = sum(powers)
    return np.array([power / total for power in powers])


def table_of(classes: Sequence[str], weights: dict[str, list[int]]) -> str:
    """The model as the package reads it."""
    lines = ["\t".join(("feature", *classes))]
    lines += ["\t".join((name, *(str(one) if one else "" for one in row))) for name, row in weights.items()]
    return HEAD.format(step=STEP) + "".join(line + "\n" for line in lines)


def read_table(path: Path) -> list[Row]:
    """The rows of a training table."""
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(label, tuple(names)) for label, *names in cells]


def write(path: Path, text: str) -> None:
    """``text``, compressed without a time stamp."""
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")


def gather() -> Iterator[Row]:
    """The rows of our own sentences, in the order of the files. Needs the language model and the folder evals/ on the path."""
    from model_event.sentences import rows_of_corpus, rows_of_frames

    yield from rows_of_corpus(ROOT / "corpus")
    yield from rows_of_frames(FRAMES)


def main() -> int:
    """Runs one of the two steps."""
    parser = argparse.ArgumentParser(description="Makes the event model.")
    parser.add_argument("step", choices=("gather", "train"))
    if parser.parse_args().step == "gather":
        rows = common(list(gather()))
        head = "# Labels and features of predicates of corpus/ (train part) and of the frames' sentences. CC0-1.0.\n"
        write(TABLE, head + "".join("\t".join((label, *names)) + "\n" for label, names in rows))
        print(", ".join(f"{label} {count}" for label, count in Counter(label for label, _ in rows).most_common()))
    else:
        write(WEIGHTS, table_of(*trained(read_table(TABLE))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
