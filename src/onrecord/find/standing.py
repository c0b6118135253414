"""How an event stands: happened, planned, possible, demanded, negated: all operators around its trigger, composed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.find import extents, syntax, unreal
from onrecord.find.control import is_said_by
from onrecord.find.embedding import is_kind, out_of_frame
from onrecord.find.light import brought_about, counted, is_light, undergone
from onrecord.find.matcher import Match
from onrecord.schema import Sentence, Status, Token

Piece = tuple[int, int]
Matches = Mapping[int, Match]
"""The matches of one sentence by trigger index."""

MODALS: Mapping[str, Status] = {
    "will": "planned",
    "'ll": "planned",
    "’ll": "planned",
    "wo": "planned",
    "shall": "planned",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
    "ca": "possible",
    "must": "demanded",
    "should": "demanded",
    "ought": "demanded",
    "would": "conditional",
    "'d": "conditional",
    "’d": "conditional",
}
MEANING = frozenset({"mean", "imply", "suggest", "indicate", "show", "prove"})
"""Verbs whose subject is something that tells of an act: what is open of them is open of the act."""
MODAL_VERBS: Mapping[str, Status] = {"have": "demanded", "need": "demanded", "go": "planned", "be": "planned"}
"""Verbs that are modals before an infinitive: *has to*, *needs to*, *is going to*, *is to*."""

PERFECT: Mapping[Status, Status] = {"conditional": "counterfactual", "demanded": "counterfactual"}
"""A modal with *have*: *would have*, *should have* did not happen; *may have* stays possible."""

ONLY = frozenset({"just", "only", "merely", "simply", "solely"})
NEGATORS = frozenset({"never", "no", "neither", "hardly", "barely", "scarcely"})
IF_WORDS = frozenset({"if", "unless", "provided", "once"})
HAPPENING = frozenset(
    """happen occur begin start continue go take be come end resume stop last follow proceed become remain need require appear seem
    result have do fail succeed depend open close expire""".split()
)
"""Verbs that tell of an act itself when its noun is their subject; for others it is known: *his support would cost votes*."""
RAISING = frozenset(
    """continue begin start keep appear seem happen come get proceed move help go manage cease fail tend use prove remain
    rush hurry hasten rally join unite combine work fight struggle""".split()
)
"""Verbs whose infinitive is carried out as they say: *continued to fire*, *moved to ban*, *joined to build*."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The composed status, its operators from the outside in, and the clauses that limit it (code points)."""

    status: Status
    chain: tuple[str, ...] = ()
    condition: Piece | None = None
    exception: Piece | None = None
    until: Piece | None = None


RULED_OUT = frozenset({"rule out", "exclude", "deny", "refuse", "decline", "reject"})
"""Operators that negate; who does not do so leaves it open (*did not rule out sending*), against *did not fail to send*."""
MAY = frozenset({"may", "might"})
"""Modals that leave open what does not happen, too: *may not come*, against *cannot come*."""
ADVERBS: Mapping[str, Status] = {
    "nearly": "counterfactual",
    "almost": "counterfactual",
    "potentially": "possible",
    "possibly": "possible",
    "perhaps": "possible",
}
"""Adverbs before a verb that say that it was not, or may not have been done."""


def compose(outer: Status, inner: Status) -> Status:
    """What an operator makes of a status: a refusal to stop goes on; what is demanded, planned or may be *not* to happen is
    negated, as who speaks presents it; what would not have happened did."""
    if outer == "actual":
        return inner
    if outer == "negated":
        return "actual" if inner == "negated" else "negated"
    if outer == "counterfactual" and inner == "negated":
        return "actual"
    if inner == "negated" and outer == "demanded":
        return inner
    if inner in {"negated", "counterfactual"} and outer in {"planned", "possible", "conditional"}:
        return inner
    if outer == "planned" and inner in {"possible", "conditional", "demanded"}:
        return inner
    return outer


