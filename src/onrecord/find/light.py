"""Light verbs: they lend an event noun their subject (*held talks*, *launched an attack*)."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.find import syntax
from onrecord.schema import Sentence, Token

LIGHT_VERBS = frozenset(
    """accept announce attend begin bring broaden carry commence complete conclude conduct consider contemplate continue
    convene deepen deliver do drop enter escalate expand express extend file finish give have hold host impose initiate
    intensify introduce issue join keep launch lead lodge make mount mull offer open order pass pay perform place plan
    prepare press proclaim prolong propose provide pursue put raise reach register reiterate release renew repeat resume run
    schedule send serve set show sign sound stage start step suspend take threaten unleash use voice wage weigh""".split()
)
"""Verbs that lend an event noun their subject (*held talks*): light verbs and those of beginning and carrying on."""


def is_light(token: Token) -> bool:
    """One of the light verbs; the lemmatizer cuts some too far (*staged*, *stag*)."""
    return not LIGHT_VERBS.isdisjoint((token.lemma, token.lemma + "e"))


GOING_ON = frozenset(
    """begin break continue drag ensue erupt escalate flare go happen intensify occur persist rage restart resume spread start
    subside take worsen""".split()
)


def goes_on(token: Token) -> bool:
    """One of the verbs that tell of an act that it takes place: *clashes* **erupted**, *the talks* **resumed**."""
    return token.lemma in GOING_ON


CARRIERS = frozenset({"part", "round", "series", "wave", "number", "engage", "participate"})
"""Words between the verb and the noun: *took* **part** *in the talks*, *a* **wave** *of attacks*."""

UNDERGOING = frozenset(
    "attract draw earn endure escape experience face gain receive suffer survive sustain undergo weather win withstand".split()
)
"""Verbs whose subject undergoes the act that their object names: *faced an attack*, *received aid*."""

UNDER = frozenset({"come", "be", "remain", "stay"})
"""Verbs whose subject undergoes what stands behind *under*: *is* **under** *attack*, *came* **under** *pressure*."""

AMOUNTS = CARRIERS | frozenset(
    "barrage day decade dozen hour hundred month score spate stream string thousand torrent week year".split()
)
"""Nouns that measure acts: *endured* **months** *of attacks*."""


def counted(sentence: Sentence, index: int) -> int:
    """The noun that measures the acts: *a* **series** *of talks*; the noun itself where none does."""
    token = sentence.tokens[index]
    of = sentence.tokens[token.head]
    measures = token.dep == "pobj" and of.lower == "of" and sentence.tokens[of.head].lemma in AMOUNTS
    return of.head if measures else index


def borne(sentence: Sentence, index: int) -> int | None:
    """Whoever undergoes the act that the noun names: **Kenya** *faced drone attacks*, *aid received by* **Kenya**."""
    at = index
    for _ in range(syntax.MAX_STEPS):
        token = sentence.tokens[at]
        head = sentence.tokens[token.head]
        if token.head == at:
            return None
        of = token.dep == "pobj" and head.lower == "of"
        if of or token.dep == "conj" or (token.dep == "prep" and head.lemma in AMOUNTS):
            at = token.head
        else:
            verb = undergone(sentence, at)
            return None if verb is None else syntax.deep_subject(sentence, verb)
    return None


ENDING = frozenset({"end", "close", "wrap", "leave"})
MEETINGS = frozenset({"talk", "negotiation", "meeting", "summit", "dialogue", "session", "visit", "tour", "trip"})
"""What has taken place when its end is told: *ended a round of* **talks**."""
ANSWERING = frozenset("accept consider contemplate mull welcome weigh".split())
PUT = frozenset("demand invitation offer plea pledge proposal request".split())
"""What others put to whoever accepts it: *accepted* **an offer**."""
STATES = frozenset({"talk", "negotiation", "discussion", "consultation", "contact", "dispute", "conflict"})
"""What two sides can be in: *Norland is* **in talks** *with Sudland*."""


FAR = 12
"""Words between joined nouns, or a verb and a second object, from which on the parser has joined what does not belong together."""


def supported(sentence: Sentence, index: int) -> int | None:
    """The subject of the light verb: *held talks*, *launched an attack*, *took part in the exercise*, *talks were held by*."""
    at = index
    for _ in range(syntax.MAX_STEPS):
        token = sentence.tokens[at]
        head = sentence.tokens[token.head]
        if token.head == at or (head.lemma in ANSWERING and sentence.tokens[index].lemma in PUT):
            return None
        if at - token.head > FAR and (token.dep == "conj" or syntax.child(sentence, token.head, "dobj") != at):
            return None
        if (
            token.dep == "conj"
            or (token.dep == "pobj" and head.lower in {"in", "of", "with"})
            or _is_owned(sentence, at)
        ):
            at = token.head
        elif (verb := _owning(sentence, at)) is not None or (verb := _answering(sentence, at)) is not None:
            return syntax.deep_subject(sentence, verb)
        elif token.dep == "prep" and head.lemma in CARRIERS:
            if syntax.is_verb(head):
                return syntax.deep_subject(sentence, token.head)
            at = token.head
        elif (
            token.lower == "in"
            and head.lemma == "be"
            and sentence.tokens[index].lemma in STATES
            or token.dep in {"dobj", "nsubjpass"}
            and (is_light(head) or (head.lemma in ENDING and sentence.tokens[index].lemma in MEETINGS))
        ):
            return syntax.deep_subject(sentence, token.head)
        else:
            return None
    return None


ANSWERED = frozenset(
    "answer begin close come counter end follow hit interject open react reply respond retaliate return step wade weigh".split()
)
"""What is done *with* an act of one's own: *responded* **with air strikes**, *stepped in* **with an offer**."""
JOINED = frozenset({"join", "share"})
"""What is done *in* what others do, too: *joined* **in the criticism**."""


