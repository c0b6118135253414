"""Results that another can rebuild: bundles of a record, their check, and the differences between two records."""

from onrecord.replication.bundle import Given, bundle
from onrecord.replication.check import BundleCheck, check_bundle, rebuilt
from onrecord.replication.diff import Difference, differences
from onrecord.replication.pages import Side, side_of

__all__ = ["BundleCheck", "Difference", "Given", "Side", "bundle", "check_bundle", "differences", "rebuilt", "side_of"]
