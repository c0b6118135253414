"""Who acts on whom: a matrix of the most active, and the same as a network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

SHOWN = 12
"""Sides in the matrix: as many as can be read on a screen."""
SIZE, RADIUS = 560, 190
WIDEST = 6.0
TONES = 3
"""Steps of colour on each side of zero."""


@dataclass(frozen=True, slots=True)
class Between:
    """What one side is told to have done to another: how many happenings, and the sum of their intensities."""

    source: str
    target: str
    happenings: float
    net: float


@dataclass(frozen=True, slots=True)
class Node:
    """A side in the network; its name stands at ``label_x``, anchored at ``anchor``."""

    side: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A bent line from one side to another, ``width`` by happenings, ``tone`` by how friendly."""

    path: str
    width: float
    tone: str
    between: Between


def most_active(pairs: Sequence[Between], most: int = SHOWN) -> list[str]:
    """The sides with most happenings, by how many."""
    many: dict[str, float] = defaultdict(float)
    for one in pairs:
        many[one.source] += one.happenings
        many[one.target] += one.happenings
    return [side for side, _ in sorted(many.items(), key=lambda item: (-item[1], item[0]))[:most]]


def tone(one: Between) -> str:
    """The class of colour: from three steps of conflict to three of cooperation, by the mean intensity (−10 to 10)."""
    mean = one.net / one.happenings if one.happenings else 0.0
    step = min(TONES, int(abs(mean) / 10 * TONES) + 1) if mean else 0
    return f"tone-{'minus' if mean < 0 else 'plus'}-{step}" if step else "tone-none"


def network(pairs: Sequence[Between], sides: Sequence[str]) -> tuple[list[Node], list[Edge]]:
    """The sides on a circle, in the order given, and what goes between them."""
    nodes = {side: _node(side, number, len(sides)) for number, side in enumerate(sides)}
    drawn = [one for one in pairs if one.source in nodes and one.target in nodes]
    most = max((one.happenings for one in drawn), default=1)
    edges = [
        Edge(
            _path(nodes[one.source], nodes[one.target]),
            round(1 + WIDEST * sqrt(one.happenings / most), 1),
            tone(one),
            one,
        )
        for one in sorted(drawn, key=lambda one: one.happenings)
    ]
    return list(nodes.values()), edges


def _node(side: str, number: int, many: int) -> Node:
    angle = 2 * pi * number / many - pi / 2
    x, y = SIZE / 2 + RADIUS * cos(angle), SIZE / 2 + RADIUS * sin(angle)
    anchor = "middle" if abs(cos(angle)) < 0.2 else "start" if cos(angle) > 0 else "end"
    away = 16
    return Node(
        side, round(x, 1), round(y, 1), round(x + away * cos(angle), 1), round(y + away * sin(angle) + 5, 1), anchor
    )


def _path(one: Node, other: Node) -> str:
    """Bent to one side, so that there and back are two lines."""
    middle_x, middle_y = (one.x + other.x) / 2, (one.y + other.y) / 2
    bend = 0.14
    x, y = middle_x - (other.y - one.y) * bend, middle_y + (other.x - one.x) * bend
    return f"M{one.x:g},{one.y:g} Q{x:.1f},{y:.1f} {other.x:g},{other.y:g}"
