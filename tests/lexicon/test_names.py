from __future__ import annotations

import pytest

from onrecord.lexicon.names import compatible, fold, name_tokens, same_surname, same_token


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uhuru Kenyatta", "Uhuru Muigai Kenyatta"),
        ("Luiz Inacio Lula da Silva", "Luiz Inácio Lula da Silva"),
        ("Hassan Rouhani", "Hassan Rohani"),
        ("Jim Mattis", "James Mattis"),
        ("Mohamed Morsi", "Mohammed Morsi"),
    ],
)
def test_spellings_of_one_name_agree(one: str, other: str) -> None:
    assert compatible(name_tokens(one), name_tokens(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Mohammed Faisal", "Faisal Vawda"), ("Ali Bongo", "Adi Bongani"), ("Kenyatta", "Uhuru Kenyatta")],
)
def test_other_people_do_not_agree(one: str, other: str) -> None:
    assert not compatible(name_tokens(one), name_tokens(other))


def test_honorifics_and_particles_are_no_part_of_a_name() -> None:
    assert name_tokens("Dr. Ursula von der Leyen") == ("ursula", "leyen")


def test_folding_drops_accents() -> None:
    assert fold("Łódź Ørsted") == "lodz orsted"


def test_a_lone_word_is_not_bent_into_a_surname() -> None:
    assert not same_surname("video", "wade")
    assert not same_token("", "wade")
