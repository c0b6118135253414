"""Odd text given to the parts that take text from strangers: nothing may crash, and what comes out must hold.

    python evals/fuzz_parts.py --seconds 60
    python evals/fuzz_parts.py --part trees --count 5000
    python evals/fuzz_parts.py --guided FOLDER --seconds 450

Text is made of the marks, words and numbers that each part looks for, mixed with what nobody expects; the same number gives the
same text. ``trees`` gives sentences with made-up parses, such as no parser makes, to everything behind the parser. With
``--guided`` the atheris fuzzer (Linux, installed by hand) looks for texts that reach new code of the package. Prints each
failure with its number or its text, then executions; exit status 1 where anything failed.
"""

from __future__ import annotations

import argparse
import gc
import random
import re
import resource
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

from onrecord.annotate import pair_quotes, split_sentences
from onrecord.checks import check
from onrecord.errors import UsageError
from onrecord.find import find, relate
from onrecord.find.times import parse_times
from onrecord.lexicon.actors import ActorTable, load_actors
from onrecord.lexicon.frames import FrameTable, load_frames
from onrecord.read.dates import find_dates
from onrecord.read.mojibake import repairs
from onrecord.resolve import resolve, resolve_phrase
from onrecord.schema import Annotations, Block, Document, Page, Sentence, Token
from onrecord.schema.annotation import children_of
from onrecord.steps import read_page
from onrecord.store.words import words
from onrecord.web.asked import Asked

MARKS = (
    "“ ” \" ' ‘ ’ « » „ ‟ `` '' ( ) [ ] { } – — - , . ; : ? ! … \n \n\n \t \r \u2028 \u00a0 \u202e \ufeff \x00 ́ 🏔 ﬁ ß İ"
)
WORDS = (
    "said accused Norland of shelling the Novak minister foreign of Kenya he she it they not no if unless until after before "
    "on in by Monday March 4 2019 1848-52 20s yesterday the day before last next week Easter Ramadan 12/05/2021 5:30 a.m. "
    "Friday's the 31st of February BC AD Nowruz ten thousand a dozen killed talks that who which would may, the U.N. U.S. "
    "Dr. St. Mrs O’Neil al-Assad von der al- 's n't AFP (Reuters) https://a.example/b www @who #tag 1,000,000.50 €5m 3rd ½"
)
PIECES = (
    *MARKS.split(" "),
    *WORDS.split(" "),
    " ",
    "",
    "x" * 3000,
    "(" * 200,
    "“" * 200,
    "9" * 400,
    "A." * 300,
    "\ud800",
)
DEPS = (
    "ROOT nsubj nsubjpass dobj pobj prep ccomp xcomp advcl relcl acl conj cc aux auxpass neg mark det amod compound poss case "
    "appos attr oprd dative agent pcomp punct npadvmod nummod parataxis expl intj dep meta prt quantmod predet csubj"
).split(" ")
TAGS = (
    ("VERB", "VBD"),
    ("VERB", "VBN"),
    ("VERB", "VB"),
    ("NOUN", "NN"),
    ("PROPN", "NNP"),
    ("PRON", "PRP"),
    ("ADP", "IN"),
    ("PUNCT", ","),
)
MOST = 40
"""Pieces of a text."""
GLUE = (" ", " ", "", "\n")
ROUND = 240
"""Seconds by the clock that a round of the guided fuzzer takes."""
DONE = re.compile(r"^Done (\d+) ", re.MULTILINE)
FAILED = re.compile(r"^FAILED at (.*?) in [^ ]+ (.*)$", re.MULTILINE)
"""Where in the code, and what of it: a place is told once."""


@cache
def tables() -> tuple[FrameTable, ActorTable]:
    """Frames and actors."""
    return load_frames(), load_actors()


@cache
def lemmas() -> tuple[str, ...]:
    """The words that frames hang on."""
    return tuple(sorted({frame.lemma for frame in tables()[0].frames}))


def text_of(dice: random.Random) -> str:
    """An odd text."""
    glue = dice.choice(GLUE)
    return glue.join(dice.choice(PIECES) for _ in range(dice.randrange(MOST)))


