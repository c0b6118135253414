"""Statements of a page: drafts from frames, headlines, transcripts and loose quotations, joined and numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from onrecord.find import content, hollow, speakers, syntax, unsaid
from onrecord.find.carried_on import with_what_follows
from onrecord.find.content import Piece
from onrecord.find.drafts import (
    CONFIDENCE,
    NESTED,
    NESTED_IN_QUOTE,
    NESTED_PRONOUN,
    PLANS,
    UNNAMED,
    UNNAMED_PLAN,
    Draft,
)
from onrecord.find.holders import Holders
from onrecord.find.ids import Numbering
from onrecord.find.loose import with_loose_quotes
from onrecord.find.matcher import Match
from onrecord.find.medium import medium
from onrecord.find.transcripts import asked_blocks
from onrecord.find.view import PERSONAL, View
from onrecord.schema import Nonstatement, Party, Sentence, Statement


@dataclass(frozen=True, slots=True)
class Found:
    """The statements and nonstatements of a page, and the match behind each statement by its id."""

    statements: tuple[Statement, ...]
    nonstatements: tuple[Nonstatement, ...]
    matches: dict[str, Match]


def draft_of(view: View, match: Match) -> Draft | None:
    """The statement that a match makes, or None where its class makes none or nothing was said."""
    cls = match.frame.cls
    if cls.attitude is None or _is_own_voice(view, match):
        return None
    found = [piece for piece in content.pieces(view, match) if not _is_empty(view, piece)]
    if (not found and not cls.denies) or _is_hedge(view, match) or hollow.says_nothing(view, match):
        return None
    speaker = speakers.party_range(view, match, "source")
    if not found and speaker is None:
        return None
    construction = _construction(view, match, found)
    confidence, how = CONFIDENCE[construction], f"{construction} content"
    if speaker is None:
        confidence *= UNNAMED_PLAN if cls.name in PLANS else UNNAMED
        how += ", no speaker named,"
    return Draft(
        block=match.sentence.block,
        pieces=found,
        attitude=cls.attitude,
        confidence=round(confidence, 2),
        rule=match.frame.id,
        why=f"{how} of “{match.token.text}” (frame {match.frame.id})",
        cue=_cue_range(match),
        speaker=speaker,
        addressee=speakers.party_range(view, match, "addressee"),
        match=match,
        construction=construction,
    )


EMPTY = frozenset("what that this it which so them those these whatever how why".split())
_ANONYMITY = re.compile(r"\bbe(ing)? (named|identified|quoted)\b|\banonym", re.IGNORECASE)


def _is_empty(view: View, piece: Piece) -> bool:
    """A lone pronoun, or the formula by which a source stays unnamed: nothing that was said."""
    text = view.document.text[piece[0] : piece[1]]
    return text.lower() in EMPTY or (len(text.split()) <= 4 and _ANONYMITY.search(text) is not None)


def _is_hedge(view: View, match: Match) -> bool:
    """*Novak reportedly said*: the adverb belongs to the saying, which is found by its own verb."""
    if match.frame.cls.pos != "adverb":
        return False
    host = match.sentence.tokens[match.token.head]
    return any(frame.cls.attitude is not None for frame in view.frames.lookup(host.lemma, "verb"))


HYPOTHETICAL = frozenset("would could may might should must will can to 'll ’ll shall".split())
CARRIED_OUT = frozenset("go continue proceed come use manage".split())
FIRST_PERSON = frozenset("i we me us".split())


def _is_own_voice(view: View, match: Match) -> bool:
    """*We believe …* inside a quotation is part of what its speaker says, not another statement."""
    if view.quote_at(match.token.start) is None:
        return False
    filled = match.roles.get("source")
    return filled is not None and match.sentence.tokens[filled.head].lower in FIRST_PERSON


def _cue_range(match: Match) -> Piece:
    """The trigger and the particles that follow it at once (*ruled out*)."""
    tokens, end = match.sentence.tokens, match.token.end
    at = match.index + 1
    while at < len(tokens) and tokens[at].lower in match.frame.particles:
        end = tokens[at].end
        at += 1
    return match.token.start, end


def _is_hypothetical(sentence: Sentence, index: int) -> bool:
    """*would say*, *wants to say*: no saying that took place; *went on to say* is one."""
    aux = {sentence.tokens[c].lower for c in syntax.children(sentence, index, "aux")}
    if "to" in aux and sentence.tokens[sentence.tokens[index].head].lemma in CARRIED_OUT:
        aux.discard("to")
    return bool(aux & HYPOTHETICAL)


def _construction(view: View, match: Match, found: list[Piece]) -> str:
    """The key of ``CONFIDENCE`` for what the frame made."""
    filled = match.roles.get("content")
    if _is_hypothetical(match.sentence, match.index):
        return "hypothetical"
    if match.frame.cls.pos in {"noun", "adjective"}:
        return match.frame.cls.pos
    if found and content.form(view, found) == "direct":
        return "direct"
    if filled is None:
        return "around"
    if filled.kind == "phrase":
        return "phrase"
    return "infinitive" if match.sentence.tokens[filled.head].dep in {"xcomp", "advcl"} else "clause"


def find_statements(view: View, found: Iterable[Match], extra: Iterable[Draft] = ()) -> Found:
    """All statements of the page in text order. ``extra`` are drafts that other finders made (headlines, transcripts)."""
    drafts: list[Draft] = list(extra)
    apart: list[Nonstatement] = []
    asked = asked_blocks(view)
    for match in found:
        draft = draft_of(view, match)
        if draft is None:
            continue
        if match.sentence.block in asked and view.quote_at(match.token.start) is not None:
            draft.confidence = round(draft.confidence * NESTED_IN_QUOTE, 2)
        why = unsaid.reason(view, match)
        if why is not None:
            apart.append(unsaid.nonstatement(view, match, draft.pieces, why, _stub(view, draft.speaker)))
        else:
            drafts.append(draft)
    drafts = _without_doubles(_without_carriers(drafts))
    drafts = with_loose_quotes(view, drafts)
    with_what_follows(view, drafts)
    drafts.sort(key=lambda draft: (draft.start, draft.rule))
    apart += unsaid.silences(view, apart)
    return _numbered(view, drafts, unsaid.without_doubles(apart))


CARRIERS = frozenset({"express", "say-of"})


def _without_carriers(drafts: list[Draft]) -> list[Draft]:
    """*Expressed the hope that …* is one saying, that of the noun: the verb says only that it was uttered."""
    nouns = {
        (d.match.sentence.start, d.match.index): d.speaker
        for d in drafts
        if d.match and d.match.frame.cls.pos == "noun"
    }
    return [draft for draft in drafts if not _carries(draft, nouns)]


def _carries(draft: Draft, nouns: Mapping[tuple[int, int], Piece | None]) -> bool:
    match = draft.match
    if match is None or match.frame.cls.name not in CARRIERS:
        return False
    filled = match.roles.get("content")
    at = (match.sentence.start, filled.head) if filled is not None and filled.kind == "phrase" else None
    if at is None or at not in nouns:
        return False
    speaker = nouns[at]
    return speaker is None or speaker == draft.speaker or _is_own_possessive(match.sentence, speaker)


def _is_own_possessive(sentence: Sentence, speaker: Piece) -> bool:
    """*Its view*, *his conviction*: the noun's holder is whoever utters it."""
    return any((one.start, one.end) == speaker and one.tag == "PRP$" for one in sentence.tokens)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Two predicates that report the very same words are one saying: the surer one stays."""
    best: dict[tuple[Piece, ...], Draft] = {}
    kept: list[Draft] = []
    for draft in drafts:
        key = tuple(draft.pieces)
        other = best.get(key) if key else None
        if other is None:
            best[key] = draft
            kept.append(draft)
        elif (draft.speaker is not None, draft.confidence) > (other.speaker is not None, other.confidence):
            kept[kept.index(other)] = draft
            best[key] = draft
    return kept


def _numbered(view: View, drafts: list[Draft], apart: list[Nonstatement]) -> Found:
    numbering = Numbering(view.document.doc)
    made: list[Statement] = []
    behind: dict[str, Match] = {}
    phrases: set[str] = set()
    for draft in drafts:
        statement = _statement(view, draft, numbering)
        made.append(statement)
        if draft.match is not None:
            behind[statement.id] = draft.match
        if draft.construction == "phrase":
            phrases.add(statement.id)
    return Found(_nested(view, made, phrases), tuple(apart), behind)


def _statement(view: View, draft: Draft, numbering: Numbering) -> Statement:
    spans = tuple(view.span(start, end) for start, end in sorted(draft.pieces))
    cue = view.span(*draft.cue) if draft.cue else None
    anchor = cue.text if cue is not None else spans[0].text
    return Statement(
        id=numbering.give("statement", anchor),
        doc=view.document.doc,
        block=view.document.blocks[draft.block].kind,
        cue=cue,
        content=spans,
        form=draft.form or content.form(view, sorted(draft.pieces)),
        attitude=draft.attitude,
        speaker=_stub(view, draft.speaker),
        addressee=_stub(view, draft.addressee),
        medium=medium(draft.match, draft.pieces) if draft.match is not None and draft.attitude == "says" else None,
        confidence=draft.confidence,
        rule=draft.rule,
        why=draft.why,
    )


def _stub(view: View, where: Piece | None) -> Party | None:
    return None if where is None else Party(view.document.text[where[0] : where[1]], *where)


def _nested(view: View, made: list[Statement], phrases: Set[str]) -> tuple[Statement, ...]:
    """Each statement with the innermost other one in whose content its cue (or first content) stands. ``phrases`` are the ids of
    those whose content is a noun phrase."""
    holders = Holders(made)
    return tuple(_within(view, one, holders, phrases) for one in made)


def _within(view: View, one: Statement, holders: Holders, phrases: Set[str]) -> Statement:
    anchor = one.cue or one.content[0]
    inner = holders.innermost(anchor.start, anchor.end, without=one.id, strictly=True)
    if inner is None or not _is_wider(inner, one):
        return one
    quoted = view.quote_at(anchor.start) is not None
    factor = NESTED_IN_QUOTE if quoted else 1.0 if inner.id in phrases else _nested_factor(one.speaker)
    return replace(one, within=inner.id, confidence=round(one.confidence * factor, 2))


def _nested_factor(speaker: Party | None) -> float:
    return NESTED_PRONOUN if speaker is not None and speaker.text.lower() in PERSONAL else NESTED


def _is_wider(outer: Statement, one: Statement) -> bool:
    """What holds a statement says more than it: no two statements stand within each other."""
    mine = sum(piece.end - piece.start for piece in one.content)
    return sum(piece.end - piece.start for piece in outer.content) > mine
