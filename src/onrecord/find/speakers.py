"""Who speaks: the phrase of a match's speaker, and how far it goes on behind the name (*Novak, a lawyer who has met them*)."""

from __future__ import annotations

from dataclasses import replace

from onrecord.find import bounds, extents, syntax
from onrecord.find.content import Piece
from onrecord.find.matcher import Match
from onrecord.find.view import View
from onrecord.lexicon.frames import Role
from onrecord.schema import Annotations, Document, Party, Sentence, Statement, Token

LONGEST = 40
"""Tokens: what hangs on a name and is longer is a stumble of the parse."""
BINDING = frozenset("of by with for from in at on to about near across like including such as behind among".split())
"""Prepositions that go on with a phrase which a common noun heads (*a study by the bank*, *officials with knowledge of it*)."""
SUBJECT_PRONOUNS = syntax.RELATIVES - {"whom"}


def party_range(view: View, match: Match, role: Role) -> Piece | None:
    """Where the phrase of a match's speaker or addressee stands; None where there is none."""
    filled = match.roles.get(role)
    if filled is None:
        beside = _subject_beside(view, match) if role == "source" else None
        return None if beside is None else extents.joint_phrase(match.sentence, beside)
    index = filled.head
    if role == "source" and _is_in_quotation(view, match, index):
        outside = _before_quotation(view, match, index)
        return None if outside is None else extents.joint_phrase(match.sentence, outside)
    if role == "source":
        outer = _outer_speaker(match.sentence, match.index) if match.frame.cls.attitude == "says" else None
        index = _nearer_noun(view, match, index) if outer is None else outer
    writer = author(view, match.sentence, index) if role == "source" else None
    if writer is not None:
        return extents.joint_phrase(match.sentence, writer)
    if match.frame.cls.pos == "noun" or role == "addressee" or not view.is_actor(match.sentence, index):
        inner = view.actor_in(match.sentence, index)
        index = inner if inner is not None and match.sentence.tokens[index].pos != "NOUN" else index
    return extents.joint_phrase(match.sentence, index)


def _is_in_quotation(view: View, match: Match, index: int) -> bool:
    """The participle stands outside the quotation in which the parser found its subject: *“… Norland cannot win,” adding …*."""
    quote = view.quote_at(match.sentence.tokens[index].start)
    return quote is not None and match.token.tag == "VBG" and not quote.start <= match.token.start < quote.end


def _before_quotation(view: View, match: Match, index: int) -> int | None:
    """The actor whose finite verb stands last before the quotation around ``index``."""
    sentence = match.sentence
    quote = view.quote_at(sentence.tokens[index].start)
    for token in reversed(sentence.tokens[: match.index]):
        if quote is None or token.start >= quote.start or token.tag not in {"VBD", "VBZ", "VBP"}:
            continue
        subject = syntax.child(sentence, token.index, "nsubj") if view.quote_at(token.start) is None else None
        if subject is not None and view.is_actor(sentence, subject):
            return subject
    return None


def _nearer_noun(view: View, match: Match, index: int) -> int:
    """*opposition from* **the union**, *which says …*: the actor right before the relative pronoun, where the parser tied the
    clause to a thing further off."""
    sentence = match.sentence
    pronoun = syntax.child(sentence, match.index, "nsubj")
    if pronoun is None or sentence.tokens[pronoun].lower not in {"who", "which"} or view.is_actor(sentence, index):
        return index
    near = pronoun - 1
    if near > index and sentence.tokens[near].text == ",":
        near -= 1
    return near if near > index and view.is_actor(sentence, near) else index


SKIPPED = frozenset({"ADV", "AUX", "PART"})
AFTER_WORDS = frozenset({",", "”", '"', "''", "?", "!"})


