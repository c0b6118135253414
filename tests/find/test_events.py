from __future__ import annotations

import pytest

from onrecord.schema import Event, Findings
from tests.find.conftest import FindingsOf


def of_type(findings: Findings, type_: str) -> Event:
    (one,) = [event for event in findings.events if event.type == type_]
    return one


def names(event: Event) -> tuple[list[str], list[str]]:
    return [p.text for p in event.source], [p.text for p in event.target]


@pytest.mark.parametrize(
    ("sentence", "type_", "source", "target"),
    [
        ("Norland accused Sudland of shelling Berov.", "ACCUSE", ["Norland"], ["Sudland"]),
        ("Sudland was accused of shelling Berov by Norland.", "ACCUSE", ["Norland"], ["Sudland"]),
        ("Police arrested two journalists in Berov.", "COERCE", ["Police"], ["two journalists"]),
        ("Two journalists were arrested by police on Monday.", "COERCE", ["police"], ["Two journalists"]),
        (
            "President Ana Novak met Prime Minister Ivo Lind in Berov.",
            "CONSULT",
            ["President Ana Novak"],
            ["Prime Minister Ivo Lind"],
        ),
        ("Norland offered Sudland a joint patrol.", "AGREE", ["Norland"], ["Sudland"]),
        ("The army attacked rebels near the border.", "ASSAULT", ["The army"], ["rebels"]),
        ("Police were deployed around the hall.", "MOBILIZE", ["Police"], []),
        ("Rebels burned two villages.", "ASSAULT", ["Rebels"], ["two villages"]),
        ("The rebels' attack on a church left four dead.", "ASSAULT", ["The rebels'"], ["a church"]),
        ("Police detained two snorkellers.", "COERCE", ["Police"], ["two snorkellers"]),
        ("Nine were arrested in Berov.", "COERCE", [], ["Nine"]),
        ("Norland returned dozens of masks to Sudland.", "RETREAT", ["Norland"], ["Sudland"]),
        ("Norland stepped up its attacks on the rebels.", "ASSAULT", ["Norland"], ["the rebels"]),
        (
            "Norland launched a mediation effort between the rebels and Sudland.",
            "CONSULT",
            ["Norland"],
            ["the rebels", "Sudland"],
        ),
        ("The army and the militia began a joint exercise.", "COOPERATE", ["The army", "the militia"], []),
        ("The rebels promised to release two hostages.", "AGREE", ["The rebels"], []),
        ("Norland withdrew its troops from Sudland.", "RETREAT", ["Norland"], ["Sudland"]),
        ("Norland issued an ultimatum to Sudland.", "THREATEN", ["Norland"], ["Sudland"]),
        ("Norland lifted its blockade of Sudland.", "CONCEDE", ["Norland"], ["Sudland"]),
        ("The mayor rejected every offer made by the rebels.", "REJECT", ["The mayor"], ["the rebels"]),
        ("Thousands of villagers sought refuge in Kenya.", "REQUEST", ["Thousands of villagers"], ["Kenya"]),
        ("Norland ruled out any talks with Sudland.", "REJECT", ["Norland"], ["Sudland"]),
        ("Kenya massed tanks along its border with Sudland.", "MOBILIZE", ["Kenya"], ["Sudland"]),
        ("Norland confiscated a plant owned by a Sudland firm.", "COERCE", ["Norland"], ["a Sudland firm"]),
        ("Norland apologised to Sudland for its remarks.", "CONCEDE", ["Norland"], ["Sudland"]),
        ("Norland complained to the court about Sudland.", "ACCUSE", ["Norland"], ["Sudland"]),
        ("Norland insists that Sudland withdraw its troops.", "REQUEST", ["Norland"], ["Sudland"]),
        ("Kenya insists that the United States lift the ban.", "REQUEST", ["Kenya"], ["the United States"]),
        ("Kenya and Peru discussed the ferry.", "CONSULT", ["Kenya", "Peru"], []),
        ("Kenya launched a joint search with Peru.", "COOPERATE", ["Kenya"], ["Peru"]),
        ("Norland expelled thousands of Sudland workers.", "COERCE", ["Norland"], ["thousands of Sudland workers"]),
        ("Norland refused to talk to Sudland.", "REJECT", ["Norland"], ["Sudland"]),
        ("Rebels bombed a market in Kenya.", "ASSAULT", ["Rebels"], ["a market in Kenya"]),
        ("In all, Norland sent nine tons of medicine to Sudland.", "AID", ["Norland"], ["Sudland"]),
        ("Several hundred students blocked Harbour Avenue.", "PROTEST", ["Several hundred students"], []),
        ("He said little: Norland had agreed to help Sudland.", "AGREE", ["Norland"], ["Sudland"]),
        ("The union called for the mayor to be replaced.", "REQUEST", ["The union"], []),
        ("Kenya and Peru's services agreed to share the maps.", "AGREE", ["Kenya", "Peru"], []),
        ("The bar association boycotted the hearings.", "PROTEST", ["The bar association"], []),
        ("The junta freed two followers who faced prison.", "RETREAT", ["The junta"], ["two followers"]),
        ("NCB ordered an inquiry into the ministry.", "ACCUSE", ["NCB"], ["the ministry"]),
        ("Norland accepted refugees fleeing the war.", "AID", ["Norland"], ["refugees"]),
        ("The court ordered the poet to be jailed.", "COERCE", ["The court"], ["the poet"]),
        ("Norland allowed the nurses to cross the river.", "CONCEDE", ["Norland"], ["the nurses"]),
        ("Burkina Faso told nine journalists to leave.", "SANCTION", ["Burkina Faso"], ["nine journalists"]),
        ("The Kenyan government froze the assets of a general.", "SANCTION", ["The Kenyan government"], ["a general"]),
        ("Norland gave the envoy 48 hours to leave.", "THREATEN", ["Norland"], ["the envoy"]),
        ("Norland vetoed a statement on Sudland.", "REJECT", ["Norland"], ["Sudland"]),
        ("Norland protested to Sudland over the killing of a herder.", "ACCUSE", ["Norland"], ["Sudland"]),
        ("The union demanded the premier's resignation.", "REQUEST", ["The union"], ["the premier's"]),
        ("Norland appealed to Sudland for rice.", "REQUEST", ["Norland"], ["Sudland"]),
        ("Norland pledged nine million dollars for Sudland.", "AGREE", ["Norland"], ["Sudland"]),
        ("Norland mediated between Kenya and Sudland.", "CONSULT", ["Norland"], ["Kenya", "Sudland"]),
        ("The miners vowed to strike.", "THREATEN", ["The miners"], []),
        ("Belize voiced its support for Kenya.", "SUPPORT", ["Belize"], ["Kenya"]),
        ("USAID provided shelter materials to the refugees.", "AID", ["USAID"], ["the refugees"]),
        ("Norland handed over a fugitive to South Korea.", "COOPERATE", ["Norland"], ["South Korea"]),
        ("Norland issued a warning to Kenya.", "THREATEN", ["Norland"], ["Kenya"]),
        ("The king gave the premier a mandate.", "CONCEDE", ["The king"], ["the premier"]),
        ("The union demanded the dismissal of the premier.", "REQUEST", ["The union"], []),
        ("The president ended the state of emergency in Kenya.", "CONCEDE", ["The president"], ["Kenya"]),
        ("Sudland phoned Norland to express its support.", "SUPPORT", ["Sudland"], ["Norland"]),
        ("Kenya sent experts to Sudland to investigate the crash.", "ACCUSE", ["Kenya"], ["Sudland"]),
    ],
)
def test_who_did_what_to_whom(
    findings_of: FindingsOf, sentence: str, type_: str, source: list[str], target: list[str]
) -> None:
    assert names(of_type(findings_of(sentence), type_)) == (source, target)


