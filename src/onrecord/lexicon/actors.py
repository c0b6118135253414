"""The actor table: countries, organisations, armed groups, office-holders with dates, cities, outlets, agent nouns.

Built from the files in ``data/actors/``, which ``tools/compile_actors.py`` makes from openly licensed tables and from
rows
written by hand. The table never changes once it is loaded.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

from onrecord.lexicon.actor_files import read_cells, read_rows
from onrecord.lexicon.actor_matcher import Alias, NameMatcher, is_short
from onrecord.lexicon.actor_people import PeopleTable, load_people
from onrecord.lexicon.actor_types import Actor, AgentNoun, NameHit, NameKind, Office, Tenure, Title
from onrecord.lexicon.names import fold
from onrecord.lexicon.titles import TitleTable, parse_titles

__all__ = ["Actor", "ActorTable", "AgentNoun", "NameHit", "NameKind", "Office", "Tenure", "Title", "load_actors"]


@dataclass(frozen=True, slots=True)
class ActorTable:
    """The loaded table. All questions are pure look-ups; nothing here reads a page's context.

    ``agents`` has every form, plurals included; ``long_agents`` are the first words of those of several words. ``watched``
    are people of a user's own list by the tokens of their names; of the shipped table there are none. ``regions`` are the
    names of first-level divisions, which stand among the cities. ``country_words`` finds words that one country uses, or
    few ("zloty", "barangay"); the codes of its hits are parted by commas.
    """

    actors: Mapping[str, Actor]
    agents: Mapping[str, AgentNoun]
    titles: TitleTable
    people: PeopleTable
    long_agents: frozenset[str]
    matcher: NameMatcher
    outlets: Mapping[str, str]
    tlds: Mapping[str, str]
    watched: Mapping[tuple[str, ...], Actor] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    country_words: NameMatcher = field(default_factory=lambda: NameMatcher(()))

    def actor(self, actor_id: str) -> Actor | None:
        """The row with this id, people included, or None."""
        return self.actors.get(actor_id) or self.people.person(actor_id)

    def find_names(self, text: str) -> list[NameHit]:
        """All names of the table in ``text``: in order, not overlapping, the longest where several begin."""
        return self.matcher.find(text)

    def place_or_actor(self, text: str) -> NameKind | None:
        """What exactly this name stands for, or None. ``text`` is the bare name, a leading article is allowed."""
        alias = self.exactly(text)
        return alias.kind if alias else None

    def exactly(self, text: str) -> Alias | None:
        """The actor whose name is exactly ``text`` (a leading article is allowed), or None."""
        hits = self.matcher.exactly(text)
        if not hits and text[:4].lower() == "the ":
            hits = self.matcher.exactly(text[4:])
        return hits[0] if hits else None

    def demonym_country(self, text: str) -> str | None:
        """The country of a demonym: "Turkish", "Turk" and "Turks" give TUR; None for anything else."""
        return next((hit.actor for hit in self.matcher.exactly(text) if hit.kind == "demonym"), None)

    def agent_noun(self, text: str) -> AgentNoun | None:
        """The agent noun with this lemma or plural: "minister", "rebels"."""
        return self.agents.get(text.lower())

    def is_actor_word(self, lemma: str, text: str) -> bool:
        """True where a single word can head an actor phrase: agent noun, title, demonym, or name of the table."""
        if self.agent_noun(lemma) is not None or self.agent_noun(text) is not None:
            return True
        if (lemma.lower(),) in self.titles.titles or (text.lower(),) in self.titles.titles:
            return True
        return bool(text[:1].isupper() and self.matcher.exactly(text))

    def sector_of(self, lemma: str) -> str | None:
        """The PLOVER sector of an agent noun, or None."""
        noun = self.agent_noun(lemma)
        return noun.sectors[0] if noun else None

    def offices(self, title: Title, country: str) -> tuple[Office, ...]:
        """The offices of a country that a title may mean, the best portfolio first."""
        return self.people.offices(title, country)

    def holders(self, title: Title, country: str, day: date) -> tuple[Tenure, ...]:
        """Who held an office that the title means, in a country, on a day: latest to have begun first.

        Empty where the tables do not know, or where the day lies after their snapshot and the end is open.
        """
        return self.people.holders(title, country, day)

    def outlet_country(self, name_or_domain: str) -> str | None:
        """The seat of an outlet by its domain, address or name, else by the country part of its domain."""
        key = (
            fold(name_or_domain)
            .strip()
            .removeprefix("https://")
            .removeprefix("http://")
            .split("/")[0]
            .removeprefix("www.")
        )
        for candidate in _domain_tails(key):
            if candidate in self.outlets:
                return self.outlets[candidate]
        if "." in key and " " not in key:
            return self.tlds.get(key.rsplit(".", 1)[-1])
        alias = self.exactly(name_or_domain.strip())
        actor = self.actors.get(alias.actor) if alias else None
        return actor.country if actor and "JRN" in actor.sectors else None


def _domain_tails(key: str) -> Iterator[str]:
    parts = key.split(".")
    yield from (".".join(parts[at:]) for at in range(max(1, len(parts) - 1)))


def plural(noun: str) -> str | None:
    """The plural of a people noun ("Turk", "Dutchman"), or None where it has none of its own."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "ese", "z")) and not noun.endswith("ss"):
        return None
    if noun.endswith(("sh", "ch", "ss")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def _countries(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[Actor | None, list[Alias]]]:
    for row in rows:
        code = row["code"]
        names = [row["name"], *filter(None, row["names"].split("|"))]
        adjectives = [word for word in row["adjectives"].split("|") if word and word not in names]
        people = [word for word in row["people"].split("|") if word]
        demonyms = {*adjectives, *people, *filter(None, map(plural, people))}
        aliases = [Alias(name, code, "country", is_short(name)) for name in names]
        aliases += [Alias(word, code, "demonym", is_short(word)) for word in sorted(demonyms)]
        aliases += [Alias(word, code, "capital") for word in row["capitals"].split("|") if word]
        yield Actor(code, row["name"], "country", code, source=row["source"]), aliases


def _organisations(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[Actor, list[Alias]]]:
    for row in rows:
        kind: Literal["organisation", "armed_group"] = "armed_group" if row["kind"] == "armed_group" else "organisation"
        sectors = tuple(code for code in row["sectors"].split(",") if code)
        generic = row["kind"] == "generic"
        actor = Actor(row["id"], row["name"], kind, row["country"] or None, sectors, None, generic, row["source"])
        spellings = [row["name"], *filter(None, row["aliases"].split("|"))]
        yield actor, [Alias(word.lstrip("="), actor.id, kind, word[0] == "=" or is_short(word)) for word in spellings]


def _cities(cells: Iterable[Sequence[str]]) -> Iterator[Alias]:
    for name, country, _population in cells:
        yield Alias(name, country, "city", is_short(name))


def _agents(rows: Iterable[Mapping[str, str]]) -> dict[str, AgentNoun]:
    nouns = [AgentNoun(row["noun"], tuple(row["sectors"].split(",")), row["form"]) for row in rows]  # type: ignore[arg-type]
    forms = {many: noun for noun in nouns if (many := plural(noun.lemma)) is not None}
    forms.update({noun.lemma[:-6] + "people": noun for noun in nouns if noun.lemma.endswith("person")})
    return forms | {noun.lemma: noun for noun in nouns}


@lru_cache(maxsize=1)
def load_actors() -> ActorTable:
    """The shipped table. Raises LexiconError where a file is malformed.

    The garbage collector rests meanwhile: it would walk the growing table again and again, a third of the time, and nothing
    of it is garbage.
    """
    resting = gc.isenabled()
    gc.disable()
    try:
        return _loaded()
    finally:
        if resting:
            gc.enable()


def _loaded() -> ActorTable:
    actors: dict[str, Actor] = {}
    aliases: list[Alias] = []
    country_rows = read_rows("countries.tsv")
    for actor, spellings in (*_countries(country_rows), *_organisations(read_rows("organisations.tsv"))):
        if actor is not None:
            actors[actor.id] = actor
        aliases += spellings
    people = load_people()
    aliases += [Alias(name, person, "person") for name, person in people.full_names()]
    cities = list(read_cells("cities.tsv.gz"))
    aliases += _cities(cities)
    regions = frozenset(name for name, _country, population in cities if not population)
    outlets = {domain: country for domain, country in read_cells("outlets.tsv.gz")}
    tlds = {row["tld"]: row["code"] for row in country_rows if row["tld"]}
    agents = _agents(read_rows("agents.tsv"))
    long_agents = frozenset(form.split(" ")[0] for form in agents if " " in form)
    titles = parse_titles(read_rows("titles.tsv"))
    words = NameMatcher(Alias(row["word"], row["countries"], "city", True) for row in read_rows("country_words.tsv"))
    return ActorTable(
        actors, agents, titles, people, long_agents, NameMatcher(aliases), outlets, tlds,
        regions=regions, country_words=words,
    )  # fmt: skip
