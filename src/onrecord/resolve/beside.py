"""What the words beside a name tell of its bearer besides titles: an age, the body that somebody heads, whom they serve."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.lexicon.actors import ActorTable, AgentNoun, NameHit
from onrecord.resolve.clustering import Cluster, joined
from onrecord.resolve.learned import NameMention
from onrecord.schema import Party

WHO_HEADS = re.compile(
    r", who (?:now |also |currently )?(?P<verb>heads|leads|chairs|runs|directs|commands) (?:[Tt]he )?(?=\S)"
)
"""The relative clause that gives somebody an organisation: "Jane Doe, who heads the Harbour Union"."""
_HEAD_TITLES = {
    "heads": "head",
    "leads": "leader",
    "chairs": "chairman",
    "directs": "director",
    "commands": "commander",
}
_AGE = re.compile(r"(?:, (?:aged )?| \()\d{1,3}(?=[,.;)\s])")
_MASTER = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w’'-]*[\w] ){0,3}[A-ZÀ-Þ][\w-]+)[’']s (?:[a-z-]+ ){0,2}"
    r"(?:spokes(?:man|woman|person)|deputy|adviser|advisor|aide|chief of staff|press secretary),? $"
)
_SERVANTS = frozenset("spokesperson adviser deputy chief_of_staff assistant".split())
"""Roles of people who serve somebody: whose country is theirs, and for whom they speak."""
_NOUNS = {"GOV": "government", "MIL": "military", "COP": "police", "OPP": "opposition", "PTY": "party", "REB": "rebel"}


_ALIAS = re.compile(
    r",? (?:(?:(?:who is|who was) )?(?:(?:better|also|widely|popularly|commonly|locally|formerly) )?known (?:simply )?(?:as|by)|"
    r"alias|aka|a\.k\.a\.|nicknamed|whose real name (?:is|was)|born)(?: (?:his|her|the|their) (?:nom de guerre|nickname))?,? "
    r"(?:[A-Z][\w.]+ )?[“\"‘']?$",
    re.IGNORECASE,
)
"""Between two names of one person; a title may stand before the second: "Jane Doe, better known as Abu Leila"."""


def with_aliases(clusters: Sequence[Cluster], text: str) -> list[Cluster]:
    """The people, those as one of whom the page gives two names."""
    mentions = sorted(((mention.start, mention.end, at) for at, one in enumerate(clusters) for mention in one.mentions))
    into = list(range(len(clusters)))
    for (_, end, one), (start, _, other) in pairwise(mentions):
        first, second = into[one], into[other]
        if first != second and _ALIAS.fullmatch(text, end, start):
            into = [first if at == second else at for at in into]
    merged: dict[int, list[NameMention]] = {}
    for person, target in zip(clusters, into, strict=True):
        merged.setdefault(target, []).extend(person.mentions)
    return [clusters[at] if into.count(at) == 1 else joined(merged[at], clusters[at].tokens) for at in sorted(merged)]


def with_ages(clusters: Sequence[Cluster], text: str, actors: ActorTable) -> list[Cluster]:
    """People of whom the page gives the age and nothing else are private persons: "Jane Doe, 61, sold fish"."""
    resident = actors.agent_noun("resident")

    def aged(one: Cluster) -> bool:
        silent = not (one.phrase.titles or one.phrase.agents or one.phrase.bodies or one.phrase.body)
        return silent and any(_AGE.match(text, mention.end) for mention in one.mentions)

    return [
        replace(one, phrase=replace(one.phrase, agents=(resident,))) if resident and aged(one) else one
        for one in clusters
    ]


def with_headed(one: Cluster, text: str, hits: Sequence[NameHit], actors: ActorTable) -> Cluster | None:
    """Somebody with the organisation of the table that a relative clause says they head; None where none says so.

    Who heads a part of it ("who heads the union's youth wing") is of it, and not its head.
    """
    if one.phrase.bodies or any(title.form == "office" for title in one.phrase.titles):
        return None
    for mention in one.mentions:
        match, hit = WHO_HEADS.match(text, mention.end), headed_body(mention, text, hits)
        if match is None or hit is None:
            continue
        title = actors.titles.titles.get((_HEAD_TITLES.get(match["verb"], "head"),))
        part = text.startswith(("'s", "’s"), hit.end)
        titles = one.phrase.titles if part or title is None else (title, *one.phrase.titles)
        return replace(one, phrase=replace(one.phrase, titles=titles, bodies=(hit.actor,)))
    return None


def headed_body(mention: NameMention, text: str, hits: Sequence[NameHit]) -> NameHit | None:
    """The organisation or armed group of the table that a relative clause right behind a name says its bearer heads."""
    match = WHO_HEADS.match(text, mention.end)
    if match is None:
        return None
    at = bisect_left(hits, match.end(), key=lambda hit: hit.start)
    hit = hits[at] if at < len(hits) else None
    known = hit is not None and hit.start == match.end() and hit.kind in ("organisation", "armed_group")
    return hit if known else None


def master_of(mention: NameMention, text: str) -> str | None:
    """The name of whom somebody serves: Orban in "Orban's spokesman, Jane Doe"."""
    match = _MASTER.search(text, max(0, mention.start - 90), mention.start)
    return match["name"] if match else None


def serves(one: Cluster) -> bool:
    """True for a spokesman or adviser of whom the page tells neither body nor country."""
    phrase = one.phrase
    told = phrase.bodies or phrase.body or phrase.agents or phrase.countries
    return not told and any(title.role in _SERVANTS for title in phrase.titles)


def serving(one: Cluster, master: Party, noun: Callable[[str], AgentNoun | None]) -> Cluster:
    """Somebody with the country of whom they serve, and the branch for which that one speaks."""
    branch = noun(_NOUNS.get(master.sector or "", ""))
    bodies = (master.actor,) if master.actor and master.actor_kind in ("organisation", "armed_group") else ()
    return replace(
        one,
        phrase=replace(
            one.phrase,
            countries=(master.country,) if master.country else (),
            agents=(branch,) if branch and not bodies else (),
            bodies=tuple(body.partition("@")[0] for body in bodies),
        ),
    )
