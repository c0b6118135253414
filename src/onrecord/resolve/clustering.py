"""Which names on a page are one person's, and whose a bare surname is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from onrecord.lexicon.names import compatible, given_names, name_tokens, same_token, sound
from onrecord.resolve.learned import NameMention
from onrecord.resolve.phrases import Phrase

Roles = Callable[[tuple[str, ...]], frozenset[str]]
"""The roles of the offices that people of a full name, by its tokens, are known to have held."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """All mentions that are one person, in text order; ``phrase`` joins what they told."""

    name: str
    tokens: tuple[str, ...]
    phrase: Phrase
    mentions: tuple[NameMention, ...]


def _no_roles(tokens: tuple[str, ...]) -> frozenset[str]:
    """Nobody is known to have held anything."""
    return frozenset()


def cluster(mentions: Sequence[NameMention], roles: Roles = _no_roles) -> list[Cluster]:
    """The people of the page: full names that fit one another are one person; surnames go to whom they end.

    Of several with one surname, "President Doe" is who bears that title by the full name, or held it as ``roles`` knows.
    """
    groups: list[list[NameMention]] = []
    keys: list[tuple[str, ...]] = []
    known: dict[tuple[str, ...], int] = {}
    by_pair: dict[tuple[str, str], list[int]] = {}
    starts: list[int] = []

    def put(mention: NameMention, tokens: tuple[str, ...], at: int | None) -> None:
        if at is None:
            groups.append([mention])
            keys.append(tokens)
            starts.append(_begun(groups[-1]))
            at = len(groups) - 1
        else:
            groups[at].append(mention)
            if starts[at] < 0 and not mention.aside:
                starts[at] = groups[at][0].start
        known[tokens] = at

    full = sorted(
        (one for one in mentions if len(name_tokens(one.name)) > 1),
        key=lambda one: (-len(name_tokens(one.name)), one.start),
    )
    for mention in full:
        tokens = name_tokens(mention.name)
        at = known.get(tokens)  # groups only grow: the first that fitted a name fits it again
        if at is None:
            near = sorted({index for pair in _pairs(tokens) for index in by_pair.get(pair, ())})
            at = next((index for index in near if compatible(tokens, keys[index])), None)
        if at is None:
            for pair in _pairs(tokens):
                by_pair.setdefault(pair, []).append(len(keys))
        put(mention, tokens, at)
    owners = Owners(keys)
    for mention in mentions:
        tokens = name_tokens(mention.name)
        if len(tokens) == 1:
            at = owners.of(tokens[0], starts, mention.start)
            if at is not None and _clash(mention, groups[at], keys[at]):
                fitting = (
                    i for i, key in enumerate(keys) if tokens[0] == key[-1] and not _clash(mention, groups[i], key)
                )
                at = next(fitting, None)
            titled = _in_office(mention, groups, keys, roles)
            put(mention, tokens, titled if titled is not None else at)
    return [joined(group, key) for group, key in zip(groups, keys, strict=True)]


def _in_office(
    mention: NameMention, groups: Sequence[Sequence[NameMention]], keys: Sequence[tuple[str, ...]], roles: Roles
) -> int | None:
    """The one of several with a mention's surname who holds, or held, the office that it gives; None where nothing tells."""
    asked = {title.role for title in mention.phrase.titles if title.form == "office"}
    token = name_tokens(mention.name)[0]
    named = [index for index, key in enumerate(keys) if len(key) > 1 and key[-1] == token] if asked else []
    if len(named) < 2:
        return None
    bearing = [index for index in named if asked & _roles_told(groups[index])]
    bearing = bearing or [index for index in named if asked & roles(keys[index])]
    return bearing[0] if len(bearing) == 1 else None


def _roles_told(group: Sequence[NameMention]) -> set[str]:
    """The offices that stand with somebody's full name."""
    full = (one for one in group if len(name_tokens(one.name)) > 1)
    return {title.role for one in full for title in one.phrase.titles if title.form == "office"}


