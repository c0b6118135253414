from __future__ import annotations

import pytest

from onrecord.lexicon.actors import load_actors


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("ISI", "PAK", "SPY"),
        ("ISPR", "PAK", "MIL"),
        ("Assembly of Experts", "IRN", "GOV"),
        ("Bank of Korea", "KOR", "GOV"),
        ("Afghan Taliban", "AFG", "REB"),
        ("Haqqani network", "AFG", "REB"),
        ("Pakistani Taliban", "PAK", "REB"),
        ("Lashkar-e-Islam", "PAK", "REB"),
        ("Asaib Ahl al-Haq", "IRQ", "PRM"),
        ("Georgian Dream", "GEO", "PTY"),
        ("Bernama", "MYS", "JRN"),
        ("CELAC", None, "IGO"),
    ],
)
def test_a_body_has_its_country_and_sector(name: str, country: str | None, sector: str) -> None:
    alias = load_actors().exactly(name)
    assert alias is not None
    actor = load_actors().actors[alias.actor]
    assert (actor.country, actor.sectors[0]) == (country, sector)


def test_the_taliban_of_two_countries_and_the_haqqanis_are_three_groups() -> None:
    names = ("Taliban", "TTP", "Haqqani network")
    assert len({alias.actor for name in names if (alias := load_actors().exactly(name))}) == 3
