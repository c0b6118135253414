from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from onrecord.derive import derive
from onrecord.derive.judged import fields_of
from onrecord.derive.kinship import families, root, roots
from onrecord.schema import Figure, Findings, Happening, Judgement, Place, When
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
page = made.page

Fill = Callable[[Sequence[Findings]], MemoryStore]
SHARED = "The valley road near the old copper mine stayed shut while helicopters searched the ridge for survivors of the ambush."


def day(number: int) -> When:
    return When("x", 0, 1, date(2021, 3, number), date(2021, 3, number), "day", basis="stated")


def told(
    first: str, second: str, acts: list[tuple[str, str, str, str]], changes: list[dict[str, object]]
) -> list[Findings]:
    """Two pages of one story, each with one act."""
    pages = []
    for number, (line, act, change) in enumerate(zip((first, second), acts, changes, strict=True)):
        text = f"{line}\n{SHARED}"
        pages.append(
            page(text, f"Copper mine ambush {number}", day=date(2021, 3, 9 + number), acts=[act], changes=[change])
        )
    return pages


def merged(store: MemoryStore) -> list[Happening]:
    derive(store, 0.0)
    return store.derivations.rows(Happening)


def test_two_words_for_one_act_are_one_happening(filled: Fill) -> None:
    rows = merged(
        filled(
            told(
                "Arvonia attacked Bresk at dawn.", "Arvonia assaulted Bresk early.",
                [("ASSAULT", "Arvonia", "attacked", "Bresk"), ("ASSAULT", "Arvonia", "assaulted", "Bresk")], [{}, {}],
            )
        )
    )  # fmt: skip
    assert [row.reports for row in rows] == [2]
    assert "attack" in rows[0].why


@pytest.mark.parametrize(
    ("second", "act", "changes"),
    [
        ("Arvonia attacked Corvo at dawn.", ("ASSAULT", "Arvonia", "attacked", "Corvo"), [{}, {}]),
        ("Lumenia attacked Bresk at dawn.", ("ASSAULT", "Lumenia", "attacked", "Bresk"), [{}, {}]),
        ("Arvonia praised Bresk at dawn.", ("SUPPORT", "Arvonia", "praised", "Bresk"), [{}, {}]),
        (
            "Arvonia attacked Bresk at dawn.",
            ("ASSAULT", "Arvonia", "attacked", "Bresk"),
            [{"when": day(1)}, {"when": day(8)}],
        ),
        ("Arvonia attacked Bresk at dawn.", ("ASSAULT", "Arvonia", "attacked", "Bresk"), [{}, {"status": "negated"}]),
    ],
    ids=["another target", "another attacker", "another act", "another day", "one says it was not so"],
)
def test_what_differs_in_substance_stays_apart(
    filled: Fill, second: str, act: tuple[str, str, str, str], changes: list[dict[str, object]]
) -> None:
    first = ("ASSAULT", "Arvonia", "attacked", "Bresk")
    rows = merged(filled(told("Arvonia attacked Bresk at dawn.", second, [first, act], changes)))
    assert [row.reports for row in rows] == [1, 1]


def test_figures_and_days_that_differ_stand_side_by_side(filled: Fill) -> None:
    def dead(many: int) -> tuple[Figure, ...]:
        return (Figure(float(many), None, None, "dead", 0, 4, "many"),)

    act = ("ASSAULT", "Arvonia", "attacked", "Bresk")
    changes: list[dict[str, object]] = [{"figures": dead(12), "when": day(8)}, {"figures": dead(15), "when": day(9)}]
    [row] = merged(filled(told("Arvonia attacked Bresk.", "Arvonia attacked Bresk.", [act, act], changes)))
    assert row.said == "12 to 15 dead"
    assert [(one.value, one.doc) for one in row.figures] == [(12.0, row.docs[0]), (15.0, row.docs[1])]
    assert (row.earliest, row.latest, row.dates_differ) == (date(2021, 3, 8), date(2021, 3, 9), True)
    assert [one.earliest for one in row.reported] == [date(2021, 3, 8), date(2021, 3, 9)]


def test_a_happening_lies_within_the_days_that_all_its_reports_allow(filled: Fill) -> None:
    act = ("ASSAULT", "Arvonia", "attacked", "Bresk")
    week = When("x", 0, 1, date(2021, 3, 5), date(2021, 3, 9), "interval", basis="stated")
    lines = "Arvonia attacked Bresk.", "Arvonia attacked Bresk."
    [row] = merged(filled(told(*lines, [act, act], [{"when": week}, {"when": day(8)}])))
    assert (row.earliest, row.latest, row.dates_differ) == (date(2021, 3, 8), date(2021, 3, 8), False)
    assert [one.latest for one in row.reported] == [date(2021, 3, 9), date(2021, 3, 8)]


