"""Words annotated per second of processor time: ``python evals/speed.py FILE...`` (plain texts, a line a paragraph).

Compare figures from one machine only; the ratio between two versions is what counts. Each file is annotated once, with
an annotator that has seen none of it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from onrecord.annotate import Annotator
from onrecord.schema import Block, Document


def document_of(path: Path) -> Document:
    """The file with every line that is not empty as a paragraph."""
    text = path.read_text(encoding="utf-8", errors="replace")
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", start, start + len(line), "given"))
        start += len(line) + 1
    return Document("0" * 16, "0" * 64, path.name, text, tuple(blocks))


def main() -> None:
    """Times loading and annotating."""
    documents = [document_of(Path(name)) for name in sys.argv[1:]]
    words = sum(len(document.text.split()) for document in documents)
    begun = time.process_time()
    annotator = Annotator()
    loaded = time.process_time()
    sentences = sum(len(annotator.annotate(document).sentences) for document in documents)
    spent = time.process_time() - loaded
    print(f"loading {loaded - begun:.2f} s; {len(documents)} documents, {sentences} sentences, {words} words")
    print(f"{words / max(spent, 1e-9):,.0f} words per core-second")


if __name__ == "__main__":
    main()
