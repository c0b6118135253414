"""What words around an act make of it where no frame of the lexicon says so: *nobody was arrested*, *whether to leave*,
*no intention of sending*, *short of expelling*, *until they agree*."""

from __future__ import annotations

from onrecord.find import impersonal, syntax
from onrecord.schema import Sentence, Status, Token

Operator = tuple[str, Status]

NOBODY = frozenset({"nobody", "none", "noone", "nothing"})
FUTURE_MARKS = frozenset({"once", "until", "till", "before", "when", "after", "soon"})
"""Marks of clauses that are still to come where their verb is in the present tense (*until they free the crew*)."""
GERUND_AFTER: dict[str, Status] = {
    "short": "negated",
    "without": "negated",
    "instead": "negated",
    "than": "negated",
    "against": "possible",
}
"""What a preposition or adverb makes of the -ing clause behind it: *stopped* **short of** *expelling*, *argued* **against**."""
OPEN_NOUNS = frozenset(
    """intention plan idea opportunity possibility prospect hope risk danger threat chance fear aim goal way means
    option proposal thought opponent critic foe advocate supporter proponent champion talk likelihood question notion
    purpose promise vision dream capability capacity power right suggestion rumour rumor""".split()
)
"""Nouns whose *of* leaves open what follows: *the risk of a veto*, *no intention of sending troops*."""
OPEN_DEEDS = frozenset(
    """risk danger threat chance possibility prospect likelihood hope fear suggestion rumour rumor talk question idea option
    spectre specter""".split()
)
"""Those whose *of* leaves an event noun open, too: *the possibility of a ceasefire*, *fears of an invasion*."""
SCHEMES = frozenset("plan plot bid push hope scheme blueprint prospect case desire wish campaign".split())
"""Nouns whose *for* leaves an event noun open: *plans for his overthrow*."""
EXPOSED = frozenset("prone vulnerable exposed susceptible immune open subject".split())
"""Adjectives whose *to* leaves open what may befall somebody: *prone to attacks*."""
UNDER_WAY = frozenset({"work", "vote", "decision", "debate"})
"""Nouns whose *on* leaves a new act to come: *began work on further sanctions*."""
MISSING_NOUNS = frozenset({"lack", "absence", "avoidance", "prevention", "refusal"})
OPEN_VERBS = frozenset(
    "consider contemplate mull envisage risk fear discuss propose suggest imagine advocate recommend".split()
)
BRINGING = frozenset("secure win obtain negotiate arrange ensure hasten speed force achieve".split())
"""Verbs whose object, an act, takes place as they do: *in an attempt to* **secure** *the release of*."""
URGING = frozenset("encourage seek advocate favour favor want foment promote press pursue await".split())
"""Verbs whose object, an act, is only wanted."""
PREVENTING = frozenset("avoid avert prevent forestall preclude".split())
"""Verbs whose object, an act, did not take place."""
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last only latest next".split())
UNTRUE = frozenset({"untrue", "false", "wrong", "incorrect"})
TRUE = frozenset({"true", "correct", "case"})


def by_nobody(sentence: Sentence, index: int) -> Operator | None:
    """*Nobody was arrested*, *no soldier was killed*, *freed none of the prisoners*; *no boy was cut and* **beheaded**, *no
    victims* **killed** *there*."""
    token = sentence.tokens[index]
    if token.dep == "acl" and token.tag == "VBN" and _is_none(sentence, token.head):
        return ("no", "negated")
    if token.dep == "conj" and syntax.child(sentence, index, "nsubj", "nsubjpass") is None:
        shared = syntax.child(sentence, token.head, "nsubj", "nsubjpass")
        alike = sentence.tokens[token.head].tag == token.tag
        return ("no", "negated") if shared is not None and alike and _is_none(sentence, shared) else None
    for one in syntax.children(sentence, index, "nsubj", "nsubjpass", "dobj", "agent"):
        token = sentence.tokens[one]
        if token.dep == "agent":
            inner = syntax.child(sentence, one, "pobj")
            if inner is None:
                continue
            one, token = inner, sentence.tokens[inner]
        words = {sentence.tokens[c].lower for c in syntax.children(sentence, one, "det", "neg", "preconj")}
        if token.lower in NOBODY or words & {"no", "neither"}:
            return (token.lower if token.lower in NOBODY else min(words & {"no", "neither"}), "negated")
    return None


