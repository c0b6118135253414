"""What two records say differently, and the step that made the difference.

The step is read off the traces that every entry carries: the page's blocks and dates are the reader's work, the words of an
entry and its frame the finding's, who is meant the resolving's, voices and links the relating's. Where several steps made a
difference, the first one is named: the later ones may only follow it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.replication.pages import Json, PageLines, Side

Way = Literal["added", "gone", "changed"]
Step = Literal["input", "read", "find", "resolve", "relate", "judge", "derive"]
STEPS: tuple[Step, ...] = ("input", "read", "find", "resolve", "relate", "judge", "derive")

RELATED = frozenset(
    ("according_to", "voice", "act", "denies", "replies_to", "within", "utterance", "about", "medium", "confidence",
     "speaker_confidence")
)  # fmt: skip
"""Fields that the last step fills in; a statement's time, too."""
PARTIES = frozenset(("speaker", "addressee", "source", "target", "against"))
"""Their words are found; who is meant is resolved."""
WORDS = frozenset(("text", "start", "end"))


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: ``kind`` is ``document``, ``statement``, ``event`` or a kind of derived rows.

    ``fields`` gives for each that changed its values in A and in B; ``trace`` says in words what the step did.
    """

    way: Way
    kind: str
    id: str
    doc: str
    step: Step
    trace: str
    fields: Mapping[str, tuple[Any, Any]]


def differences(one: Side, other: Side) -> Iterator[Difference]:
    """What ``other`` has more, lacks and says differently, page by page in the order of ids, derived rows last."""
    for first, second in _paired(one.pages(), other.pages()):
        if first is None or second is None:
            page = first or second
            assert page is not None
            way: Way = "added" if first is None else "gone"
            where = "the second" if first is None else "the first"
            yield Difference(way, "document", page.doc, page.doc, "input", f"the page is on {where} record only", {})
        else:
            yield from _of_page(first, second)
    yield from _of_derived(one.derived(), other.derived())


def _paired(
    one: Iterator[PageLines], other: Iterator[PageLines]
) -> Iterator[tuple[PageLines | None, PageLines | None]]:
    """The pages of both sides in step; both come in the order of their ids."""
    first, second = next(one, None), next(other, None)
    while first is not None or second is not None:
        if second is None or (first is not None and first.doc < second.doc):
            yield first, None
            first = next(one, None)
        elif first is None or second.doc < first.doc:
            yield None, second
            second = next(other, None)
        else:
            yield first, second
            first, second = next(one, None), next(other, None)


def _of_page(one: PageLines, other: PageLines) -> Iterator[Difference]:
    fields = changed(one.document, other.document)
    if fields:
        yield Difference("changed", "document", one.doc, one.doc, "read", _named(fields), fields)
    for id in sorted({*one.entries, *other.entries}):
        first, second = one.entries.get(id), other.entries.get(id)
        if first is not None and second is not None:
            yield from _of_entry(first, second, one, other)
        elif first is not None:
            yield Difference("gone", first["kind"], id, one.doc, *_lost(first, one, other), {})
        elif second is not None:
            yield Difference("added", second["kind"], id, one.doc, *_lost(second, other, one), {})


def _of_entry(first: Json, second: Json, one: PageLines, other: PageLines) -> Iterator[Difference]:
    fields = changed(first, second)
    if not fields:
        return
    judged = one.judged ^ other.judged
    if first["id"] in judged or all(_links(values) & judged for values in fields.values()):
        step: Step = "judge"
    else:
        step = min((_step_of(first["kind"], name, *values) for name, values in fields.items()), key=STEPS.index)
        if step != "relate" and _laid_out(first, one) != _laid_out(first, other):
            step = "read"
    yield Difference("changed", first["kind"], first["id"], one.doc, step, _named(fields), fields)


def changed(first: Json, second: Json) -> dict[str, tuple[Any, Any]]:
    """The fields that differ, with both values; a field that one side lacks counts as None there."""
    names = [*first, *(name for name in second if name not in first)]
    return {name: (first.get(name), second.get(name)) for name in names if first.get(name) != second.get(name)}


def _step_of(kind: str, name: str, before: Any, after: Any) -> Step:
    if name in RELATED or (name == "when" and kind == "statement"):
        return "relate"
    if name in PARTIES and _words(before) == _words(after):
        return "resolve"
    return "resolve" if name == "place" and _words(before) == _words(after) else "find"


def _links(values: tuple[Any, Any]) -> set[str]:
    """The ids that one of two values names and the other does not."""
    first, second = ({id for id in (one if isinstance(one, list) else [one]) if isinstance(id, str)} for one in values)
    return first ^ second


def _words(value: Any) -> Any:
    """Where the words of a party, of several or of a place stand."""
    if isinstance(value, list):
        return [_words(one) for one in value]
    return {name: value.get(name) for name in WORDS} if isinstance(value, dict) else value


def _lost(entry: Json, here: PageLines, there: PageLines) -> tuple[Step, str]:
    """Why an entry of ``here`` is not on ``there``, as the traces of both tell."""
    found = f"found by {_anchor_words(entry)} (frame {entry['rule'] or 'none'})"
    if entry["id"] in here.judged | there.judged:
        return "judge", f"{found}; judged on one side"
    if here.document["text_sha256"] != there.document["text_sha256"]:
        return "read", f"{found}; the other side has another text of this page"
    laid, other = _laid_out(entry, here), _laid_out(entry, there)
    if laid != other:
        return "read", f"{found}; its words are {laid or 'in no block'} here, {other or 'in no block'} there"
    start, end = _anchor(entry)
    for one in there.unsaid:
        if _overlap((start, end), (one["cue"]["start"], one["cue"]["end"])):
            return "find", f"{found}; there it counts as not said ({one['reason']})"
    for one in there.entries.values():
        if one["kind"] == entry["kind"] and one["id"] not in here.entries and _overlap((start, end), _anchor(one)):
            shown = f" as {one['type']}" if one["kind"] == "event" else ""
            return "find", f"{found}; there these words were found{shown} by {_anchor_words(one)} (frame {one['rule']})"
    return "find", f"{found}; there no frame or rule holds at these words"


def _anchor(entry: Json) -> tuple[int, int]:
    spans = [entry["trigger"]] if entry["kind"] == "event" else [*entry["content"], *filter(None, [entry["cue"]])]
    return min((one["start"] for one in spans), default=0), max((one["end"] for one in spans), default=0)


def _anchor_words(entry: Json) -> str:
    span = entry["trigger"] if entry["kind"] == "event" else entry["cue"]
    return f"“{span['text']}”" if span else "a quotation without a cue"


def _laid_out(entry: Json, page: PageLines) -> str:
    """The kind of the block in which an entry's words stand on a page; empty where in none."""
    start, _ = _anchor(entry)
    blocks: Iterable[Json] = page.document["blocks"]
    return next((str(one["kind"]) for one in blocks if one["start"] <= start < one["end"]), "")


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _named(fields: Iterable[str]) -> str:
    return ", ".join(fields)


def _of_derived(one: Mapping[tuple[str, str], Json], other: Mapping[tuple[str, str], Json]) -> Iterator[Difference]:
    for kind, id in sorted({*one, *other}):
        first, second = one.get((kind, id)), other.get((kind, id))
        row = first or second or {}
        doc = str((row.get("docs") or [""])[0])
        fields = changed(first, second) if first is not None and second is not None else {}
        if first is not None and second is not None and not fields:
            continue
        way: Way = "gone" if second is None else "added" if first is None else "changed"
        yield Difference(way, kind.lower(), id, doc, "derive", _named(fields) or "from several pages together", fields)
