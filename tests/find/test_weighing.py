from __future__ import annotations

import pytest

from onrecord.find.weighing import MISHAP, NOBODY_PUBLIC, PRIVATE_WORDS, PUBLIC_PAGE, STORY
from onrecord.lexicon.fields import field_words
from tests.find.conftest import ViewOf, factors


def test_an_act_between_states_keeps_its_confidence(view_of: ViewOf) -> None:
    assert factors(view_of, "Kenya accused Somalia of closing the border.")["accused"] == 1.0


def test_an_act_of_private_people_loses_most_of_it(view_of: ViewOf) -> None:
    assert factors(view_of, "My neighbour thanked the gardener for the roses.")["thanked"] == NOBODY_PUBLIC


def test_words_of_the_pitch_make_an_attack_no_assault(view_of: ViewOf) -> None:
    sport = factors(view_of, "France attacked Wales from the first scrum until the touchline was theirs.")
    assert sport["attacked"] == PRIVATE_WORDS


def test_police_in_a_stadium_are_police(view_of: ViewOf) -> None:
    found = factors(view_of, "Kenyan police arrested nine people after the goalkeeper was hit by a bottle.")
    assert found["arrested"] == 1.0


def test_an_arrest_without_agent_is_the_states(view_of: ViewOf) -> None:
    assert factors(view_of, "Two men were arrested on Monday.")["arrested"] == 1.0


def test_who_strikes_is_a_public_actor(view_of: ViewOf) -> None:
    assert factors(view_of, "A woman began a hunger strike.")["strike"] == 1.0


def test_states_without_a_name_are_states(view_of: ViewOf) -> None:
    assert factors(view_of, "Nearly 70 countries agreed to share their data.")["agreed"] == 1.0


def test_whoever_meets_somebody_in_office_may_be_in_office(view_of: ViewOf) -> None:
    assert factors(view_of, "Teldo Marwick will meet President Ana Kiprono on Monday.")["meet"] == PUBLIC_PAGE


def test_a_single_mechanic_is_no_union(view_of: ViewOf) -> None:
    assert factors(view_of, "Mechanic Jane Doe blamed the rain for the noise.")["blamed"] == NOBODY_PUBLIC


def test_sure_and_loose_words_are_apart() -> None:
    words = field_words()
    assert "goalkeeper" in words.sure and "match" in words.loose and not words.sure & words.loose


def test_the_same_page_weighs_the_same(view_of: ViewOf) -> None:
    text = "The union threatened to strike. Kenya accused Somalia of lying. Uganda condemned the raid."
    assert factors(view_of, text) == factors(view_of, text)
    assert factors(view_of, text)["threatened"] == 1.0


def test_on_a_page_about_states_whom_people_back_or_rescue_is_told_too(view_of: ViewOf) -> None:
    busy = "Kenya accused Somalia of lying. Uganda condemned the raid. "
    found = factors(view_of, busy + "Students praised the deal. Villagers rescued nine sailors.")
    assert found["praised"] == PUBLIC_PAGE and found["rescued"] >= PUBLIC_PAGE
    assert factors(view_of, "Students praised the deal.")["praised"] == NOBODY_PUBLIC


@pytest.mark.parametrize(
    "sentence",
    [
        "Italy will meet Croatia in the semi-final in Berlin on Saturday.",
        "Scotland threatened Ireland's line twice before half-time.",
        "Norway's handball women invited Hungary to a friendly in Oslo.",
        "Canada fought back to beat Mexico 5-4 in overtime.",
    ],
)
def test_words_that_hyphens_join_and_scores_tell_of_sport(view_of: ViewOf, sentence: str) -> None:
    assert set(factors(view_of, sentence).values()) <= {PRIVATE_WORDS}


def test_a_count_of_votes_is_no_score(view_of: ViewOf) -> None:
    found = factors(view_of, "The senate of Kenya rejected the treaty with a vote of 52-48 after the captain left.")
    assert found["rejected"] == 1.0


@pytest.mark.parametrize(
    "sentence",
    [
        "In the series, terrorists seize the parliament and kill the president.",
        "The thriller begins when Russia kidnaps an American pilot.",
        "The game lets players invade France with a virtual army.",
    ],
)
def test_what_a_film_or_a_game_tells_did_not_happen(view_of: ViewOf, sentence: str) -> None:
    assert all(factor <= STORY for factor in factors(view_of, sentence).values())


