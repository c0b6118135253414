"""Turns of interviews and transcripts: paragraphs that begin with a name and a colon (*Novak: We are ready.*).

Who asks has no position: the turns of interviewers are no statements, told by what they are called (*Q*, *Presenter*), by
what the page says of them (*in an interview with the Gazette*; *our correspondent Ann Lee (A.L.)*), or by their asking.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.find import content
from onrecord.find.content import Piece
from onrecord.find.drafts import CONFIDENCE, Draft
from onrecord.find.view import View

MAX_SPEAKER_WORDS = 6
_TURN = re.compile(r"[“\"]?(?P<name>[^\W\d_][\w.’'\- ]{0,58}?)(?:\s?\([^()\n]{2,60}\))?\s?:\s+(?=\S)")
_NOT_NAMES = frozenset(
    """note update watch read also more photo image video editor source location date time published related live breaking
    where when why how what who topics tags share contact email phone fax price""".split()
)


ASKERS = frozenset(
    """q question questioner interviewer presenter reporter host moderator journalist anchor correspondent announcer chair
    newsreader""".split()
)
_TITLED = re.compile(r"(?:mr|mrs|ms|dr|sir|hon|the hon|judge|justice|senator|president|minister|speaker|chair)\b", re.I)
MOSTLY = 0.5
"""Share of somebody's turns that end in a question mark above which they are the one who asks."""
_INTRODUCED = (
    r"\binterview(?:s|ed)?\b[^.\n]{{0,40}}\b(?:with|by|to)\s+(?:the\s+)?{name}\b",
    r"\b{name}\s+(?:spoke|talked|sat down|met)\b",
    r"\b(?:correspondent|reporter|editor|colleague|interviewer)\b[^.\n]{{0,60}}\({name}\)",
)
"""How a page brings in who asks."""


def transcript_drafts(view: View) -> Iterator[Draft]:
    """Turns of an interview: paragraphs that begin with a name and a colon, where the page has several such."""
    turns = _transcript(view)
    asking = _askers(view, turns)
    for number, name, who, said in turns:
        if name in asking:
            continue
        piece = content.strip(view.document.text, *said)
        if piece is not None:
            yield Draft(
                block=number,
                pieces=[piece],
                attitude="says",
                confidence=CONFIDENCE["transcript"],
                rule="transcript.turn",
                why="a turn of a transcript: the name before the colon speaks",
                speaker=who,
                form="direct",
            )


def asked_blocks(view: View) -> frozenset[int]:
    """The numbers of the blocks in which interviewers speak."""
    turns = _transcript(view)
    asking = _askers(view, turns)
    return frozenset(number for number, name, _, _ in turns if name in asking)


Turn = tuple[int, str, Piece, Piece]
"""The block, the name before the colon, its place, and the place of what is said."""


def _transcript(view: View) -> list[Turn]:
    """The turns of a page that has several such; a name or two before colons make no transcript."""
    turns = list(_turns(view))
    names = {name for _, name, _, _ in turns}
    if len(turns) < 2 or len(names) < len(turns):
        return turns if len(turns) >= 2 else []
    return turns if len(turns) >= 4 and _follow_each_other(view, turns) else []


def _follow_each_other(view: View, turns: Sequence[Turn]) -> bool:
    """Voices of whom each is heard once stand together: headings in a text (*Bottom line: …*) stand apart."""
    paragraphs = [number for number, block in enumerate(view.document.blocks) if block.kind == "paragraph"]
    places = [paragraphs.index(number) for number, _, _, _ in turns]
    return sum(after - before > 1 for before, after in pairwise(places)) * 3 < len(turns)


def _askers(view: View, turns: Sequence[Turn]) -> set[str]:
    """The names of those who ask the others; nobody where only one speaks."""
    text = view.document.text
    names = {name for _, name, _, _ in turns}
    if len(names) < 2:
        return set()
    asking = {name for name in names if name.lower().split()[-1] in ASKERS or _is_introduced(text, name)}
    if not asking:
        asked = Counter(name for _, name, _, (_, end) in turns if _ends_asking(text, end))
        total = Counter(name for _, name, _, _ in turns)
        asking = {name for name in names if asked[name] > MOSTLY * total[name]} or _who_begins(turns, asked)
    return asking if asking != names else set()


def _who_begins(turns: Sequence[Turn], asked: Counter[str]) -> set[str]:
    """Of two who take turns, the one who begins and alone asks anything. A title (*Mr Lind*) marks a debate or a hearing, in
    which both speak for themselves."""
    order = [name for _, name, _, _ in turns]
    in_turn = all(one != other for one, other in pairwise(order))
    alone = asked[order[0]] > 0 and len(set(order)) == 2 and asked.total() == asked[order[0]]
    return {order[0]} if alone and in_turn and not _TITLED.match(order[0]) else set()


def _ends_asking(text: str, end: int) -> bool:
    return text[max(0, end - 4) : end].rstrip(' ”"»’').endswith("?")


def _is_introduced(text: str, name: str) -> bool:
    bare = re.escape(name.removeprefix("The ").removeprefix("the "))
    return any(re.search(each.format(name=bare), text) for each in _INTRODUCED)


def _turns(view: View) -> Iterator[Turn]:
    for number, block in enumerate(view.document.blocks):
        if block.kind != "paragraph":
            continue
        found = _TURN.match(view.document.text, block.start, block.end)
        if found is None:
            continue
        name = found["name"].strip()
        words = name.split()
        if (
            len(words) > MAX_SPEAKER_WORDS
            or words[0].lower() in _NOT_NAMES
            or not all(_capital(word) for word in words)
        ):
            continue
        yield number, name, (found.start("name"), found.start("name") + len(name)), (found.end(), block.end)


def _capital(word: str) -> bool:
    return word[:1].isupper() or word.lower() in {"of", "the", "de", "al", "bin", "van", "von", "der", "du", "da"}
