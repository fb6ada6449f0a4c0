"""Indicators: a unit, a polarity, a counting rule and a formula, each stated once."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, Generic, ParamSpec, Protocol, TypeVar, cast

import attrs

from kinerja._base import FrozenMap
from kinerja.measurement import messages as say
from kinerja.measurement.bounds import Bounds, Range
from kinerja.measurement.check import check_formula, check_rule, check_statements
from kinerja.measurement.counting import Impossible, count
from kinerja.measurement.measurement import Measurement
from kinerja.measurement.needed import Aim, Needed, needed_actual, with_quantity
from kinerja.measurement.notation import as_written, to_cells, to_latex, to_mathml, to_text
from kinerja.measurement.polarity import Minimise, Polarity, achievement
from kinerja.measurement.quantity import Unit, Variable, check_actual, check_names, check_quantities
from kinerja.measurement.spans import records_needed
from kinerja.measurement.timing import Timing, unanswerable
from kinerja.records import Field, Period, Tally, as_period, fields_of

if TYPE_CHECKING:
    from kinerja._base import Number, Percent, QuantityError, Text
    from kinerja.measurement.evidence import Ledger
    from kinerja.measurement.target import TargetGiven

R_contra = TypeVar("R_contra", contravariant=True)
Own = TypeVar("Own", bound="Indicator[Any]")
P = ParamSpec("P")
T = TypeVar("T")


def statement(method: Callable[[Any], T]) -> T:
    """Let a class state what is a property here, `unit = PERCENT`, have it as a field, `unit: Unit`, or work it out.

    Over a plain property, pyright refuses the first, and mypy the last.
    """
    return cast("T", property(method))


class _AchievementRule(Protocol):
    """What sets an actual against its target."""

    def __call__(self, target: Number, actual: Number) -> Percent: ...


class _Achievement:
    """`achievement` as every indicator has it: the class answers as its instance would."""

    def __get__(self, instance: Indicator[Any] | None, owner: type[Indicator[Any]]) -> _AchievementRule:
        return functools.partial(_achieved, owner if instance is None else instance)


def _achieved(asked: Indicator[Any] | type[Indicator[Any]], target: Number, actual: Number) -> Percent:
    if isinstance(asked, type):
        kind = asked
        try:
            asked = kind()
        except TypeError:
            needed = [
                f"{field.name}=..." for field in attrs.fields(kind) if field.init and field.default is attrs.NOTHING
            ]
            raise say.NEEDS_INSTANCE.error(
                indicator=kind.__name__, member="achievement", value=needed or "..."
            ) from None
    check_indicator(asked)
    return achievement(target, actual, asked.polarity)


def check_indicator(indicator: Indicator[Any]) -> None:
    """Hold that an indicator can be right, before it measures anything; it is run on first use by itself.

    The formula is run on symbols, which write it down, and the counting rule on columns, with a year and, where the
    indicator answers for one, with a quarter. Nothing is measured, and no source is read. An indicator that passed is
    not looked at again.

    Raises:
        IndicatorError: with the class, the member and what to do, for the first that is not as it must be: what is
            not stated, parameters that are not the variables, arithmetic that cannot be written down, a divisor that
            is not declared, a rule that would read otherwise on columns, a record without identity, types that are
            not there when the program runs.

    >>> from kinerja import P3DNRatio
    >>> check_indicator(P3DNRatio())
    """
    given: object = indicator
    if not isinstance(given, Indicator):
        name = getattr(given, "__name__", type(given).__name__)
        raise say.NO_INSTANCE.error(indicator=name, member="class", value=given)
    try:
        hash(indicator)
    except TypeError:
        raise say.UNHASHABLE.error(indicator=indicator.name, member="parameters", value=indicator) from None
    held = attrs.astuple(indicator, recurse=False), getattr(indicator, "__dict__", None)
    _check(indicator, repr(held))


@functools.cache
def _check(indicator: Indicator[Any], _held: str) -> None:
    """Check once; what is equal may be of another type, such as 1 and 1.0, and is told apart by how it is written."""
    kind = type(indicator)
    check_statements(indicator)
    check_formula(indicator)
    if kind.tally is not Indicator.tally:
        check_rule(indicator, timed=kind.timing is not Indicator.timing)


@attrs.frozen(kw_only=True)
class Indicator(Generic[R_contra]):
    """A key performance indicator (indikator kinerja utama, IKU).

    A subclass states its unit, its variables and its formula, once, and where it is measured from records its
    counting rule `tally` and its `record` class. The parameters of `formula` are the names of the variables.

    >>> from kinerja import PERCENT, Text, Unit, Variable
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

    formula: ClassVar[Callable[..., Any]]
    reading_of: ClassVar[type[Any] | None] = None
    """The indicator of which this is another reading: made of the same records, under another answer."""

    achievement: ClassVar[_Achievement] = _Achievement()
    """`achievement(target, actual)`: the achievement (capaian) in percent, by this indicator's polarity.

    It can be asked of an instance, and of a class that can be made without arguments. Errors are those of
    `kinerja.achievement`, and IndicatorError for a class that needs arguments.
    """

    def __repr__(self) -> str:
        """Show what is set, and of the answers to readings those that are not as taken."""
        fields = [(field, getattr(self, field.name)) for field in attrs.fields(type(self))]
        own = (f"{field.name}={value!r}" for field, value in fields if value != field.default)
        return f"{self.name}({', '.join(own)})"

    @property
    def name(self) -> str:
        """The name of the indicator's class, by which catalogues refer to it."""
        return type(self).__name__

    @statement
    def unit(self) -> Unit:
        """The unit (satuan) of the actual."""
        raise say.NOT_STATED.error(indicator=self.name, member="unit")

    @statement
    def record(self) -> type[Any] | None:
        """The class of the records that are counted; None where totals alone are measured."""
        return None

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What the letters of the formula stand for."""
        raise say.NOT_STATED.error(indicator=self.name, member="variables")

    @property
    def form_fields(self) -> tuple[Field, ...]:
        """The columns of its form, in order; none where it is measured from totals alone."""
        return () if self.record is None else fields_of(self.record)

    @statement
    def adds(self) -> bool:
        """Whether measurements of it add up to one; an index, and what others assessed, never do."""
        return True

    @property
    def symbols(self) -> dict[str, str]:
        """The letters of the formula by the names of the variables."""
        return {variable.name: variable.symbol for variable in self.variables}

    @statement
    def polarity(self) -> Polarity:
        """Which way is better; more, unless a class states otherwise."""
        return Polarity.MAXIMISE

    @statement
    def timing(self) -> Timing:
        """How its quarters come together; a class with a counting rule states it."""
        return Timing.FLOW

    @statement
    def least(self) -> int | None:
        """The smallest actual there can be; None where it may be below zero."""
        return None

    @statement
    def most(self) -> int | None:
        """The largest actual there can be; None where there is none."""
        return None

    @statement
    def usual(self) -> tuple[int, int] | Range | None:
        """The lowest and the highest actual that is usual; outside it there is a remark. None where nothing is."""
        return None

    @statement
    def rule_names(self) -> tuple[Text, ...]:
        """What each of its counting rules counted, the oldest first: one more for each change of meaning."""
        return ()

    @property
    def rules(self) -> int:
        """The number of the counting rule: 1, and one more for each change of what it means."""
        return max(1, len(self.rule_names))

    def measure(self, *unnamed: Any, **quantities: Any) -> Measurement:
        """Return the measurement of given totals, one for each variable, by name.

        Raises:
            InexactNumberError: for a total that is not one exact number.
            QuantityError: for one that cannot be, and for a missing or unknown name.
        """
        check_indicator(self)
        return Measurement.of(self, _stated(unnamed, quantities))

    def measure_records(
        self, records: Iterable[R_contra], *, period: int | str | Period, keep_evidence: bool = True
    ) -> Measurement:
        """Return the measurement of the records (data dukung) that count in a period; they are read once.

        Args:
            records: any iterable, a stream too.
            period: a year, a Quarter or its text; see `kinerja.records.as_period`.
            keep_evidence: False keeps the numbers alone, for very long streams. It gives up the guard against
                counting a record twice, and the measurement says so.

        Raises:
            PeriodError: for a period that does not exist, or of which the records say nothing, such as a quarter of an
                indicator that is measured by the year.
            QuantityError: for an unknown value where one is needed, for totals that cannot be, and for what is no
                record of this indicator.
            DoubleCountError: where one record stands twice in the same quantity.
        """
        check_indicator(self)
        when = as_period(period)
        self.check_period(when)
        names = [variable.name for variable in self.variables]
        try:
            counted = count(
                self.name,
                names,
                self.tally,
                records,
                period=when,
                keep_evidence=keep_evidence,
                impossible=self.impossible,
            )
        except AttributeError as error:
            raise _other_record(self, error) or error from None
        return Measurement(
            indicator=self,
            quantities=check_quantities(self.name, self.variables, counted.sums),
            periods=(when,),
            entries=counted.entries,
            keys=counted.keys,
            evidence=counted.ledger,
            guarded=keep_evidence,
        )

    def check_period(self, period: Period) -> None:
        """Raise PeriodError for a period of which the records say nothing."""
        error = unanswerable(self.name, self.timing, period)
        if error is not None:
            raise error

    def tally(self, line: R_contra, period: Period) -> Iterable[Tally]:
        """Say what one record adds to which quantities in a period: the counting rule.

        Raises:
            QuantityError: if the indicator has no counting rule.
        """
        raise say.NO_COUNTING_RULE.error(indicator=self.name, value=(line, period))

    def impossible(self, line: R_contra) -> Iterable[Impossible]:  # noqa: ARG002 - for those that have limits
        """Say what a record that counts may not say, in the words of the counting rule; it is refused."""
        return ()

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:  # noqa: ARG002 - for those that look
        """Say what a reader should know of quantities that are possible but unusual."""
        yield from ()

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - as above
        """Say what a reader should know of how this indicator counted the records of a period.

        Args:
            ledger: all records that were looked at in the period, also those left out; none where they were not kept.
            period: in which they were looked at.
        """
        yield from ()

    def records_needed(self, period: Period) -> Iterator[Text]:
        """Say which records the sums of a period need, for whoever fills in a form."""
        return records_needed(self, period)

    def check_actual(self, value: Number) -> Fraction:
        """Return an actual that was measured elsewhere as an exact number.

        Raises:
            InexactNumberError: for what is not one exact number.
            QuantityError: for a fraction of a whole unit, and for less or more than there can be.
        """
        return check_actual(self.name, self.unit, Bounds.of(self, self.unit), value)

    def needed(
        self,
        target: TargetGiven,
        achievement: Number,
        *,
        given: Mapping[str, Number] = FrozenMap(),
        minimise: Minimise = "reflected",
        cap: Number | None = None,
    ) -> Needed:
        """Return the actual that makes an achievement of so many percent, and the quantity that makes the actual.

        Args:
            target: what was promised, above 0.
            achievement: what is to be reached, in percent.
            given: the quantities that are known, name -> number: all but the one that is looked for, or none.
            minimise: the rule where less is better, see `kinerja.achievement`.
            cap: the highest achievement that is published, see `kinerja.Scoring`.

        Raises:
            TargetError: for a target of 0 or below.
            InexactNumberError: for what is not one exact number.
            QuantityError: for quantities that are neither all but one nor none, and for a formula that has a square of
                the one that is looked for.

        >>> from kinerja import P3DNRatio
        >>> needed = P3DNRatio().needed(45, 110, given={"ceiling": 12_131_595_000})
        >>> print(needed.quantity, needed, sep="; ")
        6005139525; 110 × 45 / 100 = 49,5; 100 × 6.005.139.525 / 12.131.595.000 = 49,5
        >>> print(P3DNRatio().needed(45, 130, cap=120))
        Capaian 130% tidak terjangkau. Capaian dibatasi paling tinggi 120%.
        """
        check_indicator(self)
        aim = Aim(self.name, target, self.unit, Bounds.of(self, self.unit), self.polarity, minimise, cap)
        return with_quantity(needed_actual(aim, achievement), aim, self.formula, self.variables, given)

    def latex(self) -> str:
        """Return the formula in LaTeX, in the symbols of the variables."""
        return to_latex(as_written(self.formula, self.symbols))

    def formula_text(self) -> str:
        """Return the formula on one line, in the symbols of the variables."""
        return to_text(as_written(self.formula, self.symbols))

    def mathml(self) -> str:
        """Return the formula in MathML, in the symbols of the variables."""
        return to_mathml(as_written(self.formula, self.symbols))

    def cells(self, **cells: str) -> str:
        """Return the formula as a spreadsheet holds it, such as `=100*A2/B2`: a cell or defined name for each variable.

        Raises:
            QuantityError: for a missing or unknown name.
        """
        check_names(self.name, self.variables, cells)
        return to_cells(as_written(self.formula, cells))


def grows_with_units(indicator: Indicator[Any]) -> bool:
    """Tell whether a figure grows with the units that it is of, as a count or a difference does and a share does not.

    Twice as much of everything is twice the count, and the same share.

    >>> from kinerja.indicators import AccreditedScopeGrowth, P3DNRatio
    >>> grows_with_units(AccreditedScopeGrowth()), grows_with_units(P3DNRatio())
    (True, False)
    """
    once = {variable.name: Fraction(number) for number, variable in enumerate(indicator.variables, 2)}
    twice = {name: 2 * number for name, number in once.items()}
    formula: Any = indicator.formula
    grows: bool = formula(**once) != formula(**twice)
    return grows


def by_name(measure: Callable[Concatenate[Own, P], Measurement]) -> Callable[Concatenate[Own, P], Measurement]:
    """Let a `measure` whose parameters are the variables refuse other names as `Indicator.measure` does.

    Python's own TypeError would know no indicator, and no language but one. The method asks `Indicator.measure` by that
    name: attrs makes a slotted class anew, and `super()` within what is wrapped would still mean the first.
    """

    @functools.wraps(measure)
    def named(self: Own, /, *unnamed: P.args, **quantities: P.kwargs) -> Measurement:
        check_names(self.name, self.variables, _stated(unnamed, quantities))
        return measure(self, *unnamed, **quantities)

    return named


def _stated(unnamed: tuple[Any, ...], quantities: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was given by name; what has none stands in brackets, and is no name of any variable."""
    return {**{f"({value!r})": value for value in unnamed}, **quantities}


def _other_record(indicator: Indicator[Any], error: AttributeError) -> QuantityError | None:
    """Return what to say where the rule asked for a field of its record, and the line is none; None otherwise."""
    kind = indicator.record
    if kind is None or isinstance(error.obj, kind) or error.name not in {"identity", *attrs.fields_dict(kind)}:
        return None
    own = (error.obj if isinstance(error.obj, type) else type(error.obj)).__name__
    return say.OTHER_RECORD.error(
        indicator=indicator.name, field=error.name, value=error.obj, kind=own, record=kind.__name__
    )
