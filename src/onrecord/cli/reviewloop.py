"""The review desk in a terminal: one entry after the other, with the keys of the desk in the browser."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from onrecord.cli.common import counted, note, terminal, visible
from onrecord.cli.why import WIDEST, marked, source
from onrecord.errors import UsageError
from onrecord.explain import explain
from onrecord.review import acts
from onrecord.review.desk import Desk
from onrecord.review.figures import undecided
from onrecord.review.fixes import CHOICES, fixable
from onrecord.review.missed import FIELDS, missed
from onrecord.review.places import Naming
from onrecord.schema import ActorJudgement
from onrecord.store.judge import fields_of
from onrecord.wording import dated, described, headline, whose_word

if TYPE_CHECKING:
    from onrecord.api import Record
    from onrecord.schema import Entry, Findings

KEYS = "[r]ight [w]rong [f]ix [s]kip [a]dd [m]erge [u]ndo [n]ote [q]uit"
JOINS = "with ENTRY, apart ENTRY, actor ID = OTHER, or actor ID here is NAME: "
PAGE_KEYS = "[a]dd what was missed, [d]one: read whole, [s]kip this page, [u]ndo, [q]uit"
QUIT = ("q", "\x03", "\x04", "")


class Quit(Exception):
    """The reviewer goes."""


class Loop:
    """Somebody at the desk. What was decided is kept before anything else is shown."""

    def __init__(
        self, record: Record, by: str, order: str, seed: str, size: int, conditions: Any,
    ) -> None:  # fmt: skip
        """``conditions`` are those of ``Record.entries``. Raises UsageError."""
        self.record, self.by, self.order = record, acts.reviewer(by), order
        plain: Any = order if order != "differ" else "sample"
        self.wanted = record.wanted(plain, seed, size, **conditions)
        self.desk = Desk()
        self.why = ""
        self.console = terminal()
        if not self.console.is_terminal or self.console.width > WIDEST:
            self.console.width = WIDEST

    def entries(self) -> None:
        """Goes through the queue until all of it is decided, or the reviewer goes."""
        with suppress(Quit):
            self._walk(self._queue, self._open, settling=self.order == "differ")
        decided = sum(by == self.by for ones in self._decisions.by_entry.values() for by in ones)
        note(
            f"{self.by}: {counted(decided, 'entry', 'entries')} decided; onrecord review --figures tells what comes of it"
        )

    def pages(self, many: int) -> None:
        """Goes through random pages: judges every entry, adds what was missed, and notes that the page was read whole."""
        store = self.record.store
        docs = self.desk.pages(store, self.wanted.seed, many)
        with suppress(Quit):
            for doc in docs:
                if self.by not in self._decisions.read.get(doc, ()):
                    self._page(doc)
        read = sum(self.by in self._decisions.read.get(doc, ()) for doc in docs)
        note(f"{self.by}: {read} of {counted(len(docs), 'page')} read whole")

    @property
    def _decisions(self) -> Any:
        return self.desk.decisions(self.record.store)

    def _queue(self) -> Sequence[str]:
        if self.order == "differ":
            return list(self._decisions.differing())
        return [one.id for one in self.desk.queue(self.record.store, self.wanted)]

    def _open(self, entry: str) -> bool:
        return self.order == "differ" or self._decisions.decided(entry, self.by) is None

    def _walk(self, queue: Callable[[], Sequence[str]], is_open: Callable[[str], bool], settling: bool = False) -> None:
        """Shows what is open of a queue, what was skipped once more at the end, until nothing is left or all was skipped."""
        skipped: list[str] = []
        while True:
            ids = queue()
            left = [one for one in ids if is_open(one)]
            entry = next((one for one in left if one not in skipped), None)
            if entry is None:
                if left:
                    note(f"{counted(len(left), 'entry', 'entries')} skipped")
                return
            note(f"\n{len(ids) - len(left) + 1} of {len(ids)}")
            if not self._entry(entry, settling):
                skipped.append(entry)

    def _entry(self, id: str, settling: bool) -> bool:
        """Shows an entry until it is decided on; False where it was skipped."""
        found, one = acts.seen(self.record.store, id)
        self._show(found, one, settling)
        while True:
            key = asked_key(KEYS)
            if key in QUIT:
                raise Quit
            try:
                if key == "s":
                    return False
                if key == "u":
                    self._undo()
                    return True
                if self._decide(key, found, one, settling):
                    return True
            except UsageError as error:
                note(f"onrecord: {error}")

    def _decide(self, key: str, found: Findings, one: Entry, settling: bool) -> bool:
        """Does what a key says; True where the entry is decided on."""
        if key in ("r", "w"):
            self._judge(one, "accept" if key == "r" else "reject", None, settling)
            return True
        if key == "f":
            given = asked_fields(fixable(one), CHOICES)
            if given:
                self._judge(one, "correct", given, settling)
            return bool(given)
        if key == "a":
            self._add(one.doc)
        elif key == "m":
            self._join(one, asked_line(JOINS))
        elif key == "n":
            self.why = asked_line("note: ")
        else:
            note(KEYS)
        return False

    def _judge(self, one: Entry, verdict: Any, fixed: Mapping[str, str] | None, settling: bool) -> None:
        self.record.judge(one.id, verdict, by=self.by, made=acts.now(), why=self.why, fixed=fixed, settling=settling)
        self.why = ""

    def _undo(self) -> None:
        taken = self.record.take_back(by=self.by, made=acts.now())
        of = taken.actor if isinstance(taken, ActorJudgement) else taken.entry or taken.doc
        note(f"taken back: {taken.verdict} of {of}")

    def _join(self, one: Entry, asked: str) -> None:
        """Says that two entries or two actors are one, or are not."""
        what, _, rest = asked.partition(" ")
        given: Any = {"by": self.by, "made": acts.now(), "why": self.why}
        if what in ("with", "apart"):
            self.record.judge_pair(one.id, rest.strip(), what, **given)
        elif what == "actor" and " here is " in rest:
            actor, _, name = rest.partition(" here is ")
            self.record.judge_actor("split", actor.strip(), name=name.strip(), doc=one.doc, **given)
        elif what == "actor" and "=" in rest:
            actor, _, other = rest.partition("=")
            self.record.judge_actor("merge", actor.strip(), other=other.strip(), **given)
        else:
            note(JOINS)

    def _add(self, doc: str) -> None:
        kind = {"s": "statement", "e": "event"}.get(
            asked_key("add a [s]tatement or an [e]vent? (any other key: neither)")
        )
        found = acts.page_seen(self.record.store, doc, self.by)
        if kind is None or found is None:
            return
        names = ", ".join(FIELDS[kind])
        note(f"Words as they stand on the page; an empty line ends it. Fields: {names}")
        given = asked_fields(dict.fromkeys(FIELDS[kind], ""), CHOICES)
        judgement = missed(Naming(self.record.store, found), kind, given, self.by, acts.now(), why=self.why)
        self.record.store.judge(judgement)
        self.why = ""
        note(f"added {judgement.entry}")

    def _page(self, doc: str) -> None:
        """One page, read whole."""
        store = self.record.store
        found = store.findings(doc, judged=False)
        if found is None:
            return
        title = found.document.title.text if found.document.title else "without a title"
        self.console.print(f"\n{' '.join(visible(title).split())} ({doc})", style="bold", markup=False)
        self.console.print(visible(found.document.text), markup=False)
        ids = [one.id for one in found.entries]
        self._walk(lambda: ids, lambda one: one in undecided(found, self._decisions, self.by))
        while (key := asked_key(PAGE_KEYS)) not in ("s", "d"):
            if key in QUIT:
                raise Quit
            try:
                if key == "a":
                    self._add(doc)
                elif key == "u":
                    self._undo()
            except UsageError as error:
                note(f"onrecord: {error}")
        if key == "d":
            acts.read_whole(store, doc, self.by, acts.now())

    def _show(self, found: Findings, one: Entry, settling: bool) -> None:
        from rich.text import Text

        why = explain(found, one)
        parts: list[Text] = [
            Text(headline(one), style="bold"),
            Text(source(why), style="dim"),
            Text(""),
            marked(why),
            Text(""),
        ]
        parts += [Text(f"{role}: {described(party)}") for role, party in why.parties]
        parts += [Text(f"when: {dated(one.when)}"), Text(f"whose word: {whose_word(why)}")]
        if settling:
            ones = self._decisions.by_entry.get(one.id, {})
            parts += [
                Text(f"{by} said: {word.verdict} {fields_of(word) or ''} {word.why}".rstrip())
                for by, word in ones.items()
            ]
        for part in parts:
            self.console.print(part)


def asked_key(prompt: str) -> str:
    """One key, without Enter in a terminal; from elsewhere the first letter of a line, and nothing at the end."""
    print(f"{prompt}: ", end="", file=sys.stderr, flush=True)
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        return line.strip()[:1].lower() if line else ""
    import click

    try:
        key = click.getchar()
    except (KeyboardInterrupt, EOFError):
        key = "q"
    print(key if key.isprintable() else "", file=sys.stderr)
    return key.lower() or "?"


def asked_line(prompt: str) -> str:
    """One line of text; empty at the end."""
    print(prompt, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


def asked_fields(shown: Mapping[str, str], choices: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Fields given as ``name=value``, one a line, until an empty line."""
    for name, value in shown.items():
        among = f" ({', '.join(choices[name])})" if name in choices else ""
        note(f"  {name} = {value}{among}")
    given: dict[str, str] = {}
    while line := asked_line("name=value, or Enter to end: "):
        name, is_pair, value = line.partition("=")
        if not is_pair or name.strip() not in shown:
            note(f"onrecord: {line}: write name=value, with one of {', '.join(shown)}")
        else:
            given[name.strip()] = value.strip()
    return given
