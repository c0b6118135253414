"""Our findings on passages of the corpus, paired with the gold: which statement is which, and what of it agrees.

Statements are paired one to one by the words of their contents (intersection over union of at least one half), as
``polnear.py`` does it; bare denials have no content and are paired by the words of their cues. Events are paired
where the type is the same and the triggers share a word, or else where they stand in one sentence.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from common import Process, findings
from polnear import Attribution, Worded, match, same_source, worded

from corpus import Act, Passage, Range, Ranges, Saying, Side
from onrecord.read import read
from onrecord.schema import Document, Event, Findings, Page, Party, Sourced, Statement

Tags = Callable[[Document], dict[int, str]]
"""From a document to the Universal POS tag of the word that begins at each code point."""

_WORD = re.compile(r"\w+")
_NO_NAME = frozenset("the a an of for and in on to mr mrs ms dr sir affair force".split())
_ONE_NAME = {
    "army": "military",
    "armed": "military",
    "home": "interior",
    "internal": "interior",
    "electoral": "election",
}
"""Words in which names of one body differ: the Foreign Ministry is the Ministry of Foreign Affairs, the army the military."""
_SHORT = {"un": "united nations", "us": "united states", "eu": "european union", "uk": "united kingdom"}

_ACCORDING = re.compile(r"(?:according|in the words|in the view|in the opinion|per|citing|as per)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement of the gold and ours; the worded forms carry what was matched."""

    gold: Saying
    ours: Statement
    gold_words: Worded
    our_words: Worded

    @property
    def phrase_right(self) -> bool:
        """True where the speaker phrases share half of the smaller one; where the gold marks none, the names decide."""
        if self.gold.speaker or self.ours.speaker is None:
            return same_source(self.our_words.source, self.gold_words.source)
        return self.name_right

    @property
    def name_right(self) -> bool:
        """True where our speaker resolves to whom the gold names; for unnamed sources, to nobody by name.

        A body that the gold only describes (``miners' union``, in small letters) may also be left without a name.
        """
        names = names_of(self.ours.speaker)
        described = bool(self.gold.speakers) and all(name[0].islower() for name in self.gold.speakers)
        return same_names(self.gold.speakers, names) or (described and not names)

    @property
    def cue_right(self) -> bool:
        """True where the cues share a word, or there is none on either side."""
        return bool(self.gold_words.cue & self.our_words.cue) or not (self.gold_words.cue or self.our_words.cue)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage with what was found on it, paired; ``lost`` and ``spare`` are the statements without a partner."""

    passage: Passage
    found: Findings
    pairs: tuple[Pair, ...]
    lost: tuple[Saying, ...]
    spare: tuple[Statement, ...]

    @property
    def partner(self) -> dict[str, str]:
        """From the keys of the gold's statements to the ids of ours."""
        return {pair.gold.key: pair.ours.id for pair in self.pairs}


