"""The server is killed in the middle of a reviewer's work: nothing that was decided is lost."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import onrecord
from tests.web.conftest import hostile, plain, put

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(record: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A server of the record, once it answers; killed at the end."""
    command = [sys.executable, "-m", "onrecord", "serve", str(record), "--port", str(port)]
    here = {**os.environ, "PYTHONPATH": str(Path(onrecord.__file__ or "").parent.parent)}
    process = subprocess.Popen(command, env=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and process.poll() is None:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.wait()


def ask(port: int, address: str, cookies: dict[str, str], form: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Status, page, and where it leads."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}
    if form is not None:
        headers |= {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/x-www-form-urlencoded"}
    body = None if form is None else urlencode(form)
    connection.request("GET" if form is None else "POST", address, body, headers)
    answer = connection.getresponse()
    for name, value in answer.getheaders():
        if name.lower() == "set-cookie":
            key, _, rest = value.partition("=")
            cookies[key] = rest.partition(";")[0]
    page = answer.read().decode()
    connection.close()
    return answer.status, page, answer.headers.get("Location", "")


def field(page: str, name: str) -> str:
    found = re.search(f'name="{name}" value="([^"]+)"', page)
    assert found, name
    return found[1]


def test_what_was_decided_is_there_after_the_server_was_killed(tmp_path: Path) -> None:
    record, port, cookies = tmp_path / "desk.onrecord", free_port(), dict[str, str]()
    put(record, hostile(), plain())
    decided = []
    with served(record, port) as process:
        _, page, _ = ask(port, "/review", cookies)
        token = field(page, "token")
        assert ask(port, "/review/reviewer", cookies, {"token": token, "name": "Ada"})[0] == 303
        for verdict in ("accept", "reject"):
            _, page, _ = ask(port, "/review/entry", cookies)
            decided.append(field(page, "entry"))
            assert (
                ask(port, "/review/judge", cookies, {"token": token, "entry": decided[-1], "verdict": verdict})[0]
                == 303
            )
        process.kill()
    with served(record, port):
        _, page, _ = ask(port, "/review/entry", cookies)
        assert "2 decided" in page and field(page, "entry") not in decided
        # The form that was open when the server was killed still holds.
        assert ask(port, "/review/undo", cookies, {"token": token})[2].endswith(decided[-1])