def _answering(sentence: Sentence, index: int) -> int | None:
    """The verb by which its subject does what stands behind *with*: **responded** *with air strikes*, **joined** *in the talks*."""
    token = sentence.tokens[index]
    verb = sentence.tokens[token.head]
    done = (token.lower == "with" and verb.lemma in ANSWERED) or (token.lower == "in" and verb.lemma in JOINED)
    return verb.index if token.dep == "prep" and done and not syntax.is_passive(sentence, verb.index) else None


OWNING = frozenset({"claim", "admit", "accept", "take", "assume", "acknowledge"})
"""What is done with the responsibility for one's own deed: *claimed responsibility for the attack*."""


def _is_owned(sentence: Sentence, index: int) -> bool:
    """*responsibility for the* **attack**."""
    token = sentence.tokens[index]
    link = sentence.tokens[token.head]
    return token.dep == "pobj" and link.lower == "for" and sentence.tokens[link.head].lemma == "responsibility"


LEAVING = frozenset({"resign", "quit", "leave", "withdraw"})
"""What one man does in protest, and no crowd."""


def _owning(sentence: Sentence, index: int) -> int | None:
    """The verb by which its subject owns up to the act behind the preposition: **claimed** *responsibility for the attack*,
    **shut** *their shops in protest*."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep != "prep":
        return None
    if head.lemma == "responsibility" and head.dep == "dobj":
        return head.head if sentence.tokens[head.head].lemma in OWNING else None
    noun = syntax.child(sentence, index, "pobj")
    bare = noun is not None and sentence.tokens[noun].lower == "protest" and not syntax.children(sentence, noun, "det")
    crowd = syntax.deep_subject(sentence, head.index) if syntax.is_verb(head) else None
    many = crowd is not None and sentence.tokens[crowd].tag in {"NNS", "NNPS"}
    done = token.lower == "in" and bare and many and head.lemma not in LEAVING
    return head.index if done else None


def undergone(sentence: Sentence, index: int) -> int | None:
    """The verb of undergoing whose object the noun is: *suffered* **attacks**, *came under* **attack**."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"} and head.lemma in UNDERGOING:
        return head.index
    under = token.dep == "pobj" and head.lower == "under" and sentence.tokens[head.head].lemma in UNDER
    return head.head if under else None


def asked(sentence: Sentence, index: int) -> int | None:
    """Who does it at somebody's request: **the king** *freed them at the request of Kenya*."""
    token = sentence.tokens[index]
    link = sentence.tokens[token.head]
    if token.dep != "pobj" or link.lower != "at":
        return None
    at = link.head
    while sentence.tokens[at].head != at and (not syntax.is_verb(sentence.tokens[at]) or syntax.has_to(sentence, at)):
        at = sentence.tokens[at].head  # *trains them* **to fly** *at the request of Kenya*: who trains them was asked
    return syntax.deep_subject(sentence, at) if syntax.is_verb(sentence.tokens[at]) else None


HELD = frozenset({"in", "after", "before", "during", "for", "on", "following", "to", "from", "at", "of", "out", "off"})
"""Prepositions between a verb and the dealings that its subject has: *left* **after** *talks with Kenya*."""


def holder(sentence: Sentence, index: int) -> int | None:
    """The subject of the verb that dealings with somebody hang on, whose they are where no other is named: **Lind** *ruled out
    talks with Kenya*; nobody's where a noun stands between."""
    if not any(sentence.tokens[c].lower in {"with", "to"} for c in syntax.children(sentence, index, "prep")):
        return None
    at = index
    for _ in range(syntax.MAX_STEPS):
        token = sentence.tokens[at]
        head = sentence.tokens[token.head]
        if token.head == at:
            return None
        if syntax.is_verb(head):
            held = token.dep in {"dobj", "prep"} or (token.dep == "conj" and token.pos == "NOUN")
            return syntax.surface_subject(sentence, head.index) if held else None
        if not (token.dep == "prep" and head.pos == "ADP") and not (token.dep == "pobj" and head.lower in HELD):
            return None
        at = head.index
    return None


CAUSING = frozenset(
    "spark trigger cause provoke ignite unleash fuel foment incite inflame start restart reignite hasten".split()
)
"""Verbs that bring about what is their object, as they stand: *could* **spark** *a war*."""
LEADING: Mapping[str, frozenset[str]] = {
    "lead": frozenset({"to"}),
    "return": frozenset({"to"}),
    **dict.fromkeys(("result", "end", "culminate"), frozenset({"in"})),
    **dict.fromkeys(
        (
            "turn",
            "descend",
            "slide",
            "escalate",
            "spiral",
            "plunge",
            "degenerate",
            "develop",
            "erupt",
            "drift",
            "sink",
            "tip",
        ),
        frozenset({"into", "to"}),
    ),
}
"""The same with a preposition: *could* **lead to** *war*, *might* **descend into** *fighting*."""


def brought_about(sentence: Sentence, index: int) -> int | None:
    """The verb that brings about the act of the noun at ``index``; None where none does."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"}:
        return head.index if head.lemma in CAUSING else None
    verb = sentence.tokens[head.head]
    led = token.dep == "pobj" and head.lower in LEADING.get(verb.lemma, frozenset())
    return verb.index if led and syntax.is_verb(verb) else None
