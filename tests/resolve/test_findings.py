from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.schema import Document, Event, Findings, Party, Span
from tests.resolve.conftest import Resolve, said, stub


def test_a_surname_takes_the_name_and_office_that_the_page_teaches(resolved: Resolve) -> None:
    text = "Police spokeswoman Jane Mutua said the road was open. Mutua asked drivers to be patient."
    full, surname = resolved(text, "Police spokeswoman Jane Mutua", ("Mutua", 1), outlet="nation.africa")
    assert full.name == surname.name == "Jane Mutua"
    assert full.actor == surname.actor == "doc:jane-mutua"
    assert (surname.country, surname.sector) == ("KEN", "COP")
    assert surname.how.startswith("page:")


def test_an_office_beside_the_name_is_learned(resolved: Resolve) -> None:
    text = "Ana Prado, director of the State Department's Press Office, declined to comment. Prado smiled."
    (party,) = resolved(text, ("Prado", 1))
    assert (party.name, party.country, party.principal) == ("Ana Prado", "USA", "State Department")


def test_the_headline_surname_is_the_person_of_the_text(resolved: Resolve) -> None:
    text = "Kenyatta rejects the report\n\nPresident Uhuru Kenyatta said the report was wrong."
    (party,) = resolved(text, "Kenyatta", day=date(2016, 4, 2))
    assert party.name == "Uhuru Kenyatta"


def test_a_nominal_points_back_to_the_bearer_of_the_office(resolved: Resolve) -> None:
    text = "Interior Minister Fred Otieno flew to Mombasa. The minister met elders there."
    (party,) = resolved(text, "The minister", outlet="nation.africa", day=date(2014, 2, 2))
    assert party.name == "Fred Otieno"


def test_a_lawmaker_points_back_to_the_senator(resolved: Resolve) -> None:
    text = "Senator Rosa Lima voted against the bill. The lawmaker called it unfair."
    (party,) = resolved(text, "The lawmaker")
    assert party.name == "Rosa Lima"


def test_a_bare_ministry_takes_the_country_of_the_dateline(resolved: Resolve) -> None:
    text = "The foreign ministry rejected the claim."
    (party,) = resolved(text, "The foreign ministry", dateline="DHAKA")
    assert (party.name, party.country) == ("Foreign Ministry of Bangladesh", "BGD")
    assert party.how == "context:dateline"


def test_an_earlier_mention_of_the_body_comes_before_the_dateline(resolved: Resolve) -> None:
    text = "Peru's foreign ministry wrote to Chile. Later the foreign ministry added a note."
    (party,) = resolved(text, "the foreign ministry", dateline="SANTIAGO")
    assert party.country == "PER"


def test_without_any_hint_a_bare_ministry_stays_open(resolved: Resolve) -> None:
    (party,) = resolved("The foreign ministry rejected the claim.", "The foreign ministry")
    assert party.country is None
    assert party.how.startswith("none:")


def test_he_is_the_subject_before(resolved: Resolve) -> None:
    text = "President Uhuru Kenyatta visited Mombasa on Friday. He said the port would be enlarged."
    (party,) = resolved(text, "He", day=date(2016, 4, 2))
    assert party.name == "Uhuru Kenyatta"
    assert party.text == "He"


def test_she_is_not_a_man(resolved: Resolve) -> None:
    text = "Chairwoman Rosa Lima opened the session. Mr Paulo Costa answered. She said the vote was fair."
    (party,) = resolved(text, "She")
    assert party.name == "Rosa Lima"


def test_he_without_anybody_before_stays_open(resolved: Resolve) -> None:
    (party,) = resolved("He said the talks were over.", "He")
    assert party.name is None
    assert party.how == "none:pronoun without antecedent"


def test_it_is_the_body_before(resolved: Resolve) -> None:
    text = "Kenya's military denied the report. It said no soldier had crossed the border."
    (party,) = resolved(text, "It")
    assert (party.country, party.sector) == ("KEN", "MIL")


