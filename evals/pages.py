"""How well pages are read: article paragraphs and dates, against other people's gold.

    python evals/pages.py --data DIR [--errors N] [--only html|dumps] [--half even|odd]

DIR holds `fundus-eval/` (html/*.gz, ground_truth.json) and `htmldate/` (html/*.gz, eval_mediacloud_2020.json). Nothing
of it is copied. A paragraph counts as right when its words are those of a gold paragraph, white space aside; gold in
square brackets is optional: neither asked for nor held against. Text dumps are the same pages with every visible line
rendered. Subheadings count as paragraphs, as they do in the gold. Article text is compared as bags of words and of
runs of four words (shingles), page by page; the figure is the mean over pages. "Every line" is what keeping all of a
dump would give. The reader's weights were set by hand from the misses on these pages, so the figures are those of a
development set; ``--half`` shows how far they hang on which pages are looked at.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

from onrecord.errors import PageError
from onrecord.read import read
from onrecord.schema import Document, Page

HIDDEN = frozenset(
    "script style noscript template svg head iframe select option object canvas video audio math".split()
)
BREAKING = frozenset(
    "address article aside blockquote body br button center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul".split()
)


def render(raw: bytes) -> str:
    """All visible text of a page, one line a block, blank lines between, list items with a star."""
    out: list[str] = []
    _walk(html.document_fromstring(raw, parser=html.HTMLParser(encoding="utf-8")), out)
    lines = [re.sub(r"[ \t]+", " ", line).strip() for line in "".join(out).split("\n")]
    return "\n\n".join(line for line in lines if line and line != "*")


def _walk(root: html.HtmlElement, out: list[str]) -> None:
    stack: list[tuple[html.HtmlElement, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        breaking = element.tag in BREAKING
        if leaving:
            out.append("\n" if breaking else "")
            if element is not root and element.tail:
                out.append(re.sub(r"\s+", " ", element.tail))
            continue
        if not isinstance(element.tag, str) or element.tag in HIDDEN or _invisible(element):
            if element.tail:
                out.append(re.sub(r"\s+", " ", element.tail))
            continue
        out.append("\n" if breaking else "")
        out.append("* " if element.tag == "li" else "")
        out.append(re.sub(r"\s+", " ", element.text or ""))
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _invisible(element: html.HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


@dataclass
class Tally:
    """Right, wrong and missed, with the worst cases."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    failed: int = 0
    errors: list[str] = field(default_factory=list)

    def line(self, what: str, pages: int) -> str:
        """The figures with their denominators."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)
        return (
            f"{what}: F1 {f1:.3f}, precision {precision:.3f} ({self.right}/{self.right + self.wrong}), "
            f"recall {recall:.3f} ({self.right}/{self.right + self.missed}), pages {pages - self.failed}/{pages}"
        )


def plain(text: str) -> str:
    """The text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def paragraphs(document: Document) -> list[str]:
    """What the reader takes for article text: paragraphs and subheadings, a dateline put back before its paragraph."""
    out: list[str] = []
    head = ""
    for block in document.blocks:
        own = plain(document.text[block.start : block.end])
        if block.kind == "dateline":
            head = own + " "
        elif block.kind in ("paragraph", "subheading"):
            out.append(head + own)
            head = ""
    return [re.sub(r"^[*•] ", "", one) for one in out]


def optional_lines(gold: Iterable[str]) -> set[str]:
    """The gold lines in square brackets, without them."""
    wanted = [plain(one) for one in gold]
    return {one[1:-1].strip() for one in wanted if one.startswith("[") and one.endswith("]")}


def bag(text: str, size: int) -> Counter[tuple[str, ...]]:
    """The runs of ``size`` words in ``text``, with their numbers."""
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))


def text_f1(found: Iterable[str], gold: Iterable[str], size: int) -> float:
    """F1 of one page's text, in runs of ``size`` words."""
    lines = list(gold)
    optional = optional_lines(lines)
    one = bag("\n".join(own for own in found if own not in optional), size)
    two = bag("\n".join(own for own in map(plain, lines) if own[1:-1].strip() not in optional), size)
    return 2 * sum((one & two).values()) / max(1, sum(one.values()) + sum(two.values()))


