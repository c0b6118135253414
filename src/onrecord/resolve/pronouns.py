"""Pronouns to antecedents: the nearest compatible subject, or nobody: a wrong attribution is worse than none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.lexicon.actor_seats import NAMED_FIRST
from onrecord.lexicon.names import fold, given_names, name_tokens
from onrecord.resolve.capacity import is_of_state
from onrecord.resolve.owners import owner
from onrecord.resolve.page import Page
from onrecord.resolve.possessors import beside, is_of_rule, named_before, same_as, subject_ahead
from onrecord.resolve.scene import surroundings
from onrecord.resolve.single import settle_any
from onrecord.resolve.subjects import (
    Subject,
    bound_subjects,
    noun_span,
    objects_of,
    phrase_of,
    subject_at,
    subjects_of,
    token_at,
    told_of,
)
from onrecord.resolve.words import FIRST, HE, IT, RELATIVE, SECOND, SHE, THEY
from onrecord.schema import Party, Quote, Sentence, Statement, Token

MAX_SENTENCES_BACK = 4
"""How far back "he" may reach: past that, another person has usually come between unseen."""
MAX_SCAN = 14
"""Sentences looked back over in all, quoted ones included."""
NONE = "none:pronoun without antecedent"
ANYBODY = "person"
"""Stands for a nominal that takes up a person whatever the gender: "the 54-year-old"."""
PERSONAL = frozenset({"person", "unnamed", "office"})
_POSSESSIVE = ("'s", "’s", "s'", "s’")
COLLECTIVE = frozenset({"organisation", "country", "armed_group"})


class Pronouns:
    """Antecedents on one page. ``speakers`` are the statements with their resolved speakers, for the first person."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.sentences = page.annotations.sentences
        self.speakers: list[tuple[int, int]] = []
        """Where speakers stand, in text order: subjects, whether or not the parser takes them for such."""
        self.uttered: tuple[Statement, ...] = ()
        """The statements of the page, of which the speakers are not yet known."""
        self._subjects: dict[int, list[Subject]] = {}
        self._objects: dict[int, list[Subject]] = {}
        self._settled: dict[tuple[int, int], Party] = {}

    def resolve(self, party: Party, pronoun: str, statement: Statement | None) -> Party:
        """The party with the antecedent's fields and its own text, or marked as without one."""
        if pronoun in FIRST:
            found = self._first_person(pronoun, statement)
        elif pronoun in SECOND:
            found = _second_person(statement)
        else:
            found = self._third_person(party, pronoun)
        if found is None:
            return replace(party, how=NONE)
        antecedent, how = found
        return replace(
            antecedent, text=party.text, start=party.start, end=party.end, how=how + surroundings(antecedent)
        )

    def _first_person(self, pronoun: str, statement: Statement | None) -> tuple[Party, str] | None:
        speaker = statement.speaker if statement else None
        if speaker is None or speaker.how == NONE or speaker.capacity == "expert" or speaker.sector == "EDU":
            return None
        if pronoun in ("i", "me", "my", "mine", "myself"):
            return speaker, "page:the speaker"
        if speaker.actor_kind in COLLECTIVE:
            return speaker, "page:we of the speaker"
        if speaker.country is not None and is_of_state(speaker):
            actor = self.page.actors.actor(speaker.country)
            ours = Party(
                "", 0, 0, name=actor.name if actor else None, actor=speaker.country, actor_kind="country",
                country=speaker.country, sector=speaker.sector, sectors=speaker.sectors, principal=speaker.principal,
                capacity="official",
            )  # fmt: skip
            return ours, "page:we of the speaker's country"
        return speaker, "page:we of the speaker"

    def _third_person(self, party: Party, pronoun: str) -> tuple[Party, str] | None:
        index = self._sentence_index(party.start)
        if index is None:
            return None
        if pronoun in RELATIVE:
            return self._relative(self.sentences[index], party)
        personal = pronoun in HE | SHE or pronoun == ANYBODY
        wanted = PERSONAL if personal else COLLECTIVE if pronoun in IT else COLLECTIVE | {"group", "unnamed"}
        if not personal and pronoun not in IT | THEY:
            return None
        quoted = self._quoted(party.start)
        token = token_at(self.sentences[index], party.start)
        if token is not None and (told := self._told_owner(index, token, pronoun, wanted)) is not None:
            return told
        ahead = subject_ahead(self.sentences[index], token, self._names_somebody) if token and not quoted else None
        if ahead is not None and (meant := self._fitting(phrase_of(self.sentences[index], ahead, ()), pronoun, wanted)):
            return meant, "page:subject behind the pronoun"
        told_there = told_of(self.sentences[index], token) if token is not None and token.index else None
        if told_there is not None:
            meant = self._fitting(phrase_of(self.sentences[index], told_there, ()), pronoun, wanted)
            if meant is not None:
                return meant, "page:noun before the relative clause"
        barred = bound_subjects(self.sentences[index], token) if token else frozenset()
        doers = self._parties_at(index, barred) + (self._utterers(party.start) if personal and quoted else [])
        suffers = token is not None and token.dep in ("dobj", "dative", "pobj")
        doubtful = suffers or (token is not None and token.dep in ("poss", "nsubjpass") and pronoun in THEY)
        found: Party | None = None
        where, number = index, False
        for at, candidate in self._candidates(index, party.start, personal, quoted, suffers, pronoun in THEY):
            if found is not None and (at != where or not doubtful):
                break
            if at == index and candidate.head in barred:
                continue
            settled = self._fitting(candidate, pronoun, wanted)
            if settled is None or any(_are_one(settled, doer) or _serves(doer, settled) for doer in doers):
                continue
            if personal and at != index and settled.sector == "JRN":
                continue  # who reports is seldom told of
            if found is None:
                found, where, number = settled, at, candidate.plural
            elif candidate.plural == number and not _may_be_one(settled, found):
                return None  # two of one sentence fit as well as each other
        return None if found is None else (found, "page:subject before the pronoun")

    def _names_somebody(self, word: str) -> bool:
        """True for a word for somebody: a noun of the table, a title."""
        return self.page.actors.agent_noun(word) is not None or self.page.actors.titles.match([word], 0) is not None

    def _told_owner(self, index: int, token: Token, pronoun: str, wanted: frozenset[str]) -> tuple[Party, str] | None:
        """Whose something is by the clause or noun it stands in, where the pronoun can mean that one, whoever the subject is."""
        sentence = self.sentences[index]
        named = owner(sentence, token)
        whose = self._fitting(phrase_of(sentence, named, ()), pronoun, wanted) if named is not None else None
        if whose is not None:
            return whose, "page:whose deed it is told to be"
        joined = beside(sentence, token)
        first = self._fitting(joined, pronoun, wanted) if joined is not None else None
        if first is not None:
            return first, "page:named beside the pronoun"
        if pronoun in THEY and (them := same_as(sentence, token)) is not None:
            return self._third_person(Party(them.text, them.start, them.end), "them")
        if pronoun not in HE | SHE or not is_of_rule(sentence, token):
            return None
        people = (self._fitting(one, pronoun, PERSONAL) for one in named_before(sentence, token))
        rulers = {one.actor: one for one in people if one is not None and self.page.unrest.tells_of(one.country)}
        return (next(iter(rulers.values())), "page:ruler of the country in unrest") if len(rulers) == 1 else None

    def _utterers(self, position: int) -> list[Party]:
        """Who speaks at a position within a quotation of whole sentences, where nobody is *he* to himself."""
        quotes = [one for one in self.page.annotations.quotes if one.inner_start <= position < one.inner_end]
        if not all(self.page.text[one.inner_start : one.inner_start + 1].isupper() for one in quotes):
            return []
        around = uttered_in(position, self.uttered, quotes)
        if around is None or around.speaker is None:
            return []
        speaker = around.speaker
        word = self.page.phrase(speaker.start, speaker.end).pronoun
        found = self._third_person(speaker, word) if word is not None else None
        settled = found[0] if found else self._settle(Subject(speaker.start, speaker.end, False, False, False))
        return [settled] if settled is not None else []

    def _parties_at(self, index: int, heads: frozenset[int]) -> list[Party]:
        """Whom the nouns of a sentence mean, of those that mean somebody known."""
        sentence = self.sentences[index]
        spans = [noun_span(sentence, sentence.tokens[head]) for head in sorted(heads)]
        return list(filter(None, (self._settle(Subject(*span, False, False, False)) for span in spans)))

    def _fitting(self, candidate: Subject, pronoun: str, wanted: frozenset[str]) -> Party | None:
        """Whom the candidate means, where the pronoun can mean that one: else whom that one serves, if that fits."""
        settled = self._settle(candidate)
        if settled is not None and settled.actor_kind in wanted and self._agrees(settled, candidate, pronoun):
            return settled
        thing = settled is None or settled.actor_kind not in PERSONAL
        if pronoun in HE | SHE and thing:  # *Lind's vote was larger, and* **she** *won*
            owners = [one for one in candidate.inner if self.page.text[one.start : one.end].endswith(_POSSESSIVE)]
            return next(filter(None, (self._fitting(one, pronoun, wanted) for one in owners)), None)
        if pronoun not in IT | THEY or settled is None:
            return None
        if settled.actor_kind not in PERSONAL and not (pronoun in IT and settled.actor_kind == "group"):
            return None
        return next(filter(None, (self._fitting(one, pronoun, wanted) for one in candidate.inner)), None)

    def _agrees(self, settled: Party, candidate: Subject, pronoun: str) -> bool:
        """True where number and gender fit the pronoun."""
        many = bool(settled.members) or (candidate.plural and settled.actor_kind != "person")
        if pronoun in IT:
            return not many
        if pronoun in THEY:
            return many or settled.actor_kind in COLLECTIVE
        return not many and self._is_person(settled) and self._gender_fits(settled, candidate, pronoun)

    def _candidates(
        self, index: int, position: int, far: bool, quoted: bool, suffers: bool, several: bool
    ) -> Iterator[tuple[int, Subject]]:
        """Phrases before ``position``, each with its sentence: the latest of its own, then earlier subjects, main clauses first.

        Objects of the same sentence follow its subjects, and go before them where the pronoun is one (``suffers``); for
        ``several`` plurals go first.
        """
        subjects, objects = (
            [one for one in reversed(found) if one.end <= position and (quoted or not one.quoted)]
            for found in (self._subjects_in(index), self._objects_in(index))
        )
        objects = [] if quoted else objects
        here = objects + subjects if suffers else subjects + objects
        yield from ((index, one) for one in _ordered(here, several))
        left = MAX_SENTENCES_BACK if far else 1
        for back in range(index - 1, max(-1, index - 1 - MAX_SCAN), -1):
            if left == 0:
                return
            if self.page.document.blocks[self.sentences[back].block].kind in ("title", "subheading", "caption") and far:
                continue
            earlier = [one for one in self._subjects_in(back) if quoted or not one.quoted]
            if not self._wholly_quoted(back):
                left -= 1  # the sentences of a long quotation do not count: its speaker stands before or after them
            ranked = [one for one in earlier if one.main] + [one for one in reversed(earlier) if not one.main]
            yield from ((back, one) for one in _ordered(ranked, several))

    def _wholly_quoted(self, index: int) -> bool:
        sentence = self.sentences[index]
        return any(
            quote.start <= sentence.start and sentence.end <= quote.end + 1 for quote in self.page.annotations.quotes
        )

    def _subjects_in(self, index: int) -> list[Subject]:
        if index not in self._subjects:
            sentence = self.sentences[index]
            found = subjects_of(sentence, self._quotes_in(sentence))
            low, high = bisect_left(self.speakers, (sentence.start, 0)), bisect_left(self.speakers, (sentence.end, 0))
            for start, end in self.speakers[low:high]:
                new = all(end <= one.start or one.end <= start for one in found)
                added = subject_at(sentence, start, end, self._quotes_in(sentence)) if new else None
                found += [added] if added is not None else []
            self._subjects[index] = sorted(found, key=lambda one: one.start)
        return self._subjects[index]

    def _objects_in(self, index: int) -> list[Subject]:
        if index not in self._objects:
            sentence = self.sentences[index]
            self._objects[index] = objects_of(sentence, self._quotes_in(sentence))
        return self._objects[index]

    def _quotes_in(self, sentence: Sentence) -> list[Quote]:
        quotes = self.page.annotations.quotes
        return [quote for quote in quotes if quote.start < sentence.end and quote.end > sentence.start]

    def _settle(self, subject: Subject) -> Party | None:
        key = (subject.start, subject.end)
        if key not in self._settled:
            stub = Party(self.page.text[subject.start : subject.end], subject.start, subject.end)
            phrase = self.page.phrase(subject.start, subject.end)
            self._settled[key] = settle_any(stub, phrase, self.page, self.page.hits_in(*key))
        settled = self._settled[key]
        return None if settled.how.startswith("none:no known actor") else settled

    def _is_person(self, settled: Party) -> bool:
        """False for a lone capitalised word that nothing on the page shows to be somebody: "Adré" may be a town."""
        if settled.actor_kind != "person" or settled.actor is None or not settled.actor.startswith("doc:"):
            return True
        name = settled.name or ""
        learned = self.page.person(name)
        return " " in name or (learned is not None and bool(learned.phrase.titles)) or fold(name) in given_names()

    def _gender_fits(self, settled: Party, candidate: Subject, pronoun: str) -> bool:
        phrases = [self.page.phrase(candidate.start, candidate.end)]
        learned = self.page.person(settled.name) if settled.name and settled.actor_kind == "person" else None
        if learned is not None:
            phrases.append(learned.phrase)
        genders = {title.gender for phrase in phrases for title in phrase.titles if title.gender}
        if pronoun == ANYBODY:
            return True
        if not genders and settled.actor_kind == "person" and settled.country not in NAMED_FIRST:
            genders = set(filter(None, (given_names().get(token) for token in name_tokens(settled.name or "")[:1])))
        return not genders or ("f" if pronoun in SHE else "m") in genders

    def _relative(self, sentence: Sentence, party: Party) -> tuple[Party, str] | None:
        """ "who", "which": the noun that the relative clause hangs on."""
        token = token_at(sentence, party.start)
        for _ in range(6):
            if token is None or token.head == token.index:
                return None
            if token.dep == "relcl":
                head = sentence.tokens[token.head]
                start, end = noun_span(sentence, head)
                end = min(end, party.start)
                text = self.page.text[start:end].rstrip(" ,")
                if not text:
                    return None
                subject = Subject(start, start + len(text), False, False, False)
                settled = self._settle(subject)
                return (settled, "page:noun before the relative clause") if settled else None
            token = sentence.tokens[token.head]
        return None

    def _sentence_index(self, position: int) -> int | None:
        at = bisect_right(self.sentences, position, key=lambda one: one.start) - 1
        return at if at >= 0 and position < self.sentences[at].end else None

    def _quoted(self, position: int) -> bool:
        return any(quote.inner_start <= position < quote.inner_end for quote in self.page.annotations.quotes)


