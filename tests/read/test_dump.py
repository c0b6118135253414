from __future__ import annotations

from onrecord.read import read
from onrecord.read.dump import label
from onrecord.schema import Document, Page


def kinds(text: str) -> dict[str, str]:
    """Each block's words and what they were labelled."""
    return {text[block.start : block.end]: block.kind for block in document(text).blocks}


def document(text: str) -> Document:
    return read(Page("page.txt", text.encode("utf-8"), "text"))


def read_words(text: str) -> str:
    """All that is read for entries."""
    page = document(text)
    return "\n".join(text[b.start : b.end] for b in page.blocks if b.kind in ("title", "paragraph", "subheading"))


LEAD = "Orland accused its neighbour Vesna on Sunday of shelling three villages on the disputed border, officials said."
SECOND = "The defence minister told reporters that the army would answer if the shelling did not stop within a day."
THIRD = "Vesna said that it had fired no shells, and that it was ready to let observers into the valley."
HEAD = "Orland accuses Vesna of shelling border villages"


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def test_a_plain_page_has_its_headline_and_paragraphs() -> None:
    found = kinds(page(HEAD, LEAD, SECOND, THIRD))
    assert found == {HEAD: "title", LEAD: "paragraph", SECOND: "paragraph", THIRD: "paragraph"}


