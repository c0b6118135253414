"""What reviewers said of an entry, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.schema import Entry, Judgement
from onrecord.store import Store
from onrecord.store.judge import DECIDING, fields_of, settles, standing

VERDICTS = {"accept": "right", "correct": "right with a correction", "reject": "wrong"}
UNSAID = frozenset({"mode", "cameo", "codebook", "speaker_confidence", "settles"})
"""Fields of a correction that follow from others."""

Said = tuple[str, str, list[tuple[str, str]], str]
"""Who, the word, the corrected fields, and the note."""


def said(judgements: Iterable[Judgement]) -> list[Said]:
    """Each judgement in words."""
    return [(one.by, _word(one), corrected(fields_of(one)), one.why) for one in judgements]


def on_entry(store: Store, entry: Entry) -> list[Said]:
    """What stands of an entry's judgements."""
    return said(
        one for one in standing(store.judgements(entry.doc)) if one.entry == entry.id and one.verdict in DECIDING
    )


def corrected(fields: dict[str, Any]) -> list[tuple[str, str]]:
    """The fields of a correction."""
    return [(name, _value(value)) for name, value in fields.items() if name not in UNSAID]


def _word(one: Judgement) -> str:
    return VERDICTS[one.verdict] + (", which settles it" if settles(one) else "")


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_value, value)) or "nobody"
    if isinstance(value, dict) and "earliest" in value:
        return f"{value['earliest'] or '…'} – {value.get('latest') or '…'}"
    if isinstance(value, dict):
        return str(value.get("name") or value.get("text") or "")
    return "nobody" if value in (None, "") else str(value)
