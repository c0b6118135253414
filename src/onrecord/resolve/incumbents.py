"""Who holds an office that a country has one of: where one does, nobody else on the page does."""

from __future__ import annotations

from onrecord.lexicon.actor_people import PeopleTable
from onrecord.lexicon.actors import Title
from onrecord.resolve.clustering import Cluster
from onrecord.resolve.offices import LOCAL
from onrecord.resolve.people import TOP_ROLES, Found
from onrecord.resolve.persons import main_title, office_key


def is_of_one(title: Title) -> bool:
    """True for an office that one person in a country holds: its president, its minister of health."""
    return title.form == "office" and title.role not in LOCAL and (title.role in TOP_ROLES or bool(title.domains))


def holds(one: Cluster, key: str, country: str) -> bool:
    """True for somebody whom the page names as the holder of an office of this country: nobody else holds it as well."""
    title = main_title(one.phrase)
    return title is not None and office_key(title) == key and country in one.phrase.countries


def is_in(one: Cluster, title: Title) -> bool:
    """True for somebody who holds such an office, wherever that is."""
    held = main_title(one.phrase)
    same = held is not None and office_key(held) == office_key(title)
    return same and not one.phrase.former and not one.phrase.bodies


def may_be_of(one: Cluster, found: Found | None, country: str) -> bool:
    """True for somebody whom table or page places in the country, or nowhere."""
    places = {found.country} if found is not None else set(one.phrase.countries)
    return not places or country in places


def roles_held(people: PeopleTable, name: tuple[str, ...]) -> frozenset[str]:
    """The roles of the offices that the table's people of a full name have held."""
    return frozenset(one.office.role for person in people.named(name) for one in people.tenures(person))
