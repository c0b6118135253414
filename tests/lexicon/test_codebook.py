from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.lexicon.codebook import EventType, load_cameo, load_codebook

TYPES = tuple(load_codebook().types.values())
ROW = re.compile(r"^\| `([\w-]+)` \| (.+?) \|(?: (.+?) \|)?(?: (.+?) \|)?$", re.MULTILINE)


def test_plover_has_sixteen_types_thirty_seven_contexts_and_four_quad_classes() -> None:
    book = load_codebook()
    assert (len(book.types), len(book.contexts), len(book.sectors), sorted(book.quads)) == (16, 37, 32, [1, 2, 3, 4])
    assert re.fullmatch(r"plover-2\.0-draft/\d+", book.version)


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_intensity_has_the_sign_of_its_quad_class(one: EventType) -> None:
    scores = [one.score, *(mode.score for mode in one.modes.values())]
    assert all(-10 <= score <= 10 for score in scores)
    if one.quad in (1, 2):
        assert min(scores) > 0
    elif one.name != "REQUEST":
        assert max(scores) < 0


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.name)
def test_detailed_codes_are_cameos_and_lead_back_to_the_type(one: EventType) -> None:
    for code in (one.code, *(mode.code for mode in one.modes.values())):
        if code is not None:
            assert load_cameo()[code].type in (one.name, "CONCEDE" if one.name == "RETREAT" else one.name), code


def test_an_event_without_a_mode_has_the_code_and_score_of_its_type() -> None:
    book = load_codebook()
    assert (book.code("CONSULT", None), book.score("CONSULT", None)) == ("040", 2.5)
    assert (book.code("CONSULT", "visit"), book.score("CONSULT", "visit")) == ("042", 4.0)
    assert book.code("SANCTION", "convict") is None


def test_the_crosswalk_names_only_types_modes_and_contexts_of_the_codebook() -> None:
    book, cameo = load_codebook(), load_cameo()
    for one in cameo.values():
        assert one.type is None or one.type in book.types, one.code
        assert one.mode is None or (one.type and one.mode in book.types[one.type].modes), one.code
        assert set(one.contexts) <= book.contexts.keys(), one.code
        assert one.sure or one.note, one.code
    assert len(cameo) == 313


def tables(root: Path) -> dict[str, list[tuple[str, ...]]]:
    """The rows of each table of the codebook's page, by the heading over it."""
    text = (root / "docs" / "codebook.md").read_text(encoding="utf-8")
    parts = re.split(r"^##+ (.+)$", text, flags=re.MULTILINE)
    return {name: ROW.findall(body) for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def test_the_page_and_the_data_agree(root: Path) -> None:
    book, found = load_codebook(), tables(root)
    for one in TYPES:
        rows = [(mode.name, f"{mode.score:g}", mode.code or "–", mode.meaning) for mode in one.modes.values()]
        own = (one.name, f"{one.score:g}", one.code or "–", one.meaning)
        assert found[f"{one.name}: {book.quads[one.quad].lower()}, CAMEO {one.cameo}"] == [own, *rows], one.name
    assert [row[:2] for row in found["Contexts"]] == list(book.contexts.items())
    assert [row[:2] for row in found["Sectors"]] == list(book.sectors.items())
    assert book.version in (root / "docs" / "codebook.md").read_text(encoding="utf-8")