def document_of(text: str) -> Document:
    """The text with each line as a paragraph."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", start, start + len(line), "made"))
        start += len(line) + 1
    return Document("0" * 16, "0" * 64, "made.txt", text, tuple(blocks))


def quotes(text: str) -> None:
    """Quotations stand in their blocks and never cross."""
    document = document_of(text)
    found = pair_quotes(text, document.blocks)
    for one in found:
        block = document.blocks[one.block]
        assert block.start <= one.start <= one.inner_start <= one.inner_end <= one.end <= block.end
    for one, other in zip(found, found[1:], strict=False):
        assert one.end <= other.start or one.start <= other.start


def sentences(text: str) -> None:
    """Sentences hold every character that is not white space, once."""
    held = split_sentences(text, 0, len(text))
    assert all(one[1] <= other[0] for one, other in zip(held, held[1:], strict=False))
    kept = sum(not char.isspace() for start, end in held for char in text[start:end])
    assert kept == sum(not char.isspace() for char in text)


def times(text: str) -> None:
    """Times slice, and begin before they end."""
    for anchor in (None, date(2019, 3, 4), date(1, 1, 1), date(9999, 12, 31)):
        for one in parse_times(text, 0, anchor):
            assert one.start is not None and one.end is not None and text[one.start : one.end] == one.text
            assert one.earliest is None or one.latest is None or one.earliest <= one.latest


def dates(text: str) -> None:
    """Dates stand in the text."""
    assert all(0 <= one.start < one.end <= len(text) and one.days for one in find_dates(text))
    assert all(0 <= one.start < one.end <= len(text) for one in repairs(text))


def names(text: str) -> None:
    """Names stand in the text, and anything at all may be asked for."""
    actors = tables()[1]
    assert all(0 <= one.start < one.end <= len(text) for one in actors.find_names(text))
    resolve_phrase(text[:300], actors, "KEN", date(2019, 3, 4))
    words(text)


def pages(text: str) -> None:
    """A page of it is read, or refused with a reason."""
    from onrecord.errors import PageError

    raw = text.encode("utf-8", "surrogatepass")
    for media, head in (("text", b""), ("html", b"<html><body><p>"), ("html", b"")):
        try:
            document = read_page(Page("made", head + raw, media))  # type: ignore[arg-type]
        except PageError as error:
            assert str(error)
            continue
        end = 0
        for block in document.blocks:
            assert end <= block.start < block.end <= len(document.text)
            end = block.end


def asked(text: str) -> None:
    """An address is understood or refused."""
    try:
        one = Asked("/entries", [("search", text), ("page", text[:5])], ("search", "page"))
        one.number("page", 1)
        one.address(page=2)
    except UsageError as error:
        assert str(error)


def trees(text: str) -> None:
    """Whatever the parser says, entries stand in their words."""
    document = document_of(text.replace("\x00", " "))
    dice = random.Random(text.encode("utf-8", "replace"))
    annotations = Annotations(tuple(_parsed(document, dice)), pair_quotes(document.text, document.blocks), "made")
    frames, actors = tables()
    found = find(document, annotations, frames, actors)
    found = relate(document, annotations, resolve(document, annotations, found, actors))
    assert [fault.what for fault in check(found) if "SHA" not in fault.what] == []


def _parsed(document: Document, dice: random.Random) -> Iterator[Sentence]:
    """The sentences of a document with trees made by the dice."""
    index = 0
    for number, block in enumerate(document.blocks):
        for start, end in split_sentences(document.text, block.start, block.end):
            tokens = tuple(_tokens(document.text, start, end, dice))
            if tokens:
                yield Sentence(index, number, start, end, tokens, children_of(tokens))
                index += 1


def _tokens(text: str, start: int, end: int, dice: random.Random) -> Iterator[Token]:
    places, at = [], start
    for word in text[start:end].split():
        at = text.index(word, at)
        places.append((at, at + len(word)))
        at += len(word)
    order = list(range(len(places)))
    dice.shuffle(order)
    heads = {one: order[dice.randrange(number)] if number else one for number, one in enumerate(order)}
    for index, (first, last) in enumerate(places):
        pos, tag = dice.choice(TAGS)
        lemma = dice.choice(lemmas()) if dice.random() < 0.4 else text[first:last].lower()
        dep = "ROOT" if heads[index] == index else dice.choice(DEPS)
        yield Token(index, first, last, text[first:last], lemma, pos, tag, dep, heads[index])


PARTS: dict[str, Callable[[str], None]] = {
    one.__name__: one for one in (quotes, sentences, times, dates, names, pages, asked, trees)
}


def fails(part: Callable[[str], None], text: str) -> str:
    """What went wrong with a text; empty where nothing did."""
    try:
        part(text)
    except Exception:  # noqa: BLE001 (whatever it is, it is what is looked for)
        return traceback.format_exc()
    return ""


def guided(names: Sequence[str], seconds: float, corpus: Path) -> int:
    """Lets atheris look for texts that reach new code of each part, so many seconds of processor time; how many failed.

    Texts that did are kept in ``corpus``, from which a later run goes on. A round is a process of its own.
    """
    bad = 0
    for name in names:
        (corpus / name).mkdir(parents=True, exist_ok=True)
        spent = texts = 0
        known: set[str] = set()
        while spent < seconds:
            call = [sys.executable, __file__, "--part", name, "--round", str(corpus / name)]
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            told = subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False).stdout.decode()
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent += after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            done = DONE.findall(told)
            if not done:
                raise RuntimeError(f"{name}: the round ended by itself\n{told[-2000:]}")
            texts += int(done[-1])
            for where, wrong in FAILED.findall(told):
                if where not in known:
                    known.add(where)
                    print(f"{name}: {where} {wrong}", flush=True)
        bad += len(known)
        reached = sum(1 for _ in (corpus / name).iterdir())
        print(f"{name:<10} {texts:9,} texts in {spent / 60:.1f} minutes, {reached:,} that reach new code", flush=True)
    return bad


def one_round(part: Callable[[str], None], corpus: Path) -> None:
    """A round of atheris over one part; it ends the process."""
    import atheris

    for function in gc.get_objects():
        if isinstance(function, FunctionType) and (function.__module__ or "").startswith("onrecord."):
            atheris.instrument_func(function)
    met: set[str] = set()

    def one(data: bytes) -> None:
        text = text_in(atheris.FuzzedDataProvider(data))
        wrong = fails(part, text)
        where, _, what = wrong.strip().rpartition("File ")[2].partition(" in ")
        if wrong and where not in met:
            met.add(where)
            print(f"FAILED at {where} in {' / '.join(what.split(chr(10)))} on {text!a}", file=sys.stderr)

    atheris.Setup(
        [sys.argv[0], f"-max_total_time={ROUND}", "-max_len=400", f"-artifact_prefix={corpus}/", str(corpus)], one
    )
    atheris.Fuzz()


def text_in(source: Any) -> str:
    """The text that the fuzzer's bytes stand for: pieces that the parts look for, each with up to two odd characters."""

    def one_of(these: Sequence[str]) -> str:
        return these[source.ConsumeIntInRange(0, len(these) - 1)]

    many = min(MOST, source.remaining_bytes() // 4)
    return "".join(one_of(PIECES) + source.ConsumeUnicode(2) + one_of(GLUE) for _ in range(many))


def main() -> int:
    """Feeds the parts and prints what failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--part", nargs="+", choices=sorted(PARTS), default=sorted(PARTS))
    parser.add_argument("--seconds", type=float, default=0.0, help="for each part; else --count texts")
    parser.add_argument("--count", type=int, default=500, help="texts for each part")
    parser.add_argument("--start", type=int, default=0, help="number of the first text")
    parser.add_argument(
        "--guided", type=Path, metavar="FOLDER", help="coverage-guided, by atheris; texts are kept there"
    )
    parser.add_argument("--round", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.round:
        one_round(PARTS[given.part[0]], given.round)
    bad = guided(given.part, given.seconds or 60, given.guided) if given.guided else odd(given)
    print(f"failures: {bad}")
    return 1 if bad else 0


def odd(given: argparse.Namespace) -> int:
    """Feeds the parts with texts made by dice; how many failed."""
    bad = 0
    for name in given.part:
        number, begun, slowest = given.start, time.monotonic(), (0.0, 0)
        while (time.monotonic() - begun < given.seconds) if given.seconds else number < given.start + given.count:
            text = text_of(random.Random(f"{name}:{number}"))
            before = time.process_time()
            wrong = fails(PARTS[name], text)
            slowest = max(slowest, (time.process_time() - before, number))
            if wrong:
                bad += 1
                print(f"{name} {number}: {wrong}")
            number += 1
        print(
            f"{name:<10} {number - given.start:7,} texts, slowest {slowest[0]:.2f} s (number {slowest[1]})", flush=True
        )
    return bad


if __name__ == "__main__":
    sys.exit(main())
