"""The component in pipelines of other people."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import onrecord
from onrecord import spacy_component
from onrecord.annotate import DEFAULT_MODEL
from onrecord.annotate.model import locate
from onrecord.errors import UsageError

TEXT = (
    "The minister met reporters in the capital.\n"
    "Norwegian Foreign Minister Lena Aas said on Tuesday that Norway would not leave the fishing agreement.\n"
    "Norway accused Iceland of blocking the talks."
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("onrecord", config={"min_confidence": "everything"})
    return pipeline


@pytest.fixture(scope="module")
def doc(nlp: Any) -> Doc:
    made = nlp.make_doc(TEXT)
    made._.onrecord_page = {"published": "2021-03-10"}
    found: Doc = nlp(made)
    return found


def test_a_doc_has_its_statements_and_events_at_its_own_offsets(doc: Doc) -> None:
    said = next(one for one in doc._.statements if one.cue.text == "said")
    assert said.speaker.name == "Lena Aas"
    assert [doc.text[piece.start : piece.end] for piece in said.content] == [piece.text for piece in said.content]
    accused = next(one for one in doc._.events if one.type == "ACCUSE")
    assert doc.text[accused.trigger.start : accused.trigger.end] == "accused"
    assert {span.label_ for span in doc.spans["onrecord"]} >= {"STATEMENT", "ACCUSE"}


def test_what_is_known_of_the_page_tells_the_days(doc: Doc) -> None:
    said = next(one for one in doc._.statements if one.cue.text == "said")
    assert str(said.when.earliest) == "2021-03-09"


def test_it_finds_what_read_finds_on_the_same_text(doc: Doc, tmp_path: Path) -> None:
    import json

    page = tmp_path / "page.jsonl"
    page.write_text(json.dumps({"text": TEXT, "published": "2021-03-10"}))
    (found,) = onrecord.read(page, min_confidence=0)
    assert (doc._.statements, doc._.events) == (found.statements, found.events)


def test_a_doc_keeps_its_findings_when_it_is_written_out(doc: Doc, nlp: Any) -> None:
    (back,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert back._.statements == doc._.statements
    assert back._.events == doc._.events


def test_a_blank_text_has_nothing_and_an_odd_field_is_told(nlp: Any) -> None:
    assert nlp("  ")._.statements == nlp("")._.events == ()
    made = nlp.make_doc("It said so.")
    made._.onrecord_page = {"date": "2021-03-10"}
    with pytest.raises(UsageError, match="no such field: date"):
        nlp(made)


def test_a_pipeline_of_another_language_is_refused() -> None:
    with pytest.raises(UsageError, match="English"):
        spacy.blank("de").add_pipe("onrecord")


def test_it_stands_in_a_trained_pipeline_that_is_saved_and_shared_among_processes(tmp_path: Path) -> None:
    trained = spacy.load(locate(DEFAULT_MODEL))
    trained.add_pipe("onrecord", config={"min_confidence": "everything"})
    trained.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    texts = ["Norway accused Iceland of blocking the talks.", "Nothing happened in the town."]
    for pipeline, processes in ((trained, 1), (again, 2)):
        first, second = pipeline.pipe(texts, n_process=processes)
        assert "ACCUSE" in {event.type for event in first._.events} and second._.events == ()
        assert {ent.text for ent in first.ents} == {"Norway", "Iceland"}


def test_the_entry_point_of_the_package_leads_to_the_factory(root: Path) -> None:
    points = tomllib.loads((root / "pyproject.toml").read_text())["project"]["entry-points"]["spacy_factories"]
    module, name = points["onrecord"].split(":")
    assert getattr(import_module(module), name) is spacy_component.component
