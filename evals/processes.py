"""Processor time and memory of this process and those that it started. Linux only: it reads ``/proc``."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def workers() -> list[int]:
    """The processes that this one has started and that are still there."""
    return [one.pid for one in multiprocessing.active_children() if one.pid]


def seconds_of(process: int) -> float:
    """Processor time of a process."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def memory_of(process: int) -> int:
    """The most memory that a process has had, in MiB."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) >> 10
