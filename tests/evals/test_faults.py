from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import generated


def test_a_page_is_made_from_its_number_alone_and_says_what_is_told_of_it() -> None:
    assert generated.page(7) == generated.page(7) == list(generated.pages(9))[7]
    pages = list(generated.pages(60))
    assert len({one.text for one in pages}) == 60
    for one in pages:
        assert all(saying.speaker in one.text and saying.content in one.text for saying in one.sayings)


def test_the_share_of_reprints_is_the_one_asked_for() -> None:
    pages = list(generated.pages(1000, reprints=0.4))
    again = [one for one in pages if one.of is not None]
    assert 350 < len(again) < 450
    some = random.Random(1).sample(again, 20)
    assert all(pages[one.of or 0].text in one.text and pages[one.of or 0].sayings == one.sayings for one in some)


def test_work_that_is_killed_ends_as_work_that_is_not(root: Path) -> None:
    given = {**os.environ, "PYTHONPATH": str(root / "src"), "OMP_NUM_THREADS": "1"}
    call = [sys.executable, str(root / "evals" / "faults.py"), "--kills", "6", "--pages", "4"]
    run = subprocess.run(call, capture_output=True, text=True, env=given, check=False)
    assert run.stdout.splitlines()[-1] == "trouble: none", run.stdout + run.stderr
