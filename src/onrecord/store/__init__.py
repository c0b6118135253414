"""The record: findings, judgements and what was done, in memory or in one SQLite file."""

from onrecord.store.base import Filter, Store, Who
from onrecord.store.columned import ColumnStore
from onrecord.store.memory import MemoryStore
from onrecord.store.rows import ActorRow, Brief, DocumentRow, EntryRow, PartyRow, Tombstone
from onrecord.store.seen import Seen
from onrecord.store.sqlite import SQLiteStore

__all__ = [
    "ActorRow",
    "Brief",
    "ColumnStore",
    "DocumentRow",
    "EntryRow",
    "Filter",
    "MemoryStore",
    "PartyRow",
    "SQLiteStore",
    "Seen",
    "Store",
    "Tombstone",
    "Who",
]
