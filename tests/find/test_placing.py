from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


@pytest.mark.parametrize(
    ("sentence", "trigger", "place"),
    [
        ("Police arrested two journalists in Nairobi on Monday.", "arrested", "Nairobi"),
        ("Rebels attacked a convoy near Port-au-Prince.", "attacked", "Port-au-Prince"),
        ("Police shot dead three men in Eldoret.", "shot", "Eldoret"),
        ("Protesters clashed with police in Cordoba.", "clashed", "Cordoba"),
        ("The ministers held talks in Doha.", "talks", "Doha"),
        ("In Surabaya, thousands of workers rallied against the law.", "rallied", "Surabaya"),
        ("A bomb killed nine people at a market in Kano.", "killed", "Kano"),
        ("Police raided the offices of the paper in Kampala.", "raided", "Kampala"),
        ("Soldiers were deployed to the Ukrainian city of Kherson.", "deployed", "Kherson"),
        ("Troops attacked a base in Anbar province.", "attacked", "Anbar"),
        ("Police arrested the editor at Burgas airport.", "arrested", "Burgas"),
        ("The minister was detained in the capital, Bamako.", "detained", "Bamako"),
        ("Gunmen killed nine traders near Maiduguri in northern Nigeria.", "killed", "Maiduguri"),
        ("Rebels killed nine soldiers in the north of Mali.", "killed", "Mali"),
        ("The president visited Lusaka.", "visited", "Lusaka"),
        ("Police arrested a man carrying petrol in Berov.", "arrested", "Berov"),
        ("He met the rebels for the first time in Muscat.", "met", "Muscat"),
        ("A drone hit a storage tank in the Ras Tanura oil port.", "hit", "Ras Tanura"),
        ("Gunmen raided Maiduguri at dawn.", "raided", "Maiduguri"),
        ("The court in The Hague convicted the general.", "convicted", "The Hague"),
    ],
)
def test_the_place_is_named_in_the_acts_own_clause(
    findings_of: FindingsOf, sentence: str, trigger: str, place: str
) -> None:
    places = [one.place for one in findings_of(sentence).events if trigger in one.trigger.text]
    assert [one.text for one in places if one] == [place]
    assert all(one and sentence[one.start : one.end] == place for one in places)


@pytest.mark.parametrize(
    "sentence",
    [
        "Islamabad denied that police had detained the envoy.",
        "Police beat two reporters in May.",
        "The minister condemned the attack.",
        "The two sides signed a pact on Feb. 29.",
        "Norland accused police in Berov of shelling the town.",
    ],
)
def test_who_speaks_and_when_are_no_places(findings_of: FindingsOf, sentence: str) -> None:
    assert [
        one.type for one in findings_of(sentence).events if one.place and one.type in ("ACCUSE", "COERCE", "AGREE")
    ] == []


def test_where_an_attack_was_is_not_where_it_was_condemned(findings_of: FindingsOf) -> None:
    events = findings_of("The United Nations condemned the attack in Goma.").events
    assert {one.type: one.place and one.place.text for one in events} == {"ACCUSE": None, "ASSAULT": "Goma"}
