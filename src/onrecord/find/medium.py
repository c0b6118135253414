"""Through what something was said: a tweet, a letter, an interview, told by the cue, its subject, or a phrase beside it."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.find import syntax
from onrecord.find.matcher import Match
from onrecord.schema import Medium

NOUNS: Mapping[str, Medium] = {
    "interview": "interview",
    "tweet": "tweet",
    "post": "tweet",
    "twitter": "tweet",
    "facebook": "tweet",
    "article": "article",
    "op-ed": "article",
    "column": "article",
    "essay": "article",
    "letter": "letter",
    "email": "letter",
    "e-mail": "letter",
    "briefing": "briefing",
    "conference": "briefing",
    "presser": "briefing",
    "radio": "broadcast",
    "television": "broadcast",
    "tv": "broadcast",
    "broadcast": "broadcast",
    "show": "broadcast",
    "programme": "broadcast",
    "program": "broadcast",
    "telecast": "broadcast",
    "podcast": "broadcast",
    "channel": "broadcast",
    "statement": "document",
    "communique": "document",
    "communiqué": "document",
    "report": "document",
    "document": "document",
    "memo": "document",
    "declaration": "document",
    "ruling": "document",
    "judgment": "document",
    "verdict": "document",
    "resolution": "document",
    "decree": "document",
    "filing": "document",
    "complaint": "document",
    "affidavit": "document",
    "release": "document",
    "circular": "document",
    "notice": "document",
    "manifesto": "document",
}
VERBS: Mapping[str, Medium] = {"tweet": "tweet", "retweet": "tweet", "email": "letter", "broadcast": "broadcast"}
PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "by", "through", "over"})
AMBIGUOUS = frozenset({"conference", "channel", "show", "release", "program", "programme", "post"})
"""Nouns that need a word before them: a *news* conference, a *radio* show, a *press* release, a *Facebook* post."""
_HELPERS = frozenset(
    "news press radio television tv talk state local private evening morning facebook blog social media".split()
)


def medium(match: Match) -> Medium | None:
    """The medium of a saying, or None where its words do not tell."""
    sentence = match.sentence
    if match.token.lemma in VERBS:
        return VERBS[match.token.lemma]
    heads = []
    source = match.roles.get("source")
    if source is not None:
        heads.append(source.head)
    if match.frame.cls.pos == "noun":
        heads.append(match.index)
    for preposition in sentence.children[match.index]:
        if sentence.tokens[preposition].lower in PREPOSITIONS:
            inner = syntax.child(sentence, preposition, "pobj")
            if inner is not None:
                heads.append(inner)
    return next((found for head in heads if (found := _of(match, head)) is not None), None)


def _of(match: Match, head: int) -> Medium | None:
    token = match.sentence.tokens[head]
    lemma = token.lemma.lower()
    if lemma in AMBIGUOUS:
        before = {match.sentence.tokens[c].lower for c in match.sentence.children[head] if c < head}
        return NOUNS[lemma] if before & _HELPERS else None
    return NOUNS.get(lemma)