def _is_none(sentence: Sentence, index: int) -> bool:
    """True for a noun behind *no*."""
    return any(sentence.tokens[c].lower == "no" for c in syntax.children(sentence, index, "det"))


def by_mark(sentence: Sentence, index: int) -> Operator | None:
    """What the mark of the clause makes of it: *whether*, *even if*, *as soon as they agree*, *had they agreed*."""
    token = sentence.tokens[index]
    marks = {sentence.tokens[c].lower for c in syntax.children(sentence, index, "mark", "advmod") if c < index}
    if "whether" in marks:
        return ("whether", "possible")
    if "how" in marks and syntax.has_to(sentence, index):
        return ("how to", "possible")
    if {"that", "if"} <= marks:
        return ("if", "conditional")  # *promised that if they had …*: two clauses in one
    if {"as", "if"} <= marks:
        return ("as if", "counterfactual")  # *looked as if it had been bombed*
    if "if" in marks and sentence.tokens[token.head].lemma in ASKED and token.head < index:
        return ("if", "possible")  # *was asked if they support him*
    if token.dep == "ROOT" and marks & {"until", "till", "unless"} and _is_present(sentence, index):
        return (min(marks & {"until", "till", "unless"}), "conditional")  # a sentence of its own: *Until we win.*
    told = token.dep == "ccomp" or (token.dep == "ROOT" and sentence.tokens[-1].text != "?")
    if told and not marks and _is_inverted(sentence, index) and _is_past_perfect(sentence, index):
        return ("had", "counterfactual")  # *Had they agreed, it is unlikely that …*
    if token.dep not in {"advcl", "acl", "pcomp"}:
        return None
    if marks & {"if", "unless", "provided", "lest"} or _is_in_case(sentence, index):
        unreal = "if" in marks and _is_past_perfect(sentence, index) and _is_undone(sentence, token.head)
        return ("if", "counterfactual" if unreal else "conditional")
    if not marks and _is_inverted(sentence, index):
        return ("had", "counterfactual") if _is_past_perfect(sentence, index) else ("should", "conditional")
    if "as" in marks and sentence.tokens[token.head].lower == "soon":
        marks.add("soon")
    if marks & FUTURE_MARKS and _is_present(sentence, index) and not _is_told(sentence, index, marks):
        return (min(marks & FUTURE_MARKS), "conditional")
    if marks & {"until", "till"} and _is_awaited(sentence, token.head):
        return ("until", "conditional")
    return None


def _is_told(sentence: Sentence, index: int, marks: set[str]) -> bool:
    """*Envoy* **urges** *restraint after army shells port*: a headline's present, as what it follows on was done."""
    head = sentence.tokens[sentence.tokens[index].head]
    modal = any(sentence.tokens[c].tag == "MD" for c in sentence.children[head.index])
    return "after" in marks and head.tag in {"VBZ", "VBP", "VBD"} and not modal


ASKED = frozenset("ask wonder inquire enquire query question see check doubt".split())
"""Verbs behind which *if* is *whether*."""
HELD_BACK = frozenset("freeze halt hold pause postpone suspend withhold".split())
"""What is done to things until something happens that has not."""


def _is_awaited(sentence: Sentence, index: int) -> bool:
    """*said that aid would stop*, *was on hold until they acted*: a past tense of what is still to come, as others told it."""
    helpers = {sentence.tokens[c].lower for c in syntax.children(sentence, index, "aux")}
    if "would" in helpers:
        return True
    head = sentence.tokens[index]
    hold = any(
        sentence.tokens[inner].lower == "hold"
        for preposition in syntax.children(sentence, index, "prep")
        for inner in syntax.children(sentence, preposition, "pobj")
    )
    told = head.dep in {"ccomp", "ROOT"} or (head.dep == "acl" and syntax.child(sentence, index, "mark") is not None)
    return told and (hold or head.lemma in HELD_BACK)


