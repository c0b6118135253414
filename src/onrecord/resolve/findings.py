"""All parties of one page's findings, resolved: names and bodies, then third-person pronouns, then the first person."""

from __future__ import annotations

import re
from bisect import insort
from dataclasses import replace

from onrecord.lexicon.actors import ActorTable
from onrecord.lexicon.places import load_places
from onrecord.resolve.bodies import government, group, organisation
from onrecord.resolve.bounds import with_bounds
from onrecord.resolve.capacity import is_nobody_named, is_of_state
from onrecord.resolve.faced import with_faced
from onrecord.resolve.facts import learned_facts
from onrecord.resolve.nominals import Bearer
from onrecord.resolve.others import is_of_another, is_other_side, is_owned_so, of_another
from onrecord.resolve.page import Page
from onrecord.resolve.pairs import pairs
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.places import held_abroad, settle_place
from onrecord.resolve.pronouns import NONE, Pronouns, uttered_in
from onrecord.resolve.published import public, public_event
from onrecord.resolve.selves import without_selves
from onrecord.resolve.settle import relative, settle
from onrecord.resolve.sides import two_sides
from onrecord.resolve.single import settle_any
from onrecord.resolve.subjects import noun_joined_before
from onrecord.resolve.undergoing import FORCE, by_people, of_the_place, with_people
from onrecord.resolve.words import FAMILY, FIRST, HE, IT, SECOND, SHE, THEY
from onrecord.schema import Annotations, Document, Event, Findings, Party, Statement

_DOCUMENT = re.compile(
    r"(?:the|a|its|their) (?:\w+ )?(?:statement|communique|communiqué|report|letter|press release|note)", re.IGNORECASE
)
_ISSUED = re.compile(
    r"\b(?:statement|communiqu[eé]|report|letter|press release|note)\b[^.!?]{0,40}?\b(?:by|from) (?:the |its |their )?"
)
_IN_DOCUMENT = re.compile(r"\bin an? (?:\w+ ){0,2}(?:statement|communiqu[eé]|report|letter|press release|note)\b")
_AGED = re.compile(
    r"\b[Tt]he (?:(?:now|then) )?\d{1,3}-year-old$|^[Tt]he (?:father|mother|grandfather|grandmother)[- ]of[- ]\w+$|"
    r"[Tt]he (?:father|mother)[- ]of[- ]\w+$|[Tt]he \d{1,3}-year-old [A-Za-z]+$"
)
_JOINED_OF = re.compile(r" and (?:the )?(?:[a-z]+ )?[a-z]+ of (?:the )?")
_GENITIVE = re.compile(r"['’]s? ")
MAX_DOCUMENT_GAP = 700
"""Code points back within which "the statement" is the one just spoken of."""
_OWN_COUNTRY = frozenset({"country", "nation", "side", "people"})
_UNION_SEAT = "Brussels"
_POSSESSIVE = {"his": "his", "her": "her", "its": "its", "their": "their", "our": "our", "my": "my", "your": "your"}


def resolve_findings(document: Document, annotations: Annotations, findings: Findings, actors: ActorTable) -> Findings:
    """``findings`` with every Party resolved. Positions and texts of the parties stay; nothing is raised."""
    if document.unread is not None or not document.text:
        return findings
    return with_bounds(_Resolver(Page(document, annotations, actors)).run(findings), actors)