def test_who_is_ordered_to_be_freed_does_not_do_it(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("The mayor wants the nurses to be freed by the rebels."), "RETREAT")
    assert names(event)[0] == ["the rebels"]
    event = of_type(findings_of("The judge ordered the strikers to be arrested."), "COERCE")
    assert names(event) == (["The judge"], ["the strikers"])


def test_the_town_of_a_strike_or_a_meeting_is_nobody_it_is_done_to(resolved_of: FindingsOf) -> None:
    assert names(of_type(resolved_of("Teachers ended a hunger strike in Nairobi."), "CONCEDE"))[1] == []
    assert names(of_type(resolved_of("Kenya agreed to open a school in Mombasa."), "AGREE"))[1] == []


def test_the_arrested_are_somebody(findings_of: FindingsOf) -> None:
    assert names(of_type(findings_of("Police freed the arrested on Monday."), "RETREAT")) == (
        ["Police"],
        ["the arrested"],
    )


@pytest.mark.parametrize(
    ("sentence", "threatens"),
    [
        ("Norland warned that it would defend its coast.", True),
        ("Norland warned that it would run out of grain.", False),
        ("Norland warned that Sudland would defend its coast.", False),
    ],
)
def test_who_warns_of_what_it_will_do_threatens(findings_of: FindingsOf, sentence: str, threatens: bool) -> None:
    assert ("THREATEN" in {event.type for event in findings_of(sentence).events}) is threatens


