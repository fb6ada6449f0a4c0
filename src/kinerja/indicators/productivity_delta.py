"""SK3/1: productivity or efficiency gained through consulting."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

import attrs

from kinerja._base import Language
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
    by_name,
    listed,
    shortened,
)
from kinerja.records import (
    MeanTally,
    Period,
    Tally,
    above,
    by_kind,
    choose,
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
        default=None, converter=optional_exact, metadata=number("sesudah", "Nilai sesudah pendampingan, satuan sama.")
    )
    lower_is_better: bool = attrs.field(
        default=False,
        metadata=flag(
            "lebih rendah lebih baik",
            "Apakah penurunan berarti perbaikan, misalnya energi per ton atau barang cacat.",
            needed=True,
        ),
    )


def _both_known(line: PerformanceMeasure, period: Period) -> dict[str, bool]:
    return {
        "pendampingan pada tahun berjalan": line.year == period.year,
        "diukur sebelum dan sesudah": known(line.before) & known(line.after),
    }


def _measured(line: PerformanceMeasure, period: Period) -> dict[str, bool]:
    return {**_both_known(line, period), "ukuran sebelum di atas 0": above(line.before, 0)}


def _improvement(line: PerformanceMeasure) -> Any:
    return percent_change(line.before, line.after, lower_is_better=line.lower_is_better)


@attrs.frozen(kw_only=True)
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
    different units cannot be added before they are divided.

    Not measured: the size of the companies, and whether the consulting was the cause; every case weighs the same, and
    one case that starts near 0 can outweigh all others.

    >>> print(ProductivityDelta().measure(improvement=25, cases=2))
    25 / 2 = 12,50
    >>> print(ProductivityDelta().achievement(target=10, actual=12.5))
    125,00%
    """

    unit: ClassVar[Unit] = PERCENT
    record: ClassVar[type[PerformanceMeasure]] = PerformanceMeasure
    timing: ClassVar[Timing] = Timing.YEARLY
    variables: ClassVar[tuple[Variable, ...]] = (
        Variable(
            name="improvement",
            symbol="P",
            label=Text(
                id="jumlah peningkatan seluruh kasus, masing-masing (B - A) / A × 100, "
                "atau (A - B) / A × 100 jika lebih rendah lebih baik",
                en="sum of the improvements of all cases, each (B - A) / A × 100, "
                "or (A - B) / A × 100 where lower is better",
            ),
            unit=PERCENT,
            least=None,
            empty="unmeasured",
        ),
        Variable(
            name="cases",
            symbol="n",
            label=Text(
                id="banyaknya ukuran performansi yang diukur sebelum dan sesudah pendampingan",
                en="performance measures taken before and after the assistance",
            ),
            unit=CASE,
            divisor=True,
            empty="unmeasured",
        ),
    )

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count the cases of the year that were measured before and after, with a base above 0."""
        yield Tally(_measured(line, period), improvement=_improvement(line), cases=1)

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
        above_all = [(f"{line.company}, {line.measure}", Percent(change)) for line, change in large]
        if above_all:
            yield say.ABOVE_A_HUNDRED.text(
                value=Text(
                    id=listed([f"{case} ({change})" for case, change in above_all]),
                    en=listed([f"{case} ({change.write(Language.ENGLISH)})" for case, change in above_all]),
                )
            )

    def remarks(self, quantities: Mapping[str, Fraction]) -> Iterator[Text]:
        """Say so where performance fell."""
        if quantities["improvement"] < 0:
            yield _FELL


@attrs.frozen(kw_only=True)
class CompanyProductivityDelta(ProductivityDelta):
    """SK3/1 where each company weighs the same, whatever the number of its cases (per perusahaan)."""

    reading_of: ClassVar[type[Any] | None] = ProductivityDelta

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count the companies, each with the mean of its cases."""
        company = (line.unit, line.company)
        measured = _measured(line, period)
        yield MeanTally(measured, per=company, improvement=_improvement(line))
        yield Tally(measured, per=company, cases=1)


@attrs.frozen(kw_only=True)
class ImprovedCaseDelta(ProductivityDelta):
    """SK3/1 where only the cases that improved are averaged (yang meningkat saja)."""

    reading_of: ClassVar[type[Any] | None] = ProductivityDelta

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count the cases that improved."""
        improved = {"ukuran membaik": above(_improvement(line), 0)}
        yield Tally({**_measured(line, period), **improved}, improvement=_improvement(line), cases=1)


@attrs.frozen(kw_only=True)
class SignKeptDelta(ProductivityDelta):
    """SK3/1 where (B - A) / A keeps its sign, also where a fall is the improvement (tanda dipertahankan)."""

    reading_of: ClassVar[type[Any] | None] = ProductivityDelta

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count all cases, a fall below 0."""
        yield Tally(_measured(line, period), improvement=percent_change(line.before, line.after), cases=1)


