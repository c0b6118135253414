"""Engines carry the run plan out; every one gives the same results in the same order."""

from onrecord.engines.local import LoopEngine, PoolEngine, local

__all__ = ["LoopEngine", "PoolEngine", "local"]
