"""Who does it where that stands elsewhere than the verb's own subject or by-phrase: hung on another word by the parser, shared
with a verb before, or the author of what is written.

Looks at the parse alone, so that :mod:`onrecord.find.syntax` can ask it.
"""

from __future__ import annotations

from onrecord.schema import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PAPERS = frozenset(
    """tweet statement letter message post memo memorandum email note communique communiqué resolution declaration petition
    complaint report article op-ed editorial cable telegram order decree directive ordinance edict ruling fatwa motion
    proclamation bulletin leaflet""".split()
)
"""Texts that do what their author does by them: *a statement* **condemning** *the raid*, *an order* **banning** *the march*."""
ISSUING = frozenset(
    """issue send write release publish post sign pass adopt approve circulate deliver make submit file
    broadcast tweet dispatch distribute draft endorse""".split()
)
"""Verbs whose subject stands behind the text that is their object."""
SEEMING = frozenset({"appear", "seem", "look", "remain"})
SINGULAR = frozenset({"has", "is", "was", "does"})
PLURAL = frozenset({"have", "are", "were", "do"})


def child(sentence: Sentence, index: int, *deps: str) -> int | None:
    """The first dependent with one of these labels, or None."""
    return next((c for c in sentence.children[index] if sentence.tokens[c].dep in deps), None)


def children(sentence: Sentence, index: int, *deps: str) -> list[int]:
    """All dependents with one of these labels, in text order."""
    return [c for c in sentence.children[index] if sentence.tokens[c].dep in deps]


GIVING = frozenset("give send grant offer hand promise lend refuse deny award owe".split())
"""Verbs whose passive may have the one who gets something as its subject."""
REFUSING = frozenset({"deny", "refuse"})
TALLIES = frozenset({"vote", "majority", "margin", "acclamation", "consensus"})
"""What tells by how many, and not by whom."""


def behind(sentence: Sentence, by: int) -> int | None:
    """Who stands behind the *by* of a passive; nobody in *adopted by 329* **votes** *to 275*."""
    found = child(sentence, by, "pobj")
    return None if found is not None and sentence.tokens[found].lemma in TALLIES else found


def late(sentence: Sentence, index: int) -> int | None:
    """*was accused of shelling Berov* **by Norland**: the by-phrase that the parser hung on the active -ing clause."""
    for preposition in children(sentence, index, "prep"):
        clause = child(sentence, preposition, "pcomp")
        if clause is None:
            continue
        for holder in (clause, *children(sentence, clause, "dobj", "prep")):
            for one in children(sentence, holder, "prep", "agent"):
                if sentence.tokens[one].lower == "by":
                    return child(sentence, one, "pobj")
    return None


def shared(sentence: Sentence, index: int) -> int | None:
    """*was hunted down* **by the army** *and killed*: the by-phrase of the passive that a bare participle is joined to."""
    token = sentence.tokens[index]
    if token.dep != "conj" or child(sentence, index, *SUBJECTS, "aux", "auxpass", "agent") is not None:
        return None
    agent = child(sentence, token.head, "agent")
    return child(sentence, agent, "pobj") if agent is not None and agent < index else None


def author_of(sentence: Sentence, index: int) -> int | None:
    """The verb whose subject does by a text what the participle at ``index`` says of the text: **issued** *a statement condemning
    the raid*; None where no such text is issued."""
    token = sentence.tokens[index]
    paper = sentence.tokens[token.head]
    if token.tag != "VBG" or token.dep not in {"acl", "advcl"}:
        return None
    if token.dep == "acl" and paper.dep == "pobj" and sentence.tokens[paper.head].lower == "to":
        above = sentence.tokens[sentence.tokens[paper.head].head]  # *sent a letter to the leaders* **opposing** *it*
        held = above.index if above.pos == "NOUN" else child(sentence, above.index, "dobj")
        paper = sentence.tokens[held] if held is not None else paper
    if token.dep == "advcl":  # the parser hung it on the verb
        held = child(sentence, token.head, "dobj", "nsubjpass")
        if held is None or held + 1 != index:
            return None
        paper = sentence.tokens[held]
    verb = sentence.tokens[paper.head]
    issued = paper.dep in {"dobj", "nsubjpass"} and verb.lemma in ISSUING
    return verb.index if issued and paper.lemma.lower() in PAPERS else None


def outer(sentence: Sentence, index: int) -> int | None:
    """The verb whose subject a joined verb has by its number: *Police* **said** *an officer was shot and have arrested two men*,
    which the parser joins to *was shot*; None where number does not tell."""
    token = sentence.tokens[index]
    inner = sentence.tokens[token.head]
    if token.dep != "conj" or inner.dep != "ccomp" or child(sentence, index, *SUBJECTS) is not None:
        return None
    wanted = _number_of_verb(sentence, token)
    near, far = child(sentence, inner.index, *SUBJECTS), child(sentence, inner.head, *SUBJECTS)
    if wanted is None or near is None or far is None or far > near:
        return None
    differs = _number(sentence, near) not in {wanted, None}
    return inner.head if differs and _number(sentence, far) == wanted else None


