"""Entry ids: hashes of the evidence, so that a better reading of who is meant or when keeps the id."""

from __future__ import annotations

import hashlib
from collections import Counter

LENGTH = 16


class Numbering:
    """Gives ids to the entries of one document in the order in which they are asked for.

    An id depends on document, kind, anchor text and (for events) type, and on the ordinal among entries equal in these.
    """

    def __init__(self, doc: str) -> None:
        self._doc = doc
        self._seen: Counter[tuple[str, ...]] = Counter()

    def give(self, kind: str, anchor: str, type_: str = "") -> str:
        """The next id for this evidence: 16 hex digits."""
        key = (kind, " ".join(anchor.split()), type_)
        ordinal = self._seen[key]
        self._seen[key] += 1
        evidence = "\x1f".join((self._doc, *key, str(ordinal)))
        return hashlib.sha256(evidence.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