def _subject_beside(view: View, match: Match) -> int | None:
    """The actor right before a finite predicate of saying for which the parser found no subject, or right behind it where it
    follows the words said (*“…,” added a Sorlander*)."""
    sentence, token = match.sentence, match.token
    if match.frame.cls.pos != "verb" or match.frame.cls.name == "moved" or token.tag not in {"VBD", "VBZ", "VBP"}:
        return None
    if syntax.is_passive(sentence, match.index) or syntax.child(sentence, match.index, "auxpass") is not None:
        return None
    at = match.index - 1
    while at >= 0 and sentence.tokens[at].pos in SKIPPED:
        at -= 1
    comma = at >= 0 and sentence.tokens[at].text == ","
    if comma and (opening := _opening_name(sentence, match.index)) is not None:
        return opening
    if comma and (described := _described(view, sentence, match.index)) is not None:
        return described
    if at >= 0 and sentence.tokens[at].text in AFTER_WORDS:
        behind = syntax.child(sentence, match.index, "dobj", "npadvmod", "attr")
        told = token.lemma == "tell"  # whom, not who: *Novak, told reporters*
        if behind is not None and behind > match.index and view.is_actor(sentence, behind) and not told:
            return behind
        at -= 1
    if at < 0 or sentence.tokens[at].pos not in syntax.NOMINAL:
        return None
    named = _head_before(sentence, at, match.index, comma)
    return named if named is not None and view.is_actor(sentence, named) else None


def _opening_name(sentence: Sentence, cue: int) -> int | None:
    """**Novak**, *speaking for the first time since March, said …*: a name that opens the sentence, parsed as anything else."""
    end = 0
    while end < cue and sentence.tokens[end].text[:1].isupper() and sentence.tokens[end].pos in syntax.NOMINAL:
        end += 1
    if not 0 < end < cue - 2 or sentence.tokens[end].text != "," or sentence.tokens[end + 1].tag not in {"VBG", "VBN"}:
        return None
    inner = {c for one in range(end) for c in sentence.children[one] if c > end}
    strayed = end + 1 in inner or sentence.tokens[end + 1].head == cue
    return end - 1 if strayed and sentence.tokens[end - 1].lower not in syntax.CALENDAR else None


def _described(view: View, sentence: Sentence, cue: int) -> int | None:
    """**The team**, *the first that Norland let in, said …*: the actor before a description that the parser takes for a clause."""
    for clause in syntax.children(sentence, cue, "ccomp"):
        subjects = syntax.children(sentence, clause, "nsubj")
        if clause < cue and len(subjects) > 1 and sentence.tokens[subjects[0] + 1].text == ",":
            return subjects[0] if view.is_actor(sentence, subjects[0]) else None
    return None


def _outer_speaker(sentence: Sentence, index: int) -> int | None:
    """**The agency** *said Norland had nine cases, and repeated that …*: whose saying goes on, not who is spoken of."""
    token = sentence.tokens[index]
    held = sentence.tokens[token.head]
    if token.dep != "conj" or held.dep != "ccomp" or held.head > held.index or syntax.child(sentence, index, "nsubj"):
        return None
    outer = sentence.tokens[held.head]
    return syntax.deep_subject(sentence, held.head) if bounds.says_on(sentence, token.head, index, outer) else None


def _head_before(sentence: Sentence, at: int, cue: int, comma: bool) -> int | None:
    """The head of the noun phrase that ends at ``at``: out of its prepositions, and behind a comma only as an apposition's noun."""
    for _ in range(syntax.MAX_STEPS):
        token = sentence.tokens[at]
        head = sentence.tokens[token.head]
        if token.dep in {"pobj", "compound", "conj"} and token.head < cue and head.pos in syntax.NOMINAL | {"ADP"}:
            if token.dep == "pobj" and sentence.tokens[head.head].pos not in syntax.NOMINAL:
                break
            at = head.head if token.dep == "pobj" else token.head
        elif token.dep == "appos" and head.index < at:
            return head.index
        else:
            break
    token = sentence.tokens[at]
    if comma or (token.dep in syntax.SUBJECTS | syntax.PASSIVE_SUBJECTS and token.head < cue):
        return None
    return at


def author(view: View, sentence: Sentence, index: int) -> int | None:
    """Who speaks through a text: *a tweet from President Novak*, *a statement issued by the ministry*; None for anything else."""
    if sentence.tokens[index].lemma == "account":  # *Novak's X account*
        owner = syntax.child(sentence, index, "poss")
        return owner if owner is not None and view.is_actor(sentence, owner) else None
    if sentence.tokens[index].lemma not in syntax.TEXTS:
        return None
    issuer = _issuer(view, sentence, index)
    if issuer is not None:
        return issuer
    for one in syntax.children(sentence, index, "acl"):
        agent = syntax.deep_subject(sentence, one) if sentence.tokens[one].tag == "VBN" else None
        if agent is not None and agent != index and view.is_actor(sentence, agent):
            return agent
    found = view.actor_in(sentence, index)
    return found if found != index else None


