"""What a page teaches about its people and bodies, as facts with the words that tell them.

A fact rests on the page alone: the words beside a name, or an acronym in brackets behind one. What the tables know of
the same person is not repeated here, and what is only assumed from the setting (a country, say) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.lexicon.actors import Actor, Title
from onrecord.lexicon.titles import is_domain
from onrecord.resolve.beside import WHO_HEADS, headed_body
from onrecord.resolve.bodies import of_country
from onrecord.resolve.learned import NameMention
from onrecord.resolve.page import Page
from onrecord.resolve.persons import doc_id, person_party
from onrecord.resolve.phrases import Phrase
from onrecord.schema import Document, Learned, Party, Pattern, Standing

_LATE = re.compile(r"\blate\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:ex-|(?:former|erstwhile|onetime|ousted|deposed|toppled)\b)", re.IGNORECASE)
_STANDING_IN = re.compile(r"\b(?:acting|interim|caretaker)\b", re.IGNORECASE)
_COMING = re.compile(r"\b(?:designate|elect|incoming)\b", re.IGNORECASE)
_HEADS = {"heads": "head", "leads": "leader", "chairs": "chair", "runs": "head", "directs": "director"}
_ACRONYM = re.compile(r" ?\((?P<short>[A-Z][A-Za-z&.-]{1,9})\)")
LEAST_CAPITALS = 2
"""Capital letters of an acronym: "(Reuters)" and "(Kabul)" are none."""


def learned_facts(page: Page) -> tuple[Learned, ...]:
    """The facts that the page teaches, in the order of its text."""
    mentions = [mention for cluster in page.clusters for mention in cluster.mentions]
    found = [fact for mention in mentions for fact in (*_offices(mention, page), *_headed(mention, page))]
    return tuple(sorted({*found, *_acronyms(page)}, key=lambda one: (one.start, one.end, one.office or "")))


def _offices(mention: NameMention, page: Page) -> Iterator[Learned]:
    """The offices, roles and ranks that stand beside a name."""
    words = page.text[mention.first : mention.last]
    titles = [title for title in _titles(mention.phrase, words) if title.form != "honorific"]
    if not titles or mention.phrase.owner:
        return
    standing = _standing(words, mention.phrase)
    if standing != "holds" and sum(title.form != "rank" for title in titles) > 1:
        return  # "former minister and current president": which of them is over, the phrase does not tell
    party = _person(mention, page)
    pattern = _pattern(mention, page.text)
    for title in titles:
        body, country = _of(title, mention, party, page)
        yield Learned(
            page.document.doc, mention.first, mention.last, words, pattern, party.name or mention.name,
            party.actor or doc_id(mention.name), "person", title.text, title.role, standing, body, country,
            day=exact_day(page.document),
        )  # fmt: skip


def _titles(phrase: Phrase, words: str) -> Iterator[Title]:
    """The titles of a phrase, those that are one word with "ex-" included: "ex-president", "ex-foreign minister"."""
    for title in phrase.titles:
        joined = re.search(rf"\bex-(\w+) {re.escape(title.text)}\b", words.lower())
        yield replace(title, text=f"{joined[1]} {title.text}") if joined and is_domain(joined[1]) else title
    for agent in phrase.agents:
        if agent.lemma.startswith("ex-") and agent.form == "person":
            held = agent.lemma.removeprefix("ex-")
            yield Title(held, held.replace(" ", "_"), "office", agent.sectors)


def _headed(mention: NameMention, page: Page) -> Iterator[Learned]:
    """Whom a relative clause gives an organisation: "Jane Doe, who heads the Harbour Union"."""
    match, hit = WHO_HEADS.match(page.text, mention.end), headed_body(mention, page.text, page.hits)
    actor = page.actors.actor(hit.actor) if hit else None
    if match is None or hit is None or actor is None:
        return
    party = _person(mention, page)
    role = _HEADS.get(match["verb"], "commander")
    yield Learned(
        page.document.doc, mention.start, hit.end, page.text[mention.start : hit.end], "who heads",
        party.name or mention.name, party.actor or doc_id(mention.name), "person", role, role, "holds",
        _named(actor, _told(party), page), _code(actor.country), day=exact_day(page.document),
    )  # fmt: skip


def _acronyms(page: Page) -> Iterator[Learned]:
    """What the page calls a body for short: "Inter-Services Public Relations (ISPR)"."""
    for hit in page.hits:
        match = _ACRONYM.match(page.text, hit.end)
        if match is None or hit.kind not in ("organisation", "armed_group"):
            continue
        name, short = page.text[hit.start : hit.end], match["short"]
        actor = page.actors.actor(hit.actor)
        if actor is None or actor.generic or name == short or not _abbreviates(short, name):
            continue
        yield Learned(
            page.document.doc, hit.start, match.end(), page.text[hit.start : match.end()], "acronym", actor.name,
            hit.actor.partition("@")[0], "armed_group" if hit.kind == "armed_group" else "organisation",
            country=_code(actor.country), short=short, day=exact_day(page.document),
        )  # fmt: skip


def _person(mention: NameMention, page: Page) -> Party:
    return person_party(Party(mention.name, mention.start, mention.end), mention.phrase, page)


def _of(title: Title, mention: NameMention, party: Party, page: Page) -> tuple[str | None, str | None]:
    """The body that an office belongs to, and the country it serves; of a rank the country alone."""
    phrase = mention.phrase
    country = _code(phrase.countries[0]) if phrase.countries else _told(party)
    if title.form == "rank":
        return None, country
    actor = page.actors.actor(phrase.bodies[0]) if phrase.bodies else None
    if actor is None:
        return phrase.body, country
    return _named(actor, country, page), country


def _named(actor: Actor, country: str | None, page: Page) -> str:
    """A body's name; of one that every country has, with the country where it is known."""
    return of_country(actor.name, country, page.actors) if actor.generic and country else actor.name


def _told(party: Party) -> str | None:
    """The party's country, where it is known and not assumed."""
    return None if party.is_assumed else _code(party.country)


def _code(country: str | None) -> str | None:
    """A country's code; None for one that only the page knows."""
    return None if country is None or country.startswith("doc:") else country


def _pattern(mention: NameMention, text: str) -> Pattern:
    if mention.last > mention.end:
        return "name, office"
    return "office, name" if "," in text[mention.first : mention.start][-2:] else "title before name"


def _standing(words: str, phrase: Phrase) -> Standing:
    if _LATE.search(words):
        return "late"
    if phrase.former or _PAST.search(words):
        return "former"
    if _COMING.search(words):
        return "designate"
    return "acting" if _STANDING_IN.search(words) else "holds"


def _abbreviates(short: str, name: str) -> bool:
    """True where the letters of ``short`` stand in ``name`` in their order, the first at its beginning."""
    letters = [char.lower() for char in short if char.isalnum()]
    capitals: Sequence[str] = [char for char in short if char.isupper()]
    rest = iter(char.lower() for char in name if char.isalnum())
    first = next((char.lower() for char in name.removeprefix("The ").removeprefix("the ") if char.isalnum()), "")
    return len(capitals) >= LEAST_CAPITALS and letters[0] == first and all(char in rest for char in letters)


def exact_day(document: Document) -> date | None:
    """The day of publication, else of the update, where it is known to the day."""
    for when in (document.published, document.updated):
        if when is not None and when.earliest is not None:
            return when.earliest if when.earliest == when.latest else None
    return None
