from __future__ import annotations

import resource
import signal
import threading
from pathlib import Path

import pytest

from onrecord.engines import Limits, LoopEngine
from onrecord.engines.limits import work_within

from . import fakes

SLOW = fakes.task("slow", "The wheels of the mill spin and spin, the miller said.")
LARGE = fakes.task("large", "The miller said that the sacks fill the house of the mill.")


def test_a_page_that_takes_too_long_fails_with_the_reason_and_the_next_is_read() -> None:
    got = list(LoopEngine(fakes.Fake(), Limits(seconds=0.05)).map([SLOW, fakes.task("b")]))
    assert [one.state for one in got] == ["failed", "read"]
    assert "slow: it took more than 0.05 seconds of processor time" in got[0].reason
    assert got[0].findings is None


def test_what_came_of_a_page_while_the_bell_was_not_heard_is_not_kept() -> None:
    result = work_within(SLOW, fakes.Fake(), Limits(seconds=0.05))
    assert result.state == "failed"  # the page's own code swallowed what was raised, and went on


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited on Linux only")
def test_a_page_that_takes_too_much_memory_fails_with_the_reason_and_the_next_is_read() -> None:
    got = list(LoopEngine(fakes.Fake(), Limits(memory=512)).map([LARGE, fakes.task("b")]))
    assert [one.state for one in got] == ["failed", "read"]
    assert "large: it took more than 512 MiB of memory" in got[0].reason


def test_nothing_of_the_limits_stays_behind() -> None:
    before = signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_AS)
    work_within(fakes.task("a"), fakes.Fake(), Limits(5, 512))
    assert (signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_AS)) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_outside_the_main_thread_pages_are_read_without_a_clock() -> None:
    got: list[str] = []
    thread = threading.Thread(
        target=lambda: got.append(work_within(fakes.task("a"), fakes.Fake(), Limits(seconds=5)).state)
    )
    thread.start()
    thread.join()
    assert got == ["read"]
