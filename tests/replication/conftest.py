"""A small record made from pages with the shipped rules, and its bundle."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import onrecord
from onrecord.replication import bundle

PAGES = {
    "talks.txt": "Talks on fish\nPublished: March 10, 2021\n"
    "Norwegian Foreign Minister Lena Aas said on Tuesday that Norway would not leave the fishing agreement.\n"
    "Norway accused Iceland of blocking the talks, and Iceland rejected the accusation on the same day.\n",
    "ships.txt": "Ships leave\nPublished: March 12, 2021\n"
    "Iceland expelled two Norwegian diplomats on Thursday after the accusation, the ministry in the capital said.\n"
    'Prime Minister Jon Arnason said: "We shall talk again when the boats are home, and not before."\n',
}


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the pages."""
    folder = tmp_path_factory.mktemp("inputs")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def record(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of them, derived, with one entry judged."""
    path = tmp_path_factory.mktemp("record") / "fish.onrecord"
    with onrecord.open(path) as made:
        made.add(pages)
        event = next(iter(made.events(type="ACCUSE", min_confidence=0)))
        made.judge(event.id, "correct", by="me", made="2021-05-01", fields={"status": "planned"})
        made.derive()
    return path


@pytest.fixture(scope="session")
def first(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its bundle, for all tests; none changes it."""
    out = tmp_path_factory.mktemp("bundle") / "bundle"
    with onrecord.open(record) as opened:
        bundle(opened.store, out, note="Pages on a quarrel about fish.")
    return out


@pytest.fixture
def bundled(first: Path, tmp_path: Path) -> Path:
    """The bundle in a folder of the test's own."""
    shutil.copytree(first, tmp_path / "bundle")
    return tmp_path / "bundle"
