from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import steps
from onrecord.errors import EmptyPage, StepError, UsageError
from onrecord.schema import Document


def test_a_failing_step_names_itself_the_place_and_the_reason() -> None:
    def broken() -> None:
        raise KeyError("subject")

    with pytest.raises(StepError, match=r"a\.txt: the step find failed: KeyError: 'subject'") as caught:
        steps.attempt("find", "a.txt", broken)
    assert caught.value.step == "find"
    assert isinstance(caught.value.__cause__, KeyError)


def test_a_page_that_cannot_be_read_keeps_its_own_message() -> None:
    def empty() -> None:
        raise EmptyPage("a.txt: no bytes in it")

    with pytest.raises(EmptyPage, match="no bytes"):
        steps.attempt("read", "a.txt", empty)


def test_ctrl_c_is_not_taken_for_a_failing_step() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        steps.attempt("find", "a.txt", interrupted)


def test_a_place_shows_the_line_of_a_jsonl_file() -> None:
    assert steps.place("a.jsonl", 3) == "a.jsonl:3"
    assert steps.place("a.txt", None) == "a.txt"


class NamedModel:
    """A model of which nothing but the identity is asked."""

    def __init__(self, identity: str) -> None:
        self.identity = identity


def fingerprint(identity: str = "small 3.8", extra: str = "") -> str:
    return steps.Pipeline(NamedModel(identity), None, None, None, extra).fingerprint  # type: ignore[arg-type]


def test_the_fingerprint_stays_the_same_for_the_same_rules_and_model() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 16


def test_another_model_or_other_frames_change_the_fingerprint() -> None:
    assert len({fingerprint(), fingerprint("medium 3.8"), fingerprint(extra="ab12")}) == 3


def test_the_package_digest_does_not_hang_on_compiled_files() -> None:
    names = [name for name, _ in steps._files(steps.resources.files("onrecord").joinpath("schema"), "schema")]
    assert "schema/span.py" in names
    assert not [name for name in names if name.endswith(".pyc")]
    assert names == sorted(names)


def test_a_page_set_aside_gives_nothing_and_needs_no_model() -> None:
    document = Document("0" * 16, "0" * 64, "a.txt", "Bonjour.", (), unread="language: fr")
    found = steps.Pipeline(NamedModel("none"), None, None, None).process(document)  # type: ignore[arg-type]
    assert found.document is document
    assert not found.statements


def test_a_frames_file_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        steps._digest_of(tmp_path / "none.toml", "frames")
