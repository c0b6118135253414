"""Sentence boundaries against a treebank in CoNLL-U: ``python evals/sentences.py FOLDER [--show]``.

FOLDER holds ``*.conllu`` files whose paragraphs are marked ``# newpar`` (GUM: CC BY). A boundary is the end of a
sentence inside a paragraph; a paragraph's own end is given and not counted. Prints matches, false and missed ones.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.annotate.sentences import split_sentences


def paragraphs(path: Path) -> Iterator[list[str]]:
    """The sentences of each paragraph, in order."""
    current: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            if current:
                yield current
            current = []
        elif line.startswith("# text = "):
            current.append(line.removeprefix("# text = "))
    if current:
        yield current


def score(folder: Path, show: bool) -> tuple[int, int, int]:
    """Right, false and missed boundaries of all files."""
    right = false = missed = 0
    for path in sorted(folder.rglob("*.conllu")):
        for sentences in paragraphs(path):
            text = " ".join(sentences)
            gold = {sum(len(one) + 1 for one in sentences[: n + 1]) - 1 for n in range(len(sentences) - 1)}
            found = {end for _, end in split_sentences(text, 0, len(text))[:-1]}
            right, false, missed = right + len(gold & found), false + len(found - gold), missed + len(gold - found)
            for end in sorted(gold ^ found) if show else ():
                kind = "missed" if end in gold else "false "
                print(f"{kind} {path.stem}: {text[max(0, end - 50) : end]} | {text[end : end + 40]}")
    return right, false, missed


def main() -> None:
    """Scores the folder named on the command line."""
    right, false, missed = score(Path(sys.argv[1]), "--show" in sys.argv)
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"boundaries {right + missed}: right {right}, false {false}, missed {missed}")
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
