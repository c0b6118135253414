"""Joint phrases: "US and Afghan officials", "Islamabad and Kabul", "the president and his deputy"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.lexicon.actors import ActorTable, NameHit
from onrecord.resolve.lexing import ADJECTIVE
from onrecord.resolve.phrases import parse_phrase
from onrecord.resolve.words import ORGANISATION_HEADS, PEOPLE_OF
from onrecord.schema import Party

_AND = re.compile(r"\s*(?:,\s+and|,\s+as well as|\band\b|\bas well as\b|,)\s+")
_REST = frozenset({"others", "other countries", "others.", "many others", "more"})
_OF_SEVERAL = re.compile(r"(?P<who>\w[\w '’-]*?) (?:of|from) (?P<place>(?:the )?[A-Z][\w .'’-]*)")
"""A noun with its preposition and the first of the countries that it is shared by."""
_WORD = re.compile(r"[^\W\d_]+")


def members_of(party: Party, actors: ActorTable, hits: Sequence[NameHit]) -> tuple[Party, ...]:
    """The single parties of a joint phrase as stubs; empty where the phrase means one actor.

    Adjectives that share a noun ("US and Afghan officials") become one member each, with the noun's words.
    """
    cuts = [match for match in _AND.finditer(party.text) if not _inside(party.start + match.start(), hits)]
    if not cuts or not any("and" in match.group() or "well" in match.group() for match in cuts):
        return ()
    adjectives = _shared_noun(party, actors, cuts)
    if adjectives:
        return adjectives
    pieces = _pieces(party, cuts)
    if len(pieces) > 2 and pieces[-1].text.lower() in _REST:
        pieces.pop()
    of_each = _of_each(pieces, actors)
    if of_each:
        return of_each
    if _is_apposition(pieces, actors) or _is_tail(pieces, actors) or _is_one_body(pieces):
        return ()
    if len(pieces) < 2 or len(pieces) > 6 or not all(_is_actor(piece.text, actors) for piece in pieces):
        return ()
    return tuple(pieces)


def _inside(position: int, hits: Sequence[NameHit]) -> bool:
    return any(hit.start < position < hit.end for hit in hits)


def _pieces(party: Party, cuts: Sequence[re.Match[str]]) -> list[Party]:
    pieces = []
    start = 0
    for stop, following in [*((match.start(), match.end()) for match in cuts), (len(party.text), len(party.text))]:
        text = party.text[start:stop]
        if text.strip():
            pieces.append(Party(text, party.start + start, party.start + stop))
        start = following
    return pieces


def _shared_noun(party: Party, actors: ActorTable, cuts: Sequence[re.Match[str]]) -> tuple[Party, ...]:
    """ "US and Afghan officials": country words before one shared noun."""
    last = party.text[cuts[-1].end() :]
    first = party.text[: cuts[0].start()]
    phrase = parse_phrase(last, actors)
    plain = [
        word for word in _WORD.findall(first) if word.lower() not in ("the", "both", "senior", "top", "several", "some")
    ]
    earlier = parse_phrase(first, actors)
    if not (
        len(plain) <= 2 and earlier.bare and earlier.bare.kind in ("demonym", "country") and len(phrase.countries) == 1
    ):
        return ()
    if phrase.head_kind not in ("agent", "title") or not last.strip():
        return ()
    words = last.split(" ", 1)
    noun = words[1] if len(words) > 1 else ""
    pieces = _pieces(party, cuts)
    # the member's text is its own country word; the noun they share is added for reading only
    return tuple(
        replace(piece, how=f"joint:{noun}") if at < len(pieces) - 1 else piece for at, piece in enumerate(pieces)
    )


def _of_each(pieces: Sequence[Party], actors: ActorTable) -> tuple[Party, ...]:
    """ "The foreign ministers of Kenya and Uganda", "troops from Chad and Mali": one noun for each of the countries."""
    first = _OF_SEVERAL.fullmatch(pieces[0].text)
    if first is None or len(pieces) < 2:
        return ()
    places = [first["place"], *(piece.text for piece in pieces[1:])]
    if not all(_is_country(place, actors) for place in places):
        return ()
    phrase = parse_phrase(first["who"], actors)
    if not phrase.plural or phrase.head_kind not in ("agent", "title", "body"):
        return ()
    office = phrase.head_kind == "title" and phrase.title is not None and phrase.title.form == "office"
    noun = _singular(first["who"]) if office else first["who"]
    # the first member's text is the phrase as far as its country, the others' their own country; all are read with the noun
    return tuple(replace(piece, how=f"of:{noun} of {place}") for piece, place in zip(pieces, places, strict=True))


def _is_country(text: str, actors: ActorTable) -> bool:
    bare = parse_phrase(text, actors).bare
    return bare is not None and bare.kind in ("country", "capital")


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") else noun


def _is_apposition(pieces: Sequence[Party], actors: ActorTable) -> bool:
    """True for "Jane Doe, director of X and adviser to Y": what follows the comma only describes the one before it."""
    if len(pieces) < 2:
        return False
    first, second = parse_phrase(pieces[0].text, actors), pieces[1].text.strip()
    comma = pieces[1].start - pieces[0].end <= 3  # tokenised text has a space before it
    described = parse_phrase(second, actors)
    role = described.head_kind == "title" and second.split()[-1].islower()
    return comma and first.name is not None and (second[:1].islower() or role)


def _is_tail(pieces: Sequence[Party], actors: ActorTable) -> bool:
    """True for "experts from Kenya, Uganda and Chad": the items hang on the preposition of the first piece."""
    if not re.search(r"\w (?:from|of|in|between|for|with|at|on|to) ", pieces[0].text):
        return False
    return all(parse_phrase(piece.text, actors).bare is not None for piece in pieces[1:])


def _is_one_body(pieces: Sequence[Party]) -> bool:
    """True for "the National Oceanic and Atmospheric Administration": the noun that ends the name belongs to all of it."""
    if len(pieces) < 2:
        return False
    before, last = pieces[-2].text.split(), pieces[-1].text.split()
    if (
        len(last) < 2
        or last[-1].lower() not in ORGANISATION_HEADS | PEOPLE_OF
        or not all(w[:1].isupper() for w in last)
    ):
        return False
    return before[-1][:1].isupper() and all(w.lower().endswith(ADJECTIVE) for w in (before[-1], last[-2]))


def _is_actor(text: str, actors: ActorTable) -> bool:
    phrase = parse_phrase(text, actors)
    return bool(
        phrase.name or phrase.bare or phrase.titles or phrase.agents or phrase.bodies or phrase.body or phrase.pronoun
    )
