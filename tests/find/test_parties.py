"""Who acts where no plain subject stands before the verb: numbers, headlines, nouns with infinitives, dealings in a phrase."""

from __future__ import annotations

import pytest

from onrecord.schema import Event, Findings
from tests.find.conftest import FindingsOf


def of_type(findings: Findings, type_: str) -> Event:
    (one,) = [event for event in findings.events if event.type == type_]
    return one


def test_a_number_after_the_is_those_who_were_named(findings_of: FindingsOf) -> None:
    found = findings_of("Lind met Novak; the two agreed to reopen the mine.")
    assert [one.text for one in of_type(found, "AGREE").source] == ["the two"]


def test_a_number_that_only_counts_is_nobody(findings_of: FindingsOf) -> None:
    assert not findings_of("The third of the two rejected offers was kept.").events


@pytest.mark.parametrize(
    ("sentence", "type_", "source"),
    [
        ("Norland ruled out talks with Sudland.", "CONSULT", ["Norland"]),
        ("Novak left after talks with Sudland.", "CONSULT", ["Novak"]),
        ("Novak cancelled a trip to Sudland.", "CONSULT", ["Novak"]),
    ],
)
def test_dealings_without_a_side_of_their_own_are_the_subjects(
    findings_of: FindingsOf, sentence: str, type_: str, source: list[str]
) -> None:
    assert [one.text for one in of_type(findings_of(sentence), type_).source] == source


def test_dealings_of_a_noun_are_not_the_subjects(findings_of: FindingsOf) -> None:
    found = findings_of("Novak praised the farmers' talks with Sudland.")
    assert [one.text for one in of_type(found, "CONSULT").source] == ["the farmers'"]


def test_who_owns_the_readiness_acts_by_it(findings_of: FindingsOf) -> None:
    found = findings_of("The envoy conveyed Norland's readiness to cooperate with Sudland.")
    assert [one.text for one in of_type(found, "COOPERATE").source] == ["Norland's"]


def test_who_calls_for_an_act_does_not_do_it(findings_of: FindingsOf) -> None:
    found = findings_of("Novak's call to attack Sudland was ignored.")
    assert not any(one.source for one in found.events if one.type == "ASSAULT")


def test_what_a_passive_verb_of_giving_gives_is_its_object(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("The villagers were given nine tents by the army."), "AID")
    assert [one.text for one in event.target] == ["The villagers"]
    assert event.object is not None and event.object.text == "nine tents"


def test_a_headlines_participle_was_done_to_its_subject(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("Two hostages freed near Berov", title=True), "RETREAT")
    assert ([one.text for one in event.source], [one.text for one in event.target]) == ([], ["Two hostages"])


def test_who_is_to_do_two_things_does_both(findings_of: FindingsOf) -> None:
    found = findings_of("The mayor called on Kenya to withdraw its troops and to free the nurses.")
    assert [one.text for one in of_type(found, "REQUEST").target] == ["Kenya"]
    assert [[one.text for one in event.source] for event in found.events if event.type == "RETREAT"] == [
        ["Kenya"],
        ["Kenya"],
    ]


def test_who_lets_somebody_go_releases_them(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("The rebels let the sailors go."), "RETREAT")
    assert [one.text for one in event.target] == ["the sailors"]


def test_what_is_counted_decides_what_a_number_is_of(findings_of: FindingsOf) -> None:
    assert of_type(findings_of("Norland closed three of the crossings."), "COERCE").object is not None


@pytest.mark.parametrize(
    ("sentence", "type_", "source", "target"),
    [
        ("A Saudi-led strike on a Yemeni camp killed nine.", "ASSAULT", ["Saudi"], ["Yemeni"]),
        ("Sudland completed its withdrawal of troops from Kenya.", "RETREAT", ["Sudland"], ["Kenya"]),
        ("Sudland recalled its ambassador to Kenya.", "SANCTION", ["Sudland"], ["Kenya"]),
        ("Sudland's demand that Kenya lift the ban was ignored.", "REQUEST", ["Sudland's"], ["Kenya"]),
        ("Norland has offered to send doctors to help the Kenyan army.", "AGREE", ["Norland"], ["the Kenyan army"]),
        ("Norland gave nine million euros to promote trade in Kenya.", "AID", ["Norland"], ["Kenya"]),
        (
            "Norland reiterated its support to the talks among Kenyan parties.",
            "SUPPORT",
            ["Norland"],
            ["Kenyan parties"],
        ),
    ],
)
def test_sides_that_stand_further_off(
    findings_of: FindingsOf, sentence: str, type_: str, source: list[str], target: list[str]
) -> None:
    event = next(one for one in findings_of(sentence).events if one.type == type_)
    sides = [[party.text for party in side] for side in (event.source, event.target)]
    assert sides == [source, target]