def standing(sentence: Sentence, index: int, matches: Matches) -> Standing:
    """How the event at ``index`` stands within its own voice."""
    own = sentence.tokens[index].pos == "NOUN"
    first = unreal.by_adjective(sentence, index) if own else unreal.by_nobody(sentence, index)
    operators: list[tuple[str, Status]] = [first] if first is not None else []  # from the inside out
    condition = exception = until = None
    at = index
    for _ in range(syntax.MAX_STEPS):
        if not _is_negative_frame(matches.get(at)):
            operators += _own(sentence, at)
        limits = _limits(sentence, at)
        condition = condition or limits.get("condition")
        exception = exception or limits.get("exception")
        until = until or limits.get("until")
        marked = unreal.by_mark(sentence, at)
        if marked is not None:
            operators.append(marked)
            break
        step = _outwards(sentence, at, matches)
        if step is None:
            break
        at, operator = step
        if operator is not None:
            operators.append(operator)
            if operator[0] == "-ing" or (operator[1] == "possible" and sentence.tokens[at].dep == "nsubj"):
                break  # *the idea of sending troops must …*: what is said of the idea is not said of the act
    if _is_asked(sentence, at):
        operators.append(("?", "possible"))
    effects = {status for _, status in operators}
    if (
        (condition is not None or _is_unless(sentence, exception))
        and "planned" in effects
        and not effects & {"conditional", "negated"}
    ):
        operators.append(("if", "conditional"))
    return _composed(operators, condition, exception, until)


def _is_unless(sentence: Sentence, piece: Piece | None) -> bool:
    return piece is not None and any(token.start == piece[0] and token.lower == "unless" for token in sentence.tokens)


def _is_asked(sentence: Sentence, index: int) -> bool:
    """True for the main clause of a question that asks whether: *Has Norland withdrawn?*, not *Why has it?*"""
    tokens = sentence.tokens
    marks = "".join(token.text for token in tokens[-2:])
    asks_how = any(token.tag in {"WRB", "WP", "WDT", "WP$"} for token in tokens[:4])
    return tokens[index].dep == "ROOT" and "?" in marks and not asks_how


def _is_negative_frame(match: Match | None) -> bool:
    """*will not accept* as one act of refusing: its modal and negation are the act itself."""
    return match is not None and any(need.slot == "neg" and not need.absent for need in match.frame.needs)


def _composed(
    operators: list[tuple[str, Status]], condition: Piece | None, exception: Piece | None, until: Piece | None
) -> Standing:
    status: Status = "actual"
    for at, (word, effect) in enumerate(operators):
        before = operators[at - 1][0] if at else ""
        open_ = (effect == "negated" and before in RULED_OUT) or (word in MAY and status == "negated")
        status = "possible" if open_ else compose(effect, status)
    return Standing(status, tuple(word for word, _ in reversed(operators)), condition, exception, until)


def _own(sentence: Sentence, index: int) -> list[tuple[str, Status]]:
    """Modals and negation at one predicate, from the inside out: *will not attack* is not, then will."""
    found: list[tuple[str, Status]] = []
    perfect = _is_perfect(sentence, index)
    for one in reversed(sentence.children[index]):
        token = sentence.tokens[one]
        if _is_not_only(sentence, one):
            continue
        if token.dep == "neg" or token.lower in NEGATORS and token.dep in {"advmod", "det", "neg", "preconj"}:
            found.append((token.lower, "negated"))
        elif token.dep == "advmod" and one < index and token.lower in ADVERBS:
            found.append((token.lower, ADVERBS[token.lower]))
        elif token.dep == "aux" and token.lower == "to" and token.tag == "MD":
            found.append(("to", "planned"))  # a headline's *Premier* **to** *visit Norland*
        elif token.dep in {"aux", "auxpass"} and token.lower in MODALS and not _is_had(sentence, one, index):
            effect = MODALS[token.lower]
            if token.lower in {"would", "'d", "’d"} and not perfect and _is_reported(sentence, index):
                effect = "planned"
            found.append((token.lower, PERFECT.get(effect, effect) if perfect else effect))
    found.sort(key=lambda one: one[1] != "negated")
    return found


