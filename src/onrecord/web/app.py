"""The addresses of a record's pages, and how each is answered."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.errors import OnrecordError, RecordBusy, UsageError
from onrecord.web import actors, desk, documents, dyads, entries, entry, home, quoted, together
from onrecord.web.asked import Asked, NotThere
from onrecord.web.desk.forms import Visitor
from onrecord.web.guard import HEADERS, Guard
from onrecord.web.intake import pages
from onrecord.web.intake.work import Intake
from onrecord.web.keep import Keep
from onrecord.web.paper import environment
from onrecord.web.table import as_csv, as_json
from onrecord.web.view import Ending, Show, View

AT_ONCE = 5
"""Pages that are made at the same time; others wait for their turn."""
NAVIGATION = (
    ("/", "Home"),
    ("/entries", "Entries"),
    ("/quote", "Words"),
    ("/pages", "Pages"),
    ("/actors", "Actors"),
    ("/stories", "Stories"),
    ("/timeline", "Timeline"),
    ("/positions", "Positions"),
    ("/disputes", "Disputes"),
    ("/dyads", "Dyads"),
    ("/review", "Review"),
    ("/glossary", "Glossary"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One kind of page: its path, what shows it, which parameters it takes, whether it is a list, and whether it has a
    form that changes something."""

    path: str
    show: Show
    parameters: Sequence[str] = ()
    is_list: bool = False
    has_form: bool = False


PLACES = (
    Place("/", home.home, has_form=True),
    Place("/entries", entries.entries, entries.PARAMETERS, is_list=True),
    Place("/quote", quoted.quoted, quoted.PARAMETERS, is_list=True),
    Place("/pages", documents.documents, documents.LIST_PARAMETERS, is_list=True),
    Place("/page/{id}", documents.document, documents.PAGE_PARAMETERS),
    Place("/entry/{id}", entry.entry),
    Place("/actors", actors.actors, actors.LIST_PARAMETERS, is_list=True),
    Place("/actor/{id:path}", actors.actor),
    Place("/stories", together.stories, together.STORY_PARAMETERS, is_list=True),
    Place("/timeline", together.timeline, together.TIMELINE_PARAMETERS, is_list=True),
    Place("/happening/{id}", together.happening),
    Place("/positions", together.positions, together.POSITION_PARAMETERS, is_list=True),
    Place("/disputes", together.disputes, together.DISPUTE_PARAMETERS, is_list=True),
    Place("/dyads", dyads.dyads, dyads.DYAD_PARAMETERS, is_list=True),
    Place("/dyad", dyads.dyad, dyads.PAIR_PARAMETERS, is_list=True),
    Place("/whom", dyads.whom),
    Place("/glossary", home.glossary),
)


def application(record: Path, *, host: str = "127.0.0.1", token: str | None = None, review: bool = True) -> Starlette:
    """The pages of the record in the file ``record``, which is opened for reading alone, anew for each request.

    ``host`` is what is listened on; visitors are asked for ``token`` where one is given. With ``review`` they can judge
    entries, which opens the record for writing for just that moment; without it they can look at what was judged.
    """
    keep = Keep(record)
    answers = [
        Route(place.path + (f".{ending}" if ending else ""), _answer(record, place, ending, keep), methods=["GET"])
        for place in PLACES
        for ending in _endings(place)
    ]
    static = Mount("/static", StaticFiles(packages=[("onrecord.web", "static")]))

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        # Pages are work for the processor: more at once would only make all of them late.
        current_default_thread_limiter().total_tokens = AT_ONCE
        # Those who come first wait for no more than the page that they ask for.
        Thread(target=warm, args=(keep,), daemon=True).start()
        yield

    judging = desk.routes(desk.Site(record, written, told, review))
    adding = pages.routes(record, Intake(record), written, told, review)
    return Starlette(
        routes=[static, *answers, *judging, *adding],
        lifespan=life,
        middleware=[Middleware(Guard, host=host, token=token)],
        exception_handlers={HTTPException: _no_such_page, Exception: _broken},
    )


def warm(keep: Keep) -> None:
    """Makes every list once, so that what they rest on is at hand."""
    for place in PLACES:
        if "{" not in place.path:
            # What is wrong with a record is told to those who look at it.
            with suppress(OnrecordError), keep.opened() as opened:
                place.show(opened, Asked(place.path, (), place.parameters, keep), "")


def _endings(place: Place) -> tuple[Ending, ...]:
    return ("json", "csv", "") if place.is_list else ("",)


def _answer(record: Path, place: Place, ending: Ending, keep: Keep) -> Callable[[Request], Response]:
    def answer_to(request: Request) -> Response:
        try:
            visitor = Visitor.of(request)
            asked = Asked(place.path, request.query_params.multi_items(), place.parameters, keep, visitor.token)
            with keep.opened() as opened:
                view = place.show(opened, asked, request.path_params.get("id", ""))
                answer = written(view, asked, record, ending)
            if place.has_form:
                visitor.remember(answer)
            return answer
        except OnrecordError as error:
            return told(error, record, ending)

    return answer_to


def told(error: OnrecordError, record: Path, ending: Ending = "") -> Response:
    """What was wrong with what was asked, in the form that was asked for."""
    return trouble(_status(error), _sentence(error, record), record, ending)


def written(view: View, asked: Asked, record: Path, ending: Ending = "", status: int = 200) -> Response:
    """A view in the form that the address asks for."""
    if view.table is not None and ending == "json":
        return Response(as_json(view.table, view.title), media_type="application/json")
    if view.table is not None and ending == "csv":
        name = f"{asked.path.strip('/')}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(as_csv(view.table), media_type="text/csv; charset=utf-8", headers=headers)
    held = {
        "title": view.title,
        "record": record.name,
        "navigation": NAVIGATION,
        "here": asked.path,
        "asked": asked,
        "table": view.table,
        **view.context,
    }
    html = environment().get_template(view.template).render(held)
    return Response(html.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8")


def trouble(status: int, sentence: str, record: Path, ending: Ending = "") -> Response:
    """Says in a sentence what was wrong: on a page, or to a program that asked for rows."""
    if ending == "json":
        return JSONResponse({"error": sentence}, status)
    if ending == "csv":
        return PlainTextResponse(sentence + "\n", status)
    titles = {400: "This cannot be asked", 404: "Not on record", 405: "Only to look at", 503: "Not at the moment"}
    title = titles.get(status, "Something went wrong")
    return written(View("error.html", title, {"sentence": sentence}), Asked("", (), ()), record, "", status)


def _status(error: OnrecordError) -> int:
    if isinstance(error, NotThere):
        return 404
    return 400 if isinstance(error, UsageError) else 503 if isinstance(error, RecordBusy) else 500


def _sentence(error: OnrecordError, record: Path) -> str:
    """The message, without the folder that the record lies in."""
    return str(error).replace(str(record), record.name)


def _no_such_page(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    sentence = "There is no such page here." if status == 404 else "Pages can be looked at here, and nothing else."
    return trouble(status, sentence, Path("record"))


def _broken(request: Request, error: Exception) -> Response:
    answer = trouble(500, "The page could not be made; the program that serves it has told why.", Path("record"))
    # This is answered outside of the guard.
    answer.headers.update(HEADERS)
    return answer
