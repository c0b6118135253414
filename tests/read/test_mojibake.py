from __future__ import annotations

from onrecord.read.mojibake import cleared, repairs
from onrecord.schema import Block, Document, Findings, Sourced, Span, Statement


def page(text: str) -> Document:
    return Document("d", "d", "a.txt", text, (Block("paragraph", 0, len(text), ""),), title=Sourced(text[:5], 0, 5))


def wrong(text: str) -> str:
    """What UTF-8 becomes when it is taken for Windows-1252 as browsers have it."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def test_letters_that_were_decoded_wrongly_are_repaired_in_the_view_alone() -> None:
    right = "“Zoë’s plan – €5, £3 – is a café,” she said."
    found = cleared(page(wrong(right)))
    assert found is not None and found.document.text == right
    assert found.original.text == wrong(right)


def test_a_closing_mark_whose_last_byte_was_lost_is_one() -> None:
    found = cleared(page("He said â€œnoâ€ and left."))
    assert found is not None and found.document.text == "He said “no” and left."


def test_text_that_is_right_is_left_alone() -> None:
    for text in ("Zoë said “no”.", "Ça va, São Paulo, CAFÉ», Åland, Âge d’or, Ãlvaro", "naïve façade", "SÃO PAULO"):
        assert list(repairs(text)) == [] and cleared(page(text)) is None, text


def test_what_is_found_in_the_view_is_moved_to_the_pages_own_words() -> None:
    text = wrong("“No,” said Zoë. She left.")
    found = cleared(page(text))
    assert found is not None
    view = found.document.text
    cue = Span.of(view, view.index("said"), view.index("said") + 4)
    name = Span.of(view, view.index("Zoë"), view.index("Zoë") + 3)
    content = Span.of(view, 0, 5)
    one = Statement("s", "d", "paragraph", cue, (content, name), "direct", "says")
    (moved,) = found.back(Findings(found.document, (one,))).statements
    assert moved.cue is not None
    for span, words in ((moved.cue, "said"), (moved.content[0], wrong("“No,”")), (moved.content[1], wrong("Zoë"))):
        assert (span.text, text[span.start : span.end]) == (words, words)
    assert found.document.title is not None and found.document.title.text == view[: found.document.title.end]
