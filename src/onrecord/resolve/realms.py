"""Countries that no table knows: a page that speaks of a word's army, ambassador and border makes it a country there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.lexicon.actor_matcher import Alias
from onrecord.lexicon.actors import Actor, ActorTable, NameHit
from onrecord.lexicon.names import fold, name_tokens, sound
from onrecord.lexicon.titles import is_domain
from onrecord.resolve.people import TOP_ROLES
from onrecord.resolve.persons import doc_id
from onrecord.resolve.taught import Taught
from onrecord.resolve.words import CALENDAR, FIRST_NAMES_LIKE_PLACES, ORGANISATION_HEADS, SENTENCE_OPENERS

_WORD = r"(?:(?:East|West|North|South|New|Isla|Saint|San) )?[A-Z][a-zà-ÿ]{3,}"
_SOVEREIGN = (
    r"(?:armed forces|army|military|troops|soldiers|marines|navy|air force|border guards?|coast ?guard|guns|passports?|"
    r"(?:foreign|defen[cs]e|home|interior|economy|prime) (?:minister|ministry|office|secretary|police)|"
    r"(?:Foreign|Interior|Defen[cs]e|Home) (?:Minister|Ministry|Office|Secretary|Police)|Ministry of|"
    r"embassy|ambassador|consulate|president|prime minister|premier|government|parliament|king|queen|central bank|"
    r"diplomats?|cabinet|attach[eé]s?|delegation|(?:chief )?negotiators?|envoys?|kingdom)"
)
_OWNER = re.compile(rf"\b({_WORD})(?:['’]s|s['’])? (?:[a-z]+ )?{_SOVEREIGN}\b")
_OF = re.compile(
    rf"\b(?:[Gg]overnment|[Rr]epublic|[Kk]ingdom|army|parliament|prime minister|foreign minist(?:er|ry)|embassy) of "
    rf"({_WORD})\b(?! [A-Z])"
)
_TAIL = re.compile(rf"^[A-Z][\w’' ]+(?:, ({_WORD})|\(({_WORD})\))\s*(?:\([^)\n]*\)\s*)?[—–:-] ", re.MULTILINE)
_WITH = re.compile(
    rf"\b(?:ties|relations|border|war|talks|trade|treaty|peace|truce) with ({_WORD})\b|"
    rf"\b(?:in|inside|across|throughout|into|within) ({_WORD})\b(?!['’]s)(?! [A-Z])"
)
_JOINED = re.compile(
    rf"(?<![A-Z]\w )(?<!\w )\b({_WORD}) and ({_WORD})\b(?! [A-Z])|\b(?:between|from) ({_WORD}) (?:and|to) ({_WORD})\b(?! [A-Z])"
)
_SUFFIXES = ("n", "an", "ian", "ean", "ese", "ish", "i", "er", "ers", "ns", "ans", "ians", "ic", "is", "ene", "enes")
_ENDINGS = ("land", "stan", "ia", "mark", "ian", "ese")
_REGIONS = frozenset(
    "africa african europe european asia asian america american arab arabian gulf mediterranean arctic atlantic pacific "
    "balkan caribbean nordic baltic western eastern northern southern central latin islamic christian muslim jewish "
    "catholic orthodox sunni shiite kurdish federal royal imperial soviet antarctic middle allied rebel "
    "baathist republican democrat democratic victorian bavarian saxon catalan basque sicilian sardinian corsican breton "
    "flemish walloon chechen crimean abkhazian ossetian tibetan hawaiian californian texan tasmanian bengali sindhi "
    "prime fort port lake mount souq jisr".split()
)
"""Capitalised words beside armies and governments that are no countries."""
ENOUGH = 3
"""Points that make a word a country: what only states have counts two, where it stands as a place one."""

MAX_WORDS = 200
"""Words of a page that are looked at: a page of ten thousand states is none."""
MAX_CHANCE = 5
"""Letters up to which a word only counts as a leader's name where it is spelled the same: short ones sound alike by chance."""


def find_realms(text: str, hits: Sequence[NameHit], actors: ActorTable) -> Taught:
    """The countries that the page itself teaches; nothing for a page whose countries are all in the table."""
    points = _candidates(text)
    rows: dict[str, Actor] = {}
    aliases: list[Alias] = []
    stately = [
        word for word in sorted(points)[:MAX_WORDS] if max(points[word]) > 1 and _is_free(word, text, hits, actors)
    ]
    likely = {word: _demonyms(word, text) for word in stately}
    made = {one for demonyms in likely.values() for one in demonyms}
    sure = {word for word in likely if word not in made and _total(word, points, likely[word]) >= ENOUGH}
    sure |= _joined_to(sure, text) - made
    for word in sorted(sure):
        if _is_surname(word, text) or (word not in likely and not _is_free(word, text, hits, actors)):
            continue
        demonyms = likely.get(word) or _demonyms(word, text)
        code = doc_id(word)
        rows[code] = Actor(code, word, "country", code, source="page")
        aliases += [Alias(word, code, "country", True), *(Alias(one, code, "demonym", True) for one in demonyms)]
    return Taught(rows, tuple(aliases))


