"""``onrecord serve``: a record to look at in a browser."""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from onrecord.cli.common import RecordFile, note

PORT = 8642
Port = Annotated[int, typer.Option("--port", min=1, max=65535, metavar="N", help="The port to listen on.")]
Host = Annotated[str, typer.Option("--host", metavar="NAME", help="Where to listen; other machines need a token then.")]


LookOnly = Annotated[bool, typer.Option("--look-only", help="Visitors cannot judge entries; nothing is ever changed.")]


def serve(record: RecordFile, port: Port = PORT, host: Host = "127.0.0.1", look_only: LookOnly = False) -> None:
    """Show the record in a browser: entries, pages with their words marked, actors, stories, positions, disputes.

    Under Review entries are judged; nothing else changes the record. It listens on this machine alone. With another
    --host, visitors need the token in the address that is printed. Ctrl-C ends it.

    Examples:

        onrecord serve my.onrecord
        onrecord serve my.onrecord --port 9000
    """
    import uvicorn

    from onrecord.api import open as open_record
    from onrecord.web import application
    from onrecord.web.guard import LOOPBACK

    # A path that is no record is told of now, and not on the first page.
    open_record(record, create=False, write=False).close()
    token = None if host in LOOPBACK else secrets.token_urlsafe(24)
    name = f"[{host}]" if ":" in host else host
    note(f"{record}: look at it at http://{name}:{port}/{f'?token={token}' if token else ''}  (Ctrl-C ends it)")
    uvicorn.run(
        application(record, host=host, token=token, review=not look_only),
        host=host, port=port, log_level="warning", access_log=False, server_header=False,
    )  # fmt: skip
