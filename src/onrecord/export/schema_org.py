"""schema.org (JSON-LD): statements as Quotation and Claim, with speaker and article. Never a review, a rating or a verdict.

Words in quotation marks are a Quotation. What somebody is reported to say or think in other words is a Claim. What is wanted
or decided, in other words, is neither, and is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.export.exporter import Options, Source
from onrecord.export.rights import TERMS
from onrecord.export.streamed import Json, array, opened, without_nothing
from onrecord.export.target import Target
from onrecord.export.web_annotation import address
from onrecord.schema import Document, Party, Statement
from onrecord.schema.when import When
from onrecord.store.rows import BETWEEN_PIECES, with_members

CONTEXT = "https://schema.org"
TYPES: Mapping[str, str] = {"person": "Person", "country": "Country", "organisation": "Organization",
                            "armed_group": "Organization", "group": "Organization", "office": "Organization",
                            "unnamed": "Person"}  # fmt: skip
WANTED = "wanted or decided, in other words than the speaker's: schema.org has no type for it"
NO_WORDS = "a denial without words of its own"


class SchemaOrg:
    """The exporter."""

    name = "schema-org"
    summary = "schema.org: statements as Quotation and Claim, never a verdict"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes one graph; gives the statements that no type fits."""
        left: Counter[str] = Counter()
        with out.text() as words:
            words.write(opened({"@context": CONTEXT}, "@graph"))
            array(nodes(source, options, left), words)
            words.write("}\n")
        return dict(left.most_common())


def nodes(source: Source, options: Options, left: Counter[str]) -> Iterator[Json]:
    """A NewsArticle for each page, and what is said on it."""
    for page in source.sure():
        found = [node for one in page.statements if (node := node_of(one, page.document, options, left)) is not None]
        if found:
            yield article(page.document, options)
            yield from found


def article(document: Document, options: Options) -> Json:
    """The page, whose text is only there where whole texts were asked for."""

    def word(name: str) -> str | None:
        value = getattr(document, name)
        return value.text if value else None

    outlet = word("outlet")
    return without_nothing({
        "@type": "NewsArticle",
        "@id": f"urn:onrecord:{document.doc}",
        "url": word("url"),
        "headline": word("title"),
        "author": {"@type": "Person", "name": word("byline")} if document.byline else None,
        "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
        "datePublished": day_of(document.published),
        "inLanguage": document.language,
        "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": document.sha256},
        "usageInfo": TERMS,
        "articleBody": document.text if options.words == "whole" else None,
    })  # fmt: skip


def node_of(one: Statement, document: Document, options: Options, left: Counter[str]) -> Json | None:
    """The statement as a node; None, with the reason counted, where no type fits it."""
    if not one.content:
        left[NO_WORDS] += 1
        return None
    quoted = one.form in ("direct", "mixed")
    if not quoted and one.attitude not in ("says", "thinks"):
        left[WANTED] += 1
        return None
    text = BETWEEN_PIECES.join(piece.text for piece in one.content)
    speakers = [person(party) for party in with_members((one.speaker,))] if one.speaker else []
    based = {"@id": f"urn:onrecord:{document.doc}"}
    own: Json = {"isBasedOn": based} if quoted else {"appearance": based}
    return without_nothing({
        "@type": "Quotation" if quoted else "Claim",
        "@id": f"urn:onrecord:{one.id}",
        "text": text if options.words != "none" else None,
        ("creator" if quoted else "author"): speakers[0] if len(speakers) == 1 else speakers,
        **own,
        "dateCreated": day_of(one.when),
        "inLanguage": document.language,
        "url": fragment(document, one),
    })  # fmt: skip


def person(party: Party) -> Json:
    """Who speaks; of nobody who is named the phrase stands, as a description."""
    return without_nothing({
        "@type": TYPES[party.actor_kind],
        "@id": f"urn:onrecord:actor:{party.actor}" if party.actor else None,
        "name": party.name,
        "description": None if party.name else party.text,
        "sameAs": f"https://www.wikidata.org/entity/{party.actor}" if is_wikidata(party.actor) else None,
    })  # fmt: skip


def is_wikidata(actor: str | None) -> bool:
    """True for an id of Wikidata: ``Q`` and a number."""
    return actor is not None and actor[:1] == "Q" and actor[1:].isdecimal()


def day_of(when: When | None) -> str | None:
    """The day, where one is known."""
    return when.earliest.isoformat() if when is not None and when.earliest and when.earliest == when.latest else None


def fragment(document: Document, one: Statement) -> str | None:
    """The place in the page's text, as RFC 5147 writes it: characters from and to."""
    return f"{address(document)}#char={one.content[0].start},{one.content[-1].end}" if document.url else None


EXPORTER = SchemaOrg()