def test_ones_own_envoy_is_nobody_it_is_done_to(findings_of: FindingsOf) -> None:
    assert of_type(findings_of("Norland recalled its ambassador."), "SANCTION").target == ()


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("Norway has begun withdrawing its troops from Syria, Defence Minister Anton Lind said on Monday.", ["Syria"]),
        ("Norway withdrew its troops from Syria, Iraq and Chad.", ["Syria", "Iraq", "Chad"]),
    ],
)
def test_who_speaks_behind_a_place_is_no_part_of_its_name(
    findings_of: FindingsOf, sentence: str, target: list[str]
) -> None:
    assert [one.text for one in of_type(findings_of(sentence), "RETREAT").target] == target


@pytest.mark.parametrize(
    ("sentence", "type_", "target"),
    [
        ("Kenya sent troops to Hobyo on Monday.", "MOBILIZE", []),
        ("Kenya sent troops to Somalia on Monday.", "MOBILIZE", ["Somalia"]),
        ("The army fled Goma.", "RETREAT", []),
        ("The bloc demanded the release of the governor.", "REQUEST", []),
        ("The bloc demanded the release of the governor from Kenya.", "REQUEST", ["Kenya"]),
        ("The minister blamed the ambush on Kenyan rebels.", "ACCUSE", ["Kenyan rebels"]),
    ],
)
def test_a_place_and_whom_a_demand_concerns_are_nobody_it_is_done_to(
    findings_of: FindingsOf, sentence: str, type_: str, target: list[str]
) -> None:
    assert [one.text for one in of_type(findings_of(sentence), type_).target] == target


def test_who_is_accused_ends_before_what_of(findings_of: FindingsOf) -> None:
    (event,) = [
        one
        for one in findings_of("Kenya accused diplomats and specifically senators of staying silent.").events
        if one.type == "ACCUSE"
    ]
    assert [one.text for one in event.target][-1].endswith("senators")


def test_many_of_somebodys_people_are_not_that_one(findings_of: FindingsOf) -> None:
    events = findings_of("The ruler was alone. Many of his henchmen sought refuge in Kenya.").events
    assert all(party.text.lower() != "his" for one in events for party in one.source)


def test_a_verb_with_another_particle_is_another_verb(findings_of: FindingsOf) -> None:
    assert not [one for one in findings_of("Kenya called back employees.").events if one.type == "CONSULT"]


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("Kenyan troops faced an attack by rebels.", ["rebels"], ["Kenyan troops"]),
        ("Kenya has endured months of attacks from rebels.", ["rebels"], ["Kenya"]),
        ("Kenyan troops came under attack from rebels.", ["rebels"], ["Kenyan troops"]),
        ("Kenya launched a series of attacks on rebels.", ["Kenya"], ["rebels"]),
    ],
)
def test_who_faces_an_act_undergoes_it(
    findings_of: FindingsOf, sentence: str, source: list[str], target: list[str]
) -> None:
    event = of_type(findings_of(sentence), "ASSAULT")
    assert [one.text for one in event.source] == source
    assert [one.text for one in event.target] == target


def test_a_series_of_acts_that_a_verb_holds_is_told_once(findings_of: FindingsOf) -> None:
    found = findings_of("The king has held a series of meetings with Kenyan generals.")
    assert of_type(found, "CONSULT").trigger.text == "held"


def test_what_stands_before_the_colon_of_a_title_does_nothing(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("Mine talks: Kenya’s army ready to leave the town"), "AGREE")
    assert [one.text for one in event.source] == ["Kenya’s army"]


def test_what_is_told_of_a_party_is_no_part_of_its_name(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("Mine talks: Kenya ready to meet Sudland"), "AGREE")
    assert [one.text for one in event.source] == ["Kenya"]


