"""Nationalities with a hyphen: *a Korean-American* is an American, and where the forebears are from tells nothing."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.lexicon.actors import NameHit

IMMIGRANTS = frozenset({"American", "Canadian", "Australian"})


def nationality(word: str, start: int, hits: Mapping[int, NameHit]) -> NameHit | None:
    """The name that begins at ``start``; of a word of two nationalities the second, where that is one of immigrants."""
    hit, (_, dash, second) = hits.get(start), word.rpartition("-")
    if hit is None or hit.kind != "demonym" or not dash or second.removesuffix("s") not in IMMIGRANTS:
        return hit
    return hits.get(start + len(word) - len(second), hit)