def listed_before(sentence: Sentence, index: int) -> int | None:
    """*as* **Norland, Sudland and Teldor** *support the rebels*: names right before a finite verb without a subject, which the
    parser took for what *as* is about."""
    if index == 0:
        return None
    token, before = sentence.tokens[index], sentence.tokens[index - 1]
    if token.tag == "VBN" and before.lemma in SEEMING and before.head == index:
        return child(sentence, before.index, *SUBJECTS)  # *As* **Lind** *appears set to veto it, he …*
    if token.tag not in {"VBP", "VBD"} or child(sentence, index, *SUBJECTS, "aux", "auxpass") is not None:
        return None
    first = before
    while first.dep in {"conj", "compound"}:
        first = sentence.tokens[first.head]
    behind_as = first.dep == "pobj" and sentence.tokens[first.head].lower in {"as", "while", "after", "before"}
    return first.index if behind_as and first.pos == "PROPN" else None


def _number_of_verb(sentence: Sentence, token: Token) -> str | None:
    helper = child(sentence, token.index, "aux", "auxpass")
    finite = token if helper is None else sentence.tokens[helper]
    if finite.lower in SINGULAR or finite.tag == "VBZ":
        return "singular"
    return "plural" if finite.lower in PLURAL or finite.tag == "VBP" else None


def _number(sentence: Sentence, index: int) -> str | None:
    token = sentence.tokens[index]
    if child(sentence, index, "conj") is not None or token.tag in {"NNS", "NNPS"} or token.lower in {"they", "we"}:
        return "plural"
    return "singular" if token.tag in {"NN", "NNP"} or token.lower in {"he", "she", "it"} else None


def is_label(sentence: Sentence, index: int) -> bool:
    """*Host* in *Host: Your rival says …*: the name before a turn is no subject in it."""
    return index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].text == ":"


def is_opening_acronym(sentence: Sentence, index: int) -> bool:
    """*USAID provided tents*: an unknown name of capitals before the verb, which the parser takes for an adverb."""
    first = sentence.tokens[0]
    helped = all(sentence.tokens[one].dep in {"aux", "auxpass", "neg", "advmod"} for one in range(1, index))
    capitals = len(first.text) > 2 and first.text.isalpha() and first.text.isupper()
    return capitals and first.dep == "advmod" and first.head == index and helped


def taker_and_thing(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """*denied* **their pilots permission** *to land*: the second of two objects is what the first is to have."""
    if sentence.tokens[index].lemma not in GIVING:
        return None
    objects = children(sentence, index, "dobj")
    if len(objects) == 1 and sentence.tokens[index].lemma in REFUSING and child(sentence, index, "dative") is None:
        taker = objects[0] - 1  # *denied nine* **nurses permission**, which the parser took for one name
        plural = sentence.tokens[taker].tag == "NNS" and sentence.tokens[taker].head == objects[0]
        return (taker, objects[0]) if plural else None
    if len(objects) != 2 or not _is_in(sentence, _first_of(sentence, objects[1]) - 1, objects[0]):
        return None  # *refused* **talks** *with Norland's* **envoy**, which the parser hung on the verb
    return objects[0], objects[1]


def is_left_to(sentence: Sentence, index: int) -> bool:
    """*It is* **up to** *member states to recognise it*: they may or may not."""
    after = [token.lower for token in sentence.tokens[index + 1 : index + 3]]
    return sentence.tokens[index].lemma in {"be", "remain"} and after == ["up", "to"]


def expected(sentence: Sentence, index: int) -> int | None:
    """*called for* **the last of them** *to surrender*, *it is up to* **them** *to surrender*: who is to do what stands behind."""
    if is_left_to(sentence, index):
        return child(sentence, index + 2, "pobj")
    calls = sentence.tokens[index].lemma == "call" and sentence.tokens[index + 1 : index + 2]
    return child(sentence, index + 1, "pobj") if calls and calls[0].lower == "for" else None


def is_empty_it(sentence: Sentence, index: int) -> bool:
    """***It** is important to help*: nobody, where an adjective tells of the infinitive behind it."""
    if sentence.tokens[index].lemma != "be" or child(sentence, index, "acomp") is None:
        return False
    subject = child(sentence, index, "nsubj")
    return subject is not None and sentence.tokens[subject].lower == "it"


def _is_in(sentence: Sentence, index: int, phrase: int) -> bool:
    """True for a word of the phrase, and for a name right behind it that the parser took for a time."""
    while index not in {phrase, sentence.tokens[index].head} and sentence.tokens[index].dep != "npadvmod":
        index = sentence.tokens[index].head
    return index == phrase or sentence.tokens[index].dep == "npadvmod"


def _first_of(sentence: Sentence, index: int) -> int:
    """The first token of the phrase."""
    first = index
    while sentence.children[first] and min(sentence.children[first]) < first:
        first = min(sentence.children[first])
    return first


def is_caused(sentence: Sentence, index: int) -> bool:
    """*had nine miners* **jailed**: what somebody has done to others, against *had his car stolen*."""
    token = sentence.tokens[index]
    undergoer = child(sentence, index, "nsubj")
    if token.tag != "VBN" or token.dep != "ccomp" or undergoer is None or child(sentence, index, "aux") is not None:
        return False
    return sentence.tokens[token.head].lemma == "have" and child(sentence, undergoer, "poss") is None


def of_helper(sentence: Sentence, index: int) -> int | None:
    """**Norland** *let go nine sailors*: the subject that the parser hung on the helper."""
    helpers = children(sentence, index, "aux")
    return next((one for helper in helpers if (one := child(sentence, helper, "nsubj")) is not None), None)
