from __future__ import annotations

import pytest

from onrecord.schema import Event
from tests.find.conftest import FindingsOf


def event_at(findings_of: FindingsOf, text: str, trigger: str) -> Event:
    (event,) = [one for one in findings_of(text).events if one.trigger.text == trigger]
    return event


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The king called the premier to congratulate her.", "congratulate", "actual"),
        ("The king called on the premier to welcome her envoy.", "welcome", "demanded"),
        ("The king came to congratulate the premier.", "congratulate", "planned"),
        ("Chile said that aid would not resume until Kenya freed the envoy.", "freed", "conditional"),
        ("Chile said that aid to Kenya was on hold until Kenya freed the envoy.", "freed", "conditional"),
        ("Chile said that the camp stayed shut until Kenya freed the envoy.", "freed", "actual"),
        ("Chile on Friday that aid to Kenya was on hold until Kenya freed the envoy.", "freed", "conditional"),
        ("The minister said aid to Kenya was on hold.", "was", "actual"),
        ("Chile’s aid to Kenya is on hold.", "aid", "negated"),
        ("Kenya and Mali ended talks on Monday.", "talks", "actual"),
        ("Kenya and Mali ended a round of talks on Monday.", "talks", "actual"),
        ("Kenya ended its attack on Mali.", "attack", "negated"),
        ("Kenya refused to agree to stop shelling the town.", "shelling", "actual"),
        ("He saw a boy who'd been stabbed by rebels.", "stabbed", "actual"),
        ("No envoy was shot and beheaded by rebels.", "beheaded", "negated"),
        ("He spoke of no nurses killed by rebels.", "killed", "negated"),
        ("Kenya will punish Mali for refusing to pay.", "refusing", "actual"),
        ("Kenya reached its goal of attacking the port of Mali.", "attacking", "actual"),
        ("Kenya set a goal of attacking the port of Mali.", "attacking", "possible"),
        ("Kenya looks forward to working with Mali.", "working", "planned"),
        ("The premier took to Twitter to accuse Mali of spying.", "accuse", "actual"),
        ("They spoke to opponents of attacking the port of Mali.", "attacking", "possible"),
        ("Kenya could help Mali by sending troops.", "sending", "possible"),
        ("A judge denied Kenya's request to stay the fine.", "request", "actual"),
        ("Norland's premier is hosting the talks and leaders will be there.", "hosting", "actual"),
        ("Sending troops to Kenya would cost a fortune.", "Sending", "possible"),
        ("Sending troops to Kenya cost him the election.", "Sending", "actual"),
        ("Members pushed not just for a truce but for cutting aid to Kenya.", "cutting", "demanded"),
        ("Had the premier not expelled the envoy, nobody would have gone.", "expelled", "actual"),
        ("Kenya agreed to stop shelling the town.", "shelling", "negated"),
        ("Kenya is considering expelling the ambassador.", "expelling", "possible"),
        ("The premier argued against cutting aid to Kenya.", "cutting", "possible"),
        ("Kenya stopped short of expelling the ambassador.", "expelling", "negated"),
        ("Kenya has no intention of sending troops.", "sending", "negated"),
        ("The minister spoke of the possibility of a truce with Kenya.", "truce", "possible"),
        ("Kenya has yet to withdraw its troops.", "withdraw", "negated"),
        ("Nobody was arrested by police.", "arrested", "negated"),
        ("The spokesman was asked if Norland supports Kenya.", "supports", "possible"),
        ("I blame the nations that sent arms, they are not friends.", "blame", "actual"),
        ("The envoys hastened to praise the king.", "praise", "actual"),
        ("Kenya and Mali agreed to work for strengthening cooperation.", "strengthening", "planned"),
        ("Kenya vowed to punish Mali for shelling the town.", "shelling", "actual"),
        ("The front plans another round of protests against Kenya.", "protests", "planned"),
        ("Chile has begun work on further sanctions against Kenya.", "sanctions", "planned"),
        ("Chile has begun work on the sanctions against Kenya.", "sanctions", "actual"),
        ("Until rebels capture the president.", "capture", "conditional"),
        ("Kenya renewed its calls for Chile to free the miners.", "free", "demanded"),
        ("Kenya will reiterate its calls for Chile to free the miners.", "calls", "planned"),
        ("Kenya could face sanctions over the mine.", "sanctions", "possible"),
        ("If Kenya comes under attack by rebels, it will answer.", "attack", "conditional"),
        ("Students marched in Nairobi to demand that the premier resign.", "demand", "actual"),
        ("Students marched in Nairobi to meet the premier.", "meet", "planned"),
        ("It is unclear whether this means that Kenya would veto the draft.", "veto", "possible"),
        ("Senator Lind campaigned on expelling the envoys.", "expelling", "planned"),
        ("The ministry is looking at arming the Kenyan militia.", "arming", "possible"),
        ("Kenya put pressure on Chile to withdraw its troops.", "withdraw", "demanded"),
        ("The pipeline is prone to attacks by the rebels.", "attacks", "possible"),
        ("The general spoke of plans for an attack on Kenya.", "attack", "possible"),
        ("The general will participate in protests on Friday.", "protests", "planned"),
        ("The idea of sending troops to Kenya must worry the army.", "sending", "possible"),
        ("It is vital that Norland releases the nurses.", "releases", "demanded"),
        ("It is necessary for Norland to release the nurses.", "release", "demanded"),
        ("It is high time that Norland released the nurses.", "released", "demanded"),
        ("It was clear that Norland released the nurses.", "released", "actual"),
        ("Envoys of Kenya are expected to visit Norland.", "visit", "planned"),
        ("Norland is expected to impose sanctions on Kenya.", "impose", "possible"),
        ("It is up to Norland to release the nurses.", "release", "possible"),
        ("The killing of the general could spark a war between Kenya and Chad.", "war", "possible"),
        ("The killing of the general could spark a war between Kenya and Chad.", "killing", "actual"),
        ("The quarrel could lead to clashes between police and students.", "clashes", "possible"),
        ("The quarrel led to clashes between police and students.", "clashes", "actual"),
        ("The minister had no idea how to attack the rebels.", "attack", "possible"),
        ("The army may strike Kenya, potentially shelling the port.", "shelling", "possible"),
        ("Norland tried to secure the release of two nurses.", "release", "possible"),
        ("The town looked as if rebels had attacked the market.", "attacked", "counterfactual"),
        ("Kenya balked at sending troops.", "sending", "negated"),
        ("The premier's support for Kenya would cost him votes.", "support", "actual"),
        ("The worst scenario would be that rebels attack Kenya.", "attack", "possible"),
        ("Kenya called not only on Mali to free the crew.", "called", "actual"),
        ("Neither Kenya nor Mali sent troops.", "sent", "negated"),
        ("It is not true that Mali attacked Kenya.", "attacked", "negated"),
        ("It is false that Mali attacked Kenya.", "attacked", "negated"),
        ("Kenya did not rule out attacking Mali.", "attacking", "possible"),
        ("Kenya declined to rule out attacking Mali.", "attacking", "possible"),
        ("The army denied that it had refused to free the prisoners.", "free", "possible"),
        ("Kenya failed to prevent the rebels from attacking Mali.", "attacking", "actual"),
        ("The envoy said that soldiers should not attack the town.", "attack", "negated"),
        ("The mayor ordered police not to arrest the men.", "arrest", "negated"),
        ("The bishops called on the army to refrain from attacking the town.", "attacking", "negated"),
        ("Kenya might not send troops to Mali.", "send", "possible"),
        ("Kenya would not have attacked Mali if the talks had gone on.", "attacked", "actual"),
        ("The guards nearly shot the minister.", "shot", "counterfactual"),
        ("Almost forty men were arrested by police.", "arrested", "actual"),
        ("The army moved tanks in order to attack the rebels.", "attack", "planned"),
        ("Ministers met to discuss sanctions against Kenya.", "sanctions", "possible"),
        ("Ministers discussed the attack on Kenya by rebels.", "attack", "actual"),
        ("Kenya did not fail to free the hostages.", "free", "actual"),
        ("The minister asked whether Kenya had withdrawn its troops.", "withdrawn", "possible"),
        ("The judge will consider whether to remove the governor.", "remove", "possible"),
        ("The draft would pass even if Russia and China voted against it.", "voted", "conditional"),
        ("She became the first minister to visit Kenya.", "visit", "actual"),
        ("Kenya is the only state to have sent troops to Mali.", "sent", "actual"),
        ("The army was to have withdrawn from the town.", "withdrawn", "counterfactual"),
        ("If Kenya had attacked Mali, the talks would have ended.", "attacked", "counterfactual"),
        ("Kenya will help Mali once the two states agree on a map.", "agree", "conditional"),
        ("Kenya helped Mali once the two states agreed on a map.", "agreed", "actual"),
        ("Kenya will leave Mali provided that the rebels free the hostages.", "free", "conditional"),
        ("Kenya would help Mali in case of an attack by rebels.", "attack", "conditional"),
        ("The president has ruled out, for now, sending troops to clear the port of Mali.", "sending", "negated"),
        ("The guerrillas claim to have killed five soldiers.", "killed", "actual"),
        ("Kenya will send grain to Mali once the road is open.", "send", "conditional"),
        ("Kenyan crews will strike on Friday unless wages rise.", "strike", "conditional"),
        ("A judge turned down Kenya's request for more time.", "request", "actual"),
        ("Kenya promised that if the army had detained the four they would be released.", "detained", "conditional"),
        ("President Ruto called Mr Berg to promise an inquiry.", "promise", "actual"),
        ("The first move of the soldiers was to arrest the mayor.", "arrest", "actual"),
        ("The plan of the soldiers was to arrest the mayor.", "arrest", "planned"),
        ("The deployment of Kenyan troops in Mali seems an unlikely prospect.", "deployment", "possible"),
        ("Soldiers posed in mock executions of prisoners.", "executions", "negated"),
        ("A planned visit to Kenya by the king of Norway drew crowds.", "visit", "planned"),
        ("The United States could take direct action against the Haqqani network.", "take", "possible"),
    ],
)
def test_words_around_an_act_tell_how_it_stands(findings_of: FindingsOf, text: str, trigger: str, status: str) -> None:
    assert event_at(findings_of, text, trigger).status == status


