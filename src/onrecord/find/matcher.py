"""One matcher for all frames: where in a sentence a frame of the lexicon stands, and what fills its roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.find import clauses, extents, framewords, lookalikes, quoting, slots, syntax
from onrecord.find.asides import aside
from onrecord.find.fills import Fill
from onrecord.find.kinds import is_kind
from onrecord.find.lemmas import verb_lemmas
from onrecord.find.nature import is_natural
from onrecord.find.struck import is_armament, is_edge, is_struck
from onrecord.find.untold import is_untold
from onrecord.find.view import View
from onrecord.lexicon.frames import Frame, Need, PartOfSpeech, Role
from onrecord.schema import Sentence, Token

INNER_SLOTS = (
    *("iobj", "obj", "prep:with", "prep:to", "prep:against", "prep:on", "prep:for", "prep:from"),
    *("prep:into", "prep:in", "prep:between", "prep:before", "ccomp-subject"),
)
FORCE = frozenset({"ASSAULT", "COERCE"})
"""Types of acts that are always done to somebody."""
DONE_TO = FORCE | {"AID", "RETREAT", "SANCTION"}
"""Types of acts with frames for what is done to somebody only."""
TOLD_THINGS = frozenset("story lie truth joke tale secret time fortune anecdote difference thing question".split())
"""What is told, rather than to whom."""
OWNERS = frozenset("his her its their our my your".split())
REFLEXIVE = frozenset("his her its their our my your themselves itself".split())
_POS: Mapping[str, tuple[PartOfSpeech, ...]] = {
    "VERB": ("verb", "preposition"),
    "AUX": ("verb",),
    "NOUN": ("noun", "preposition"),
    "PROPN": ("noun",),
    "ADJ": ("adjective", "preposition"),
    "ADV": ("adverb", "preposition"),
    "ADP": ("preposition",),
    "SCONJ": ("preposition",),
    "INTJ": ("noun",),
}
_AS_ADJECTIVE: Mapping[tuple[str, str], tuple[PartOfSpeech, ...]] = {("VBN", "acomp"): ("adjective",)}
"""Participles that stand behind *be* as adjectives do: *are* **opposed** *to the plan*."""


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that holds at ``sentence.tokens[index]``, with its roles; roles that nothing fills are absent."""

    frame: Frame
    sentence: Sentence
    index: int
    roles: Mapping[Role, Fill]

    @property
    def token(self) -> Token:
        """The trigger."""
        return self.sentence.tokens[self.index]


def matches(view: View, sentence: Sentence) -> Iterator[Match]:
    """The frames of a sentence in text order: at each token the most specific one that holds."""
    for token in sentence.tokens:
        found = _match_at(view, sentence, token)
        if found is not None:
            yield found


def _match_at(view: View, sentence: Sentence, token: Token) -> Match | None:
    for pos in _parts(sentence, token):
        if pos == "verb" and token.dep in {"amod", "compound"}:
            continue
        if pos == "noun" and (
            (token.pos == "PROPN" and token.dep in {"compound", "poss"}) or lookalikes.is_no_act(sentence, token)
        ):
            continue
        for lemma in _lemmas(token, pos):
            for frame in _at_home(sentence, token.index, view.frames.lookup(lemma, pos)):
                found = try_frame(view, sentence, token.index, frame)
                if found is not None:
                    return found
    return None


def _at_home(sentence: Sentence, index: int, frames: Sequence[Frame]) -> Sequence[Frame]:
    """The frames whose further words stand here."""
    if not any(frame.particles for frame in frames):
        return frames
    near = framewords.words_near(sentence, index)
    return [frame for frame in frames if near.issuperset(frame.particles)]


def _parts(sentence: Sentence, token: Token) -> tuple[PartOfSpeech, ...]:
    """The parts of speech that a token may be, those of its tag first."""
    named: tuple[PartOfSpeech, ...] = ("noun",) if clauses.is_gerund(sentence, token.index) else ()
    return (*_POS.get(token.pos, ()), *_AS_ADJECTIVE.get((token.tag, token.dep), ()), *named)


def _lemmas(token: Token, pos: PartOfSpeech) -> tuple[str, ...]:
    if pos == "preposition":
        return (token.lower,)
    lemma = token.lemma.lower()
    if pos == "verb":
        return verb_lemmas(token)
    if pos == "adjective" and token.tag == "VBN":
        return (token.lower,)
    return (lemma,) if lemma == token.lower else (lemma, token.lower)


