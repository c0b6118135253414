"""The page on which pages are dropped, and what becomes of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from onrecord.errors import OnrecordError, UsageError
from onrecord.web.asked import Asked
from onrecord.web.desk.forms import Refused, Visitor, of_ours
from onrecord.web.intake.work import Intake
from onrecord.web.view import Ending, View

LARGEST = 256_000_000
"""Bytes of one lot: pages are small, and archives of a few hundred megabytes are for the command line."""
MOST_FILES = 500
ODD = re.compile(r"[^\w. -]+")
LONGEST_NAME = 120


def routes(
    record: Path,
    intake: Intake,
    write: Callable[..., Response],
    trouble: Callable[[OnrecordError, Path, Ending], Response],
    may_add: bool,
) -> list[Route]:
    """The addresses of dropping pages."""

    def show(request: Request) -> Response:
        visitor = Visitor.of(request)
        view = View("add.html", "Add pages", {"progress": intake.progress, "token": visitor.token, "may_add": may_add})
        written = write(view, Asked("/add", (), ()), record)
        visitor.remember(written)
        return written

    def progress(request: Request) -> Response:
        found = intake.progress
        told = (
            {"running": False}
            if found is None
            else {"running": found.running, "pages": found.pages, "stage": found.stage}
        )
        return JSONResponse(told)

    async def take(request: Request) -> Response:
        try:
            if not may_add:
                raise Refused("This record is served to be looked at; nothing was added.")
            length = request.headers.get("content-length", "")
            if not length.isdecimal() or int(length) > LARGEST:
                raise Refused(f"These files are larger than {LARGEST:,} bytes together; add them with onrecord add.")
            async with request.form(max_files=MOST_FILES, max_fields=5) as form:
                of_ours(request, str(form.get("token", "")))
                files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
                if not files:
                    raise UsageError("choose some files first; nothing was added")
                kept = [await _kept(intake.folder, one) for one in files]
            intake.start(kept, "derive" in form)
        except Refused as error:
            answer = trouble(error, record, "")
            answer.status_code = 403
            return answer
        except OnrecordError as error:
            return trouble(error, record, "")
        return RedirectResponse("/add", 303)

    return [Route("/add", show, methods=["GET"]), Route("/add", take, methods=["POST"]), Route("/add.json", progress)]


def safe_name(given: str) -> str:
    """A file name that leads nowhere else: its last part, odd characters dropped."""
    last = re.split(r"[/\\]", given)[-1]
    cleaned = ODD.sub("_", last).strip(" .")[-LONGEST_NAME:]
    return cleaned or "page"


async def _kept(folder: Path, file: UploadFile) -> Path:
    """The file under its name; another file that has it stays, and the new one is numbered."""
    held = await file.read()
    folder.mkdir(exist_ok=True)
    wanted = folder / safe_name(file.filename or "")
    path, number = wanted, 1
    while path.exists() and path.read_bytes() != held:
        number += 1
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    path.write_bytes(held)
    return path
