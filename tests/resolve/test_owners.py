"""Whose *its*, *their* and *his* are by the clause they stand in."""

from __future__ import annotations

import pytest

from tests.resolve.conftest import Resolve


@pytest.mark.parametrize(
    ("text", "pronoun", "country"),
    [
        ("Chile condemned Peru for its crackdown on miners.", "its", "PER"),
        ("Chile imposed sanctions on Peru over its crackdown on miners.", "its", "PER"),
        ("Chile rejected calls for sanctions on Peru over its crackdown on miners.", "its", "PER"),
        ("Chile asked Peru to end its attacks on fishermen.", "its", "PER"),
        ("Chile called on Peru to honour its commitment to a truce.", "its", "PER"),
        ("Chile apologised to Peru for its attacks on fishermen.", "its", "CHL"),
        ("Chile accused Peru of shelling its villages.", "its", "CHL"),
        ("Chile asked Peru to respect its borders.", "its", "CHL"),
        ("President Michelle Bachelet of Chile thanked President Ollanta Humala of Peru for his visit.", "his", "PER"),
    ],
)
def test_what_somebody_is_blamed_for_or_asked_to_end_is_theirs(
    resolved: Resolve, text: str, pronoun: str, country: str
) -> None:
    (party,) = resolved(text, pronoun)
    assert party.country == country
