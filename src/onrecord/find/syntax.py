"""Grammar on one parsed sentence: deep subjects and objects, clauses, noun phrases.

Labels are ClearNLP's, as spaCy's English models give them. All functions take a :class:`Sentence` and token indices and are pure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.find import agents
from onrecord.find.relatives import loose, meant
from onrecord.schema import Sentence, Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVES = frozenset({"who", "whom", "which", "that"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
TEXTS = frozenset(
    """tweet statement letter message post remark comment email memo speech interview article report note communique resolution
    declaration release response resolution column essay blog video editorial op-ed dispatch cable paper petition lawsuit
    complaint""".split()
)
"""Nouns for what is said or written: their author speaks through them."""
EVIDENCE = frozenset("data datum figure statistic evidence document poll survey study record".split())
"""Nouns for what shows something, whoever gathered it."""
CALENDAR = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
"""Proper nouns that are nobody."""
MAX_STEPS = 8
"""How far inherited subjects are followed: deeper nesting is parser noise more often than grammar."""

child, children = agents.child, agents.children


def subtree(sentence: Sentence, index: int, without: frozenset[int] = frozenset()) -> list[int]:
    """``index`` and all that hangs on it, in no order, leaving out the branches that start at ``without``."""
    children, stack, found = sentence.children, [index], []
    while stack:
        one = stack.pop()
        found.append(one)
        stack += [c for c in children[one] if c not in without] if without else children[one]
    return found


def has_who(sentence: Sentence, index: int) -> bool:
    """True for a noun that *who* points back to: whatever it means, it is somebody (*two followers* **who** *faced prison*)."""
    clauses = children(sentence, index, "relcl")
    return any(
        sentence.tokens[c].lower == "who"
        for one in clauses
        for c in children(sentence, one, *SUBJECTS, *PASSIVE_SUBJECTS)
    )


def has_to(sentence: Sentence, index: int) -> bool:
    """True for an infinitive with *to*."""
    return any(sentence.tokens[c].lower == "to" for c in children(sentence, index, "aux"))


def sentence_at(sentences: Sequence[Sentence], position: int) -> int:
    """The number of the last sentence that begins at ``position`` or before it; -1 where none does."""
    return bisect_right(sentences, position, key=_start) - 1


def _start(sentence: Sentence) -> int:
    return sentence.start


def is_verb(token: Token) -> bool:
    """Verbs and auxiliaries, also where they are tagged as the predicate *be*."""
    return token.pos in {"VERB", "AUX"}


UNTAKING = frozenset({"die", "perish", "fall", "arrive", "happen"})
"""Verbs without an object, which have no passive: *had died by gunfire*."""

HARMING = frozenset(
    """kill injure wound arrest detain jail behead torture execute murder shoot convict sentence charge fine expel deport
    release free abduct kidnap find""".split()
)
"""Verbs that always have an object, and whose participle looks like their past tense."""
OWN = frozenset({"nsubj", "dobj", "aux", "ccomp", "xcomp", "prt"})


def is_passive(sentence: Sentence, index: int) -> bool:
    """True for *was accused*, *people accused of*, and a participle joined to a passive."""
    token = sentence.tokens[index]
    deps = {sentence.tokens[c].dep for c in sentence.children[index]}
    if token.tag == "VBD" and token.dep == "conj" and token.lemma in HARMING and not deps & OWN:
        return is_passive(sentence, token.head)  # *was caught and* **killed**, which the parser takes for a past tense
    if token.tag != "VBN" or token.lemma in UNTAKING:
        return False
    if deps & {"auxpass", "nsubjpass", "csubjpass", "agent"}:
        return True
    told_too = token.dep == "conj" and token.lemma in HARMING and not deps & {"aux", "dobj"}
    if told_too and "nsubj" in deps:
        return is_passive(sentence, token.head)  # *nine were killed and* **others wounded**
    if deps & {"aux", "nsubj", "dobj"}:
        return agents.is_caused(sentence, index)
    if token.dep in {"acl", "amod", "acomp", "xcomp"}:
        return True
    if token.dep == "conj":
        return is_passive(sentence, token.head)
    return token.dep == "advcl"


def is_present(sentence: Sentence, index: int) -> bool:
    """A finite verb in the present tense: *kidnaps*, *is kidnapped*."""
    helpers = [sentence.tokens[c] for c in children(sentence, index, "aux", "auxpass")]
    return (helpers[0] if helpers else sentence.tokens[index]).tag in {"VBZ", "VBP"}


def deep_subject(sentence: Sentence, index: int) -> int | None:
    """Who does it: the subject of an active verb, the by-phrase of a passive one."""
    if is_passive(sentence, index):
        if agents.is_caused(sentence, index):
            return surface_subject(sentence, sentence.tokens[index].head)
        agent = child(sentence, index, "agent")
        if agent is not None:
            return agents.behind(sentence, agent)
        late = agents.late(sentence, index)
        return agents.shared(sentence, index) if late is None else late
    return surface_subject(sentence, index)


def deep_object(sentence: Sentence, index: int) -> int | None:
    """To whom or what it is done: the object of an active verb, the subject of a passive one."""
    if is_passive(sentence, index):
        given = _given(sentence, index)
        return surface_subject(sentence, index) if given is None else given
    found = child(sentence, index, "dobj")
    if (both := agents.taker_and_thing(sentence, index)) is not None:
        return both[1]
    if found is None and (own := _relative_object(sentence, index)) is not None:
        return own
    if found is None:
        found = _time_given(sentence, index)
    return _antecedent(sentence, _doing_object(sentence, index) if found is None else found)


def _time_given(sentence: Sentence, index: int) -> int | None:
    """*gave the envoy* **48 hours** *to leave*: what the parser takes for how long it lasted, behind whom it was given to."""
    taker = child(sentence, index, "dative")
    if taker is None or sentence.tokens[taker].pos == "ADP":
        return None
    return next((one for one in children(sentence, index, "npadvmod") if one > taker), None)


def _doing_object(sentence: Sentence, index: int) -> int | None:
    """*accept* **refugees** *fleeing the war*: an object that the parser takes for the subject of the participle behind it."""
    clause = child(sentence, index, "ccomp")
    if clause is None or sentence.tokens[clause].tag != "VBG" or child(sentence, clause, "aux", "mark") is not None:
        return None
    doer = child(sentence, clause, "nsubj")
    return doer if doer is not None and index < doer < clause else None


def _given(sentence: Sentence, index: int) -> int | None:
    """What the subject of a passive verb of giving gets: *the ward was given* **one sack**."""
    return child(sentence, index, "dobj") if sentence.tokens[index].lemma in agents.GIVING else None


def indirect_object(sentence: Sentence, index: int) -> int | None:
    """*offered* **Washington** *an operation*; not the to-phrase."""
    if is_passive(sentence, index) and _given(sentence, index) is not None:
        return surface_subject(sentence, index)
    found = child(sentence, index, "dative")
    if found is None:
        both = agents.taker_and_thing(sentence, index)
        return None if both is None else both[0]
    return found if sentence.tokens[found].pos != "ADP" else child(sentence, found, "pobj")


def surface_subject(sentence: Sentence, index: int, steps: int = 0) -> int | None:
    """The grammatical subject, own or inherited: through coordination, control, participles and relative clauses."""
    subjects = [c for c in children(sentence, index, *SUBJECTS, *PASSIVE_SUBJECTS) if not agents.is_label(sentence, c)]
    own = next((c for c in subjects if not is_forerunner(sentence, c)), agents.of_helper(sentence, index))
    if own is not None:
        return _antecedent(sentence, own)
    if not subjects and agents.is_opening_acronym(sentence, index):
        return 0
    token = sentence.tokens[index]
    if steps >= MAX_STEPS or token.head == index:
        return None
    head = sentence.tokens[token.head]
    if token.dep != "conj" and (named := _named_by_for(sentence, index)) is not None:
        return named
    if token.dep == "conj" and is_verb(head):
        strayed = next((c for c in range(index) if _subject_of_next(sentence, c) == index), None)
        before = agents.outer(sentence, index)
        before = token.head if before is None else before
        return strayed if strayed is not None else surface_subject(sentence, before, steps + 1)
    issuer = agents.author_of(sentence, index)
    if issuer is not None and (author := deep_subject(sentence, issuer)) is not None:
        return author
    near = _close_object if token.tag == "VBG" else agents.listed_before
    if token.dep == "advcl" and (close := near(sentence, index)) is not None:
        return close
    if token.dep == "xcomp" or (token.dep == "advcl" and _subjectless(sentence, index)):
        return _controller(sentence, index, steps)
    if token.dep in {"acl", "relcl"} and head.pos in NOMINAL and has_to(sentence, index):
        return _whose(sentence, token.head, steps)
    if token.dep in {"acl", "relcl"} and head.pos in NOMINAL:
        return token.head if token.dep == "acl" and token.tag != "VB" else None
    if token.dep == "pcomp":
        return _of_preposition(sentence, token.head, steps)
    if token.dep in {"dep", "ccomp", "parataxis"} and token.tag == "VBG" and is_verb(head):
        return surface_subject(sentence, token.head, steps + 1)
    return None


def _named_by_for(sentence: Sentence, index: int) -> int | None:
    """*the League's call for* **Assad** *to step down*: the name between *for* and the infinitive, whatever that hangs on."""
    to = next((c for c in children(sentence, index, "aux") if sentence.tokens[c].lower == "to"), 0)
    name = sentence.tokens[to - 1] if to else None
    if name is None or name.dep != "pobj" or name.pos != "PROPN":
        return None
    return name.index if sentence.tokens[name.head].lower == "for" else None