def test_whoever_is_hurt_by_mishap_is_assaulted_by_nobody(view_of: ViewOf) -> None:
    assert factors(view_of, "Nine workers were killed when the rig caught fire.")["killed"] == MISHAP
    assert factors(view_of, "A student was injured on Monday.")["injured"] == MISHAP
    assert factors(view_of, "Nine workers were killed in an attack on the rig.")["killed"] == 1.0
    assert factors(view_of, "Troops shelled the town on Monday. Nine workers were killed.")["killed"] == 1.0


def test_a_firm_that_moves_to_a_country_threatens_no_country(view_of: ViewOf) -> None:
    found = factors(view_of, "The firm threatened to move production to Vietnam.")
    assert found["threatened"] == NOBODY_PUBLIC


def test_a_clubs_name_is_no_army(view_of: ViewOf) -> None:
    found = factors(view_of, "The crowd cheered when the Generals visited the Rebels.")
    assert found["visited"] == NOBODY_PUBLIC


@pytest.mark.parametrize(
    "sentence",
    [
        "Bolivia, who have lost every game, travel to Ecuador next.",
        "Wales will host Fiji in November.",
        "An injury forced the Czech to withdraw from Rome.",
        "The landlord threatened to evict the student who kept a snake.",
        "Investors revolted over the pay of the chairman.",
        "Engineers at the yard rejected the first design.",
        "The baker invaded the American market with sweet rolls.",
    ],
)
def test_teams_firms_and_single_people_make_no_public_event(view_of: ViewOf, sentence: str) -> None:
    found = factors(view_of, sentence)
    assert found and all(factor <= NOBODY_PUBLIC for factor in found.values())


def test_engineers_in_a_dispute_make_one(view_of: ViewOf) -> None:
    assert factors(view_of, "Engineers at the yard rejected the wage offer.")["rejected"] == 1.0


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("She plays a minister who is kidnapped by rebels.", "kidnapped"),
        ("The house will stage a play about the siege of Vienna by the army.", "siege"),
    ],
)
def test_what_a_role_or_a_play_is_about_did_not_happen(view_of: ViewOf, sentence: str, trigger: str) -> None:
    assert factors(view_of, sentence)[trigger] <= STORY


def test_heat_attacks_nobody(view_of: ViewOf) -> None:
    assert factors(view_of, "A heat dome is attacking the west of Canada.") == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Race officials punished the Mexican for blocking a rival.",
        "The striker rejected an offer to play in China.",
        "A British couple sued a hotel in Turkey over food poisoning.",
        "The Indian airline fired forty pilots.",
        "The Rugby Association banned the Kazakh for four years.",
    ],
)
def test_where_something_is_makes_nobody_public(view_of: ViewOf, sentence: str) -> None:
    found = factors(view_of, sentence)
    assert all(factor < 0.8 for trigger, factor in found.items() if trigger != "offer") and found


def test_a_score_that_one_player_protests_is_no_demonstration(view_of: ViewOf) -> None:
    assert factors(view_of, "Mateo Ferrelli's protest was rejected.")["protest"] < 0.5


PAGE = "Kenya accused Somalia of closing the border. Somalia rejected the charge. "


def test_on_a_public_page_a_promise_of_somebody_known_is_public(view_of: ViewOf) -> None:
    assert factors(view_of, PAGE + "The two agreed to sit down in May.")["agreed"] == PUBLIC_PAGE


def test_on_a_public_page_advice_of_people_at_work_is_not(view_of: ViewOf) -> None:
    assert factors(view_of, PAGE + "Physicians urged patients to rest.")["urged"] == NOBODY_PUBLIC


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru and Chile meet in Sunday's final.",
        "Kenya surrendered before lunch, losing six wickets.",
        "Norway resumed their assault on the Austrian goal.",
        "Captain Ines Lund praised Austria after the defeat.",
        "The policy of Kenya's keeper was to attack Ghana from every throw-in.",
    ],
)
def test_beside_words_of_sport_a_bare_country_is_a_team(view_of: ViewOf, sentence: str) -> None:
    found = factors(view_of, sentence)
    assert found and all(factor < 0.8 for factor in found.values())


