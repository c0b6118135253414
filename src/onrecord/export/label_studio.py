"""Label Studio: tasks with what onrecord found as predictions, the labelling interface, and its JSON export back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from onrecord.errors import UsageError
from onrecord.export.exporter import Options, Source
from onrecord.export.streamed import Json, array
from onrecord.export.target import Target
from onrecord.export.tasks import LABELS, Mark, Review, Task, tasks
from onrecord.steps import package_version

RIGHT, WRONG = "right", "wrong"
INTERFACE = f"""<View>
  <Header value="$kind"/>
  <Labels name="label" toName="text">
{chr(10).join(f'    <Label value="{one}"/>' for one in LABELS)}
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
  <Choices name="verdict" toName="text" choice="single" required="true">
    <Choice value="{RIGHT}"/>
    <Choice value="{WRONG}"/>
  </Choices>
</View>
"""


class LabelStudio:
    """The exporter, and the way back."""

    name = "label-studio"
    summary = "Label Studio: a task for each entry, and its annotations back as judgements"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the tasks, and beside a file the interface that they are labelled with."""
        with out.text() as words:
            array(map(line_of, tasks(source, options)), words)
            words.write("\n")
        if out.path is not None:
            with out.beside(".xml") as words:
                words.write(INTERFACE)
        return {}

    def reviews(self, stream: TextIO) -> Iterator[Review]:
        """What its export as JSON gives: every annotation that was not skipped."""
        try:
            given = json.load(stream)
        except ValueError as error:
            raise UsageError(f"this is no JSON ({error}); export from Label Studio as JSON") from error
        if not isinstance(given, list):
            raise UsageError("this is no list of tasks; export from Label Studio as JSON")
        for task in given:
            for annotation in task.get("annotations") or ():
                if not annotation.get("was_cancelled"):
                    yield review_of(task.get("data") or {}, annotation)


def line_of(task: Task) -> Json:
    """One task, with what was found as its prediction."""
    results = [
        {"id": f"m{at}", "from_name": "label", "to_name": "text", "type": "labels",
         "value": {"start": start, "end": end, "text": task.text[start:end], "labels": [label]}}
        for at, (start, end, label) in enumerate(task.marks, 1)
    ]  # fmt: skip
    version = f"onrecord {package_version()}"
    prediction = {"model_version": version, "score": task.entry.confidence, "result": results}
    return {"data": {"text": task.text, **task.about}, "predictions": [prediction]}


def review_of(data: Mapping[str, Any], annotation: Mapping[str, Any]) -> Review:
    """One annotation: its labels, and its verdict where one was given."""
    text = str(data.get("text", ""))
    results = annotation.get("result") or ()
    marks = [mark for one in results if one.get("type") == "labels" for mark in _marks(one["value"], text)]
    chosen = [choice for one in results if one.get("type") == "choices" for choice in one["value"]["choices"]]
    right = {RIGHT: True, WRONG: False}.get(chosen[0]) if chosen else None
    by = annotation.get("completed_by")
    who = by.get("email") if isinstance(by, dict) else by
    return Review(
        str(data.get("entry", "")), int(data.get("start", 0)), tuple(marks), right, by=f"{who or ''}",
        made=str(annotation.get("updated_at") or annotation.get("created_at") or ""),
    )  # fmt: skip


def _marks(value: Mapping[str, Any], text: str) -> Iterator[Mark]:
    """The marks of a result. Label Studio counts in UTF-16, where a letter beyond the first plane has two places."""
    start, end = int(value["start"]), int(value["end"])
    words = value.get("text")
    if words is not None and text[start:end] != words:
        wide = text.encode("utf-16-le", "surrogatepass")
        first = wide[: 2 * start].decode("utf-16-le", "surrogatepass")
        start, end = len(first), len(first) + len(wide[2 * start : 2 * end].decode("utf-16-le", "surrogatepass"))
    for label in value["labels"]:
        yield start, end, str(label)


EXPORTER = LabelStudio()