def _candidates(text: str) -> dict[str, list[int]]:
    """Words that the page treats as states, and the points of each sign: 2 for what only states have, 1 for a place."""
    points: dict[str, list[int]] = {}
    for pattern, worth in ((_OWNER, 2), (_OF, 3), (_TAIL, 2)):
        for match in pattern.finditer(text):
            for word in filter(None, match.groups()):
                points.setdefault(word, []).append(worth)
    for word in [one for one in points if one.endswith(("n", "ese", "ish", "i"))]:
        base = next(
            (
                m.group()
                for m in re.finditer(rf"\b{re.escape(word[:-2])}\w{{0,3}}\b", text)
                if m.group() in _bases(word)
            ),
            None,
        )
        if base is not None:  # "the Velonian army" tells of Velonia
            points.setdefault(base, []).extend(points[word])
    if points:
        for match in _WITH.finditer(text):
            points.setdefault(match.group(1) or match.group(2), []).append(1)
        for match in _JOINED.finditer(text):
            if any(word in points for word in match.groups()):
                for word in filter(None, match.groups()):
                    points.setdefault(word, []).append(1)
    return points


def _joined_to(sure: set[str], text: str) -> set[str]:
    """Words that stand beside a country as its like: "Sarvonia and Teldor have agreed"."""
    pairs = [[one for one in match.groups() if one] for match in _JOINED.finditer(text)] if sure else []
    return {other for pair in pairs for one, other in (tuple(pair), tuple(pair[::-1])) if one in sure}


def _bases(demonym: str) -> set[str]:
    """What the country of a demonym may be called."""
    stems = {demonym.removesuffix(end) for end in ("n", "an", "ian", "ese", "ish", "i") if demonym.endswith(end)}
    return {stem + end for stem in stems for end in ("", "a", "ia", "o", "y", "e")} - {demonym}


def _is_free(word: str, text: str, hits: Sequence[NameHit], actors: ActorTable) -> bool:
    """True for a word that no table and no list of common words claims."""
    lower = word.lower()
    parts = lower.split()
    if any(part in _REGIONS or is_domain(part) for part in parts):
        return False
    if any(part in SENTENCE_OPENERS | CALENDAR | ORGANISATION_HEADS | FIRST_NAMES_LIKE_PLACES for part in parts[-1:]):
        return False
    if actors.is_actor_word(lower, word) or actors.demonym_country(word) or actors.exactly(word):
        return False
    if actors.titles.match([lower], 0) or actors.agent_noun(lower):
        return False
    if re.search(rf"(?<![\w’'-]){re.escape(lower)}(?![\w-])", text):
        return False  # a common word, only capitalised here
    first = text.find(word)
    return not any(hit.start <= first < hit.end for hit in hits) and not _leads(word, actors)


def _leads(word: str, actors: ActorTable) -> bool:
    """True for the surname of a head of state or government: "Orban's government"."""
    people, token = actors.people, fold(word)
    return any(
        tenure.office.role in TOP_ROLES
        for person in people.named((token,))
        if _sounds_alike(token, name_tokens(people.rows[person][0]))
        for tenure in people.tenures(person)
    )


def _is_surname(word: str, text: str) -> bool:
    """True where the word follows a given name, a title or an honorific: it is somebody's name."""
    for match in re.finditer(rf"([\w.’'-]+) {re.escape(word)}(?!\w)", text):
        before = match.group(1)
        if before[:1].isupper() and before.lower() not in SENTENCE_OPENERS | CALENDAR and not before.endswith("."):
            sentence_start = match.start() == 0 or text[match.start() - 2 : match.start()].strip() in (
                ".",
                "",
                "“",
                ":",
            )
            if not sentence_start:
                return True
    return bool(re.search(rf"\b(?:Mr|Mrs|Ms|Dr|President|Minister|General|Senator)\.? {re.escape(word)}\b", text))


def _sounds_alike(token: str, name: tuple[str, ...]) -> bool:
    """True where the name has the token, or another spelling of a long one; demonyms sound like many names."""
    if token in name or len(token) <= MAX_CHANCE or token.endswith(("ian", "ese")):
        return token in name
    return any(sound(other) == sound(token) for other in name)


def _demonyms(word: str, text: str) -> list[str]:
    """Words of the page that are made from the name: "Sarvonian", "Kesslander"."""
    last = word.split()[-1]
    stem = last.rstrip("aeiouy") if len(last.rstrip("aeiouy")) >= 4 else last
    made = set()
    for match in re.finditer(rf"\b{re.escape(stem)}[a-z]{{1,5}}\b", text):
        if match.group() != last and match.group().endswith(_SUFFIXES):
            made.add(match.group())
    return sorted(made)


def _total(word: str, points: dict[str, list[int]], demonyms: Sequence[str]) -> int:
    """The points of a word; 0 where nothing tells that it is a place: people have armies and governments, too."""
    own = points[word]
    stately = max(own) > 1 or any(max(points.get(one, (0,))) > 1 for one in demonyms)
    placed = 1 in own or bool(demonyms) or sum(own) > 2 or word.endswith(_ENDINGS)
    return sum(own) + 2 * bool(demonyms) + word.endswith(_ENDINGS) if stately and placed else 0
