from __future__ import annotations

import newcomers

from onrecord.api import default_pipeline


def test_a_known_name_becomes_one_that_no_table_has_wherever_it_stands() -> None:
    text = "Barack Obama spoke. OBAMA left, and Al stayed."
    made = newcomers.renamed(text, {"Barack Obama", "Al Gore"})
    assert len(made) == len(text) and "obama" not in made.lower() and made.endswith("Al stayed.")
    first, last = newcomers.invented("Barack"), newcomers.invented("Obama")
    assert made == f"{first} {last} spoke. {last.upper()} left, and Al stayed."


def test_the_country_of_an_unknown_official_is_compared_with_the_tables() -> None:
    text = "French President Nicolas Sarkozy came to Chad. President Idriss Deby met Nicolas Sarkozy on 5 May 2009."
    told = {(old.text, verdict) for verdict, _, old, _ in newcomers.compared(default_pipeline(), "made", text)}
    assert ("French President Nicolas Sarkozy", "right") in told
    assert all(verdict in {"right", "open"} for _, verdict in told)
