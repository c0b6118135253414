from __future__ import annotations

from datetime import date

import pytest

from onrecord.lexicon.actors import ActorTable, load_actors


@pytest.fixture(scope="module")
def actors() -> ActorTable:
    return load_actors()


@pytest.mark.parametrize(
    ("word", "country"),
    [("Turkish", "TUR"), ("Turks", "TUR"), ("Turk", "TUR"), ("Dutchmen", "NLD"), ("Kenyans", "KEN")],
)
def test_a_demonym_gives_its_country(actors: ActorTable, word: str, country: str) -> None:
    assert actors.demonym_country(word) == country


@pytest.mark.parametrize("word", ["us", "lt", "Jam", "Bet", "polish", "it", "Kenya"])
def test_short_keys_and_common_words_are_no_demonyms(actors: ActorTable, word: str) -> None:
    assert actors.demonym_country(word) is None


def test_half_of_a_pair_of_characters_hides_no_name(actors: ActorTable) -> None:
    assert [(hit.actor, hit.start) for hit in actors.find_names("The \ud83d then Kenya")] == [("KEN", 11)]


def test_the_pronoun_us_is_no_country(actors: ActorTable) -> None:
    assert [hit.actor for hit in actors.find_names("They told us that the US agreed.")] == ["USA"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kenya", "country"),
        ("the United States", "country"),
        ("Brasília", "capital"),
        ("Mombasa", "city"),
        ("the African Union", "organisation"),
        ("al-Shabaab", "armed_group"),
        ("Angela Merkel", "person"),
        ("a flood", None),
    ],
)
def test_a_name_tells_what_it_stands_for(actors: ActorTable, name: str, kind: str | None) -> None:
    assert actors.place_or_actor(name) == kind


def test_names_are_found_in_order_with_exact_positions(actors: ActorTable) -> None:
    text = "Kenyan troops of the African Union fought al-Shabaab’s men near Mogadishu."
    hits = actors.find_names(text)
    assert [text[hit.start : hit.end] for hit in hits] == ["Kenyan", "African Union", "al-Shabaab", "Mogadishu"]
    assert [hit.kind for hit in hits] == ["demonym", "organisation", "armed_group", "capital"]


def test_the_longest_name_wins(actors: ActorTable) -> None:
    assert [hit.actor for hit in actors.find_names("South Sudan and the Pakistani Taliban")] == [
        "SSD",
        "group:tehrik-i-taliban-pakistan",
    ]


def test_positions_hold_where_lower_case_is_longer(actors: ActorTable) -> None:
    text = "İstanbul'dan: Ghana replied."
    hit = next(hit for hit in actors.find_names(text) if hit.actor == "GHA")
    assert text[hit.start : hit.end] == "Ghana"


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        ("minister", "GOV"),
        ("troops", "MIL"),
        ("spokeswomen", "GOV"),
        ("protesters", "CVL"),
        ("judges", "JUD"),
        ("rebels", "REB"),
    ],
)
def test_agent_nouns_have_a_sector_in_singular_and_plural(actors: ActorTable, noun: str, sector: str) -> None:
    assert actors.sector_of(noun) == sector
    assert actors.is_actor_word(noun, noun)


@pytest.mark.parametrize("word", ["table", "offer", "yesterday"])
def test_other_words_are_no_actors(actors: ActorTable, word: str) -> None:
    assert not actors.is_actor_word(word, word)


def test_spokespersons_are_no_journalists(actors: ActorTable) -> None:
    assert actors.sector_of("spokesperson") == "GOV"


@pytest.mark.parametrize(
    ("words", "country", "day", "name"),
    [
        ("foreign minister", "BRA", date(2014, 5, 1), "Luiz Alberto Figueiredo"),
        ("president", "KEN", date(2018, 3, 1), "Uhuru Kenyatta"),
        ("chancellor", "DEU", date(2009, 1, 1), "Angela Merkel"),
        ("foreign secretary", "GBR", date(2016, 9, 1), "Boris Johnson"),
        ("secretary of state", "USA", date(2015, 6, 1), "John Kerry"),
        ("prime minister", "BGD", date(2015, 6, 1), "Sheikh Hasina"),
    ],
)
def test_an_office_has_its_holder_on_the_day(
    actors: ActorTable, words: str, country: str, day: date, name: str
) -> None:
    found = actors.titles.match(words.split(), 0)
    assert found is not None
    holders = actors.holders(found[1], country, day)
    holder = actors.actor(holders[0].person)
    assert holder is not None
    assert holder.name == name


def test_a_tenure_is_not_stretched_past_its_snapshot(actors: ActorTable) -> None:
    found = actors.titles.match(["interior", "minister"], 0)
    assert found is not None
    assert actors.holders(found[1], "ECU", date(2031, 1, 1)) == ()


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        ("https://www.nation.africa/kenya/news", "KEN"),
        ("folha.uol.com.br", "BRA"),
        ("prothomalo.com.bd", "BGD"),
        ("no outlet", None),
    ],
)
def test_an_outlet_has_a_country(actors: ActorTable, outlet: str, country: str | None) -> None:
    assert actors.outlet_country(outlet) == country


def test_every_row_names_its_source(actors: ActorTable) -> None:
    assert [actor.id for actor in actors.actors.values() if not actor.source] == []


def test_every_body_has_a_known_country_or_none(actors: ActorTable) -> None:
    known = {actor.id for actor in actors.actors.values() if actor.kind == "country"}
    assert [actor.id for actor in actors.actors.values() if actor.country and actor.country not in known] == []
