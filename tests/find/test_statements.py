from __future__ import annotations

import pytest

from onrecord.schema import Findings, Statement
from tests.find.conftest import FindingsOf


def said(findings: Findings, speaker: str) -> list[Statement]:
    return [s for s in findings.statements if s.speaker is not None and s.speaker.text == speaker]


def words(statement: Statement) -> list[str]:
    return [piece.text for piece in statement.content]


def test_indirect_speech_has_its_clause_without_that(findings_of: FindingsOf) -> None:
    (one,) = said(findings_of("Minister Ana Novak said that the bridge would reopen in May."), "Minister Ana Novak")
    assert words(one) == ["the bridge would reopen in May"]
    assert (one.form, one.attitude) == ("indirect", "says")
    assert one.cue is not None and one.cue.text == "said"


def test_a_quote_before_its_speaker_is_direct_and_without_marks(findings_of: FindingsOf) -> None:
    (one,) = said(findings_of("“We will rebuild the bridge before winter,” said Ana Novak."), "Ana Novak")
    assert words(one) == ["We will rebuild the bridge before winter"]
    assert one.form == "direct"


def test_a_quotation_that_goes_on_after_the_speaker_is_one_statement(findings_of: FindingsOf) -> None:
    text = "“We will rebuild the bridge,” said Ana Novak. “It will take a year.”"
    (one,) = said(findings_of(text), "Ana Novak")
    assert words(one) == ["We will rebuild the bridge", "It will take a year."]


def test_a_quote_inside_indirect_speech_makes_it_mixed(findings_of: FindingsOf) -> None:
    (one,) = said(findings_of("Novak said the plan was “a gift to smugglers” and would fail."), "Novak")
    assert one.form == "mixed"
    assert "gift to smugglers" in one.content[0].text


def test_words_around_a_parenthetical_speaker_are_both_content(findings_of: FindingsOf) -> None:
    found = findings_of("The programme, Novak said, would go on until spring.")
    (one,) = said(found, "Novak")
    assert words(one) == ["The programme", "would go on until spring"]


def test_second_predicate_of_one_speaker_is_found(findings_of: FindingsOf) -> None:
    found = findings_of("Novak said the road was safe, adding that buses would run again.")
    assert [words(s) for s in said(found, "Novak")] == [["the road was safe"], ["buses would run again"]]


def test_according_to_names_the_speaker(findings_of: FindingsOf) -> None:
    (one,) = said(findings_of("Four bridges were damaged, according to the ministry."), "the ministry")
    assert words(one) == ["Four bridges were damaged"]


def test_a_quote_signed_with_a_dash_has_its_speaker(findings_of: FindingsOf) -> None:
    (one,) = said(findings_of("“Nobody asked the villagers what they wanted.” – Jana Beric"), "Jana Beric")
    assert one.form == "direct"


def test_a_colon_at_the_end_of_a_paragraph_introduces_the_next(findings_of: FindingsOf) -> None:
    (one,) = said(findings_of("Novak continued:\n“There is no plan to raise the toll.”"), "Novak")
    assert words(one) == ["There is no plan to raise the toll."]


def test_we_inside_a_quotation_makes_no_statement_of_its_own(findings_of: FindingsOf) -> None:
    found = findings_of("“We believe the toll is fair,” Novak said.")
    assert len(found.statements) == 1


def test_what_somebody_says_in_a_statement_stands_within_it(findings_of: FindingsOf) -> None:
    found = findings_of("The Gazette reported that Novak said the toll was fair.")
    (outer,) = said(found, "The Gazette")
    (inner,) = said(found, "Novak")
    assert inner.within == outer.id


def test_a_negated_saying_is_no_statement(findings_of: FindingsOf) -> None:
    found = findings_of("Novak did not say whether the toll would rise.")
    assert not found.statements
    assert [one.reason for one in found.nonstatements] == ["negated"]


def test_a_scare_quote_is_no_statement(findings_of: FindingsOf) -> None:
    assert not findings_of("The so-called “people’s bridge” opened on Monday.").statements


@pytest.mark.parametrize(
    ("title", "speaker", "content"),
    [
        ("Toll will not rise this year: minister", "minister", "Toll will not rise this year"),
        ("Minister: Toll will not rise this year", "Minister", "Toll will not rise this year"),
    ],
)
def test_a_headline_with_a_colon_has_a_speaker(findings_of: FindingsOf, title: str, speaker: str, content: str) -> None:
    (one,) = said(findings_of(title, title=True), speaker)
    assert words(one) == [content]


def test_a_topic_before_a_colon_speaks_nothing(findings_of: FindingsOf) -> None:
    found = findings_of("River dam: engineers find new cracks", title=True)
    assert not [s for s in found.statements if s.rule == "headline.colon"]


def test_a_transcript_gives_each_turn_to_its_name(findings_of: FindingsOf) -> None:
    text = "Reporter: When will the bridge open?\nNovak: In May, if the steel comes.\nReporter: And if not?\nNovak: Then in June."
    assert [words(s) for s in said(findings_of(text), "Novak")] == [["In May, if the steel comes."], ["Then in June."]]


def test_a_bare_denial_points_at_what_it_denies(findings_of: FindingsOf) -> None:
    found = findings_of("Norland accused Sudland of shelling the town of Berov. Sudland denied the accusation.")
    (claim,) = [s for s in found.statements if s.rule.startswith("accuse")]
    (denial,) = [s for s in found.statements if s.rule.startswith("deny")]
    assert denial.denies == (claim.id,)
    assert words(denial) == ["the accusation"]


