"""``onrecord completion``: the script by which a shell completes commands and options."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from onrecord.settings import check_choice

PROGRAM, VARIABLE = "onrecord", "_ONRECORD_COMPLETE"
"""The shell's script calls the program with this variable set, to ask what fits."""
SHELLS = ("bash", "zsh", "fish", "powershell")


def completion(shell: Annotated[str, typer.Argument(metavar="SHELL", help=f"One of {', '.join(SHELLS)}.")]) -> None:
    """Print the script by which a shell completes commands and options.

    Examples:

        onrecord completion bash > ~/.local/share/bash-completion/completions/onrecord
        onrecord completion zsh > ~/.zfunc/_onrecord
        onrecord completion fish > ~/.config/fish/completions/onrecord.fish
    """
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    check_choice("SHELL", (shell,), SHELLS)
    # The shell's name; nothing is run in one.
    print(get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell))  # nosec B604


def ready() -> None:
    """Lets the program answer a shell that asks; does nothing where none does."""
    if VARIABLE in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
