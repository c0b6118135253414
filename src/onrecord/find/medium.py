"""Through what something was said: a tweet, a letter, an interview, told by nouns that carry words and how the cue holds them.

A carrier counts where it speaks (*the report says*), where it is told (*told a news conference*), where a preposition
ties it to the cue or to a participle beside it (*said in a letter*; *Speaking on state radio, she said*), and where the
cue hangs on it (*a statement condemning the raid*). Carriers inside what was said do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.find import syntax
from onrecord.find.content import Piece
from onrecord.find.matcher import Match
from onrecord.schema import Medium, Sentence

_WORDS: Mapping[Medium, str] = {
    "interview": "interview telephone phone",
    "tweet": """tweet retweet post posting twitter facebook instagram tiktok weibo linkedin x handle account page feed
        hashtag""",
    "article": "article op-ed column essay editorial blog weblog study",
    "letter": "letter email mail telegram message",
    "briefing": "briefing conference presser call",
    "broadcast": """radio television tv broadcast telecast podcast show programme program channel video recording livestream
        webcast footage tape""",
    "document": """statement communique communiqué report document memo memorandum declaration ruling judgment judgement
        verdict resolution decree filing complaint affidavit release circular notice manifesto indictment lawsuit petition
        advisory draft survey poll timetable note readout dossier paper decision dispatch audit leaflet""",
}
CARRIERS: Mapping[str, Medium] = {word: medium for medium, words in _WORDS.items() for word in words.split()}
OUTLETS: Mapping[str, Medium] = {
    **dict.fromkeys("newspaper daily weekly magazine paper agency website portal tabloid".split(), "article"),
    **dict.fromkeys("radio television tv broadcaster station channel programme program".split(), "broadcast"),
}
"""Nouns for outlets, with the medium of what they say themselves; what somebody tells them is an interview."""
_STATIONS = frozenset("radio television tv".split())
VERBS: Mapping[str, Medium] = {
    "tweet": "tweet",
    "retweet": "tweet",
    "post": "tweet",
    "email": "letter",
    "broadcast": "broadcast",
}
PREPOSITIONS = frozenset({"in", "on", "at", "during", "via", "by", "through", "over", "from"})
LISTENERS = frozenset({"with", "before", "to"})
_SOCIAL = "facebook twitter instagram telegram tiktok weibo linkedin x social blog online"
_AIRED = "radio television tv televised video audio voice broadcast recorded taped"
_NEEDED: Mapping[str, frozenset[str]] = {
    word: frozenset(before.split())
    for word, before in {
        "conference": "news press media",
        "call": "conference earnings investor",
        "channel": "radio television tv youtube telegram news",
        "show": "radio television tv talk chat morning evening",
        "program": "radio television tv news talk",
        "programme": "radio television tv news talk",
        "release": "press news media",
        "page": _SOCIAL,
        "account": _SOCIAL,
        "feed": _SOCIAL,
        "handle": _SOCIAL,
        "mail": "direct e",
        "ed": "op",
        "paper": "white position green working policy",
        "decision": "page written court",
        "complaint": "criminal legal civil formal",
    }.items()
}
"""Nouns that carry words only with a certain word before them: a *news* conference, a *talk* show, a *press* release."""
_TURNED: Mapping[Medium, frozenset[str]] = {
    "tweet": frozenset(_SOCIAL.split()),
    "broadcast": frozenset(_AIRED.split()),
    "document": frozenset({"press"}),
}
"""What a letter, message, note or statement becomes by a word before it: a *Facebook* statement, a *voice* note."""
_AIR_ONLY = frozenset("address speech sermon appeal".split())
"""Nouns for talk to those present, unless a word before them says that it went on air (*a televised address*)."""
SPEAKING = frozenset("speak write address brief respond reply answer appear talk post issue release publish".split())
"""Verbs whose participle beside a cue says how the words were said (*Briefing the press, …*)."""
DISCLOSING = SPEAKING | {"disclose", "say", "tell", "announce"}
PRESS = frozenset("press media".split())


def medium(match: Match, pieces: Sequence[Piece]) -> Medium | None:
    """The medium of a saying whose content stands at ``pieces``, or None where its own words do not tell."""
    sentence = match.sentence
    if match.token.lemma in VERBS:
        return VERBS[match.token.lemma]
    if any(sentence.tokens[one].lower == "online" for one in syntax.children(sentence, match.index, "advmod")):
        return "tweet"
    found = (_of(sentence, head, link) for head, link in _heads(match) if not _is_within(sentence, head, pieces))
    return next((one for one in found if one is not None), None)


def _is_within(sentence: Sentence, index: int, pieces: Sequence[Piece]) -> bool:
    return any(start <= sentence.tokens[index].start < end for start, end in pieces)


def _heads(match: Match) -> Iterator[tuple[int, str]]:
    """The nouns through which it may have been said, the nearest tie first, each with what ties it to the cue."""
    sentence, index = match.sentence, match.index
    source, addressee = match.roles.get("source"), match.roles.get("addressee")
    if match.frame.cls.pos == "noun":
        yield index, "self"
    if source is not None:
        yield source.head, "speaks"
    for verb, last in _chain(sentence, index):
        held = _held(sentence, verb, told=sentence.tokens[verb].lemma == "tell")
        thing = syntax.child(sentence, verb, "dobj")
        for head, link in held:
            if (last is None or head < last) and not _belongs_to(sentence, head, thing):
                yield head, link
        quoting = syntax.child(sentence, verb, "nsubj") if sentence.tokens[verb].lemma == "quote" else None
        if quoting is not None:
            yield quoting, "speaks"
        for beside in syntax.children(sentence, verb, "advcl"):
            if sentence.tokens[beside].lemma in SPEAKING and sentence.tokens[beside].tag in {"VBG", "VBN"}:
                yield from _held(sentence, beside, told=True)
    if addressee is not None:
        yield from _held(sentence, addressee.head, told=False)
    if source is not None:
        yield from _held(sentence, source.head, told=False)
        for clause in sorted(syntax.subtree(sentence, source.head, frozenset({index}))):
            if sentence.tokens[clause].dep in {"relcl", "acl"} and sentence.tokens[clause].lemma in DISCLOSING:
                yield from _held(sentence, clause, told=True)
    token = sentence.tokens[index]
    if token.dep == "acl" or (token.dep == "relcl" and _is_held_by_which(sentence, index)):
        yield token.head, "self"


def _belongs_to(sentence: Sentence, head: int, thing: int | None) -> bool:
    """*denied the claims in the report*: a known text behind the object is where that stands, not how it was denied."""
    known = any(sentence.tokens[one].lower == "the" for one in syntax.children(sentence, head, "det"))
    return known and thing is not None and sentence.tokens[thing].pos == "NOUN" and thing < head


def _is_held_by_which(sentence: Sentence, index: int) -> bool:
    """*a letter in which they accuse*; not *a ruling that they said would stand*."""
    held = (syntax.child(sentence, one, "pobj") for one in syntax.children(sentence, index, "prep"))
    return any(one is not None and sentence.tokens[one].lower == "which" for one in held)


def _chain(sentence: Sentence, index: int) -> Iterator[tuple[int, int | None]]:
    """The cue, and the verbs whose subject it shares: *said in a note that …, adding that …*; *was quoted by LNA as saying*.

    Of a verb that it is only joined to, what stands in front holds for both: the token before which it must stand.
    """
    yield index, None
    last: int | None = None
    for _ in range(syntax.MAX_STEPS):
        token = sentence.tokens[index]
        up = token.head
        if token.dep == "pcomp" and sentence.tokens[up].lower == "as":
            up = sentence.tokens[up].head
        elif token.dep not in {"conj", "advcl", "xcomp"} or syntax.child(sentence, index, *syntax.SUBJECTS) is not None:
            return
        if up == index or not syntax.is_verb(sentence.tokens[up]):
            return
        last = up if token.dep == "conj" else last
        index = up
        yield index, last


def _held(sentence: Sentence, holder: int, told: bool) -> Iterator[tuple[int, str]]:
    """The nouns that a verb or noun holds by a preposition, and its objects where those are ``told`` something."""
    whom = LISTENERS if syntax.is_verb(sentence.tokens[holder]) else frozenset()
    for one in sentence.children[holder]:
        token = sentence.tokens[one]
        if token.dep in {"prep", "agent"} and token.lower in PREPOSITIONS | whom:
            yield from ((inner, token.lower) for inner in syntax.children(sentence, one, "pobj"))
        elif told and token.dep in {"dobj", "dative"}:
            yield one, "told"


def _of(sentence: Sentence, head: int, link: str) -> Medium | None:
    token = sentence.tokens[head]
    lemma = token.lower if token.lower in CARRIERS else token.lemma.lower()
    before = {sentence.tokens[c].lower for c in syntax.subtree(sentence, head) if c < head}
    if head > 1 and sentence.tokens[head - 1].text == "-":  # *e-mail* is three tokens
        before.add(sentence.tokens[head - 2].lower)
    if link == "told" or link in LISTENERS:
        return _told(lemma, before, token.pos == "PROPN")
    if link in {"speaks", "by"} and lemma in OUTLETS and (link == "by" or _is_outlet(lemma, before)):
        return OUTLETS[lemma]
    if link in {"speaks", "by"} and token.pos == "PROPN" and before & set(OUTLETS):
        return next(OUTLETS[word] for word in sorted(before) if word in OUTLETS)
    if link == "on" and before & _STATIONS:
        return "broadcast"
    if lemma == "call" and _is_with_investors(sentence, head):
        return "briefing"
    if link not in PREPOSITIONS | {"speaks", "self"}:
        return None
    return _carrier(lemma, before, link, token.text)


def _is_with_investors(sentence: Sentence, head: int) -> bool:
    return any(sentence.tokens[one].lemma in {"investor", "analyst"} for one in syntax.subtree(sentence, head))


def _carrier(lemma: str, before: set[str], link: str, text: str) -> Medium | None:
    if lemma in _AIR_ONLY:
        return "broadcast" if before & _TURNED["broadcast"] else None
    if lemma in {"message", "letter", "note", "statement", "appeal"}:
        turned = next((medium for medium, words in _TURNED.items() if before & words), None)
        return turned or CARRIERS.get(lemma)
    if lemma == "media" and "social" in before:
        return "tweet"
    if lemma == "telegram" and text[:1].isupper():
        return "tweet"
    if lemma == "x":
        return "tweet" if text == "X" and link in {"on", "via"} else None
    if lemma == "post":
        return "tweet" if link in {"in", "via", "self"} or before & _TURNED["tweet"] else None
    if lemma in _NEEDED and not before & _NEEDED[lemma]:
        return None
    return CARRIERS.get(lemma)


def _told(lemma: str, before: set[str], named: bool) -> Medium | None:
    """What telling somebody tells: a news conference, an outlet, listeners, the press."""
    if lemma in PRESS and not before & {"social"}:
        return "briefing"
    if lemma in {"listener", "viewer"}:
        return "broadcast"
    if CARRIERS.get(lemma) == "briefing":
        return _carrier(lemma, before, "in", "")
    is_one = lemma in OUTLETS and _is_outlet(lemma, before)
    return "interview" if is_one or (named and before & set(OUTLETS) - {"programme", "program"}) else None


def _is_outlet(lemma: str, before: set[str]) -> bool:
    """*the agency* is a body of any kind without *news* before it, *the station* a place."""
    return lemma not in {"agency", "station", "paper"} or bool(before & {"news", "radio", "television", "tv", "this"})