def test_ids_do_not_hang_on_what_stands_elsewhere_on_the_page(findings_of: FindingsOf) -> None:
    alone = findings_of("Novak said the road was safe.").statements[0]
    after = [s for s in findings_of("Rain fell.\nNovak said the road was safe.").statements if s.cue][0]
    assert alone.id == after.id


def test_every_span_is_the_text_it_names(findings_of: FindingsOf) -> None:
    found = findings_of("“No,” said Novak. “Not in May.” He added that “steel is late”.")
    for statement in found.statements:
        for span in (*statement.content, *([statement.cue] if statement.cue else [])):
            assert found.document.text[span.start : span.end] == span.text


def test_a_verb_that_only_utters_a_noun_of_saying_is_no_second_statement(findings_of: FindingsOf) -> None:
    (one,) = findings_of("The minister expressed his hope that the bridge would open.").statements
    assert words(one) == ["the bridge would open"]
    rivals = findings_of("The minister repeated the union's claim that the bridge was unsafe.").statements
    assert len(rivals) == 2


def test_who_asks_in_an_interview_states_nothing_but_is_no_cover_for_what_is_quoted(findings_of: FindingsOf) -> None:
    text = "R.K.: Your rival says that you lied.\nNovak: It is wrong.\nR.K.: Will you stay?\nNovak: Yes, I will."
    found = findings_of(text)
    assert [s.speaker and s.speaker.text for s in found.statements] == ["Your rival", "Novak", "Novak"]
    assert [s.within for s in found.statements] == [None] * 3


def test_two_who_debate_both_speak_for_themselves(findings_of: FindingsOf) -> None:
    text = (
        "Mr Lind: The tax must go.\nMr Orlov: It must stay.\nMr Lind: It ruins farms.\nMr Orlov: It pays for schools."
    )
    assert len(said(findings_of(text), "Mr Lind")) == 2


def test_a_nested_saying_is_surer_with_a_named_speaker_than_with_a_pronoun(findings_of: FindingsOf) -> None:
    named = findings_of("Novak said the union believed that the bridge was unsafe.").statements[1]
    turn = findings_of("Novak said she believed that the bridge was unsafe.").statements[1]
    assert named.within is not None and turn.within is not None
    assert named.confidence > turn.confidence


def test_what_only_describes_a_speaker_is_no_statement_of_its_own(findings_of: FindingsOf) -> None:
    found = findings_of("An envoy commenting on the meeting said the two sides were close.")
    assert [s.cue.text for s in found.statements if s.cue] == ["said"]


def test_a_paragraph_of_quotation_goes_on_with_the_one_before(findings_of: FindingsOf) -> None:
    (one,) = findings_of("“The pump failed,” Ana Novak said.\n\n“We had asked for a new one in spring.”").statements
    assert words(one) == ["The pump failed", "We had asked for a new one in spring."]


def test_a_paragraph_of_quotation_after_indirect_speech_has_the_same_speaker(findings_of: FindingsOf) -> None:
    found = findings_of("Ana Novak said the pump had failed.\n\n“We had asked for a new one in spring.”")
    assert [words(one) for one in said(found, "Ana Novak")][1:] == [["We had asked for a new one in spring."]]
    assert said(found, "Ana Novak")[1].confidence >= 0.46


@pytest.mark.parametrize(
    "text",
    [
        "The union closed the gate in order to protect the pumps.",
        "Water is shared out according to international law.",
        "It is worth remembering that the firm had built the dam.",
        "Novak is certain to win the vote.",
    ],
)
def test_turns_of_phrase_that_report_nothing(findings_of: FindingsOf, text: str) -> None:
    assert findings_of(text).statements == ()


def test_a_speech_ahead_of_something_is_not_about_it(findings_of: FindingsOf) -> None:
    found = findings_of("Speaking ahead of the March election, Ana Novak praised the army.")
    assert [words(one) for one in found.statements] == [["the army"]]


def test_a_plan_that_nobody_is_said_to_have_is_left_out(findings_of: FindingsOf) -> None:
    found = findings_of("A plan to save the bank was on the table.")
    assert all(one.confidence < 0.46 for one in found.statements)


def test_what_is_denied_at_a_time_is_content(findings_of: FindingsOf) -> None:
    (one,) = said(findings_of("Ana Novak denied at the time that the dam was unsafe."), "Ana Novak")
    assert words(one) == ["the dam was unsafe"]


def test_a_quotation_of_several_paragraphs_is_one_statement(findings_of: FindingsOf) -> None:
    text = "Ana Novak said: “The dam is old.\n\n“We have asked for help for years now.\n\n“Nobody has answered any of our letters.”"
    (one,) = findings_of(text).statements
    assert words(one) == [
        "The dam is old.",
        "We have asked for help for years now.",
        "Nobody has answered any of our letters.",
    ]


def test_a_clause_beside_a_saying_is_not_its_content(findings_of: FindingsOf) -> None:
    found = findings_of("The river rose all week long and the mayor said the dam was safe.")
    assert [words(one) for one in said(found, "the mayor")] == [["the dam was safe"]]


def test_an_account_speaks_for_its_owner(findings_of: FindingsOf) -> None:
    (one,) = findings_of("Novak's X account posted: “Check the tape, please.”").statements
    assert one.speaker is not None
    assert one.speaker.text == "Novak's"


def test_a_headline_that_tells_what_the_page_holds_has_no_speaker_behind_its_dash(findings_of: FindingsOf) -> None:
    found = findings_of("Novak talks of her family and her texts – everything the party chief said", title=True)
    assert not any(one.rule.startswith("headline") for one in found.statements)
