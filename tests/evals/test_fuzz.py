from __future__ import annotations

import signal
from pathlib import Path

import fuzz

from onrecord.engines import LoopEngine


def test_the_same_number_gives_the_same_damaged_page() -> None:
    assert fuzz.one_page(7, seed=1) == fuzz.one_page(7, seed=1) != fuzz.one_page(7, seed=2)


def test_damaged_pages_of_every_format_neither_crash_nor_vanish(tmp_path: Path) -> None:
    engine = LoopEngine(fuzz.OnlyRead())
    before = signal.signal(signal.SIGALRM, fuzz.ring)
    try:
        for number in range(150):
            name, data = fuzz.one_page(number, seed=2)
            (tmp_path / name).write_bytes(data)
            results, troubles = fuzz.tried(tmp_path / name, engine)
            assert results and troubles == [], f"{number} {name}"
    finally:
        signal.signal(signal.SIGALRM, before)
