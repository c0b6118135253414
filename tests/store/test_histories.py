"""Whatever happens to a record, in whatever order: the file and its twin in memory answer alike, and the file stays sound."""

from __future__ import annotations

import runpy
import tempfile
from pathlib import Path
from types import SimpleNamespace

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from onrecord.schema import ActorJudgement, Done, Judgement, Story
from onrecord.store import MemoryStore, SQLiteStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
PAGES = [*made.collection(), *made.topical()]
WHEN = "2021-06-01T00:00:00+00:00"
pages = st.sampled_from(PAGES)
prints = st.sampled_from(["f1", "f2"])


class Histories(RuleBasedStateMachine):
    """What may happen to a record."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "r.onrecord"
        self.file, self.memory = SQLiteStore(self.path), MemoryStore()
        self.judged = 0

    def teardown(self) -> None:
        self.file.close()
        self.folder.cleanup()

    @property
    def both(self) -> tuple[SQLiteStore, MemoryStore]:
        return self.file, self.memory

    @rule(page=pages, fingerprint=prints, failed=st.booleans())
    def put(self, page: made.Findings, fingerprint: str, failed: bool) -> None:  # type: ignore[name-defined]
        row = Done(
            page.document.doc, "page", fingerprint, "failed" if failed else "found", "reason" if failed else None
        )
        first, second = (one.put(page, [row], size=3) for one in self.both)
        assert first == second

    @rule(page=pages, path=st.sampled_from(["elsewhere.txt", "a.txt", "0.txt"]))
    def sight(self, page: made.Findings, path: str) -> None:  # type: ignore[name-defined]
        for one in self.both:
            one.sight(page.document.doc, path)

    @rule(
        page=pages.filter(lambda page: bool(page.entries)),
        verdict=st.sampled_from(["accept", "reject", "correct"]),
        sure=st.floats(0, 1),
    )
    def judge(self, page: made.Findings, verdict: str, sure: float) -> None:  # type: ignore[name-defined]
        entry = (*page.statements, *page.events)[0]
        fields = f'{{"confidence": {sure}}}' if verdict == "correct" else "{}"
        for one in self.both:
            one.judge(Judgement(entry.id, entry.doc, verdict, "me", WHEN, fields=fields))  # type: ignore[arg-type]

    @rule(name=st.sampled_from(["A", "B"]), actor=st.sampled_from(["t:Ada Roy", "t:Ben Okoro", "t:Lagos"]))
    def rename(self, name: str, actor: str) -> None:
        first, second = (one.judge_actor(ActorJudgement(actor, "rename", "me", WHEN, name=name)) for one in self.both)
        assert first == second
        self.judged = first

    @precondition(lambda self: self.judged and self.judged in made_standing(self.memory))
    @rule()
    def undo(self) -> None:
        for one in self.both:
            one.judge_actor(ActorJudgement("", "undo", "me", WHEN, into=str(self.judged)))

    @rule(page=pages)
    def forget(self, page: made.Findings) -> None:  # type: ignore[name-defined]
        first, second = (one.forget(page.document.doc, WHEN) for one in self.both)
        assert first == second

    @rule(page=pages)
    def derive(self, page: made.Findings) -> None:  # type: ignore[name-defined]
        row = Story(id="s", docs=(page.document.doc,), level="story", story="s", title="Title")
        for one in self.both:
            one.derivations.put("stories", "f", [row])

    @rule()
    def compact(self) -> None:
        self.file.compact()
        self.memory.compact()

    @rule()
    def open_again(self) -> None:
        self.file.close()
        self.file = SQLiteStore(self.path)

    @invariant()
    def answers_are_alike(self) -> None:
        file, memory = self.both
        assert list(file.entries()) == list(memory.entries())
        assert file.documents() == memory.documents()
        assert list(file.all_findings()) == list(memory.all_findings())
        assert file.actors() == memory.actors()
        assert file.learned() == memory.learned()
        assert file.done() == memory.done()
        assert file.judgements() == memory.judgements() and file.stale() == memory.stale()
        assert file.actor_judgements() == memory.actor_judgements()
        assert file.forgotten() == memory.forgotten()
        assert file.derivations.made() == memory.derivations.made()

    @invariant()
    def the_file_is_sound(self) -> None:
        assert list(self.file.damage()) == []
        assert [self.file.drifted(row.doc) for row in self.file.documents() if self.file.drifted(row.doc)] == []


def made_standing(memory: MemoryStore) -> set[int]:
    """The numbers of the judgements on actors that stand."""
    from onrecord.store.identity import Identities

    return set(Identities(memory.actor_judgements()).standing)


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=25, stateful_step_count=20)