def _whose(sentence: Sentence, noun: int, steps: int) -> int | None:
    """Who would act by a noun with an infinitive: **her government**'*s readiness to help*, **Kenya** *made a promise to help*;
    in a headline without a verb the noun itself: **Kenya** *to help*."""
    token = sentence.tokens[noun]
    if token.dep == "ROOT" and token.tag in {"NNP", "NNPS", "NNS"}:
        return noun
    if token.lemma in ASKING:
        return None
    owner = child(sentence, noun, "poss")
    if owner is None and token.dep == "dobj" and sentence.tokens[token.head].lemma in BEARING:
        return surface_subject(sentence, token.head, steps + 1)
    return owner


ASKING = frozenset("call appeal request order invitation demand proposal plea advice permission time chance".split())
"""Nouns whose infinitive tells what others are to do."""
BEARING = frozenset(
    "have make give express convey voice announce issue take show renew repeat reaffirm state declare prepare draft".split()
)
"""Verbs whose subject is the one whose plan, promise or readiness is their object."""


def is_forerunner(sentence: Sentence, index: int) -> bool:
    """*A former minister*, *Novak was …*, *Meeting Lind, Novak said …*: a description or a participle before a comma that the
    parser takes for a subject of its own."""
    token = sentence.tokens[index]
    last = max(subtree(sentence, index))
    if (token.pos != "NOUN" and not sentence.tokens[min(subtree(sentence, index))].text.endswith("ing")) or "," not in {
        one.text for at in (index, last) for one in sentence.tokens[at + 1 : at + 2]
    }:
        return False
    after = [c for c in children(sentence, token.head, *SUBJECTS, *PASSIVE_SUBJECTS) if c > index]
    return any(sentence.tokens[c].pos == "PROPN" and c < token.head for c in after)