def test_who_is_accused_of_an_assault_on_a_thing_is_its_source(findings_of: FindingsOf) -> None:
    event = of_type(findings_of("Kenya accused the rebels of attacking a bus near the lake."), "ASSAULT")
    assert [one.text for one in event.source] == ["the rebels"]
    assert [one.text.split(" near")[0] for one in event.target] == ["a bus"]


def test_whom_a_call_is_for_is_to_act(findings_of: FindingsOf) -> None:
    found = findings_of("Peru supports Kenya's call for President Lind to step down.")
    assert [one.text for one in of_type(found, "RETREAT").source] == ["President Lind"]


def test_who_died_by_gunfire_did_not_attack(findings_of: FindingsOf) -> None:
    found = findings_of("The clerk said that nine soldiers had died by heavy gunfire near the lake.")
    assert not any(event.source for event in found.events)


@pytest.mark.parametrize(
    ("text", "type_", "source", "target"),
    [
        ("Norland supports government insurance.", "SUPPORT", ["Norland"], []),
        ("Crowds hailed the end of the ruler's reign.", "SUPPORT", ["Crowds"], []),
        ("Norland supported action against Kenya.", "SUPPORT", ["Norland"], []),
        ("Norland and Kenya joined forces.", "COOPERATE", ["Norland", "Kenya"], []),
        ("A speech by President Lind, who accused Kenya of theft, was cut.", "ACCUSE", ["President Lind"], ["Kenya"]),
        ("The attack at Fort Berov that killed nine soldiers was long.", "ASSAULT", [], ["nine soldiers"]),
    ],
)
def test_what_stands_in_another_phrase_is_no_side(
    findings_of: FindingsOf, text: str, type_: str, source: list[str], target: list[str]
) -> None:
    events = [event for event in findings_of(text).events if event.type == type_]
    assert events
    assert [one.text for one in events[-1].source] == source
    assert [one.text for one in events[-1].target] == target


def test_who_is_called_on_to_stop_is_who_does_what_is_to_stop(findings_of: FindingsOf) -> None:
    found = findings_of("A resolution of Kenya called on Norland to stop shelling Berov.")
    assert [one.text for one in of_type(found, "ASSAULT").source] == ["Norland"]


def test_who_died_is_not_who_is_charged_with_it(findings_of: FindingsOf) -> None:
    assert not of_type(findings_of("The prosecutors alleged President Lind died of poison."), "ACCUSE").target


def test_what_shelters_people_is_the_camp_before_the_participle(findings_of: FindingsOf) -> None:
    found = findings_of("President Lind visited a camp sheltering nine refugees.")
    assert "President Lind" not in [one.text for event in found.events if event.type == "AID" for one in event.source]


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("Novak spoke on Sunday with the envoy, according to a spokesman of Sudland.", "CONSULT", ["the envoy"]),
        ("A law banned the rallies of students, according to the Sudland ministry.", "COERCE", ["students"]),
    ],
)
def test_whom_something_is_known_from_is_no_party(
    findings_of: FindingsOf, text: str, type_: str, target: list[str]
) -> None:
    found = [one for one in findings_of(text).events if one.type == type_]
    assert all([party.text for party in one.target] == target for one in found)


def test_who_is_punished_did_what_it_is_for(findings_of: FindingsOf) -> None:
    found = findings_of("Norland imposed sanctions on Peru for supporting the rebels.")
    assert [one.text for one in of_type(found, "SUPPORT").source] == ["Peru"]
    found = findings_of("Peru was punished by Norland for supporting the rebels.")
    assert [one.text for one in of_type(found, "SUPPORT").source] == ["Peru"]


def test_infinitives_that_follow_each_other_have_one_doer(findings_of: FindingsOf) -> None:
    found = findings_of("Norland called on Peru to stop, to release the miners, and cooperate with the council.")
    assert [one.text for one in of_type(found, "RETREAT").source] == ["Peru"]
    event = of_type(found, "COOPERATE")
    assert ([one.text for one in event.source], event.status) == (["Peru"], "demanded")


