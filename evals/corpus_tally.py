"""Statements found on the corpus against its gold: figures, reliability of the confidences, and wrong answers.

Contents are paired as ``polnear.py`` does it (words, intersection over union of at least one half, one to one); a bare
denial, which has no content, is paired by its cue. ``+ speaker`` asks for the phrase, ``+ name`` for whom it resolves to,
``+ cue`` for a shared word. Attitude, form, country and the like are shares of the pairs; ``corpus_links.py`` says how links
are counted. A named speaker counts at the precise point where the statement is that sure and the speaker as sure as that
point asks for; it is right where the gold names the same one, and coverage is over the gold's named speakers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from calibration import table
from common import LEFT_OUT, Agreement, Ratio, Report
from corpus_links import count_links
from corpus_match import Aligned, Pair, align, cue_kind, names_of, same_name

from corpus import Passage, Range, Saying
from onrecord.resolve.words import PRONOUNS
from onrecord.schema import Findings, Party, Span, Statement
from onrecord.selection import SURE_SPEAKER
from onrecord.settings import MIN_CONFIDENCE

FORMS = ("direct", "mixed", "indirect")
KINDS = ("verb", "noun", "according to", "adverb", "adjective", "other", "no cue", "headline")
WRONG = ("missed", "spurious", "speaker", "form", "attitude")

Test = Callable[[Pair], bool]


@dataclass(slots=True)
class Tally:
    """Passages as they were read, at a floor of confidence."""

    floor: float
    aligned: list[Aligned] = field(default_factory=list)
    everything: list[Aligned] = field(default_factory=list)
    kinds: dict[tuple[str, str], str] = field(default_factory=dict)

    def passage(self, passage: Passage, found: Findings, tags: dict[int, str]) -> None:
        """Counts one passage in; ``found`` holds everything, whatever its confidence."""
        sure = replace(
            found,
            statements=tuple(one for one in found.statements if one.confidence >= self.floor),
            events=tuple(one for one in found.events if one.confidence >= self.floor),
        )
        self.aligned.append(align(passage, sure))
        self.everything.append(align(passage, found))
        for one in passage.statements:
            self.kinds[passage.name, one.key] = cue_kind(passage, one, tags)

    @property
    def pairs(self) -> list[Pair]:
        """All pairs, in the order of the passages."""
        return [pair for one in self.aligned for pair in one.pairs]

    def report(self, name: str, gold: str) -> Report:
        """The figures, and what went wrong, the worst first and kinds in turn."""
        made = Report(name, gold)
        sayings = [one for each in self.aligned for one in each.passage.statements]
        ours = [one for each in self.aligned for one in each.found.statements]
        made.lines.append(f"{len(self.aligned)} passages")
        for key, what, test in _TESTS:
            right = sum(test(pair) for pair in self.pairs)
            made.add(f"{key}_f1", what, Agreement(right, len(ours), len(sayings)))
        _forms(made, self.pairs, sayings, ours)
        _attributes(made, self.pairs)
        self._kinds(made)
        count_links(made, self.aligned)
        _unsaid(made, self.aligned)
        _named(made, self.aligned)
        _unresolved(made, self.pairs)
        wrong = [_wrong(kind, self) for kind in WRONG]
        made.misses = [line for row in zip_longest(*wrong) for line in row if line is not None]
        return made

    def _kinds(self, made: Report) -> None:
        found = {(each.passage.name, pair.gold.key) for each in self.aligned for pair in each.pairs}
        for kind in KINDS:
            keys = [key for key, what in self.kinds.items() if what == kind]
            if keys:
                right = sum(key in found for key in keys)
                made.add(f"cue_{kind.replace(' ', '_')}_recall", f"cue, {kind}: recall", Ratio(right, len(keys)))

    def calibration(self) -> list[str]:
        """Reliability of both confidences, over everything that is found."""
        paired = [pair for each in self.everything for pair in each.pairs]
        right = {id(pair.ours) for pair in paired}
        ours = [one for each in self.everything for one in each.found.statements]
        lines = table("confidence, content right", [(one.confidence, id(one) in right) for one in ours])
        spoken = [pair for pair in paired if pair.ours.speaker]
        judged = [(pair.ours.speaker_confidence, pair.phrase_right and pair.name_right) for pair in spoken]
        return lines + table("speaker confidence, phrase and name right", judged)


_TESTS: tuple[tuple[str, str, Test], ...] = (
    ("content", "content", lambda pair: True),
    ("speaker", "content + speaker", lambda pair: pair.phrase_right),
    ("name", "content + name", lambda pair: pair.name_right),
    ("cue", "content + cue", lambda pair: pair.cue_right),
    ("all", "content + speaker + cue", lambda pair: pair.phrase_right and pair.cue_right),
)


def _forms(made: Report, pairs: Sequence[Pair], sayings: Sequence[Saying], ours: Sequence[Statement]) -> None:
    made.add("form_right", "form right", Ratio(sum(pair.gold.form == pair.ours.form for pair in pairs), len(pairs)))
    for form in FORMS:
        hits = sum(pair.gold.form == form for pair in pairs)
        made.add(f"{form}_recall", f"{form}: recall", Ratio(hits, sum(one.form == form for one in sayings)))
        hits = sum(pair.ours.form == form for pair in pairs)
        made.add(f"{form}_precision", f"{form}: precision", Ratio(hits, sum(one.form == form for one in ours)))


def _attributes(made: Report, pairs: Sequence[Pair]) -> None:
    right = sum(pair.gold.attitude == pair.ours.attitude for pair in pairs)
    made.add("attitude_right", "attitude right", Ratio(right, len(pairs)))
    spoken = [(pair.gold, speaker) for pair in pairs if (speaker := pair.ours.speaker)]
    same = sum(set(gold.countries) == _countries(speaker) for gold, speaker in spoken)
    made.add("country_right", "speaker's country right", Ratio(same, len(spoken)))
    same = sum(set(gold.sectors) == _sectors(speaker) for gold, speaker in spoken)
    made.add("sector_right", "speaker's sector right", Ratio(same, len(spoken)))
    same = sum(gold.capacity == speaker.capacity for gold, speaker in spoken)
    made.add("capacity_right", "speaker's capacity right", Ratio(same, len(spoken)))
    told = [pair for pair in pairs if pair.gold.addressee]
    made.add("addressee_recall", "addressee: recall", Ratio(sum(_told(pair) for pair in told), len(told)))
    dated = [pair for pair in pairs if pair.gold.when]
    on_day = sum(pair.gold.when == (pair.ours.when.earliest, pair.ours.when.latest) for pair in dated)
    made.add("when_right", "day of the saying right", Ratio(on_day, len(dated)))
    carried = [pair for pair in pairs if pair.gold.medium]
    same = sum(pair.gold.medium == pair.ours.medium for pair in carried)
    made.add("medium_right", "medium right", Ratio(same, len(carried)))
    given = sum(pair.ours.medium is not None for pair in pairs)
    made.add("medium_precision", "medium: precision", Ratio(same, given))
    _about(made, pairs)


def _about(made: Report, pairs: Sequence[Pair]) -> None:
    """Topics by name, where the gold gives any: recall over those, and precision over ours on the same statements."""
    told = [(pair.gold.about, tuple(one.name for one in pair.ours.about)) for pair in pairs if pair.gold.about]
    found = sum(any(same_name(name, one) for one in ours) for gold, ours in told for name in gold)
    right = sum(any(same_name(one, name) for name in gold) for gold, ours in told for one in ours)
    made.add("about_recall", "about, by name: recall", Ratio(found, sum(len(gold) for gold, _ in told)))
    made.add("about_precision", "about, by name: precision", Ratio(right, sum(len(ours) for _, ours in told)))


def _countries(party: Party) -> set[str]:
    return {one.country for one in (party.members or (party,)) if one.country}


def _sectors(party: Party) -> set[str]:
    return {one.sector for one in (party.members or (party,)) if one.sector}


def _unresolved(made: Report, pairs: Sequence[Pair]) -> None:
    """Speakers whom the gold names and we do not, by the kind of phrase: the most frequent kinds first."""
    open_ones = [pair for pair in pairs if pair.gold.speakers and pair.ours.speaker and not pair.name_right]
    nobody = [pair.ours.speaker for pair in open_ones if pair.ours.speaker and not names_of(pair.ours.speaker)]
    kinds = Counter(_phrase_kind(speaker) for speaker in nobody)
    rows = (f"{kind} {count}" for kind, count in sorted(kinds.items(), key=lambda one: (-one[1], one[0])))
    made.lines.append(f"speakers left without their name: {len(nobody)} ({', '.join(rows)})")


def _phrase_kind(speaker: Party) -> str:
    """What sort of phrase was left open: a pronoun, an office, a body or people without a name, or no known actor."""
    if speaker.text.lower() in PRONOUNS:
        return "pronoun"
    if speaker.how.startswith("none:no known actor"):
        return "no known actor"
    return speaker.actor_kind or "other"


def _told(pair: Pair) -> bool:
    ours = pair.ours.addressee
    return ours is not None and any(ours.start < end and start < ours.end for start, end in pair.gold.addressee)


def _unsaid(made: Report, aligned: Sequence[Aligned]) -> None:
    """Sayings that did not take place: kept apart from statements, and found as such."""
    gold = [(each, one) for each in aligned for one in each.passage.nonstatements]
    as_said = sum(any(_on_cue(one, ours.cue) for ours in each.spare) for each, one in gold)
    kept = sum(any(_on_cue(one, ours.cue) for ours in each.found.nonstatements) for each, one in gold)
    made.add("unsaid_recall", "not said: recall", Ratio(kept, len(gold)))
    made.add("unsaid_as_said", "not said, taken as said", Ratio(as_said, len(gold)))


def _on_cue(one: Saying, cue: Span | None) -> bool:
    return cue is not None and any(cue.start < last and first < cue.end for first, last in one.cue)


def _named(made: Report, aligned: Sequence[Aligned]) -> None:
    floor = MIN_CONFIDENCE["precise"]
    sure = [pair for each in aligned for pair in each.pairs if _sure(pair.ours, floor) and names_of(pair.ours.speaker)]
    made.add("named_precise_right", "named speakers, precise", Ratio(sum(pair.name_right for pair in sure), len(sure)))
    named = sum(bool(one.speakers) for each in aligned for one in each.passage.statements)
    made.add("named_precise_coverage", "  coverage", Ratio(len(sure), named))


def _sure(one: Statement, floor: float) -> bool:
    return one.confidence >= floor and one.speaker_confidence >= SURE_SPEAKER


def _wrong(kind: str, tally: Tally) -> list[str]:
    """Wrong answers of a kind: the longest missed first, of the others those that we were surest of."""
    rows: list[tuple[float, str]] = []
    for each in tally.aligned:
        text, name = each.passage.text, each.passage.name
        if kind == "missed":
            made = [
                (-float(_length(one.content)), f"{tally.kinds[name, one.key]}; {shown(text, one)}") for one in each.lost
            ]
        elif kind == "spurious":
            made = [
                (-one.confidence, f"{one.confidence:.2f} {one.rule}; {shown_ours(text, one)}") for one in each.spare
            ]
        else:
            made = [(-pair.ours.confidence, _differs(kind, pair, text)) for pair in each.pairs if _off(kind, pair)]
        rows += [(rank, f"{kind:<9}{name}: {line}") for rank, line in made]
    return [line for _, line in sorted(rows, key=lambda row: row[0])]


def _off(kind: str, pair: Pair) -> bool:
    if kind == "speaker":
        return not (pair.phrase_right and pair.name_right)
    return bool(getattr(pair.gold, kind) != getattr(pair.ours, kind))


def _differs(kind: str, pair: Pair, text: str) -> str:
    if kind != "speaker":
        return f"gold {getattr(pair.gold, kind)}, ours {getattr(pair.ours, kind)}; {shown(text, pair.gold)}"
    party = pair.ours.speaker
    ours = f"{party.text!r} = {' and '.join(names_of(party)) or '?'} ({party.how})" if party else LEFT_OUT
    gold = f"{words(text, pair.gold.speaker)!r} = {' and '.join(pair.gold.speakers) or '?'}"
    return f"gold {gold}, ours {ours}; {shown(text, pair.gold)}"


def _length(spans: Iterable[Range]) -> int:
    return sum(end - start for start, end in spans)


def words(text: str, spans: Iterable[Range]) -> str:
    """What the spans cover, on one line."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans) or LEFT_OUT


def shown(text: str, one: Saying) -> str:
    """``speaker | cue | content`` of a statement of the gold."""
    return " | ".join(words(text, spans) for spans in (one.speaker, one.cue, one.content))


def shown_ours(text: str, one: Statement) -> str:
    """``speaker | cue | content`` of one of ours."""
    speaker = one.speaker.text if one.speaker else LEFT_OUT
    content = words(text, ((piece.start, piece.end) for piece in one.content))
    return f"{speaker} | {one.cue.text if one.cue else LEFT_OUT} | {content}"
