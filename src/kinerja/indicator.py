"""Indicators and what is measured of them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import attrs

from kinerja.achievement import Polarity, achievement
from kinerja.errors import QuantityError, UndefinedActualError
from kinerja.evidence import Evidence, Ledger, count, merged, refuse_double_count
from kinerja.frozen_map import FrozenMap
from kinerja.notation import as_written, to_latex, to_text, work
from kinerja.period import Period, Quarter, as_period
from kinerja.quantity import Unit, Variable, check_actual, check_divisors, check_quantities
from kinerja.text import Language, Text
from kinerja.timing import Timing, check_period, join_periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kinerja.exact import Number, Percent
    from kinerja.tally import Tally

__all__ = ["Indicator", "Measurement"]

R_contra = TypeVar("R_contra", contravariant=True)


@attrs.frozen(kw_only=True)
class Indicator(Generic[R_contra]):
    """A key performance indicator (indikator kinerja utama, IKU).

    A subclass states its unit, its variables and its formula, once, and where it is measured from records its
    counting rule `tally` and its `record` class. The parameters of `formula` are the names of the variables.

    >>> from kinerja.quantity import PERCENT, Unit, Variable
    >>> letter = Unit(name=Text(id="Surat", en="letter"), whole=True)
    >>> received = Variable(
    ...     name="received", symbol="B", label=Text(id="surat masuk", en="received"), unit=letter, divisor=True
    ... )
    >>> answered = Variable(
    ...     name="answered", symbol="A", label=Text(id="terjawab", en="answered"), unit=letter, part_of="received"
    ... )
    >>> class AnsweredRatio(Indicator[object]):
    ...     unit = PERCENT
    ...     variables = (answered, received)
    ...     @staticmethod
    ...     def formula(answered, received):
    ...         return 100 * answered / received
    >>> print(AnsweredRatio().measure(answered=9, received=12))
    100 × 9 / 12 = 75,00
    """

    unit: ClassVar[Unit]
    polarity: ClassVar[Polarity] = Polarity.MAXIMISE
    variables: ClassVar[tuple[Variable, ...]]
    formula: ClassVar[Callable[..., Any]]
    record: ClassVar[type[Any] | None] = None
    timing: ClassVar[Timing] = Timing.FLOW
    least: ClassVar[int | None] = None
    """The smallest actual there can be; None where it may be below zero."""

    @property
    def name(self) -> str:
        """The name of the indicator's class, by which catalogues refer to it."""
        return type(self).__name__

    def achievement(self, target: Number, actual: Number) -> Percent:
        """Return the achievement (capaian) in percent, by this indicator's polarity; see `kinerja.achievement`."""
        return achievement(target, actual, self.polarity)

    def measure(self, *unnamed: Any, **quantities: Any) -> Measurement:
        """Return the measurement of given totals, one for each variable, by name.

        Raises:
            InexactNumberError: for a total that is not one exact number.
            QuantityError: for one that cannot be, and for a missing or unknown name.
        """
        given = {**{f"({value!r})": value for value in unnamed}, **quantities}
        return Measurement(indicator=self, quantities=check_quantities(self.name, self.variables, given))

    def measure_records(
        self, records: Iterable[R_contra], *, period: int | str | Period, keep_evidence: bool = True
    ) -> Measurement:
        """Return the measurement of the records (data dukung) that count in a period; they are read once.

        Args:
            records: any iterable, a stream too.
            period: a year, a Quarter or its text; see `kinerja.period.as_period`.
            keep_evidence: False keeps the numbers alone, for very long streams. It gives up the guard against
                counting a record twice, and the measurement says so.

        Raises:
            PeriodError: for a period that does not exist, or of which the records say nothing, such as a quarter of an
                indicator that is measured by the year.
            QuantityError: for an unknown value where one is needed, and for totals that cannot be.
            DoubleCountError: where one record stands twice in the same quantity.
        """
        when = as_period(period)
        check_period(self.name, self.timing, when)
        names = [variable.name for variable in self.variables]
        rule = functools.partial(self.tally, period=when)
        counted = count(self.name, names, rule, records, keep_evidence=keep_evidence)
        return Measurement(
            indicator=self,
            quantities=check_quantities(self.name, self.variables, counted.quantities),
            periods=(when,),
            evidence=counted.ledger,
            guarded=keep_evidence,
        )

    def tally(self, line: R_contra, period: Period) -> Iterable[Tally]:
        """Say what one record adds to which quantities in a period: the counting rule.

        Raises:
            QuantityError: if the indicator has no counting rule.
        """
        raise QuantityError(
            Text(
                id=f"{self.name} tidak mempunyai aturan hitung atas data dukung; gunakan measure() dengan jumlahnya.",
                en=f"{self.name} has no counting rule for records; use measure() with the totals.",
            ),
            indicator=self.name,
            value=(line, period),
        )

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:  # noqa: ARG002 - for those that look
        """Say what a reader should know of quantities that are possible but unusual."""
        yield from ()

    def record_remarks(self) -> Iterator[Text]:
        """Say what a reader should know of how this indicator counts records."""
        yield from ()

    def check_actual(self, value: Number) -> Fraction:
        """Return an actual that was measured elsewhere as an exact number.

        Raises:
            InexactNumberError: for what is not one exact number.
            QuantityError: for a fraction of a whole unit, and for less than there can be.
        """
        return check_actual(self.name, self.unit, self.least, value)

    def latex(self) -> str:
        """Return the formula in LaTeX, in the symbols of the variables."""
        return to_latex(as_written(self.formula, self._symbols()))

    def formula_text(self) -> str:
        """Return the formula on one line, in the symbols of the variables."""
        return to_text(as_written(self.formula, self._symbols()))

    def _symbols(self) -> dict[str, str]:
        return {variable.name: variable.symbol for variable in self.variables}


