"""A record to look at in a browser: pages that are made here, read without JavaScript, and change nothing."""

from onrecord.web.app import application

__all__ = ["application"]