def try_frame(view: View, sentence: Sentence, index: int, frame: Frame) -> Match | None:
    """The match of one frame at one token whose further words are there, or None where its needs or roles are not."""
    if lookalikes.is_another_verb(sentence, index, frame):
        return None
    undergoes = _undergoer(view, sentence, index, frame)
    if not all(_meets(view, sentence, index, frame, need, undergoes) for need in frame.needs):
        return None
    roles: dict[Role, Fill] = {}
    for role, wanted in frame.cls.roles.items():
        filled = _first(view, sentence, index, frame, role, wanted)
        if filled is not None:
            roles[role] = filled
    _share(sentence, frame, roles)
    if undergoes is not None and "target" not in roles and "source" in roles:
        roles["target"] = roles.pop("source")
    if "target" not in roles and "inner" in frame.cls.roles.get("target", ()):
        _add_inner(view, sentence, frame, roles)
    if frame.type == "AID" and "target" not in roles and frame.cls.pos == "verb":
        any(_add_from(view, sentence, head, frame, roles) for head in _purposes(sentence, index))
    match = Match(frame, sentence, index, roles)
    return match if _holds(view, match) else None


def _undergoer(view: View, sentence: Sentence, index: int, frame: Frame) -> int | None:
    """The subject of a headline's *Editor gunned down in Berov*: what is always done to somebody, without an object, was done to
    its subject."""
    if frame.type not in DONE_TO or frame.cls.name not in {"act-on", "act-for", "charge"}:
        return None
    token = sentence.tokens[index]
    bare = token.tag == "VBN" and token.dep == "ROOT"  # no finite verb: a headline, wherever it stands
    if view.document.blocks[sentence.block].kind != "title" and not bare:
        return None
    active = syntax.child(sentence, index, "aux", "auxpass", "dobj", "dative", "ccomp", "xcomp", "conj")
    past = token.tag in {"VBD", "VBN"} and active is None
    return syntax.child(sentence, index, "nsubj") if past else None


def _first(
    view: View, sentence: Sentence, index: int, frame: Frame, role: Role, wanted: tuple[str, ...]
) -> Fill | None:
    for slot in wanted:
        if slot in {"quote", "whole", "inner"}:
            continue
        filled = slots.fill(sentence, index, slot, frame.particles)
        if filled is None:
            continue
        if _suits(view, sentence, frame, role, slot, filled) or (
            role == "target" and slot != "prep:with" and is_struck(sentence, frame, filled)
        ):
            return filled
        if role == "addressee" and _is_told(sentence, index, frame, slot, filled):
            return filled
    if role in {"content", "embedded"}:
        return _gerund(sentence, index, wanted)
    return None


def _gerund(sentence: Sentence, index: int, wanted: tuple[str, ...]) -> Fill | None:
    """*called for* **ending the ban**: what takes a phrase after a preposition takes an -ing clause there too."""
    words = [slot.removeprefix("prep:") for slot in wanted if slot.startswith("prep:")]
    found = (slots.fill(sentence, index, f"pcomp:{word}") for word in words)
    return next((filled for filled in found if filled is not None), None)


def _add_inner(view: View, sentence: Sentence, frame: Frame, roles: dict[Role, Fill]) -> None:
    """The target of a promise or refusal that names none of its own: whom the promised act is for (*agreed to meet* **Lind**),
    else whom it is to serve (*offered to send troops to help* **the Meridian army**)."""
    clause = roles.get("embedded") or roles.get("content")
    if clause is None or clause.kind != "clause":
        return
    for head in (clause.head, *_purposes(sentence, clause.head)):
        if _add_from(view, sentence, head, frame, roles):
            return


def _purposes(sentence: Sentence, index: int) -> list[int]:
    """The infinitives that tell what an act is for: *gave money* **to promote** *trade*."""
    return [one for one in syntax.children(sentence, index, "advcl", "xcomp") if syntax.has_to(sentence, one)]


def _add_from(view: View, sentence: Sentence, head: int, frame: Frame, roles: dict[Role, Fill]) -> bool:
    """Takes the target from the clause at ``head``; true where it names one."""
    taken = {roles[role].head for role in ("source", "addressee") if role in roles}
    for slot in INNER_SLOTS:
        filled = slots.fill(sentence, head, slot)
        if filled is None or filled.head in taken:
            continue
        actor = view.actor_in(sentence, filled.head)
        if slot == "prep:in" and view.actors.place_or_actor(extents.whole_name(sentence, filled.head)) in TOWNS:
            continue  # *agreed to meet* **in Rome**
        source = roles.get("source")
        doer = sentence.tokens[source.head].lower if source is not None else ""
        owner = None if actor is None else syntax.child(sentence, actor, "poss")
        own = owner is not None and _is_own(sentence.tokens[owner].lower, doer)
        named_only = frame.type in {"AGREE", "AID"}
        told = actor is not None and (not named_only or _is_other_side(sentence, actor))
        if actor is not None and told and not own and not _is_own(sentence.tokens[actor].lower, doer):
            roles["target"] = Fill(filled.head, "phrase")
            return True
    return False


