"""What holds of any page and any collection, with the language model that is shipped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
import onrecord.steps
from onrecord.checks import check
from onrecord.engines import LoopEngine
from onrecord.export import jsonl
from onrecord.run import Result, run
from onrecord.schema import Entry, Findings, Page
from onrecord.steps import Pipeline

WHO = (
    "Ilse Karran",
    "the foreign ministry",
    "He",
    "Kenya's president",
    "“Marek”",
    "Two officials",
    "AFP",
    "O’Neill-Smith",
    "",
)
SAID = ("said", "told reporters", "denied that", "accused Norway of", "asked", "will meet", "shelled", "— said —", "")
WHAT = (
    "the bridge would open in May",
    "“We have kept our word,” she said, “and we shall again”",
    "talks failed on 4 March 2019",
    "\"no\", 'not' and ``never''",
    "twelve people were killed in Nairobi",
    "ﬁfty\u00a0soldiers \u202eleft\u202c the 🏔 base at 5:30",
    "it did not",
    "",
)
ENDS = (".", "!”", "...", "?", ",”", " - ", "\n\n", "\u2028", "\r\n", "")
sentences = st.tuples(*map(st.sampled_from, (WHO, SAID, WHAT, ENDS))).map(" ".join)
texts = st.lists(sentences, min_size=1, max_size=8).map(" ".join)
FEW = settings(max_examples=30)


@cache
def pipeline() -> Pipeline:
    return onrecord.default_pipeline()


def page(number: int, text: str) -> Page:
    return Page(f"{number}.txt", f"The title of page {number}\n\n4 March 2019\n\n{text}".encode(), "text")


def read(pages: Sequence[Page]) -> list[Result]:
    return list(run(pages, LoopEngine(pipeline()), "f"))


def lines(findings: Findings | None) -> list[str]:
    return [jsonl.dumps(line) for line in jsonl.lines(findings, everything=True)] if findings else []


def ids(entries: Sequence[Entry]) -> list[str]:
    return [one.id for one in entries]


@given(texts)
@FEW
def test_every_span_slices_and_every_link_leads_somewhere(text: str) -> None:
    [result] = read([page(0, text)])
    assert result.state in ("read", "unread"), result.reason
    assert result.findings is not None and list(check(result.findings)) == []
    found = ids(result.findings.entries)
    assert len(found) == len(set(found))


@given(st.lists(texts, min_size=2, max_size=4), st.randoms(use_true_random=False))
@FEW
def test_what_is_found_on_a_page_hangs_on_no_other_page_and_on_no_order(written: list[str], dice: object) -> None:
    pages = [page(number, text) for number, text in enumerate(written)]
    alone = {one.path: lines(read([one])[0].findings) for one in pages}
    shuffled = list(pages)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    pipeline().annotator._cache.clear()  # type: ignore[attr-defined]
    assert {one.path: lines(one.findings) for one in read(shuffled)} == alone


@given(st.lists(texts, min_size=2, max_size=4, unique=True))
@FEW
def test_adding_pages_changes_no_entry_of_those_on_record(written: list[str]) -> None:
    pages = [page(number, text) for number, text in enumerate(written)]
    with onrecord.open(":memory:") as record:
        seen: dict[str, list[str]] = {}
        for one in pages:
            record.add_pages([one], LoopEngine(pipeline()), "f")
            now = {found.document.doc: lines(found) for found in record.findings()}
            assert seen.items() <= now.items()
            seen = now


def test_an_id_does_not_hang_on_the_day_or_on_whom_it_makes_the_words_mean() -> None:
    text = b"Ilse Karran, the minister, said on Monday that the bridge would open. The president of Kenya met Norway's."
    pages = [
        Page("a.txt", text, "text", metadata=given)
        for given in ({}, {"published": "2009-03-04"}, {"url": "http://a.example"})
    ]
    found = [onrecord.steps.read_page(one) for one in pages]
    assert [one.published and one.published.earliest for one in found] == [None, date(2009, 3, 4), None]
    first, *others = (ids(pipeline().process(one).entries) for one in found)
    assert first and others == [first, first]