HOLDING = frozenset("shelter house hold host contain carry accommodate transport ferry".split())
"""What places and vehicles do with people."""


def _close_object(sentence: Sentence, index: int) -> int | None:
    """*followed a tweet from Novak alleging that …*: without a comma the participle goes with the object before it."""
    if index == 0 or sentence.tokens[index - 1].pos in {"PUNCT", "CCONJ"} or child(sentence, index, "mark") is not None:
        return None
    governor = sentence.tokens[index].head
    source = _text_before(sentence, index)
    if source is not None:
        return source
    found = child(sentence, governor, "dobj")
    if found is None or not governor < found < index:
        return None
    holds = sentence.tokens[index].lemma in HOLDING  # *visited a camp* **sheltering** *refugees*
    return found if holds or sentence.tokens[found].lemma in TEXTS else None


def _text_before(sentence: Sentence, index: int) -> int | None:
    """*came with* **data from the bank** *saying that …*: the text whose phrase ends right before the participle."""
    at = index - 1
    for _ in range(MAX_STEPS):
        token = sentence.tokens[at]
        if token.lemma in TEXTS | EVIDENCE and token.dep == "pobj":
            return at
        if token.dep not in {"pobj", "prep", "compound"} or token.head > at:
            return None
        at = token.head
    return None


def _subjectless(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].tag in {"VBG", "VBN", "VB"}