def test_an_unnamed_official_stays_unnamed(resolved: Resolve) -> None:
    text = "A senior Kenyan official refused to give details. The official said talks went on."
    first, second = resolved(text, "A senior Kenyan official", "The official")
    assert first.name is second.name is None
    assert first.actor is second.actor is None
    assert (second.country, second.capacity) == ("KEN", "unnamed")


def test_a_page_without_a_date_names_no_holder_of_an_office(resolved: Resolve) -> None:
    (party,) = resolved("Kenya's president signed the law.", "Kenya's president")
    assert party.name is None


def test_we_is_the_country_of_the_official_who_speaks(
    annotator: Annotator, document_at: Callable[..., Document]
) -> None:
    text = "“We offered Somalia a new border post,” Kenyan minister Jane Mutua said."
    document = document_at(text)
    speaker, we = stub(text, "Kenyan minister Jane Mutua"), stub(text, "We")
    statement = said(text, speaker, "We offered Somalia a new border post,")
    trigger = Span.of(text, text.index("offered"), text.index("offered") + 7)
    event = Event("e", "d", "paragraph", "AGREE", trigger, trigger, source=(we,), according_to="s")
    findings = resolve(
        document, annotator.annotate(document), Findings(document, (statement,), (event,)), load_actors()
    )
    assert findings.events[0].source[0].country == "KEN"
    assert findings.statements[0].speaker is not None
    assert findings.statements[0].speaker.name == "Jane Mutua"


def test_positions_and_texts_stay(resolved: Resolve) -> None:
    text = "Brazil's Supreme Court ruled on Monday."
    (party,) = resolved(text, "Brazil's Supreme Court")
    assert text[party.start : party.end] == party.text == "Brazil's Supreme Court"


def test_the_same_page_gives_the_same_actors(resolved: Resolve) -> None:
    text = "EU trade commissioner Ana Ruiz met the Chinese delegation. She praised Beijing."
    assert resolved(text, "She", "Beijing") == resolved(text, "She", "Beijing")


def test_odd_positions_and_empty_pages_raise_nothing(
    annotator: Annotator, document_at: Callable[..., Document]
) -> None:
    for text in ("", "\n\n", "x", "“", "He. It. We."):
        document = document_at(text)
        stubs = tuple(Party(text[start:end], start, end) for start, end in ((0, 0), (0, len(text)), (5, 99)))
        findings = Findings(document, mentions=stubs)
        assert len(resolve(document, annotator.annotate(document), findings, load_actors()).mentions) == 3


def test_the_ministry_takes_up_the_one_named_before(resolved: Resolve) -> None:
    text = "Chile's energy ministry closed the plant. The ministry said the fuel had leaked."
    first, second = resolved(text, "Chile's energy ministry", "The ministry", dateline="LIMA")
    assert first.name == second.name == "Energy Ministry of Chile"


def test_the_statement_is_the_word_of_its_issuer(annotator: Annotator, document_at: Callable[..., Document]) -> None:
    text = "A statement issued by Human Rights Watch named two camps. The statement said both were full."
    document = document_at(text)
    statement = said(text, stub(text, "The statement"), "both were full")
    findings = resolve(document, annotator.annotate(document), Findings(document, (statement,)), load_actors())
    assert findings.statements[0].speaker is not None
    assert findings.statements[0].speaker.name == "Human Rights Watch"


def test_a_word_that_only_opens_the_sentence_is_no_name(resolved: Resolve) -> None:
    (troops,) = resolved("Reinforced British troops stayed on alert.", "Reinforced British troops")
    assert (troops.country, troops.sector) == ("GBR", "MIL")
    (workers,) = resolved("Thousands of textile workers went on strike.", "Thousands of textile workers")
    assert (workers.name, workers.sector) == (None, "LAB")


def test_the_president_is_not_the_former_one(resolved: Resolve) -> None:
    text = "President Lena Hart teased former President Olav Brandt. Mr. Brandt shrugged. The president smiled."
    (meant,) = resolved(text, "The president", dateline="LIMA")
    assert meant.name == "Lena Hart"


