from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate import Annotator
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.codebook import load_codebook
from onrecord.lexicon.frames import load_frames
from onrecord.projection import AS_CAMEO, Projection, project
from onrecord.schema import Document, Findings
from onrecord.steps import Pipeline

FindingsOf = Callable[[str], Findings]


@pytest.fixture(scope="module")
def findings_of(annotator: Annotator, document_of: Callable[[str], Document]) -> FindingsOf:
    pipeline = Pipeline(annotator, load_frames(), load_codebook(), load_actors())
    return lambda text: pipeline.process(document_of(text))


def types(projection: Projection) -> list[str]:
    return [one.type for one in projection.events]


def left(projection: Projection) -> list[tuple[str, str]]:
    return [(one.event.type, one.reason) for one in projection.left]


@pytest.mark.parametrize(
    ("text", "counted", "left_out"),
    [
        ("Kenya agreed to meet Uganda in May.", ["AGREE"], [("CONSULT", "planned: part of its AGREE")]),
        ("Kenya pledged to send aid to Somalia.", ["AGREE"], [("AID", "planned: part of its AGREE")]),
        ("The president of Kenya will visit Uganda next week.", ["AGREE"], []),
        ("Kenya will withdraw its troops from Somalia.", ["CONCEDE"], []),
        ("Kenya called on Uganda to withdraw its troops.", ["REQUEST"], [("RETREAT", "demanded: part of its REQUEST")]),
        ("Uganda refused to withdraw its troops.", ["REJECT"], [("RETREAT", "negated: part of its REJECT")]),
        (
            "Kenya threatened to attack Uganda if the talks fail.",
            ["THREATEN"],
            [("ASSAULT", "conditional: part of its THREATEN")],
        ),
        ("Police did not arrest the editor.", [], [("COERCE", "negated")]),
        ("Police may arrest the editor.", [], [("COERCE", "possible")]),
        ("Police will arrest the editor.", [], [("COERCE", "planned")]),
        ("Police would have arrested the editor.", [], [("COERCE", "counterfactual")]),
        (
            "Kenyan troops were deployed near the border and attacked Ugandan soldiers.",
            ["ASSAULT"],
            [("MOBILIZE", "mobilisation beside the same side's assault")],
        ),
    ],
)
def test_an_act_counts_once_and_for_what_it_is(
    findings_of: FindingsOf, text: str, counted: list[str], left_out: list[tuple[str, str]]
) -> None:
    projection = project(findings_of(text), load_codebook())
    assert (types(projection), left(projection)) == (counted, left_out)


def test_an_announcement_is_a_thing_that_was_done(findings_of: FindingsOf) -> None:
    found = findings_of("The president of Kenya will visit Uganda next week.")
    (event,) = project(found, load_codebook()).events
    assert (event.status, event.cameo, event.mode, event.id) == ("actual", "03", None, found.events[0].id)


def test_an_announcement_has_the_time_of_the_saying_and_not_of_the_act(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya's president said on Monday that he would visit Uganda in May.")
    (event,) = project(found, load_codebook()).events
    assert (event.type, event.when.text) == ("AGREE", "Monday")


def test_what_others_claim_counts_only_where_it_is_asked_for(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya said that Uganda had shelled the town.")
    assert left(project(found, load_codebook())) == [("ASSAULT", "claimed by a third party")]
    assert types(project(found, load_codebook(), vouched=False)) == ["ASSAULT"]


def test_what_an_actor_says_of_its_own_act_counts(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya said it had released nine Ugandan soldiers.")
    assert types(project(found, load_codebook())) == ["RETREAT"]


def test_an_armed_group_is_no_country(findings_of: FindingsOf) -> None:
    found = findings_of("The Taliban killed nine soldiers in Kabul.")
    (event,) = project(found, load_codebook()).events
    assert found.events[0].source[0].actor_kind == "armed_group"
    assert [(one.name, one.country) for one in event.source] == [("Afghan Taliban", None)]
    assert [one.country for one in event.target] == ["AFG"]


def test_a_retreat_to_come_is_an_agreement_where_the_counts_are_cameos(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya will withdraw its troops from Somalia.")
    assert types(project(found, load_codebook(), announced=AS_CAMEO)) == ["AGREE"]


def test_pressure_to_come_is_a_threat_where_the_counts_are_cameos(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya will increase pressure on Somalia.")
    assert types(project(found, load_codebook(), announced=AS_CAMEO)) == ["THREATEN"]
    assert types(project(found, load_codebook())) == []


def test_harm_to_come_is_a_threat_where_the_counts_are_cameos(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya will extend the curfew in Kisumu.")
    assert types(project(found, load_codebook(), announced=AS_CAMEO)) == ["THREATEN"]
    assert types(project(found, load_codebook())) == []


def test_what_was_left_out_is_counted_by_reason(findings_of: FindingsOf) -> None:
    found = findings_of("Police did not arrest the editor. Police may jail the poet. Police did not detain the singer.")
    assert project(found, load_codebook()).counts == {"negated": 2, "possible": 1}


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Kenya and Uganda met in Kampala.",
        "Kenya and Uganda signed a fisheries accord.",
        "Talks between Kenya and Uganda ended in Arusha.",
    ],
)
def test_what_two_do_with_each_other_counts_in_both_directions(findings_of: FindingsOf, text: str) -> None:
    found = findings_of(text)
    assert all(one.target == () for one in found.events)
    event = project(found, load_codebook()).events[0]
    assert [one.country for one in event.source] == [one.country for one in event.target] == ["KEN", "UGA"]


@pytest.mark.parametrize(
    "text", ["Kenya and Uganda condemned the coup.", "Kenya and Uganda sent troops.", "Kenya agreed to a truce."]
)
def test_what_two_do_side_by_side_has_no_recipient(findings_of: FindingsOf, text: str) -> None:
    assert [one.target for one in project(findings_of(text), load_codebook()).events] == [()]


def test_a_conviction_is_an_accusation_where_the_counts_are_cameos(findings_of: FindingsOf) -> None:
    found = findings_of("A Kenyan court convicted a Somali trader of fraud.")
    assert types(project(found, load_codebook(), announced=AS_CAMEO)) == ["ACCUSE"]
    assert types(project(found, load_codebook())) == ["SANCTION"]


def test_two_who_discuss_a_thing_discuss_it_with_each_other(findings_of: FindingsOf) -> None:
    (event,) = project(findings_of("Kenya and Somalia discussed the railway."), load_codebook()).events
    assert [one.country for one in event.target] == ["KEN", "SOM"]


def test_what_a_side_will_not_do_is_refused(findings_of: FindingsOf) -> None:
    (event,) = project(findings_of("Kenya will never hand over the archive to Somalia."), load_codebook()).events
    assert (event.type, event.source[0].country, event.target[0].country) == ("REJECT", "KEN", "SOM")
    assert types(project(findings_of("Kenya did not hand over the archive to Somalia."), load_codebook())) == []
