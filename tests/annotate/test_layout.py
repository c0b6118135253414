from __future__ import annotations

import pytest

from onrecord.annotate.layout import Piece, replacements
from onrecord.annotate.quotes import pair_quotes
from onrecord.annotate.view import view_of
from onrecord.schema import Block, BlockKind, Document


def shown(text: str, kind: BlockKind = "paragraph") -> str:
    """What the parser sees of a line."""
    document = Document("0" * 16, "0" * 64, "p", text, (Block(kind, 0, len(text), "test"),))
    quotes = pair_quotes(text, document.blocks)
    changes = replacements(document, [Piece(0, 0, len(text))], quotes, {"rejects", "agree"}.__contains__)
    return view_of(text, 0, len(text), changes).text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('"No," he said.', "“No,” he said."),
        ("'No,' he said, 'we don't.'", "“No,” he said, “we don't.”"),
        ("\"He said 'no' to us,\" she said.", "“He said ‘no’ to us,” she said."),
        ("It ended ― at last.", "It ended — at last."),
        ("• It ended.", "It ended."),
        ("- It ended.", "It ended."),
        ("2) It ended.", "It ended."),
        ("KLOW (Agency) - The army left.", "The army left."),
        ("KLOW, Syldavia — The army left.", "The army left."),
        ("UNITED NATIONS, Nov. 3 (XYZ) – The army left.", "The army left."),
        ("Klow (XYZ) — “No,” he said.", "“No,” he said."),
        ("KLOW: The army left.", "KLOW: The army left."),
        ("Bari (62) - The man left.", "Bari (62) - The man left."),
        ("NATO-led troops left.", "NATO-led troops left."),
        ("NATO-Borduria talks ended.", "NATO-Borduria talks ended."),
        ("Omar Bari - The man left.", "Omar Bari - The man left."),
        ("2024 was a year.", "2024 was a year."),
        ("The bank -LRB- IDB -RRB- closed.", "The bank ( IDB ) closed."),
        ("-5 degrees", "-5 degrees"),
    ],
)
def test_marks_bars_and_bullets_are_shown_as_in_plain_print(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_headlines_are_shown_as_sentences() -> None:
    assert shown("Syldavia Rejects Offers From Borduria", "title") == "Syldavia rejects Offers from Borduria"
    assert shown("SYLDAVIA REJECTS OFFERS FROM BORDURIA") == "Syldavia rejects Offers from Borduria"


def test_a_sentence_with_names_is_shown_as_it_is() -> None:
    text = "President Omar Bari and Minister Ada Lind met General Moss."
    assert shown(text) == text
