"""The sample record, served on this machine, and a Chromium that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

import onrecord
from onrecord.cli.demo import samples
from onrecord.engines import local
from onrecord.web import application

NAMES = ("chromium", "chromium-browser", "google-chrome")
WAIT = 20
"""Seconds that the server has to come up."""


def chromium() -> str | None:
    """Where a Chromium lies: where the environment says, or on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages, read and put together."""
    path = tmp_path_factory.mktemp("browser") / "demo.onrecord"
    with onrecord.open(path) as opened:
        engine, fingerprint = local()
        opened.add_pages(samples(), engine, fingerprint)
        opened.derive()
    return path


@contextmanager
def served(record: Path) -> Iterator[str]:
    """A server on the record; gives its address."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        config = uvicorn.Config(application(record), log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]})
        thread.start()
        until = time.monotonic() + WAIT
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        assert server.started, "the server did not come up"
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def address(record: Path) -> Iterator[str]:
    """Where the sample record is served."""
    with served(record) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a window; tests are skipped where there is none."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium on this machine: install one (apt-get install chromium), or name it in CHROMIUM")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path)
        yield opened
        opened.close()


@dataclass
class Visit:
    """A page that is looked at, with all that went wrong on it and every address that was asked for."""

    page: Page
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda one: self.errors.append(one.text) if one.type == "error" else None)
        self.page.on("pageerror", lambda one: self.errors.append(str(one)))
        self.page.on("request", lambda one: self.asked.append(one.url))


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens pages; ``dark`` and ``width`` say how they are looked at, ``scripts=False`` turns JavaScript off."""
    contexts = []

    def opened(*, dark: bool = False, width: int = 1280, scripts: bool = True) -> Visit:
        context = browser.new_context(
            color_scheme="dark" if dark else "light", viewport={"width": width, "height": 900},
            java_script_enabled=scripts, reduced_motion="reduce",
        )  # fmt: skip
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Visit(context.new_page())

    yield opened
    for one in contexts:
        one.close()