def _are_one(one: Party, other: Party) -> bool:
    """True where the two are, or are among, the same: whoever acts does not act upon himself.

    A state is one with its nameless officials: *the US* and *American officials*.
    """
    ours, theirs = ({_whose(each) for each in (party, *party.members)} - {None} for party in (one, other))
    return not ours.isdisjoint(theirs)


def _serves(doer: Party, state: Party) -> bool:
    """True for a state and its president: who *invited them* did not invite the country he speaks for."""
    return state.actor_kind == "country" and doer.country == state.country and is_of_state(doer)


def _may_be_one(one: Party, other: Party) -> bool:
    """True where nothing tells the two apart: one is among the other, or neither is more than a word for people."""
    return _are_one(one, other) or (one.name is None and other.name is None and one.country == other.country)


def _whose(party: Party) -> str | None:
    return party.country if party.actor is None and party.sector == "GOV" else party.actor


def _second_person(statement: Statement | None) -> tuple[Party, str] | None:
    """Whoever is spoken to, where that is somebody whom the page tells apart from the reporters."""
    told = statement.addressee if statement else None
    if told is None or told.sector == "JRN" or told.how.startswith("none:"):
        return None
    return told, "page:whoever is spoken to"


def _ordered(candidates: Sequence[Subject], several: bool) -> list[Subject]:
    """The candidates as they are, or plurals first."""
    return sorted(candidates, key=lambda one: not one.plural) if several else list(candidates)


def uttered_in(position: int, statements: Sequence[Statement], quotes: Sequence[Quote]) -> Statement | None:
    """The saying whose own words stand at ``position``, so that its speaker is *we* there, and who is spoken to is *you*.

    What somebody within a quotation says or wants is still told in the words of whoever is quoted: it is the innermost saying
    that is brought in from outside the quotation, and without one the outermost.
    """
    holding = [
        (max(span.end - span.start for span in one.content), one)
        for one in statements
        if any(span.start <= position < span.end for span in one.content)
    ]
    said = [one for _, one in sorted(holding, key=lambda pair: pair[0]) if one.attitude == "says"]
    around = [quote for quote in quotes if quote.inner_start <= position < quote.inner_end]
    quote = max(around, key=lambda one: one.depth, default=None)
    if quote is not None:
        outside = [one for one in said if one.cue is None or not quote.start <= one.cue.start < quote.end]
        return outside[0] if outside else None
    if said:
        return said[-1]
    return min(holding, key=lambda pair: pair[0])[1] if holding else None