@attrs.frozen(kw_only=True)
class InverseMeasureDelta(ProductivityDelta):
    """SK3/1 where a measure that should fall is turned over: A / B - 1 (kebalikannya)."""

    reading_of: ClassVar[type[Any] | None] = ProductivityDelta

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count all cases, those that should fall by what their inverse gained."""
        base = choose(line.lower_is_better, line.after, line.before)
        measured = {**_measured(line, period), "ukuran pembagi di atas 0": above(base, 0)}
        more, less = percent_change(line.before, line.after), percent_change(line.after, line.before)
        yield Tally(measured, improvement=choose(line.lower_is_better, less, more), cases=1)


@attrs.frozen(kw_only=True)
class RatioOfMeansDelta(Indicator[PerformanceMeasure]):
    """SK3/1 as the change of the means, which adds measures before it divides (perbandingan rata-rata).

    >>> print(RatioOfMeansDelta().measure(better=130, worse=100, before=100))
    100 × (130 - 100) / 100 = 30,00
    """

    reading_of: ClassVar[type[Any] | None] = ProductivityDelta
    unit: ClassVar[Unit] = PERCENT
    record: ClassVar[type[PerformanceMeasure]] = PerformanceMeasure
    timing: ClassVar[Timing] = Timing.YEARLY
    variables: ClassVar[tuple[Variable, ...]] = (
        Variable(
            name="better",
            symbol="P",
            label=Text(
                id="jumlah ukuran sesudah, atau sebelum jika lebih rendah lebih baik",
                en="sum of the measures after, or before where lower is better",
            ),
            unit=_MEASURE,
            least=None,
            empty="unmeasured",
        ),
        Variable(
            name="worse",
            symbol="Q",
            label=Text(
                id="jumlah ukuran sebelum, atau sesudah jika lebih rendah lebih baik",
                en="sum of the measures before, or after where lower is better",
            ),
            unit=_MEASURE,
            least=None,
            empty="unmeasured",
        ),
        Variable(
            name="before",
            symbol="A",
            label=Text(id="jumlah ukuran sebelum", en="sum of the measures before"),
            unit=_MEASURE,
            divisor=True,
            empty="unmeasured",
        ),
    )

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Add the measures before and after."""
        yield Tally(
            _both_known(line, period),
            better=choose(line.lower_is_better, line.before, line.after),
            worse=choose(line.lower_is_better, line.after, line.before),
            before=line.before,
        )

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
        if quantities["better"] < quantities["worse"]:
            yield _FELL


@attrs.frozen(kw_only=True)
class WorseAsZeroDelta(ProductivityDelta):
    """SK3/1 where a case that got worse counts as 0 (yang memburuk dihitung 0)."""

    reading_of: ClassVar[type[Any] | None] = ProductivityDelta

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count all cases, and what those improved that did."""
        measured, gained = _measured(line, period), _improvement(line)
        yield Tally({**measured, "ukuran membaik": above(gained, 0)}, improvement=gained)
        yield Tally(measured, cases=1)


@attrs.frozen(kw_only=True)
class UnmeasuredAsZeroDelta(ProductivityDelta):
    """SK3/1 where a case that was not measured twice counts as 0 (yang belum diukur dihitung 0)."""

    reading_of: ClassVar[type[Any] | None] = ProductivityDelta

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count all cases of the year, measured or not."""
        yield Tally(_measured(line, period), improvement=_improvement(line))
        yield Tally({"pendampingan pada tahun berjalan": line.year == period.year}, cases=1)


@attrs.frozen(kw_only=True)
class PointDelta(ProductivityDelta):
    """SK3/1 as differences in the measures' own unit, of measures in percent in points (selisih, poin persen).

    >>> print(PointDelta().measure(improvement=6, cases=2))
    6 / 2 = 3,00
    """

    reading_of: ClassVar[type[Any] | None] = ProductivityDelta
    unit: ClassVar[Unit] = _MEASURE
    variables: ClassVar[tuple[Variable, ...]] = (
        attrs.evolve(
            ProductivityDelta.variables[0],
            label=Text(
                id="jumlah selisih seluruh kasus, masing-masing B - A, atau A - B jika lebih rendah lebih baik",
                en="sum of the differences of all cases, each B - A, or A - B where lower is better",
            ),
            unit=_MEASURE,
        ),
        ProductivityDelta.variables[1],
    )

    def tally(self, line: PerformanceMeasure, period: Period) -> Iterable[Tally]:
        """Count all cases by how far they moved."""
        more, less = minus(line.after, line.before), minus(line.before, line.after)
        yield Tally(_both_known(line, period), improvement=choose(line.lower_is_better, less, more), cases=1)
