"""Vectors of words: what a word is given before it meets its neighbours is remembered, and the meeting is computed here.

The framework looks up six features of each token and mixes them, for each token anew, though the outcome follows from the
features alone; that is a third of the work on vectors. Its own layers are asked once for each form here. The layers
after that, in which a word meets its neighbours, are computed with the model's weights in the framework's order, without the
blank rows and the copies that it makes. With its own products of matrices the vectors are the same, bit for bit
(``tests/annotate/test_vectors.py``); with quicker ones (``annotate.products``) they are but for rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.products import Floats, Products

NAME = "tok2vec"
MIXED = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
MEETING = "residual(expand_window>>maxout>>layernorm>>dropout)"
REMEMBERED = 50_000
"""Forms kept, some 30 MB."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Layer:
    """One meeting of neighbours: the weights of a convolution with its three pieces one behind the other, and the norm's."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


class Vectors:
    """The component of a pipeline that gives vectors to words."""

    def __init__(self, pipeline: Any, own_products: bool = False) -> None:
        """Takes the component out of the pipeline, where it is built as here; ``taken`` says so.

        ``own_products`` asks for the framework's products of matrices.
        """
        self._known: dict[bytes, int] = {}
        self.taken = pipeline.pipe_names[:1] == [NAME] and _is_plain(pipeline.get_pipe(NAME).model)
        if self.taken:
            model = pipeline.get_pipe(NAME).model
            mixed, meeting = model.layers
            self._products = Products(model.ops, own_products)
            self._features = mixed.layers[0].attrs["columns"]
            self._mix = mixed.layers[1:]
            self._layers = [_layer(one) for one in meeting.layers[0].layers]
            self._rows = np.zeros((1024, meeting.get_dim("nO")), np.float32)
            pipeline.disable_pipes(NAME)

    def give(self, texts: Sequence[Any]) -> None:
        """Gives each text the vectors of its tokens, where this has taken the component's place."""
        lengths = np.array([len(text) for text in texts])
        if not self.taken or not lengths.any():
            return
        with self._products.alone():
            found = self._met(self._unmet(texts), lengths)
        ends = np.cumsum(lengths)
        for text, start, end in zip(texts, (ends - lengths).tolist(), ends.tolist(), strict=True):
            text.tensor = found[start:end]

    def _unmet(self, texts: Sequence[Any]) -> Floats:
        """The vectors of all tokens, each by itself."""
        features = np.concatenate([text.to_array(self._features) for text in texts])
        keys = features.view(f"V{features.strides[0]}").ravel().tolist()
        fresh = {key: at for at, key in enumerate(keys) if key not in self._known}
        if len(self._known) + len(fresh) > REMEMBERED:
            self._known.clear()
            fresh = {key: at for at, key in enumerate(keys)}
        if fresh:
            self._learn(list(fresh), features[list(fresh.values())])
        return self._rows[[self._known[key] for key in keys]]

    def _learn(self, keys: Sequence[bytes], features: Any) -> None:
        """Asks the framework's layers about forms."""
        mixed: Any = [features]
        for layer in self._mix:
            mixed = layer.predict(mixed)
        first = len(self._known)
        while first + len(keys) > len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[first : first + len(keys)] = mixed[0]
        self._known.update(zip(keys, range(first, first + len(keys)), strict=True))

    def _met(self, rows: Floats, lengths: Numbers) -> Floats:
        """The vectors after all meetings. A sentence has as many blank rows on either side as meetings are to come."""
        sides = len(self._layers)
        inside = _ranges(np.cumsum(lengths + 2 * sides) - lengths - sides, lengths)
        met = np.zeros((len(rows) + 2 * sides * len(lengths), rows.shape[1]), np.float32)
        met[inside] = rows
        for number, layer in enumerate(self._layers, 1):
            wide = lengths + 2 * (sides - number)
            centres = _ranges(np.cumsum(wide + 2) - wide - 1, wide)
            near = met[centres[:, None] + np.array([-1, 0, 1])]
            product = self._products.of(near.reshape(len(near), -1), layer.weights, np.cumsum(wide).tolist())
            met = near[:, 1] + _mixed(layer, product)
        return met


def _mixed(layer: Layer, product: Floats) -> Floats:
    """What a convolution makes of its product: the best of its three pieces, brought to the same mean and spread."""
    product += layer.bias
    first, second, third = np.split(product, 3, axis=1)
    best: Floats = np.maximum(np.maximum(first, second), third)
    best -= best.mean(axis=1, keepdims=True)
    spread = np.multiply(best, best).sum(axis=1, keepdims=True) / np.float32(best.shape[1])
    best *= (spread + np.float32(1e-08)) ** np.float32(-0.5)
    best *= layer.scale
    best += layer.shift
    return best


def _ranges(starts: Numbers, lengths: Numbers) -> Numbers:
    """The numbers of all ranges, one behind the other."""
    before = np.cumsum(lengths) - lengths
    numbers: Numbers = np.arange(lengths.sum()) + np.repeat(starts - before, lengths)
    return numbers


def _is_plain(model: Any) -> bool:
    """True for vectors that are mixed from features and then meet their neighbours on both sides, with three pieces."""
    if len(model.layers) != 2 or [layer.name.split("(")[0] for layer in model.layers[0].layers] != MIXED:
        return False
    meeting = model.layers[1]
    names = [layer.name for layer in meeting.layers[0].layers]
    windows = [node.attrs["window_size"] for node in meeting.walk() if node.name == "expand_window"]
    pieces = [node.get_dim("nP") for node in meeting.walk() if node.name == "maxout"]
    return (
        names == [MEETING] * meeting.attrs.get("pad", 0) and windows == [1] * len(names) and pieces == [3] * len(names)
    )


def _layer(residual: Any) -> Layer:
    nodes = {node.name: node for node in residual.walk()}
    maxout, norm = nodes["maxout"], nodes["layernorm"]
    weights, bias = maxout.get_param("W"), maxout.get_param("b")
    return Layer(
        np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])),
        np.ascontiguousarray(bias.T.reshape(-1)),
        norm.get_param("G"),
        norm.get_param("b"),
    )
