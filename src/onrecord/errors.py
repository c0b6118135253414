"""Every error that onrecord raises on purpose, in one tree.

OnrecordError
├── UsageError                 the call itself is off: an unknown option value, a missing path
│   └── MissingExtra           an optional package is needed; the message holds its install command
├── PageError                  one page cannot be read; the others go on
│   ├── EmptyPage              no bytes, or no text in them
│   ├── BinaryPage             the bytes are no text and no format that is known
│   ├── EncodingError          the bytes are text in no encoding that fits
│   ├── MalformedPage          a format that is known, broken: a JSONL line that is no object
│   ├── OversizedPage          more than a page may have, packed or unpacked
│   └── LockedPage             encrypted: a PDF or an archive that asks for a password
├── LexiconError               a data file is faulty; the message names file and line
├── ModelError                 the language model is missing, or its weights are not the pinned ones
├── StepError                  a step failed on a document; the message names both
└── RecordError                the record file
    ├── NotARecord             the file is something else
    ├── NewerRecord            written by a newer onrecord
    └── RecordBusy             another process is writing

A message says what was wrong, where, and what to do.
"""


class OnrecordError(Exception):
    """The root: catch this to catch all of them."""


class UsageError(OnrecordError):
    """The call is off."""


class MissingExtra(UsageError):
    """An optional package is needed."""


class PageError(OnrecordError):
    """One page cannot be read."""


class EmptyPage(PageError):
    """No bytes, or no text in them."""


class BinaryPage(PageError):
    """The bytes are no text and no known format."""


class EncodingError(PageError):
    """No encoding fits the bytes."""


class MalformedPage(PageError):
    """A known format, but broken."""


class OversizedPage(PageError):
    """More than a page may have."""


class LockedPage(PageError):
    """Encrypted, and the password is not known."""


class LexiconError(OnrecordError):
    """A data file is faulty."""


class ModelError(OnrecordError):
    """The language model is missing or not the pinned one."""


class StepError(OnrecordError):
    """A step failed on a document; ``step`` names it."""

    def __init__(self, message: str, step: str = "") -> None:
        """``message`` says what failed and where, ``step`` is the step's bare name."""
        super().__init__(message)
        self.step = step


class RecordError(OnrecordError):
    """The record file cannot be used."""


class NotARecord(RecordError):
    """The file is no record."""


class NewerRecord(RecordError):
    """The record was written by a newer onrecord."""


class RecordBusy(RecordError):
    """Another process is writing to the record."""
