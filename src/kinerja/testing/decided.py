"""The deciding examples of the bundled catalogues, as far as they decide what an indicator counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from kinerja.catalogue import bundled_catalogue, bundled_catalogues
from kinerja.decrees import DecidingExample, deciding_examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from kinerja import Indicator


def decided(indicator: Indicator[Any]) -> Iterator[tuple[DecidingExample, list[Any], Fraction | None]]:
    """Return the examples whose answers an indicator computes: their records, and the figure under that answer.

    A subclass of one's own stands for the same answer as the class that it is made of, unless its `reading_of` says
    that it reads the clause otherwise.
    """
    for name in bundled_catalogues():
        for example in deciding_examples(name):
            entry = bundled_catalogue(name).with_settings({example.code: example.settings})[example.code]
            reading = entry.reading(example.reading)
            for word, figure in example.figures.items():
                other = entry.measured_under(reading, reading.answer(word))
                if other is not None and _stands_for(indicator, other):
                    yield example, list(example.of(entry)), figure


def _stands_for(indicator: Indicator[Any], other: Indicator[Any]) -> bool:
    if not isinstance(indicator, type(other)) or indicator.reading_of is not other.reading_of:
        return False
    return all(getattr(indicator, field.name) == getattr(other, field.name) for field in attrs.fields(type(other)))
