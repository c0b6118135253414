"""``onrecord report``: a record as one file to send or archive."""

from __future__ import annotations

import os
import shutil
import subprocess  # nosec B404: it starts a browser of this machine, by a list of arguments and no shell
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.common import RecordFile, note
from onrecord.errors import MissingExtra, UsageError

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 300
"""Seconds that a browser has to print."""
Out = Annotated[Path, typer.Argument(metavar="OUT.html", help="The file to write.", show_default=False)]
Actor = Annotated[str | None, typer.Option("--actor", metavar="WHO", help="Only what names this actor.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")]
Most = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many of each kind.")]
Pdf = Annotated[Path | None, typer.Option("--pdf", metavar="FILE", help="Also print it as a PDF, with a Chromium.")]


def report(
    record: RecordFile, out: Out, actor: Actor = None, since: Since = None, until: Until = None, limit: Most = 300,
    pdf: Pdf = None,
) -> None:  # fmt: skip
    """Write a report: summary, timeline, positions, possible disputes, entries with their passages, method and limits.

    The file needs nothing else: no script, no picture and no style is fetched from anywhere. --pdf prints it with a
    Chromium of this machine.

    Examples:

        onrecord report my.onrecord report.html
        onrecord report my.onrecord kenya.html --actor KEN --since 2021-01-01 --pdf kenya.pdf
    """
    from onrecord.api import open as open_record
    from onrecord.conditions import day
    from onrecord.web.report import Part
    from onrecord.web.report import report as written

    browser = _browser() if pdf is not None else None
    part = Part(actor, day("since", since), day("until", until), limit)
    with open_record(record, create=False, write=False) as opened:
        text = written(opened, record.name, date.today(), part)
    _write(out, text)
    note(f"{out}: written")
    if pdf is not None and browser is not None:
        print_pdf(browser, out, pdf)
        note(f"{pdf}: printed")


def print_pdf(browser: str, page: Path, pdf: Path) -> None:
    """Prints a page as a PDF. Raises UsageError where the browser makes none."""
    # A Chromium that the superuser starts refuses its own sandbox; the page has no script and may fetch nothing.
    rootly = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [
        browser,
        "--headless",
        *rootly,
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--print-to-pdf={pdf.resolve()}",
    ]
    pdf.unlink(missing_ok=True)
    asked = [*command, page.resolve().as_uri()]
    done = subprocess.run(asked, capture_output=True, timeout=PATIENCE, check=False)  # nosec B603
    if not pdf.exists():
        raise UsageError(f"{pdf}: {browser} printed nothing: {done.stderr.decode(errors='replace').strip()[-300:]}")


def _browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise MissingExtra(f"a PDF needs a Chromium; install one of {', '.join(BROWSERS)}, or print the HTML by hand")
    return found


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"{out}: it cannot be written ({error.strerror}); check the path") from error
