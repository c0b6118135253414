"""What a result was made with: the program, its rules and data, the packages under it."""

from __future__ import annotations

import hashlib
import platform
import re
from importlib import resources
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Any

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
RULES = ("codebook", "frames", "actors", "places", "derive", "read", "model_event", "model.tsv")
"""What of ``onrecord/data`` decides what comes out of a page or of several."""


def environment(model: str, fingerprint: str) -> dict[str, Any]:
    """Program, rules, parser and packages, as the manifest of a bundle has them.

    ``model`` is the parser's identity, ``fingerprint`` that of the rules in use now.
    """
    from onrecord.lexicon.codebook import load_codebook
    from onrecord.steps import package_digest, package_version

    book = load_codebook()
    return {
        "program": {"name": "onrecord", "version": package_version(), "rules_sha256": package_digest()},
        "fingerprint": fingerprint,
        "codebook": {"edition": book.version, "manual": book.manual},
        "model": model,
        "data": data_digests(),
        "python": platform.python_version(),
        "packages": packages(),
    }


def data_digests() -> dict[str, str]:
    """SHA-256 of every file of rules and facts in the package, by its path there."""
    root = resources.files("onrecord").joinpath("data")
    found: dict[str, str] = {}

    def walk(place: Any, name: str) -> None:
        if place.is_dir():
            for item in sorted(place.iterdir(), key=lambda one: str(one.name)):
                if item.name != "__pycache__":
                    walk(item, f"{name}/{item.name}")
        elif place.is_file():
            found[name] = hashlib.sha256(place.read_bytes()).hexdigest()

    for name in RULES:
        walk(root.joinpath(name), name)
    return found


def packages(name: str = "onrecord") -> dict[str, str]:
    """The installed packages that onrecord stands on, with their versions; extras are left out."""
    found: dict[str, str] = {}
    waiting = _needs(name)
    while waiting:
        one = _normal(waiting.pop())
        if one in found:
            continue
        try:
            found[one] = version(one)
        except PackageNotFoundError:
            # Asked for on other systems or other versions of Python.
            continue
        waiting += _needs(one)
    return dict(sorted(found.items()))


def _needs(name: str) -> list[str]:
    try:
        asked = requires(name) or []
    except PackageNotFoundError:
        return []
    matches = (NAME.match(one) for one in asked if "extra ==" not in one)
    return [match[0] for match in matches if match]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
