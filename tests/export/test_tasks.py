"""Tasks for Label Studio, Prodigy and doccano, and what comes back from them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.api import Record
from onrecord.errors import UsageError
from onrecord.export.reviewed import GONE, KNOWN, OTHER_WORDS
from onrecord.export.tasks import LABELS
from onrecord.schema import Findings, Party, Statement
from onrecord.store import MemoryStore

FORMS = ("label-studio", "prodigy", "doccano")
WHEN = "2026-05-04T10:00:00+00:00"
Task = dict[str, Any]
Mark = tuple[int, int, str]


@pytest.fixture
def record(store: MemoryStore) -> Record:
    return Record(store, "memory")


def exported(record: Record, form: str, path: Path) -> list[Task]:
    record.export(form, path, everything=True)
    words = path.read_text(encoding="utf-8")
    found: list[Task] = json.loads(words) if form == "label-studio" else [json.loads(one) for one in words.splitlines()]
    return found


def about(form: str, task: Task) -> Task:
    return {"label-studio": lambda: task["data"], "prodigy": lambda: task["meta"], "doccano": lambda: task}[form]()


def marks(form: str, task: Task) -> list[Mark]:
    if form == "label-studio":
        values = [one["value"] for one in task["predictions"][0]["result"]]
        return [(one["start"], one["end"], one["labels"][0]) for one in values]
    if form == "prodigy":
        return [(one["start"], one["end"], one["label"]) for one in task["spans"]]
    return [tuple(one) for one in task["label"]]


def annotated(form: str, task: Task, found: list[Mark], right: bool | None) -> Task:
    """The task as the tool gives it back; doccano has no word for right and wrong."""
    text = task["data"]["text"] if form == "label-studio" else task["text"]
    if form == "label-studio":
        result = [
            {"type": "labels", "value": {"start": start, "end": end, "text": text[start:end], "labels": [label]}}
            for start, end, label in found
        ]
        choice = [{"type": "choices", "value": {"choices": ["right" if right else "wrong"]}}]
        done = {"result": result + (choice if right is not None else []), "completed_by": {"email": "ada@example.org"},
                "updated_at": WHEN, "was_cancelled": False}  # fmt: skip
        return {"data": task["data"], "annotations": [done]}
    if form == "prodigy":
        spans = [{"start": start, "end": end, "label": label} for start, end, label in found]
        return {**task, "spans": spans, "answer": "reject" if right is False else "accept", "_annotator_id": "ada"}
    return {**task, "id": 7, "label": [list(one) for one in found], "Comments": []}


def back(record: Record, form: str, folder: Path, tasks: list[Task]) -> tuple[dict[str, int], dict[str, int]]:
    path = folder / "back.json"
    lines = "\n".join(json.dumps(one) for one in tasks)
    path.write_text(json.dumps(tasks) if form == "label-studio" else lines, encoding="utf-8")
    taken, left = record.take_annotations(form, path, by="bob", made=WHEN)
    return dict(taken), dict(left)


def of_entry(form: str, tasks: list[Task], entry: str) -> Task:
    return next(one for one in tasks if about(form, one)["entry"] == entry)


@pytest.mark.parametrize("form", FORMS)
def test_a_task_shows_an_entry_in_its_paragraph_with_its_words_marked(
    record: Record, findings: Findings, tmp_path: Path, form: str
) -> None:
    tasks = exported(record, form, tmp_path / "tasks.json")
    assert len(tasks) == len(findings.entries)
    task = of_entry(form, tasks, "s-oda")
    text = task["data"]["text"] if form == "label-studio" else task["text"]
    start = about(form, task)["start"]
    assert findings.document.text[start : start + len(text)] == text and "\n" not in text
    assert {(text[first:last], label) for first, last, label in marks(form, task)} == {
        ("Minister Oda Renn", "SPEAKER"),
        ("reporters", "ADDRESSEE"),
        ("told", "CUE"),
        ("They shelled Porva unless the map is wrong.", "CONTENT"),
    }


@pytest.mark.parametrize("form", FORMS)
def test_what_is_left_as_it_was_is_accepted_once(record: Record, tmp_path: Path, form: str) -> None:
    tasks = exported(record, form, tmp_path / "tasks.json")
    done = [annotated(form, one, marks(form, one), True) for one in tasks]
    assert back(record, form, tmp_path, done) == ({"accept": len(tasks)}, {})
    assert back(record, form, tmp_path, done) == ({}, {KNOWN: len(tasks)})
    assert {one.by for one in record.store.judgements()} == {
        {"label-studio": "ada@example.org", "prodigy": "ada", "doccano": "bob"}[form]
    }


@pytest.mark.parametrize("form", FORMS)
def test_what_is_called_wrong_is_gone_from_the_record(record: Record, tmp_path: Path, form: str) -> None:
    task = of_entry(form, exported(record, form, tmp_path / "tasks.json"), "s-oda")
    found = [] if form == "doccano" else marks(form, task)
    assert back(record, form, tmp_path, [annotated(form, task, found, False)]) == ({"reject": 1}, {})
    assert "s-oda" not in {row.id for row in record.statements(min_confidence=0)}


@pytest.mark.parametrize("form", FORMS)
def test_another_speaker_corrects_the_statement(record: Record, findings: Findings, tmp_path: Path, form: str) -> None:
    task = of_entry(form, exported(record, form, tmp_path / "tasks.json"), "s-denial")
    start = about(form, task)["start"]
    other = findings.document.text.index("SUM") - start
    found = [one for one in marks(form, task) if one[2] != "SPEAKER"] + [(other, other + 3, "SPEAKER")]
    assert back(record, form, tmp_path, [annotated(form, task, found, True)]) == ({"correct": 1}, {})
    corrected = record.entry("s-denial")
    page = record.store.findings(findings.document.doc)
    assert page is not None
    corrected = next(one for one in page.statements if one.id == "s-denial")
    assert corrected.speaker == Party("SUM", start + other, start + other + 3, how="none:marked by a person")


@pytest.mark.parametrize("form", FORMS)
def test_a_phrase_that_the_page_knows_keeps_who_is_meant(
    record: Record, findings: Findings, tmp_path: Path, form: str
) -> None:
    task = of_entry(form, exported(record, form, tmp_path / "tasks.json"), "e-accuse")
    swapped = {"SOURCE": "TARGET", "TARGET": "SOURCE"}
    found = [(start, end, swapped.get(label, label)) for start, end, label in marks(form, task)]
    assert back(record, form, tmp_path, [annotated(form, task, found, True)]) == ({"correct": 1}, {})
    page = record.store.findings(findings.document.doc)
    assert page is not None
    accuse = next(one for one in page.events if one.id == "e-accuse")
    assert [one.name for one in (*accuse.source, *accuse.target)] == ["Lurania", "Tivo"]


@pytest.mark.parametrize("form", FORMS)
def test_two_speakers_speak_together(record: Record, findings: Findings, tmp_path: Path, form: str) -> None:
    task = of_entry(form, exported(record, form, tmp_path / "tasks.json"), "s-denial")
    lurania = findings.document.text.rindex("Lurania") - about(form, task)["start"]
    found = [*marks(form, task), (1, 4, "SPEAKER"), (lurania, lurania + 7, "SPEAKER")]
    assert back(record, form, tmp_path, [annotated(form, task, found, True)]) == ({"correct": 1}, {})
    page = record.store.findings(findings.document.doc)
    assert page is not None
    denial: Statement = next(one for one in page.statements if one.id == "s-denial")
    assert denial.speaker is not None and [one.text for one in denial.speaker.members] == ["SUM", "Lurania"]


@pytest.mark.parametrize("form", FORMS)
def test_other_words_of_saying_make_no_judgement_and_are_told(record: Record, tmp_path: Path, form: str) -> None:
    task = of_entry(form, exported(record, form, tmp_path / "tasks.json"), "s-oda")
    found = [one for one in marks(form, task) if one[2] != "CUE"]
    assert back(record, form, tmp_path, [annotated(form, task, found, True)]) == ({}, {OTHER_WORDS: 1})
    assert record.store.judgements() == []


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_that_is_gone_is_told(record: Record, tmp_path: Path, form: str) -> None:
    task = exported(record, form, tmp_path / "tasks.json")[0]
    about(form, task)["entry"] = "0000000000000000"
    assert back(record, form, tmp_path, [annotated(form, task, [], True)]) == ({}, {GONE: 1})


def test_what_was_passed_over_says_nothing(record: Record, tmp_path: Path) -> None:
    task = exported(record, "prodigy", tmp_path / "tasks.jsonl")[0]
    assert back(record, "prodigy", tmp_path, [{**task, "answer": "ignore"}, task]) == ({}, {})
    done = annotated("label-studio", exported(record, "label-studio", tmp_path / "t.json")[0], [], True)
    done["annotations"][0]["was_cancelled"] = True
    assert back(record, "label-studio", tmp_path, [done]) == ({}, {})


def test_label_studio_counts_letters_beyond_the_first_plane_twice() -> None:
    from onrecord.export.label_studio import review_of

    value = {"start": 6, "end": 10, "text": "Renn", "labels": ["SPEAKER"]}
    review = review_of({"text": "\U0001d538 Oda Renn"[:1] + " ab Renn", "entry": "e", "start": 0}, {"result": [
        {"type": "labels", "value": value}]})  # fmt: skip
    assert review.marks == ((5, 9, "SPEAKER"),)


@pytest.mark.parametrize(
    ("form", "words", "message"),
    [
        ("prodigy", "no json", "line 1: this is no JSON object"),
        ("doccano", "[1]", "line 1: this is no JSON object"),
        ("label-studio", "{}", "no list of tasks"),
        ("prodigy", '{"answer": "accept", "spans": [{}], "meta": {"entry": "x"}}', "not as prodigy writes it"),
        ("csv", "", "nothing comes back in this format; give one of label-studio, prodigy, doccano"),
    ],
)
def test_a_file_of_another_kind_is_told(record: Record, tmp_path: Path, form: str, words: str, message: str) -> None:
    (tmp_path / "x").write_text(words, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        record.take_annotations(form, tmp_path / "x", by="bob", made=WHEN)


def test_tasks_are_made_of_words(record: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="leave --no-text out"):
        record.export("prodigy", tmp_path / "x.jsonl", text=False)


def test_spacy_finds_each_mark_where_prodigy_would(demo: Record, tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy comes with onrecord")
    nlp = spacy.blank("en")
    demo.export("prodigy", tmp_path / "tasks.jsonl")
    tasks = [json.loads(line) for line in (tmp_path / "tasks.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(tasks) > 100
    for task in tasks:
        doc = nlp.make_doc(task["text"])
        doc.spans["sc"] = [
            doc.char_span(one["start"], one["end"], one["label"], alignment_mode="expand") for one in task["spans"]
        ]
        assert [task["text"][one["start"] : one["end"]] in span.text
                for one, span in zip(task["spans"], doc.spans["sc"], strict=True)] == [True] * len(task["spans"])  # fmt: skip


def test_label_studios_converter_takes_the_tasks_and_the_interface(demo: Record, tmp_path: Path) -> None:
    label: Callable[..., Any] = pytest.importorskip(
        "label_studio_converter", reason="heavy, so not among the development tools: pip install label-studio-converter"
    ).Converter
    demo.export("label-studio", tmp_path / "tasks.json")
    tasks = json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))
    done = [
        annotated("label-studio", one, marks("label-studio", one), True) | {"id": at} for at, one in enumerate(tasks)
    ]
    for one in done:
        for result in one["annotations"][0]["result"]:
            result |= {"from_name": "label" if result["type"] == "labels" else "verdict", "to_name": "text"}
    (tmp_path / "export.json").write_text(json.dumps(done), encoding="utf-8")
    converter = label(str(tmp_path / "tasks.xml"), str(tmp_path))
    converter.convert_to_json_min(str(tmp_path / "export.json"), str(tmp_path / "out"), is_dir=False)
    plain = json.loads((tmp_path / "out" / "result.json").read_text(encoding="utf-8"))
    assert [{(one["start"], one["end"]) for one in task["label"]} for task in plain] == [
        {(start, end) for start, end, _ in marks("label-studio", task)} for task in tasks
    ]
    assert {label for task in plain for one in task["label"] for label in one["labels"]} <= set(LABELS)