LIMITS = {
    "if": "condition",
    "provided": "condition",
    "providing": "condition",
    "long": "condition",
    "once": "condition",
    "unless": "exception",
    "until": "until",
    "till": "until",
    "pending": "until",
    "except": "exception",
    "excluding": "exception",
    "barring": "exception",
    "apart": "exception",
}
"""What the mark or preposition of a clause or phrase limits (*as long as*, *apart from*)."""
LIMITING_NOUNS = {"condition": "condition", "case": "condition", "exception": "exception", "event": "condition"}
"""Nouns that do so behind a preposition: *on condition that*, *in case of*, *with the exception of*."""


def limit(sentence: Sentence, index: int) -> str | None:
    """Whether the phrase at ``index``, on an act, is its ``condition``, its ``exception`` or says ``until`` when it holds."""
    token = sentence.tokens[index]
    if token.dep == "advcl":
        words = {sentence.tokens[c].lower for c in syntax.children(sentence, index, "mark", "advmod") if c < index}
        if not words and _is_inverted(sentence, index):
            return "condition"
        return next((LIMITS[word] for word in sorted(words & LIMITS.keys())), None)
    if token.dep == "prep":
        inner = syntax.child(sentence, index, "pobj")
        named = (
            LIMITING_NOUNS.get(sentence.tokens[inner].lemma) if inner is not None and token.lower in IN_WHICH else None
        )
        goes_on = inner is not None and syntax.child(sentence, inner, "prep", "acl", "ccomp", "relcl") is not None
        return named if named is not None and goes_on else LIMITS.get(token.lower)
    if token.dep == "advmod" and token.lower in {"apart", "long"}:
        clause = syntax.child(sentence, index, "advcl", "prep")
        return LIMITS[token.lower] if clause is not None else None
    return None


IN_WHICH = frozenset({"on", "in", "with"})


def _is_undone(sentence: Sentence, index: int) -> bool:
    """*would have ended*: the clause of which the condition was not met."""
    helpers = {sentence.tokens[c].lower for c in syntax.children(sentence, index, "aux")}
    return "have" in helpers and bool(helpers & {"would", "could", "might", "'d", "’d"})


def _is_in_case(sentence: Sentence, index: int) -> bool:
    head = sentence.tokens[sentence.tokens[index].head]
    return head.lower in {"case", "condition"} and sentence.tokens[head.head].lower in IN_WHICH


def _is_past_perfect(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[c].lower in {"had", "'d", "’d"} for c in syntax.children(sentence, index, "aux"))


def _is_inverted(sentence: Sentence, index: int) -> bool:
    """*had the army withdrawn*, *should they attack*: *had* or *should* before its subject."""
    helpers = syntax.children(sentence, index, "aux")
    had = next((c for c in helpers if sentence.tokens[c].lower in {"had", "should"}), None)
    subject = syntax.child(sentence, index, "nsubj", "nsubjpass")
    return had is not None and subject is not None and had < subject


def _is_present(sentence: Sentence, index: int) -> bool:
    """A finite clause in the present tense, with a subject of its own."""
    return syntax.child(sentence, index, "nsubj", "nsubjpass") is not None and syntax.is_present(sentence, index)