def test_who_is_offered_to_visit_is_the_guest(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya offered the envoys to visit Uganda.")
    assert names(of_type(found, "CONSULT"))[0] == ["the envoys"]
    found = findings_of("Norland offered the envoys to send soldiers.")
    assert names(of_type(found, "MOBILIZE"))[0] == ["Norland"]


def test_who_is_ordered_to_arrest_is_not_arrested(findings_of: FindingsOf) -> None:
    found = findings_of("The governor ordered the police to arrest the strikers.")
    assert names(of_type(found, "REQUEST")) == (["The governor"], ["the police"])
    assert names(of_type(found, "COERCE")) == (["the police"], ["the strikers"])


@pytest.mark.parametrize(
    "sentence", ["The king allows the nurses to fish there.", "The army left the town, allowing the nurses to return."]
)
def test_what_lets_people_do_something_all_the_time_is_no_act(findings_of: FindingsOf, sentence: str) -> None:
    assert "CONCEDE" not in {event.type for event in findings_of(sentence).events}


def test_who_leaves_a_hospital_was_no_captive(findings_of: FindingsOf) -> None:
    assert not findings_of("Two soldiers were released from hospital on Monday.").events


def test_a_headline_leaves_out_what_makes_it_passive(findings_of: FindingsOf) -> None:
    event = of_type(
        findings_of("Editor gunned down in Berov\nHe was seen by two men on Monday.", title=True), "ASSAULT"
    )
    assert names(event) == ([], ["Editor"])


def test_a_line_without_a_finite_verb_is_read_as_a_headline(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("Norland editor released in case over the ferry"), "RETREAT")
    assert names(event) == ([], ["Norland editor"])


def test_a_fire_with_a_name_assaults_nobody(findings_of: FindingsOf) -> None:
    assert not findings_of("The Berov fire has destroyed nine villages.").events


def test_critics_shoot_at_nobody(findings_of: FindingsOf) -> None:
    found = findings_of("The minister came under fire from lawmakers over the bridge.")
    assert [one.text for one in of_type(found, "ACCUSE").source] == ["lawmakers"]
    assert len(found.events) == 1


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Police arrested two journalists.", "actual"),
        ("Police did not arrest the journalists.", "negated"),
        ("Police will arrest the journalists.", "planned"),
        ("Police may arrest the journalists.", "possible"),
        ("Police should arrest the journalists.", "demanded"),
        ("Police would have arrested the journalists.", "counterfactual"),
        ("If police arrest the journalists, the paper will close.", "conditional"),
        ("The governor said police would arrest the journalists.", "planned"),
        ("The governor urged police to arrest the journalists.", "demanded"),
        ("Police refused to arrest the journalists.", "negated"),
        ("Have police arrested the journalists?", "possible"),
        ("Why have police arrested the journalists?", "actual"),
    ],
)
def test_how_an_event_stands(findings_of: FindingsOf, sentence: str, status: str) -> None:
    assert of_type(findings_of(sentence), "COERCE").status == status


