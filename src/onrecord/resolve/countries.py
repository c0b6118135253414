"""Which country the bare offices, bodies and people of a page belong to: sentence, earlier mentions, dateline, outlet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.lexicon.actors import ActorTable, NameHit
from onrecord.resolve.persons import ENVOYS, office_key
from onrecord.resolve.scene import ABOUT, Placed
from onrecord.schema import Document

_SEATS = frozenset({"BEL", "CHE", "LUX", "AUT", "NLD"})
"""Countries that agencies report from because international bodies sit there: their datelines tell little."""
CLEAR_MAJORITY = 1.5
"""How many times more often than the next the chief country of a page is named."""
ALONE = 3.0
"""How many times more often than the next a country is named on a page that is about it alone."""
CITY_WEIGHT = 0.5
"""What the name of a city counts beside that of a country: many cities share their names."""
LEAD = 200
"""Code points at the head of a page that tell where it is set."""
_SEAT_TOWNS = re.compile(r"\b(?:brussels|geneva|the hague|vienna|luxembourg)\b", re.IGNORECASE)
"""The towns where those bodies sit: a dateline of another town of these countries tells as much as any."""
_LOCATIVES = frozenset("in at near around across outside".split())
_TOWN = re.compile(r"\b(?:in|at|near|from|outside|of) $", re.IGNORECASE)
_STATES = frozenset(
    "Ala Alaska Ariz Ark Calif Colo Conn Del Fla Ga Hawaii Idaho Ill Ind Iowa Kan Ky La Maine Md Mass Mich Minn Miss Mo Mont "
    "Neb Nev N.H N.J N.M N.Y N.C N.D Ohio Okla Ore Pa R.I S.C S.D Tenn Texas Utah Vt Va Wash W.Va Wis Wyo".split()
)
"""American states as agencies shorten them in datelines."""
_HEAD = re.compile(
    r"[A-ZÀ-ÞŁŞŚŽ][\w’'‘.\- ]{2,30}(?:, ?[A-Z][\w’'. ]{2,24}){0,2}(?: ?\([^)\n]{2,40}\))?"
    r"(?:, ?[A-Z][a-z]+\.? \d{1,2}| ?,? \d{1,2} [A-Z][a-z]+\.?)?(?: ?\([^)\n]{2,40}\))? ?[—–:\-/.]{1,2} ?(?=[“\"‘«„A-ZÀ-Þ])"
)
"""The head of an article as agencies write it: place, day, agency, a dash or colon."""


class Countries:
    """The countries of one page. ``hits`` are its names, those known from this page only included."""

    def __init__(
        self, document: Document, spans: Sequence[tuple[int, int]], hits: Sequence[NameHit], actors: ActorTable
    ) -> None:
        self.document = document
        self.text = document.text
        self.actors = actors
        self.hits = hits
        self.spans = spans
        self._starts = [start for start, _ in spans]
        self._hit_starts = [hit.start for hit in hits]
        self._head = spans[0][0] if spans else 0
        self._counts = self._count()
        self.around: tuple[str, ...] = tuple(code for code, count in self._counts[:5] if count >= 1)
        self._told: dict[str, list[tuple[int, str]]] = {}
        self._learn()
        self._from_head, self._at_seat = self._dateline()
        self._from_outlet = self._outlet()
        self._chief = self._majority()

    def of_body(self, body: str, at: int) -> Placed | None:
        """The country of a bare body or office: the sentence, earlier mentions, dateline, outlet, chief country."""
        local = self._locative(at)
        if local is not None:
            return Placed(local, "context:country of the sentence")
        told = self.told(self._key(body), at)
        if told is not None:
            return Placed(told, "context:country of an earlier mention")
        return self.home()

    def of_person(self, at: int) -> Placed | None:
        """The country of somebody of whom the page tells none: the sentence's place, else where the page is set."""
        local = self._locative(at)
        return Placed(local, "context:country of the sentence") if local is not None else self.home()

    def home(self) -> Placed | None:
        """Where the page is set: its dateline, else its outlet, else the country that it is clearly about."""
        for country, abroad, how in (
            (self._from_head, self._at_seat, "context:dateline"),
            (self._from_outlet, self._from_outlet in _SEATS, "context:the outlet's country"),
        ):
            if country is not None and (not abroad or country in self.around[:2]):
                return Placed(country, how)
        return Placed(self._chief, ABOUT) if self._chief else None

    @property
    def only(self) -> str | None:
        """The one country that the page speaks of, others at most in passing; None for pages about several."""
        if not self._counts:
            return None
        code, count = self._counts[0]
        second = self._counts[1][1] if len(self._counts) > 1 else 0.0
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
        """With which country an office or body stood on this page, before ``at`` if it did."""
        rows = self._told.get(key, [])
        earlier = [code for start, code in rows if start < at]
        return earlier[-1] if earlier else rows[0][1] if rows else None

    def latest(self, at: int) -> str | None:
        """The country named last before ``at``: "the country"."""
        before = self.hits[: bisect_left(self._hit_starts, at)]
        return next((hit.actor for hit in reversed(before) if hit.kind in ("country", "demonym", "capital")), None)

    def _key(self, body: str) -> str:
        noun = None if ":" in body else self.actors.agent_noun(body)
        return f"sector:{noun.sectors[0]}" if noun else body

    def _learn(self) -> None:
        """Notes which generic bodies, state bodies and offices stand with a country: "Kenya's Supreme Court"."""
        for at, hit in enumerate(self.hits):
            if hit.kind not in ("country", "demonym") or not self._is_read(hit.start):
                continue
            following = self.hits[at + 1] if at + 1 < len(self.hits) else None
            if following is not None and following.start - hit.end <= 4 and self._is_generic(following.actor):
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
        if titled is not None:
            if titled[1].role in ENVOYS:
                self._told.setdefault(f"title:{titled[1].role}", []).append((hit.start, hit.actor))
            if titled[1].form == "office":
                self._told.setdefault(office_key(titled[1]), []).append((hit.start, hit.actor))
        elif noun is not None and noun.form == "body" and not self._describes_more(words):
            self._told.setdefault(f"sector:{noun.sectors[0]}", []).append((hit.start, hit.actor))

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
        if self.text[start : start + 3] not in ("In ", "in "):
            return None
        low = bisect_left(self._hit_starts, start + 3)
        hit = self.hits[low] if low < len(self.hits) else None
        if hit is None or hit.start != start + 3 or hit.end >= at or hit.kind not in ("country", "capital", "city"):
            return None
        return hit.actor

    def _dateline(self) -> tuple[str | None, bool]:
        """The country of the dateline, None where no table knows the place; and whether international bodies sit there."""
        sources = [self.document.dateline.text] if self.document.dateline else []
        sources += [self.text[block.start : block.end] for block in self.document.blocks if block.kind == "dateline"]
        if not sources:
            first = next((block for block in self.document.blocks if block.kind == "paragraph"), None)
            head = _HEAD.match(self.text, first.start, first.end) if first else None
            sources = [head.group()] if head else []
        for source in sources:
            town = source.split("(")[0].replace("‘", "'")
            country = self._place_of(town)
            if country is not None:
                return country, country in _SEATS and _SEAT_TOWNS.search(town) is not None
        return None, False

    def _place_of(self, source: str) -> str | None:
        """The country that a dateline names: "ZITACUARO, Mexico" is in Mexico, whatever else has the city's name."""
        parts = [part.strip(" .") for part in re.split(r"[,:—–\-/]", source) if part.strip(" .")]
        if any(part.rstrip(".") in _STATES for part in parts[1:]):
            return "USA"
        places = [
            hit
            for part in parts
            for hit in self.actors.find_names(part.title() if part.isupper() else part)
            if hit.kind in ("capital", "city", "country") and hit.end - hit.start >= len(part) - 1
        ]
        country = next((hit.actor for hit in places if hit.kind == "country"), None)
        return country or (places[0].actor if places else None)

    def _outlet(self) -> str | None:
        for sourced in (self.document.url, self.document.outlet):
            country = self.actors.outlet_country(sourced.text) if sourced else None
            if country is not None:
                return country
        return None

    def _majority(self) -> str | None:
        """The country named clearly most, where it stands in the lead or as a place: others are only spoken of."""
        counts = self._counts
        if not counts or counts[0][1] < 1:
            return counts[0][0] if len(counts) == 1 and any(map(self._is_town, self.hits)) else None
        clear = len(counts) == 1 or counts[0][1] >= CLEAR_MAJORITY * counts[1][1]
        chief = counts[0][0]
        set_there = any(
            self._country_of(hit) == chief and (self._leads(hit) or self._is_place(hit)) for hit in self.hits
        )
        return chief if clear and set_there else None

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

    def _country_of(self, hit: NameHit) -> str | None:
        if hit.kind in ("country", "demonym", "capital", "city"):
            return hit.actor
        actor = self.actors.actors.get(hit.actor) if hit.kind == "organisation" else None
        return actor.country if actor else None

    def _count(self) -> list[tuple[str, float]]:
        counts: dict[str, float] = {}
        for hit in self.hits:
            country = self._country_of(hit)
            if country is None or not self._is_read(hit.start):
                continue
            stated = hit.kind in ("country", "demonym", "capital")
            set_there = self.document.dateline is None and self._leads(hit) and self._is_town(hit)
            counts[country] = counts.get(country, 0.0) + (1.0 if stated or set_there else CITY_WEIGHT)
        return sorted(counts.items(), key=lambda one: (-one[1], one[0]))
