"""The review desk in the browser: the only pages that change a record, by judgements alone."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.api import open as open_record
from onrecord.errors import OnrecordError, UsageError
from onrecord.review.desk import Desk
from onrecord.review.exchange import lines
from onrecord.web.asked import Asked
from onrecord.web.desk import queues, screens
from onrecord.web.desk.acts import ACTS, Act
from onrecord.web.desk.forms import Refused, Visitor, back_to, sent
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
                visitor.remember(written)
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
        try:
            with open_record(site.record, create=False) as opened:
                return act(Sitting(opened, desk, Visitor.of(request)), form)
        except UsageError as error:
            return _again(site, desk, request, form, error)

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


def _again(site: Site, desk: Desk, request: Request, form: dict[str, str], problem: UsageError) -> Response:
    """The screen that a form was sent from, with what was wrong and all that was typed. Raises ``problem`` where it is none."""
    parts = urlsplit(back_to(form, ""))
    for path, show, known in SCREENS:
        found = re.fullmatch(path.replace("{id}", "([^/]+)"), parts.path)
        if found is not None:
            id = unquote(found[1]) if found.groups() else ""
            pairs = parse_qsl(parts.query)
            if path == "/review/entry" and form.get("entry"):
                pairs = [pair for pair in pairs if pair[0] != "id"] + [("id", form["entry"])]
            with open_record(site.record, create=False, write=False) as opened:
                asked = Asked(parts.path, pairs, known)
                told = str(problem).replace(str(site.record), site.record.name)
                sitting = Sitting(opened, desk, Visitor.of(request), site.may_judge, told, form)
                answer: Response = site.write(show(sitting, asked, id), asked, site.record, "", 400)
                return answer
    raise problem