def _is_other_side(sentence: Sentence, actor: int) -> bool:
    """True for a name or a body that promises are made to, against those whom the promised act only concerns (*two hostages*)."""
    token = sentence.tokens[actor]
    if token.pos == "PROPN" or (token.pos == "ADJ" and token.text[:1].isupper()):
        return True
    article = syntax.child(sentence, actor, "det")
    return article is not None and sentence.tokens[article].lower == "the"


def _is_own(possessive: str, doer: str) -> bool:
    """*we will sell our grain*, *Novak kept his promise*: the doer's own, against *we reject their terms*."""
    if doer in {"i", "we"}:
        return possessive in {"my", "our", "ourselves"}
    return possessive in REFLEXIVE


def _is_told(sentence: Sentence, index: int, frame: Frame, slot: str, filled: Fill) -> bool:
    """The object of *tell*, and of a verb of asking with an infinitive, is somebody, whatever it is called (*told a briefing*)."""
    token = sentence.tokens[filled.head]
    if slot not in {"obj", "iobj"} or token.pos not in {"NOUN", "PROPN"} or token.lemma.lower() in TOLD_THINGS:
        return False
    return frame.lemma == "tell" or (
        frame.cls.name == "urge" and syntax.child(sentence, index, "xcomp", "ccomp") is not None
    )


def _suits(view: View, sentence: Sentence, frame: Frame, role: Role, slot: str, filled: Fill) -> bool:
    """A demonym or a name before a noun is a source only where it is an actor; an addressee is somebody; a target has an actor."""
    token = sentence.tokens[filled.head]
    if (
        slot in {"amod", "nmod"}
        and role == "source"
        and view.actors.place_or_actor(extents.whole_name(sentence, filled.head)) in TOWNS
    ):
        return False
    if slot in {"amod", "nmod"} and (token.lower in syntax.CALENDAR or token.text[:1].isdigit()):
        return False
    placed = slot in {"nmod", "amod"} or (slot == "poss" and frame.type == "PROTEST")  # *Kenya's protests* are there
    if placed and role == "source" and _is_topic(view, sentence, filled):
        return False
    if slot in {"amod", "nmod"}:
        plain = token.index == 0 and token.pos == "ADJ"  # **Public** *protests*: no name, though it begins the sentence
        named = view.actors.demonym_country(token.text) is not None
        return named or (view.is_actor(sentence, filled.head) and not plain)
    if role == "addressee":
        return view.is_actor(sentence, filled.head)
    if role == "target" and _is_own_thing(view, sentence, frame, filled):
        return False
    if slot == "ccomp-subject" and frame.cls.name == "allege" and clauses.is_victim(sentence, filled.head):
        return False
    if slot == "obj-actor":
        return view.party_in(sentence, filled.head) is not None
    if slot in {"prep:on", "obj"} and "on" in (*frame.particles, slot[5:]) and is_edge(sentence, filled):
        return False
    if slot == "prep:with" and is_armament(sentence, frame, filled):
        return False  # *fired on us* **with tanks**
    if role in {"target", "against"} and slot.startswith("prep:"):
        return view.party_in(sentence, filled.head) is not None
    if role == "source" and slot.startswith("prep:"):
        return view.actor_in(sentence, filled.head) is not None
    return True


def _is_topic(view: View, sentence: Sentence, filled: Fill) -> bool:
    """*the Kenya inquiry*, *the Kenya bombings*: a country by its full name right before a noun is where or what it is about, while
    *US strikes* are those of the US."""
    name = extents.whole_name(sentence, filled.head)
    full = not name.replace(".", "").isupper()
    return full and view.actors.place_or_actor(name) == "country" and view.actors.demonym_country(name) is None


TOWNS = frozenset({"capital", "city"})


def _is_own_thing(view: View, sentence: Sentence, frame: Frame, filled: Fill) -> bool:
    """*opened* **its** *borders*, *withdrew* **its** *troops*: what is the doer's own is nobody it is done to."""
    if frame.cls.name != "act-thing" or frame.type in FORCE:
        return False
    owner = syntax.child(sentence, filled.head, "poss")
    return owner is not None and sentence.tokens[owner].lower in OWNERS


