"""Who may ask, and what a browser may do with the answer."""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
ANY_ADDRESS = frozenset({"0.0.0.0", "::"})  # nosec B104 (compared with, never bound unasked)
COOKIE = "onrecord-token"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Nothing is told to other sites. With no-referrer a browser would not say that our own forms are our own, either.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Turns away hosts that are not ours and visitors without the token; sets the headers of every answer.

    A page of another site whose name leads to this machine is turned away by its Host header. ``host`` is what is
    listened on; with ``token`` a visitor has to bring it once, as ``?token=…``, and a cookie keeps it.
    """

    def __init__(self, app: ASGIApp, host: str, token: str | None) -> None:
        """``app`` answers those who may ask."""
        self.app, self.host, self.token = app, host, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if not self._is_ours(name_of(headers.get("host", ""))):
            return PlainTextResponse("This address is not the one that the record is served at.\n", 421)
        if self.token is None or _same(_cookie(headers), self.token):
            return None
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if any(name == "token" and _same(value, self.token) for name, value in asked):
            return self._admitted(scope["path"], [pair for pair in asked if pair[0] != "token"])
        return PlainTextResponse(
            "This record asks for a token: open the whole address that onrecord serve printed.\n", 401
        )

    def _admitted(self, path: str, rest: list[tuple[str, str]]) -> Response:
        """Sends the visitor on without the token in the address, where others might read it."""
        target = "/" + path.lstrip("/") + (f"?{urlencode(rest)}" if rest else "")
        answer = RedirectResponse(target, 303)
        answer.set_cookie(COOKIE, self.token or "", httponly=True, samesite="strict")
        return answer

    def _is_ours(self, name: str) -> bool:
        if name in LOOPBACK or name == self.host:
            return True
        # Names can be made to lead here by anybody, bare addresses cannot.
        return self.host in ANY_ADDRESS and _is_address(name)


def name_of(host: str) -> str:
    """The name in a Host header, without the port and the brackets of IPv6."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), wanted.encode())
