from __future__ import annotations

import pytest

from onrecord.read import read
from onrecord.read.language import language_of
from onrecord.schema import Page

SAID = {
    "en": "The minister said on Monday that the bridge would be open by the end of the year. ",
    "de": "Der Minister sagte am Montag, dass die Brücke bis zum Ende des Jahres fertig sein wird, aber nicht ganz. ",
    "fr": "Le ministre a dit lundi que le pont sera ouvert avant la fin de cette année. ",
    "es": "El ministro dijo el lunes que el puente estará abierto a finales de este año. ",
    "tr": "Bakan, köprünün bu yılın sonuna kadar açılacağını ve bu iş için daha çok para gerektiğini söyledi. ",
    "ru": "Министр сказал в понедельник, что мост будет открыт до конца года и что он стоил больше, чем было в плане. ",
    "uk": "Міністр сказав у понеділок, що міст буде відкрито до кінця року, але не для всіх і не так, як він казав. ",
    "zh": "部长星期一表示，这座桥将在今年年底之前开放，费用比计划的要多。",
}


@pytest.mark.parametrize("code", sorted(SAID))
def test_languages_are_told_apart(code: str) -> None:
    assert language_of(SAID[code] * 4) == code


def test_a_page_in_another_language_is_labelled_and_left_unread() -> None:
    found = read(Page("page.txt", ("Die neue Brücke\n\n" + SAID["de"] * 3).encode(), "text"))
    assert found.language == "de" and found.unread == "language: de (not English)" and found.blocks


def test_a_language_that_was_given_counts() -> None:
    found = read(Page("page.txt", b"Short words.", "text", metadata={"language": "pt-BR"}))
    assert found.language == "pt" and found.unread == "language: pt (not English)"


def test_a_few_words_say_nothing() -> None:
    assert language_of("Vesna 3, Orland 2") is None
    assert read(Page("page.txt", b"Talks fail again.", "text")).unread is None
