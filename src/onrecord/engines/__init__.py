"""Engines carry the run plan out; every one gives the same results in the same order."""

from onrecord.engines.limits import Limits
from onrecord.engines.local import LoopEngine, local
from onrecord.engines.pool import PoolEngine

__all__ = ["Limits", "LoopEngine", "PoolEngine", "local"]
