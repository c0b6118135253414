from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.find.trust import AT_HOME, BETWEEN, OPEN, POINTED, SPOKEN, trust
from onrecord.schema import Party
from tests.find.conftest import FindingsOf

KENYA = Party("Kenya", 0, 5)
WE = Party("we", 0, 2)
HE = Party("he", 0, 2, how="page:subject before the pronoun")
THEM = Party("them", 0, 4, how="none:pronoun without antecedent")
LIND = Party("Lind", 0, 4, name="Lind")


@pytest.mark.parametrize(
    ("source", "target", "status", "rule", "factor"),
    [
        ((KENYA,), (KENYA,), "actual", "sign.act-thing.support", 1.0),
        ((KENYA,), (), "actual", "sign.act-thing.support", 1.0),
        ((KENYA,), (), "negated", "sign.act-thing.support", OPEN),
        ((KENYA,), (), "possible", "sign.act-thing.support", OPEN),
        ((KENYA,), (KENYA,), "possible", "sign.act-thing.support", 1.0),
        ((WE,), (KENYA,), "actual", "sign.act-thing.support", SPOKEN),
        ((KENYA,), (), "actual", "agreement.noun-between.agree", BETWEEN),
        ((KENYA, KENYA), (), "actual", "agreement.noun-between.agree", 1.0),
        ((KENYA,), (THEM,), "actual", "attack.act-on.assault", 1.0),
        ((replace(WE, text="people"),), (KENYA,), "actual", "attack.act-on.assault", POINTED),
        ((KENYA,), (), "actual", "propose.offer.agree", POINTED),
        ((KENYA,), (LIND,), "actual", "propose.offer.agree", 1.0),
    ],
)
def test_what_is_told_of_one_side_only_is_trusted_by_its_kind(
    findings_of: FindingsOf,
    source: tuple[Party, ...],
    target: tuple[Party, ...],
    status: str,
    rule: str,
    factor: float,
) -> None:
    (event,) = findings_of("Kenya condemned Peru.").events
    assert trust(replace(event, source=source, target=target, status=status, rule=rule)) == factor


def test_dealings_of_somebody_who_is_only_pointed_at_need_a_named_other_side(findings_of: FindingsOf) -> None:
    (event,) = findings_of("Kenya praised Peru.").events
    assert trust(replace(event, source=(HE,), target=())) == POINTED
    assert trust(replace(event, source=(HE,), target=(LIND,))) == 1.0


def test_harm_by_what_nothing_shows_to_be_somebody_is_trusted_less(findings_of: FindingsOf) -> None:
    (event,) = findings_of("Kenya attacked Peru.").events
    it = Party("it", 0, 2, how="none:pronoun without antecedent")
    assert trust(replace(event, source=(it,), target=(LIND,))) == POINTED
    assert trust(replace(event, source=(KENYA,), target=(LIND,))) == 1.0
    assert trust(replace(event, source=(HE,), target=(THEM,))) == POINTED
    assert trust(replace(event, source=(), target=(THEM,))) == POINTED
    assert trust(replace(event, source=(KENYA,), target=(HE,))) == POINTED
    assert trust(replace(event, type="ACCUSE", source=(KENYA,), target=(HE,))) == 1.0


def test_what_somebody_in_office_says_of_himself_is_trusted(findings_of: FindingsOf) -> None:
    (event,) = findings_of("Kenya rejected a new budget.").events
    minister = replace(HE, text="he", sector="GOV")
    told = replace(event, source=(minister,), target=(), according_to="a statement")
    assert (trust(told), trust(replace(told, according_to=None))) == (1.0, POINTED)


@pytest.mark.parametrize(
    ("target", "factor"),
    [
        ((), AT_HOME),
        ((Party("Lake Province", 0, 13, actor_kind="group", country="KEN"),), AT_HOME),
        ((Party("Peru", 0, 4, actor_kind="country", country="PER"),), 1.0),
        ((Party("the union", 0, 9, actor_kind="organisation", country="KEN", sector="LAB"),), 1.0),
    ],
)
def test_a_journey_in_ones_own_country_is_trusted_less(
    findings_of: FindingsOf, target: tuple[Party, ...], factor: float
) -> None:
    (event,) = findings_of("President Lind visited Peru.").events
    guest = Party("President Lind", 0, 14, name="Lind", actor_kind="person", country="KEN", sector="GOV")
    assert trust(replace(event, source=(guest,), target=target)) == factor
