from __future__ import annotations

import pytest

from onrecord.read import read
from onrecord.schema import Page

ARTICLE = """Vesna says it will reopen the Karsk crossing

Vesna said on Tuesday that it would reopen the crossing at Karsk within a week of the talks.

The decision follows a month of talks between the two neighbours, which both called difficult.

"We want trade to flow," the deputy minister told reporters in the capital on Tuesday.
"""

BULLETS = """
Reader Comments (2)

  • Peter
    Jun 12, 2018 - 7:11AM

    I will believe that this crossing is open when I see it with my own eyes.Recommend

  • ana maria
    Jun 12, 2018 - 8:40AM

    Good news for the farmers who lost so much in the last few years.Recommend
"""
PIPES = """
Our Publications

Peter | 9 years ago | Reply I will believe that this crossing is open when I see it with my own eyes.
ana | 9 years ago | Reply

Good news for the farmers who lost so much in the last few years.
"""
SAYS = """
2 thoughts on “Vesna says it will reopen the Karsk crossing”

Peter says:
June 12, 2018 at 5:15 pm
I will believe that this crossing is open when I see it with my own eyes.
Reply

ana maria says:
June 13, 2018 at 9:02 am
Good news for the farmers who lost so much in the last few years.
Reply
"""
DISQUS = """
Comments

Peter • 5 years ago
I will believe that this crossing is open when I see it with my own eyes.
2 • Reply • Share ›

Guest > Peter • 5 years ago
Good news for the farmers who lost so much in the last few years.
• Reply • Share ›
"""
BARE = """
Comments

I will believe that this crossing is open when I see it with my own eyes.
Good news for the farmers who lost so much in the last few years.
"""
AGES = """
Comments (2)
Sort by: Newest
Peter
45 days ago
I will believe that this crossing is open when I see it with my own eyes.
0 0 Reply Flag
ana
46 days ago
Good news for the farmers who lost so much in the last few years.
1 0 Reply Flag
"""
FACEBOOK = """
Facebook Conversations

I will believe that this crossing is open when I see it with my own eyes.
Good news for the farmers who lost so much in the last few years.
"""


def labelled(text: str) -> list[tuple[str, str]]:
    found = read(Page("page.txt", text.encode("utf-8"), "text"))
    return [(block.kind, text[block.start : block.end]) for block in found.blocks]


@pytest.mark.parametrize("tail", [BULLETS, PIPES, SAYS, DISQUS, BARE, AGES, FACEBOOK])
def test_what_readers_wrote_is_never_article(tail: str) -> None:
    found = labelled(ARTICLE + tail)
    assert [kind for kind, _ in found[:4]] == ["title", "paragraph", "paragraph", "paragraph"]
    assert not {kind for kind, _ in found[4:]} & {"title", "paragraph", "subheading"}
    assert sum(kind == "comment" for kind, own in found if "crossing is open" in own or "farmers" in own) == 2


def test_other_stories_after_the_comments_are_no_comments() -> None:
    assert labelled(ARTICLE + BULLETS + "\nMore in Vesna\n")[-1] == ("related", "More in Vesna")


def test_a_link_to_comments_above_the_article_does_not_hide_it() -> None:
    lines = ARTICLE.split("\n\n")
    found = labelled("\n\n".join([lines[0], "24 Comments", "Share", *lines[1:]]))
    assert [kind for kind, _ in found].count("paragraph") == 3


def test_a_link_to_comments_inside_the_article_does_not_hide_the_rest() -> None:
    lines = ARTICLE.strip().split("\n\n")
    rest = [f"{one} It was the {number}th such talk." for number, one in enumerate(lines[1:] * 2, 4)]
    found = labelled("\n\n".join([*lines, "Comments", "Share", *rest]))
    assert [kind for kind, _ in found].count("paragraph") == 9


def test_a_page_of_nothing_but_comments_has_no_article() -> None:
    found = labelled(BULLETS.split("\n", 2)[2] + BULLETS.split("\n", 2)[2])
    assert not {kind for kind, _ in found} & {"paragraph", "subheading"}


def test_a_speaker_quoted_in_the_article_starts_no_comments() -> None:
    said = "She said:\n\n“We agreed on this in March, and we will hold to what was agreed then.”"
    found = labelled(ARTICLE + "\n" + said)
    assert found[-1][0] == "paragraph"


