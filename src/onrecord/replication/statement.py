"""The data statement of a bundle: what the pages are, and what nobody but their collector can tell.

The questions are those of Bender and Friedman's data statements (TACL 2018), put to a collection of pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.store import DocumentRow

MOST = 20
"""Rows of a table before the rest is summed up."""
NOT_TOLD = "*Not told. Whoever chose the pages should say it here: bundle them with `--note FILE`.*"


def data_statement(rows: Sequence[DocumentRow], judgements: int, note: str) -> str:
    """The statement in Markdown; ``note`` is the collector's own words, empty where there are none."""
    read = [row for row in rows if row.unread is None]
    days = [row.published_earliest for row in rows if row.published_earliest is not None]
    parts = [
        "# Data statement",
        "Of the pages in this bundle, made from the record itself. What a program cannot know is left to the collector.",
        "## Why these pages",
        note.strip() or NOT_TOLD,
        "## The pages",
        f"{len(rows):,} pages, {sum(row.size for row in rows):,} bytes; {len(read):,} were read for entries, with "
        f"{sum(row.characters for row in read):,} characters, {sum(row.statements for row in rows):,} statements and "
        f"{sum(row.events for row in rows):,} events of any confidence. {judgements:,} judgements of people are applied.",
        f"Published {_span(days)}; of {len(rows) - len(days):,} the day is not known.",
        "## Who published them",
        _table("outlet", Counter(row.outlet or "(not known)" for row in rows)),
        "## Languages",
        _table("language", Counter(row.language or "(not known)" for row in rows)),
        "## Pages that were not read",
        _table("reason", Counter(row.unread for row in rows if row.unread is not None)),
        "## Who speaks, who wrote, who annotated",
        "The people quoted and named are those of the pages; nothing is known of them but what the pages tell. No person "
        "annotated the pages, save by the judgements counted above. The rules were made by the authors of onrecord, who "
        "measured them on news in English; how well, and on what, its page on accuracy tells.",
        "## Limits",
        "English alone is read. A collection of pages is no sample of what happened: what no outlet reports is not in it, "
        "and what many report is in it many times. Entries are what the pages say, not what is true. Confidence is that "
        "of the reading, not of the claim.",
    ]
    return "\n\n".join(parts) + "\n"


def _span(days: Iterable[date]) -> str:
    ordered = sorted(days)
    return f"{ordered[0]} to {ordered[-1]}" if ordered else "on days that none of them tells"


def _table(head: str, counts: Counter[str]) -> str:
    if not counts:
        return "None."
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    rows = [f"| {name.replace('|', '/')} | {count:,} |" for name, count in ordered[:MOST]]
    rest = sum(count for _, count in ordered[MOST:])
    if rest:
        rows.append(f"| {len(ordered) - MOST:,} others | {rest:,} |")
    return "\n".join([f"| {head} | pages |", "|---|---|", *rows])


def model_cards(parser: str, event_model: str) -> str:
    """What the models behind a result decide, in Markdown; ``parser`` is its identity, ``event_model`` a digest of the weights."""
    return f"""# Models

No language model wrote anything in these results. Two models decided something; the full cards are in the program's
documentation, on the page about models.

## The parser

`{parser}`

Decides where words end, what kind of word each is, its base form, and on which word it depends. Who spoke, what happened
and who is meant is decided by rules on top of it. English alone. Long sentences and headlines are parsed worst.

## The event model

Weights with the SHA-256 `{event_model}`

A multinomial logistic regression of the program's own, in a table that can be read. Asked only at verbs where no frame holds:
is this an event of a type that the verb can have? Its events have the confidence 0.6 at most, and their `rule` ends in `.model`.
Trained on the train part of the program's own corpus and on the examples of its frames.
"""
