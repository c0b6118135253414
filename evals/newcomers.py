"""Officials whom no table knows: people of the table are given invented names, and their countries are asked for again.

    python evals/newcomers.py ARCHIVE [--pages 200] [--seed 1] [--misses N]

The archive is a file with an object with ``text`` on each line (``.jsonl``, ``.jsonl.gz``). On so many pages, taken at random,
everybody whom the table knows by name, with a country, gets an invented name of the same length wherever it stands; the page is
read anew, and the country that each mention then has is compared with the table's: right, wrong, or open. So it shows what
becomes of those who came into office after the table was made. Prints the three, by how the country was found.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from common import archive_texts, text_page

from onrecord.schema import Findings, Party
from onrecord.steps import Pipeline, assemble, read_page

CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
SHORTEST = 4
"""Letters of a word of a name from which on it is replaced: *al*, *Ben* stand in other names too."""


def invented(word: str) -> str:
    """A name as long as the word; always the same for the same word."""
    dice = random.Random(word.lower())
    made = "".join(dice.choice(CONSONANTS if at % 2 == 0 else VOWELS) for at in range(len(word)))
    return made.upper() if word.isupper() else made.title()


def renamed(text: str, names: set[str]) -> str:
    """The text with invented words for those of the names."""
    words = {word for name in names for word in re.findall(r"[A-Z]\w+", name) if len(word) >= SHORTEST}
    words |= {word.upper() for word in words}
    if not words:
        return text
    return re.sub(rf"\b(?:{'|'.join(sorted(map(re.escape, words)))})\b", lambda found: invented(found[0]), text)


def compared(pipeline: Pipeline, name: str, text: str) -> Iterator[tuple[str, str, Party, Party]]:
    """Of each mention of a person of the table who is unknown under the new name: the verdict, how, and both parties."""
    before = _read(pipeline, name, text)
    known = {
        (one.start, one.end): one
        for one in before.mentions
        if one.actor_kind == "person" and one.how.startswith("table:") and one.country and one.name
    }
    after = _read(pipeline, name, renamed(text, {one.name for one in known.values() if one.name}))
    if len(after.document.text) != len(before.document.text):
        return
    for one in after.mentions:
        old = known.get((one.start, one.end))
        if old is None or one.how.startswith("table:name"):
            continue
        verdict = "open" if one.country is None else "right" if one.country == old.country else "wrong"
        yield verdict, one.how, old, one


def _read(pipeline: Pipeline, name: str, text: str) -> Findings:
    return pipeline.process(read_page(text_page(name, text)))


def main() -> int:
    """Prints how many countries are right, wrong and open."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    given = parser.parse_args()
    texts = [text.replace("\r", "") for text in archive_texts(given.archive)]
    random.Random(given.seed).shuffle(texts)
    pipeline = assemble()
    told, ways = Counter[str](), Counter[tuple[str, str]]()
    wrong: list[str] = []
    for number, text in enumerate(texts[: given.pages]):
        for verdict, how, old, new in compared(pipeline, str(number), text):
            told[verdict] += 1
            ways[how, verdict] += 1
            if verdict == "wrong":
                wrong.append(f"{old.text} as {new.text}: {new.country}, by the table {old.country} ({how})")
    for verdict in ("right", "wrong", "open"):
        share = 100 * told[verdict] / max(1, told.total())
        print(f"country {verdict:<6}{share:6.1f} % ({told[verdict]} of {told.total()})")
    for (how, verdict), count in ways.most_common(12):
        print(f"  {count:5} {verdict:<6}{how}")
    for line in random.Random(given.seed).sample(wrong, min(given.misses, len(wrong))):
        print(f"  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