def test_a_judgement_of_attacks_in_general_reports_none(findings_of: FindingsOf) -> None:
    assert findings_of("Attacks on journalists are unacceptable.").events == ()
    assert event_at(findings_of, "The attacks on journalists were unacceptable.", "attacks").status == "actual"


@pytest.mark.parametrize(
    ("text", "trigger", "what", "words"),
    [
        (
            "Kenya will lift the embargo only if the rebels free the crew.",
            "lift",
            "condition",
            "only if the rebels free the crew",
        ),
        ("Kenya will lift the embargo as long as the truce holds.", "lift", "condition", "as long as the truce holds"),
        (
            "Kenya suspended all cooperation with Mali except the joint operation.",
            "suspended",
            "exception",
            "except the joint operation",
        ),
        (
            "Kenya suspended aid to Mali, with the exception of food deliveries.",
            "suspended",
            "exception",
            "with the exception of food deliveries",
        ),
        ("Kenya halted trade with Mali pending an inquiry.", "halted", "until", "pending an inquiry"),
        ("Aid to Mali was put on hold until it frees the crew.", "put", "until", "until it frees the crew"),
    ],
)
def test_what_limits_an_act_is_a_span(findings_of: FindingsOf, text: str, trigger: str, what: str, words: str) -> None:
    span = getattr(event_at(findings_of, text, trigger), what)
    assert span is not None and span.text == words


