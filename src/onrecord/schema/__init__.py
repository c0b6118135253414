"""The record's shapes: frozen dataclasses, no logic beyond their own fields."""

from onrecord.schema.annotation import Annotations, Quote, Sentence, Token, children_of
from onrecord.schema.document import READ_KINDS, Block, BlockKind, Document, Media, Page, PageFault
from onrecord.schema.finding import (
    About,
    Attitude,
    Entry,
    Event,
    Figure,
    Findings,
    Form,
    Medium,
    Nonstatement,
    PartyRole,
    Place,
    Statement,
    Status,
    Voice,
)
from onrecord.schema.learned import Learned, Pattern, Standing
from onrecord.schema.party import ActorKind, Capacity, Party
from onrecord.schema.record import ActorJudgement, ActorVerdict, Done, Judgement, Outcome, Verdict
from onrecord.schema.span import Sourced, Span
from onrecord.schema.when import UNKNOWN, Basis, Extent, Precision, When

__all__ = [
    "READ_KINDS",
    "UNKNOWN",
    "About",
    "ActorJudgement",
    "ActorKind",
    "ActorVerdict",
    "Annotations",
    "Attitude",
    "Basis",
    "Block",
    "BlockKind",
    "Capacity",
    "Document",
    "Done",
    "Entry",
    "Event",
    "Extent",
    "Figure",
    "Findings",
    "Form",
    "Judgement",
    "Learned",
    "Media",
    "Medium",
    "Nonstatement",
    "Outcome",
    "Page",
    "PageFault",
    "Party",
    "PartyRole",
    "Pattern",
    "Place",
    "Precision",
    "Quote",
    "Sentence",
    "Sourced",
    "Span",
    "Standing",
    "Statement",
    "Status",
    "Token",
    "UNKNOWN",
    "Verdict",
    "Voice",
    "When",
    "children_of",
]
