from __future__ import annotations

import pytest

from onrecord.schema import Statement
from tests.find.conftest import FindingsOf


def cued(resolved_of: FindingsOf, text: str, cue: str) -> Statement:
    (one,) = [each for each in resolved_of(text).statements if each.cue is not None and each.cue.text == cue]
    return one


@pytest.mark.parametrize(
    ("text", "cue", "addressee"),
    [
        ("“It is closed,” Novak told a news conference.", "told", "a news conference"),
        ("“It is closed,” Novak told the audience.", "told", "the audience"),
        ("Novak asked returning donors to boil their water.", "asked", "returning donors"),
    ],
)
def test_whoever_is_told_is_the_addressee(resolved_of: FindingsOf, text: str, cue: str, addressee: str) -> None:
    one = cued(resolved_of, text, cue)
    assert one.addressee is not None and one.addressee.text == addressee


def test_a_story_that_is_told_is_no_addressee(resolved_of: FindingsOf) -> None:
    assert all(one.addressee is None for one in resolved_of("“It is closed,” Novak told the story.").statements)


def test_what_a_speaker_goes_on_to_say_is_said_on_the_same_day(resolved_of: FindingsOf) -> None:
    text = (
        "Minister Ana Novak said on 4 March 2021 that it was done. “They listened,” she remarked. Jana Beric denied it."
    )
    first, second = cued(resolved_of, text, "said"), cued(resolved_of, text, "remarked")
    assert first.when.text == "4 March 2021"
    assert second.when == first.when
    assert all(one.when.start is None for one in resolved_of(text).statements if one.cue and one.cue.text == "denied")


def test_what_was_said_a_day_before_the_main_clause_is_said_on_that_day(resolved_of: FindingsOf) -> None:
    text = "Troops left on 4 March 2021, a day after the minister warned that the bridge would fall."
    when = cued(resolved_of, text, "warned").when
    assert (when.text, str(when.earliest), str(when.latest)) == ("a day after", "2021-03-03", "2021-03-03")


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("Locals said that the bridge was closed.", "unnamed"),
        ("His critics said that the bridge was closed.", "unnamed"),
        ("The chief of staff said that the bridge was closed.", "unnamed"),
        ("The health ministry said that the bridge was closed.", "official"),
        ("Relief agencies said that the bridge was closed.", "official"),
        ("Kenya said that the bridge was closed.", "official"),
        ("Jana Beric said that the bridge was closed.", "other"),
    ],
)
def test_people_without_a_name_are_unnamed_and_bodies_are_not(
    resolved_of: FindingsOf, text: str, capacity: str
) -> None:
    one = cued(resolved_of, text, "said")
    assert one.speaker is not None and one.speaker.capacity == capacity


def test_a_time_in_what_one_says_dates_no_other_saying(resolved_of: FindingsOf) -> None:
    text = "The premier thanked Norland and confirmed that the envoy would travel there in April 2019."
    assert all(one.when.start is None for one in resolved_of(text).statements)
    nested = "The mayor said that the union warned on 4 May 2019 that it would strike."
    assert cued(resolved_of, nested, "warned").when.text == "4 May 2019"


def test_how_long_a_saying_went_on_is_no_day_of_it(resolved_of: FindingsOf) -> None:
    text = "Published on 4 May 2019. Norland has said for the past nine years that the dam is safe."
    assert cued(resolved_of, text, "said").when.start is None
