"""The pictures of the browser in README and docs: ``python tools/screens.py [--out docs/pictures]``.

The sample pages are read into a record, put together and served; a Chromium that is on the machine looks at five views. The
pictures are WebP, some tens of kilobytes each.
"""

from __future__ import annotations

import argparse
import io
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

import onrecord
from onrecord.cli.demo import samples
from onrecord.engines import local
from onrecord.schema import Happening
from onrecord.web import application

WIDTH, HEIGHT = 1280, 860
QUALITY = 80
NAMES = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Writes the pictures."""
    parser = argparse.ArgumentParser(description="Pictures of five views.")
    parser.add_argument("--out", type=Path, default=Path("docs/pictures"))
    wanted = parser.parse_args()
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        print(f"no Chromium on this machine; install one of {', '.join(NAMES)}", file=sys.stderr)
        return 1
    wanted.out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        record = made(Path(folder) / "demo.onrecord")
        views = views_of(record)
        with served(record) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=path)
            for name, (place, dark) in views.items():
                picture = seen(browser, address + place, dark)
                picture.save(wanted.out / f"{name}.webp", quality=QUALITY, method=6)
                print(wanted.out / f"{name}.webp")
            browser.close()
    return 0


def made(path: Path) -> Path:
    """The record of the sample pages."""
    with onrecord.open(path) as record:
        pipeline = onrecord.default_pipeline()
        record.add_pages(samples(), local(pipeline, onrecord.default_pipeline), pipeline.fingerprint)
        record.derive()
    return path


def views_of(record: Path) -> dict[str, tuple[str, bool]]:
    """What is looked at, by name: the address, and whether in the dark."""
    with onrecord.open(record, write=False) as opened:
        page = next(row.doc for row in opened.entries(type="ACCUSE", since="2021-01-01"))
        story = max(opened.store.derivations.rows(Happening), key=lambda row: row.reports).story
    return {
        "entries": ("/entries?search=patrols", False),
        "page": (f"/page/{page}", False),
        "timeline": (f"/timeline?story={story}", False),
        "positions": ("/positions", True),
        "disputes": ("/disputes", False),
    }


def seen(browser: Browser, address: str, dark: bool) -> Image.Image:
    """What stands on the first screen."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    return picture


@contextmanager
def served(record: Path) -> Iterator[str]:
    """A server on the record; gives its address."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(application(record), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    sys.exit(main())