def compare(found: Iterable[str], gold: Iterable[str], tally: Tally, name: str) -> None:
    """Adds one page's paragraphs to the tally."""
    wanted = [plain(one) for one in gold]
    optional = optional_lines(wanted)
    must = Counter(one for one in wanted if not (one.startswith("[") and one.endswith("]")))
    have = Counter(one for one in found if one not in optional)
    tally.right += sum((have & must).values())
    tally.wrong += sum((have - must).values())
    tally.missed += sum((must - have).values())
    tally.errors += [f"{name} + {one[:150]}" for one in have - must] + [f"{name} - {one[:150]}" for one in must - have]


def documents(folder: Path, names: Iterable[str], dump: bool) -> Iterator[tuple[str, Document | None]]:
    """The pages, read as HTML or as rendered text; None where one could not be read."""
    for name in names:
        raw = gzip.decompress((folder / name).read_bytes())
        try:
            page = Page(name, render(raw).encode("utf-8"), "text") if dump else Page(name, raw, "html")
            yield name, read(page)
        except PageError as error:
            print(f"  {name}: {type(error).__name__}: {error}")
            yield name, None


def measure_paragraphs(data: Path, dump: bool, half: str | None = None) -> tuple[Tally, int]:
    """Article paragraphs of the `fundus-eval` pages; prints the article-text figures."""
    gold = json.loads((data / "fundus-eval" / "ground_truth.json").read_text(encoding="utf-8"))
    names = sorted(gold)[{"even": 0, "odd": 1}.get(half or "", 0) :: 2 if half else 1]
    tally = Tally()
    means: Counter[str] = Counter()
    for name, document in documents(data / "fundus-eval" / "html", names, dump):
        tally.failed += document is None
        body, found = gold[name]["body"], paragraphs(document) if document else []
        compare(found, body, tally, name.split(".")[0])
        whole = document.text.split("\n") if document and dump else []
        for size, what in ((1, "words"), (4, "shingles")):
            means[what] += text_f1(found, body, size)
            means[f"every line, {what}"] += text_f1(whole, body, size)
    mode = "dumps" if dump else "html"
    print(
        f"article text, {mode}: "
        + ", ".join(f"{what} {total / len(names):.3f}" for what, total in means.items() if total)
    )
    return tally, len(names)


def measure_dates(data: Path, dump: bool) -> tuple[Counter[str], list[str]]:
    """Publication days of the `htmldate` pages: right, wrong, unknown (and how many have no gold day)."""
    gold = json.loads((data / "htmldate" / "eval_mediacloud_2020.json").read_text(encoding="utf-8"))
    names = {f"{row['file']}.gz": row["date"] for row in gold.values()}
    tally: Counter[str] = Counter()
    errors: list[str] = []
    for name, document in documents(data / "htmldate" / "html", sorted(names), dump):
        wanted = names[name] if isinstance(names[name], str) else None
        when = document.published if document else None
        day = str(when.earliest) if when else None
        outcome = "unknown" if day is None else "right" if day == wanted else "wrong"
        tally[outcome if wanted else f"no gold, {'unknown' if day is None else 'a day given'}"] += 1
        if day and day != wanted:
            errors.append(f"{name} says {day} ({when.origin or when.text if when else ''}), gold {wanted}")
    return tally, errors


def main() -> None:
    """Prints the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--errors", type=int, default=0, help="how many wrong answers to list")
    options.add_argument("--half", choices=("even", "odd"), help="every other page of the article texts")
    options.add_argument("--only", choices=("html", "dumps"), help="measure just one of the two")
    given = options.parse_args()
    for dump, what in ((True, "dumps"), (False, "html")):
        if given.only and given.only != what:
            continue
        tally, pages = measure_paragraphs(given.data, dump, given.half)
        print(tally.line(f"paragraphs, {what}", pages))
        dates, errors = measure_dates(given.data, dump)
        print(
            f"dates, {what}: "
            + ", ".join(f"{key} {number}" for key, number in sorted(dates.items()))
            + f", pages {sum(dates.values())}"
        )
        for line in (tally.errors + errors)[: given.errors]:
            print("  " + line)


if __name__ == "__main__":
    main()
