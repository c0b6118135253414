"""Verbs and subjects that the parser finds in headlines, by how they are set: ``python evals/headlines.py [--show]``.

Each headline is one of our own, with its main verb and the head of its subject, and is scored as a sentence, in title
case and in capitals, through the annotator, on a page of its own: no running text says which words are names.
"""

from __future__ import annotations

import re
import sys

from onrecord.annotate import Annotator
from onrecord.schema import Block, Document

HEADLINES = (
    ("Ruritania rejects claims on border deaths", "rejects", "Ruritania"),
    ("Foreign minister accuses Borduria of sheltering rebels", "accuses", "minister"),
    ("Army chief vows to crush insurgents", "vows", "chief"),
    ("Syldavia warns Borduria against new strikes", "warns", "Syldavia"),
    ("President Omar denies secret talks with rebels", "denies", "Omar"),
    ("Ten killed as troops storm village", "killed", "Ten"),
    ("UN envoy says talks with guerrillas will resume in May", "says", "envoy"),
    ("Zubrowka summons Ruritanian envoy over shelling", "summons", "Zubrowka"),
    ("Police arrest 30 protesters in capital", "arrest", "Police"),
    ("Ruritania, Borduria agree to resume talks", "agree", "Ruritania"),
    ("Minister Varga: we will not bow to pressure", "bow", "we"),
    ("UN chief urges both sides to show restraint", "urges", "chief"),
    ("Rebels seize town near border", "seize", "Rebels"),
    ("Court orders release of opposition leader", "orders", "Court"),
    ("Spokesman denies army crossed border", "denies", "Spokesman"),
    ("Opposition calls for new elections", "calls", "Opposition"),
    ("Syldavia offers to host peace talks", "offers", "Syldavia"),
    ("Ruritania and Syldavia sign trade deal", "sign", "Ruritania"),
    ("Government condemns attack on embassy", "condemns", "Government"),
    ("Prime minister visits Klow for talks", "visits", "minister"),
    ("Thousands protest against fuel prices in Strelsau", "protest", "Thousands"),
    ("Borduria to send aid to islands", "send", "Borduria"),
    ("Zubrowka threatens to close border", "threatens", "Zubrowka"),
    ("Borduria expels two Syldavian diplomats", "expels", "Borduria"),
    ("NATO suspends training of Ruritanian forces", "suspends", "NATO"),
    ("Neighbours withdraw troops from disputed valley", "withdraw", "Neighbours"),
)


def title_case(text: str) -> str:
    """Every word with a capital, except the small ones."""
    small = {"to", "of", "in", "on", "as", "and", "for", "with", "over", "near", "against", "from"}
    return re.sub(r"\w+", lambda m: m.group() if m.group() in small else m.group()[0].upper() + m.group()[1:], text)


def found(annotator: Annotator, text: str, verb: str, subject: str) -> bool:
    """True where ``verb`` is a verb with ``subject`` as its subject."""
    page = Document("0" * 16, "0" * 64, "headline", text, (Block("title", 0, len(text), "given"),))
    for sentence in annotator.annotate(page).sentences:
        for token in sentence.tokens:
            if token.text.lower() == verb.lower() and token.pos == "VERB":
                below = [sentence.tokens[child] for child in sentence.children[token.index]]
                return any(one.text.lower() == subject.lower() and one.dep.startswith("nsubj") for one in below)
    return False


def main() -> None:
    """Scores all headlines in three settings."""
    annotator = Annotator()
    for name, setting in (("sentence", str), ("title case", title_case), ("capitals", str.upper)):
        wrong = [
            setting(text) for text, verb, subject in HEADLINES if not found(annotator, setting(text), verb, subject)
        ]
        print(f"{name}: {len(HEADLINES) - len(wrong)} of {len(HEADLINES)}")
        if "--show" in sys.argv:
            print(*(f"  {text}" for text in wrong), sep="\n")


if __name__ == "__main__":
    main()
