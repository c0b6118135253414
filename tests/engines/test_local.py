from __future__ import annotations

from onrecord.engines import Limits, LoopEngine, PoolEngine, local

from . import fakes


def test_the_loop_gives_results_in_input_order_and_passes_ready_ones_through() -> None:
    got = list(LoopEngine(fakes.Fake()).map(fakes.TASKS))
    assert [(one.path, one.state) for one in got] == [("c", "read"), ("k", "known"), ("a", "failed"), ("b", "read")]


def test_a_pool_goes_under_the_fingerprint_of_the_pipeline_that_it_does_not_load() -> None:
    loop, fingerprint = local()
    pool, same = local(jobs=2, limits=Limits(3, 4))
    assert isinstance(loop, LoopEngine) and loop.pipeline.fingerprint == fingerprint == same
    assert isinstance(pool, PoolEngine) and (pool.jobs, pool.limits) == (2, Limits(3, 4))
