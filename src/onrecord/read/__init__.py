"""Reading: paths to pages, pages to documents whose every line is labelled."""

from onrecord.read.pages import pages
from onrecord.read.reader import read

__all__ = ["pages", "read"]
