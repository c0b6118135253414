"""The review desk in the browser: the only pages that change a record, by judgements alone."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.api import open as open_record
from onrecord.errors import OnrecordError
from onrecord.review.desk import Desk
from onrecord.review.exchange import lines
from onrecord.web.asked import Asked
from onrecord.web.desk import queues, screens
from onrecord.web.desk.acts import ACTS, Act
from onrecord.web.desk.forms import Refused, Visitor, sent
from onrecord.web.desk.screens import Sitting
from onrecord.web.view import Ending, View


@dataclass(frozen=True, slots=True)
class Site:
    """What the desk is part of: the record, how views are written and trouble is told, and whether visitors may judge."""

    record: Path
    write: Callable[..., Response]
    trouble: Callable[[OnrecordError, Path, Ending], Response]
    may_judge: bool = True


Screen = Callable[[Sitting, Asked, str], View]

SCREENS: tuple[tuple[str, Screen, tuple[str, ...]], ...] = (
    ("/review", screens.desk, ("said",)),
    ("/review/entry", screens.entry, (*queues.QUEUE, "said")),
    ("/review/page/{id}", screens.page, screens.PAGE),
    ("/review/figures", screens.figures, screens.FIGURES),
)


def routes(site: Site) -> list[Route]:
    """The addresses of the desk."""
    desk = Desk()
    found = [Route(path, _screen(site, desk, path, show, known)) for path, show, known in SCREENS]
    rows = [
        Route(
            f"/review/figures.{ending}",
            _screen(site, desk, "/review/figures", screens.figures, screens.FIGURES, ending),
        )
        for ending in ("json", "csv")
    ]
    others = [
        Route("/review/pages", _pages(site, desk)),
        Route("/review/judgements.jsonl", _judgements(site)),
        *(Route(path, _act(site, desk, act), methods=["POST"]) for path, act in ACTS.items()),
    ]
    return [*rows, *others, *found]


def _screen(
    site: Site, desk: Desk, path: str, show: Screen, known: tuple[str, ...], ending: Ending = ""
) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        visitor = Visitor.of(request)
        try:
            place = path.replace("{id}", request.path_params.get("id", ""))
            asked = Asked(place, request.query_params.multi_items(), known)
            with open_record(site.record, create=False, write=False) as opened:
                view = show(Sitting(opened, desk, visitor, site.may_judge), asked, request.path_params.get("id", ""))
                written: Response = site.write(view, asked, site.record, ending)
        except OnrecordError as error:
            return site.trouble(error, site.record, ending)
        visitor.remember(written)
        return written

    return answer


def _pages(site: Site, desk: Desk) -> Callable[[Request], Response]:
    """Leads on to the next page of a sample."""

    def answer(request: Request) -> Response:
        visitor = Visitor.of(request)
        try:
            asked = Asked("/review/pages", request.query_params.multi_items(), ("seed", "pages", "said"))
            with open_record(site.record, create=False, write=False) as opened:
                sitting = Sitting(opened, desk, visitor, site.may_judge)
                address = screens.drawn_page(sitting, asked, "")
                if address is not None:
                    return RedirectResponse(address, 303)
                written: Response = site.write(screens.no_page(sitting, asked, ""), asked, site.record)
                return written
        except OnrecordError as error:
            return site.trouble(error, site.record, "")

    return answer


def _judgements(site: Site) -> Callable[[Request], Response]:
    """All judgements as lines of JSON."""

    def answer(request: Request) -> Response:
        try:
            with open_record(site.record, create=False, write=False) as opened:
                held = "".join(json.dumps(line, ensure_ascii=True) + "\n" for line in lines(opened.store))
        except OnrecordError as error:
            return site.trouble(error, site.record, "json")
        name = {"Content-Disposition": 'attachment; filename="judgements.jsonl"'}
        return Response(held, media_type="application/x-ndjson", headers=name)

    return answer


def _act(site: Site, desk: Desk, act: Act) -> Callable[[Request], Awaitable[Response]]:
    def write(request: Request, form: dict[str, str]) -> Response:
        with open_record(site.record, create=False) as opened:
            return act(Sitting(opened, desk, Visitor.of(request)), form)

    async def answer(request: Request) -> Response:
        try:
            form = await sent(request)
            if not site.may_judge:
                raise Refused("This record is served to be looked at; nothing was changed.")
            return await run_in_threadpool(write, request, form)
        except Refused as error:
            answer = site.trouble(error, site.record, "")
            answer.status_code = 403
            return answer
        except OnrecordError as error:
            return site.trouble(error, site.record, "")

    return answer
