"""The stories of ``corpus/stories`` with their gold, and what is wrong there. The format stands in its ``FORMAT.md``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any, get_args

from onrecord.schema import Page
from onrecord.schema.derived import Change, Matter, Relation

STORIES = Path(__file__).resolve().parent.parent / "corpus" / "stories"
PARTS = ("tune", "held")
_HEAD = re.compile(r"^=== (\S+)$", re.MULTILINE)

Quoted = tuple[str, str]
"""A page and words that stand in it once."""


@dataclass(frozen=True, slots=True)
class Told:
    """A page as written: ``text`` without its headline; ``between`` are the days on which an undated one was published."""

    name: str
    outlet: str
    published: date | None
    between: tuple[date, date] | None
    title: str
    text: str

    @property
    def whole(self) -> str:
        """Headline and text."""
        return f"{self.title}\n{self.text}"

    def page(self) -> Page:
        """The page as a collector has it: an HTML file that says no more of itself than outlet, headline and day."""
        metas = {"og:type": "article", "og:site_name": self.outlet}
        if self.published is not None:
            metas["article:published_time"] = self.published.isoformat()
        head = "".join(f'<meta property="{key}" content="{escape(value)}">' for key, value in metas.items())
        body = "".join(f"<p>{escape(line, quote=False)}</p>\n" for line in self.text.splitlines() if line)
        title = escape(self.title, quote=False)
        whole = (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
            f"<body><article><h1>{title}</h1>\n{body}</article></body></html>"
        )
        return Page(path=f"{self.name}.html", raw=whole.encode(), media="html")


@dataclass(frozen=True, slots=True)
class Stance:
    """A commitment by all passages that tell it; ``changes`` are the names that its change since the one before may bear."""

    at: tuple[Quoted, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """Two sides of one matter, each by all passages that tell it."""

    matter: str
    about: str
    sides: tuple[tuple[Quoted, ...], tuple[Quoted, ...]]


@dataclass(frozen=True)
class Tale:
    """A story with its gold."""

    name: str
    part: str
    pages: tuple[Told, ...]
    gold: Mapping[str, Any]

    @cached_property
    def episodes(self) -> dict[str, str]:
        """The episode of each page."""
        return {page: name for name, pages in self.gold.get("episodes", {}).items() for page in pages}

    @cached_property
    def copies(self) -> list[tuple[str, str, str]]:
        """Page, the page it repeats, and how."""
        return [(one["page"], one["of"], one["relation"]) for one in self.gold.get("copy", [])]

    @cached_property
    def happenings(self) -> dict[str, list[Quoted]]:
        """The passages that report each happening."""
        return {one["name"]: _quoted(one["reports"]) for one in self.gold.get("happening", [])}

    @cached_property
    def sayings(self) -> list[list[Quoted]]:
        """The passages that carry each saying."""
        return [_quoted(one["carriers"]) for one in self.gold.get("saying", [])]

    @cached_property
    def positions(self) -> list[tuple[str, list[Stance]]]:
        """Each actor's commitments on an issue, in their order, with ``actor: issue``."""
        return [
            (f"{one['actor']}: {one['issue']}", [_stance(stand) for stand in one["stands"]])
            for one in self.gold.get("position", [])
        ]

    @cached_property
    def disputes(self) -> list[Disputed]:
        """The disputes."""
        return [
            Disputed(one["matter"], one["about"], (tuple(_quoted(one["sides"][0])), tuple(_quoted(one["sides"][1]))))
            for one in self.gold.get("dispute", [])
        ]

    def quoted(self) -> Iterator[Quoted]:
        """All words that the gold quotes."""
        for reports in (*self.happenings.values(), *self.sayings):
            yield from reports
        for _, stands in self.positions:
            for stand in stands:
                yield from stand.at
        for dispute in self.disputes:
            for side in dispute.sides:
                yield from side


def load(folder: Path = STORIES, part: str | None = None) -> list[Tale]:
    """The stories of a folder, by name; those of one part where it is named."""
    tales = []
    for path in sorted(folder.glob("*.toml")):
        gold = tomllib.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        tales.append(Tale(path.stem, gold.get("part", ""), tuple(_pages(text)), gold))
    return [one for one in tales if part is None or one.part == part]


def faults(tale: Tale) -> list[str]:
    """What is wrong with a story: words that are not in their page, or twice; unknown pages, kinds and parts."""
    pages = {one.name: one for one in tale.pages}
    found = [] if tale.part in PARTS else [f"part is {tale.part!r}"]
    found += [f"{name} stands twice" for name in pages if sum(one.name == name for one in tale.pages) > 1]
    for one in tale.pages:
        if (one.published is None) == (one.between is None):
            found.append(f"{one.name}: give a day of publication, or the days between which it lies")
    for name, words in tale.quoted():
        count = pages[name].whole.count(words) if name in pages else 0
        if count != 1:
            found.append(f"{name}: {words!r} stands there {count} times")
    for page, of, relation in tale.copies:
        found += [f"copy of an unknown page: {name}" for name in (page, of) if name not in pages]
        found += [] if relation in get_args(Relation) else [f"{page}: unknown relation {relation!r}"]
    return found + list(_episode_faults(tale, pages)) + list(_kind_faults(tale))


def _episode_faults(tale: Tale, pages: Mapping[str, Told]) -> Iterator[str]:
    listed = [page for pages in tale.gold.get("episodes", {}).values() for page in pages]
    for name in sorted({*listed, *pages}):
        if listed.count(name) != 1 or name not in pages:
            yield f"{name} is in {listed.count(name)} episodes"


def _kind_faults(tale: Tale) -> Iterator[str]:
    for lane, stands in tale.positions:
        for place, stand in enumerate(stands):
            if bool(stand.changes) != (place > 0):
                yield f"{lane}: every commitment but the first has a change"
            for kind in stand.changes:
                if kind not in get_args(Change):
                    yield f"{lane}: unknown change {kind!r}"
    for dispute in tale.disputes:
        if dispute.matter not in get_args(Matter):
            yield f"{dispute.about}: unknown matter {dispute.matter!r}"


def _pages(text: str) -> Iterator[Told]:
    parts = _HEAD.split(text)[1:]
    for name, rest in zip(parts[::2], parts[1::2], strict=True):
        head, _, body = rest.strip("\n").partition("\n--- text\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines() if line)
        title, _, paragraphs = body.partition("\n")
        first, _, last = fields.get("between", "").partition(" ")
        yield Told(
            name,
            fields["outlet"],
            date.fromisoformat(fields["published"]) if "published" in fields else None,
            (date.fromisoformat(first), date.fromisoformat(last)) if first else None,
            title.removeprefix("# "),
            paragraphs.strip("\n"),
        )  # fmt: skip


def _stance(row: Mapping[str, Any]) -> Stance:
    changes = (row["change"], *row.get("or", ())) if "change" in row else ()
    return Stance(tuple(_quoted(row["at"])), changes)


def _quoted(rows: Sequence[Sequence[str]]) -> list[Quoted]:
    return [(page, words) for page, words in rows]
