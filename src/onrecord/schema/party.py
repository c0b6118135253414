"""Who is meant: a phrase on the page and the actor it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorKind = Literal["person", "office", "organisation", "country", "armed_group", "group", "unnamed"]
Capacity = Literal["official", "former", "expert", "unnamed", "other"]


@dataclass(frozen=True, slots=True)
class Party:
    """A phrase where it stands (``text``, ``start``, ``end``: code points, half-open) and whom it means.

    ``name`` is whom it resolved to, None where nobody is named; ``actor`` a table id, ``doc:…`` for people known from
    this page only, None for unnamed. ``country`` is ISO 3166 alpha-3 of allegiance; ``sector`` one PLOVER code, ``sectors``
    all that fit. ``principal`` names for whom it speaks. ``members`` are the parties of a joint speaker. ``how`` begins
    ``table:``, ``page:``, ``context:`` or ``none:`` and then names the rule.
    """

    text: str
    start: int
    end: int
    name: str | None = None
    actor: str | None = None
    actor_kind: ActorKind = "unnamed"
    country: str | None = None
    sector: str | None = None
    sectors: tuple[str, ...] = ()
    principal: str | None = None
    capacity: Capacity | None = None
    members: tuple[Party, ...] = ()
    how: str = "none:unresolved"

    @property
    def is_assumed(self) -> bool:
        """True where ``how`` says that anything of it hangs on the page's surroundings: dateline, outlet, earlier mentions."""
        return "context:" in self.how
