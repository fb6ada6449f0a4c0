"""SK3/1: productivity or efficiency gained through consulting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from kinerja.indicators import messages as say
from kinerja.measurement import (
    PERCENT,
    Indicator,
    Ledger,
    Measurement,
    N,
    Number,
    Percent,
    Text,
    Timing,
    Unit,
    Variable,
    answer,
    by_name,
    listed,
    shortened,
    statement,
)
from kinerja.records import (
    MeanTally,
    Period,
    Tally,
    above,
    by_kind,
    choose,
    every,
    exact,
    flag,
    known,
    minus,
    name,
    number,
    optional_exact,
    percent_change,
    plain_heading,
    unit,
    year,
)

_ALL = 100

_MEASURE = Unit(name=Text(id="Ukuran performansi", en="performance measure"))
_FELL = Text(id="Rata-rata performansi menurun.", en="Performance fell on average.")
CASE = Unit(name=Text(id="Kasus", en="case"), whole=True)


def improvement(before: Number, after: Number, lower_is_better: bool = False) -> Fraction:  # noqa: FBT001, FBT002 - reads as a word at the call
    """Return one case's improvement in percent, against its own measure before the assistance.

    Source: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK3/1, measure before (A) and after (B).

    Args:
        before: the performance measure before (A), above 0, in any unit.
        after: the same measure after (B), in the same unit.
        lower_is_better: for measures such as energy per tonne or rejects, where a fall is the improvement.

    Raises:
        UndefinedActualError: for a measure of 0 or below before.
        InexactNumberError: for anything that is not one exact number.

    >>> improvement(before=40, after=50)
    Fraction(25, 1)
    >>> improvement(10, 8, lower_is_better=True)
    Fraction(20, 1)
    """
    base, reached = exact(before), exact(after)
    if base <= 0:
        raise say.NOTHING_BEFORE.error(indicator="ProductivityDelta", quantity="before", value=base)
    change: Fraction = percent_change(base, reached, lower_is_better=lower_is_better)
    return change


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class PerformanceMeasure:
    """One performance measure (ukuran performansi) of a company, before and after the assistance: one case.

    Fields:
        unit: the balai.
        company, measure, year: which measure of which company, assisted in which year.
        before, after: its values, both in the same unit; None where not measured.
        lower_is_better: whether a fall is the improvement, as with energy per tonne or rejects. A table must say it
            for every case, because a blank would turn an improvement into a loss.
    """

    identity: ClassVar[tuple[str, ...]] = ("unit", "company", "measure", "year")
    dated_by: ClassVar[str] = "year"
    called: ClassVar[Text] = Text(id="ukuran performansi", en="performance measure")

    unit: str = attrs.field(metadata=unit())
    company: str = attrs.field(metadata=name("perusahaan", "Nama perusahaan."))
    measure: str = attrs.field(
        metadata=name("ukuran performansi", "Misalnya: ton per jam, kWh per ton.", also=("ukuran",))
    )
    year: int = attrs.field(metadata=year("tahun", "Tahun pendampingan."))
    before: Fraction | None = attrs.field(
        default=None, converter=optional_exact, metadata=number("sebelum", "Nilai sebelum pendampingan, di atas 0.")
    )
    after: Fraction | None = attrs.field(
        default=None,
        converter=optional_exact,
        metadata=number("sesudah", "Nilai sesudah pendampingan, satuan sama.", like="before"),
    )
    lower_is_better: bool = attrs.field(
        default=False,
        metadata=flag(
            "lebih rendah lebih baik",
            "Apakah penurunan berarti perbaikan, misalnya energi per ton atau barang cacat.",
            needed=True,
        ),
    )


def _of_year(line: PerformanceMeasure, period: Period) -> dict[str, bool]:
    return {"pendampingan pada tahun berjalan": line.year == period.year}


def _both_known(line: PerformanceMeasure) -> dict[str, bool]:
    return {"diukur sebelum dan sesudah": known(line.before) & known(line.after)}


def _improvement(line: PerformanceMeasure) -> Any:
    return percent_change(line.before, line.after, lower_is_better=line.lower_is_better)


_LOWER = Text(id="jika lebih rendah lebih baik", en="where lower is better")
_CHANGE = {
    "turned": ("(B - A) / A × 100", "(A - B) / A × 100"),
    "sign_kept": ("(B - A) / A × 100", ""),
    "inverse": ("(B - A) / A × 100", "(A / B - 1) × 100"),
}
_POINTS = {"turned": ("B - A", "A - B"), "sign_kept": ("B - A", "")}
_MEANS = {
    "measure": Text(id="jumlah {change} {cases}", en="sum of the {change} of {cases}"),
    "company": Text(
        id="jumlah rata-rata {change} {cases} tiap perusahaan", en="sum of each company's mean {change} of {cases}"
    ),
}
_COUNTED = {
    "measure": Text(id="banyaknya ukuran performansi yang ", en="performance measures "),
    "company": Text(
        id="banyaknya perusahaan dengan ukuran performansi yang ", en="companies with performance measures "
    ),
}


@attrs.frozen(kw_only=True, repr=False)
class ProductivityDelta(Indicator[PerformanceMeasure]):
    """Productivity or efficiency of companies that apply technology through consulting (produktivitas/efisiensi).

    Clause: Decree 26/2022 of BSPJI Pekanbaru, Lampiran II, SK3/1: "rata – rata nilai ukuran performansi yang diukur
    sebelum pendampingan (A) dan nilai ukuran performansi sesudah pendampingan (B)".

    Definition: the mean of the improvements, in percent, of all cases that were measured before and after.

    Equation: P / n

    Symbols:
        P: `improvement`, the sum of the cases' improvements, each as `kinerja.improvement` gives it (persen); may be
            below 0.
        n: `cases`, performance measures taken before and after (kasus), whole, 0 or more.

    Reading taken: the mean of the cases' ratios, each measure one case; the decree prints no formula, and measures of
    different units cannot be added before they are divided. `case` ("company") weighs companies alike, `direction`,
    `worse` and `unmeasured` count otherwise what should fall, got worse or was not measured, `mean` ("points") adds
    differences.

    Not measured: the size of the companies, and whether the consulting was the cause; every case weighs the same, and
    one case that starts near 0 can outweigh all others.

    >>> print(ProductivityDelta().measure(improvement=25, cases=2))
    25 / 2 = 12,50
    >>> print(ProductivityDelta().achievement(target=10, actual=12.5))
    125,00%
    """

    record: ClassVar[type[PerformanceMeasure]] = PerformanceMeasure
    timing: ClassVar[Timing] = Timing.YEARLY

    mean: str = answer("mean_of_ratios", "points")
    case: str = answer("measure", "company")
    direction: str = answer("turned", "sign_kept", "inverse")
    worse: str = answer("counted", "left_out", "zero")
    unmeasured: str = answer("left_out", "zero")

    def __attrs_post_init__(self) -> None:
        """Refuse the difference of what is turned over, which is in no unit of the measure."""
        if self._in_points and self.direction == "inverse":
            raise say.POINTS_OF_INVERSE.error(indicator=self.name, member="mean, direction", value=self.direction)

    @property
    def _in_points(self) -> bool:
        return self.mean == "points"

    @property
    def _unmeasured_is_zero(self) -> bool:
        """Whether a case that was not measured is averaged as 0, which is no improvement."""
        return self.unmeasured == "zero" and self.worse != "left_out"

    @statement
    def unit(self) -> Unit:
        """Percent, or the unit of the measures."""
        return _MEASURE if self._in_points else PERCENT

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """What the cases gained, and how many they are."""
        return (
            Variable(
                name="improvement", symbol="P", label=self._gained, unit=self.unit, least=None, empty="unmeasured"
            ),
            Variable(name="cases", symbol="n", label=self._cases, unit=CASE, divisor=True, empty="unmeasured"),
        )

    @property
    def _gained(self) -> Text:
        change = Text(id="selisih", en="differences") if self._in_points else Text(id="peningkatan", en="improvements")
        cases = Text(id="seluruh kasus", en="all cases")
        if self.worse == "left_out":
            cases = Text(id="kasus yang membaik", en="the cases that got better")
        more, less = (_POINTS if self._in_points else _CHANGE)[self.direction]
        how = Text(id=f", masing-masing {more}", en=f", each {more}")
        if less:
            how = Text(id=f"{how.id}, atau {less} {_LOWER.id}", en=f"{how.en}, or {less} {_LOWER.en}")
        if self.worse == "zero":
            how = Text(id=f"{how.id}; yang memburuk 0", en=f"{how.en}; 0 where it got worse")
        if self._unmeasured_is_zero:
            how = Text(id=f"{how.id}; yang belum diukur 0", en=f"{how.en}; 0 where it was not measured")
        told = _MEANS[self.case]
        return Text(
            id=told.id.format(change=change.id, cases=cases.id) + how.id,
            en=told.en.format(change=change.en, cases=cases.en) + how.en,
        )

    @property
    def _cases(self) -> Text:
        noun = _COUNTED[self.case]
        taken = Text(id="diukur sebelum dan sesudah pendampingan", en="taken before and after the assistance")
        if self.unmeasured == "zero":
            taken = Text(id="tercatat, sudah diukur atau belum", en="on record, taken or not")
        if self.worse == "left_out":
            taken = Text(id="membaik setelah pendampingan", en="that got better with the assistance")
        return Text(id=noun.id + taken.id, en=noun.en + taken.en)

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count the cases of the year that were measured before and after, with a base above 0."""
        gained, measured, asked = self._change(line), self._measured(line), _of_year(line, period)
        if self.worse == "zero":
            gained = choose(above(gained, 0), gained, 0)
        if self._unmeasured_is_zero:
            gained = choose(every(measured.values()), gained, 0)
        else:
            asked |= measured
        if self.worse == "left_out":
            asked["ukuran membaik"] = above(gained, 0)
        if self.case == "company":
            company = (line.unit, line.company)
            yield MeanTally(asked, per=company, improvement=gained)
            yield Tally(asked, per=company, cases=1)
        else:
            yield Tally(asked, improvement=gained, cases=1)

    def _change(self, line: PerformanceMeasure) -> Any:
        """Return how far a case moved to the better: in percent of its measure before, or in its own unit."""
        if self.direction == "turned" and not self._in_points:
            return _improvement(line)
        more, less = percent_change(line.before, line.after), percent_change(line.after, line.before)
        if self._in_points:
            more, less = minus(line.after, line.before), minus(line.before, line.after)
        return more if self.direction == "sign_kept" else choose(line.lower_is_better, less, more)

    def _measured(self, line: PerformanceMeasure) -> dict[str, bool]:
        """Return what a case must have that can be divided by."""
        measured = _both_known(line)
        if not self._in_points:
            measured["ukuran sebelum di atas 0"] = above(line.before, 0)
        if self.direction == "inverse":
            base = choose(line.lower_is_better, line.after, line.before)
            measured["ukuran pembagi di atas 0"] = above(base, 0)
        return measured

    @staticmethod
    def formula(improvement: N, cases: N) -> N:
        """Return the mean improvement."""
        return improvement / cases

    @by_name
    def measure(self, *, improvement: Number, cases: Number) -> Measurement:
        """Return the measurement of a sum of improvements over so many cases.

        Raises:
            QuantityError: also for an improvement of no cases.
        """
        measured = Indicator.measure(self, improvement=improvement, cases=cases)
        if measured.quantities["cases"] == 0 and measured.quantities["improvement"] != 0:
            raise say.NO_CASES.error(indicator=self.name, value=improvement)
        return measured

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Name the measures that are said to be better both ways, and cases that may have lost a comma."""
        lines = [item.record for item in ledger if item.entered]
        ways: dict[str, set[bool]] = {}
        for line in lines:
            ways.setdefault(plain_heading(line.measure), set()).add(line.lower_is_better)
        both = [measure for measure, own in ways.items() if len(own) > 1]
        if both:
            yield say.BOTH_WAYS.text(value=shortened(both))
        changes = [(line, _improvement(line)) for line in lines]
        large = [(line, change) for line, change in changes if above(change, _ALL)]
        above_all = [
            Text.joined([f"{line.company}, {line.measure} (", Text.each(Percent(change).write), ")"], "")
            for line, change in large
        ]
        if above_all:
            yield say.ABOVE_A_HUNDRED.text(value=listed(above_all))

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Say so where performance fell."""
        if quantities["improvement"] < 0 and self.direction != "sign_kept":
            yield _FELL


