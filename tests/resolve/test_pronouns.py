"""Whom a pronoun can mean by the grammar of its own sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.resolve import resolve
from onrecord.schema import Document, Findings, Party
from tests.resolve.conftest import Resolve, said, stub


def test_the_object_is_not_the_subject_of_its_own_clause(resolved: Resolve) -> None:
    text = "Protesters blocked the bridge in Nairobi, and police dispersed them."
    (party,) = resolved(text, "them", dateline="NAIROBI")
    assert party.sector == "CVL"


def test_the_object_is_not_the_subject_that_its_clause_shares(resolved: Resolve) -> None:
    text = "Teachers sat in the square. Five senators asked for leave to visit them."
    (party,) = resolved(text, "them", dateline="NAIROBI")
    assert party.sector == "EDU"


def test_the_object_is_nobody_who_acts_beside_the_subject(resolved: Resolve) -> None:
    text = "Chilean officials came to the camp. Peru's troops along with Chile would destroy them."
    (party,) = resolved(text, "them")
    assert party.country is None


def test_two_words_between_quotation_marks_do_not_hide_the_subject(resolved: Resolve) -> None:
    text = "“The highest ranks” of the Peruvian army had told Chile that they would leave."
    (party,) = resolved(text, "they")
    assert party.country == "PER"


def test_an_object_takes_up_the_object_before_it(resolved: Resolve) -> None:
    text = "Peru freed eleven Chilean fishermen after its navy had held them for a week."
    (party,) = resolved(text, "them")
    assert party.country == "CHL"


def test_an_object_for_which_two_fit_as_well_is_nobody(resolved: Resolve) -> None:
    text = "Chilean farmers met Peruvian miners on Monday. Bolivian soldiers stopped them."
    (party,) = resolved(text, "them")
    assert party.country == "CHL"
    text = "Chilean farmers said that Peruvian miners came. Bolivian soldiers stopped them."
    (party,) = resolved(text, "them")
    assert party.country is None
    assert party.how == "none:pronoun without antecedent"


def test_they_are_those_for_whom_the_spokesman_speaks(resolved: Resolve) -> None:
    text = "Chile stood ready to help. A spokesman for the Peruvian miners warned that they would strike."
    (party,) = resolved(text, "they")
    assert party.country == "PER"


def test_he_after_a_quotation_is_the_speaker_behind_the_verb(
    annotator: Annotator, document_at: Callable[..., Document]
) -> None:
    text = "“It hid,” laughed retired bailiff Ben Hartley, 71, whose play opens soon. “Then it ran,” he said."
    document = document_at(text)
    speaker = stub(text, "retired bailiff Ben Hartley")
    findings = Findings(document, statements=(said(text, speaker, "It hid"),), mentions=(Party("he", *he(text)),))
    (party,) = resolve(document, annotator.annotate(document), findings, load_actors()).mentions
    assert party.name == "Ben Hartley"


def he(text: str) -> tuple[int, int]:
    """Where the pronoun of the last "he said" stands."""
    start = text.rindex("he said")
    return start, start + 2


def test_they_are_the_doers_of_a_passive_and_those_whom_who_points_back_to(resolved: Resolve) -> None:
    text = "A Chilean firm bought oil sold by Peruvian miners who hold the field, a deal that helps them pay for bread."
    (party,) = resolved(text, "them")
    assert party.country == "PER"


def test_who_is_told_of_before_the_comma_is_the_one_named_behind_it(resolved: Resolve) -> None:
    text = "Prime Minister Ivo Lind met Ana Novak. A leading figure of the party for years, Ana Novak was praised. She left."
    (party,) = resolved(text, "She")
    assert party.name == "Ana Novak"


def test_a_given_name_tells_no_gender_where_family_names_come_first(resolved: Resolve) -> None:
    text = "Aung San Suu Kyi spoke in London. On Monday she left."
    (party,) = resolved(text, "she", day=date(2016, 9, 9))
    assert party.country == "MMR"


def test_a_pronoun_may_mean_the_owner_of_the_thing_before(resolved: Resolve) -> None:
    (party,) = resolved("Anna Moss's vote grew in Nairobi, and she won.", "she")
    assert party.name == "Anna Moss"


def test_his_belongs_to_whom_it_is_joined_to(resolved: Resolve) -> None:
    text = "Kenyan minister Ivo Lind told reporters of sanctions on Peruvian general Tom Hart and his circle."
    (party,) = resolved(text, "his")
    assert party.name == "Tom Hart"


def test_a_crackdown_is_the_rulers_whose_country_is_in_unrest(resolved: Resolve) -> None:
    text = "Protests in Peru went on. Kenyan President Ivo Lind broke with Peruvian President Tom Hart after {}."
    (his,) = resolved(text.format("his bloody crackdown"), "his")
    (other,) = resolved(text.format("his debts"), "his")
    assert (his.name, other.name) == ("Tom Hart", "Ivo Lind")


def test_nobody_is_he_to_himself(annotator: Annotator, document_at: Callable[..., Document]) -> None:
    text = "Tom Hart fell silent. “He is duping us all,” said minister Ivo Lind in Nairobi. Ivo Lind left. “{}"
    names = []
    for last in ("He will pay for it,” Ivo Lind said.", "Then it ends,” Ivo Lind said, for he was tired."):
        whole = text.format(last)
        document = document_at(whole)
        speaker = stub(whole, "Ivo Lind", 2)
        at = whole.index("He will") if "He will" in whole else whole.index("he was")
        findings = Findings(
            document,
            statements=(said(whole, speaker, last.partition(",”")[0]),),
            mentions=(Party(whole[at : at + 2], at, at + 2),),
        )
        (party,) = resolve(document, annotator.annotate(document), findings, load_actors()).mentions
        names.append(party.name)
    assert names[0] != "Ivo Lind" and names[1] == "Ivo Lind"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Novak was tired. In his talks with envoys, President Ivo Lind spoke of bread.", "Ivo Lind"),
        ("Ana Novak was tired. Speaking to reporters after his talks, Ivo Lind spoke of bread.", "Ivo Lind"),
        ("Tom Hart was tired. As Ben Hartley told his story, Ivo Lind left.", "Ben Hartley"),
    ],
)
def test_he_may_be_named_behind(resolved: Resolve, text: str, name: str) -> None:
    (party,) = resolved(text, "his")
    assert party.name == name


def test_whom_a_president_invites_is_not_his_own_country(resolved: Resolve) -> None:
    text = "While Peru has yet to agree, Peruvian President Ivo Lind has invited them to Lima."
    (party,) = resolved(text, "them")
    assert party.country is None


def test_their_is_of_the_them_before_it(resolved: Resolve) -> None:
    text = "Chilean miners complained. Peru had no right to deport them or raze their homes."
    them, their = resolved(text, "them", "their")
    assert (them.country, their.country) == ("CHL", "CHL")


def test_its_is_of_the_state_it_is_joined_to(resolved: Resolve) -> None:
    text = "A resolution condemning Peru drew praise from Chile and its parliament."
    (party,) = resolved(text, "its")
    assert party.country == "CHL"