def _controller(sentence: Sentence, index: int, steps: int) -> int | None:
    """The understood subject of an infinitive or participle: its verb's object where there is one, else its subject."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if not is_verb(head):
        return (
            copula_subject(sentence, token.head) if head.pos == "ADJ" or head.dep in {"acomp", "attr"} else token.head
        )
    if token.dep == "xcomp" and not is_passive(sentence, token.head):
        inner = child(sentence, token.head, "dobj", "dative")
        if (
            inner is not None
            and inner < index
            and head.lemma not in {"promise", "threaten", "use", "take", "call", "phone", "telephone"}
        ):
            return inner
    if (asked := agents.expected(sentence, token.head)) is not None and token.dep == "xcomp":
        return asked
    if agents.is_empty_it(sentence, token.head):
        return None
    return surface_subject(sentence, token.head, steps + 1)


def _of_preposition(sentence: Sentence, preposition: int, steps: int) -> int | None:
    """The subject of an -ing clause after a preposition: what the preposition's head verb governs."""
    governor = sentence.tokens[preposition].head
    if not is_verb(sentence.tokens[governor]):
        return None
    if sentence.tokens[preposition].lemma in {"of", "for", "from", "into"}:
        inner = deep_object(sentence, governor)
        if inner is not None:
            return inner
    return surface_subject(sentence, governor, steps + 1)


def _antecedent(sentence: Sentence, index: int | None) -> int | None:
    """The noun that a relative pronoun stands for; any other token stands for itself."""
    if index is None or sentence.tokens[index].lower not in RELATIVES:
        return index
    if sentence.tokens[index].tag not in {"WDT", "WP", "IN"}:
        return index
    at = sentence.tokens[index].head
    for _ in range(MAX_STEPS):
        token = sentence.tokens[at]
        if token.dep == "relcl":
            return meant(sentence, index, token.head, at)
        if (before := loose(sentence, index, at)) is not None:
            return before
        if token.head == at:
            return index
        at = token.head
    return index


def _relative_object(sentence: Sentence, index: int) -> int | None:
    """The head of *the proposal (that) Norland rejected*, where the clause has a subject of its own."""
    token = sentence.tokens[index]
    if token.dep != "relcl" or child(sentence, index, "ccomp", "xcomp") is not None:
        return None
    own = child(sentence, index, *SUBJECTS)
    if own is None or sentence.tokens[own].lower in RELATIVES:
        return None
    return token.head


def conjuncts(sentence: Sentence, index: int) -> list[int]:
    """``index`` and the phrases joined to it by *and*, *or* or commas, in text order."""
    found = [index]
    for one in found:
        found.extend(c for c in children(sentence, one, "conj") if _subject_of_next(sentence, c) is None)
    return sorted(found)


def _subject_of_next(sentence: Sentence, index: int) -> int | None:
    """The verb whose subject the parser joined to the object before it: *Kenya sent tents and* **the Red Cross** *sent rice*."""
    token = sentence.tokens[index]
    if token.dep != "conj" or token.pos not in {"NOUN", "PROPN", "PRON"}:
        return None
    at = max(subtree(sentence, index)) + 1
    for _ in range(3):
        if at >= len(sentence.tokens):
            return None
        verb = sentence.tokens[at]
        if is_verb(verb) and verb.dep == "conj":
            finite = verb.tag in {"VBD", "VBZ", "VBP"} or any(at > c > index for c in children(sentence, at, "aux"))
            return at if finite and verb.head < token.head and child(sentence, at, *SUBJECTS) is None else None
        if verb.dep not in {"aux", "auxpass", "advmod", "neg"}:
            return None
        at += 1
    return None


def copula_subject(sentence: Sentence, index: int) -> int | None:
    """The subject of the *be* of which ``index`` is the complement, or the noun that the adjective modifies."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep in {"acomp", "attr", "oprd", "conj"} and is_verb(head):
        return surface_subject(sentence, token.head)
    if token.dep in {"acomp", "conj"} and head.pos == "ADJ" and token.head != index:
        return copula_subject(sentence, token.head)
    if token.dep == "appos" and any(one.text == ":" for one in sentence.tokens[token.head : index]):
        return index - 1 if sentence.tokens[index - 1].head == index else None  # *Talks:* **army** *ready to leave*
    if token.dep in {"amod", "relcl", "appos"} and head.pos in NOMINAL:
        return token.head
    return child(sentence, index, *SUBJECTS)