def test_the_british_chancellor_is_not_the_prime_minister(resolved: Resolve) -> None:
    text = "Britain's prime minister, Olav Hart, met bankers. The Chancellor said the budget was tight."
    (meant,) = resolved(text, "The Chancellor")
    assert meant.name != "Olav Hart"


def test_people_of_a_firm_named_after_somebody_are_not_that_person(resolved: Resolve) -> None:
    text = "Olav Brandt opened a shop. Brandt Media cofounders sued him."
    (meant,) = resolved(text, "Brandt Media cofounders")
    assert meant.name is None


def test_a_title_tells_which_of_two_with_one_surname_is_meant(resolved: Resolve) -> None:
    text = "Michael Jackson's mother, Katherine Jackson, sued. Mrs Jackson was tired, Mr Jackson was not."
    hers, his = resolved(text, "Mrs Jackson", "Mr Jackson")
    assert hers.name != "Michael Jackson"
    assert his.name != "Katherine Jackson"


def test_the_stop_of_an_abbreviation_belongs_to_the_name(resolved: Resolve) -> None:
    (meant,) = resolved("Earlier, the U.N. said the talks had failed.", "the U.N.")
    assert meant.name == "United Nations"


def test_a_surname_of_two_people_is_less_sure(resolved: Resolve) -> None:
    (meant,) = resolved("Chef Ana Lind and her son Olav Lind cooked. Lind sang.", ("Lind", 2))
    assert meant.how.startswith("page:name, one of several")


def test_a_persons_belongings_are_not_their_country(annotator: Annotator, document_at: Callable[..., Document]) -> None:
    text = "President Barack Obama's daughter Ana cooked. She sang. Her recipe book said it was easy."
    document = document_at(text)
    statement = said(text, stub(text, "Her recipe book"), "it was easy")
    findings = resolve(document, annotator.annotate(document), Findings(document, (statement,)), load_actors())
    assert findings.statements[0].speaker is not None
    assert findings.statements[0].speaker.name is None


def test_people_of_a_body_are_not_the_body(resolved: Resolve) -> None:
    (meant,) = resolved("Amnesty International staffers left.", "Amnesty International staffers")
    assert meant.name is None


def test_gunmen_are_nobodys_and_pupils_are_of_the_place(resolved: Resolve) -> None:
    text = "Gunmen took twelve pupils from a school."
    gunmen, pupils = resolved(text, "Gunmen", "twelve pupils", dateline="NAIROBI")
    assert (gunmen.country, pupils.country) == (None, "KEN")


def test_un_troops_are_not_of_the_country_they_are_in(resolved: Resolve) -> None:
    (party,) = resolved("UN troops searched the ruins.", "UN troops", dateline="NAIROBI")
    assert party.country is None


def test_the_mayor_of_a_town_tells_where_the_page_is_set(resolved: Resolve) -> None:
    text = "The mayor of Tema has vowed to clear the canal. Residents cheered."
    (party,) = resolved(text, "Residents")
    assert party.country == "GHA"


@pytest.mark.parametrize(
    ("text", "type_", "sector"),
    [
        ("Kenyan aid to Uganda came late.", "AID", "GOV"),
        ("Kenyans aid to Uganda came late.", "AID", None),
        ("Kenyan strikes came late.", "PROTEST", None),
    ],
)
def test_an_adjective_that_acts_is_its_state_where_states_do_so(
    annotator: Annotator, document_at: Callable[..., Document], text: str, type_: str, sector: str | None
) -> None:
    document = document_at(text)
    span = Span.of(text, 0, len(text))
    event = Event("e", "d", "paragraph", type_, span, span, source=(stub(text, text.split()[0]),))
    (made,) = resolve(document, annotator.annotate(document), Findings(document, events=(event,)), load_actors()).events
    assert (made.source[0].country, made.source[0].sector) == ("KEN", sector)
