"""What yardsticks printed, read back: figures by the words that stand before them."""

from __future__ import annotations

import json
import re
from pathlib import Path

NO_FIGURE = "not measured"
F1 = (
    r"F1\s+(?P<f1>[\d.]+)\s+P\s+[\d.]+ % \((?P<p>\d+) of (?P<found>\d+)\)"
    r"\s+R\s+[\d.]+ % \((?P<r>\d+) of (?P<gold>\d+)\)"
)
RATIO = r"\s+([\d.]+) % \((\d+) of (\d+)\)"


class Missing(Exception):
    """A figure that a yardstick was to print and did not: the yardstick and this page no longer agree."""


class Outputs:
    """The outputs in a folder, and those of the test part."""

    def __init__(self, folder: Path, test: Path) -> None:
        """``folder`` is where the yardsticks' outputs were kept, ``test`` where those of the test part are."""
        self._folders = folder, test

    def text(self, name: str) -> str | None:
        """What a yardstick printed; None where it was not measured."""
        for folder in self._folders:
            path = folder / f"{name}.txt"
            if path.is_file():
                return path.read_text(encoding="utf-8")
        return None

    def reasons(self, names: tuple[str, ...]) -> dict[str, str]:
        """The yardsticks without an output, each with the reason."""
        found = {}
        for name in names:
            if self.text(name) is None:
                told = self._folders[0] / f"{name}.json"
                found[name] = (
                    json.loads(told.read_text(encoding="utf-8"))["reason"] if told.is_file() else "it was not run"
                )
        return found

    def match(self, name: str, pattern: str) -> re.Match[str] | None:
        """The first place where a yardstick printed what fits; None where it was not measured.

        Raises Missing where it was measured and nothing fits.
        """
        text = self.text(name)
        if text is None:
            return None
        found = re.search(pattern, text, re.MULTILINE)
        if found is None:
            raise Missing(f"{name}: it printed nothing that fits {pattern!r}")
        return found

    def f1(self, name: str, key: str) -> re.Match[str] | None:
        """An F1 with its numerators and denominators."""
        return self.match(name, rf"^{re.escape(key)}\s{{2,}}{F1}")

    def ratio(self, name: str, key: str) -> str:
        """``97.5 % (39 of 40)``, or that it was not measured."""
        found = self.match(name, rf"^\s*{re.escape(key)}{RATIO}")
        return f"{found[1]} % ({found[2]} of {found[3]})" if found else NO_FIGURE

    def block(self, name: str, keep: str = "") -> str:
        """All that a yardstick printed, or the lines that fit ``keep``, as a listing."""
        text = self.text(name)
        if text is None:
            return NO_FIGURE
        lines = [line for line in text.rstrip().split("\n") if re.match(keep, line)]
        return "```\n" + "\n".join(lines).rstrip() + "\n```"

    def calibration(self, name: str) -> str:
        """The tables of confidence that a yardstick printed."""
        text = self.text(name)
        if text is None:
            return NO_FIGURE
        pattern = r"^(?:speaker )?confidence,[^\n]*answers[^\n]*(?:\n  [\d.]+ to[^\n]*)+"
        return "```\n" + "\n".join(re.findall(pattern, text, re.MULTILINE)) + "\n```"
