from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Call = Callable[..., Any]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_a_script_that_asks_the_program(onrecord: Call, shell: str) -> None:
    ran = onrecord("completion", shell)
    assert ran.code == 0 and "_ONRECORD_COMPLETE" in ran.out


def test_an_unknown_shell_is_told(onrecord: Call) -> None:
    assert onrecord("completion", "csh").code == 2


@pytest.mark.parametrize(("typed", "offered"), [("onrecord ev", "events"), ("onrecord events --so", "--source")])
def test_commands_and_options_are_completed(
    onrecord: Call, monkeypatch: pytest.MonkeyPatch, typed: str, offered: str
) -> None:
    monkeypatch.setenv("_ONRECORD_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(typed.count(" ")))
    assert offered in onrecord().out.split()
