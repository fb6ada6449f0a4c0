"""What was measured of an indicator: quantities that add, and the formula that runs on their sum."""

from __future__ import annotations

import functools
import importlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Self

import attrs

from kinerja._base import FrozenMap, Language, NotMeasuredError, Number, Reason, Text, UndefinedActualError, as_json
from kinerja.measurement import messages as say
from kinerja.measurement.evidence import (
    Evidence,
    Ledger,
    LeftOut,
    Outcome,
    merged,
    refuse_double_count,
    refuse_shared_keys,
)
from kinerja.measurement.naming import Key
from kinerja.measurement.notation import Symbol, Term, to_text, with_values
from kinerja.measurement.notes import notes_on, why_missed, why_none
from kinerja.measurement.quantity import check_divisors, check_quantities
from kinerja.measurement.timing import join_periods
from kinerja.records import Period

if TYPE_CHECKING:
    # The one pair of files that name each other: an indicator makes measurements, and a measurement says of which.
    from kinerja.measurement.indicator import Indicator  # noqa: TC004 - attrs does not read the annotation
    from kinerja.measurement.quantity import Variable
    from kinerja.writers import Document


_NONE = frozenset[Key]()
_NO_KEYS: FrozenMap[str, frozenset[Key]] = FrozenMap()


@attrs.frozen(kw_only=True)
class Measurement:
    """What was measured of one indicator: exact quantities, and the records behind them where it came from records.

    Measurements of the same indicator add: their quantities add up and the formula runs again. `str` gives the worked
    line. Two measurements are equal when all but their evidence, and what is counted of it, is.

    Fields:
        quantities: name -> exact number.
        periods: those it was measured in from records, in order; none where totals were given.
        guarded: False where records were counted without the guard against counting one twice.
        complete: False where totals were added that have no records.
        where: its records stand, for the reader, such as the name of a file.
        entries: name -> how many records entered the quantity; None where totals were given. Of a sum of totals and
            records it has what the records entered.
        keys: name -> what was counted once each, of quantities that are counted `per` something.
        evidence: the records, each once.
    """

    indicator: Indicator[Any]
    quantities: FrozenMap[str, Fraction]
    periods: tuple[Period, ...] = ()
    guarded: bool = True
    complete: bool = True
    where: str = attrs.field(default="", eq=False)
    entries: FrozenMap[str, int] | None = attrs.field(default=None, eq=False)
    keys: FrozenMap[str, frozenset[Key]] = attrs.field(default=_NO_KEYS, eq=False)
    evidence: Ledger = attrs.field(factory=Ledger, eq=False)

    def __repr__(self) -> str:
        periods = "".join(f" {period}" for period in self.periods)
        return f"<Measurement {self.indicator.name}{periods}: {self._result(Language.INDONESIAN)}>"

    @classmethod
    def of(cls, indicator: Indicator[Any], quantities: Mapping[str, Number]) -> Self:
        """Return the measurement of given totals; raises as `Indicator.measure`."""
        return cls(indicator=indicator, quantities=check_quantities(indicator.name, indicator.variables, quantities))

    @property
    def actual(self) -> Fraction:
        """The actual (realisasi), exact, in the indicator's unit.

        Raises:
            NotMeasuredError: where no record entered a quantity that must have some.
            UndefinedActualError: where there is nothing above 0 to divide by.
        """
        why = self.why_unmeasured()
        if why is not None:
            raise why
        check_divisors(self.indicator.name, self.indicator.variables, self.quantities)
        actual: Fraction = self.indicator.formula(**self.quantities)
        return actual

    @property
    def figure(self) -> tuple[Fraction | None, Reason | None]:
        """The actual, or the reason for none."""
        try:
            return self.actual, None
        except NotMeasuredError:
            return None, Reason.NOT_MEASURED
        except UndefinedActualError:
            return None, Reason.UNDEFINED_ACTUAL

    def why_unmeasured(self) -> NotMeasuredError | None:
        """Return the error of quantities that must have records and have none; None where all have, as totals do."""
        empty = self.entered_by_none("unmeasured")
        if not empty:
            return None
        name, why = empty[0].name, why_none(self, empty)
        return say.UNMEASURED.error(indicator=self.indicator.name, quantity=name, value=self.quantities[name], why=why)

    def entered_by_none(self, means: str) -> list[Variable]:
        """Return the quantities that no record entered, and of which this means so much; totals have entered."""
        if self.entries is None or not self.complete:
            return []
        return [one for one in self.indicator.variables if one.empty == means and not self.entries[one.name]]

    def looked_at(self) -> Sequence[tuple[Any, Outcome]]:
        """Return every record, once, and what became of it."""
        if len(self.periods) > 1:
            return [(item.record, item.outcome) for item in merged(self.evidence)]
        return tuple(zip(self.evidence.records, self.evidence.outcomes, strict=True))

    def cause(self, item: Evidence) -> Text:
        """Say why a record did not enter the quantity that it came closest to.

        What is unknown of it comes first ("tanggal penerimaan tidak diketahui"), then the conditions that it fails.
        """
        return why_missed(self.indicator, item)[1]

    def unknown(self, item: Evidence) -> tuple[str, ...]:
        """Return the fields that must be known before a record could enter the quantity that it came closest to."""
        return why_missed(self.indicator, item)[0]

    @functools.cached_property
    def notes(self) -> tuple[Text, ...]:
        """What a reader should know of these quantities; what matters most first."""
        return tuple(dict.fromkeys(notes_on(self)))

    @property
    def counted(self) -> tuple[Evidence, ...]:
        """The records that entered at least one quantity, each once."""
        return tuple(item for item in self._records() if item.entered)

    @property
    def left_out(self) -> tuple[Evidence, ...]:
        """The records that entered none, each once."""
        return tuple(item for item in self._records() if not item.entered)

    @property
    def causes(self) -> tuple[LeftOut, ...]:
        """Why records entered no quantity, the most frequent cause first."""
        causes = Counter((one.nearest_miss, *why_missed(self.indicator, one)) for one in self.left_out)
        return tuple(
            LeftOut(fails=fails, unknown=unknown, why=why, records=times)
            for (fails, unknown, why), times in causes.most_common()
        )

    def _records(self) -> Iterable[Evidence]:
        """Go through the records; one that was looked at in several periods stands once."""
        return self.evidence if len(self.periods) < 2 else merged(self.evidence)  # noqa: PLR2004 - several

    def worked(self, language: Language = Language.INDONESIAN, beside: Fraction | None = None) -> str:
        """Return the worked line: the formula with its numbers, and the actual rounded half up.

        Beside a target the actual has as many decimals as tell it from that.

        Where the actual is undefined or not measured the line says so instead.
        """
        line, result = to_text(self.term(language)), self._result(language, beside)
        return result if line == result else f"{line} = {result}"

    def term(self, language: Language = Language.INDONESIAN) -> Term:
        """Return the formula with its numbers; what has no record and must have some keeps its letter."""
        unmeasured = {one.name: Symbol(name=one.symbol) for one in self.entered_by_none("unmeasured")}
        return with_values(self.indicator.formula, {**self.quantities, **unmeasured}, language)

    def _result(self, language: Language, beside: Fraction | None = None) -> str:
        actual, reason = self.figure
        if actual is None:
            return (_UNMEASURED if reason is Reason.NOT_MEASURED else _UNDEFINED).read(language)
        return self.indicator.unit.write(actual, language, beside)

    def document(self, language: Language = Language.INDONESIAN, sources: Iterable[Text] = ()) -> Document:
        """Return the measurement for readers: sources, the worked line, notes, and what became of the records."""
        from kinerja.writers import Document, Section  # noqa: PLC0415 - only readers need the writers

        unit = self.indicator.unit.name
        actual = Text(id=f"Realisasi ({unit.id.lower()})", en=f"Actual ({unit.en})")
        records = _became(self) if self.guarded and self.periods else ()
        said = [Text.each(self.worked).about(actual), *records, *self.notes]
        return Document(sections=[Section(lines=sources), Section(lines=said)], language=language)

    def to_dict(self) -> dict[str, Any]:
        """Return the measurement as plain data (`kinerja.measurement/2`), exact numbers as text such as "100/3".

        `actual` is None where there is none, and `reason` says why; `counted`, and `left_out` by the conditions that
        failed and the fields that are unknown, are None where no records were kept. `entries` are the records that
        entered each quantity; None of totals. Every record travels along with all its fields.

        Raises:
            QuantityError: for records of a class that the indicator does not name: nobody could read them back.

        >>> from kinerja import TenantCount
        >>> data = TenantCount().measure(graduated=2).to_dict()
        >>> data["quantities"], Measurement.from_dict(data).actual
        ({'graduated': '2'}, Fraction(2, 1))
        """
        plain: dict[str, Any] = _written().plain_measurement(self)
        return plain

    def to_json(self) -> str:
        """Return the measurement as JSON; see `to_dict`."""
        return as_json(self.to_dict())

    @classmethod
    def from_dict(cls, data: dict[str, Any], indicators: Iterable[type[Indicator[Any]]] = ()) -> Measurement:
        """Read what `to_dict` gave, and measure it again from its own records.

        Args:
            data: the plain data.
            indicators: your own indicator classes, where it is of one.

        Raises:
            RecordsError: for what is no measurement, with everything that is wrong in it, and where its quantities do
                not follow from its records by today's counting rule.
        """
        read: Measurement = _written().load_measurement(data, indicators)
        return read

    @classmethod
    def from_json(cls, text: str | bytes, indicators: Iterable[type[Indicator[Any]]] = ()) -> Measurement:
        """Read what `to_json` wrote; see `from_dict`."""
        read: Measurement = _written().load_measurement(text, indicators)
        return read

    def __str__(self) -> str:
        return self.worked()

    def _repr_html_(self) -> str:
        return self.document()._repr_html_()

    def __add__(self, other: Measurement) -> Measurement:
        """Add the quantities and the evidence of a measurement of the same indicator.

        Raises:
            QuantityError: for a measurement of another indicator, or of the same with other parameters, and where
                those of the indicator never add.
            PeriodError: for periods that do not add up.
            DoubleCountError: where both counted the same record, or records of the same thing.
        """
        if not isinstance(other, Measurement):
            return NotImplemented
        if self.indicator != other.indicator:
            raise say.OTHER_INDICATOR.error(indicator=self.indicator.name, value=other, own=self.indicator)
        if not self.indicator.adds:
            raise say.NEVER_ADDS.error(indicator=self.indicator.name, value=(self, other))
        periods = join_periods(self.indicator.name, self.indicator.timing, self.periods, other.periods)
        evidence = self.evidence + other.evidence
        refuse_double_count(self.indicator.name, evidence)
        refuse_shared_keys(self, other)
        keys = (self.keys, other.keys)
        quantities = FrozenMap({name: value + other.quantities[name] for name, value in self.quantities.items()})
        return Measurement(
            indicator=self.indicator,
            quantities=quantities,
            periods=periods,
            guarded=self.guarded and other.guarded,
            complete=self.complete and other.complete and bool(self.periods) == bool(other.periods),
            where=", ".join(dict.fromkeys(filter(None, [self.where, other.where]))),
            entries=_added(self.entries, other.entries),
            keys=FrozenMap(
                {name: _NONE.union(*(own.get(name, _NONE) for own in keys)) for name in {**keys[0], **keys[1]}}
            ),
            evidence=evidence,
        )

    def __radd__(self, other: int) -> Measurement:
        """Let `sum` start from 0."""
        return self if other == 0 else NotImplemented


def _became(measurement: Measurement) -> Iterator[Text]:
    counted, left_out = len(measurement.counted), len(measurement.left_out)
    yield Text(id=f"Baris dihitung: {counted}", en=f"Lines counted: {counted}")
    yield Text(id=f"Baris tidak dihitung: {left_out}", en=f"Lines left out: {left_out}")
    for one in measurement.causes:
        yield Text(id=f"- {one.records} baris: {one.why.id}", en=f"- {one.records} lines: {one.why.en}")


def _written() -> Any:
    """Return what reads and writes measurements; it names indicators, which make measurements, and imports cattrs."""
    return importlib.import_module("kinerja.measurement.written")


def _added(left: FrozenMap[str, int] | None, right: FrozenMap[str, int] | None) -> FrozenMap[str, int] | None:
    if left is None or right is None:
        return right if left is None else left
    return FrozenMap({name: often + right[name] for name, often in left.items()})


_UNMEASURED = Text(id="belum diukur", en="not measured")
_UNDEFINED = Text(id="tidak terdefinisi", en="undefined")
