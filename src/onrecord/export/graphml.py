"""GraphML: sides as nodes, what they did to each other as directed edges, for Gephi, igraph, networkx and Cytoscape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr  # nosec B406: XML is written here, and none is read

from onrecord.export.exporter import Options, Source
from onrecord.export.rights import NOTICE
from onrecord.export.target import Target
from onrecord.export.ties import QUADS, Tie, Ties, ties
from onrecord.lexicon.codebook import load_codebook

NODE_KEYS = (("name", "string"), ("kind", "string"))
EDGE_KEYS = (("weight", "int"), ("reports", "int"), *((name, "int") for name in QUADS.values()),
             ("net_cooperation", "double"), ("intensity", "double"))  # fmt: skip
UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow, which a broken page may hold."""


class GraphMl:
    """The exporter."""

    name = "graphml"
    summary = "GraphML: dyads as a directed graph"

    def write(self, source: Source, out: Target, options: Options) -> Mapping[str, int]:
        """Writes the graph; gives what was left out. Raises UsageError where nothing was derived."""
        left: Counter[str] = Counter()
        found = ties(source, options, left)
        with out.text() as words:
            for line in document(found):
                words.write(line + "\n")
        return dict(left.most_common())


def document(found: Ties) -> Iterator[str]:
    """The lines of the file: keys, nodes by id, edges by source and target."""
    types = tuple(load_codebook().types)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield f"<desc>{_text(NOTICE)}</desc>"
    for scope, keys in (("node", NODE_KEYS), ("edge", (*EDGE_KEYS, *((name.lower(), "int") for name in types)))):
        for name, kind in keys:
            yield f'<key id="{scope}_{name}" for="{scope}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph id="dyads" edgedefault="directed">'
    for id, side in sorted(found.sides.items()):
        yield f"<node id={_value(id)}>{_data('node', {'name': side.name, 'kind': side.kind})}</node>"
    for (source, target), tie in found.dyads().items():
        held = {**_measures(tie), **{name.lower(): tie.types[name] for name in types}}
        yield f"<edge source={_value(source)} target={_value(target)}>{_data('edge', held)}</edge>"
    yield "</graph>"
    yield "</graphml>"


def _measures(tie: Tie) -> dict[str, int | float]:
    quads = {name: tie.quads[quad] for quad, name in QUADS.items()}
    return {"weight": tie.events, "reports": tie.reports, **quads, "net_cooperation": round(tie.score, 3),
            "intensity": tie.intensity}  # fmt: skip


def _data(scope: str, held: Mapping[str, str | int | float]) -> str:
    return "".join(f'<data key="{scope}_{name}">{_text(str(value))}</data>' for name, value in held.items())


def _text(words: str) -> str:
    return escape(UNFIT.sub("", words))


def _value(words: str) -> str:
    return quoteattr(UNFIT.sub("", words))


EXPORTER = GraphMl()
