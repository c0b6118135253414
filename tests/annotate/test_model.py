from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.annotate import DEFAULT_MODEL, Annotator
from onrecord.annotate.model import check_pins, describe, load, locate, pinned, weight_digests
from onrecord.errors import ModelError


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small pipeline of another name, as a folder."""
    import spacy

    folder = tmp_path_factory.mktemp("model") / "blank"
    spacy.blank("en", meta={"name": "tiny", "version": "1.2"}).to_disk(folder)
    return folder


def test_the_installed_model_is_the_pinned_one() -> None:
    assert weight_digests(locate(DEFAULT_MODEL)) == pinned()[DEFAULT_MODEL]


def test_the_identity_names_model_weights_and_framework(annotator: Annotator) -> None:
    model, version, weights, framework, number = annotator.identity.split()
    assert (model, version, framework) == (DEFAULT_MODEL, "3.8.0", "spacy")
    assert weights.startswith("sha256:") and len(weights) == 19
    assert number.startswith("3.8")


@pytest.mark.parametrize("digests", [{"a": "1"}, {"a": "1", "b": "other"}, {"a": "1", "b": "2", "c": "3"}])
def test_other_weights_are_refused(digests: dict[str, str]) -> None:
    with pytest.raises(ModelError, match=r"some_model.*(?:missing|not the pinned one).*pip install"):
        check_pins("some_model", digests, {"a": "1", "b": "2"})


def test_a_missing_model_is_named_with_its_install_command() -> None:
    with pytest.raises(ModelError, match="pip install no-such-model"):
        load("no_such_model")


def test_a_package_without_a_pipeline_is_refused() -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline"):
        load("onrecord")


def test_a_model_without_a_parser_is_refused(copied: Path) -> None:
    with pytest.raises(ModelError, match="no a? ?.*parser"):
        load(str(copied))


def test_a_broken_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp", encoding="utf-8")
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be loaded"):
        load(str(tmp_path))


def test_a_model_in_a_folder_is_named_by_what_it_says_of_itself(copied: Path) -> None:
    identity = describe(str(copied), copied, weight_digests(copied))
    assert identity.startswith("en_tiny 1.2 sha256:")
    assert str(copied) not in identity


def test_importing_the_annotator_does_not_load_the_framework(root: Path) -> None:
    code = "import sys; sys.path.insert(0, 'src'); import onrecord.annotate; print('spacy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert run.stdout.strip() == "False"