def _is_had(sentence: Sentence, index: int, verb: int) -> bool:
    """*a boy who* **'d** *been stabbed*: had, before a past participle."""
    if sentence.tokens[index].lower not in {"'d", "’d"}:
        return False
    been = any(sentence.tokens[c].lower == "been" for c in syntax.children(sentence, verb, "aux", "auxpass"))
    return been or sentence.tokens[verb].tag in {"VBN", "VBD"}


def _is_not_only(sentence: Sentence, index: int) -> bool:
    """*will push* **not just** *for a truce*: more is done, not less."""
    after = sentence.tokens[index + 1 : index + 2]
    return sentence.tokens[index].lower == "not" and bool(after) and after[0].lower in ONLY


def _is_perfect(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[c].lower == "have" for c in syntax.children(sentence, index, "aux"))


def _is_reported(sentence: Sentence, index: int) -> bool:
    """*said it would send*: the future seen from a past report, not a condition."""
    has_if = any(_mark(sentence, c) in IF_WORDS for c in syntax.children(sentence, index, "advcl"))
    return not has_if and sentence.tokens[index].dep in {"ccomp", "conj", "acl", "relcl", "ROOT"}


def _mark(sentence: Sentence, index: int) -> str:
    mark = syntax.child(sentence, index, "mark", "advmod")
    return sentence.tokens[mark].lower if mark is not None else ""


def _limits(sentence: Sentence, index: int) -> dict[str, Piece]:
    found: dict[str, Piece] = {}
    for one in sentence.children[index]:
        kind = unreal.limit(sentence, one)
        if kind is not None:
            found.setdefault(kind, extents.extent(sentence, set(syntax.subtree(sentence, one))))
    return found


def _outwards(sentence: Sentence, index: int, matches: Matches) -> tuple[int, tuple[str, Status] | None] | None:
    """The next predicate around ``index`` and the operator that it is; None at the outermost."""
    token = sentence.tokens[index]
    if token.head == index:
        return None
    if unreal.is_yet_to(sentence, index):
        return token.head, ("yet", "negated")
    if token.dep in PURPOSES | {"xcomp"} and syntax.has_to(sentence, index) and unreal.is_ordinal(sentence, index):
        return None
    embedding = _embedding(sentence, index, matches)
    if embedding is not None:
        return out_of_frame(sentence, index, matches.get(index), embedding)
    head = sentence.tokens[token.head]
    governed = unreal.governed(sentence, index)
    if governed is not None:
        return governed
    if is_said_by(sentence, index) and _says(matches.get(index)):
        return token.head, None
    if _is_marched_for(sentence, index, matches):
        return token.head, None
    if token.dep == "pcomp" and head.lower == "by" and syntax.is_verb(sentence.tokens[head.head]):
        return head.head, None  # *could help* **by sending** *troops*
    if token.dep == "xcomp":
        return token.head, _infinitive(sentence, index, head)
    if token.dep in PURPOSES and syntax.has_to(sentence, index):
        return token.head, ("to", "possible" if token.dep == "csubj" else "planned")
    if (
        token.dep == "pcomp"
        and head.lower == "for"
        and syntax.has_to(sentence, head.head)
        and is_kind(matches.get(index))
    ):
        return head.head, None  # *agreed to work together for* **strengthening** *ties*: no more done than the work
    if token.dep in {"acomp", "attr"} and head.lemma == "be":
        return token.head, None
    if token.dep == "conj" and _shares(sentence, index):
        return token.head, None
    if token.dep in {"dobj", "nsubjpass"} and is_light(head):
        return token.head, None
    if (verb := brought_about(sentence, index)) is not None:
        return verb, None
    if token.pos == "NOUN" and (verb := undergone(sentence, index)) is not None:
        return verb, None  # *could face* **sanctions**, *if it comes under* **attack**
    if token.dep == "ccomp" and head.lemma in MEANING and unreal.by_mark(sentence, token.head) is not None:
        return token.head, None  # *whether this means that they would* **veto** *it*
    if token.dep == "nsubj" and token.pos == "NOUN" and syntax.is_verb(head):
        known = unreal.is_known(sentence, index) and head.lemma not in HAPPENING
        return None if known else (token.head, None)
    if token.dep == "ccomp" and head.lemma == "be" and head.index < index:
        return token.head, unreal.foreseen(sentence, head.index)
    return None


