"""Files that hold many pages: archives, web archives, feeds, tables, mails with attachments."""

from onrecord.read.containers.opening import opened
from onrecord.read.containers.source import Source

__all__ = ["Source", "opened"]
