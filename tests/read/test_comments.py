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
