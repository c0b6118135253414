"""Predicates of our own sentences with their labels, for ``tools/train_events.py``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus_match import document_of

from corpus import Passage, sound
from onrecord.annotate import DEFAULT_MODEL, Annotator
from onrecord.find import syntax
from onrecord.find.act_features import features
from onrecord.find.matcher import Match, matches
from onrecord.find.view import View
from onrecord.lexicon.actors import load_actors
from onrecord.lexicon.event_model import NONE
from onrecord.lexicon.frames import load_frames
from onrecord.read import read
from onrecord.schema import Document, Page, Sentence

Row = tuple[str, tuple[str, ...]]
PLACES = frozenset({"ROOT", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos"})
"""Where a noun may stand for an act."""
LIGHT = frozenset({"be", "have", "do"})
ROLE = re.compile(r"\{\w+:([^}]*)\}")


def rows_of_corpus(folder: Path) -> Iterator[Row]:
    """Predicates of the train part; those that are the trigger of an event have its type."""
    read_by = _Reader()
    for passage in sound([folder])[0]:
        if passage.split == "train":
            view = read_by.view(document_of(passage))
            for sentence in view.annotations.sentences:
                for index in predicates(view, sentence):
                    yield _type_at(passage, sentence, index), tuple(features(view, sentence, index))


def _type_at(passage: Passage, sentence: Sentence, index: int) -> str:
    token = sentence.tokens[index]
    met = (act.type for act in passage.events if act.trigger[0] < token.end and token.start < act.trigger[1])
    return next(met, NONE)


def rows_of_frames(folder: Path) -> Iterator[Row]:
    """Of examples the predicates of the entry, with the type that a frame or the entry gives; of near misses all, as frames say."""
    read_by = _Reader()
    for path in sorted(folder.glob("*.tsv")):
        head, *lines = [
            line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in "#"
        ]
        for line in lines:
            entry = dict(zip(head, line, strict=False))
            for kind in ("example", "near_miss"):
                text = ROLE.sub(r"\1", entry.get(kind) or "")
                if text:
                    yield from _rows_of_entry(read_by.view(_document(text)), entry, kind)


def _rows_of_entry(view: View, entry: Mapping[str, str], kind: str) -> Iterator[Row]:
    words = entry["lemma"].split()
    for sentence in view.annotations.sentences:
        held = {match.index: match for match in matches(view, sentence)}
        for index in predicates(view, sentence):
            own = sentence.tokens[index].lemma.lower() in words
            label = _type_of(held.get(index)) if kind == "near_miss" else None
            if kind == "example" and own:
                label = _type_of(held.get(index)) or _given(entry)
            if kind == "near_miss" or own:
                yield label or NONE, tuple(features(view, sentence, index))


def _type_of(match: Match | None) -> str | None:
    return None if match is None else match.frame.type


def _given(entry: Mapping[str, str]) -> str | None:
    type_ = entry.get("type", "")
    return type_ if type_.isupper() else None


def predicates(view: View, sentence: Sentence) -> Iterator[int]:
    """Verbs, nouns and adjectives that may name an act, with a party among what hangs on them."""
    for token in sentence.tokens:
        verb = token.pos == "VERB"
        noun = token.pos == "NOUN" and token.dep in PLACES and not view.is_actor(sentence, token.index)
        adjective = token.pos == "ADJ" and token.dep in {"acomp", "ROOT"}
        if (verb or noun or adjective) and token.lemma.lower() not in LIGHT and _has_party(view, sentence, token.index):
            yield token.index


def _has_party(view: View, sentence: Sentence, index: int) -> bool:
    near = [*sentence.children[index], *(g for c in sentence.children[index] for g in sentence.children[c])]
    if syntax.is_verb(sentence.tokens[index]):
        subject = syntax.deep_subject(sentence, index)
        near += [] if subject is None else [subject]
    return any(sentence.tokens[one].pos != "VERB" and view.party_in(sentence, one) is not None for one in near)


class _Reader:
    """The language model and the tables, loaded once."""

    def __init__(self) -> None:
        self._annotator = Annotator(DEFAULT_MODEL)
        self._frames, self._actors = load_frames(), load_actors()

    def view(self, document: Document) -> View:
        return View(document, self._annotator.annotate(document), self._frames, self._actors)


def _document(text: str) -> Document:
    raw = json.dumps({"id": "frame", "language": "en", "text": text}, ensure_ascii=False).encode()
    return read(Page(path="frame", raw=raw, media="jsonl", line=1, metadata={"id": "frame", "language": "en"}))