def test_every_line_is_covered_once_in_order_with_a_reason() -> None:
    text = page(
        "SITE.EXAMPLE", "Menu", HEAD, "By Ana Reth", LEAD + " Click to comment", "•", THIRD, "© 2019 The Courier"
    )
    last = 0
    for block in document(text).blocks:
        assert block.start >= last and block.why
        assert not text[last : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        last = block.end
    assert not text[last:].strip()


def test_carriage_returns_stay_in_the_text_and_out_of_the_blocks() -> None:
    text = "\r\n\r\n".join((HEAD, LEAD, SECOND))
    found = document(text)
    assert found.text == text
    assert [found.text[block.start : block.end] for block in found.blocks] == [HEAD, LEAD, SECOND]


def test_the_headline_is_found_under_menus_and_mastheads() -> None:
    text = page(
        "Home", "News", "World", "The Valley Courier", "Today's Paper | June 4, 2024", HEAD, "By Ana Reth", LEAD, SECOND
    )
    assert document(text).title is not None
    assert kinds(text)[HEAD] == "title"
    assert "Courier" not in read_words(text)


def test_a_standfirst_without_full_stop_does_not_take_the_headlines_place() -> None:
    standfirst = "Shelling enters its fifth day as both of the governments trade blame over a dispute about the valley"
    assert kinds(page(HEAD, standfirst, "Ana Reth", "3 March 2019", LEAD, SECOND))[HEAD] == "title"


def test_a_one_line_quotation_between_paragraphs_is_kept() -> None:
    assert kinds(page(HEAD, LEAD, "“We are ready,” she said.", SECOND))["“We are ready,” she said."] == "paragraph"


def test_a_short_line_after_a_subheading_at_the_end_is_kept() -> None:
    text = page(
        HEAD,
        LEAD,
        SECOND,
        "‘No way back’",
        "The spokesman would not say when the talks would go on.",
        "Related stories",
        "Storm hits the coast",
    )
    found = kinds(text)
    assert found["‘No way back’"] == "subheading"
    assert found["The spokesman would not say when the talks would go on."] == "paragraph"
    assert found["Storm hits the coast"] == "related"


def test_headlines_of_other_stories_inside_the_article_are_not_read() -> None:
    other = "Vesna recalls its ambassador from Karsk after new shelling"
    found = kinds(page(HEAD, LEAD, other, SECOND, "Also read: What the border dispute is about", THIRD))
    assert found[other] == "related"
    assert found["Also read: What the border dispute is about"] == "related"


def test_paragraphs_after_a_box_of_other_stories_are_kept() -> None:
    box = ("Most Read", "Storm hits the coast", "Ana Reth", "Parliament votes on the budget", "Jon Aro")
    text = page(HEAD, LEAD, SECOND, *box, THIRD + " It said so twice.", SECOND + " He did not say how.")
    found = kinds(text)
    assert found[THIRD + " It said so twice."] == "paragraph"
    assert found["Parliament votes on the budget"] == "related"


def test_furniture_glued_to_a_sentence_is_parted_from_it() -> None:
    notice = "This website uses cookies to improve your experience."
    found = kinds(page(HEAD, LEAD, THIRD + notice, SECOND + " Click to comment"))
    assert found[THIRD] == "paragraph" and found[notice] == "furniture"
    assert found[SECOND] == "paragraph" and found["Click to comment"] == "furniture"


def test_a_sentence_about_a_website_is_no_cookie_notice() -> None:
    told = "The regulator said on Monday that the company had used cookies to follow people across other websites."
    assert kinds(page(HEAD, LEAD, told, SECOND))[told] == "paragraph"


def test_a_list_under_a_colon_belongs_to_the_article() -> None:
    found = kinds(
        page(HEAD, LEAD, "The government calls on all sides to:", "* stop the shelling", "* let observers in")
    )
    assert found["* let observers in"] == "paragraph"


def test_a_wrapped_text_comes_in_paragraphs() -> None:
    text = (
        "Orland said on Monday that it had asked the court in Karsk to review\n"
        "the sentence of the two engineers who were arrested near the border in\n"
        "May. The request was handed over by the ambassador, who was not\n"
        "allowed to see the two men.\n\n"
        "The ministry added that it would consider further steps if the\n"
        "request was turned down, and that it expected an answer soon.\n"
    )
    assert [block.kind for block in document(text).blocks] == ["paragraph", "paragraph"]


def test_captions_are_told_by_credit_repetition_and_label() -> None:
    repeated = "Foreign Minister Lena Aro in Karsk"
    text = page(HEAD, repeated, repeated, LEAD, "Marchers in Karsk on Monday. PHOTO: COURIER", SECOND)
    found = kinds(text)
    assert found[repeated] == "caption"
    assert found["Marchers in Karsk on Monday. PHOTO: COURIER"] == "caption"


def test_a_name_and_a_date_on_one_line_become_byline_and_date() -> None:
    found = kinds(page(HEAD, "Ana Reth March 03, 2019", LEAD, SECOND))
    assert found["Ana Reth"] == "byline" and found["March 03, 2019"] == "date"


def test_a_transcript_is_read_turn_by_turn() -> None:
    turns = (
        "QUESTION: Will you meet him?",
        "MINISTER ARO: We will meet when the shelling stops.",
        "QUESTION: When?",
        "MINISTER ARO: Soon.",
    )
    found = kinds(page("Interview with Minister Aro on the border", *turns))
    assert [found[turn] for turn in turns] == ["paragraph"] * 4


def test_words_that_may_be_all_there_is_are_kept() -> None:
    assert kinds("Vesna and Orland agree to talk")["Vesna and Orland agree to talk"] == "paragraph"


def test_a_line_over_the_limit_is_labelled_and_left_unread() -> None:
    found = document("the army said that it would go " * 10_000)
    assert [block.kind for block in found.blocks] == ["furniture"]
    assert "over the limit" in found.blocks[0].why
    assert found.unread is not None


def test_labelling_takes_time_in_step_with_length() -> None:
    assert len(label("Oct 10, 2017 - 7:11AM\n" * 2_000).lines) == 2_000
    assert len(label("|" * 100_000 + "\n" + "a " * 90_000).lines) == 2


def test_a_text_that_repeats_itself_is_still_read() -> None:
    assert {block.kind for block in document((LEAD + "\n\n") * 50).blocks} == {"paragraph"}


FOURTH = "Observers of the two neighbours met in the valley on Friday, and they agreed to meet again within a month."


def test_each_entry_of_a_live_blog_keeps_its_heading() -> None:
    entries = [
        ("8:31PM", "Army says that it will answer at dawn", LEAD),
        ("8:14PM", "Vesna says that it fired no shells", THIRD),
        ("7:55PM", "Minister tells reporters of the last talks", SECOND),
        ("7:20PM", "Observers set out for the valley at last", FOURTH),
        ("7:01PM", "Welcome to our account of the day", SECOND),
    ]
    found = kinds(page(HEAD, LEAD, *(line for entry in entries for line in entry)))
    assert [found[entry[1]] for entry in entries] == ["subheading"] * 5
    assert [found[entry[0]] for entry in entries] == ["date"] * 5


def test_a_blurb_with_its_date_inside_the_article_is_another_storys() -> None:
    other, blurb = (
        "Storm leaves thousands without power",
        "The grid operator said that it would take days to mend all the lines.",
    )
    found = kinds(
        page(HEAD, LEAD, SECOND, THIRD, FOURTH, "World", other, blurb, "Feb. 26, 2019", f"{THIRD} Nobody was hurt.")
    )
    assert (found[other], found[blurb]) == ("related", "related")
    assert found[f"{THIRD} Nobody was hurt."] == "paragraph"


def test_a_list_that_a_colon_opens_ends_the_article() -> None:
    places = ("Karsk", "Upper Vale", "Long Bridge", "Old Mill", "The Quay")
    found = kinds(page(HEAD, LEAD, SECOND, "Observers will visit these villages:", *places, "Share", "Contact us"))
    assert [found[place] for place in places] == ["paragraph"] * 5
    assert found["Contact us"] == "furniture"


def test_other_stories_under_their_head_are_not_read_though_they_are_sentences() -> None:
    cards = (
        "A writer’s year with a circus, and what came of it.",
        "Who owns the strangest house in the valley?",
        "The politics behind a children’s book.",
    )
    found = kinds(page(HEAD, LEAD, SECOND, THIRD, "Valley Favourites", *cards))
    assert not {found[card] for card in cards} & {"paragraph", "subheading"}


def test_text_under_a_long_footer_is_no_article() -> None:
    menu = [f"* Page {name}" for name in "abcdefghijklmnopqrstuvwxyz"]
    rules = "By using this form you agree that we keep what you write, and that we may show it to others on our pages."
    found = kinds(page(HEAD, LEAD, SECOND, THIRD, *menu, "Password", rules, f"Again: {rules}", f"Once more: {rules}"))
    assert not {found[rules], found[f"Again: {rules}"]} & {"paragraph", "subheading"}


def test_a_caption_is_told_by_its_tense_and_its_date_or_by_a_name_in_brackets() -> None:
    seen = "Minister Aro speaks during a news conference, Thursday, June 29, 2019, in Karsk on the border of the two."
    shown = "The village of Karsk after the shelling of Sunday night."
    found = kinds(page(HEAD, seen, LEAD, SECOND, shown, "(Ana Reth / Valley Press)", THIRD))
    assert (found[seen], found[shown], found["(Ana Reth / Valley Press)"]) == ("caption", "caption", "caption")


def test_a_sentence_broken_in_two_is_read_whole() -> None:
    first, rest = (
        "The army is to follow the same path as the northern neighbour's Frontier Guard",
        ", which left the valley.",
    )
    found = kinds(page(HEAD, LEAD, SECOND, first, rest, THIRD))
    assert (found[first], found[rest]) == ("paragraph", "paragraph")


def test_lines_made_to_mislead_the_patterns_take_no_longer() -> None:
    lines = ["(" + "A" * 400 + "!", "reply " + "1" * 400 + "x", "[x] " + "a" * 400, "on " + "a" * 500 + "ed"]
    thread = ["Peter", "3 hours ago", "I said that it was so, and that was all there was to it."]
    assert label("\n\n".join([*lines * 20, *thread * 2000, *["Home"] * 5000])).lines


def test_a_second_story_on_a_page_is_reported_and_not_read_as_the_first() -> None:
    second = (
        "Storm leaves thousands without power in the north\n\nBy Jon Falk\n\n"
        "A storm that hit the northern coast on Wednesday left 9,000 homes without power, the grid operator said.\n\n"
        "Crews were working to restore the lines before the night, a spokesman for the operator said on Thursday.\n"
    )
    first = (
        "Council approves harbour sale after a night of debate\n\nBy Ada Lorne\n\n"
        "The council of Mirhelm approved the sale of the harbour early on Thursday after a debate that lasted all night.\n\n"
        "Mayor Piet Solle said that the city had no other way to pay its debts, and that nobody liked to do it.\n\n"
    )
    found = read(Page("page.txt", (first + second).encode(), "text"))
    assert found.unread_parts == ("another story on the page: Storm leaves thousands without power in the north",)
    kept = [found.text[block.start : block.end] for block in found.blocks if block.kind == "paragraph"]
    assert len(kept) == 2 and "spokesman" not in " ".join(kept)
