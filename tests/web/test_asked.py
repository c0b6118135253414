from __future__ import annotations

from onrecord.web.asked import Asked


def test_half_of_a_surrogate_pair_is_put_into_an_address_as_a_mark() -> None:
    asked = Asked("/entries", [("search", "ferry \ud800")], ("search", "page"))
    assert asked.address(page=2) == "/entries?search=ferry+%3F&page=2"