def test_the_chain_names_operators_from_the_outside_in(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("The governor urged police not to arrest the journalists."), "COERCE")
    assert event.status_chain == ("urge", "not")
    assert event.status == "negated"  # what is demanded is that it does not happen


def test_an_event_in_somebodys_mouth_rests_on_their_word(findings_of: FindingsOf) -> None:
    found = findings_of("Norland said that Sudland had attacked the town.")
    event = of_type(found, "ASSAULT")
    assert event.according_to == found.statements[0].id


def test_a_speech_act_is_the_outlets_word_and_its_content_the_speakers(findings_of: FindingsOf) -> None:
    found = findings_of("Norland accused Sudland of attacking the town.")
    (statement,) = [s for s in found.statements if s.rule.startswith("accuse")]
    accusation, attack = of_type(found, "ACCUSE"), of_type(found, "ASSAULT")
    assert accusation.according_to is None and accusation.voice == "outlet"
    assert statement.act == accusation.id
    assert attack.according_to == statement.id


def test_a_condition_is_kept_as_words(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("Police will arrest the journalists if they return."), "COERCE")
    assert event.condition is not None and event.condition.text == "if they return"
    assert event.status == "conditional"


def test_figures_are_read_off_the_victims(findings_of: FindingsOf) -> None:
    (figure,) = of_type(findings_of("Rebels killed 12 soldiers near Berov."), "ASSAULT").figures
    assert (figure.value, figure.unit) == (12, "dead")


def test_an_undated_page_gives_no_date(findings_of: FindingsOf) -> None:
    when = of_type(findings_of("Police arrested two journalists."), "COERCE").when
    assert (when.basis, when.earliest, when.latest) == ("unknown", None, None)


def test_a_place_that_is_left_is_no_victim(findings_of: FindingsOf) -> None:
    assert not findings_of("Rain fell on the town all week.").events


def test_whom_a_promise_is_for_is_told_by_the_promised_act(findings_of: FindingsOf) -> None:
    agreed = of_type(findings_of("Norland agreed to lift its ban on imports from Sudland."), "AGREE")
    assert names(agreed) == (["Norland"], ["Sudland"])


def test_a_joint_phrase_is_several_parties_of_an_event(resolved_of: FindingsOf) -> None:
    met = of_type(resolved_of("Kenyan and Peruvian negotiators met in Berov."), "CONSULT")
    assert [party.country for party in met.source] == ["KEN", "PER"]


def test_what_a_speaker_lays_at_somebodys_door_is_an_accusation(findings_of: FindingsOf) -> None:
    charged = of_type(findings_of("Kenya says Peru is responsible for the blast."), "ACCUSE")
    assert names(charged) == (["Kenya"], ["Peru"])
    in_charge = findings_of("Kenya says Peru is responsible for the roads.").events
    assert [event for event in in_charge if event.type == "ACCUSE"] == []


def test_a_plan_that_is_only_told_threatens_nobody(findings_of: FindingsOf) -> None:
    assert not [
        one for one in findings_of("Kenya said it would close its embassy in Peru.").events if one.type == "THREATEN"
    ]


def test_harm_that_a_speaker_says_its_own_side_is_to_do_is_a_threat(findings_of: FindingsOf) -> None:
    threat = of_type(findings_of("Kenya said it would bomb Peru."), "THREATEN")
    assert (threat.trigger.text, names(threat)) == ("said", (["Kenya"], ["Peru"]))
    told = findings_of("Kenya said Norway would bomb Peru.").events
    assert [event for event in told if event.type == "THREATEN"] == []


