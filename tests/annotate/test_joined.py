"""Verbs that go on with the clause around, not with what is said in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate import Annotator
from onrecord.schema import Document

MANY = "They demanded that the president resign by noon and ordered people to stay at home."


@pytest.mark.parametrize(
    ("text", "verb", "joined_to"),
    [
        (MANY, "ordered", "demanded"),
        ("The minister said the talks had failed and accused the rebels of theft.", "accused", "said"),
        ("The minister said that the army attacked the town and killed two men.", "killed", "attacked"),
        ("The minister said the army rejected the plan and accused the rebels of theft.", "accused", "rejected"),
        ("India had urged Kenya to settle the row and shipped rice to the hills.", "shipped", "urged"),
        ("Peru urges Chile to settle the row and sends rice to the hills.", "sends", "urges"),
        ("Peru urged Chile to settle the row and send rice to the hills.", "send", "settle"),
        ("The rebels stormed the camp and accused the army of theft, the minister said.", "accused", "stormed"),
    ],
)
def test_a_speech_act_behind_what_is_said_is_the_speakers(
    annotator: Annotator, document_of: Callable[..., Document], text: str, verb: str, joined_to: str
) -> None:
    (sentence,) = annotator.annotate(document_of(text)).sentences
    (token,) = [one for one in sentence.tokens if one.text == verb]
    assert (token.dep, sentence.tokens[token.head].text) == ("conj", joined_to)
