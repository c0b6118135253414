from __future__ import annotations

import json
import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from onrecord.schema import Findings, Judgement
from onrecord.store.judge import attached, judged, without

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))


def talk() -> Findings:
    found: Findings = made.page("a.txt", [("Ada Roy", "the road is shut"), ("Ben Okoro", "it is open")])
    first, second = found.statements
    denial = replace(second, id="denial", cue=second.cue, content=(), denies=(first.id,))
    return replace(found, statements=(first, replace(second, within=first.id, replies_to=first.id), denial))


def on(found: Findings, number: int, **given: str) -> Judgement:
    base = {"entry": found.statements[number].id, "doc": found.document.doc, "by": "me", "made": "2021", **given}
    return Judgement(**base)  # type: ignore[arg-type]


def test_no_reference_to_an_entry_that_is_gone_is_left() -> None:
    found = talk()
    rest = without(found, lambda entry: entry.id != found.statements[0].id)
    assert [one.id for one in rest.statements] == [found.statements[1].id]
    assert rest.statements[0].within is None and rest.statements[0].replies_to is None


def test_nothing_changes_without_a_judgement() -> None:
    found = talk()
    assert judged(found, []) is found
    assert judged(found, [on(found, 0, verdict="accept")]) == found


def test_the_last_word_counts() -> None:
    found = talk()
    reject, correct = on(found, 1, verdict="reject"), on(found, 1, verdict="correct", fields='{"attitude": "thinks"}')
    assert len(judged(found, [correct, reject]).statements) == 2
    assert judged(found, [reject, correct]).statements[1].attitude == "thinks"


def test_a_correction_that_no_longer_fits_does_not_make_the_page_unreadable() -> None:
    found = talk()
    assert judged(found, [on(found, 1, verdict="correct", fields=json.dumps({"gone": 1}))]) == found


def test_a_quote_that_stands_twice_is_told_apart_by_what_surrounds_it() -> None:
    found: Findings = made.page("a.txt", [("Ada Roy", "no"), ("Ben Okoro", "no")])
    lost = on(found, 0, verdict="reject", entry="gone", quote="no")
    assert attached(found, [lost]) == {}
    assert list(attached(found, [replace(lost, prefix="Ben Okoro said ")])) == [found.statements[1].id]
