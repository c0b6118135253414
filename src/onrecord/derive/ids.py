"""Ids of derived rows: hashes of their evidence, so that they stay while more evidence comes in behind the first."""

from __future__ import annotations

import hashlib


def id_of(kind: str, *evidence: str) -> str:
    """16 hex digits for a row of ``kind`` that rests on ``evidence``: ids of documents or entries, the first ones first."""
    return hashlib.sha256("\x1f".join((kind, *evidence)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