class _Resolver:
    """Resolves one page; lives for one call."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pronouns = Pronouns(page)
        self.done: dict[tuple[int, int], Party] = {}
        self.statements: tuple[Statement, ...] = ()

    def run(self, findings: Findings) -> Findings:
        self.statements = findings.statements
        stubs = {(party.start, party.end): party for party in _parties(findings)}
        phrases = {key: self.page.phrase(*key) for key in stubs}
        self.pronouns.speakers = sorted(key for key in self._speaking_here(findings) if phrases[key].pronoun is None)
        self.pronouns.uttered = findings.statements
        self._teach_owners(phrases)
        self.page.heard.extend(self.page.person_parties())
        self.page.heard.extend(self._body_parties())
        self.page.heard.sort(key=lambda bearer: bearer.start)
        aged = {key for key in stubs if self._is_aged(stubs[key])}
        for key in sorted(stubs):
            if phrases[key].pronoun is None and not _possessor(phrases[key]) and key not in aged:
                self._keep(stubs[key], self._settled(stubs[key], phrases[key]), phrases[key])
        for key in sorted(stubs):
            word = "person" if key in aged else phrases[key].pronoun
            if word is not None and word not in FIRST | SECOND:
                self._keep(stubs[key], self.pronouns.resolve(stubs[key], word, None), phrases[key])
        self.statements = tuple(self._statement(one) for one in findings.statements)
        if self._give_documents_their_authors():
            self.statements = tuple(self._statement(one) for one in findings.statements)
        for key in sorted(stubs):
            phrase = phrases[key]
            if key not in self.done:
                self.done[key] = self._bound(stubs[key], phrase)
        self.done.update(pairs(stubs, findings, self.done))
        resolved = replace(
            findings,
            statements=tuple(self._statement(one) for one in findings.statements),
            events=tuple(self._event(one) for one in findings.events),
            nonstatements=tuple(replace(one, speaker=self._of(one.speaker)) for one in findings.nonstatements),
            mentions=tuple(self._party(one) for one in findings.mentions),
            learned=learned_facts(self.page),
        )
        return with_faced(without_selves(resolved), self.page)

    def _speaking_here(self, findings: Findings) -> set[tuple[int, int]]:
        """Where the speakers of statements stand in running text: before a colon, whoever speaks tells of somebody else."""
        spans = {(one.speaker.start, one.speaker.end) for one in findings.statements if one.speaker}
        return {span for span in spans if not self.page.text.startswith(":", span[1])}

    def _settled(self, stub: Party, phrase: Phrase) -> Party:
        sides = two_sides(stub, self.page)
        if sides is not None:
            return sides
        if is_other_side(phrase):
            return of_another(stub, phrase, self._owner_beside(stub.start), self.page)
        if is_of_another(phrase) and phrase.countries and _GENITIVE.search(phrase.text):
            return of_another(stub, phrase, phrase.countries[0], self.page)
        if phrase.text.lower().startswith(("the country", "that country", "this country")) and not phrase.countries:
            latest = self.page.latest_country(stub.start)
            if latest is not None:
                phrase = replace(phrase, countries=(latest,))
        bare = phrase.agents and not (phrase.countries or phrase.bodies or phrase.name or phrase.place)
        shared = self._shared_country(stub) or self._country_before(stub, phrase) if bare else None
        if shared is not None:
            phrase = replace(phrase, countries=(shared,))
        return settle_any(stub, phrase, self.page, self.page.hits_in(stub.start, stub.end))

    def _shared_country(self, stub: Party) -> str | None:
        """The country behind what is joined to a noun: of *the government* **and people of Kenya** it is both's."""
        joined = _JOINED_OF.match(self.page.text, stub.end)
        hit = next((one for one in self.page.hits if joined and one.start == joined.end()), None)
        return hit.actor if hit is not None and hit.kind in ("country", "capital") else None

    def _country_before(self, stub: Party, phrase: Phrase) -> str | None:
        """The country before what a bare noun is joined to: of *Kenyan officers* **and rescue workers** it is both's."""
        if phrase.definite or phrase.indefinite or not phrase.plural:
            return None
        before = noun_joined_before(self.page.annotations.sentences, stub.end - 1)
        hits = self.page.hits_in(*before) if before is not None else ()
        return hits[0].actor if hits and hits[0].kind == "demonym" else None

    def _owner_beside(self, at: int) -> str | None:
        """The one country that the sentence names before a position."""
        beside = self.page.named_beside(at)
        return next(iter(beside)) if len(beside) == 1 else None

    def _body_parties(self) -> list[Bearer]:
        """The organisations and armed groups that the page names, wherever they stand."""
        found = []
        for hit in self.page.hits:
            actor = self.page.actors.actor(hit.actor) if hit.kind in ("organisation", "armed_group") else None
            if actor is not None and not actor.generic:
                stub = Party(self.page.text[hit.start : hit.end], hit.start, hit.end)
                phrase = Phrase(stub.text, bodies=(hit.actor,), bare=hit)
                found.append(Bearer(hit.start, settle(stub, phrase, self.page), phrase))
        return found

    def _is_aged(self, stub: Party) -> bool:
        """True for "the 54-year-old", "the mother of two": a person who was named before."""
        before = self.page.text[max(0, stub.start - 14) : stub.start]
        return _AGED.search(before + stub.text) is not None and (" " not in stub.text or stub.text[:3].lower() == "the")

    def _teach_owners(self, phrases: dict[tuple[int, int], Phrase]) -> None:
        """ "Its president, Jane Doe": of the organisation named before, here and wherever the page names her again."""
        for key in sorted(phrases):
            phrase = phrases[key]
            word = _possessor(phrase)
            if not word and phrase.name and len(phrase.countries) == 1 and phrase.titles and not phrase.owner:
                before = self.page.hits_in(key[0], phrase.name_start)
                if any(hit.actor == phrase.countries[0] for hit in before):
                    self.page.teach_country(phrase.name, phrase.countries[0])  # "the Saudi minister, Prince Jane Doe"
            if not word or phrase.name is None or phrase.owner or phrase.bodies or not phrase.titles:
                continue
            owner = self.pronouns.resolve(Party(word, key[0], key[0] + len(word)), word, None)
            if word in ("his", "her"):
                self.page.teach_master(phrase.name, owner)
            elif owner.actor_kind == "country" and owner.country is not None:
                self.page.teach_country(phrase.name, owner.country)
            elif owner.actor is not None and owner.actor_kind in ("organisation", "armed_group"):
                self.page.teach_owner(phrase.name, owner.actor)

    def _give_documents_their_authors(self) -> bool:
        """ "The statement said": whoever issued it, or said something in one, shortly before; true where any was found."""
        last: Party | None = None
        given = False
        for one in sorted(self.statements, key=lambda one: one.speaker.start if one.speaker else -1):
            speaker = one.speaker
            if speaker is None:
                continue
            if not speaker.how.startswith("none:no known actor"):
                last = speaker
            elif _DOCUMENT.fullmatch(speaker.text):
                author = self._issuer(speaker.start) or self._writer(last, speaker.start)
                if author is not None:
                    at = (speaker.start, speaker.end)
                    how = "page:author of the document"
                    self.done[at] = replace(author, text=speaker.text, start=at[0], end=at[1], how=how)
                    given = True
        return given

    def _issuer(self, before: int) -> Party | None:
        """Who issued the last document named before a position: "a statement issued by the ministry"."""
        floor = max(0, before - MAX_DOCUMENT_GAP)
        for match in reversed(list(_ISSUED.finditer(self.page.text, floor, before))):
            hit = next((hit for hit in self.page.hits if hit.start == match.end()), None)
            if hit is not None:
                stub = Party(self.page.text[hit.start : hit.end], hit.start, hit.end)
                return settle_any(
                    stub, self.page.phrase(hit.start, hit.end), self.page, self.page.hits_in(stub.start, stub.end)
                )
        return None

    def _writer(self, last: Party | None, before: int) -> Party | None:
        """The last speaker, where the words between tell that they spoke in a document."""
        if last is None or before - last.end > MAX_DOCUMENT_GAP:
            return None
        return last if _IN_DOCUMENT.search(self.page.text, last.end, before) else None

    def _bound(self, stub: Party, phrase: Phrase) -> Party:
        """First and second person, and phrases that a possessive pronoun begins: "our troops", "his government"."""
        around = uttered_in(stub.start, self.statements, self.page.annotations.quotes)
        if phrase.pronoun is not None:
            return self.pronouns.resolve(stub, phrase.pronoun, around)
        word = _possessor(phrase)
        owner = self.pronouns.resolve(Party(word, stub.start, stub.start + len(word)), word, around)
        if is_of_another(phrase) and phrase.place is not None and not phrase.countries:
            return settle_any(stub, replace(phrase, countries=(phrase.place,)), self.page, self.page.hits)
        if is_of_another(phrase) and is_owned_so(phrase, owner) and not (phrase.countries or phrase.name):
            return of_another(stub, phrase, owner.country, self.page)
        if _DOCUMENT.match(phrase.text) and owner.name is not None:
            return replace(owner, text=stub.text, start=stub.start, end=stub.end, how="page:author of the document")
        unknown = (
            owner.how == NONE and word in FIRST | SECOND and not (phrase.countries or phrase.bodies or phrase.name)
        )
        if unknown and (phrase.agents or phrase.titles):  # whose "our troops" are, no page's country tells
            return group(stub, phrase, None, NONE)
        if owner.country is None and self._is_worldwide(owner) and not phrase.name:
            phrase = replace(phrase, bodies=(*phrase.bodies, owner.actor or ""))
        if phrase.kin and phrase.name is None and phrase.head in FAMILY and owner.country is not None:
            return relative(stub, owner.country)
        if owner.country is None or (phrase.name and not phrase.owner) or phrase.kin:
            return settle_any(stub, phrase, self.page, self.page.hits_in(stub.start, stub.end))
        actorless = not (phrase.agents or phrase.titles or phrase.bodies)
        if phrase.head == "side" and not is_of_state(owner):
            return group(stub, phrase, None, "none:side of somebody who speaks for no country")
        if phrase.head in _OWN_COUNTRY or (actorless and owner.actor_kind == "country"):
            actor = self.page.actors.actor(owner.country)
            return replace(
                stub, name=actor.name if actor else None, actor=owner.country, actor_kind="country",
                country=owner.country,
                how="page:country of the owner",
            )  # fmt: skip
        return settle_any(
            stub, replace(phrase, countries=phrase.countries or (owner.country,)), self.page, self.page.hits
        )

    def _is_worldwide(self, owner: Party) -> bool:
        """True for a body of the table that is no country's: whose troops and departments are none's, too."""
        actor = self.page.actors.actor(owner.actor) if owner.actor else None
        return actor is not None and actor.kind == "organisation" and actor.country is None and not actor.generic

    def _keep(self, stub: Party, party: Party, phrase: Phrase) -> None:
        self.done[(stub.start, stub.end)] = party
        if (
            party.actor_kind in ("unnamed", "office", "organisation", "armed_group")
            and phrase.pronoun is None
            and not party.members
        ):
            insort(self.page.heard, Bearer(stub.start, party, phrase), key=lambda bearer: bearer.start)

    def _party(self, stub: Party) -> Party:
        return public(self.done.get((stub.start, stub.end), stub))

    def _of(self, stub: Party | None) -> Party | None:
        return self._party(stub) if stub is not None else None

    def _statement(self, one: Statement) -> Statement:
        speaker = self._of(one.speaker)
        return replace(
            one, speaker=_speaking(speaker, self.page) if speaker else None, addressee=self._of(one.addressee)
        )

    def _event(self, one: Event) -> Event:
        source = self._side(one.source)
        if one.type not in PEOPLES_ACTS:
            source = tuple(_state_of(party, self.page) for party in source)
        made = _without_things(
            replace(one, source=source, target=self._side(one.target), against=self._side(one.against))
        )
        if made.place is not None:
            made = replace(made, place=settle_place(made, self.page, load_places()))
            made = replace(made, mode="third-party") if made.mode is None and held_abroad(made) else made
        return public_event(by_people(of_the_place(with_people(made, self.page), self.page)))

    def _side(self, stubs: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties of one side of an event; of a joint one (*Norland and Sudland officials*) each member by itself."""
        parties = [self.done.get((stub.start, stub.end), stub) for stub in stubs]
        return tuple(
            _as_government(_standing_in(member, party)) for party in parties for member in (party.members or (party,))
        )


def _speaking(party: Party, page: Page) -> Party:
    """A speaker: a country that speaks is its government, Brussels the Union, and whoever speaks does so in some capacity."""
    if party.members:
        return replace(party, members=tuple(_speaking(member, page) for member in party.members))
    if party.how == "table:city" and party.name == _UNION_SEAT and page.home != "BEL":
        alias = page.actors.exactly("European Union")
        union = page.actors.actor(alias.actor) if alias else None
        return organisation(party, union, None, "table:metonym", page.actors) if union else party
    if party.actor_kind == "country" and party.sector is None:
        return _as_government(party)
    if is_nobody_named(party):
        return replace(party, capacity="unnamed")
    return party if party.capacity is not None else replace(party, capacity="other")


def _as_government(party: Party) -> Party:
    """A country that speaks or takes part in an act is its government; everybody else as they are."""
    if party.actor_kind != "country" or party.sector is not None:
        return party
    return replace(party, sector="GOV", sectors=("GOV",), capacity="official")


def _standing_in(member: Party, party: Party) -> Party:
    """The member where the joint phrase stands: of *both countries*, which names neither, the phrase itself."""
    if party.start <= member.start and member.end <= party.end:
        return member
    return replace(member, text=party.text, start=party.start, end=party.end)


def _state_of(party: Party, page: Page) -> Party:
    """The state behind an adjective that is all there is of who acts: **Kenyan** *aid to Uganda*."""
    word = party.text
    people = word.endswith("s") and page.actors.demonym_country(word[:-1]) is not None  # *Kenyans*
    if party.how != "table:demonym" or party.country is None or " " in word or people:
        return party
    return _as_government(government(party, party.country, page.actors, party.how))


PEOPLES_ACTS = frozenset({"PROTEST", "ASSAULT"})
"""Types of acts that people of a country do without their state: *Kenyan attacks* may be anybody's."""


def _without_things(event: Event) -> Event:
    """The event without targets that nothing tells to be somebody; force is used on things, too (*shelled* **a market**)."""
    if event.type in FORCE or not event.source:
        return event
    kept = tuple(one for one in event.target if not one.how.startswith("none:no known actor"))
    if event.type not in MOVING:
        kept = tuple(one for one in kept if one.sector != "UNK" or _LAND.search(one.text) is None)
    if event.type in SPOKEN_OF:
        kept = tuple(one for one in kept if one.how != "page:place")
    if event.type != "RETREAT":
        kept = tuple(one for one in kept if not _is_oneself(one, event.source))
    return replace(event, target=kept)


def _is_oneself(party: Party, sources: tuple[Party, ...]) -> bool:
    """*negotiated the terms of* **his** *departure*: a pronoun for whoever acts."""
    back = party.text.lower() in HE | SHE | IT | THEY and party.actor is not None
    return back and any(party.actor == source.actor for source in sources)


_LAND = re.compile(r"(?:region|area|territory|province|district|land|coast|valley|zone)s?$")
MOVING = frozenset({"CONSULT", "MOBILIZE", "RETREAT"})
"""Types of acts that go somewhere, a region without a name included."""
SPOKEN_OF = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of acts of speech, which no mere place is the other side of: *blamed* **the Gulf** *spill on the firm*."""


def _possessor(phrase: Phrase) -> str:
    """The possessive pronoun that begins a phrase, or an empty string."""
    first = phrase.text.split(" ", 1)[0].lower()
    return (
        first
        if first in _POSSESSIVE and " " in phrase.text.strip() and first in FIRST | SECOND | HE | SHE | IT | THEY
        else ""
    )


def _parties(findings: Findings) -> list[Party]:
    found = [party for entry in findings.entries for _, parties in entry.sides for party in parties]
    found += [one.speaker for one in findings.nonstatements if one.speaker]
    found += findings.mentions
    return found
