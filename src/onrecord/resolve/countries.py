"""Which country the bare offices, bodies and people of a page belong to: sentence, earlier mentions, dateline, outlet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from onrecord.lexicon.actor_people import is_held
from onrecord.lexicon.actor_seats import CHAMBERS
from onrecord.lexicon.actors import ActorTable, NameHit
from onrecord.resolve.bodies import body_key
from onrecord.resolve.capitals import borne_names
from onrecord.resolve.datelines import SEATS, country_of_dateline
from onrecord.resolve.home import BANDS
from onrecord.resolve.minded import minded
from onrecord.resolve.own_words import points_of
from onrecord.resolve.people import TOP_ROLES
from onrecord.resolve.persons import ENVOYS, office_key
from onrecord.resolve.scene import ABOUT, OUTLET, SENTENCE, Placed
from onrecord.schema import Document

CLEAR_MAJORITY = 2.0
"""How many times more often than the next the chief country of a page is named."""
ALONE = 3.0
"""How many times more often than the next a country is named on a page that is about it alone."""
HARDLY = 10.0
"""How many times more often than the next a country is named on a page that hardly names another."""
CITY_WEIGHT = 0.5
"""What the name of a city, a body or an office-holder counts beside that of a country: many share their names."""
PASSING = 2.0
"""How often a page may name another country in passing that never names the one of its dateline."""
LEADING = 1.5
"""How many times more often than the one country of the lead another may be named on a page that is set there."""
THERE = 0.25
"""How often, to once for the chief country, one whose forces are there must be named for the page to be from elsewhere."""
LEAD = 200
"""Code points at the head of a page that tell where it is set."""
PRIVATE, FIRMS = frozenset({"JRN", "NGO"}), frozenset({"BUS", "MNC"})
"""Sectors of bodies that work anywhere: their country tells nothing of the page."""
ARMED = frozenset({"MIL", "COP"})
"""Sectors whose nouns are rather taken up by the same noun: *the soldiers*, of *Norlandic soldiers* and *Sudlandic troops*."""
_LOCATIVES = frozenset("in at near around across outside".split())
_COUNTERPART = re.compile(r" (?:counterpart|colleague|opposite number)s?\b")
_OPENED = re.compile(r"(?:(?:Meanwhile|Elsewhere|Separately|Also|Later|Earlier),? )?[Ii]n ")
_TOWN = re.compile(r"\b(?:in|at|near|from|outside|of) $", re.IGNORECASE)


class Countries:
    """The countries of one page. ``hits`` are its names, those known from this page only included."""

    def __init__(
        self,
        document: Document,
        spans: Sequence[tuple[int, int]],
        hits: Sequence[NameHit],
        actors: ActorTable,
        day: date | None = None,
    ) -> None:
        self.document = document
        self.day = day
        self.text = document.text
        self.actors = actors
        self.hits = hits
        self.spans = spans
        self._starts = [start for start, _ in spans]
        self._hit_starts = [hit.start for hit in hits]
        self._head = spans[0][0] if spans else 0
        named = {code for hit in hits if (code := self.country_of(hit))}
        self._words = points_of(actors.country_words.find(self.text), self.text, named, self._is_read)
        self.counts = self._count()
        self.around: tuple[str, ...] = tuple(code for code, count in self.counts[:5] if count >= 1)
        self._told: dict[str, list[tuple[int, str]]] = {}
        self._learn()
        self._from_head, self._at_seat = country_of_dateline(document, actors)
        self._from_outlet = self._outlet()
        self._chief = self._majority()
        self._home = self._set_in()

    def of_body(self, body: str, at: int) -> Placed | None:
        """The country of a bare body or office: the sentence, earlier mentions, dateline, outlet, chief country."""
        local = self._locative(at)
        if local is not None:
            return Placed(local, SENTENCE)
        minded = self.minded(at)
        if minded is not None:
            return minded
        told = self._told_before(f"same:{body}", at) or self.told(self._key(body), at)
        if told is not None:
            return Placed(told, "context:country of an earlier mention")
        home, beside = self.home(), self.in_sentence(at)
        chamber = [code for code in self.around if code in CHAMBERS.get(body, ())]
        if len(chamber) == 1 and home is not None and home.country == chamber[0]:
            return home  # no other country of the page has a senate
        other = home is not None and home.how == ABOUT and beside and home.country not in beside
        return None if home is None or other or self._speaks_of_other(home.country, at) else home

    def _speaks_of_other(self, home: str, at: int) -> bool:
        """True right behind a sentence about another country's officials alone: whose the next one is, nothing tells."""
        index = bisect_left(self._starts, at + 1) - 1
        if index < 1 or "\n" in self.text[self.spans[index - 1][1] : self.spans[index][0]]:
            return False
        start, end = self.spans[index - 1][0], self.spans[index][1]
        said = {code for rows in self._told.values() for place, code in rows if start <= place < end}
        low, high = bisect_left(self._hit_starts, start), bisect_left(self._hit_starts, end)
        named = {self.country_of(hit) for hit in self.hits[low:high]} | said
        return bool(said) and home not in named

    def of_person(self, at: int) -> Placed | None:
        """The country of somebody of whom the page tells none: the sentence's place, else where the page is set."""
        local = self._locative(at)
        return Placed(local, SENTENCE) if local is not None else self.home()

    def home(self) -> Placed | None:
        """Where the page is set: its dateline, else its outlet, else the country that it is clearly about."""
        return self._home

    def _set_in(self) -> Placed | None:
        head, outlet = self._from_head, self._from_outlet
        if head is not None and (head in self.around[:2] if self._at_seat else self._is_of(head)):
            return Placed(head, "context:dateline")
        if outlet is not None and self._is_own_news(outlet):
            return Placed(outlet, OUTLET)
        if self._chief is not None and self._has_others_army(self._chief):
            return None
        if self._chief is None or (head not in (None, self._chief) and set(self.around) - {self._chief, head}):
            return None  # of several countries told of from elsewhere, the chief one is no likelier
        return Placed(self._chief, ABOUT)

    def _has_others_army(self, chief: str) -> bool:
        """True where the only forces that stand with a country's name are another's, of which the page tells, too."""
        armies = {code for _, code in self._told.get("sector:MIL", ())}
        counts = dict(self.counts)
        if chief in armies or chief not in counts:
            return False
        return any(counts.get(code, 0.0) >= THERE * counts[chief] for code in armies)

    def _is_of(self, head: str) -> bool:
        """False for a page that was only written there: two other countries are named more often, or one of them and it never."""
        counts = dict(self.counts)
        own = counts.pop(head, 0.0)
        others = sorted(counts.values(), reverse=True)
        if own < 1:
            return not others or others[0] < PASSING
        return (
            len(others) < 2 or own > others[1] or own >= others[0] or (own == others[1] and PASSING * own >= others[0])
        )

    def _is_own_news(self, outlet: str) -> bool:
        """False for what an outlet reports from elsewhere: the page names other countries, and its own little or never."""
        counts = dict(self.counts)
        others = max((count for code, count in counts.items() if code != outlet), default=0.0)
        if outlet in SEATS and outlet not in self.around[:2]:
            return False
        return others < 1 or ALONE * counts.get(outlet, 0.0) >= others

    @property
    def only(self) -> str | None:
        """The one country that the page speaks of, others at most in passing; None for pages about several."""
        if not self.counts:
            return None
        code, count = self.counts[0]
        second = self.counts[1][1] if len(self.counts) > 1 else 0.0
        return code if count >= 1 and count >= ALONE * second else None

    def in_sentence(self, at: int) -> frozenset[str]:
        """The countries that the sentence at a position names before it."""
        index = bisect_left(self._starts, at + 1) - 1
        if index < 0 or at >= self.spans[index][1]:
            return frozenset()
        low, high = bisect_left(self._hit_starts, self.spans[index][0]), bisect_left(self._hit_starts, at)
        stated = (hit for hit in self.hits[low:high] if hit.kind in ("country", "demonym"))
        return frozenset(hit.actor for hit in stated)

    def told(self, key: str, at: int) -> str | None:
        """With which country an office or body stood on this page: last before ``at``, else with one alone after it.

        What comes later tells nothing where it is another country's than the one the page is set in.
        """
        earlier = self._told_before(key, at)
        if earlier is not None:
            return earlier
        later = {code for _, code in self._told.get(key, [])}
        home = self.home() if later else None
        return later.pop() if len(later) == 1 and (home is None or home.country in later) else None

    def _told_before(self, key: str, at: int) -> str | None:
        return next((code for start, code in reversed(self._told.get(key, [])) if start < at), None)

    def band(self, sector: str, at: int) -> str | None:
        """Of which country the page says that rebels are: last before ``at``, else the one it says anywhere."""
        rows = self._told.get(f"band:{sector}") or self._told.get("band:REB", [])
        earlier = [code for start, code in rows if start < at]
        every = {code for _, code in rows}
        return earlier[-1] if earlier else every.pop() if len(every) == 1 else None

    def names_offices_of(self, country: str) -> bool:
        """True where an office of the country stands with its name: "the Libyan foreign minister"."""
        return any(code == country for key, rows in self._told.items() if key.startswith("office:") for _, code in rows)

    def is_all_about(self, country: str) -> bool:
        """True for the country that the page names so often that all others are named in passing."""
        others = max((count for code, count in self.counts if code != country), default=0.0)
        return dict(self.counts).get(country, 0.0) >= HARDLY * others

    def latest(self, at: int) -> str | None:
        """The country named last before ``at``: "the country"."""
        before = self.hits[: bisect_left(self._hit_starts, at)]
        return next((hit.actor for hit in reversed(before) if hit.kind in ("country", "demonym", "capital")), None)

    def _key(self, body: str) -> str:
        noun = None if ":" in body else self.actors.agent_noun(body)
        return body_key(noun) if noun else body

    def _learn(self) -> None:
        """Notes which generic bodies, state bodies and offices stand with a country: "Kenya's Supreme Court"."""
        for at, hit in enumerate(self.hits):
            if hit.kind not in ("country", "demonym") or not self._is_read(hit.start):
                continue
            following = self.hits[at + 1] if at + 1 < len(self.hits) else None
            beside = following is not None and "," not in self.text[hit.end : following.start]
            if (
                following is not None
                and beside
                and following.start - hit.end <= 4
                and self._is_generic(following.actor)
            ):
                self._told.setdefault(following.actor, []).append((hit.start, hit.actor))
                continue
            gap = self.text[hit.end : hit.end + 48]
            gap = gap[2:] if gap[:2] in ("'s", "’s") else gap
            lowered = [word.strip(".,;:'’“”\"").lower() for word in gap.replace("-", " ").split()[:5]]
            if lowered and gap.startswith(" "):
                self._note(hit, lowered)

    def _note(self, hit: NameHit, words: list[str]) -> None:
        titled = self.actors.titles.match(words, 0)
        noun = self.actors.agent_noun(words[0])
        if noun is not None and noun.sectors[0] in ARMED:
            self._told.setdefault(f"same:{noun.lemma}", []).append((hit.start, hit.actor))
        if titled is not None:
            if titled[1].role in ENVOYS:
                self._told.setdefault(f"title:{titled[1].role}", []).append((hit.start, hit.actor))
            if titled[1].form == "office":
                self._told.setdefault(office_key(titled[1]), []).append((hit.start, hit.actor))
        elif noun is not None and noun.sectors[0] in BANDS:
            self._told.setdefault(f"band:{noun.sectors[0]}", []).append((hit.start, hit.actor))
        elif noun is not None and noun.form == "body" and words[0] != "state" and not self._describes_more(words):
            self._told.setdefault(body_key(noun), []).append((hit.start, hit.actor))

    def _describes_more(self, words: list[str]) -> bool:
        """True for "military officials": the body only describes the next noun."""
        return len(words) > 1 and (
            self.actors.agent_noun(words[1]) is not None or self.actors.titles.match(words, 1) is not None
        )

    def _is_generic(self, actor_id: str) -> bool:
        actor = self.actors.actors.get(actor_id)
        return actor is not None and actor.generic

    def _is_read(self, position: int) -> bool:
        at = bisect_left(self._starts, position + 1) - 1
        return at >= 0 and position < self.spans[at][1]

    def _locative(self, at: int) -> str | None:
        """The country of "In Kenya, …" at the head of the sentence."""
        index = bisect_left(self._starts, at + 1) - 1
        if index < 0 or at >= self.spans[index][1]:
            return None
        start = self.spans[index][0]
        opened = _OPENED.match(self.text, start)
        if opened is None:
            return None
        low = bisect_left(self._hit_starts, opened.end())
        hit = self.hits[low] if low < len(self.hits) else None
        if hit is None or hit.start != opened.end() or hit.end >= at or hit.kind not in ("country", "capital", "city"):
            return None
        return hit.actor

    def minded(self, at: int) -> Placed | None:
        """The country whose mind the sentence tells beside an official of it: "Norland is ready to talk, the minister said"."""
        index = bisect_left(self._starts, at + 1) - 1
        if index < 0 or at >= self.spans[index][1]:
            return None
        low, high = (bisect_left(self._hit_starts, one) for one in self.spans[index])
        country = minded(self.text, self.spans[index], at, self.hits[low:high])
        return Placed(country, SENTENCE) if country is not None else None

    def _outlet(self) -> str | None:
        for sourced in (self.document.url, self.document.outlet):
            country = self.actors.outlet_country(sourced.text) if sourced else None
            if country is not None:
                return country
        return None

    def _majority(self) -> str | None:
        """The country named clearly most, where it stands in the lead or as a place: others are only spoken of.

        Else the one country of the lead, where none is named much more often.
        """
        counts = self.counts
        if not counts or counts[0][1] < 1:
            return counts[0][0] if len(counts) == 1 and any(map(self._is_town, self.hits)) else None
        clear = len(counts) == 1 or counts[0][1] >= CLEAR_MAJORITY * counts[1][1]
        chief = counts[0][0]
        alone = len(counts) == 1 and counts[0][1] >= PASSING
        set_there = (
            alone
            or chief in self._words
            or any(self.country_of(hit) == chief and (self._leads(hit) or self._is_place(hit)) for hit in self.hits)
        )
        return chief if clear and set_there else self._of_lead()

    def _of_lead(self) -> str | None:
        """The one country that title and lead name, where no other is named much more often."""
        leading = [hit for hit in self.hits if self._leads(hit)] + self.actors.find_names(self._unread_title)
        named = {code for hit in leading if (code := self.country_of(hit))}
        code = named.pop() if len(named) == 1 else None
        return code if code and LEADING * dict(self.counts).get(code, 0.0) >= self.counts[0][1] else None

    def _leads(self, hit: NameHit) -> bool:
        return hit.start - self._head < LEAD

    def _is_place(self, hit: NameHit) -> bool:
        before = self.text[max(0, hit.start - 8) : hit.start].split()
        return bool(before) and before[-1].lower() in _LOCATIVES

    def _is_town(self, hit: NameHit) -> bool:
        """True for a city that stands as a place and is no part of a longer name: "in Asaba", "the clerks of Łódź"."""
        before, after = self.text[max(0, hit.start - 12) : hit.start], self.text[hit.end : hit.end + 2]
        located = _TOWN.search(before) is not None
        return hit.kind == "city" and located and not (after[:1] == " " and after[1:].isupper())

    def country_of(self, hit: NameHit) -> str | None:
        """The country of a name that tells one of the page."""
        if hit.kind in ("country", "demonym", "capital", "city"):
            return hit.actor
        if hit.kind == "person":
            return self._country_in_office(hit.actor)
        actor = self.actors.actors.get(hit.actor) if hit.kind == "organisation" else None
        return actor.country if actor and PRIVATE.isdisjoint(actor.sectors) else None

    def _country_in_office(self, person: str) -> str | None:
        """The country that somebody served on the page's day, or has led; None for everybody else of that name."""
        day = self.day
        served = [one for one in self.actors.people.tenures(person) if one.start and one.office.country]
        if day is None:
            countries = {one.office.country for one in served if one.office.role in TOP_ROLES}
            return countries.pop() if len(countries) == 1 else None
        led = [one for one in served if one.office.role in TOP_ROLES and one.end and one.end < day]
        return next((one.office.country for one in [o for o in served if is_held(o, day)] + led), None)

    def _count(self) -> list[tuple[str, float]]:
        counts = dict(self._words)
        people: set[str] = set()
        head = self.document.dateline
        surnames = borne_names(self.text, self.hits)
        for hit in self.hits:
            country, name = self.country_of(hit), self.text[hit.start : hit.end]
            if country is None or not self._is_read(hit.start) or hit.actor in people or name in surnames:
                continue
            if hit.kind == "demonym" and (_COUNTERPART.match(self.text, hit.end) or self._is_private(hit)):
                continue  # somebody whom the page's own minister meets; a British charity may work anywhere
            if head is not None and (head.start or 0) <= hit.start < (head.end or 0):
                continue
            if hit.kind == "person" or self._is_firm(hit):
                people.add(hit.actor)  # told once, however often the page names it
            counts[country] = counts.get(country, 0.0) + self._weight(hit, self._leads(hit))
        for hit in self.actors.find_names(self._unread_title):
            if hit.kind in ("country", "demonym", "capital", "city"):
                counts[hit.actor] = counts.get(hit.actor, 0.0) + self._weight(hit, True)
        return sorted(counts.items(), key=lambda one: (-one[1], one[0]))

    def _is_firm(self, hit: NameHit) -> bool:
        """True for a company: its country is where it is at home, not where the page is set."""
        actor = self.actors.actors.get(hit.actor) if hit.kind == "organisation" else None
        return actor is not None and not FIRMS.isdisjoint(actor.sectors)

    def _is_private(self, hit: NameHit) -> bool:
        """True before a charity, a journalist."""
        word = self.text[hit.end : hit.end + 24].split(" ")[1:2]
        noun = self.actors.agent_noun(word[0].strip(".,;:").lower()) if word else None
        return noun is not None and not PRIVATE.isdisjoint(noun.sectors)

    def _weight(self, hit: NameHit, leads: bool) -> float:
        if hit.kind in ("country", "demonym", "capital"):
            return 1.0
        if hit.kind != "city" or self.document.dateline is not None or not leads:
            return CITY_WEIGHT
        return 1.0 if self._is_town(hit) else CITY_WEIGHT

    @property
    def _unread_title(self) -> str:
        """The title of a page where it is no part of the text: what it names tells where the page is set."""
        title = self.document.title
        return title.text if title is not None and title.start is None else ""
