"""Requests by words of obligation other than *must*: needs, has to, *it is vital that*."""

from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


@pytest.mark.parametrize(
    ("content", "trigger"),
    [
        ("Norland needs to free the nurses", "needs"),
        ("Norland has to free the nurses", "has"),
        ("it is essential that the rebels free the nurses", "essential"),
        ("it is time for Norland to free the nurses", "time"),
    ],
)
def test_what_somebody_is_said_to_have_to_do_is_asked(findings_of: FindingsOf, content: str, trigger: str) -> None:
    (request,) = [one for one in findings_of(f"Premier Lea Brandt said {content}.").events if one.type == "REQUEST"]
    assert request.trigger.text == trigger
    assert [one.text for one in request.target] in (["Norland"], ["the rebels"])


@pytest.mark.parametrize(
    "content",
    [
        "Norland does not need to free the nurses",
        "farmers have to pay more for fuel",
        "Norland has until March to free the nurses",
        "the nurses need to be freed",
        "it is important that people understand the law",
        "it is not necessary for Norland to free the nurses",
        "the soldiers must be from Norland",
        "Norland must realise that the war is lost",
    ],
)
def test_burdens_and_what_nobody_in_particular_needs_are_not_asked(findings_of: FindingsOf, content: str) -> None:
    found = findings_of(f"Premier Lea Brandt said {content}.")
    assert "REQUEST" not in {one.type for one in found.events}
