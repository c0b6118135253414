from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate import Annotator
from onrecord.derive.polarity import load_polarity
from onrecord.derive.stance import stance
from onrecord.schema import Document

Make = Callable[[str], Document]

SENTENCES = (
    ("There should be a ban on ferries.", "ferry-"),
    ("Ferries should be banned.", "ferry-"),
    ("Ferries should be abolished in the north.", "ferry-"),
    ("Ferries should be introduced.", "ferry+"),
    ("Ferries should be free of charge.", "fee-"),
    ("Ferries should remain free.", "fee-"),
    ("Swimming lessons should be compulsory.", "lesson+ voluntary-"),
    ("Swimming lessons should be voluntary.", "voluntary+"),
    ("Ferries must not be sold.", "ferry-"),
    ("The state should invest more in ferries.", "ferry+"),
    ("The state should spend less on ferries.", "ferry-"),
    ("We are against ferries.", "ferry-"),
    ("We are in favour of ferries.", "ferry+"),
    ("We are not in favour of ferries.", "ferry-"),
    ("We are opposed to ferries.", "ferry-"),
    ("We are for ferries.", "ferry+"),
    ("No ferries in our harbour!", "ferry-"),
    ("Ferries are a mistake.", "ferry-"),
    ("Ferries have no place in our harbour.", "ferry-"),
    ("Ferries make no sense.", "ferry-"),
    ("Ferries need to be stopped.", "ferry-"),
    ("Ferries are not acceptable.", "ferry-"),
    ("It is right that ferries were stopped.", "ferry-"),
    ("It should be prohibited to use ferries.", "ferry-"),
    ("It should be easier to buy ferries.", "ferry+"),
    ("It should be harder to buy ferries.", "ferry-"),
    ("The purchase of ferries should be made easier.", "ferry+"),
    ("The purchase of ferries should be made more difficult.", "ferry-"),
    ("Everyone has the right to a ferry.", "ferry+"),
    ("Nobody should be forced to use ferries.", "ferry-"),
    ("No one should be obliged to use ferries.", "ferry-"),
    ("The number of ferries should be limited.", "ferry-"),
    ("Ferries belong to our islands.", "ferry+"),
    ("Ferries should stay.", "ferry+"),
    ("Instead of ferries, we need bridges.", "ferry- bridge+"),
    ("We need bridges, not ferries.", "ferry- bridge+"),
    ("We need bridges rather than ferries.", "ferry- bridge+"),
    ("Ferry prices are too high.", "ferry- price-"),
    ("Pensions are too low.", "pension+"),
    ("Pensions should be lower.", "pension-"),
    ("Pensions should be higher.", "pension+"),
    ("Ferries bring more harm than good.", "ferry-"),
    ("Ferries threaten our beaches.", "ferry- beach+"),
    ("Ferries are a threat to our beaches.", "ferry- beach+"),
    ("Ferries endanger jobs.", "ferry- job+"),
    ("Ferries create jobs.", "ferry+ job+"),
    ("Ferries lead to more pollution.", "ferry-"),
    ("Ferries reduce pollution.", "ferry+"),
    ("We will stop the ferries.", "ferry-"),
    ("We refuse to buy ferries.", "ferry-"),
    ("We should do without ferries.", "ferry-"),
    ("We must get rid of ferries.", "ferry-"),
    ("We want to put an end to ferries.", "ferry-"),
    ("There is no need for ferries.", "ferry-"),
    ("Ferries are not needed.", "ferry-"),
    ("Islanders should have no access to ferries.", "ferry-"),
    ("Islanders deserve ferries.", "ferry+"),
    ("Islanders should get more ferries.", "ferry+"),
    ("We do not want ferries.", "ferry-"),
    ("We say no to ferries.", "ferry-"),
    ("We say yes to ferries.", "ferry+"),
    ("The lack of ferries is a problem.", "ferry+"),
    ("The shortage of ferries must end.", "ferry+"),
    ("There are too many ferries.", "ferry-"),
    ("There are not enough ferries.", "ferry+"),
    ("Beaches must be protected from ferries.", "ferry- beach+"),
    ("We oppose the abolition of ferries.", "ferry+"),
    ("We demand the lifting of the ban on ferries.", "ferry+"),
    ("The ban on ferries should be lifted.", "ferry+"),
    ("We call for an end to ferries.", "ferry-"),
    ("Only residents should be allowed to use ferries.", "ferry+"),
    ("Ferries should not be restricted.", "ferry+"),
    ("Ferries should be strictly regulated.", "ferry-"),
    ("Strict rules for ferries are needed.", "ferry-"),
    ("Ferries should no longer be subsidised.", "ferry-"),
    ("Ferries must be more strongly promoted.", "ferry+"),
    ("The sale of ferries should be permitted.", "ferry+"),
    ("Ferries are a waste of money.", "ferry-"),
    ("Ferries are essential for trade.", "ferry+ trade+"),
    ("Ferries are the best solution.", "ferry+"),
    ("We reject calls for ferries.", "ferry-"),
    ("We warn against ferries.", "ferry-"),
    ("We disagree with ferries.", "ferry-"),
    ("Our country will not give up ferries.", "ferry+"),
    ("The government should reject ferries.", "ferry-"),
    ("Ferries have been a success.", "ferry+"),
    ("Ferries have failed.", "ferry-"),
    ("We will keep our ferries.", "ferry+"),
    ("The fleet of ferries should be expanded.", "ferry+"),
    ("Fewer ferries should be built.", "ferry-"),
    ("The ferries must be closed.", "ferry-"),
    ("We cannot accept ferries.", "ferry-"),
    ("We should not be afraid of ferries.", "ferry+"),
    ("Ferries must be possible.", "ferry+"),
    ("It must remain possible to use ferries.", "ferry+"),
    ("Ferries cost too much.", "ferry-"),
    ("Ferries are harmful.", "ferry-"),
    ("Ferries do not solve the problem.", "ferry-"),
    ("Ferries cause accidents.", "ferry-"),
    ("Ferries prevent accidents.", "ferry+"),
    ("The minister said ferries were dangerous.", "ferry-"),
    ("We doubt that ferries are useful.", "ferry-"),
    ("Abolishing ferries would be a mistake.", "ferry+"),
    ("Abolishing ferries would harm islanders.", "ferry+ islander+"),
    ("A ban on ferries would protect beaches.", "ferry- beach+"),
    ("We condemn the use of ferries.", "ferry-"),
    ("The country should withdraw from the treaty.", "treaty-"),
    ("The country should leave the league.", "league-"),
    ("The country should join the league.", "league+"),
    ("The treaty should be suspended.", "treaty-"),
    ("Troops should be withdrawn.", "military-"),
    ("More troops should be sent.", "military+"),
    ("We will never recognise the treaty.", "treaty-"),
    ("We will not negotiate with rebels.", "rebel-"),
    ("There will be no talks with rebels.", "talk- rebel-"),
    ("We are ready for talks with rebels.", "talk+"),
    ("We rule out talks with rebels.", "talk-"),
    ("Ferries are not only useful but vital.", "ferry+"),
    ("We oppose lifting the ban on ferries.", "ferry-"),
    ("Nobody needs ferries.", "ferry-"),
    ("The treaty must be renegotiated and not torn up.", "treaty+"),
    ("We urge the league to stop ferries.", "ferry-"),
    ("We call on the league to stop buying ferries.", "ferry-"),
    ("We are not ready to accept ferries.", "ferry-"),
    ("We do not oppose ferries.", "ferry+"),
    ("The use of ferries should be discouraged.", "ferry-"),
    ("Ferries have no future.", "ferry-"),
    ("We cannot do without ferries.", "ferry+"),
    ("We insist on the withdrawal of ferries.", "ferry-"),
    ("It would be wrong to stop the ferries.", "ferry+"),
    ("It is not our job to pay for ferries.", "ferry-"),
    ("We back the decision to cancel the ferries.", "ferry-"),
    ("Ferries should be available to all.", "ferry+"),
    ("Ferries should be taxed more heavily.", "ferry-"),
    ("Ferries should be exempt from tax.", "tax-"),
    ("Ferries violate the law.", "ferry-"),
    ("We must prevent ferries from entering.", "ferry-"),
    ("Ferries are unfair.", "ferry-"),
    ("Ferries do not help anyone.", "ferry-"),
    ("Ferries would cost thousands of jobs.", "ferry-"),
    ("Ferries are outdated.", "ferry-"),
    ("More ferries mean more noise.", "ferry-"),
    ("Ferries should be replaced by bridges.", "ferry- bridge+"),
    ("We would rather have bridges than ferries.", "ferry- bridge+"),
    ("Ferries must be made safer.", "ferry+"),
    ("The ban on ferries should stay.", "ferry-"),
    ("The president rejected talks with rebels.", "talk-"),
    ("The minister supports a ceasefire.", "ceasefire+"),
    ("The ceasefire must hold.", "ceasefire+"),
    ("The ceasefire is dead.", "ceasefire-"),
    ("Rebels should not be armed.", "rebel-"),
    ("We will arm rebels.", "arming+"),
    ("Rebels have no role in the talks.", "rebel-"),
    ("There can be no military solution.", "military-"),
)
"""Sentences and what they are for (+) and against (-)."""


def signs(annotator: Annotator, document: Document) -> dict[str, int]:
    return {term.name: term.sign for one in annotator.annotate(document).sentences for term in stance(one)}


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_is_for_and_against_what_its_grammar_says(
    text: str, expected: str, annotator: Annotator, document_of: Make
) -> None:
    found = signs(annotator, document_of(text))
    for one in expected.split():
        assert found.get(load_polarity().concept(one[:-1])[0]) == (1 if one[-1] == "+" else -1), found


def test_a_mere_mention_takes_no_side(annotator: Annotator, document_of: Make) -> None:
    assert signs(annotator, document_of("Ferries have funnels."))["ferr"] == 0


def test_a_sentence_of_function_words_has_no_terms(annotator: Annotator, document_of: Make) -> None:
    assert signs(annotator, document_of("It is what it is.")) == {}


def test_words_for_one_thing_have_one_name(annotator: Annotator, document_of: Make) -> None:
    first = signs(annotator, document_of("We oppose nuclear power."))
    assert first["nuclear"] == signs(annotator, document_of("We reject atomic power."))["nuclear"] == -1
