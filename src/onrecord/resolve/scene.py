"""What the reading of one phrase may ask of the page around it, and a scene without a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.lexicon.actors import ActorTable, Title
from onrecord.resolve.people import Found
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.unrest import Unrest
from onrecord.schema import Party

ABOUT = "context:the country the page is about"
"""The weakest way to know a country; good enough for a bare government, not for an unnamed source."""
SENTENCE = "context:country of the sentence"
"""As good as the words of the sentence are clear."""
OUTLET = "context:the outlet's country"
"""As weak: outlets report from everywhere."""


def surroundings(party: Party) -> str:
    """What ``how`` of a phrase that takes up ``party`` ends in: by what of the page around it the country was assumed."""
    assumed = [step for step in party.how.split("; ") if step.startswith("context:")]
    return f"; {assumed[0]}" if assumed else ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A country and how it is known: ``how`` begins with ``page:`` or ``context:``."""

    country: str
    how: str


@dataclass(frozen=True, slots=True)
class PagePerson:
    """A person as the page makes them known: the fullest name, what was read beside it, and the table's person."""

    name: str
    phrase: Phrase
    found: Found | None
    place: Placed | None
    starts: tuple[int, ...]
    shared: bool = False
    """Asked for by a surname that several on the page have."""


class Scene(Protocol):
    """The page as far as one phrase needs it. Positions are code points of the document."""

    @property
    def actors(self) -> ActorTable:
        """The shipped table."""
        ...

    @property
    def day(self) -> date | None:
        """The day the page is read for, None where it is not known."""
        ...

    @property
    def around(self) -> tuple[str, ...]:
        """Countries the page is about, the chief one first."""
        ...

    @property
    def only(self) -> str | None:
        """The one country that the page speaks of, None where there are several."""
        ...

    @property
    def bodies(self) -> frozenset[str]:
        """Ids of the international bodies that the page names."""
        ...

    def tells_of_several(self, head: str) -> bool:
        """True where the page tells of ministers, or leaders, of several states."""
        ...

    @property
    def has_world_court(self) -> bool:
        """True where the page tells of a court that is no country's."""
        ...

    def is_all_about(self, country: str) -> bool:
        """True for the country that the page names again and again, and hardly another."""
        ...

    def named_beside(self, at: int) -> frozenset[str]:
        """The countries that the sentence at a position names before it."""
        ...

    @property
    def home(self) -> str | None:
        """Where the page is set, None where nothing tells it."""
        ...

    def person(self, name: str, at: int = -1) -> PagePerson | None:
        """Whom a full name or surname means on this page; ``at`` is where it stands behind a title."""
        ...

    def bearer(self, phrase: Phrase, at: int) -> Party | None:
        """Who on this page bears the title or role that a nominal names, most recently before ``at``."""
        ...

    def ruler_called(self, name: str) -> str | None:
        """The country of the leader on the page who has the surname of somebody else there."""
        ...

    def body(self, noun: str, at: int) -> Party | None:
        """The organisation that "the ministry" or "the court" takes up again."""
        ...

    def country(self, body: str, at: int) -> Placed | None:
        """The country of a body or office that is named without one; ``body`` is its id or role."""
        ...

    def minded(self, at: int) -> Placed | None:
        """The country of which the official at a position tells what only its own tell."""
        ...

    def band(self, sector: str, at: int) -> str | None:
        """The country with which rebels, or an opposition, stand elsewhere on the page."""
        ...

    @property
    def unrest(self) -> Unrest:
        """Where the page tells of unrest, and in which country."""
        ...

    def told(self, title: Title, at: int) -> Placed | None:
        """The country with which a title stands elsewhere on the page."""
        ...

    def setting(self, at: int) -> Placed | None:
        """The country of somebody of whom nothing tells one: where the page is set."""
        ...

    @property
    def is_page(self) -> bool:
        """True where there is a page that could tell more."""
        ...

    def is_thing(self, name: str) -> bool:
        """True where the page speaks of an unknown name as of an organisation: "Pepsi said it would …"."""
        ...

    def is_place(self, name: str) -> bool:
        """True where the page only speaks of an unknown name as of a place: "in Misrata"."""
        ...

    def is_contradicted(self, country: str) -> bool:
        """True where the page gives an office of the country to somebody else than the table does."""
        ...

    def is_taken(self, title: Title, placed: Placed, name: str) -> bool:
        """True where somebody else on the page holds that office in the country, or may: each has one president."""
        ...

    def is_proper(self, at: int) -> bool:
        """False where a capitalised word is only capitalised because it begins a sentence."""
        ...


@dataclass(frozen=True, slots=True)
class NoPage:
    """A scene for a phrase that stands alone: a day and a country may be given."""

    actors: ActorTable
    day: date | None = None
    home: str | None = None

    @property
    def around(self) -> tuple[str, ...]:
        """The given country, if any."""
        return (self.home,) if self.home else ()

    @property
    def only(self) -> str | None:
        """The given country."""
        return self.home

    @property
    def bodies(self) -> frozenset[str]:
        """None: there is no page."""
        return frozenset()

    def tells_of_several(self, head: str) -> bool:
        """False: there is no page."""
        return False

    @property
    def has_world_court(self) -> bool:
        """False: there is no page."""
        return False

    def is_all_about(self, country: str) -> bool:
        """False: there is no page."""
        return False

    def named_beside(self, at: int) -> frozenset[str]:
        """None: there is no sentence."""
        return frozenset()

    def person(self, name: str, at: int = -1) -> PagePerson | None:
        """Nobody: there is no page."""
        return None

    def bearer(self, phrase: Phrase, at: int) -> Party | None:
        """Nobody: there is no page."""
        return None

    def ruler_called(self, name: str) -> str | None:
        """None: there is no page."""
        return None

    def body(self, noun: str, at: int) -> Party | None:
        """Nothing: there is no page."""
        return None

    def country(self, body: str, at: int) -> Placed | None:
        """The given country."""
        return Placed(self.home, "context:the country given") if self.home else None

    def minded(self, at: int) -> Placed | None:
        """None: there is no sentence."""
        return None

    def band(self, sector: str, at: int) -> str | None:
        """None: there is no page."""
        return None

    @property
    def unrest(self) -> Unrest:
        """None: there is no page."""
        return Unrest("", (), (), lambda hit: None, None)

    def told(self, title: Title, at: int) -> Placed | None:
        """None: there is no page."""
        return None

    def setting(self, at: int) -> Placed | None:
        """The given country."""
        return self.country("", at)

    @property
    def is_page(self) -> bool:
        """False: a phrase stands alone."""
        return False

    def is_thing(self, name: str) -> bool:
        """False: there is no page."""
        return False

    def is_place(self, name: str) -> bool:
        """False: there is no page."""
        return False

    def is_contradicted(self, country: str) -> bool:
        """False: there is no page."""
        return False

    def is_taken(self, title: Title, placed: Placed, name: str) -> bool:
        """False: there is nobody else."""
        return False

    def is_proper(self, at: int) -> bool:
        """True: a phrase that stands alone is taken as written."""
        return True
