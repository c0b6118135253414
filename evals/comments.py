"""How well readers' comments are kept out of articles on text dumps, and articles out of comments.

    python evals/comments.py [--misses N] [--only THREAD]

Pages are every thread under every article of ``comment_pages.txt``: threads as different comment systems show them, with
stamps and without. Counted in words: those of comments that are read as article (title, paragraph, subheading), of all that
are read as article; those of comments labelled so; those of the article that are lost to comments.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from onrecord.read.dump import label

PAGES = Path(__file__).with_name("comment_pages.txt")
READ = ("title", "paragraph", "subheading")

Marked = list[tuple[str, str]]
"""Lines, each with its letter; a blank line has none."""


def pieces(path: Path = PAGES) -> tuple[dict[str, Marked], dict[str, Marked]]:
    """The articles and the threads, by name."""
    found: dict[str, dict[str, Marked]] = {"article": {}, "thread": {}}
    here: Marked = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            _, kind, name = line.split()
            here = found[kind][name] = []
        elif not line.startswith("#"):
            here.append((line[:1], line[2:]))
    return found["article"], found["thread"]


def page_of(article: Marked, thread: Marked) -> tuple[str, list[str]]:
    """The text of a page, and a letter for each of its code points."""
    rows = [*article, *thread]
    text = "".join(own + "\n" for _, own in rows)
    letters = [letter for letter, own in rows for _ in range(len(own) + 1)]
    return text, letters


def tally(only: str | None = None) -> tuple[Counter[str], list[str]]:
    """Words by letter and label, with the number of pages; and the lines that were read wrongly."""
    articles, threads = pieces()
    count: Counter[str] = Counter()
    misses: list[str] = []
    for name, thread in threads.items():
        if only not in (None, name):
            continue
        for about, article in articles.items():
            text, letters = page_of(article, thread)
            count["pages"] += 1
            for block in label(text).blocks():
                letter, words = letters[block.start], text[block.start : block.end].split()
                read = block.kind in READ
                count.update({letter: len(words), "read": read * len(words), f"{letter} read": read * len(words)})
                count[f"{letter} comment"] += len(words) * (block.kind == "comment")
                if letter == "C" and read or letter == "A" and not read and block.kind != "dateline":
                    misses.append(f"  {name} under {about}: {block.kind}: {' '.join(words)[:90]}")
    return count, misses


def main() -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--only", help="a thread's name")
    given = parser.parse_args()
    count, misses = tally(given.only)
    out = sys.stdout.write
    out(f"pages: {count['pages']}\n")
    for what, part, whole in (
        ("comments in the article", "C read", "read"),
        ("comments labelled so", "C comment", "C"),
        ("article kept", "A read", "A"),
        ("article lost to comments", "A comment", "A"),
    ):
        out(f"{what}: {count[part]}/{count[whole]} = {count[part] / max(1, count[whole]):.4f} of words\n")
    out("".join(line + "\n" for line in misses[: given.misses]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