def document_of(passage: Passage) -> Document:
    """The passage as a document: its headlines as titles, its day as a given one."""
    given = {"id": passage.name, "language": "en", "text": passage.text}
    if passage.published:
        given["published"] = passage.published.isoformat()
    raw = json.dumps(given, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    metadata = {key: value for key, value in given.items() if key != "text"}
    document = read(Page(path=passage.name, raw=raw, media="jsonl", line=1, metadata=metadata))
    head = next((block for block in passage.blocks if block.kind == "title"), None)
    title = Sourced(passage.text[head.start : head.end], head.start, head.end) if head else None
    return replace(document, blocks=passage.blocks, title=title)


def found_on(passages: Sequence[Passage], pipeline: Process) -> Iterator[tuple[Passage, Findings]]:
    """What the pipeline finds on each passage."""
    documents = {passage.name: document_of(passage) for passage in passages}
    texts = [(passage.name, passage.text) for passage in passages]
    answers = findings(texts, lambda name, _: documents[name], pipeline)
    for passage, (_, found) in zip(passages, answers, strict=True):
        yield passage, found


def align(passage: Passage, found: Findings) -> Aligned:
    """Pairs the statements of a passage."""
    gold = [(one, Attribution(one.speaker, one.cue, one.content or one.cue)) for one in passage.statements]
    ours = [(one, _attribution(one)) for one in found.statements]
    gold_by, gold_words = _worded(passage.text, gold)
    ours_by, our_words = _worded(passage.text, ours)
    pairs = tuple(
        Pair(gold_by[i], ours_by[j], gold_words[i], our_words[j]) for i, j in sorted(match(gold_words, our_words))
    )
    taken, used = {pair.gold.key for pair in pairs}, {id(pair.ours) for pair in pairs}
    lost = tuple(one for one in passage.statements if one.key not in taken)
    spare = tuple(one for one in found.statements if id(one) not in used)
    return Aligned(passage, found, pairs, lost, spare)


def _attribution(one: Statement) -> Attribution:
    cue: Ranges = ((one.cue.start, one.cue.end),) if one.cue else ()
    content = tuple((piece.start, piece.end) for piece in one.content)
    return Attribution(((one.speaker.start, one.speaker.end),) if one.speaker else (), cue, content or cue)


def _worded(text: str, given: list[tuple[Any, Attribution]]) -> tuple[list[Any], list[Worded]]:
    """The items whose content covers a word, and their worded forms."""
    by_form = {id(made): one for one, made in given}
    words = worded(text, [made for _, made in given])
    return [by_form[id(one.given)] for one in words], words


def names_of(party: Party | None) -> tuple[str, ...]:
    """Whom a party resolved to: its members' names where it is joint; the phrase itself where an unnamed body has none."""
    if party is None:
        return ()
    if party.members:
        return tuple(name for member in party.members for name in names_of(member))
    return (party.name,) if party.name else ()


def same_names(gold: Sequence[str], ours: Sequence[str]) -> bool:
    """True where both name nobody, or each name of either side has one on the other that agrees."""
    if not gold or not ours:
        return not gold and not ours
    return all(any(same_name(one, other) for other in ours) for one in gold) and all(
        any(same_name(one, other) for other in gold) for one in ours
    )


def same_name(one: str, other: str) -> bool:
    """True where the words of one name, titles and articles aside, are all among those of the other, or are its initials.

    So a country's body is right with its country and without it: “Ministry of Health”, “Ministry of Health of Kenya”.
    """
    first, second = _name_words(one), _name_words(other)
    if not first or not second:
        return False
    return first <= second or second <= first or _initials(one, other) or _initials(other, one)


def _initials(short: str, name: str) -> bool:
    """True where ``short`` is one word of capitals, the initials of the other's capitalised words."""
    letters = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
    return len(short) > 1 and short.isupper() and short == letters


def _name_words(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’s", "").replace("'s", ""))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    full = " ".join(_SHORT.get(word, word) for word in _WORD.findall(letters.replace(".", "")))
    words = (word[:-1] if word.endswith("s") else word for word in full.split())
    return frozenset(_ONE_NAME.get(word, word) for word in words) - _NO_NAME


def cue_kind(passage: Passage, saying: Saying, tags: dict[int, str]) -> str:
    """How a statement of the gold is brought in: ``headline``, ``no cue``, ``according to``, or its cue's word class."""
    first = min((start for start, _ in (*saying.content, *saying.cue)), default=0)
    if any(block.kind == "title" and block.start <= first < block.end for block in passage.blocks):
        return "headline"
    if not saying.cue:
        return "no cue"
    start, end = saying.cue[0]
    if _ACCORDING.match(passage.text, start, end):
        return "according to"
    classes = {tags.get(start + word.start(), "") for word in _WORD.finditer(passage.text[start:end])}
    order = (("VERB", "verb"), ("AUX", "verb"), ("NOUN", "noun"), ("ADV", "adverb"), ("ADJ", "adjective"))
    return next((name for tag, name in order if tag in classes), "other")


def events_paired(passage: Passage, found: Findings) -> list[tuple[Act, Event]]:
    """Events of one type that are the same: by a shared trigger word first, then by the sentence, in text order."""
    near = [
        (not _meet(act.trigger, event), abs(act.trigger[0] - event.trigger.start), i, j)
        for i, act in enumerate(passage.events)
        for j, event in enumerate(found.events)
        if act.type == event.type and (_meet(act.trigger, event) or _in_sentence(act, event))
    ]
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in sorted(near):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return [(passage.events[i], found.events[j]) for i, j in sorted(pairs)]


def _meet(trigger: Range, event: Event) -> bool:
    return trigger[0] < event.trigger.end and event.trigger.start < trigger[1]


def triggers_meet(act: Act, event: Event) -> bool:
    """True where the two triggers share a character."""
    return _meet(act.trigger, event)


def _in_sentence(act: Act, event: Event) -> bool:
    return event.sentence.start <= act.trigger[0] < event.sentence.end


def countries_of(parties: Iterable[Party]) -> list[str]:
    """The countries of our parties, members of joint ones each, in alphabetical order; ``-`` for none."""
    leaves = (member for party in parties for member in (party.members or (party,)))
    return sorted({leaf.country or "-" for leaf in leaves})


def countries_in(sides: Iterable[Side]) -> list[str]:
    """The countries of the gold's parties, as ``countries_of`` gives ours."""
    return sorted({side.country or "-" for side in sides})
