"""Findings of one page: statements, events, mentions and times, by pure functions over its annotations."""

from __future__ import annotations

from onrecord.find.events import find_events
from onrecord.find.headlines import headline_drafts
from onrecord.find.matcher import matches
from onrecord.find.mentions import find_mentions
from onrecord.find.relate import relate
from onrecord.find.statements import find_statements
from onrecord.find.times import find_times
from onrecord.find.transcripts import transcript_drafts
from onrecord.find.view import ActorWords, View
from onrecord.lexicon.codebook import load_codebook
from onrecord.lexicon.frames import FrameTable
from onrecord.schema import Annotations, Document, Findings

__all__ = ["find", "relate"]


def find(document: Document, annotations: Annotations, frames: FrameTable, actors: ActorWords) -> Findings:
    """All findings of a page, each kind in text order; who is meant is not yet resolved (parties are stubs)."""
    view = View(document, annotations, frames, actors)
    found = [match for sentence in annotations.sentences for match in matches(view, sentence)]
    times = find_times(document, annotations)
    labelled = [*headline_drafts(view), *transcript_drafts(view)]
    statements = find_statements(view, found, labelled)
    events, with_acts = find_events(view, found, statements, times, load_codebook())
    return Findings(
        document=document,
        statements=with_acts,
        events=events,
        nonstatements=statements.nonstatements,
        mentions=find_mentions(view),
        times=times,
    )