@attrs.frozen(kw_only=True)
class Measurement:
    """What was measured of one indicator: exact quantities, and the records behind them where it came from records.

    Measurements of the same indicator add: their quantities add up and the formula runs again. `str` gives the worked
    line. Two measurements are equal when all but their evidence is.

    Fields:
        quantities: name -> exact number.
        periods: those it was measured in from records, in order; none where totals were given.
        guarded: False where records were counted without the guard against counting one twice.
        complete: False where totals were added that have no records.
        evidence: the records, each once.
    """

    indicator: Indicator[Any]
    quantities: FrozenMap[str, Fraction]
    periods: tuple[Period, ...] = ()
    guarded: bool = True
    complete: bool = True
    evidence: Ledger = attrs.field(factory=Ledger, eq=False, repr=False)

    @property
    def actual(self) -> Fraction:
        """The actual (realisasi), exact, in the indicator's unit.

        Raises:
            UndefinedActualError: where there is nothing above 0 to divide by.
        """
        check_divisors(self.indicator.name, self.indicator.variables, self.quantities)
        actual: Fraction = self.indicator.formula(**self.quantities)
        return actual

    @property
    def notes(self) -> tuple[Text, ...]:
        """What a reader should know of these quantities."""
        return tuple(self._notes())

    def _notes(self) -> Iterator[Text]:
        yield from self.indicator.remarks(self.quantities)
        if self.periods:
            yield from self.indicator.record_remarks()
        if self.indicator.timing is Timing.SNAPSHOT and any(isinstance(period, Quarter) for period in self.periods):
            yield Timing.SNAPSHOT.value
        if not self.guarded:
            yield _UNGUARDED
        if not self.complete:
            yield _INCOMPLETE

    @property
    def counted(self) -> tuple[Evidence, ...]:
        """The records that entered at least one quantity, each once."""
        return tuple(item for item in self._records() if item.entered)

    @property
    def left_out(self) -> tuple[Evidence, ...]:
        """The records that entered none, each once."""
        return tuple(item for item in self._records() if not item.entered)

    def _records(self) -> Iterable[Evidence]:
        """Go through the records; one that was looked at in several periods stands once."""
        return self.evidence if len(self.periods) < 2 else merged(self.evidence)  # noqa: PLR2004 - several

    def worked(self, language: Language = Language.INDONESIAN) -> str:
        """Return the worked line: the formula with its numbers, and the actual rounded half up.

        Where the actual is undefined the line says so instead.
        """
        line = work(self.indicator.formula, self.quantities, language)
        try:
            actual = self.actual
        except UndefinedActualError:
            return f"{line} = {_UNDEFINED.read(language)}"
        result = self.indicator.unit.write(actual, language)
        return result if line == result else f"{line} = {result}"

    def __str__(self) -> str:
        return self.worked()

    def __add__(self, other: Measurement) -> Measurement:
        """Add the quantities and the evidence of a measurement of the same indicator.

        Raises:
            QuantityError: for a measurement of another indicator, or of the same with other parameters.
            PeriodError: for periods that do not add up.
            DoubleCountError: where both counted the same record.
        """
        if not isinstance(other, Measurement):
            return NotImplemented
        if self.indicator != other.indicator:
            raise QuantityError(
                Text(
                    id=f"{self.indicator.name} dan {other.indicator.name} tidak dapat dijumlahkan; "
                    "hanya pengukuran indikator yang sama, dengan parameter yang sama, yang dapat dijumlahkan.",
                    en=f"{self.indicator.name} and {other.indicator.name} do not add; "
                    "only measurements of the same indicator with the same parameters do.",
                ),
                indicator=self.indicator.name,
                value=other,
            )
        periods = join_periods(self.indicator.name, self.indicator.timing, self.periods, other.periods)
        evidence = self.evidence + other.evidence
        refuse_double_count(self.indicator.name, evidence)
        quantities = FrozenMap({name: value + other.quantities[name] for name, value in self.quantities.items()})
        return Measurement(
            indicator=self.indicator,
            quantities=quantities,
            periods=periods,
            guarded=self.guarded and other.guarded,
            complete=self.complete and other.complete and bool(self.periods) == bool(other.periods),
            evidence=evidence,
        )

    def __radd__(self, other: int) -> Measurement:
        """Let `sum` start from 0."""
        return self if other == 0 else NotImplemented


_UNDEFINED = Text(id="tidak terdefinisi", en="undefined")
_UNGUARDED = Text(
    id="Data dukung tidak disimpan, sehingga penghitungan ganda tidak diperiksa.",
    en="The records were not kept, so that counting one twice was not guarded against.",
)
_INCOMPLETE = Text(
    id="Sebagian jumlahnya diberikan langsung, tanpa data dukung.",
    en="Part of the totals was given, without records.",
)
