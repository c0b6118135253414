from __future__ import annotations

from onrecord.read.dump import label

HEAD = "Orland accuses Vesna of shelling border villages"
LEAD = "Orland accused its neighbour Vesna on Sunday of shelling three villages on the disputed border, officials said."
SECOND = "The defence minister told reporters that the army would answer if the shelling did not stop within a day."
TEASER = "The storm that hit the coast on Friday has left thousands of people without power, the grid operator said."


def title(*lines: str) -> str | None:
    page = label("\n\n".join(lines))
    return page.lines[page.title].text if page.title is not None else None


def test_the_path_of_sections_to_the_headline_is_none() -> None:
    assert title("Menu", f"Home World {HEAD}", HEAD, "March 4, 2019", LEAD, SECOND) == HEAD


def test_what_tells_the_reader_to_do_something_is_none() -> None:
    assert title("Click here to send us your story", HEAD, "Share", LEAD, SECOND) == HEAD
    assert title("Scroll back to the head of this page", "Top", "World", HEAD, "By Ana Reth", LEAD, SECOND) == HEAD


def test_names_and_a_day_under_the_headline_are_none() -> None:
    assert title(HEAD, "Ana Reth, Ben Oro, Cleo Vance | VALLEY TODAY", "March 4, 2019", LEAD, SECOND) == HEAD
    assert title(HEAD, "27 Marzo, 2019 por Redacción", LEAD, SECOND) == HEAD


def test_a_headline_with_its_date_below_a_blurb_is_found_and_the_blurb_is_not_read() -> None:
    page = label("\n\n".join([TEASER, HEAD, "Ana Reth", "4 March 2019", LEAD, SECOND]))
    kinds = [kind for kind, _ in zip(page.kinds, page.lines, strict=True)]
    assert kinds == ["related", "title", "byline", "date", "paragraph", "paragraph"]


def test_a_headline_with_a_full_stop_counts_where_a_byline_follows() -> None:
    said = "Officials return to the valley. Some say that they should not."
    assert title("Menu", "Politics", said, "By Ana Reth", LEAD, SECOND) == said


def test_a_dated_headline_under_a_menu_of_stories_goes_before_it() -> None:
    cards = ["Storm leaves thousands without power on the coast", TEASER, "Bridge to open by the end of the year"]
    menu = [f"Section number {at} of the outlet" for at in range(30)]
    assert title(*cards, *menu, HEAD, "September 16, 2019 at 4:59 pm", LEAD) == HEAD


def test_share_buttons_do_not_part_a_headline_from_its_byline() -> None:
    teaser = "Storm leaves thousands without power on the coast"
    buttons = ("Share", "Facebook", "Twitter", "Email", "Print")
    assert title(teaser, "News", "Politics", HEAD, *buttons, "By Ana Reth", LEAD, SECOND, teaser) == HEAD


def test_a_line_in_small_letters_is_a_section_not_a_headline() -> None:
    assert title("orland border villages", HEAD, "By Ana Reth", LEAD, SECOND) == HEAD


def test_the_article_starts_where_the_headline_stands_again_with_its_byline() -> None:
    prompt = "You can send the story to a friend, and we will tell your friend that it was you who sent it."
    more = [f"The two neighbours met again on that day, and they spoke for hour number {at} of it." for at in range(4)]
    page = label("\n\n".join([HEAD, prompt, HEAD, "By Ana Reth", "4 March 2019", LEAD, SECOND, *more]))
    read = {line.text for line, kind in zip(page.lines, page.kinds, strict=True) if kind == "paragraph"}
    assert LEAD in read and more[-1] in read
    assert page.body[0] == 5
