from __future__ import annotations

from pathlib import Path

import pytest

from evals import made
from onrecord.errors import LockedPage, MalformedPage, OversizedPage
from onrecord.read import read
from onrecord.schema import Page
from tests.read.helpers import given, lines, members, only


@pytest.mark.parametrize("name", ["page.pdf", "page.docx", "page.mhtml", "amp.html"])
def test_a_page_of_every_format_gives_its_headline_and_paragraphs(tmp_path: Path, name: str) -> None:
    found = only(tmp_path, name, made.every_format()[name])
    read_lines = [line for line in lines(found) if line[0] != "furniture"]
    assert read_lines == [("title", made.TITLE), *(("paragraph", one) for one in made.BODY)]
    assert found.title is not None and found.title.text == made.TITLE and found.title.start == 0


def test_a_format_is_told_by_its_bytes_where_the_name_says_nothing(tmp_path: Path) -> None:
    for name in ("page.pdf", "page.docx", "page.mhtml", "page.eml", "feed.rss", "crawl.wacz", "crawl.warc.gz"):
        found = [one for one in given(tmp_path, "download", made.every_format()[name]) if isinstance(one, Page)]
        assert found and read(found[0]).title, name


def test_a_paragraph_of_a_pdf_goes_on_over_the_end_of_a_sheet_and_running_heads_are_furniture(tmp_path: Path) -> None:
    sheet_one = [
        "The Courier 1",
        made.TITLE,
        "",
        "The minister said on Monday that the bridge over the river would be",
        "Page 1",
    ]
    sheet_two = ["The Courier 2", "open by May, and that the coun-", "cil had agreed.", "Page 2"]
    found = only(tmp_path, "a.pdf", made.pdf((sheet_one, sheet_two)))
    kinds = dict((text, kind) for kind, text in lines(found))
    joined = "The minister said on Monday that the bridge over the river would be open by May, and that the council had agreed."
    assert kinds[joined] == "paragraph"
    assert {kinds[head] for head in ("The Courier 1", "The Courier 2", "Page 1", "Page 2")} == {"furniture"}


def test_a_word_that_has_a_hyphen_elsewhere_keeps_it_at_a_lines_end(tmp_path: Path) -> None:
    first = "A cease-fire was signed in Mirhelm, the minister said on Monday, and the cease-"
    found = only(tmp_path, "a.pdf", made.pdf(((first, "fire held through the night, said the council."),)))
    assert "the cease-fire held" in found.text


def test_scanned_sheets_are_told_of_and_not_guessed_at(tmp_path: Path) -> None:
    found = only(tmp_path, "a.pdf", made.pdf(((made.TITLE, "", *made.BODY), (), ())))
    assert found.unread is None and found.unread_parts == ("PDF pages 2–3: no text layer (scanned or drawn)",)
    scan = only(tmp_path, "b.pdf", made.pdf(((), ())))
    assert (scan.text, scan.unread) == ("", "PDF pages 1–2: no text layer (scanned or drawn)")


def test_a_locked_or_broken_pdf_says_so() -> None:
    with pytest.raises(LockedPage, match="password"):
        read(Page("a.pdf", made.pdf(encrypt=True), "pdf"))
    with pytest.raises(MalformedPage, match="broken PDF"):
        read(Page("a.pdf", made.pdf().replace(b"startxref", b"startxxxx"), "pdf"))


def test_styles_of_a_word_document_tell_headline_headings_and_captions(tmp_path: Path) -> None:
    rows = [
        ("Title", "Bridge to open"),
        ("", made.BODY[0]),
        ("Heading1", "What the treaty says"),
        ("", made.BODY[1]),
        ("Caption", "The bridge, seen from the east bank."),
    ]
    found = only(tmp_path, "a.docx", made.docx(rows))
    assert [kind for kind, _ in lines(found)] == ["title", "paragraph", "subheading", "paragraph", "caption"]


def test_words_inserted_under_tracking_are_read_and_deleted_ones_are_not(tmp_path: Path) -> None:
    inner = (
        "<w:p><w:r><w:t>The minister did </w:t></w:r><w:ins><w:r><w:t>not </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>ever </w:delText></w:r></w:del><w:r><w:t>say that the bridge was safe.</w:t></w:r></w:p>"
    )
    found = only(tmp_path, "a.docx", made.docx(inner=inner))
    assert "The minister did not say that the bridge was safe." in found.text