def test_a_word_of_public_affairs_outweighs_a_loose_one(view_of: ViewOf) -> None:
    found = factors(view_of, "Kenya sent troops to Somalia before the season.")
    assert found["sent"] == 1.0


def test_an_official_the_tables_know_acts_beside_loose_words_too(view_of: ViewOf) -> None:
    found = factors(view_of, "Barack Obama thanked the scientists for the study.")
    assert found["thanked"] == 1.0


@pytest.mark.parametrize(
    "sentence",
    [
        "The president of the academy thanked the donors.",
        "The works council threatened the owner.",
        "Athletes' representatives held talks on Monday.",
        "An army of cheap shops is besieging the grocers.",
        "Dog owners are at war with joggers.",
    ],
)
def test_who_governs_a_house_or_a_trade_is_no_public_actor(view_of: ViewOf, sentence: str) -> None:
    found = factors(view_of, sentence)
    assert found and all(factor <= 0.5 for factor in found.values())


@pytest.mark.parametrize(
    "sentence",
    [
        "In the second season the president is kidnapped.",
        "A colonel holds the governor hostage in this comedy.",
        "The archive holds a letter in which the general attacks the king.",
    ],
)
def test_stories_are_told_in_many_ways(view_of: ViewOf, sentence: str) -> None:
    found = factors(view_of, sentence)
    assert found and all(factor <= STORY for factor in found.values())


def test_an_open_letter_tells_what_its_writers_do(view_of: ViewOf) -> None:
    assert factors(view_of, "The doctors signed a letter in which they accuse the army of theft.")["accuse"] == 1.0


def test_a_bus_with_people_in_it_assaults_nobody(view_of: ViewOf) -> None:
    found = factors(view_of, "A bus carrying pilgrims plunged into a ravine, killing eleven people.")
    assert found["killing"] == MISHAP
    assert factors(view_of, "A gas explosion killed four people.")["killed"] == MISHAP


def test_a_year_long_ago_is_a_loose_word(view_of: ViewOf) -> None:
    found = factors(view_of, "The emperor of Mali attacked Gao in 1325.")
    assert found["attacked"] == PRIVATE_WORDS


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Kenya have cut humanitarian aid to Peru.", "cut"),
        ("Kenya and Peru began war games near the strait.", "games"),
        ("Two nurses have been released near the lake.", "released"),
        ("A car bomb killed two Kenyans.", "killed"),
    ],
)
def test_acts_of_states_and_on_people_keep_their_confidence(view_of: ViewOf, sentence: str, trigger: str) -> None:
    assert factors(view_of, sentence)[trigger] == 1.0


def test_a_market_named_after_a_people_is_nobody(view_of: ViewOf) -> None:
    assert factors(view_of, "The dressmaker launched an assault on the Kenyan market.")["assault"] < 0.5


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("The Dutch team protested against the judges' scores.", "protested"),
        ("Chemists protested when the journal dropped the essay.", "protested"),
        ("The helicopter maker apologised for a faulty rotor.", "apologised"),
        ("The Marauders fined their receiver for missing practice.", "fined"),
        ("The court of arbitration for sport lifted the ban on the rower.", "lifted"),
        ("Norland's Linnet Society appointed a new president.", "appointed"),
        ("The agency for medicines met to look at data on the tablets.", "met"),
        ("The drinks group attacked the campaign against sugar as misguided.", "attacked"),
        ("The painter thanked the minister of her parish.", "thanked"),
    ],
)
def test_teams_trades_and_houses_are_no_public_actors(view_of: ViewOf, sentence: str, trigger: str) -> None:
    assert factors(view_of, sentence)[trigger] <= PRIVATE_WORDS


def test_a_calling_protests_in_public_where_pay_is_the_matter(view_of: ViewOf) -> None:
    assert factors(view_of, "Chemists protested when the government cut their pay.")["protested"] == 1.0


def test_a_member_of_a_club_alone_calls_no_strike(view_of: ViewOf) -> None:
    assert factors(view_of, "The goalkeeper's strike against the lads of Millport was late.")["strike"] < 1.0


