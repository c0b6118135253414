"""The page as a scene: its day, its people, and the country that its bare offices and bodies belong to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial

from onrecord.lexicon.actors import ActorTable, NameHit, Title
from onrecord.lexicon.names import fold, given_names, name_tokens
from onrecord.resolve.beside import master_of, serves, serving, with_ages, with_aliases, with_headed
from onrecord.resolve.capitals import common_words
from onrecord.resolve.clustering import Cluster, Owners, begun, cluster, initials
from onrecord.resolve.countries import Countries
from onrecord.resolve.extent import page_day, read_spans
from onrecord.resolve.incumbents import holds, is_in, is_of_one, may_be_of, roles_held
from onrecord.resolve.leaders import is_rare, is_rulers
from onrecord.resolve.learned import read_names
from onrecord.resolve.namesakes import own_namesakes
from onrecord.resolve.nominals import Bearer, bearer_of, body_before, ministry_before
from onrecord.resolve.officers import with_officers
from onrecord.resolve.offices import LOCAL
from onrecord.resolve.overlay import with_taught
from onrecord.resolve.persons import MAX_ACRONYM, PAGE, lookup, main_title, office_key, person_party
from onrecord.resolve.phrases import Phrase, parse_phrase
from onrecord.resolve.scene import ABOUT, OUTLET, PagePerson, Placed
from onrecord.resolve.things import is_spoken_of_as_place, is_spoken_of_as_thing
from onrecord.resolve.unrest import Unrest
from onrecord.resolve.waters import without_waters
from onrecord.schema import Annotations, Document, Party

OFTEN = 4.0
"""How often a page names a country, from which on everybody on it is of that country where it hardly names another."""
_OF_SEVERAL = re.compile(
    r"\b(?:Arab|Gulf|EU|European(?: Union)?|African(?: Union)?|NATO|Nato|League|G-?\d+|ASEAN|world) "
    r"(?:[a-z]+ )?(ministers|leaders)\b"
)
_WORLD_COURT = re.compile(
    r"\b(?:U\.?N\.?(?:-backed)?|United Nations|[Ii]nternational|[Ww]ar[- ]crimes) (?:[\w-]+ ){0,2}(?:[Cc]ourt|[Tt]ribunal)\b"
)


class Page:
    """What one document tells its phrases. Built once, asked often; nothing in it comes from other documents."""

    def __init__(self, document: Document, annotations: Annotations, actors: ActorTable) -> None:
        self.document = document
        self.annotations = annotations
        self.text = document.text
        self.day = page_day(document)
        self.spans = read_spans(document, annotations)
        self.actors, self.hits = with_taught(self.text, self.spans, with_officers(self.text, self.spans, actors))
        self._hit_starts = [hit.start for hit in self.hits]
        self._bodies = frozenset(
            hit.actor for hit in self.hits if hit.kind == "organisation" and self._is_worldly(hit.actor)
        )
        self._common = common_words(document, annotations)
        self.countries = Countries(document, self.spans, without_waters(self.text, self.hits), self.actors, self.day)
        self.around: tuple[str, ...] = self.countries.around
        self._take_namesakes()
        self.clusters: list[Cluster] = cluster(
            read_names(self.text, self.spans, self.hits, self.actors, self._common.names),
            partial(roles_held, actors.people),
        )
        self.clusters = with_ages(with_aliases(self.clusters, self.text), self.text, self.actors)
        placed = self.countries.home()
        self.home: str | None = placed.country if placed else None
        self.unrest = Unrest(self.text, self.spans, self.hits, self.countries.country_of, self.home)
        self._stated = self._stated_countries()
        self.clusters = [replace(one, phrase=self._without_namesakes(one.phrase)) for one in self.clusters]
        asides = (start if start >= 0 else len(self.text) for start in begun(one.mentions for one in self.clusters))
        self._begun = list(asides)
        self._people: dict[int, PagePerson] = {}
        self._phrases: dict[tuple[int, int], Phrase] = {}
        self._owners = Owners([one.tokens if len(one.tokens) > 1 else () for one in self.clusters])
        self._by_tokens: dict[tuple[str, ...], int] = {}
        self._titled: dict[int, int] = {}
        for index, one in enumerate(self.clusters):
            for mention in one.mentions:
                self._by_tokens.setdefault(name_tokens(mention.name), index)
                if any(title.form == "office" for title in mention.phrase.titles):
                    self._titled[mention.start] = index
        self._indexed: dict[tuple[str, ...], int | None] = {}
        self.heard: list[Bearer] = []
        self._note_heads()
        self._note_servants()

    def _take_namesakes(self) -> None:
        """Puts the page's own body in the place of another country's of that name, before anything is read."""
        placed = self.countries.home()
        named = {hit.actor for hit in self.hits if hit.kind in ("country", "demonym", "capital")}
        rows, self.hits = own_namesakes(self.text, self.hits, named, placed.country if placed else None, self.actors)
        if rows:
            self.actors = replace(self.actors, actors={**self.actors.actors, **rows})

    def _is_worldly(self, body: str) -> bool:
        actor = self.actors.actors.get(body)
        return actor is not None and actor.country is None and not actor.generic and actor.source != PAGE

    def hits_in(self, start: int, end: int) -> Sequence[NameHit]:
        """The names of the table within a stretch."""
        low, high = bisect_left(self._hit_starts, start), bisect_left(self._hit_starts, end)
        return [hit for hit in self.hits[low:high] if hit.end <= end]

    def phrase(self, start: int, end: int) -> Phrase:
        """The phrase at ``text[start:end]``."""
        found = self._phrases.get((start, end))
        if found is None:
            inside = self.hits_in(start, end)
            found = parse_phrase(self.text, self.actors, start, end, inside, self._common.names)
            found = found if found.bare is not None else self._without_namesakes(found)
            self._phrases[start, end] = found
        return found

    def _stated_countries(self) -> frozenset[str]:
        """Countries that the page names or is about, or of which it names a region."""
        regions = self.actors.regions
        stated = {
            hit.actor for hit in self.hits if hit.kind != "city" or self.text[hit.start : hit.end].title() in regions
        }
        return frozenset(stated | {self.home or "", *self.around})

    def _without_namesakes(self, phrase: Phrase) -> Phrase:
        """The phrase without countries that a town alone tells, on a page that is set elsewhere and never names them.

        Such towns are namesakes: there is a Surrey in Canada, and a Villahermosa in Mexico.
        """
        if self.home is None or not set(phrase.countries) - self._stated:
            return phrase
        return replace(phrase, countries=tuple(code for code in phrase.countries if code in self._stated))

    def person(self, name: str, at: int = -1) -> PagePerson | None:
        """Whom a full name or a surname means on this page; ``at`` is where it stands behind a title."""
        tokens = name_tokens(name)
        titled = self._titled.get(at) if len(tokens) == 1 and self._is_shared(tokens[0]) else None
        if titled is not None:
            return self._person(titled)
        index = self._index(tokens)
        if index is None:
            return None
        person = self._person(index)
        return replace(person, shared=True) if len(tokens) == 1 and self._is_shared(tokens[0]) else person

    def _is_shared(self, surname: str) -> bool:
        """True for a surname of several people of the page who are named in full."""
        return len(self._bearers.get(surname, ())) > 1

    @cached_property
    def _bearers(self) -> dict[str, set[str]]:
        """By surname, the given names of all who are named in full; what is learned of them later changes no name."""
        held: dict[str, set[str]] = {}
        for one in self.clusters:
            if len(one.tokens) > 1:
                held.setdefault(one.tokens[-1], set()).add(one.tokens[0])
        return held

    def _index(self, tokens: tuple[str, ...]) -> int | None:
        if tokens not in self._indexed:
            self._indexed[tokens] = self._look_up(tokens)
        return self._indexed[tokens]

    def _look_up(self, tokens: tuple[str, ...]) -> int | None:
        if len(tokens) == 1:
            longer = self._owners.of(tokens[0], self._begun, 0)
            if longer is not None:
                return longer
            alone = (index for index, one in enumerate(self.clusters) if one.tokens == tokens)
            return next(alone, self._by_tokens.get(tokens))
        known = self._by_tokens.get(tokens)
        if known is not None and not all(len(token) == 1 for token in tokens):
            return known
        short = [index for index, one in enumerate(self.clusters) if initials(one.name) == tokens]
        return short[0] if len(short) == 1 else known

    def _person(self, index: int) -> PagePerson:
        if index not in self._people:
            one = self.clusters[index]
            found = lookup(one.phrase, one.name, self)
            starts = tuple(mention.start for mention in one.mentions)
            self._people[index] = PagePerson(one.name, one.phrase, found, self._place(one), starts)
        return self._people[index]

    def _note_heads(self) -> None:
        """Gives "Jane Doe, who heads the Harbour Union" that body; who is known to be in office is spoken of as that."""
        for index, one in enumerate(self.clusters):
            headed = with_headed(one, self.text, self.hits, self.actors)
            found = self._person(index).found if headed is not None else None
            if headed is not None and not (found is not None and found.in_office):
                self.clusters[index] = headed
                self._people.pop(index, None)

    def _note_servants(self) -> None:
        """Gives "Orban's spokesman, Jane Doe" the country and branch of Orban, where the page or the table knows him."""
        for one in self.clusters:
            names = (master_of(mention, self.text) for mention in one.mentions) if serves(one) else ()
            for name in filter(None, names):
                known = self.person(name)
                if known is not None and known.name != one.name:
                    master = person_party(Party(name, known.starts[0], known.starts[0] + len(name)), known.phrase, self)
                    self.teach_master(one.name, master)
                    break

    def teach_master(self, name: str, master: Party) -> None:
        """Notes whom somebody serves, as the page tells it beside the name: "his spokesman, Jane Doe"."""
        index = self._index(name_tokens(name))
        if index is None or not serves(self.clusters[index]) or not (master.country or master.actor):
            return
        self.clusters[index] = serving(self.clusters[index], master, self.actors.agent_noun)
        self._people.pop(index, None)

    def teach_country(self, name: str, country: str) -> None:
        """Notes of which country somebody holds a title, as the page tells it beside the name: "its president, Jane Doe"."""
        self._teach(name, countries=(country,))

    def teach_owner(self, name: str, body: str) -> None:
        """Notes of which organisation of the table somebody is, as the page tells it beside the name."""
        body = body.partition("@")[0]
        if self.actors.actor(body) is not None:
            self._teach(name, bodies=(body,))

    def _teach(self, name: str, countries: tuple[str, ...] = (), bodies: tuple[str, ...] = ()) -> None:
        """Gives somebody whose phrases tell neither country nor organisation what they lack."""
        index = self._index(name_tokens(name))
        phrase = self.clusters[index].phrase if index is not None else None
        if index is None or phrase is None or phrase.bodies or (countries and phrase.countries):
            return
        told = replace(phrase, countries=countries or phrase.countries, bodies=bodies)
        self.clusters[index] = replace(self.clusters[index], phrase=told)
        self._people.pop(index, None)

    def _place(self, one: Cluster) -> Placed | None:
        """Where the office of a page-taught person stands, where the page says it of the office elsewhere."""
        title = main_title(one.phrase)
        if one.phrase.countries or title is None or title.form != "office":
            return None
        key = office_key(title)
        told = self.countries.told(key, one.mentions[0].start)
        if told is None or any(other is not one and holds(other, key, told) for other in self.clusters):
            return None
        return Placed(told, "page:country of the same office")

    def person_parties(self) -> list[Bearer]:
        """All people of the page that have a title, as parties with the positions of their mentions."""
        made = []
        for index, one in enumerate(self.clusters):
            if not one.phrase.titles:
                continue
            person = self._person(index)
            first = one.mentions[0]
            party = person_party(Party(first.name, first.start, first.end), one.phrase, self)
            made += [Bearer(start, party, person.phrase, person.found) for start in person.starts]
        return sorted(made, key=lambda bearer: bearer.start)

    def bearer(self, phrase: Phrase, at: int) -> Party | None:
        """Who bears the title or role of a nominal, most recently before ``at``."""
        return bearer_of(phrase, at, self.heard)

    def ruler_called(self, name: str) -> str | None:
        """The country of the leader on the page who has the surname of somebody else there, and hardly anybody elsewhere."""
        last = name_tokens(name)[-1:]
        others = (at for at, one in enumerate(self.clusters) if one.tokens[-1:] == last and one.name != name)
        led = {one.country for at in others if (one := self._person(at).found) and is_rulers(one.tenure)} - {None}
        country = led.pop() if len(led) == 1 else None
        return country if country is not None and is_rare(last, country, self.actors) else None

    def body(self, noun: str, at: int) -> Party | None:
        """The organisation named before that a bare "the ministry" takes up."""
        named = body_before(noun, at, self.heard)
        return named or (ministry_before(at, self.heard, self.actors) if noun == "ministry" else None)

    @property
    def only(self) -> str | None:
        """The one country that the page speaks of, None where there are several."""
        return self.countries.only

    @property
    def bodies(self) -> frozenset[str]:
        """Ids of the international bodies that the page names."""
        return self._bodies

    def tells_of_several(self, head: str) -> bool:
        """True where the page tells of ministers, or leaders, of several states: "Arab foreign ministers"."""
        return any(match[1] == head for match in _OF_SEVERAL.finditer(self.text))

    @cached_property
    def has_world_court(self) -> bool:
        """True where the page tells of a court that is no country's: "the International Criminal Court", "a U.N. tribunal"."""
        known = any("JUD" in self.actors.actors[body].sectors for body in self._bodies)
        return known or _WORLD_COURT.search(self.text) is not None

    def is_all_about(self, country: str) -> bool:
        """True for the country that the page names again and again, and hardly another."""
        return dict(self.countries.counts).get(country, 0.0) >= OFTEN and self.countries.is_all_about(country)

    def named_beside(self, at: int) -> frozenset[str]:
        """The countries that the sentence at a position names before it."""
        return self.countries.in_sentence(at)

    def country(self, body: str, at: int) -> Placed | None:
        """The country of a bare body or office: the sentence, earlier mentions, dateline, outlet, chief country."""
        return self._or_nearest(self.countries.of_body(body, at), at)

    def minded(self, at: int) -> Placed | None:
        """The country of which the sentence tells what only its own officials tell."""
        return self.countries.minded(at)

    def band(self, sector: str, at: int) -> str | None:
        """The country with which rebels, or an opposition, stand elsewhere on the page: "Libyan rebels", then "the rebels"."""
        return self.countries.band(sector, at)

    def told(self, title: Title, at: int) -> Placed | None:
        """The country with which a title stands elsewhere on the page: "the Turkish ambassador", then "the ambassador"."""
        told = self.countries.told(f"title:{title.role}", at)
        return Placed(told, "context:country of an earlier mention") if told else None

    def setting(self, at: int) -> Placed | None:
        """The country of somebody of whom the page tells none."""
        return self._or_nearest(self.countries.of_person(at), at)

    def _or_nearest(self, placed: Placed | None, at: int) -> Placed | None:
        """The country that the page lends, or, where the page goes round those of several, the one it told of last."""
        assumed = placed.how in (ABOUT, OUTLET) if placed is not None else self.home is not None
        if not assumed or not self.unrest.is_everywhere:
            return placed
        nearest = self.unrest.nearest(at)
        return Placed(nearest, "context:country told of last") if nearest is not None else None

    @property
    def is_page(self) -> bool:
        """True: the page could have told."""
        return True

    def is_thing(self, name: str) -> bool:
        """True for an unknown name without title or given name that only "it" and "its" take up, or for an acronym."""
        one = self._untold(name)
        if one is None:
            return False
        if name.isupper() and len(name) <= MAX_ACRONYM:
            return True
        return is_spoken_of_as_thing(self.text, one.mentions)

    def is_place(self, name: str) -> bool:
        """True for an unknown name without title or given name, or a leader's of whom it says nothing, behind "in" or "near"."""
        one = self._untold(name, self._stated)
        return one is not None and is_spoken_of_as_place(self.text, one.mentions)

    def _untold(self, name: str, stated: frozenset[str] | None = None) -> Cluster | None:
        """The page's name, where neither a title nor a given name nor the table tells that it is a person's."""
        index = self._index(name_tokens(name))
        if index is None or self.clusters[index].phrase.titles:
            return None
        if any(fold(one).split(" ")[0] in given_names() for one in (name, self.clusters[index].name)):
            return None
        found = self._person(index).found
        abroad = found is not None and stated is not None and found.country not in stated and " " not in name
        return self.clusters[index] if found is None or abroad else None

    def is_contradicted(self, country: str) -> bool:
        """True where the page gives an office of the country to somebody else than the table does on that day."""
        return country in self._contradicted

    @cached_property
    def _contradicted(self) -> frozenset[str]:
        return frozenset(filter(None, map(self._contradiction, range(len(self.clusters)))))

    def _contradiction(self, index: int) -> str | None:
        """The country whose table of holders a person of the page contradicts."""
        one = self.clusters[index]
        title = main_title(one.phrase)
        if title is None or title.form != "office" or self.day is None or one.phrase.former or one.phrase.bodies:
            return None
        party = person_party(Party(one.name, one.mentions[0].start, one.mentions[0].end), one.phrase, self)
        if party.country is None or not (party.actor or "").startswith("doc:") or title.role in LOCAL:
            return None
        return party.country if self.actors.holders(title, party.country, self.day) else None

    def is_taken(self, title: Title, placed: Placed, name: str) -> bool:
        """True where somebody else on the page holds that office in the country, or may: each has one president.

        Also on a page that names the country with its other offices, as one tells of abroad; not on one that hardly names another
        country, and tells of its presidents one after the other.
        """
        if not is_of_one(title) or self.countries.is_all_about(placed.country):
            return False
        if placed.how == ABOUT and self.countries.names_offices_of(placed.country):
            return True
        own = self._index(name_tokens(name))
        others = (index for index, one in enumerate(self.clusters) if index != own and is_in(one, title))
        return any(may_be_of(self.clusters[index], self._person(index).found, placed.country) for index in others)

    def is_proper(self, at: int) -> bool:
        """False for a word that only begins a sentence: the parser does not take it for a name."""
        return at not in self._common.openers

    def latest_country(self, at: int) -> str | None:
        """The country named last before ``at``: "the country"."""
        return self.countries.latest(at)