@pytest.mark.parametrize(
    ("sentence", "type_", "source"),
    [
        ("Kenyan refiners are in talks with Sudan.", "CONSULT", []),
        ("The Kenyan currency's attack on the dollar went on.", "ASSAULT", []),
        ("The Kenyan car attacked the soldiers.", "ASSAULT", ["Kenyan"]),
        ("The Kenyan car thanked the soldiers.", "SUPPORT", []),
        ("The Kenyan publishing house thanked the soldiers.", "SUPPORT", []),
        ("Kenya's lower house thanked the soldiers.", "SUPPORT", ["Kenya's lower house"]),
        ("Kenyan warships helped the soldiers.", "AID", ["Kenyan warships"]),
        ("Army boats carried some people to schools.", "AID", ["Army"]),
    ],
)
def test_things_act_for_their_country_where_they_are_what_the_act_is_done_with(
    findings_of: FindingsOf, sentence: str, type_: str, source: list[str]
) -> None:
    told = [one for one in findings_of(sentence).events if one.type == type_]
    assert [party.text for one in told for party in one.source] == source


def test_a_day_before_a_name_is_no_part_of_it(findings_of: FindingsOf) -> None:
    found = findings_of("On Sunday Poland attacked Germany.")
    assert [one.text for one in of_type(found, "ASSAULT").source] == ["Poland"]


def test_a_craft_is_no_inquiry(findings_of: FindingsOf) -> None:
    assert not findings_of("The Kenyan space probe photographed the moon.").events
    assert not findings_of("Kenya's probe photographed the crater.").events
    assert not findings_of("Kenya's probe returned to Earth.").events
    assert of_type(findings_of("Kenya's probe into the bank went on."), "ACCUSE")


def test_an_edge_is_where_something_happens(findings_of: FindingsOf) -> None:
    found = findings_of("Soldiers opened fire in a town on the border with Sudan.")
    assert not [one for event in found.events for one in event.target if one.text == "Sudan"]
    found = findings_of("Soldiers opened fire on the villagers.")
    assert [one.text for one in of_type(found, "ASSAULT").target] == ["the villagers"]


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        (
            "The plan pays for Kenya's war on Mali, which has killed nine nurses.",
            "killed",
            ["Kenya's"],
            ["nine nurses"],
        ),
        ("Nobody spoke of the October 7 Hamas attack on Israel.", "attack", ["Hamas"], ["Israel"]),
        ("She hailed the release of prisoners and Novak's election to parliament.", "release", [], ["prisoners"]),
        ("We need to support our first responders.", "support", ["We"], []),
        (
            "Its failure was over Togo, with Norway backing the army as Kenya, Chad and Mali support some rebel groups.",
            "support",
            ["Kenya", "Chad", "Mali"],
            ["some rebel groups"],
        ),
    ],
)
def test_who_does_it_in_the_long_phrases_of_news(
    findings_of: FindingsOf, text: str, trigger: str, source: list[str], target: list[str]
) -> None:
    (event,) = [one for one in findings_of(text).events if one.trigger.text == trigger]
    assert ([one.text for one in event.source], [one.text for one in event.target]) == (source, target)


@pytest.mark.parametrize(
    "text",
    [
        "The Democrats beat the Republicans by nine points.",
        "Novak beat Lind by a few hundred votes.",
        "The decision by the police destroys credibility.",
        "The minister went to see the glacier.",
        "Novak is campaigning for president.",
        "It was the answer that the minister wanted.",
        "The peacekeepers are not prepared for the winter.",
        "The premier met the farmers' pleas with a shrug.",
        "We'll come together.",
        "The senator left the Republican Party in May.",
        "It was a standoff and court battle between Norland and Sudland.",
        "The generals have been reduced to rubble.",
        "The premier and the media are to blame for it.",
        "They worked to make the battalions more ready to fight.",
        "The senator is searching her conscience.",
        "The senator suspended his campaign.",
        "The governor allowed them to think otherwise.",
        "The rebels are executing a worldwide terror campaign.",
        "The premier hosted a press conference.",
        "Just after he was inaugurated, the premier left for Kenya.",
    ],
)
def test_what_is_no_act_of_one_on_another(findings_of: FindingsOf, text: str) -> None:
    assert not findings_of(text).events


def test_a_terror_attack_is_one_among_words_of_debate(findings_of: FindingsOf) -> None:
    (event,) = [
        one
        for one in findings_of("The lawsuit names nobody for a terror attack against Kenya.").events
        if one.trigger.text == "attack"
    ]
    assert event.type == "ASSAULT"


def test_readiness_is_shown_to_the_other_side_of_a_second_verb(findings_of: FindingsOf) -> None:
    found = findings_of("Norland is ready to promote and deepen its cooperation with Sudland.")
    assert [one.text for one in of_type(found, "AGREE").target] == ["Sudland"]


