"""What a title means in a country, and how its people are called by one name: customs that no list of offices tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.lexicon.actor_types import Title
from onrecord.lexicon.names import same_surname

CIVIL_SECRETARIES = frozenset("IND PAK BGD LKA NPL BTN MDV GUY".split())
"""Countries whose "foreign secretary" or "defence secretary" is a civil servant below the minister."""
SECRETARY_OF_STATE = frozenset({"USA", "VAT"})
"""Where the secretary of state is one person: the foreign minister."""
_PREMIERS_OF_STATES = frozenset({"AUS", "CAN"})
"""Where a premier heads a state or province, and only a prime minister the country."""
_SECRETARIES = CIVIL_SECRETARIES | frozenset("USA GBR PHL MEX KEN HKG".split())
"""Where ministers are called secretaries, or have secretaries of state under them whom the press knows."""
_CHANCELLORS = frozenset("DEU AUT GBR".split())
"""Where a chancellor heads the government or the treasury."""
SEATS = {
    "president": "state",
    "prime_minister": "government",
    "chancellor": "government",
    "monarch": "crown",
    "supreme_leader": "supreme",
    "secretary_of_state": "foreign",
}
"""The seat that a role is, in lists of offices."""
_SEATS_OF_TITLES = SEATS | {"foreign_secretary": "foreign"}
RANKS = {"supreme": 3, "state": 2, "crown": 2, "government": 2, "foreign": 1}
"""The seats whose holders the press calls by one name, and which of two goes before."""
COUNTRY_OF_TITLE = {"pope": "VAT", "pontiff": "VAT", "taoiseach": "IRL", "tánaiste": "IRL", "tanaiste": "IRL"}
"""Titles that one country alone has."""
NAMED_FIRST = frozenset("CHN TWN HKG MAC KOR PRK VNM SGP THA MMR LAO KHM ETH ERI IDN MYS BRN MNG BTN ISL TLS".split())
"""Countries whose people are called by the first name in the row: a family name, or the given name as custom has it."""
NAMED_TWICE = frozenset(
    "ESP MEX GTM HND SLV NIC CRI PAN CUB DOM VEN COL ECU PER BOL CHL ARG URY PRY BRA PRT AGO MOZ CPV GNB STP TLS PHL GNQ".split()
)
"""Countries where two family names end a name and the first of them alone may call somebody."""

CHAMBERS = {
    "org:congress": frozenset(
        "USA MEX BRA ARG CHL COL PER PRY PHL GTM HND DOM ESP FSM PLW VEN ECU BOL LBY IND".split()
    ),
    "org:senate": frozenset(
        """USA CAN AUS FRA ITA ESP NLD BEL POL CZE ROU IRL ARG BRA CHL COL MEX BOL PRY PER URY DOM HTI PHL THA MYS KHM PAK NGA KEN
        ZWE RWA BDI COD COG GAB CMR CIV TCD TGO GNQ SWZ LSO KAZ UZB JOR EGY MDG MRT SOM LBR BRB BHS JAM TTO GRD LCA ATG BLZ AFG
        ZAF""".split()
    ),
    "org:house-of-representatives": frozenset(
        "USA JPN AUS NZL PHL NGA BLZ JAM TTO CYP EGY LBY YEM MAR IDN COL LBR ETH THA NLD BEL FJI GRD ATG".split()
    ),
}
"""Which countries have a chamber, or a party, that the press calls so."""


def in_country(title: Title, country: str) -> Title | None:
    """The title as it is used in a country; None where it is nobody's in particular there."""
    if _is_secretary(title) and country in CIVIL_SECRETARIES:
        return replace(title, role="permanent_secretary")
    if title.role == "chancellor" and country == "GBR":
        return replace(title, role="minister", domains=frozenset({"finance"}))
    if title.role == "secretary_of_state" and country not in SECRETARY_OF_STATE:
        return None
    if title.text == "premier" and country in _PREMIERS_OF_STATES:
        return None
    return title


def is_used_in(title: Title, country: str) -> bool:
    """False for a title that a country has nobody of: Libya has no chancellor, and its ministers are no secretaries."""
    if title.role == "secretary_of_state":
        return country in SECRETARY_OF_STATE
    if title.role == "chancellor":
        return country in _CHANCELLORS
    return not _is_secretary(title) or country in _SECRETARIES


def _is_secretary(title: Title) -> bool:
    """True for "foreign secretary", "health secretary"."""
    return title.text.endswith("secretary") and title.role in ("minister", "foreign_secretary")


def seat_of(title: Title) -> str:
    """The seat that a title means, or an empty string."""
    if title.role == "minister":
        return "foreign" if title.domains == {"foreign"} else ""
    return _SEATS_OF_TITLES.get(title.role, "")


def is_called(tokens: Sequence[str], name: Sequence[str], country: str, given: bool = False) -> bool:
    """True where folded ``tokens`` are what somebody with this full ``name`` is called without a given name.

    ``given`` allows the given name alone, as behind the titles of sheikhs and sovereigns.
    """
    if not tokens or len(tokens) > len(name):
        return False
    if _ends(tokens, name) or ((given or country in NAMED_FIRST) and _ends(tokens, name[: len(tokens)])):
        return True
    if country in NAMED_TWICE and len(name) > 2:
        return _ends(tokens, name[:-1]) and len(tokens) < len(name) - 1
    return False


def _ends(tokens: Sequence[str], name: Sequence[str]) -> bool:
    own = name[len(name) - len(tokens) :]
    return all(same_surname(one, other) for one, other in zip(tokens, own, strict=True))