def begun(groups: Iterable[Sequence[NameMention]]) -> list[int]:
    """Where each person is first named; before everybody where only as a relative: a surname alone means the others."""
    return [_begun(group) for group in groups]


def _begun(group: Sequence[NameMention]) -> int:
    return -1 if all(one.aside for one in group) else group[0].start


def _clash(mention: NameMention, group: Sequence[NameMention], key: tuple[str, ...]) -> bool:
    """ "Mrs Jackson" is not Michael Jackson: the title tells another gender than the full name or its own titles."""
    mine = _genders([mention])
    theirs = _genders(group)
    if not theirs and len(key) > 1:
        theirs = set(filter(None, (given_names().get(key[0]),)))
    return bool(mine and theirs) and not mine & theirs


def _genders(mentions: Iterable[NameMention]) -> set[str]:
    return {title.gender for one in mentions for title in one.phrase.titles if title.gender}


def _pairs(tokens: tuple[str, ...]) -> set[tuple[str, str]]:
    """The pairs of first sounds in a name: names that fit one another share one, as they share two tokens."""
    letters = sorted(sound(token)[:1] for token in tokens)
    return set(combinations(letters, 2))


class Owners:
    """Answers which full name a bare name belongs to, comparing each bare name with each likely key once; ``keys`` may grow.

    Only keys with a token that begins with the same sound are compared: names an edit apart at the first letter stay apart.
    """

    def __init__(self, keys: Sequence[tuple[str, ...]]) -> None:
        self._keys = keys
        self._by_sound: dict[str, list[int]] = {}
        self._indexed = 0
        self._fitting: dict[str, tuple[list[int], list[int], int]] = {}

    def of(self, token: str, starts: Sequence[int], at: int) -> int | None:
        """The key with ``token`` as its last token, else as any; of several the latest begun before ``at``."""
        self._index()
        last, anywhere, seen = self._fitting.get(token, ([], [], 0))
        for index in self._by_sound.get(sound(token)[:1], ()):
            if index < seen:
                continue
            key = self._keys[index]
            if same_token(token, key[-1]):
                last.append(index)
            if any(same_token(token, other) for other in key):
                anywhere.append(index)
        self._fitting[token] = (last, anywhere, len(self._keys))
        fitting = last or anywhere
        if not fitting:
            return None
        earlier = [index for index in fitting if starts[index] <= at]
        if earlier:
            return max(earlier, key=lambda index: starts[index])
        return min(fitting, key=lambda index: starts[index])

    def _index(self) -> None:
        for index in range(self._indexed, len(self._keys)):
            for letter in {sound(token)[:1] for token in self._keys[index] if token}:
                self._by_sound.setdefault(letter, []).append(index)
        self._indexed = len(self._keys)


def joined(group: Sequence[NameMention], key: tuple[str, ...]) -> Cluster:
    """The mentions as one person, under the fullest name, with what all of them tell."""
    ordered = sorted(group, key=lambda mention: mention.start)
    name = max(ordered, key=lambda mention: (len(name_tokens(mention.name)), -mention.start)).name
    phrases = [mention.phrase for mention in ordered]
    titles = tuple(dict.fromkeys(title for phrase in phrases for title in phrase.titles))
    titled = [phrase for phrase in phrases if phrase.titles] or phrases
    joined = replace(
        phrases[0],
        name=name,
        owner=False,
        titles=titles,
        agents=tuple(dict.fromkeys(agent for phrase in phrases for agent in phrase.agents)),
        bodies=tuple(dict.fromkeys(body for phrase in phrases for body in phrase.bodies)),
        body=next((phrase.body for phrase in phrases if phrase.body), None),
        countries=tuple(dict.fromkeys(code for phrase in titled for code in phrase.countries)),
        former=any(phrase.former for phrase in phrases),
        bare=None,
    )
    return Cluster(name, key, joined, tuple(ordered))


def initials(name: str) -> tuple[str, ...]:
    """The first letters of a full name: "T.N." in an interview is Tendai Nyamande."""
    tokens = name_tokens(name)
    return tuple(token[0] for token in tokens) if all(len(token) > 1 for token in tokens) else ()