def test_on_a_long_page_about_private_people_nobody_unknown_is_public(view_of: ViewOf) -> None:
    private = "Mara Lind asked her sister for the keys. Her sister thanked Jon Abel. Abel blamed Mara Lind. " * 4
    page = private + "President Ana Kiprono condemned Norland. Norland accused Sudland."
    assert factors(view_of, page)["blamed"] == NOBODY_PUBLIC


def test_what_people_demand_of_the_police_is_a_public_demand(view_of: ViewOf) -> None:
    assert factors(view_of, "Rights activists called for action against the police.")["called"] == 1.0
    assert factors(view_of, "Rights activists called for action against the bakery.")["called"] == NOBODY_PUBLIC


def test_what_people_ask_of_a_public_actor_is_a_public_demand(view_of: ViewOf) -> None:
    assert factors(view_of, "Two hikers called for the arrest of the minister.")["called"] == PUBLIC_PAGE
    assert factors(view_of, "Two hikers called for the arrest of the baker.")["called"] == NOBODY_PUBLIC


def test_several_people_make_promises_on_a_page_of_public_affairs(view_of: ViewOf) -> None:
    page = "Kenya accused Somalia of closing the border.\n\nSomalia accused Kenya of theft.\n\nThe bishops agreed to mediate."
    assert factors(view_of, page)["agreed"] == PUBLIC_PAGE
    assert factors(view_of, "The bishops agreed to mediate.")["agreed"] == NOBODY_PUBLIC


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("The panel urged bakers to stop selling the pie to children.", "urged"),
        ("The captain of the ferry refused to leave port without a second tug.", "refused"),
        ("A court in Berov ordered the yard to pay its supplier nine million euros.", "ordered"),
        ("The paint maker asked a court to force its supplier to deliver.", "asked"),
        ("My uncle supported Norway in the song contest.", "supported"),
        ("Kenya agreed to play Peru in September.", "agreed"),
        ("The Kenya captain praised Samoa's approach.", "praised"),
    ],
)
def test_who_is_told_by_a_common_word_alone_acts_in_public_where_the_sentence_says_so(
    view_of: ViewOf, sentence: str, trigger: str
) -> None:
    assert factors(view_of, sentence)[trigger] <= PRIVATE_WORDS


def test_officials_among_words_of_public_affairs_are_public_actors(view_of: ViewOf) -> None:
    assert factors(view_of, "Officials condemned the ambush on the refugees.")["condemned"] == 1.0


@pytest.mark.parametrize(
    ("sentence", "trigger", "left"),
    [
        ("Kenyan nurses helped Peruvian villagers.", "helped", 1.0),
        ("Nine hundred Kenyans sought refuge in Peru.", "sought", 1.0),
        ("Saudi hackers attacked Peruvian farmers.", "attacked", 1.0),
        ("Harold Brandt pardoned Edna Foss.", "pardoned", PUBLIC_PAGE),
        ("The Togolese nurses called off their strike.", "called", 1.0),
        ("Kenyan nurses helped Kenyan villagers.", "helped", NOBODY_PUBLIC),
        ("Harold Brandt thanked Edna Foss.", "thanked", NOBODY_PUBLIC),
    ],
)
def test_what_only_states_do_and_what_people_do_abroad_is_public(
    view_of: ViewOf, sentence: str, trigger: str, left: float
) -> None:
    assert factors(view_of, sentence)[trigger] == left


def test_people_who_ask_for_a_release_ask_a_state(view_of: ViewOf) -> None:
    assert factors(view_of, "Lawyers demanded the release of nine prisoners.")["demanded"] == PUBLIC_PAGE


def test_whom_a_state_jails_is_a_public_matter_whatever_his_trade(view_of: ViewOf) -> None:
    assert factors(view_of, "Peru jailed two journalists for filming a prison.")["jailed"] == 1.0


def test_a_meeting_with_ones_family_is_private(view_of: ViewOf) -> None:
    assert factors(view_of, "Kenya's minister met his son.")["met"] < 0.5
    assert factors(view_of, "Kenya's minister met his counterpart.")["met"] == 1.0


def test_members_of_a_body_that_meet_somebody_in_office_do_so_in_public(view_of: ViewOf) -> None:
    assert factors(view_of, "Committee members met Kenyan President Petr Lind.")["met"] == PUBLIC_PAGE
    assert factors(view_of, "Committee members met the tailor.")["met"] < 0.5
