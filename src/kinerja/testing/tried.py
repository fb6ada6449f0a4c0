"""What every law of an indicator draws and measures."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from hypothesis import reject

from kinerja import Indicator, Measurement, PeriodError, Polarity, QuantityError, Quarter, Year
from kinerja._base import FrozenMap
from kinerja.catalogue import bundled_catalogue, bundled_catalogues
from kinerja.decrees import DecidingExample, deciding_examples
from kinerja.measurement import Bounds
from kinerja.testing.cards import YEAR
from kinerja.testing.figures import actuals, quantities, targets, within
from kinerja.testing.law import Case, pass_over
from kinerja.testing.rows import periods, record_lists

if TYPE_CHECKING:
    from fractions import Fraction

    from hypothesis import strategies as st

    from kinerja import Period


class Tried:
    """An indicator that laws are tried with; `Laws` tells what its fields are."""

    indicator: ClassVar[Indicator[Any]]
    expected: ClassVar[Mapping[str, str]] = FrozenMap()
    examples: ClassVar[int | None] = None
    records: ClassVar[st.SearchStrategy[Any] | None] = None

    @property
    def _way(self) -> int:
        return 1 if self.indicator.polarity is Polarity.MAXIMISE else -1

    @property
    def _bounds(self) -> Bounds:
        return Bounds.of(self.indicator, self.indicator.unit)

    def _target(self, case: Case) -> Fraction:
        return case.draw("target", within(self._bounds, targets(whole=self.indicator.unit.whole)))

    def _actual(self, case: Case, target: Fraction) -> Fraction:
        unit = self.indicator.unit
        return case.draw("actual", within(self._bounds, actuals(target, whole=unit.whole)))

    def _totals(self, case: Case) -> tuple[dict[str, Fraction], Fraction | None]:
        """Draw totals, and return them and their actual; an example without one tells nothing."""
        totals = case.draw("totals", quantities(self.indicator))
        actual = case.shows("worked", self.indicator.measure(**totals)).figure[0]
        case.tells(actual is not None)
        return totals, actual

    def _counts_records(self) -> None:
        if self.indicator.record is None:
            pass_over(f"{self.indicator.name} has no counting rule")

    def _records(self, case: Case) -> tuple[list[Any], Period]:
        self._counts_records()
        period = case.draw("period", periods(self.indicator.timing, year=YEAR))
        return case.draw("records", record_lists(self.indicator, period, own=self.records)), period

    def _measure(self, records: Sequence[Any], period: Period) -> Measurement:
        with possible():
            return self.indicator.measure_records(iter(records), period=period)

    def _measured(self, case: Case, records: Sequence[Any], period: Period) -> Measurement:
        return case.shows("worked", self._measure(records, period))

    def _refuses_sums(self, case: Case) -> bool:
        records = case.draw("records", record_lists(self.indicator, Year(year=YEAR), own=self.records))
        try:
            one, other = (self._measure(records, Quarter(year=YEAR, number=number)) for number in (1, 2))
            one + other
        except PeriodError:
            return True
        return False


def is_out_of_bounds(error: Any) -> bool:
    """Tell whether a number is refused as one that cannot be."""
    return error.code in {"quantity.least", "quantity.most"}


def _of_too_few_or_many(error: Any) -> bool:
    """Tell whether a sum is refused for what is asked of all records together, which no law says of fewer or more.

    A least of 0 is not: sums below it are a slip of the rule.
    """
    return is_out_of_bounds(error) and bool(error.code == "quantity.most" or error.limit > 0)


@contextlib.contextmanager
def possible(cannot_be: Callable[[Any], bool] = _of_too_few_or_many) -> Iterator[None]:
    """Draw again where all records together give what the indicator says cannot be."""
    try:
        yield
    except QuantityError as error:
        if cannot_be(error):
            reject()
        raise


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
