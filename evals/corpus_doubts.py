"""What is probably wrong in a passage of the corpus: places to look at, no faults.

Each rule is a guess from the words: forms that do not fit the quotation marks, quotations and verbs of saying outside every
mark, marks with words that do not belong in them, and notes that seem to contradict the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus_read import Fault, Mark, Note, Raw

_QUOTED = re.compile(
    r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|«[^»\n]*(?:»|$)|„[^“\n]*(?:“|$)|(?<!\w)[‘'](?=\w)[^\n]*?[’'](?!\w)",
    re.MULTILINE,
)
_SAYING = re.compile(
    r"\b(?:says?|said|saying|told|tells|announce[sd]|warn(?:s|ed)|add(?:s|ed)|accuse[sd]|claim(?:s|ed)|insist(?:s|ed)|urge[sd]|"
    r"den(?:y|ies|ied)|promise[sd]|vow(?:s|ed)|demand(?:s|ed)|condemn(?:s|ed)|according to|reportedly|allegedly|believe[sd]?|"
    r"argue[sd]|criticis?z?ed|confirm(?:s|ed)|declare[sd]|repl(?:ies|ied)|expect(?:s|ed) to|calls? for|called for)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"(?:has|have|had|is|are|was|were|be|been|will|would|did|does|do|not|never|also)\b ", re.IGNORECASE
)
_RELATIVE = re.compile(r", (?:who|which|whose)\b")
_WORDS = re.compile(r"\w+")
_MOSTLY = 0.9
_LONG = 4
"""Words of a quotation from which it is speech rather than a name, a title or a scare quote."""


def doubts(raws: Sequence[Raw]) -> list[Fault]:
    """Every doubtful place, by file and line."""
    return sorted({Fault(raw.path, line, raw.name, what) for raw in raws for line, what in _of(raw)})


def _of(raw: Raw) -> Iterator[tuple[int, str]]:
    notes = {note.key: note for note in raw.notes}
    quoted = [match.span() for match in _QUOTED.finditer(raw.text)]
    for note in raw.notes:
        if not note.key.startswith("e") and note.words[:1] != ("not",):
            yield from _form(raw, note, quoted)
            yield from _names(raw, note)
        elif note.key.startswith("e"):
            yield from _unmarked_party(raw, note)
    for mark in raw.marks:
        if mark.owner in notes and not mark.owner.startswith("e"):
            yield from _mark(raw, mark)
    yield from _outside(raw, quoted)


def _form(raw: Raw, note: Note, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    pieces = [(mark.start, mark.end) for mark in raw.marks if mark.owner == note.key and mark.role == "c"]
    letters = [at for start, end in pieces for at in range(start, end) if raw.text[at].isalnum()]
    if not letters:
        return
    anchors = [mark.start for mark in raw.marks if mark.owner == note.key and mark.role in "qs"]
    quoted = [
        span for span in quoted if not any(span[0] <= at < span[1] for at in anchors)
    ]  # marks of the words around
    share = sum(any(start <= at < end for start, end in quoted) for at in letters) / len(letters)
    fits = "direct" if share >= _MOSTLY else "mixed" if share > 0 else "indirect"
    turn = share == 0 and note.words[:1] == ("direct",)  # an interview's turn has no marks
    if note.words and fits != note.words[0] and not turn:
        yield (
            note.line,
            f"{note.key}: {note.words[0]}, but {round(100 * share)} % of the content is between quotation marks ({fits}?)",
        )


def _names(raw: Raw, note: Note) -> Iterator[tuple[int, str]]:
    speaker, capacity = note.fields.get("speaker", ""), note.fields.get("capacity", "")
    if speaker == "?" and capacity in ("official", "former"):
        yield note.line, f"{note.key}: speaker=? with capacity={capacity} (unnamed?)"
    if speaker not in ("?", "") and capacity == "unnamed":
        yield note.line, f"{note.key}: speaker={speaker} with capacity=unnamed"
    home = raw.header.get("country", "-")
    if (
        note.fields.get("country") == "-"
        and len(home) == 3
        and note.fields.get("sector") in ("GOV", "MIL", "COP", "JUD", "LEG")
    ):
        yield note.line, f"{note.key}: a {note.fields['sector']} speaker without country on a passage about {home}"


def _unmarked_party(raw: Raw, note: Note) -> Iterator[tuple[int, str]]:
    for name, role in (("source", "s"), ("target", "g")):
        parties = [party for party in note.fields.get(name, "").split("+") if party]
        marks = sum(mark.owner == note.key and mark.role == role for mark in raw.marks)
        if parties and marks < len(parties):
            yield note.line, f"{note.key}: {len(parties)} in {name}=, {marks} marked"


def _mark(raw: Raw, mark: Mark) -> Iterator[tuple[int, str]]:
    words, key = raw.text[mark.start : mark.end], mark.owner + mark.role
    if mark.role == "c" and re.match(r"[“\"‘']?that ", words):
        yield mark.line, f"{key} begins with that: {words[:40]}"
    if mark.role == "s" and _RELATIVE.search(words):
        yield mark.line, f"{key} holds a relative clause: {words}"
    if mark.role == "q" and _AUXILIARY.match(words):
        yield mark.line, f"{key} begins with an auxiliary or adverb: {words}"


def _outside(raw: Raw, quoted: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    contents = [(mark.start, mark.end) for mark in raw.marks if mark.role == "c" and not mark.owner.startswith("e")]
    cues = [(mark.start, mark.end) for mark in raw.marks if mark.role in "qt"]
    for start, end in quoted:
        long = len(_WORDS.findall(raw.text[start:end])) >= _LONG
        if long and not any(start < last and first < end for first, last in contents):
            yield _line(raw, start), f"a quotation in no content: {raw.text[start:end][:50]}"
    for match in _SAYING.finditer(raw.text):
        spoken = any(start <= match.start() < end for start, end in quoted)
        if not spoken and not any(first < match.end() and match.start() < last for first, last in cues):
            yield (
                _line(raw, match.start()),
                f"{match[0]!r} is no cue: {raw.text[max(0, match.start() - 25) : match.end() + 25]!r}",
            )


def _line(raw: Raw, at: int) -> int:
    """The line of the file nearest before a position of the text, by the marks on it."""
    before = [mark.line for mark in raw.marks if mark.start <= at]
    return max(before, default=raw.line)