def is_yet_to(sentence: Sentence, index: int) -> bool:
    """*has yet to withdraw*, *is yet to decide*."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep != "xcomp" or head.lemma not in {"have", "be", "remain"}:
        return False
    return any(sentence.tokens[c].lower == "yet" for one in (index, token.head) for c in sentence.children[one])


def governed(sentence: Sentence, index: int) -> tuple[int, Operator] | None:
    """The word that governs an -ing clause or an event noun and leaves it open or undone, with what it makes of it."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep in {"pcomp", "pobj"} and head.pos != "VERB" and sentence.tokens[head.head].lemma not in TAKING_PART:
        return _behind_preposition(sentence, token, head)
    verb = sentence.tokens[head.head]
    if token.dep == "pobj" and token.pos == "NOUN" and verb.lemma in TAKING_PART:
        return verb.index, (verb.lemma, "actual")
    if token.tag == "VBG" and _is_ruled_out(sentence, token):
        return token.head, ("rule out", "negated")
    if token.dep == "xcomp" and token.tag == "VBG" and head.lemma in OPEN_VERBS | PREVENTING:
        return head.index, (head.lemma, "possible" if head.lemma in OPEN_VERBS else "negated")
    if token.dep in {"dobj", "nsubjpass"} and token.pos == "NOUN" and head.lemma in PREVENTING:
        return head.index, (head.lemma, "negated")
    if token.dep in {"dobj", "nsubjpass"} and token.pos == "NOUN" and head.lemma in URGING:
        return head.index, (head.lemma, "possible")
    if token.dep == "dobj" and token.pos == "NOUN" and head.lemma in BRINGING:
        return head.index, (head.lemma, "actual")
    if (
        token.dep in {"dobj", "nsubjpass"}
        and token.pos == "NOUN"
        and head.lemma in OPEN_VERBS
        and _is_new(sentence, index)
    ):
        return head.index, (head.lemma, "possible")
    if token.dep in {"ccomp", "pcomp"} and head.lower in {"provided", "providing"}:
        return head.index, ("if", "conditional")
    if token.dep == "nsubj" and token.pos == "NOUN" and head.lemma in SEEMING:
        return _judged(sentence, head)
    if (told := impersonal.told(sentence, index)) is not None:
        return told
    if token.dep in {"ccomp", "csubj"} and head.lemma == "be":
        return _of_truth(sentence, head.index)
    return None


TAKING_PART = frozenset("participate engage partake".split())
"""Verbs that take part in the act behind their *in*, which stands as they do: *will* **participate** *in protests*."""
FORESEEN = frozenset(
    "scenario danger fear risk hope plan goal aim possibility prospect threat idea worry concern dream".split()
)
"""Subjects whose *be* leaves open the clause behind it: *the worst* **scenario** *would be that he is overthrown*."""


def foreseen(sentence: Sentence, index: int) -> Operator | None:
    """What the subject of *be* makes of the clause that it is: *the fear is that they invade*."""
    subject = syntax.child(sentence, index, "nsubj")
    word = sentence.tokens[subject].lemma if subject is not None else ""
    return (word, "possible") if word in FORESEEN else None


def is_known(sentence: Sentence, index: int) -> bool:
    """*his support for*, *Monday's strike on*, *the killing of*: somebody's own act, or a definite deed, which the sentence takes
    for known."""
    if syntax.child(sentence, index, "poss") is not None:
        return True
    articles = {sentence.tokens[c].lower for c in syntax.children(sentence, index, "det")}
    return sentence.tokens[index].lemma in DEEDS and bool(articles & {"the", "this", "these", "that", "those"})


DEEDS = frozenset(
    """attack killing bombing assassination murder raid shooting massacre arrest kidnapping clash violence riot ambush blast
    explosion detention execution slaying beating crash coup""".split()
)
"""Nouns of deeds that, with *the*, have been done: **the killing** *could spark a war*."""


def _is_new(sentence: Sentence, index: int) -> bool:
    """*sanctions*, *a strike*, against *the strike*, *its strikes*, *Monday's strike*, which are known to be."""
    owned = syntax.child(sentence, index, "poss") is not None
    articles = {sentence.tokens[c].lower for c in syntax.children(sentence, index, "det")}
    return not owned and not articles & {"the", "this", "that", "these", "those"}


def _is_ruled_out(sentence: Sentence, token: Token) -> bool:
    """*ruled out, for now, sending troops*: where the words between hide the object from the frame."""
    head = sentence.tokens[token.head]
    at = token.head if head.lemma == "rule" else head.head if head.lower == "out" else None
    if at is None or sentence.tokens[at].lemma != "rule":
        return False
    return any(sentence.tokens[c].lower == "out" for c in sentence.children[at])


SEEMING = frozenset({"be", "seem", "appear", "look", "remain", "become"})
PROSPECTS = frozenset(
    "unlikely improbable likely possible impossible imminent inevitable prospect option possibility".split()
)