def test_a_suspension_with_an_end_took_place(findings_of: FindingsOf) -> None:
    event = event_at(findings_of, "Aid to Mali was put on hold until it frees the crew.", "put")
    assert (event.type, event.status) == ("SANCTION", "actual")


def test_whoever_calls_to_promise_something_promises_it(findings_of: FindingsOf) -> None:
    event = event_at(findings_of, "President Ruto called Mr Berg to promise an inquiry.", "promise")
    assert [one.text for one in event.source] == ["President Ruto"]


def test_an_inquiry_into_a_death_accuses_no_victim(findings_of: FindingsOf) -> None:
    found = findings_of("Police began an investigation into Dr Calder's death.").events
    assert all(one.target == () for one in found)


def test_our_own_and_some_are_asked_nothing(findings_of: FindingsOf) -> None:
    for asked in ("when our troops should leave Mali", "that some troops should leave Mali"):
        found = findings_of(f"The senator of Kenya said {asked}.").events
        assert all(one.type != "REQUEST" for one in found)


def test_what_is_struck_out_is_hit_by_nobody(findings_of: FindingsOf) -> None:
    assert findings_of("The court struck out the claim of the minister.").events == ()


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("Kenya offered medicine and the Red Cross delivered tents to nine families.", "delivered", "the Red Cross"),
        ("Kenya condemned the coup and the United States threatened to cut aid.", "threatened", "the United States"),
        ("Kenya condemned the coup and the killings and threatened to cut aid.", "threatened", "Kenya"),
    ],
)
def test_the_next_clause_keeps_its_own_subject(findings_of: FindingsOf, text: str, trigger: str, source: str) -> None:
    event = event_at(findings_of, text, trigger)
    assert [one.text for one in event.source] == [source]
    assert all(one.text != source or source == "Kenya" for each in findings_of(text).events for one in each.target)


def test_power_and_force_are_nobody(findings_of: FindingsOf) -> None:
    assert event_at(findings_of, "The army seized power on Monday.", "seized").target == ()


def test_a_landslide_at_the_head_of_a_sentence_attacks_nobody(findings_of: FindingsOf) -> None:
    assert findings_of("Landslides killed nine people in Kenya.").events == ()


def test_who_joins_forces_to_reject_something_rejects_it(findings_of: FindingsOf) -> None:
    assert event_at(findings_of, "Kenya and Mali joined forces to veto a resolution.", "veto").status == "actual"


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Pakistan PM to visit Beijing next week", "visit", "planned"),
        ("Envoy urges restraint after Kenya expels nurses", "expels", "actual"),
    ],
)
def test_a_headline_tells_what_is_to_come_and_what_was_done(
    findings_of: FindingsOf, text: str, trigger: str, status: str
) -> None:
    (event,) = [one for one in findings_of(text, title=True).events if one.trigger.text == trigger]
    assert event.status == status
