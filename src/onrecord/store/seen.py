"""What several pages teach about an actor, put together: each office with how many documents give it, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.schema import Learned
from onrecord.store.identity import Identities
from onrecord.store.rows import ActorRow
from onrecord.store.words import named_by


@dataclass(frozen=True, slots=True)
class Seen:
    """An office, or a short name, that pages give an actor: in how many documents, and their first and last day.

    The days are those of the documents that say so, not the ends of a tenure; None where no such document is dated.
    """

    what: str
    documents: int
    first: date | None
    last: date | None

    def __str__(self) -> str:
        many = f"{self.what} in {self.documents:,} document{'' if self.documents == 1 else 's'}"
        if self.first is None:
            return many
        return f"{many}, {self.first}" if self.first == self.last else f"{many}, {self.first} to {self.last}"


def order(fact: Learned) -> tuple[date, str, int, int, str]:
    """The key by which facts are listed: by day, undated ones last, then by document and place."""
    return fact.day or date.max, fact.doc, fact.start, fact.end, fact.office or ""


def chosen(facts: Iterable[Learned], name: str | None, actor: str | None) -> Iterator[Learned]:
    """The facts on an actor's id, and on a name: words that all stand in it, or the short form."""
    fits = named_by(name) if name is not None else None
    for one in facts:
        if actor is not None and one.actor != actor:
            continue
        if fits is None or fits(one.name) or (one.short is not None and fits(one.short)):
            yield one


def seen(facts: Iterable[Learned]) -> list[Seen]:
    """What the facts on one actor come to, what most documents say first."""
    groups: dict[str, list[Learned]] = {}
    for one in facts:
        groups.setdefault(words_of(one), []).append(one)
    found = []
    for what, ones in groups.items():
        days = sorted(one.day for one in ones if one.day is not None)
        first, last = (days[0], days[-1]) if days else (None, None)
        found.append(Seen(what, len({one.doc for one in ones}), first, last))
    return sorted(found, key=lambda one: (-one.documents, one.first or date.max, one.what))


def words_of(fact: Learned) -> str:
    """A fact in a few words: "former finance minister (KEN)", "spokesman of Hamas (PSE)"."""
    if fact.office is None:
        return f"“{fact.short}” for short"
    office = fact.office
    if fact.standing in ("former", "late", "acting"):
        office = f"{fact.standing} {office}"
    elif fact.standing == "designate" and not office.endswith(("-designate", "-elect")):
        office = f"{office}-designate"
    body = f" of {fact.body}" if fact.body else ""
    country = f" ({fact.country})" if fact.country else ""
    return f"{office}{body}{country}"


def told(
    rows: Sequence[ActorRow], learned: Callable[[list[str]], Iterable[Learned]], known: Identities
) -> list[ActorRow]:
    """``rows`` with what pages teach about each actor, which ``learned`` gives for ids, and what was judged of it."""
    facts: dict[str, list[Learned]] = {}
    for one in learned([row.actor for row in rows if row.actor is not None]):
        facts.setdefault(one.actor, []).append(one)
    return [
        replace(row, seen_as="; ".join(map(str, seen(facts.get(row.actor, ())))), judged=known.note(row.actor))
        if row.actor is not None
        else row
        for row in rows
    ]
