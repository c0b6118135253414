"""A record that people look through, for programs: what they decide, and what that says about the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Unpack

from onrecord.conditions import Conditions
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.results import Rows
    from onrecord.review.acts import Verdict
    from onrecord.review.exchange import Taken
    from onrecord.review.figures import Figure
    from onrecord.review.queue import Order, Wanted
    from onrecord.schema import ActorJudgement, Judgement
    from onrecord.store import Filter, Store


class Reviewed:
    """The part of a record that takes judgements on entries. ``made`` is an ISO time everywhere, ``by`` a name."""

    store: Store
    _where: Callable[[Any], Filter]

    def judge(
        self, entry: str, verdict: Verdict, *, by: str, made: str, why: str = "",
        fields: Mapping[str, Any] | None = None, fixed: Mapping[str, str] | None = None, settling: bool = False,
    ) -> Judgement:  # fmt: skip
        """Says of an entry that it is right (``accept``), wrong (``reject``), or right with other fields (``correct``).

        ``fields`` are the corrected ones as JSON has them, ``{"status": "planned"}``; ``fixed`` as a form has them:
        ``{"speaker": "Ada Roy", "since": "2021-03-09"}``. What was found stays on record; lists show it as judged. A reviewer's
        new word takes the place of the one before it; ``settling`` ends a difference between reviewers. Raises UsageError.
        """
        from onrecord.review.acts import decide, seen
        from onrecord.review.fixes import fixes
        from onrecord.review.places import Naming
        from onrecord.store.judge import DECIDING

        found, one = seen(self.store, entry)
        if verdict not in DECIDING:
            raise UsageError(f"verdict {verdict}: choose one of {', '.join(DECIDING)}")
        if verdict != "correct" and (fields or fixed):
            raise UsageError(f"{verdict} {entry}: fields belong to correct")
        changed = {**(fields or {}), **fixes(Naming(self.store, found), one, fixed or {})}
        return decide(self.store, one.id, verdict, by, made, why=why, fields=changed, settling=settling)

    def add_missed(self, doc: str, kind: str, *, by: str, made: str, why: str = "", **words: str) -> Judgement:
        """Adds a ``statement`` or an ``event`` that was missed on a page, by words that stand there.

        Of a statement ``words`` (what is said), ``speaker``, ``cue``, ``addressee``, ``form`` and ``attitude``; of an event
        ``words`` (the word for what is done), ``type``, ``status``, ``source`` and ``target``. Raises UsageError.
        """
        from onrecord.review.acts import page_seen
        from onrecord.review.missed import missed
        from onrecord.review.places import Naming

        found = page_seen(self.store, doc)
        if found is None:
            raise UsageError(f"{doc}: no such page on record")
        judgement = missed(Naming(self.store, found), kind, words, by, made, why=why)
        self.store.judge(judgement)
        return judgement

    def take_back(self, *, by: str, made: str) -> Judgement | ActorJudgement:
        """Takes back what a reviewer decided last, on an entry, a page or an actor, and gives it. Raises UsageError where there
        is nothing.
        """
        from onrecord.review.acts import take_back
        from onrecord.review.desk import Desk

        return take_back(self.store, Desk().decisions(self.store), by, made)

    def wanted(
        self, order: Order = "sample", seed: str = "1", size: int = 200, **conditions: Unpack[Conditions]
    ) -> Wanted:
        """The queue of those entries that meet the conditions, to be asked of a desk. Raises UsageError."""
        from onrecord.review.queue import Wanted

        return Wanted(self._where(conditions), order, seed, size)

    def figures(
        self,
        *,
        size: int = 200,
        seed: str = "1",
        pages: int = 20,
        by: str | None = None,
        **conditions: Unpack[Conditions],
    ) -> Rows[Figure]:
        """How much is right, of a random sample of entries that meet the conditions; how much was found, of random pages; how
        far reviewers agree. See ``review.figures``. ``by`` takes one reviewer's words alone. Raises UsageError.
        """
        from onrecord.results import Rows
        from onrecord.review.desk import Desk
        from onrecord.review.figures import Figure, figures

        desk = Desk()
        sample = desk.queue(self.store, self.wanted("sample", seed, size, **conditions))
        found = figures(self.store, sample, desk.pages(self.store, seed, pages), desk.decisions(self.store), by)
        return Rows(Figure, lambda some: iter(found[some]), lambda: len(found))

    def judgement_lines(self) -> Iterator[str]:
        """Every judgement as a line of JSON, for ``take_in`` of a record with the same pages."""
        import json

        from onrecord.review.exchange import lines

        return (json.dumps(line, ensure_ascii=True) for line in lines(self.store))

    def take_in(self, lines: Iterable[str]) -> Taken:
        """Appends the judgements of such lines that are not there yet. Raises UsageError for a line that is none."""
        from onrecord.review.exchange import take_in

        return take_in(self.store, lines)