def test_where_people_protest_is_nobody_they_protest_against(findings_of: FindingsOf) -> None:
    assert not of_type(findings_of("Teachers protested in Nairobi."), "PROTEST").target
    assert not of_type(findings_of("Teachers took to the streets in the coastal city of Mombasa."), "PROTEST").target
    assert [one.text for one in of_type(findings_of("Teachers protested against Kenya."), "PROTEST").target] == [
        "Kenya"
    ]


def test_one_human_being_holds_no_protest(findings_of: FindingsOf) -> None:
    assert not findings_of("Senator Lea Brandt held a rally in Durban.").events
    assert of_type(findings_of("Students held a rally in Durban."), "PROTEST")


def test_working_together_for_something_is_one_act(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya and Mali agreed to work together for strengthening cooperation.")
    assert [one.trigger.text for one in found.events if one.type == "COOPERATE"] == ["work"]


def test_action_against_an_armed_group_is_force(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya took action against terror groups.")
    assert of_type(found, "COERCE").trigger.text == "took"


def test_a_law_does_nothing_but_its_author_may(findings_of: FindingsOf) -> None:
    assert not findings_of("The Clean Rivers Act requires Norland to build dams.").statements
    found = findings_of("President Novak's Executive Order called for federal agencies to help.")
    assert [one.text for one in of_type(found, "REQUEST").source] == ["President Novak's"]


def test_what_a_letter_to_somebody_opposes_its_writer_opposes(findings_of: FindingsOf) -> None:
    found = findings_of("The farmers sent a letter on Thursday to Senate leaders opposing the program.")
    assert [one.text for one in of_type(found, "REJECT").source] == ["The farmers"]


def test_a_participle_before_the_speaker_is_not_who_speaks(findings_of: FindingsOf) -> None:
    (said,) = findings_of("Meeting President Lind, Mr Novak said that Kenya would help.").statements
    assert said.speaker is not None
    assert said.speaker.text == "Mr Novak"


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland renewed its call on Sudland to surrender.",
        "The minister stepped up Western calls on Sudland's premier Lea Brandt to quit.",
        "Norland called for the last of Sudland's forces to surrender.",
    ],
)
def test_who_is_called_on_is_to_act(findings_of: FindingsOf, sentence: str) -> None:
    act = of_type(findings_of(sentence), "RETREAT")
    assert act.status == "demanded"
    assert [one.text for one in act.source][0].startswith("Sudland")


def test_an_empty_it_does_nothing(findings_of: FindingsOf) -> None:
    assert not of_type(findings_of("It is important to help Kenya."), "AID").source


def test_who_is_spoken_to_by_phone_is_consulted(findings_of: FindingsOf) -> None:
    found = findings_of("Speaking by phone to Premier Lind, President Novak asked for help.")
    assert [one.text for one in of_type(found, "CONSULT").target] == ["Premier Lind"]


def test_it_is_up_to_whoever_is_to_act(findings_of: FindingsOf) -> None:
    found = findings_of("It is up to Norland to release the nurses.")
    assert [one.text for one in of_type(found, "RETREAT").source] == ["Norland"]


def test_being_prepared_for_something_is_no_promise(findings_of: FindingsOf) -> None:
    assert not findings_of("Kenya is as prepared as it could be for any flood.").events


def test_strikes_by_soldiers_are_no_walkout(findings_of: FindingsOf) -> None:
    assert of_type(findings_of("Strikes by the army went on."), "ASSAULT")
    assert of_type(findings_of("The army launched strikes in the valley."), "ASSAULT")
    assert of_type(findings_of("Strikes by nurses went on."), "PROTEST")


def test_a_plan_to_attack_targets_is_no_blame(findings_of: FindingsOf) -> None:
    found = findings_of("Kenya told of claims of a rebel plan to attack Kenyan targets.")
    assert "ACCUSE" not in {one.type for one in found.events if one.trigger.text == "attack"}


def test_a_campaign_that_is_waged_is_nobody_and_its_wager_strikes(findings_of: FindingsOf) -> None:
    found = findings_of("Norland's military campaign killed nine nurses.")
    assert [one.text for one in of_type(found, "ASSAULT").source] == ["Norland's"]


