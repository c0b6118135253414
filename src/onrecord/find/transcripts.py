"""Turns of interviews and transcripts: paragraphs that begin with a name and a colon (*Novak: We are ready.*)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.find import content
from onrecord.find.content import Piece
from onrecord.find.drafts import CONFIDENCE, Draft
from onrecord.find.view import View

MAX_SPEAKER_WORDS = 6
ASKING = frozenset(
    "q question questioner interviewer presenter host anchor moderator reporter journalist correspondent newsreader".split()
)
"""Labels of those who ask for the outlet: what they say is nobody's statement, only what they quote is."""
_TITLED = re.compile(r"(?:mr|mrs|ms|dr|sir|hon|the hon|judge|justice|senator|president|minister|speaker|chair)\b", re.I)
_TURN = re.compile(r"[“\"]?(?P<name>[^\W\d_][\w.’'\- ]{0,58}?)(?:\s?\([^()\n]{2,60}\))?\s?:\s+(?=\S)")
_NOT_NAMES = frozenset(
    """note update watch read also more photo image video editor source location date time published related live breaking
    where when why how what who topics tags share contact email phone fax price""".split()
)


def transcript_drafts(view: View) -> Iterator[Draft]:
    """Turns of an interview: paragraphs that begin with a name and a colon, where the page has several such."""
    turns = list(_turns(view))
    names = Counter(name for _, name, _, _ in turns)
    if len(turns) < 2 or (len(names) == len(turns) and len(turns) < 4):
        return
    asking = _interviewer([name for _, name, _, _ in turns])
    for number, name, who, said in turns:
        if name.lower() in ASKING or _last_word(name) == asking:
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


def _interviewer(names: list[str]) -> str | None:
    """The last word of the label that asks in an interview: of two that take turns, the one that begins. A title (*Mr Lind*)
    marks a debate or a hearing, in which both speak for themselves."""
    words = [_last_word(name) for name in names]
    in_turn = all(one != other for one, other in zip(words, words[1:], strict=False))
    return words[0] if len(set(words)) == 2 and in_turn and not _TITLED.match(names[0]) else None


def _last_word(name: str) -> str:
    return name.split()[-1].lower()


def _turns(view: View) -> Iterator[tuple[int, str, Piece, Piece]]:
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