@attrs.frozen(kw_only=True, repr=False)
class RatioOfMeansDelta(Indicator[PerformanceMeasure]):
    """SK3/1 as the change of the means, which adds measures before it divides (perbandingan rata-rata).

    >>> print(RatioOfMeansDelta().measure(better=130, worse=100, before=100))
    100 × (130 - 100) / 100 = 30,00
    """

    reading_of: ClassVar[type[Any] | None] = ProductivityDelta
    unit: ClassVar[Unit] = PERCENT
    record: ClassVar[type[PerformanceMeasure]] = PerformanceMeasure
    timing: ClassVar[Timing] = Timing.YEARLY
    direction: str = answer("turned", "sign_kept")

    @statement
    def variables(self) -> tuple[Variable, ...]:
        """The sums of what is better and of what is worse, and of the measures before."""
        before, after = Text(id="sebelum", en="before"), Text(id="sesudah", en="after")
        return (
            self._sum("better", "P", after, before),
            self._sum("worse", "Q", before, after),
            attrs.evolve(self._sum("before", "A", before, before), least=0, divisor=True),
        )

    def _sum(self, name: str, symbol: str, more: Text, less: Text) -> Variable:
        """Return a sum of measures: the first side, and the second of those of which less is better."""
        label = Text(id=f"jumlah ukuran {more.id}", en=f"sum of the measures {more.en}")
        if more != less and self.direction == "turned":
            label = Text(id=f"{label.id}, atau {less.id} {_LOWER.id}", en=f"{label.en}, or {less.en} {_LOWER.en}")
        return Variable(name=name, symbol=symbol, label=label, unit=_MEASURE, least=None, empty="unmeasured")

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Add the measures before and after."""
        better, worse = line.after, line.before
        if self.direction == "turned":
            better = choose(line.lower_is_better, line.before, line.after)
            worse = choose(line.lower_is_better, line.after, line.before)
        asked = {**_of_year(line, period), **_both_known(line)}
        yield Tally(asked, better=better, worse=worse, before=line.before)

    @staticmethod
    def formula(better: N, worse: N, before: N) -> N:
        """Return the change of the sums, in percent."""
        return 100 * (better - worse) / before

    @by_name
    def measure(self, *, better: Number, worse: Number, before: Number) -> Measurement:
        """Return the measurement of sums of measures."""
        return Indicator.measure(self, better=better, worse=worse, before=before)

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Say so where performance fell."""
        if quantities["better"] < quantities["worse"] and self.direction == "turned":
            yield _FELL