GATHERING = frozenset({"gather", "assemble", "turn", "converge", "pour"})
VOICED = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT"})


def _is_marched_for(sentence: Sentence, index: int, matches: Matches) -> bool:
    """*marched* **to demand** *his resignation*: what a crowd comes together to say is said thereby."""
    head = sentence.tokens[index].head
    held = (
        matches.get(one) for one in (head, *syntax.children(sentence, head, "dobj"))
    )  # *launched protests to demand it*
    own, outer = matches.get(index), next((one for one in held if one is not None), None)
    if own is None or own.frame.type not in VOICED or not syntax.has_to(sentence, index):
        return False
    crowd = outer is not None and (outer.frame.type == "PROTEST" or "force" in outer.frame.particles)
    return sentence.tokens[index].dep in {"advcl", "xcomp", "acl", "relcl"} and (
        crowd or sentence.tokens[sentence.tokens[index].head].lemma in GATHERING
    )


def _says(match: Match | None) -> bool:
    return match is not None and (match.frame.cls.attitude == "says" or match.frame.type == "SUPPORT")


PURPOSES = frozenset({"advcl", "acl", "relcl", "csubj"})
"""Infinitives that nothing carries out: *met to sign*, *a move to ban*, *to deny them aid would be wrong*."""


def _infinitive(sentence: Sentence, index: int, head: Token) -> tuple[str, Status] | None:
    """What a verb makes of its infinitive where no frame says so: modals by their table, *begin* and its like nothing, any
    other leaves it to come."""
    if not syntax.has_to(sentence, index):
        return None
    effect = MODAL_VERBS.get(head.lemma)
    if head.lemma == "be" and _is_told_of_a_move(sentence, head):
        return None
    if effect is not None and head.lemma == "be" and _is_perfect(sentence, index):
        return "be", "counterfactual"
    if effect is not None:
        return head.lemma, effect
    if _is_perfect(sentence, index):
        return None  # *claims to have killed*
    return None if head.lemma in RAISING or not syntax.is_verb(head) else (head.lemma, "planned")


MOVES = frozenset("move step act action reaction response answer deed".split())


def _is_told_of_a_move(sentence: Sentence, head: Token) -> bool:
    """*Their first move was to close the port*: they closed it."""
    subject = syntax.child(sentence, head.index, "nsubj")
    return subject is not None and head.tag == "VBD" and sentence.tokens[subject].lemma in MOVES


def _shares(sentence: Sentence, index: int) -> bool:
    """A joined verb without subject and auxiliary of its own stands under those of the first (*will visit and meet*)."""
    return syntax.child(sentence, index, "nsubj", "nsubjpass", "aux") is None


def _embedding(sentence: Sentence, index: int, matches: Matches) -> Match | None:
    """The frame that says something about the predicate at ``index``, directly or about the phrase it heads."""
    at = counted(sentence, index)
    candidates = {index, at}
    for _ in range(3):
        token = sentence.tokens[at]
        if token.dep == "conj":
            at = token.head
            candidates.add(at)
            continue
        break
    if (beside := _behind_same(sentence, index)) is not None:
        candidates.add(beside)
    for match in matches.values():
        if match.index == index:
            continue
        for role in ("embedded", "content") if match.frame.implies is not None else ("embedded",):
            filled = match.roles.get(role)
            if filled is not None and filled.head in candidates:
                return match
    return None


def _behind_same(sentence: Sentence, index: int) -> int | None:
    """What stands behind the first of two like prepositions: *pushed not just for a* **truce** *but for cutting aid*."""
    preposition = sentence.tokens[sentence.tokens[index].head]
    first = sentence.tokens[preposition.head]
    if preposition.dep != "conj" or first.lower != preposition.lower or first.dep != "prep":
        return None
    return syntax.child(sentence, first.index, "pobj", "pcomp")