NAMES = ("Peter", "ana maria", "BigJim", "Old Timer", "Cleo V.")
FORMS = {
    "age": "{name}\n\n3 hours ago\n\n{text}",
    "age on the line": "{name} 3 hours ago\n\n{text}",
    "day and time on the line": "{name} March 5, 2019 at 5:12 AM\n\n{text}",
    "day alone": "{name}\n\nMarch 5, 2019\n\n{text}",
    "place and age": "{name}, Karsk, Vesna, 3 hours ago\n\n{text}\n\n12\n\nClick to rate",
    "points": "[-] {name} 12 points 2 years ago\n\n{text}\n\npermalink embed save report reply",
    "age and counts": "{name}\n\n5d ago\n\n{text}\n\n12 Reply 3 0",
}
SAID = "I will believe that this crossing is open when I see it with my own eyes, and not a day sooner than that, number {at}."


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize("head", ["", "Comments\n\n"], ids=["bare", "headed"])
def test_a_thread_longer_than_the_article_stays_out_of_it(form: str, head: str) -> None:
    thread = "\n\n".join(form.format(name=name, text=SAID.format(at=at)) for at, name in enumerate(NAMES * 3))
    found = labelled(f"{ARTICLE}\n\n{head}{thread}")
    assert [kind for kind, own in found if "my own eyes" in own] == ["comment"] * 15
    assert [kind for kind, _ in found[:4]] == ["title", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("form", ["{name}\n\n{text}", "{name}: {text}", "{name} wrote:\n\n{text}"])
def test_under_a_heading_names_over_short_texts_are_enough(form: str) -> None:
    thread = "\n\n".join(form.format(name=name, text=SAID.format(at=at)) for at, name in enumerate(NAMES * 3))
    found = labelled(f"{ARTICLE}\n\nComments\n\n{thread}")
    assert {kind for kind, own in found if "my own eyes" in own} == {"comment"}


def test_the_same_writer_over_each_entry_is_a_live_blog() -> None:
    entry = "Ana Reth2 March 2019 2{at}:16\n\nThe talks of the two neighbours went on into the night, they said, round {at}."
    found = labelled(ARTICLE + "\n" + "\n\n".join(entry.format(at=at) for at in range(4)))
    assert "comment" not in {kind for kind, _ in found}


def test_a_count_of_comments_over_a_long_article_does_not_hide_it() -> None:
    lines = ARTICLE.strip().split("\n\n")
    more = [f"The two neighbours met again on that day, and they spoke of crossing number {at}." for at in range(8)]
    thread = "\n\n".join(FORMS["age"].format(name=name, text=SAID.format(at=name)) for name in NAMES)
    found = labelled("\n\n".join([lines[0], lines[1], "Comments (79)", *lines[2:], *more, thread]))
    assert [kind for kind, own in found if "crossing number" in own] == ["paragraph"] * 8
    assert {kind for kind, own in found if "my own eyes" in own} == {"comment"}


@pytest.mark.parametrize("age", ["3 days ago", "4h ago", "2 days ago (edited)"])
def test_a_comments_age_is_kept_among_the_comments(age: str) -> None:
    thread = "\n".join(["12 Comments", "Peter", age, "I will believe it when I see it with my own eyes.", "Reply"] * 2)
    found = read(Page("page.txt", (ARTICLE + "\n" + thread).encode(), "text"))
    assert [block.kind for block in found.blocks if found.text[block.start : block.end] == age] == ["comment"] * 2


def test_an_interview_under_a_heading_discussion_is_no_thread() -> None:
    turns = "Discussion\n\n" + "\n\n".join(
        f"{who}: {what}"
        for who, what in (
            ("Host", "Why has the ministry waited for so long to open the crossing again?"),
            ("Minister", "We had to be sure that the guards on both sides would keep to the agreement."),
            ("Host", "And what happens if one of them does not keep to it in the end?"),
            ("Minister", "Then the crossing will be closed again, as both of us have said."),
        )
    )
    found = read(Page("page.txt", (ARTICLE + "\n" + turns).encode(), "text"))
    assert not [block for block in found.blocks if block.kind == "comment"]