@pytest.mark.parametrize(
    ("lines", "acts", "places"),
    [
        (
            ("Arvonia arrested herders at dawn.", "Arvonia arrested a lawyer."),
            (("COERCE", "Arvonia", "arrested", "herders"), ("COERCE", "Arvonia", "arrested", "a lawyer")),
            (None, None),
        ),
        (
            ("Arvonia arrested herders at dawn.", "Arvonia arrested more herders."),
            (("COERCE", "Arvonia", "arrested", "herders"), ("COERCE", "Arvonia", "arrested", "herders")),
            ("Upper Orlan", "Lower Orlan"),
        ),
    ],
    ids=["done to others", "in another region"],
)
def test_a_round_up_tells_of_several_happenings_of_one_kind(
    filled: Fill, lines: tuple[str, str], acts: Sequence[tuple[str, str, str, str]], places: Sequence[str | None]
) -> None:
    changes = [{"place": Place(one, None, None, None, "region", 0, 4, "x") if one else None} for one in places]
    one = page("\n".join([*lines, SHARED]), "The week on the border", acts=acts, changes=changes)
    assert [row.reports for row in merged(filled([one]))] == [1, 1]


def test_kinds_of_people_on_one_page_are_not_one_crowd(filled: Fill) -> None:
    acts = [("PROTEST", "protesters", "marched", ""), ("PROTEST", "students", "marched", "")]
    lines = "Angry protesters marched in Bresk.", "Some protesters and students marched in Corvo."
    one = page("\n".join([*lines, SHARED]), "Copper mine ambush", acts=acts)
    one = replace(one, events=(one.events[0], replace(one.events[1], source=one.events[0].source)))
    assert [row.reports for row in merged(filled([one]))] == [1, 1]


def test_figures_that_are_worlds_apart_and_other_places_are_other_happenings(filled: Fill) -> None:
    def change(many: int, place: str) -> dict[str, object]:
        figure = Figure(float(many), None, None, "dead", 0, 4, "many")
        return {"figures": (figure,), "place": Place(place, None, None, None, "city", 0, 4, "x"), "source": ()}

    act = ("ASSAULT", "Arvonia", "attacked", "Bresk")
    lines = "Arvonia attacked Bresk today.", "Arvonia attacked Bresk again."
    near = told(*lines, [act, act], [change(12, "Orlan"), change(15, "Orlan")])
    far = told(*lines, [act, act], [change(7, "Orlan"), change(84, "Tarn")])
    assert [row.reports for row in merged(filled(near))] == [2]
    assert [row.reports for row in merged(filled(far))] == [1, 1]


def test_a_claim_stays_a_claim_until_an_outlet_says_so(filled: Fill) -> None:
    act = ("ASSAULT", "Arvonia", "attacked", "Bresk")
    claimed: dict[str, object] = {"voice": "other_side", "according_to": "0" * 16}
    pages = told("Arvonia attacked Bresk.", "Arvonia attacked Bresk.", [act, act], [claimed, {}])
    assert [row.vouched for row in merged(filled(pages[:1]))] == [False]
    assert [row.vouched for row in merged(filled(pages))] == [True]


def test_a_persons_word_goes_before_every_score_and_can_be_taken_back(filled: Fill) -> None:
    first, second = ("ASSAULT", "Arvonia", "attacked", "Bresk"), ("ASSAULT", "Arvonia", "attacked", "Corvo")
    store = filled(
        told("Arvonia attacked Bresk at dawn.", "Arvonia attacked Corvo at dawn.", [first, second], [{}, {}])
    )
    one, other = (found.events[0] for found in store.all_findings())
    counts = []
    for said in ("with", "apart", "free"):
        store.judge(Judgement(one.id, one.doc, "merge", "ann", "2021-05-01T00:00:00Z", "", fields_of(said, other.id)))
        counts.append([(row.reports, row.why) for row in merged(store)])
    apart = [(1, "reported once"), (1, "reported once")]
    assert counts == [[(2, "judged by ann")], apart, apart]


def test_salience_grows_with_sources_and_with_pages_that_look_back(filled: Fill) -> None:
    act = ("ASSAULT", "Arvonia", "attacked", "Bresk")
    pages = [
        page(f"Arvonia attacked Bresk.\n{' '.join(f'w{number}{at}' for at in range(6))}", "Copper mine ambush in Bresk valley",
             day=date(2021, 3, number), acts=[act], changes=[{"when": day(2)}])
        for number in (2, 3, 9)
    ]  # fmt: skip
    assert [row.salience for row in merged(filled(pages[:1]))] == [1.0]
    assert [row.salience for row in merged(filled(pages))] == [3.0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("acquisitions", "acquisition"),
        ("nominated", "nominee"),
        ("shot", "shooting"),
        ("decision", "decided"),
        ("died", "dead"),
    ],
)
def test_forms_and_nouns_of_one_verb_have_one_root(one: str, other: str) -> None:
    assert root(one) == root(other)


def test_words_that_news_puts_for_one_another_share_a_family() -> None:
    assert families("gunned down") & families("murder")
    assert not families("praised") & families("murder")
    assert roots("said it") == roots("say it")