def _judged(sentence: Sentence, head: Token) -> tuple[int, Operator] | None:
    """*The deployment of troops seems an unlikely prospect*: the act is still open."""
    for one in syntax.children(sentence, head.index, "acomp", "attr", "oprd", "xcomp"):
        near = {sentence.tokens[one].lower, *(sentence.tokens[c].lower for c in sentence.children[one])}
        if near & PROSPECTS:
            return head.index, (min(near & PROSPECTS), "possible")
    return None


def _behind_preposition(sentence: Sentence, token: Token, preposition: Token) -> tuple[int, Operator] | None:
    outer = sentence.tokens[preposition.head]
    if preposition.lower == "of" and outer.pos == "NOUN" and token.dep == "pcomp" and outer.lemma in OPEN_NOUNS:
        return outer.index, (outer.lemma, "possible")
    if preposition.lower == "of" and outer.pos == "NOUN" and outer.lemma in OPEN_DEEDS:
        return outer.index, (outer.lemma, "possible")
    if preposition.lower == "to" and token.dep == "pcomp" and outer.lemma == "look":
        return outer.index, ("look forward", "planned")  # *looks forward to* **working** *with Norland*
    if preposition.lower == "to" and outer.lemma in EXPOSED:
        return outer.index, (outer.lemma, "possible")
    if preposition.lower == "for" and outer.lemma in SCHEMES and outer.pos == "NOUN":
        return outer.index, (outer.lemma, "possible")
    if preposition.lower == "on" and outer.lemma in UNDER_WAY and _is_new(sentence, token.index):
        return outer.index, (outer.lemma, "planned")
    if preposition.lower == "of" and outer.lower in {"case", "event"}:
        return outer.index, ("if", "conditional")
    if preposition.lower == "of" and outer.lemma in MISSING_NOUNS:
        return outer.index, (outer.lemma, "negated")
    if token.dep != "pcomp":
        return None
    word = outer.lower if preposition.lower == "of" and outer.pos in {"ADV", "ADJ"} else preposition.lower
    effect = GERUND_AFTER.get(word)
    if effect is None:
        return None
    at = outer if outer.lower != word else sentence.tokens[outer.head]
    return at.index, (word, effect)


def _of_truth(sentence: Sentence, index: int) -> tuple[int, Operator] | None:
    """*It is not true that …*, *it is false that …*."""
    said = next((sentence.tokens[c].lower for c in syntax.children(sentence, index, "acomp", "attr")), "")
    negated = syntax.child(sentence, index, "neg") is not None
    if said in TRUE and negated:
        return index, (said, "actual")  # its own negation is counted where it stands
    if said in UNTRUE and not negated:
        return index, (said, "negated")
    return None


def is_ordinal(sentence: Sentence, index: int) -> bool:
    """*the third leader to be overthrown*, *the only state to send troops*: the infinitive tells what was done."""
    head = sentence.tokens[sentence.tokens[index].head]
    if syntax.is_verb(head):
        named = syntax.child(sentence, head.index, "attr")
        if named is None or head.lemma not in {"be", "become"}:
            return False
        head = sentence.tokens[named]
    near = {sentence.tokens[c].lower for c in sentence.children[head.index]}
    return bool(({head.lower} | near) & ORDINALS) and "next" not in near


SHAM = frozenset({"mock", "fake", "simulated", "imaginary", "hypothetical", "fictional", "make-believe"})
AHEAD = frozenset({"planned", "scheduled", "upcoming", "forthcoming", "impending", "imminent", "inevitable", "future"})
OPEN_ACTS = frozenset({"possible", "potential", "prospective", "proposed", "threatened", "feared"})
FOILED = frozenset({"foiled", "thwarted", "aborted", "cancelled", "canceled", "averted"})


def by_adjective(sentence: Sentence, index: int) -> Operator | None:
    """What stands before an event noun: *a planned visit*, *a possible attack*, *mock executions*."""
    words = {sentence.tokens[c].lower for c in syntax.children(sentence, index, "amod", "compound") if c < index}
    kinds: tuple[tuple[frozenset[str], Status], ...] = (
        (SHAM | FOILED, "negated"),
        (AHEAD, "planned"),
        (OPEN_ACTS, "possible"),
    )
    return next(((min(words & known), effect) for known, effect in kinds if words & known), None)