ISSUING = frozenset(
    """issue release send publish post put make write pass approve adopt deliver tweet give circulate sign file hand
    submit present""".split()
)


def _issuer(view: View, sentence: Sentence, index: int) -> int | None:
    """**The ministry** *issued a statement saying …*: the subject of the verb that gives the text out."""
    token = sentence.tokens[index]
    head = sentence.tokens[token.head]
    if token.dep != "dobj" or not syntax.is_verb(head) or {head.lemma, head.lemma + "e"}.isdisjoint(ISSUING):
        return None
    subject = syntax.deep_subject(sentence, token.head)
    return subject if subject is not None and view.is_actor(sentence, subject) else None


class Speakers:
    """The speakers of a page's statements with their whole phrases."""

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self._text = document.text
        self._sentences = annotations.sentences

    def of(self, statement: Statement) -> Party | None:
        """The statement's speaker; only its text and end change."""
        party = statement.speaker
        if party is None:
            return None
        sentence = self._sentences[syntax.sentence_at(self._sentences, party.start)]
        if not sentence.start <= party.start < sentence.end:
            return party
        cue = statement.cue.start if statement.cue is not None else None
        end = whole(sentence, party.start, party.end, cue)
        if any(piece.start < end and party.end < piece.end for piece in statement.content):
            return party
        return replace(party, text=self._text[party.start : end], end=end)


def whole(sentence: Sentence, start: int, end: int, cue: int | None) -> int:
    """Where the phrase that begins at ``start`` ends, ``end`` being where its short form does; code points.

    Behind the short form may stand its apposition (with all clauses of its own), a clause that narrows it down, and a relative
    pronoun under which the cue itself stands (*Novak, who* said …). ``cue`` is where the predicate of saying begins.
    """
    inside = [token for token in sentence.tokens if start <= token.start < end]
    if not inside:
        return end
    last = inside[-1].index
    pronoun = _pronoun(sentence, last, cue)
    if pronoun is not None:
        return pronoun.end
    while (further := _goes_on(sentence, inside[0].index, last, cue)) is not None:
        last = further
    return max(end, sentence.tokens[last].end)


def _pronoun(sentence: Sentence, last: int, cue: int | None) -> Token | None:
    """The relative pronoun right behind the phrase, where it is the subject of the cue."""
    at = last + 1
    if at < len(sentence.tokens) and sentence.tokens[at].text == ",":
        at += 1
    if at >= len(sentence.tokens) or cue is None or sentence.tokens[at].lower not in SUBJECT_PRONOUNS:
        return None
    token = sentence.tokens[at]
    says = next((one for one in sentence.tokens if one.start == cue), None)
    if says is None or says.index < at or token.dep not in syntax.SUBJECTS:
        return None
    return token if token.head in (says.index, says.head) else None


def _goes_on(sentence: Sentence, first: int, last: int, cue: int | None) -> int | None:
    """The last token of the branch that follows the phrase at once; None where none does."""
    closing = last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text == ")"
    if closing and any(token.text == "(" for token in sentence.tokens[first : last + 1]):
        return last + 1
    for host in range(first, last + 1):
        for one in sentence.children[host]:
            if one <= last or not _binds(sentence, host, one):
                continue
            branch = set(syntax.subtree(sentence, one))
            begins, ends = min(branch), max(branch)
            gap = sentence.tokens[last + 1 : begins]
            if begins <= last or len(gap) > 1 or any(token.text not in {",", "–", "—", "-"} for token in gap):
                continue
            if gap and sentence.tokens[one].dep != "appos":
                continue
            if ends - begins > LONGEST or _holds(sentence, begins, ends, cue):
                continue
            return ends
    return None


def _binds(sentence: Sentence, host: int, one: int) -> bool:
    token = sentence.tokens[one]
    if token.dep == "prep":
        inner = syntax.child(sentence, one, "pobj")
        dated = inner is not None and sentence.tokens[inner].lower in syntax.CALENDAR
        return sentence.tokens[host].pos != "PROPN" and token.lower in BINDING and not dated
    return token.dep in {"appos", "relcl", "acl"}


def _holds(sentence: Sentence, begins: int, ends: int, cue: int | None) -> bool:
    return cue is not None and sentence.tokens[begins].start <= cue < sentence.tokens[ends].end