def test_a_mail_gives_subject_sender_and_day_and_keeps_quoted_messages_apart(tmp_path: Path) -> None:
    body = f"{made.BODY[0]}\n\nOn Sun, 3 Mar 2019, Tomas Berrin wrote:\n> We never agreed to the plan.\n\n-- \nPress Office"
    found = only(tmp_path, "a.eml", made.mail("Bridge to open in May", body))
    kinds = dict((text, kind) for kind, text in lines(found))
    assert kinds["Bridge to open in May"] == "title" and kinds[made.BODY[0]] == "paragraph"
    assert {kinds["> We never agreed to the plan."], kinds["Press Office"]} == {"furniture"}
    assert found.byline is not None and found.byline.text == "Ministry Press Office"
    assert found.published is not None and (str(found.published.earliest), found.published.origin) == (
        "2019-03-04",
        "meta:Date",
    )


def test_a_mail_in_html_alone_loses_none_of_its_lines(tmp_path: Path) -> None:
    cells = f"<table><tr><td>{'<br><br>'.join(made.BODY)}</td></tr></table>"
    quoted = '<blockquote type="cite"><div>We never agreed to the plan.</div></blockquote>'
    raw = made.mail("Bridge to open in May", f"{cells}{quoted}").replace(b"text/plain", b"text/html")
    kinds = dict((text, kind) for kind, text in lines(only(tmp_path, "a.eml", raw)))
    assert [kinds[one] for one in made.BODY] == ["paragraph"] * 3
    assert kinds["We never agreed to the plan."] == "furniture" and kinds["Bridge to open in May"] == "title"


def test_a_mail_whose_character_set_has_a_broken_name_is_read(tmp_path: Path) -> None:
    head = b'Subject: Ferry sails\nMIME-Version: 1.0\nContent-Type: text/plain; charset="us\x00"\n'
    raw = head + b"Content-Transfer-Encoding: 8bit\n\nThe ferry to \xc3\x89lise sailed at dawn on Monday.\n"
    assert "Élise" in only(tmp_path, "a.eml", raw).text


def test_what_is_attached_to_a_mail_is_a_page_of_its_own(tmp_path: Path) -> None:
    found = given(tmp_path, "a.eml", made.mail(attached={"release.pdf": made.pdf(), "logo.png": b"\x89PNG"}))
    assert members(tmp_path, found) == ["a.eml", "a.eml!/release.pdf"]


def test_a_saved_pages_address_tells_its_day(tmp_path: Path) -> None:
    found = only(tmp_path, "a.mhtml", made.mhtml())
    assert found.url is not None and found.url.text.startswith("https://courier.example/")
    assert found.published is not None and (str(found.published.latest), found.published.origin) == (
        "2019-03-04",
        "url",
    )


def test_a_page_nested_beyond_reason_says_so_and_one_nested_deep_is_read() -> None:
    body = "".join(f"<p>{one}</p>" for one in made.BODY)
    deep = read(Page("a.html", f"<html><body>{'<div>' * 1500}{body}</body></html>".encode(), "html"))
    assert made.BODY[2] in deep.text
    with pytest.raises(MalformedPage, match="nested"):
        read(Page("a.html", f"<html><body>{'<div>' * 100_000}{body}".encode(), "html"))


def test_a_page_that_breaks_off_loses_its_half_sentence_and_says_so() -> None:
    whole = made.html()
    cut = whole[: whole.index(b"accused Sarvonia")]
    found = read(Page("a.html", cut, "html"))
    assert found.unread_parts and "Tomas Berrin" not in found.text and made.BODY[1] in found.text
    assert read(Page("a.html", whole, "html")).unread_parts == ()


def test_the_largest_letters_on_a_pdfs_first_sheet_are_its_headline(tmp_path: Path) -> None:
    found = only(tmp_path, "a.pdf", made.pdf((("Ministry of Transport", "", f"#{made.TITLE}", "", *made.BODY),)))
    assert ("title", made.TITLE) in lines(found) and found.title is not None and found.title.text == made.TITLE


@pytest.mark.parametrize("body", ["<p>x</p>" * 300_000, "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">Words."])
def test_more_tags_or_attributes_than_a_page_has_are_refused_at_once(body: str) -> None:
    with pytest.raises(OversizedPage, match="over the limit"):
        read(Page("a.html", f"<html><body>{body}</body></html>".encode(), "html"))