def _share(sentence: Sentence, frame: Frame, roles: dict[Role, Fill]) -> None:
    """One phrase does not play both sides: what is the addressee or the source is not the content or the object too."""
    for taken in ("source", "addressee"):
        head = roles[taken].head if taken in roles else None
        for role in ("content", "object", "embedded"):
            if role in roles and roles[role].head == head and roles[role].kind == "phrase":
                del roles[role]
    if "target" in roles and "source" in roles and roles["target"].head == roles["source"].head:
        del roles["target"]
    sent = roles.get("object") if frame.cls.name == "deploy" else None
    moved = sent is not None and sentence.tokens[sent.head].pos == "NOUN"
    if sent is not None and moved and "target" in roles and roles["target"].head == sent.head:
        del roles["target"]  # *sent in* **tanks**


def _holds(view: View, match: Match) -> bool:
    """True where the match says something: a statement has content, an act has somebody who does or undergoes it."""
    cls, roles = match.frame.cls, match.roles
    if cls.attitude is not None:
        if "content" in roles or (cls.denies and "source" in roles):
            return _speaker_can_speak(view, match)
        slots_of_content = cls.roles.get("content", ())
        if "whole" in slots_of_content:
            return cls.pos == "adverb" or "source" in roles
        if "quote" in slots_of_content and _has_words_beside(view, match):
            return _speaker_can_speak(view, match)
        return match.frame.type is not None and {"source", "target"} <= set(roles) and _has_actor(view, match, "source")
    if match.frame.type is None:
        return "embedded" in roles
    if match.frame.type == "ASSAULT" and _is_of_nature(match):
        return False
    return any(_has_actor(view, match, role) for role in ("source", "target", "against")) or _is_anothers(match)


def _is_anothers(match: Match) -> bool:
    """*accused the rebels of* **attacking a bus**, *a bus was* **attacked**: an assault on a thing by somebody whom another clause
    names, or nobody."""
    target = match.roles.get("target")
    if target is None or match.frame.cls.pos != "verb" or not is_struck(match.sentence, match.frame, target):
        return False
    if match.frame.cls.name in {"blast", "undergo"} or _is_by_blow(match):
        return True
    if syntax.is_passive(match.sentence, match.index):
        return "source" not in match.roles and syntax.child(match.sentence, match.index, "agent") is None
    return match.token.dep in {"pcomp", "xcomp"} and syntax.child(match.sentence, match.index, "nsubj") is None


def _is_by_blow(match: Match) -> bool:
    return any(need.test == "blow" and not need.absent for need in match.frame.needs)


def _is_of_nature(match: Match) -> bool:
    if _is_by_blow(match):
        return False  # *a* **wave** *of bombings*, *artillery* **fire**
    sentence = match.sentence
    subject = syntax.surface_subject(sentence, match.index)
    source = match.roles.get("source")
    heads = [source.head] if source is not None else [subject] if subject is not None else []
    return any(is_natural(sentence, head) for head in heads)


def _has_words_beside(view: View, match: Match) -> bool:
    if quoting.attached(view, match.sentence, match.index):
        return True
    if match.frame.cls.pos != "verb":
        return False
    if _has_own_object(match):
        return False
    return quoting.interrupts(match.sentence, match.index) or aside(match.sentence, match.index) is not None


def _has_own_object(match: Match) -> bool:
    """*the command denies it*: what is said is the object, not the clause before."""
    held = syntax.child(match.sentence, match.index, "dobj")
    addressee = match.roles.get("addressee")
    return held is not None and (addressee is None or addressee.head != held)


def _has_actor(view: View, match: Match, role: Role) -> bool:
    filled = match.roles.get(role)
    return filled is not None and view.actor_in(match.sentence, filled.head) is not None


def _speaker_can_speak(view: View, match: Match) -> bool:
    """A verb of saying without a subject that could speak is another sense (*the figures suggest*, *it remains to be said*)."""
    filled = match.roles.get("source")
    if filled is None:
        return True
    token = match.sentence.tokens[filled.head]
    return token.dep != "expl" and not (token.lower in {"it", "there", "this", "that"} and token.dep == "expl")


def _meets(view: View, sentence: Sentence, index: int, frame: Frame, need: Need, undergoes: int | None = None) -> bool:
    """True where a need is met; ``undergoes`` counts as the object of a headline's participle, and as no subject."""
    filled = slots.fill(sentence, index, need.slot, frame.particles)
    if undergoes is not None and need.slot in {"obj", "subj"}:
        filled = Fill(undergoes, "phrase") if need.slot == "obj" else None
    if need.slot == "quote":
        return bool(quoting.attached(view, sentence, index)) != need.absent
    if filled is None and need.slot == "subj" and need.test in {"actor", "somebody"} and not need.absent:
        return is_untold(sentence, index, frame)
    holds = filled is not None and is_kind(view, sentence, filled, need)
    if not holds and need.lemmas and need.slot in {"amod", "nmod"}:
        holds = any(sentence.tokens[c].lemma.lower() in need.lemmas for c in sentence.children[index])
    return holds != need.absent
