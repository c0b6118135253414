from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What a server was started with; none is."""
    import uvicorn

    calls: list[dict[str, Any]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: calls.append(options))
    return calls


def test_serve_listens_on_this_machine_alone_and_says_where(onrecord: Call, record: Path, started: Any) -> None:
    ran = onrecord("serve", record, "--port", "9000")
    assert ran.code == 0
    assert (started[0]["host"], started[0]["port"]) == ("127.0.0.1", 9000)
    assert "http://127.0.0.1:9000/ " in ran.err and "token" not in ran.err


def test_serve_elsewhere_asks_for_a_token_that_is_new_each_time(onrecord: Call, record: Path, started: Any) -> None:
    first, second = (onrecord("serve", record, "--host", "0.0.0.0").err for _ in range(2))
    assert "http://0.0.0.0:8642/?token=" in first and first != second


def test_serve_tells_of_a_record_that_is_not_there(onrecord: Call, tmp_path: Path, started: Any) -> None:
    ran = onrecord("serve", tmp_path / "none.onrecord")
    assert ran.code == 2 and "no such record" in ran.err and started == []
    assert not (tmp_path / "none.onrecord").exists()
