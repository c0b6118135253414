"""Many machines: inputs cut into units, units coded anywhere into parts, parts loaded into a record.

A unit is every n-th page of a file, a part the Parquet files that a unit gives. Parts are named by their units, so that a
unit that is coded twice, since a machine was lost, gives the same files again.
"""

from onrecord.cluster.coding import Coded, code_units
from onrecord.cluster.loading import Loaded, load, load_by_month
from onrecord.cluster.units import Unit, units_of

__all__ = ["Coded", "Loaded", "Unit", "code_units", "load", "load_by_month", "units_of"]
