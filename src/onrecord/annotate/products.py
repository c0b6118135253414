"""Products of matrices, by the quickest library at hand whose results hang on nothing else.

The library that comes with NumPy is up to three times as quick as the one that the framework brings along, which uses the plain
instructions of every processor that it does not know by name. But it cuts large products up by their size and by the number of
threads, so that the last bits of a row hang on the rows beside it. Therefore each sentence is multiplied by itself, in one
thread: then it has the same vectors in whatever company it comes. Where the library cannot be told how many threads to
take, the framework's is used, for which that holds anyway.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.float32]


class Products:
    """Multiplies rows by the columns of a table of weights."""

    def __init__(self, ops: Any, own: bool = False) -> None:
        """``ops`` is the framework's library; ``own`` asks for that one."""
        self._ops = ops
        self._library = ThreadpoolController().select(user_api="blas")
        self.own = own or not self._library.info()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """In one thread."""
        with self._library.limit(limits=1):
            yield

    def of(self, rows: Floats, weights: Floats, ends: list[int]) -> Floats:
        """``rows`` times the transposed ``weights``; the rows of one sentence end where that of the next begin, at ``ends``."""
        if self.own:
            product: Floats = self._ops.gemm(rows, weights, trans2=True)
            return product
        product = np.empty((len(rows), len(weights)), np.float32)
        for start, end in zip([0, *ends], ends, strict=False):
            np.matmul(rows[start:end], weights.T, out=product[start:end])
        return product
