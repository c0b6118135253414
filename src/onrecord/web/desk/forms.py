"""What a visitor sends: who they are, and that the form is one of ours."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import UsageError
from onrecord.review.acts import reviewer

NAME, TOKEN = "onrecord-reviewer", "onrecord-form"
"""Cookies. They come with a link that leads here from elsewhere, such as the address of a queue in a letter, and never with a
form that does.
"""
YEAR = 365 * 24 * 3600
LARGEST = 100_000
"""Bytes of one form: a note and a dozen names are far less."""
MOST_FIELDS = 100


class Refused(UsageError):
    """A form that may not change anything."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks, None where no name was given yet, and the token that their forms carry."""

    by: str | None
    token: str
    is_new: bool

    @classmethod
    def of(cls, request: Request) -> Visitor:
        """The visitor behind a request, by its cookies."""
        token = request.cookies.get(TOKEN, "")
        known = len(token) >= 32 and token.isascii() and token.isprintable()
        return cls(_name(request.cookies.get(NAME, "")), token if known else secrets.token_urlsafe(32), not known)

    def remember(self, answer: Response) -> None:
        """Lets the browser keep the token, where it has none yet."""
        if self.is_new:
            answer.set_cookie(TOKEN, self.token, httponly=True, samesite="lax")


def remember_name(answer: Response, name: str) -> None:
    """Lets the browser keep the reviewer's name."""
    answer.set_cookie(NAME, quote(name), max_age=YEAR, httponly=True, samesite="lax")


async def sent(request: Request) -> dict[str, str]:
    """The fields of a form of ours. Raises Refused for any other.

    A page of another site can make a browser send a form here, with the cookies of a visitor. It cannot know the token,
    and the browser says whence the form comes; both are asked for.
    """
    body = await _body(request)
    if body.count(b"&") >= MOST_FIELDS:
        raise Refused(f"This form has more than {MOST_FIELDS} fields; nothing was changed.")
    form = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    of_ours(request, form.pop("token", ""))
    return form


def of_ours(request: Request, given: str) -> None:
    """Raises Refused unless a form was sent from here, and carries the token that its visitor's browser keeps."""
    if not _is_from_here(request.headers):
        raise Refused("This form was sent from another site; nothing was changed.")
    token = request.cookies.get(TOKEN, "")
    if not token or not secrets.compare_digest(token.encode(), given.encode("utf-8", "replace")):
        raise Refused(
            "This form is not one of this page, or the browser keeps no cookies; nothing was changed. Load it anew."
        )


def back_to(form: Mapping[str, str], default: str = "/review") -> str:
    """Where a form leads to: an address of the desk, whatever it says."""
    wanted = form.get("back", "")
    parts = urlsplit(wanted)
    is_ours = not parts.scheme and not parts.netloc and (parts.path == "/review" or parts.path.startswith("/review/"))
    return wanted if is_ours and wanted.isprintable() and wanted.isascii() and "\\" not in wanted else default


async def _body(request: Request) -> bytes:
    held = b""
    async for part in request.stream():
        held += part
        if len(held) > LARGEST:
            raise Refused(f"This form is larger than {LARGEST:,} bytes; nothing was changed.")
    return held


def _is_from_here(headers: Headers) -> bool:
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site not in (None, "same-origin") or (site is None and origin is None):
        return False
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower() != ""


def _name(cookie: str) -> str | None:
    try:
        return reviewer(unquote(cookie, errors="strict")) if cookie else None
    except (UsageError, UnicodeDecodeError):
        return None
