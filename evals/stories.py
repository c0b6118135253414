"""Across pages: stories and happenings on ECB+, near-duplicates on synthetic edits, statements that clash.

    python -m evals.stories ecb FOLDER [--topics 2 5 12] [--whole] [--predict OUT]
    python -m evals.stories copies FILE [--predict OUT]
    python -m evals.stories pairs FILE [--half 0|1] [--predict OUT]

``ecb`` groups the documents of a folder of ECB+ into stories, and its gold mentions into happenings inside the predicted
stories, by the package's own code. Stories are scored by B-cubed against topic and half, happenings by the CoNLL figure
over the validated sentences of all documents at once, singletons included and left out. ``--whole`` adds the figures from
end to end (``ecb_whole.py``).

``copies`` takes texts as JSON lines (``id``, ``text``), edits them (``copies_made.py`` tells how) and counts how many are
found again; its predictions are the copies among the texts themselves.

``pairs`` takes pairs of statements (``pairs.py`` tells of what form) and says which clash.

With ``--predict`` the predictions are written as JSON lines: ``{"kind": "story", "doc", "story"}``, ``{"kind": "mention",
"doc", "m_id", "start", "end", "happening"}``, ``{"kind": "copy", "first", "second", "relation", "of_first", "of_second"}``,
``{"kind": "pair", "pair", "answer", "score", "why"}``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from common import text_page
from copies_made import scored
from coref_score import Groups, Score, b_cubed, conll, groups_of, without_singles
from ecb import Text, counts, load
from ecb_acts import acts
from ecb_whole import whole
from pairs import clashes

from onrecord.annotate import Annotator
from onrecord.derive.copies import alike
from onrecord.derive.features import features
from onrecord.derive.happenings import alike_in, compared, grouped
from onrecord.derive.linkage import average_link
from onrecord.derive.shingles import shingles
from onrecord.derive.stories import LEAST_STORY
from onrecord.derive.vectors import Vectors
from onrecord.derive.words import words
from onrecord.read import read
from onrecord.settings import MIN_CONFIDENCE

Line = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one yardstick, prints its figures and writes its predictions."""
    parser = argparse.ArgumentParser(description="Stories, happenings and copies against gold.")
    parser.add_argument("what", choices=("ecb", "copies", "pairs"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--topics", nargs="*", default=(), help="of ECB+: these topics alone")
    parser.add_argument("--whole", action="store_true", help="of ECB+: also by events that the package finds itself")
    parser.add_argument("--half", type=int, choices=(0, 1), help="pairs: those of one half")
    parser.add_argument("--limit", type=int, help="copies: the first N texts")
    parser.add_argument("--predict", type=Path, metavar="OUT", help="write the predictions here")
    wanted = parser.parse_args(arguments)
    made = {
        "ecb": lambda: ecb(wanted.file, wanted.topics),
        "copies": lambda: copies(wanted.file, wanted.limit),
        "pairs": lambda: clashes(wanted.file, wanted.half),
    }
    lines = list(made[wanted.what]())
    if wanted.whole:
        end_to_end(load(wanted.file, wanted.topics))
    if wanted.predict:
        wanted.predict.write_text(
            "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8"
        )
    return 0


def ecb(folder: Path, topics: Sequence[str]) -> Iterator[Line]:
    """Prints the figures on ECB+ and gives the predictions."""
    texts = load(folder, topics)
    print("\n".join(counts(texts)))
    documents = [read(text_page(one.doc, one.text)) for one in texts]
    terms = [features(one) for one in documents]
    stories = average_link(len(texts), Vectors(terms).scores(), LEAST_STORY)
    label = {texts[page].doc: texts[group[0]].doc for group in stories for page in group}
    gold = groups_of({one.doc: one.story for one in texts})
    print(f"{'stories, B-cubed':<44} {b_cubed(gold, groups_of(label))}   ({len(stories)} for {len(gold)})")
    yield from ({"kind": "story", "doc": doc, "story": story} for doc, story in label.items())
    annotator = Annotator()
    notes = [annotator.annotate(one) for one in documents]
    for name, groups in (("predicted", stories), ("gold", _by_gold(texts))):
        made = happenings(texts, acts(texts, notes), terms, groups)
        _tell(texts, made, f"happenings in {name} stories")
        if name == "predicted":
            yield from _mentions(texts, made)


def happenings(
    texts: Sequence[Text], found: Sequence[Any], terms: Sequence[Mapping[str, float]], stories: Iterable[Sequence[int]]
) -> list[str]:
    """The name of the happening of each mention, in order."""
    names = [""] * len(found)
    for story in stories:
        inside = set(story)
        places = [place for place, act in enumerate(found) if act.page in inside]
        chosen = [found[place] for place in places]
        for group, _ in grouped(chosen, compared(chosen, alike_in([terms[page] for page in story], story))):
            for place in group:
                names[places[place]] = f"{texts[story[0]].doc}-{places[group[0]]}"
    return names


def end_to_end(texts: Sequence[Text]) -> None:
    """Prints the figures of events that the package finds itself."""
    gold, made, told = whole(texts, MIN_CONFIDENCE["balanced"])
    print(told)
    _figures(gold, made, "happenings from end to end")


def _tell(texts: Sequence[Text], made: Sequence[str], what: str) -> None:
    mentions = [one for text in texts for one in text.mentions]
    keys = [(one.doc, one.id) for one in mentions]
    gold = groups_of({key: one.gold for key, one in zip(keys, mentions, strict=True)})
    _figures(gold, groups_of(dict(zip(keys, made, strict=True))), what)


def _figures(gold: Groups, made: Groups, what: str) -> None:
    for note, (ours, theirs) in (("", (gold, made)), (", without singletons", without_singles(gold, made))):
        figures = conll(ours, theirs)
        print(f"{what + note:<44} CoNLL {100 * float(figures['conll']):5.1f}")  # type: ignore[arg-type]
        for name, score in figures.items():
            if isinstance(score, Score):
                print(f"    {name:<40} {score}")


def _by_gold(texts: Sequence[Text]) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for page, text in enumerate(texts):
        found.setdefault(text.story, []).append(page)
    return list(found.values())


def _mentions(texts: Sequence[Text], made: Sequence[str]) -> Iterator[Line]:
    mentions = (one for text in texts for one in text.mentions)
    for one, name in zip(mentions, made, strict=True):
        yield {"kind": "mention", "doc": one.doc, "m_id": one.id, "start": one.start, "end": one.end, "happening": name}


def copies(file: Path, limit: int | None) -> Iterator[Line]:
    """Gives the copies among the texts of a file; prints how many edited texts are found again."""
    texts = []
    with _opened(file) as lines:
        for line in lines:
            one = json.loads(line)
            texts.append((str(one["id"]), str(one["text"])))
            if limit is not None and len(texts) == limit:
                break
    for line in scored([text for _, text in texts]):
        print(line)
    found = alike([shingles(list(words(text))) for _, text in texts])
    for first, second, like in found:
        yield {
            "kind": "copy", "first": texts[first][0], "second": texts[second][0], "relation": like.relation,
            "of_first": round(like.of_first, 3), "of_second": round(like.of_second, 3),
        }  # fmt: skip


def _opened(file: Path) -> Any:
    import gzip

    return gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
