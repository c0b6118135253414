from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from onrecord.engines import Limits, LoopEngine, PoolEngine
from onrecord.errors import OnrecordError
from onrecord.run import Result

from . import fakes

DEADLY = fakes.task("deadly", "They said that all of them would die in the flood, alas.")


def plain(result: Result) -> tuple[object, ...]:
    return result.state, result.path, result.doc, result.findings, result.reason, result.step


def test_processes_give_the_same_results_as_the_loop() -> None:
    many = [*fakes.TASKS, *(fakes.task(f"page {number}") for number in range(20))]
    assert list(map(plain, PoolEngine(fakes.Fake, 2).map(many))) == list(map(plain, LoopEngine(fakes.Fake()).map(many)))


def test_a_page_that_ends_its_process_twice_is_failed_and_the_others_are_read() -> None:
    got = list(PoolEngine(fakes.Fake, 1).map([fakes.task("a"), DEADLY, fakes.task("b")]))
    assert [(one.path, one.state) for one in got] == [("a", "read"), ("deadly", "failed"), ("b", "read")]
    assert "deadly: its process died while it was read (exit code 1)" in got[1].reason


def test_a_process_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    unlucky = fakes.task("a", f"Her car broke down only once on the long way home to {tmp_path / 'mark'}")
    assert [one.state for one in PoolEngine(fakes.Fake, 1).map([unlucky])] == ["read"]
    assert (tmp_path / "mark").exists()


def test_a_process_that_hangs_is_ended_and_the_page_failed() -> None:
    sleeper = fakes.task("sleeper", "The night watch went to sleep before midnight, he said.")
    got = list(PoolEngine(fakes.Fake, 1, Limits(seconds=0.2)).map([sleeper, fakes.task("b")]))
    assert [one.state for one in got] == ["failed", "read"]
    assert "sleeper: it took more than 0.2 seconds" in got[0].reason and "it hung" in got[0].reason


def test_what_keeps_a_process_from_its_pipeline_ends_the_run() -> None:
    with pytest.raises(OnrecordError, match="the model is missing"):
        list(PoolEngine(fakes.Broken, 2).map([fakes.task("a")]))


def test_processes_that_never_start_end_the_run_and_fail_no_page() -> None:
    with pytest.raises(OnrecordError, match="do not start: its process died .*exit code 3"):
        list(PoolEngine(fakes.Stillborn, 2).map([fakes.task("a"), fakes.task("b")]))


def test_a_process_that_dies_once_before_its_first_page_costs_nothing(tmp_path: Path) -> None:
    build = partial(fakes.born_again, str(tmp_path / "mark"))
    assert [one.state for one in PoolEngine(build, 1).map([fakes.task("a")])] == ["read"]
    assert (tmp_path / "mark").exists()


MASTER = """
import sys
from tests.engines import fakes
from onrecord.engines import PoolEngine
if __name__ == "__main__":
    results = PoolEngine(fakes.Fake, 2).map([fakes.task("a"), fakes.task("b", "He took a nap, the guard said.")])
    next(results)
    import multiprocessing
    print(*(one.pid for one in multiprocessing.active_children()), flush=True)
    next(results)
"""


def test_processes_end_with_the_one_that_started_them(root: Path, tmp_path: Path) -> None:
    script = tmp_path / "master.py"
    script.write_text(MASTER, encoding="utf-8")
    paths = os.pathsep.join([str(root / "src"), str(root)])
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}
    ) as master:
        assert master.stdout is not None
        workers = [int(one) for one in master.stdout.readline().split()]
        master.send_signal(signal.SIGKILL)
    until = time.monotonic() + 20
    while any(map(_alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert len(workers) == 2 and not any(map(_alive, workers))


def _alive(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text(encoding="utf-8").split()[2] != "Z"
