"""Indicators whose labels, symbols and units are data: an office's own, without Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kinerja.formulas.count import Count, Item
from kinerja.formulas.difference import Difference, Holding
from kinerja.formulas.formula import Formula, Letter
from kinerja.formulas.growth import Amount, Growth
from kinerja.formulas.mean import Mean, ValuedCase
from kinerja.formulas.ratio import Answer, Case, Ratio
from kinerja.formulas.value import Assessment, Value
from kinerja.formulas.weighted_index import Part, WeightedIndex

if TYPE_CHECKING:
    from kinerja.measurement import Indicator

__all__ = [
    "Amount",
    "Answer",
    "Assessment",
    "Case",
    "Count",
    "Difference",
    "Formula",
    "Growth",
    "Holding",
    "Item",
    "Letter",
    "Mean",
    "Part",
    "Ratio",
    "Value",
    "ValuedCase",
    "WeightedIndex",
    "formula_classes",
]


def formula_classes() -> dict[str, type[Indicator[Any]]]:
    """Return the formulas that a catalogue file may name, name -> class.

    >>> list(formula_classes())
    ['Count', 'Difference', 'Growth', 'Mean', 'Ratio', 'Value', 'WeightedIndex']
    """
    return {kind.__name__: kind for kind in (Count, Difference, Growth, Mean, Ratio, Value, WeightedIndex)}