def test_an_ultimatum_that_is_issued_has_been_issued(findings_of: FindingsOf) -> None:
    ultimatum = of_type(findings_of("Norland issued an ultimatum to Sudland to leave Berov."), "THREATEN")
    assert (ultimatum.status, names(ultimatum)) == ("actual", (["Norland"], ["Sudland"]))


def test_the_armed_do_force_to_whatever_they_burn(findings_of: FindingsOf) -> None:
    assert of_type(findings_of("Norland's militia burned the granaries."), "ASSAULT").trigger.text == "burned"
    cooks = findings_of("The cooks burned the cakes.").events
    assert [event for event in cooks if event.type == "ASSAULT"] == []


def test_where_talks_are_held_is_no_side_of_them(findings_of: FindingsOf) -> None:
    (talks,) = [one for one in findings_of("The Paris talks with Kenya failed.").events if one.trigger.text == "talks"]
    assert [one.text for one in (*talks.source, *talks.target)] == ["Kenya"]
    (killed,) = [one for one in findings_of("The Paris attacks killed nine people.").events if one.type == "ASSAULT"]
    assert killed.source == ()


@pytest.mark.parametrize(
    ("text", "type_", "source", "target"),
    [
        ("Kenyan-Ugandan talks resumed on Monday.", "CONSULT", ["Kenyan", "Ugandan"], []),
        ("Kenya is in talks with Uganda.", "CONSULT", ["Kenya"], ["Uganda"]),
        ("Uganda is not ready to accept Kenyan troops.", "REJECT", ["Uganda"], []),
        ("Kenya put Uganda on notice on Monday.", "THREATEN", ["Kenya"], ["Uganda"]),
        (
            "Voters read a tweet from President William Ruto alleging that Uganda lied.",
            "ACCUSE",
            ["President William Ruto"],
            ["Uganda"],
        ),
    ],
)
def test_sides_in_few_words(
    findings_of: FindingsOf, text: str, type_: str, source: list[str], target: list[str]
) -> None:
    event = of_type(findings_of(text), type_)
    assert (event.status, names(event)) == ("actual", (source, target))


@pytest.mark.parametrize(
    ("sentence", "types"),
    [
        ("The senator attacked the governor in a late tweet.", {"ACCUSE"}),
        ("The governor and the mayor fought a long court battle.", set()),
        ("The senator attacked the governor with a knife before the debate.", {"ASSAULT"}),
    ],
)
def test_an_attack_in_words_is_blame(findings_of: FindingsOf, sentence: str, types: set[str]) -> None:
    assert {one.type for one in findings_of(sentence).events} == types


@pytest.mark.parametrize(
    "sentence",
    [
        "The agency released an indictment of the governor.",
        "Rebels fired missiles at the port of Berov.",
        "The retired teacher fought the council's bins.",
    ],
)
def test_what_is_done_to_people_is_not_done_to_what_is_theirs(findings_of: FindingsOf, sentence: str) -> None:
    assert not {one.rule.split(".")[0] for one in findings_of(sentence).events if one.type in {"RETREAT", "SANCTION"}}
    assert not [one for one in findings_of(sentence).events if one.trigger.text == "fought"]


def test_whoever_is_told_that_they_must_is_asked(findings_of: FindingsOf) -> None:
    request = of_type(findings_of("The bishop told both armies that they must not shell hospitals."), "REQUEST")
    assert [one.text for one in request.target] == ["both armies"]
    assert "REQUEST" not in {one.type for one in findings_of("The bishop told reporters that they must wait.").events}


def test_what_was_asked_and_turned_down_was_turned_down(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("Kenya asked for troops, a request that Norway turned down."), "REJECT")
    assert (event.status, names(event)[0]) == ("actual", ["Norway"])
