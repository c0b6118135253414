"""What several pages give together: steps over the whole record, each from the record and the rows of steps before it.

A further step is one file with a function ``step(archive) -> rows``: a kind of row is a dataclass in ``schema.derived``
(listed in ``DERIVED``, so that the stores can keep it), the function gets pages, findings and earlier rows from the
``Archive``, and ``plan.STEPS`` names it. Rows come in a fixed order, with ids from ``ids.id_of`` over their first
evidence; ``across`` lists them and ``cli.derived`` shows them.

``stance`` and ``compare`` tell whether two sentences clash, from their words. No step uses them: on news, where speakers
name each other's doings more than their own aims, too few of the clashes they see are changes of mind.
"""

from onrecord.derive.archive import Archive, Card
from onrecord.derive.plan import STEPS, Made, Step, derive, is_fresh

__all__ = ["STEPS", "Archive", "Card", "Made", "Step", "derive", "is_fresh"]
