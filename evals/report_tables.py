"""The tables of the page on accuracy, each made from what the yardsticks printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from report_outputs import NO_FIGURE, Outputs

PARTS = ("train", "dev", "test")
FOUND = ("content", "content + speaker", "content + name", "content + cue", "content + speaker + cue")
FIELDS = (
    ("form right", "form right"),
    ("attitude right", "attitude right"),
    ("speaker's country right", "speaker's country right"),
    ("speaker's capacity right", "speaker's capacity right"),
    ("addressee: recall", "addressee: recall"),
    ("day of the saying right", "day of the saying right"),
    ("medium: recall", "medium right"),
    ("medium: precision", "medium: precision"),
    ("about, by name: recall", "about, by name: recall"),
    ("about, by name: precision", "about, by name: precision"),
    ("cue, verb: recall", "cue, verb: recall"),
    ("cue, noun: recall", "cue, noun: recall"),
    ("cue, according to: recall", "cue, according to: recall"),
    ("no cue: recall", "cue, no cue: recall"),
    ("headline: recall", "cue, headline: recall"),
    ("not said: recall", "not said: recall"),
    ("not said, taken as said", "not said, taken as said"),
    ("named speakers, precise", "named speakers, precise"),
    ("named speakers, precise: coverage", "coverage"),
)
LINKS = (
    ("nesting, F1", "nesting"),
    ("denies, F1", "denies"),
    ("replies, F1", "replies"),
    ("is itself an act, F1", "act"),
    ("one saying told twice, F1", "one saying"),
)
EVENT_FIELDS = (
    "status right", "mode right", "in whose words right", "country of parties right", "sector of parties right", "day right",
    "of the days that we give",
)  # fmt: skip
AGREED = (*FOUND, "nesting", "denies", "not said", "event type", "type + countries of both")
AGREED_FIELDS = (
    ("form", "form the same"),
    ("attitude", "attitude the same"),
    ("countries", "countries the same"),
    ("capacity", "capacity the same"),
    ("status", "status the same"),
    ("mode", "mode the same"),
    ("day, where both give one", "day the same, both dated"),
)


def table(head: str, rows: Iterable[str]) -> str:
    """A Markdown table from its heading and its rows."""
    return "\n".join([head, "|" + "---|" * (head.count("|") - 1), *rows])


def whole_row(out: Outputs, label: str, name: str, key: str) -> str:
    """A row with F1 and both of its ratios."""
    found = out.f1(name, key)
    cells = (
        (f"**{found['f1']}**", f"{found['p']} of {found['found']}", f"{found['r']} of {found['gold']}") if found else ()
    )
    return f"| {label} | {' | '.join(cells or (NO_FIGURE, '', ''))} |"


def ratios(out: Outputs, label: str, key: str, names: Iterable[str]) -> str:
    """A row with one ratio for each yardstick."""
    return f"| {label} | {' | '.join(out.ratio(name, key) for name in names)} |"


def statements(out: Outputs) -> str:
    """Statements found, on every set."""
    sets = (("PolNeAR dev", "polnear", tuple(key for key in FOUND if key != "content + name")),) + tuple(
        (f"our corpus, {part}", f"statements-{part}", FOUND) for part in PARTS
    )
    rows = [whole_row(out, f"{label}: {key}", name, key) for label, name, keys in sets for key in keys]
    return table("| | F1 | precision | recall |", rows)


def by_form(out: Outputs) -> str:
    """Recall and precision of direct, mixed and indirect speech."""
    names = ("polnear", *(f"statements-{part}" for part in PARTS))
    keys = [f"{form}: {way}" for form in ("direct", "mixed", "indirect") for way in ("recall", "precision")]
    return table(
        "| by form | PolNeAR dev | our corpus, train | dev | test |", [ratios(out, key, key, names) for key in keys]
    )


def gum(out: Outputs) -> str:
    """Recall on GUM."""
    keys = "content", "half covered", "speaker of matches"
    rows = [
        f"| {genre} | {' | '.join(out.ratio('gum', f'{genre}: {key}') for key in keys)} |"
        for genre in ("news", "interview")
    ]
    return table("| | content | half of it covered | speaker of matches |", rows)


def statement_fields(out: Outputs) -> str:
    """What is right of the statements found, and the links between them."""
    names = tuple(f"statements-{part}" for part in PARTS)
    links = [f"| {label} | {' | '.join(_link(out, name, key) for name in names)} |" for label, key in LINKS]
    return table("| | train | dev | test |", [*(ratios(out, label, key, names) for label, key in FIELDS), *links])


def _link(out: Outputs, name: str, key: str) -> str:
    found = out.f1(name, key)
    return (
        f"{found['f1']} (P {found['p']} of {found['found']}, R {found['r']} of {found['gold']})" if found else NO_FIGURE
    )


def events(out: Outputs) -> str:
    """Events found."""
    keys = "type", "type + phrases of both", "type + countries of both"
    rows = [whole_row(out, f"{part}: {key}", f"events-{part}", key) for part in PARTS for key in keys]
    return table("| our corpus | F1 | precision | recall |", rows)


def event_fields(out: Outputs) -> str:
    """What is right of the events found, and how many are false."""
    names = tuple(f"events-{part}" for part in PARTS)
    pattern = r"false events\s+([\d.]+) per 1,000 sentences \((\d+) on (\d+) sentences"
    false = [out.match(name, pattern) for name in names]
    cells = [f"{one[1]} ({one[2]} on {one[3]})" if one else NO_FIGURE for one in false]
    last = f"| false events per 1,000 sentences without political events | {' | '.join(cells)} |"
    return table("| of pairs | train | dev | test |", [*(ratios(out, key, key, names) for key in EVENT_FIELDS), last])


def plv(out: Outputs) -> str:
    """PLOVER types where the parties are given."""
    rows = []
    for key, label in (("root", "root, 15 classes"), ("quad", "quad, 4 classes"), ("binary", "binary, 2 classes")):
        found = out.match("plv", rf"{key}: macro-F1\s+([\d.]+) over \d+ classes; right\s+([\d.]+ % \(\d+ of \d+\))")
        rows.append(f"| {label}: macro-F1 | {f'**{found[1]}**; right {found[2]}' if found else NO_FIGURE} |")
    rows.append(f"| sentences with an event | {out.ratio('plv', 'any event')} |")
    rows.append(f"| sentences with the marked pair | {out.ratio('plv', 'with the marked pair')} |")
    return table("| PLV, train part | |", rows)


def coded_leads(out: Outputs) -> str:
    """CAMEO roots beside those of several people."""
    rows = []
    for key in ("statements count as 01", "without 01, joined", "without 01"):
        found = out.match(
            "cameo",
            rf"root F1, {re.escape(key)}\s{{2,}}([\d.]+) \(over \d+ coders: ([\d.]+ to [\d.]+); "
            r"between people ([\d.]+ to [\d.]+)\)",
        )
        rows.append(f"| {key} | **{found[1]}** ({found[2]}) | {found[3]} |" if found else f"| {key} | {NO_FIGURE} | |")
    rows.append(f"| rightly left alone | {out.ratio('cameo', 'rightly left alone')} | |")
    return table("| coded leads: root F1 | ours, mean (over coders) | between people |", rows)


def holders(out: Outputs) -> str:
    """Who held an office on a day."""
    ratio = r"([\d.]+ % \(\d+ of \d+\))"
    found = re.findall(
        rf"^(phrases|pages)\s+(\w+)\s+right\s+{ratio}\s+wrong\s+{ratio}\s+open\s+{ratio}",
        out.text("holders") or "",
        re.MULTILINE,
    )
    rows = [f"| {kind}, {by} | {right} | {wrong} | {unknown} |" for kind, by, right, wrong, unknown in found]
    return table("| holders | right | wrong | open |", rows or [f"| {NO_FIGURE} | | | |"])


def phrase_cases(out: Outputs) -> str:
    """Phrases with the country and sector that other people gave them."""
    rows = [f"| {key} | {out.ratio('actors', f'{key} of a phrase')} |" for key in ("country", "sector")]
    return table("| phrase cases | right |", rows)


def corpus_phrases(out: Outputs) -> str:
    """Phrases that our corpus marks."""
    keys = "name right", "name wrong", "country right", "country wrong", "sector right"
    return table("| | |", [f"| {key} | {out.ratio('actors-dev', key)} |" for key in keys])


def pages(out: Outputs) -> str:
    """Article text and paragraphs of web pages."""
    number = r"([\d.]+)"
    dumps = out.match(
        "pages",
        rf"article text, dumps: words {number}, every line, words {number}, shingles {number}, every line, shingles {number}",
    )
    html = out.match("pages", rf"article text, html: words {number}, shingles {number}")
    parts = {kind: out.match("pages", rf"paragraphs, {kind}: F1 {number}") for kind in ("html", "dumps")}
    head = "| | article text, words | article text, shingles | paragraphs, F1 |"
    if dumps is None or html is None or parts["html"] is None or parts["dumps"] is None:
        return table(head, [f"| {NO_FIGURE} | | | |"])
    return table(
        head,
        [
            f"| HTML | {html[1]} | {html[2]} | {parts['html'][1]} |",
            f"| text dumps | {dumps[1]} | {dumps[3]} | {parts['dumps'][1]} |",
            f"| every line of a dump, for comparison | {dumps[2]} | {dumps[4]} | |",
        ],
    )


def publication(out: Outputs) -> str:
    """Days of publication."""
    rows = []
    for kind, label in (("html", "HTML"), ("dumps", "text dumps")):
        found = out.match(
            "pages",
            rf"dates, {kind}: no gold, a day given (\d+), no gold, unknown (\d+), right (\d+), unknown (\d+), wrong (\d+)",
        )
        cells = f"{found[3]} | {found[5]} | {found[4]} | {found[1]}, {found[2]}" if found else f"{NO_FIGURE} | | | "
        rows.append(f"| {label} | {cells} |")
    return table("| day of publication | right | wrong | open | no gold: a day given, none |", rows)


def storyset(out: Outputs) -> str:
    """What is made of several pages, on the stories that were tuned on and on those that were held."""
    both = [out.text(name) for name in ("storyset", "storyset-held")]
    return "```\n" + "\n".join(one.rstrip() if one else NO_FIGURE for one in both) + "\n```"


def agreement(out: Outputs) -> str:
    """Two annotations of the same passages."""
    return table("| | F1 | of the second | of the first |", [whole_row(out, key, "agreement", key) for key in AGREED])


def agreement_fields(out: Outputs) -> str:
    """How often two annotations give a pair the same field."""
    rows = [f"| {label} | {out.ratio('agreement', key)} |" for label, key in AGREED_FIELDS]
    return table("| of pairs, the same | |", rows)


def agreement_passages(out: Outputs) -> str:
    """How many passages were annotated twice."""
    found = out.match("agreement", r"^(\d+) passages;")
    return found[1] if found else "Some"


TABLES: dict[str, Callable[[Outputs], str]] = {
    **{
        made.__name__: made
        for made in (
            statements, by_form, gum, statement_fields, events, event_fields, plv, coded_leads, holders, phrase_cases,
            corpus_phrases, pages, publication, storyset, agreement, agreement_fields, agreement_passages,
        )
    },
    "calibration_polnear": lambda out: out.calibration("polnear"),
    "calibration_dev": lambda out: out.calibration("statements-dev"),
    "calibration_test": lambda out: out.calibration("statements-test"),
    "quiet": lambda out: out.block("quiet"),
    "times": lambda out: out.block("times"),
    "pairs": lambda out: out.block("pairs", r"speaking|clashes|  where"),
    "timelines": lambda out: out.block("timelines", r"event mentions|found|with a day"),
    "ecb": lambda out: out.block("ecb", r"(?!    )."),
}  # fmt: skip
"""What stands in the page's places, by name."""
