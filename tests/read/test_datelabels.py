from __future__ import annotations

import pytest

from onrecord.read.datelabels import has_label, last_label, without_labels


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Published on", "published"),
        ("Publié le", "published"),
        ("Veröffentlicht am", "published"),
        ("Опубликовано:", "published"),
        ("公開日", "published"),
        ("Published 4 March, last updated", "updated"),
        ("Zuletzt bearbeitet", "updated"),
        ("Güncelleme:", "updated"),
        ("最終更新日", "updated"),
        ("Member since", "event"),
        ("Westport,", None),
    ],
)
def test_the_last_label_before_a_date_says_what_it_is(words: str, kind: str | None) -> None:
    assert last_label(words) == kind


def test_a_label_starts_a_word() -> None:
    assert not has_label("republished", "published")
    assert has_label("Neu veröffentlicht", "published")


def test_what_only_tells_of_a_date_is_left_out() -> None:
    assert without_labels("Veröffentlicht am um Uhr von Karla").split() == ["Karla"]
    assert without_labels("Amsterdam").split() == ["Amsterdam"]