def test_who_appears_set_to_act_is_the_one_who_acts(findings_of: FindingsOf) -> None:
    found = findings_of(
        "As President Lind appears set to veto legislation that would help Kenya, Novak disagrees with him."
    )
    (veto,) = [one for one in found.events if one.trigger.text == "veto"]
    assert [one.text for one in veto.source] == ["President Lind"]


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("At her school, teachers protested the state funding system.", "PROTEST", []),
        ("The United Nations passed five Security Council resolutions.", "SUPPORT", []),
        ("She spoke of attacks on police and the deaths of nurses.", "ASSAULT", ["police"]),
    ],
)
def test_what_stands_beside_the_other_side_is_not_it(
    findings_of: FindingsOf, text: str, type_: str, target: list[str]
) -> None:
    assert [one.text for one in of_type(findings_of(text), type_).target] == target


def test_a_call_is_sounded_by_somebody(findings_of: FindingsOf) -> None:
    found = findings_of("President Novak sounded a call for Norland to accept refugees.")
    assert [one.text for one in of_type(found, "REQUEST").source] == ["President Novak"]


def test_who_should_not_lose_something_is_asked_for_nothing(findings_of: FindingsOf) -> None:
    assert not findings_of("Voters shouldn't lose their right to vote, the senator said.").events


def test_who_is_called_something_at_length_is_the_other_side(findings_of: FindingsOf) -> None:
    found = findings_of('Novak called Lind a "pathological liar" who is "amoral," a "serial philanderer," a "bully."')
    assert [one.text for one in of_type(found, "ACCUSE").target] == ["Lind"]


def test_an_attack_beside_blame_is_one_in_words(findings_of: FindingsOf) -> None:
    found = findings_of("She attacked police officers and blamed police shootings on bias.")
    assert [one.type for one in found.events if one.trigger.text == "attacked"] == ["ACCUSE"]


def test_a_chance_that_somebody_has_asks_nothing(findings_of: FindingsOf) -> None:
    found = findings_of("Novak said it was an opportunity that Norland has to speak to the voters.")
    assert not [one for one in found.events if one.type == "REQUEST"]


def test_an_embassy_is_protested_at(findings_of: FindingsOf) -> None:
    found = findings_of("Students staged protests outside Norland's embassy in Cairo.")
    assert [one.text for one in of_type(found, "PROTEST").target] == ["Norland's embassy in Cairo"]


def test_a_section_of_somebody_is_on_a_side(findings_of: FindingsOf) -> None:
    found = findings_of("Officials and a section of the opposition army agreed to allow access.")
    assert len(of_type(found, "AGREE").source) == 2


def test_where_a_hospital_is_did_not_attack_it(findings_of: FindingsOf) -> None:
    found = findings_of("A Kenya hospital attack killed 70 people.")
    assert not any(one.source for one in found.events)
    drones = findings_of("A Kenya drone attack killed 70 people.")
    assert any(one.source for one in drones.events)


@pytest.mark.parametrize(
    ("text", "type_", "target"),
    [
        ("Norland refuses to criticise Sudland.", "REJECT", []),
        ("Lind refused to testify before the committee.", "REJECT", ["the committee"]),
        ("Two Kenyan nurses were refused entry to Norland.", "REJECT", ["Two Kenyan nurses"]),
        ("President Lind will sign it into law.", "SUPPORT", []),
        ("They called for buses to their camps.", "REQUEST", []),
    ],
)
def test_who_is_not_the_other_side(findings_of: FindingsOf, text: str, type_: str, target: list[str]) -> None:
    assert [one.text for one in of_type(findings_of(text), type_).target] == target


def test_those_killed_when_soldiers_attacked_were_killed_by_them(findings_of: FindingsOf) -> None:
    found = findings_of("Nine people were killed when Kenyan soldiers attacked the village.")
    (killed,) = [one for one in found.events if one.trigger.text == "killed"]
    assert [one.text for one in killed.source] == ["Kenyan soldiers"]


def test_verbs_in_a_row_share_their_object(findings_of: FindingsOf) -> None:
    found = findings_of("The officers shot, strangled and beat the villagers.")
    assert {one.text for event in found.events if event.type == "ASSAULT" for one in event.target} == {"the villagers"}


def test_banned_imports_are_no_trade(findings_of: FindingsOf) -> None:
    assert [one.type for one in findings_of("Kenya banned imports of pork from Norland.").events] == ["SANCTION"]
