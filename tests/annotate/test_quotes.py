from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quotes import pair_quotes
from onrecord.schema import Block, BlockKind, Quote

SIGNS = st.sampled_from(list("“”„\"''‘’«»‹›`.,!? s5an\n") + ["''", "``", "‘‘", "’’", "We go", "don't", "officials' "])
TEXTS = st.one_of(st.lists(SIGNS, max_size=60).map("".join), st.text())


def blocks_of(text: str, kind: BlockKind = "paragraph") -> list[Block]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(kind, start, start + len(line), "test"))
        start += len(line) + 1
    return blocks


def quoted(text: str) -> list[str]:
    return [text[one.inner_start : one.inner_end] for one in pair_quotes(text, blocks_of(text))]


def endings(text: str) -> list[tuple[str, str]]:
    return [(text[one.inner_start : one.inner_end], one.ending) for one in pair_quotes(text, blocks_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“A,” he said. “B.”", ["A,", "B."]),
        ('"A," he said. "B."', ["A,", "B."]),
        ("'A,' he said. 'B.'", ["A,", "B."]),
        ("‘A,’ he said.", ["A,"]),
        ("«Oui», he said, „ja“, and „si”.", ["Oui", "ja", "si"]),
        ("``We go,'' he said.", ["We go,"]),
        ("‘‘We go,’’ he said.", ["We go,"]),
        ('He said “no" and "yes”.', ["no", "yes"]),
        ("“We go“ he said, ”yes”.", ["We go", "yes"]),
        ('He said:"We go" and left.', ["We go"]),
        ('He said " we go " and left.', [" we go "]),
        ("Army: 'We will not bow'", ["We will not bow"]),
    ],
)
def test_every_style_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They don't know the officials' plan, nor Rao's.",
        "In the '90s and the ’80s they told 'em: rock 'n' roll, ’til dawn.",
        "The ministers’ talks and the rebels’ camp",
        'He stands 6\'2" tall and has a 12" pipe.',
        "He 's here and they do n't know it.",
        'Nothing is in here: “” and "".',
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'We don't bow,' the officials' chief said. 'It's over.'", ["We don't bow,", "It's over."]),
        ("'The ministers' talks failed,' he said.", ["The ministers' talks failed,"]),
        ("the 'heroes' and the officials' houses", ["heroes"]),
        ('"We want 12" he said.', ["We want 12"]),
        ("“The US’ ‘do more’ call” is old.", ["The US’ ‘do more’ call", "do more"]),
    ],
)
def test_quotations_with_apostrophes_inside_are_whole(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_in_a_quotation_is_deeper() -> None:
    text = "“He told us ‘no’ twice,” she said."
    outer, inner = pair_quotes(text, blocks_of(text))
    assert (outer.depth, inner.depth) == (0, 1)
    assert text[inner.start : inner.end] == "‘no’"


def test_a_quotation_goes_on_in_a_paragraph_that_opens_with_a_mark() -> None:
    assert endings("“First part.\n“Second part.”") == [("First part.", "continued"), ("Second part.", "closed")]
    assert endings("‘One.\n‘Two,’ he said.") == [("One.", "continued"), ("Two,", "closed")]


def test_a_quotation_goes_on_in_a_paragraph_whose_first_mark_closes() -> None:
    assert endings("“We go\nat dawn,” he said.") == [("We go", "continued"), ("at dawn,", "closed")]


def test_a_stray_mark_costs_its_paragraph_only() -> None:
    text = "“We will go\nHe left.\n“No,” she said.\nAt dawn,” he said.\n“Yes,” they said."
    assert endings(text) == [("We will go", "open"), ("No,", "closed"), ("Yes,", "closed")]


def test_a_quotation_that_was_not_closed_ends_before_the_next() -> None:
    assert endings("“We go, he said. “We win.”") == [("We go, he said.", "open"), ("We win.", "closed")]


def test_a_quotation_in_other_marks_stands_within_one_that_goes_on() -> None:
    text = '"They sang “go, go!” and left.\n"Then it rained," he said.'
    assert endings(text) == [
        ("They sang “go, go!” and left.", "continued"),
        ("go, go!", "closed"),
        ("Then it rained,", "closed"),
    ]


def test_only_blocks_that_are_read_are_paired() -> None:
    assert pair_quotes("“No,” he wrote.", blocks_of("“No,” he wrote.", "comment")) == ()


def nested_or_apart(one: Quote, other: Quote) -> bool:
    return one.end <= other.start or (one.start <= other.start and other.end <= one.end)


@given(TEXTS)
def test_any_text_gives_quotations_within_their_blocks_that_never_cross(text: str) -> None:
    blocks = blocks_of(text)
    quotes = pair_quotes(text, blocks)
    for one in quotes:
        block = blocks[one.block]
        assert block.start <= one.start <= one.inner_start < one.inner_end <= one.end <= block.end
    assert list(quotes) == sorted(quotes, key=lambda one: (one.start, -one.end))
    for number, one in enumerate(quotes):
        assert all(nested_or_apart(one, other) for other in quotes[number + 1 :])
        assert one.depth == sum(other.start <= one.start and one.end <= other.end for other in quotes[:number])
