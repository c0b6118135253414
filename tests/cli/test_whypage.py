from __future__ import annotations

from onrecord.cli.whypage import page_facts
from onrecord.read import read
from onrecord.schema import Page

BODY = (
    "Orland accused its neighbour on Monday of shelling two villages on the border, and said that it would answer.\n\n"
    "The foreign ministry in Vesna denied the charge and asked for talks about the border as soon as possible.\n"
)


def facts(text: str, **beside: str) -> list[tuple[str, str]]:
    return list(page_facts(read(Page("page.txt", text.encode(), "text", metadata=beside))))


def test_each_date_stands_with_its_words_its_kind_and_why_it_lost() -> None:
    text = (
        f"Orland accuses Vesna of shelling border villages\n\nPublished 4 March 2019\n\nUpdated 6 March 2019\n\n{BODY}"
    )
    told = facts(text + "\nRelated stories\n\nStorm hits the coast\n\n12 February 2019\n")
    assert ("published", "2019-03-04 from “4 March 2019” (stated)") in told
    assert [value for label, value in told if label == "taken"] == [
        "2019-03-04 from “4 March 2019” (60–72): a date line that says published"
    ]
    lost = [value for label, value in told if label == "not taken"]
    assert lost[0].endswith("the date of an update; a date line that says published counts for more")
    assert lost[1].startswith("2019-02-12 from “12 February 2019”")


def test_a_day_given_beside_the_page_is_the_one_taken() -> None:
    told = facts(f"Orland accuses Vesna of shelling border villages\n\n4 March 2019\n\n{BODY}", published="2019-03-05")
    assert [value for label, value in told if label == "taken"] == [
        "2019-03-05 from “2019-03-05” (input): given beside it"
    ]
    assert [value for label, value in told if label == "not taken"][0].endswith(
        "; a day given beside the page counts for more"
    )


def test_a_page_without_a_date_says_so() -> None:
    told = facts(f"Orland accuses Vesna of shelling border villages\n\n{BODY}")
    assert ("published", "not known: no date of publication on the page") in told


def test_a_day_after_the_capture_of_the_page_is_refused() -> None:
    text = f"Orland accuses Vesna of shelling border villages\n\n4 March 2019\n\n{BODY}"
    told = facts(text, captured="2019-02-01T10:00:00Z")
    assert not [value for label, value in told if label == "taken"]
    assert any("after 2019-02-01, when an archive captured the page" in value for _, value in told)
