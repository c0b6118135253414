"""What a reviewer does at the desk: each decision is written at once, and the browser goes on to what comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.responses import RedirectResponse

from onrecord.errors import UsageError
from onrecord.review import acts
from onrecord.review.missed import FIELDS, missed
from onrecord.review.places import Naming
from onrecord.schema import ActorJudgement
from onrecord.web.desk.forms import back_to, remember_name
from onrecord.web.desk.screens import Sitting
from onrecord.web.paper import as_written

Form = Mapping[str, str]
Act = Callable[[Sitting, Form], RedirectResponse]
FIX = "fix-"
"""Begins the names of a form's fields that correct an entry."""
LARGEST_PLACE = 100_000_000


def judge(sitting: Sitting, form: Form) -> RedirectResponse:
    """Right, wrong, or right with a correction."""
    entry, verdict = form.get("entry", ""), form.get("verdict", "")
    if verdict not in ("accept", "reject", "correct"):
        raise UsageError("say whether the entry is right, wrong, or right with a correction")
    given = {name.removeprefix(FIX): value for name, value in form.items() if name.startswith(FIX)}
    sitting.record.judge(
        entry, verdict, by=_by(sitting), made=acts.now(), why=form.get("why", ""),  # type: ignore[arg-type]
        fixed=given if verdict == "correct" else None, settling=form.get("settling") == "yes",
    )  # fmt: skip
    back = back_to(form)
    return _on(back) if "stay" in form else _on(back, after=entry, id=None)


def undo(sitting: Sitting, form: Form) -> RedirectResponse:
    """Takes back the reviewer's last decision, and shows what it was about."""
    taken = sitting.record.take_back(by=_by(sitting), made=acts.now())
    back = back_to(form)
    if isinstance(taken, ActorJudgement):
        return _on(back)
    page = f"/review/page/{taken.doc}"
    if urlsplit(back).path == page:
        return _on(back, fragment=f"n-{taken.entry}" if taken.entry else "")
    if not taken.entry or taken.verdict == "add":
        return _on(page)
    return _on(back if urlsplit(back).path == "/review/entry" else "/review/entry", id=taken.entry)


def add(sitting: Sitting, form: Form) -> RedirectResponse:
    """Adds an entry that was missed."""
    kind, doc, by = form.get("kind", ""), form.get("doc", ""), _by(sitting)
    found = acts.page_seen(sitting.record.store, doc, by)
    if found is None or kind not in FIELDS:
        raise UsageError("name a page on record, and add a statement or an event to it")
    given = {name: as_written(form.get(name, "")) for name in FIELDS[kind]}
    near = {name: place for name in FIELDS[kind] if (place := _place(form.get(f"near-{name}", ""))) is not None}
    naming = Naming(sitting.record.store, found)
    judgement = missed(naming, kind, given, by, acts.now(), near=near, why=form.get("why", ""))
    sitting.record.store.judge(judgement)
    return _on(back_to(form), said="added", fragment=f"n-{judgement.entry}")


def read(sitting: Sitting, form: Form) -> RedirectResponse:
    """Notes that a page was read whole."""
    acts.read_whole(sitting.record.store, form.get("doc", ""), _by(sitting), acts.now())
    return _on(back_to(form))


def actor(sitting: Sitting, form: Form) -> RedirectResponse:
    """Says who an actor is, on all pages or on one."""
    verdict, who, other = form.get("what", ""), form.get("actor", ""), form.get("other", "").strip()
    if verdict not in ("merge", "rename", "split") or not other:
        raise UsageError("say who the actor is: another id or name")
    sitting.record.judge_actor(
        verdict, who, by=_by(sitting), made=acts.now(), why=form.get("why", ""),  # type: ignore[arg-type]
        other=other if verdict == "merge" else "", name="" if verdict == "merge" else other, doc=form.get("doc", ""),
    )  # fmt: skip
    return _on(back_to(form), id=form.get("entry"))


def pair(sitting: Sitting, form: Form) -> RedirectResponse:
    """Says that two entries tell of one thing, or do not."""
    entry, said = form.get("entry", ""), form.get("what", "")
    sitting.record.judge_pair(entry, form.get("other", "").strip(), said, by=_by(sitting), made=acts.now())
    return _on(back_to(form), id=entry)


def reviewer(sitting: Sitting, form: Form) -> RedirectResponse:
    """Takes the reviewer's name."""
    answer = _on(back_to(form))
    remember_name(answer, acts.reviewer(form.get("name", "")))
    return answer


ACTS: dict[str, Act] = {
    "/review/judge": judge,
    "/review/undo": undo,
    "/review/add": add,
    "/review/read": read,
    "/review/actor": actor,
    "/review/pair": pair,
    "/review/reviewer": reviewer,
}


def _by(sitting: Sitting) -> str:
    if sitting.visitor.by is None:
        raise UsageError("Give your name on the desk first: each decision says whose it is.")
    return sitting.visitor.by


def _place(value: str) -> int | None:
    return min(int(value), LARGEST_PLACE) if value.isascii() and value.isdigit() and len(value) < 12 else None


def _on(address: str, fragment: str = "", **changes: str | None) -> RedirectResponse:
    """On to an address with some parameters changed, or without those that are None."""
    parts = urlsplit(address)
    held = {**dict(parse_qsl(parts.query)), **changes}
    query = urlencode([(name, value) for name, value in held.items() if value])
    end = fragment or parts.fragment
    return RedirectResponse(parts.path + (f"?{query}" if query else "") + (f"#{end}" if end else ""), 303)
