"""Value: what an outside assessor gave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import ClassVar

import attrs

from kinerja._base import FrozenMap
from kinerja._base.dates import write_day
from kinerja.formulas import messages as say
from kinerja.formulas.formula import Formula, FormulaRecord, Letter, of_year
from kinerja.measurement import Bounds, Indicator, Ledger, Measurement, N, Number, Text, Timing, Variable, by_name
from kinerja.records import Period, Tally, by_kind, day, exact, name, number, year


@attrs.frozen(kw_only=True, field_transformer=by_kind)
class Assessment(FormulaRecord):
    """The value that an outside assessor gave for a year (hasil penilaian): one an indicator and year, of one unit.

    Fields:
        year: which year was assessed.
        value: what was given.
        assessor: by whom.
        assessed_on: when; None where unknown.
        proof: the letter or report that says so.
    """

    identity: ClassVar[tuple[str, ...]] = ("indicator", "year")
    dated_by: ClassVar[str] = "year"
    called: ClassVar[Text] = Text(id="hasil penilaian", en="assessment")

    year: int = attrs.field(metadata=year("tahun", "Tahun yang dinilai.", also=("tahun yang dinilai",)))
    value: Fraction = attrs.field(converter=exact, metadata=number("nilai", "Nilai menurut penilai."))
    assessor: str = attrs.field(metadata=name("penilai", "Lembaga yang menilai."))
    assessed_on: dt.date | None = attrs.field(
        default=None, metadata=day("tanggal penilaian", "Tanggal hasil penilaian; kosongkan bila tidak diketahui.")
    )
    proof: str = attrs.field(metadata=name("bukti", "Nomor surat atau laporan hasil penilaian."))


@attrs.frozen(kw_only=True)
class Value(Formula[Assessment]):
    """What an outside assessor gave for the year (nilai), such as SAKIP or SPBE; there is one, and it never adds.

    Equation: N

    Symbols:
        N: `value`, as it was given.

    Fields:
        given: what was assessed.

    >>> from kinerja import Unit
    >>> mark = Unit(name=Text(id="Nilai", en="mark"))
    >>> sakip = Letter(label=Text(id="nilai SAKIP", en="SAKIP mark"), unit=mark)
    >>> print(Value(code="SK.6.1", unit=mark, given=sakip).measure(value=83.6))
    83,6 = 83,60
    """

    record: ClassVar[type[Assessment]] = Assessment
    lettered: ClassVar[FrozenMap[str, str]] = FrozenMap({"value": "given"})
    timing: ClassVar[Timing] = Timing.YEARLY
    adds: ClassVar[bool] = False

    given: Letter

    @property
    def by_letters(self) -> Bounds:
        """Those of the value."""
        return self.given.bounds_in(self.unit)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The value."""
        return (self.given.variable("value", "N", empty="unmeasured"),)

    def tally(self, line: Assessment, period: Period) -> Iterable[Tally]:
        """Take the value of the year."""
        yield Tally(of_year(self.code, line, period), value=line.value)

    @staticmethod
    def formula(value: N) -> N:
        """Return the value."""
        return value

    def record_remarks(self, ledger: Ledger, period: Period) -> Iterator[Text]:  # noqa: ARG002 - of any period
        """Say who gave the value, when, and by what proof."""
        for one in ledger.counted:
            when = () if one.assessed_on is None else (write_day(one.assessed_on),)
            yield say.ASSESSED.text(who=(one.assessor, *when), proof=one.proof)

    @by_name
    def measure(self, *, value: Number) -> Measurement:
        """Return the measurement of a value that was given."""
        return Indicator.measure(self, value=value)
